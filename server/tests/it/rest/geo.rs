//! Places: by name, around a town, inside a box, as GeoJSON.

use crate::support::{TestApp, app};
use geojson::{FeatureCollection, GeometryValue};
use serde_json::Value;
use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

fn hits(app: &TestApp, query: &str) -> Vec<Value> {
    let answer = app.get(&format!("/api/v1/search?per_page=100&{query}")).expect(200).json();
    answer["hits"].as_array().unwrap().clone()
}

fn features(app: &TestApp, query: &str) -> FeatureCollection {
    let answer = app.get(&format!("/api/v1/projects.geojson{query}")).expect(200);
    assert_eq!(answer.header("content-type"), "application/geo+json");
    answer.text().parse().unwrap()
}

#[test]
fn around_a_postcode_the_nearest_comes_first() {
    let app = app();
    let near = hits(&app, "near=50667&km=30&sort=distance");
    let distances: Vec<f64> = near.iter().map(|hit| hit["distance_km"].as_f64().unwrap()).collect();
    assert!(distances.len() > 3 && distances.is_sorted(), "{distances:?}");
    assert!(distances.iter().all(|km| *km <= 30.0), "{distances:?}");
    assert!(hits(&app, "near=50667&km=200").len() > near.len(), "a wider circle holds more");
    assert_eq!(hits(&app, "near=K%C3%B6ln&km=30").len(), near.len(), "the town and its postcode are the same place");
}

#[test]
fn a_box_holds_what_lies_inside() {
    let app = app();
    let inside = hits(&app, "bbox=6.7,50.8,7.2,51.1");
    assert!(!inside.is_empty());
    for hit in &inside {
        let (lat, lon) = (hit["lat"].as_f64().unwrap(), hit["lon"].as_f64().unwrap());
        assert!((50.8..=51.1).contains(&lat) && (6.7..=7.2).contains(&lon), "{hit}");
    }
    assert!(hits(&app, "bbox=-30,30,-20,35").is_empty());
}

#[test]
fn geojson_holds_every_project_with_a_public_place() {
    let app = app();
    let all = features(&app, "");
    assert_eq!(all.features.len(), 106);
    let search = app.get("/api/v1/search?kind=project&per_page=1").json();
    assert_eq!(search["located"], 106);
    for feature in &all.features {
        assert!(feature.id.is_some() && feature.property("title").is_some() && feature.property("url").is_some());
    }
}

#[test]
fn geojson_writes_longitude_before_latitude() {
    let app = app();
    let cologne = features(&app, "?near=50667&km=5");
    assert!(!cologne.features.is_empty());
    for feature in &cologne.features {
        let Some(GeometryValue::Point { coordinates }) = feature.geometry.as_ref().map(|geometry| &geometry.value) else {
            panic!("{feature:?}")
        };
        assert!((coordinates[0] - 6.95).abs() < 0.1 && (coordinates[1] - 50.93).abs() < 0.1, "{coordinates:?}");
    }
}

#[test]
fn geojson_follows_the_query() {
    let app = app();
    let care = features(&app, "?topic=care");
    assert!(!care.features.is_empty() && care.features.len() < 106);
    let tagged = |feature: &geojson::Feature| feature.property("topics").unwrap().as_array().unwrap().contains(&"care".into());
    assert!(care.features.iter().all(tagged));
    let both = features(&app, "?topic=care&q=chatbot").features.len();
    let expected = app.get("/api/v1/search?topic=care&q=chatbot&kind=project").json()["located"].as_u64().unwrap();
    assert_eq!(both as u64, expected);
    assert_eq!(features(&app, "?kind=lesson").features.len(), 106, "it is about projects");
}

#[test]
fn geojson_that_is_known_is_not_sent_again_until_something_changes() {
    let app = TestApp::new();
    let address = "/api/v1/projects.geojson?q=beratung";
    let first = app.get(address).expect(200);
    let tag = first.header("etag");
    assert_eq!((first.header("access-control-allow-origin"), first.header("cache-control")), ("*", "no-cache"));
    let again = app.send("GET", address, &[("if-none-match", tag)]).expect(304);
    assert!(again.body.is_empty() && again.header("etag") == tag);
    assert_ne!(app.get("/api/v1/projects.geojson").header("etag"), tag, "another query");
    app.import_project(
        r#"{"id": "new", "title": "Beratung", "summary": "S", "problem": "P", "phase": "live", "place": "Bonn", "lat": 50.73, "lon": 7.1}"#,
    );
    let changed = app.send("GET", address, &[("if-none-match", tag)]).expect(200);
    assert!(changed.text().contains("\"new\"") && changed.header("etag") != tag);
}

#[test]
fn geojson_of_nothing_is_an_empty_collection() {
    assert!(features(&app(), "?q=xyzzyplugh").features.is_empty());
}

#[test]
fn geojson_is_sent_while_it_is_written() {
    let app = TestApp::new();
    let line = |n: usize| {
        format!(
            r#"{{"id": "one-of-{n}", "title": "Nr. {n}", "summary": "S", "problem": "P", "phase": "live", "place": "Bonn", "lat": 50.73, "lon": 7.1}}"#
        )
    };
    app.import_project(&(0..1_200).map(line).collect::<Vec<_>>().join("\n"));
    let pieces = app.pieces("/api/v1/projects.geojson");
    assert!(pieces.len() >= 3, "{} pieces", pieces.len());
    let whole: FeatureCollection = String::from_utf8(pieces.concat()).unwrap().parse().unwrap();
    assert_eq!(whole.features.len(), 1_306);
    let slugs: std::collections::BTreeSet<_> = whole.features.iter().map(|feature| format!("{:?}", feature.id)).collect();
    assert_eq!(slugs.len(), 1_306, "each once");
}

fn places(app: &TestApp, query: &str) -> Vec<Value> {
    app.get(&format!("/api/v1/places?{query}")).expect(200).json()["places"].as_array().unwrap().clone()
}

#[test]
fn places_are_found_while_somebody_types() {
    let app = app();
    let cologne = &places(&app, "q=koeln")[0];
    assert_eq!(
        (&cologne["name"], &cologne["state"], &cologne["country"]),
        (&"Köln".into(), &"Nordrhein-Westfalen".into(), &"Deutschland".into())
    );
    assert_eq!((&cologne["precision"], &cologne["region"], &cologne["near"]), (&"town".into(), &"de-nw".into(), &"Köln".into()));
    let several = &places(&app, "q=79194&lang=en")[0];
    assert_eq!((&several["name"], &several["postcode"]), (&"Gundelfingen, Heuweiler".into(), &"79194".into()));
    assert_eq!((&several["precision"], &several["country"]), (&"postcode".into(), &"Germany".into()));
    let abroad = &places(&app, "q=Wien")[0];
    assert_eq!((&abroad["state"], &abroad["country"]), (&Value::Null, &"Österreich".into()));
    let parts: Vec<_> = places(&app, "q=Mitte").iter().map(|place| place["part_of"].clone()).take(2).collect();
    assert_eq!((parts, &cologne["part_of"]), (vec!["Berlin".into(), "Hannover".into()], &Value::Null));
    assert!(places(&app, "q=xyzzy").is_empty());
    assert_eq!(app.get("/api/v1/places?q=").problem(400)["errors"][0]["field"], "q");
}

#[test]
fn what_a_place_is_called_by_leads_there() {
    let app = app();
    let mut tried = 0;
    for place in ["Neustadt", "Freiburg", "506"].iter().flat_map(|text| places(&app, &format!("q={text}"))) {
        let Some(near) = place["near"].as_str() else { continue };
        let near: String = url::form_urlencoded::byte_serialize(near.as_bytes()).collect();
        assert_eq!(places(&app, &format!("q={near}"))[0]["region"], place["region"], "{place}");
        app.get(&format!("/api/v1/search?near={near}")).expect(200);
        tried += 1;
    }
    assert!(tried > 15, "{tried}");
}

/// A Nominatim that knows one house, and how often it was asked.
fn nominatim() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, asked) = (format!("http://{}/search", listener.local_addr().unwrap()), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&asked);
    std::thread::spawn(move || {
        let house = r#"[{"lat": "50.9412", "lon": "6.9582", "addresstype": "place", "address": {"house_number": "4", "road": "Domkloster", "city": "Köln", "postcode": "50667"}}]"#;
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            counted.fetch_add(1, Ordering::SeqCst);
            let mut request = [0; 4_096];
            _ = stream.read(&mut request).unwrap();
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                house.len()
            );
            stream.write_all(format!("{head}{house}").as_bytes()).unwrap();
        }
    });
    (address, asked)
}

#[test]
fn a_geocoder_is_asked_for_what_nobody_here_knows() {
    let (address, asked) = nominatim();
    let app = TestApp::with(&[("ALLMENDE_GEOCODER_URL", &address)]);
    for known in ["q=50667", "q=K%C3%B6ln", "q=Neustadt", "q=Neus", "q=Domkloster+4&typed=beginning"] {
        places(&app, known);
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0);
    let house = &places(&app, "q=Domkloster+4%2C+K%C3%B6ln")[0];
    assert_eq!((&house["name"], &house["precision"], &house["region"]), (&"Domkloster 4, Köln".into(), &"address".into(), &"de-nw".into()));
    assert_eq!((house["lat"].as_f64(), &house["near"]), (Some(50.9412), &"50667".into()));
    assert_eq!(places(&app, "q=domkloster+4%2C+k%C3%B6ln")[0], *house);
    assert_eq!(asked.load(Ordering::SeqCst), 1, "what was told is remembered");
    assert_eq!(app.get("/api/v1/places?q=a&typed=half").problem(400)["errors"][0]["field"], "typed");
}

#[test]
fn without_its_geocoder_the_built_in_places_answer() {
    let app = TestApp::with(&[("ALLMENDE_GEOCODER_URL", "http://127.0.0.1:9/search")]);
    let told = places(&app, "q=Domkloster+4%2C+50667+K%C3%B6ln");
    assert_eq!((&told[0]["name"], &told[0]["precision"]), (&"Köln".into(), &"postcode".into()));
    assert!(places(&app, "q=Kleinkleckersdorf").is_empty());
}
