//! A geocoder over HTTP: what it is asked, what is made of its answers, and what happens when it has none.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use backend::geocoder::{Endpoint, Geocoder, Trouble};
use domain::vocabulary::Precision;
use serde_json::json;
use std::{
    future::Future,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::net::TcpListener;

/// A server that answers everything in the same way, and remembers what it was asked.
struct Fake {
    address: String,
    asked: Arc<Mutex<Vec<(Uri, HeaderMap)>>>,
}

impl Fake {
    async fn answering<F, R>(answer: F) -> Self
    where
        F: Fn() -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Response> + Send + 'static,
    {
        let asked: Arc<Mutex<Vec<(Uri, HeaderMap)>>> = Arc::default();
        let noted = Arc::clone(&asked);
        let router = Router::new().fallback(move |request: Request| {
            noted.lock().unwrap().push((request.uri().clone(), request.headers().clone()));
            answer()
        });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { address, asked }
    }

    async fn saying(status: u16, text: String) -> Self {
        Self::answering(move || {
            let text = text.clone();
            async move { (StatusCode::from_u16(status).unwrap(), text).into_response() }
        })
        .await
    }

    fn geocoder(&self, path: &str) -> Geocoder {
        Geocoder::new(Endpoint::new(&format!("{}{path}", self.address)).unwrap(), "https://allmende.example").unwrap()
    }

    fn asked(&self) -> Vec<(Uri, HeaderMap)> {
        self.asked.lock().unwrap().clone()
    }
}

fn nominatim() -> String {
    json!([
        {"lat": "50.9412", "lon": "6.9582", "name": "", "addresstype": "place", "display_name": "4, Domkloster, Köln",
         "address": {"house_number": "4", "road": "Domkloster", "city": "Köln", "postcode": "50667", "state": "Nordrhein-Westfalen", "country_code": "de"}},
        {"lat": "51.0", "lon": "7.0", "name": "Kleinkleckersdorf", "addresstype": "hamlet", "address": {"municipality": "Odenthal"}},
        {"lat": "51.5", "lon": "7.5", "name": "Nordrhein-Westfalen", "addresstype": "state", "address": {}},
        {"lat": "north", "lon": "7.0", "name": "Nowhere", "addresstype": "town", "address": {}},
        {"lat": "95.0", "lon": "7.0", "name": "Beyond", "addresstype": "town", "address": {}},
    ])
    .to_string()
}

fn photon() -> String {
    json!({"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [6.9582, 50.9412]},
         "properties": {"type": "house", "street": "Domkloster", "housenumber": "4", "postcode": "50667", "city": "Köln", "countrycode": "DE"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [7.0, 51.0]}, "properties": {"type": "locality", "name": "Kleinkleckersdorf", "city": "Odenthal"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [7.5, 51.5]}, "properties": {"type": "state", "name": "Nordrhein-Westfalen"}},
    ]})
    .to_string()
}

#[tokio::test]
async fn both_kinds_tell_the_same() {
    for (path, answer) in [("/search", nominatim()), ("/api", photon())] {
        let fake = Fake::saying(200, answer).await;
        let places = fake.geocoder(path).find("Domkloster 4, Köln").await.unwrap();
        let told: Vec<_> = places.iter().map(|place| (place.name.as_str(), place.postcode.as_deref(), place.precision)).collect();
        assert_eq!(
            told,
            [("Domkloster 4, Köln", Some("50667"), Precision::Address), ("Kleinkleckersdorf, Odenthal", None, Precision::Town)],
            "{path}: nothing larger than a town, nothing without a point"
        );
        assert_eq!((places[0].point.lat, places[0].point.lon), (50.9412, 6.9582));
    }
}

#[tokio::test]
async fn nothing_but_the_words_is_sent() {
    let fake = Fake::saying(200, nominatim()).await;
    fake.geocoder("/search").find("Domkloster 4 & mehr").await.unwrap();
    let (uri, headers) = fake.asked().remove(0);
    let pairs: Vec<(String, String)> = domain::query::pairs(uri.query().unwrap());
    assert_eq!(uri.path(), "/search");
    assert!(pairs.contains(&("q".into(), "Domkloster 4 & mehr".into())) && pairs.len() == 4, "{pairs:?}");
    let sent: Vec<&str> = headers.keys().map(|name| name.as_str()).collect();
    assert!(sent.iter().all(|name| ["user-agent", "accept", "accept-language", "host"].contains(name)), "{sent:?}");
    assert!(headers["user-agent"].to_str().unwrap().contains("+https://allmende.example"));
}

#[tokio::test]
async fn the_same_is_asked_once() {
    let fake = Fake::saying(200, photon()).await;
    let geocoder = fake.geocoder("/api");
    let both = tokio::join!(geocoder.find("Domkloster 4"), geocoder.find(" domkloster  4 "));
    assert_eq!(both.0, both.1);
    assert_eq!(geocoder.clone().find("Domkloster 4").await, both.0);
    assert_eq!(fake.asked().len(), 1);
}

#[tokio::test]
async fn one_question_a_second_and_no_queue() {
    let fake = Fake::saying(200, "[]".into()).await;
    let geocoder = fake.geocoder("/search");
    let start = Instant::now();
    let (a, b, c) = tokio::join!(geocoder.find("a"), geocoder.find("b"), geocoder.find("c"));
    assert!(a.is_ok() && b.is_ok() && start.elapsed() >= Duration::from_millis(900));
    assert_eq!(c, Err(Trouble::Spared));
    assert_eq!(fake.asked().len(), 2);
}

#[tokio::test]
async fn who_does_not_answer_is_not_waited_for_and_then_left_alone() {
    let slow = Fake::answering(|| async {
        tokio::time::sleep(Duration::from_secs(30)).await;
        StatusCode::OK.into_response()
    })
    .await;
    let geocoder = slow.geocoder("/search");
    let start = Instant::now();
    assert_eq!(geocoder.find("a").await, Err(Trouble::Away("too late".into())));
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    let start = Instant::now();
    assert_eq!(geocoder.find("b").await, Err(Trouble::Spared));
    assert!(start.elapsed() < Duration::from_millis(100));
    let nobody = Geocoder::new(Endpoint::new("http://127.0.0.1:9/search").unwrap(), "").unwrap();
    let trouble = nobody.find("Geheimgasse").await.unwrap_err();
    assert!(matches!(trouble, Trouble::Away(_)) && !trouble.to_string().contains("Geheim"), "{trouble}");
}

#[tokio::test]
async fn what_is_no_answer_is_none() {
    for (status, text) in [(200, "<html>".to_owned()), (200, "{}".to_owned()), (200, format!("[\"{}\"]", "x".repeat(300_000)))] {
        let answer = Fake::saying(status, text).await.geocoder("/search").find("a").await;
        assert!(matches!(answer, Err(Trouble::Garbled(_))), "{answer:?}");
    }
    for status in [404, 429, 500] {
        assert_eq!(Fake::saying(status, "[]".into()).await.geocoder("/api").find("a").await, Err(Trouble::Refused(status)));
    }
    let elsewhere = Fake::answering(|| async { (StatusCode::FOUND, [("location", "http://127.0.0.1:9/")]).into_response() }).await;
    assert_eq!(elsewhere.geocoder("/api").find("a").await, Err(Trouble::Refused(302)), "it sends nobody elsewhere");
}
