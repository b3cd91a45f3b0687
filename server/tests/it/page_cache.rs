//! Pages that were drawn a moment ago: who gets them, and when they are drawn anew.

use crate::support::{TestApp, app, texts};
use axum::{
    Router,
    body::Body,
    extract::{FromRef, Request},
    http::{HeaderMap, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use backend::{Backend, testing::empty};
use domain::Lang;
use http_body_util::BodyExt;
use server::page_cache::{PageCache, keep};
use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tower::ServiceExt;

const PAGES: [&str; 4] = ["/", "/explore?q=chatbot&topic=care", "/projects/carifix", "/lessons/quellen-kuratieren"];

#[test]
fn a_page_is_the_same_from_the_store_and_drawn_anew() {
    let app = app();
    for address in PAGES {
        let drawn = app.send("GET", address, &[("cookie", "lang=de; session=1")]).expect(200);
        let [first, again] = [app.get(address).expect(200), app.get(address).expect(200)];
        assert!(!drawn.body.is_empty() && drawn.body == first.body && drawn.body == again.body, "{address}");
        assert_eq!(first.headers, again.headers, "{address}");
        assert!(first.header("etag").starts_with("W/\"") && drawn.header("etag").is_empty(), "{address}");
        for answer in [drawn, again] {
            assert_eq!(answer.header("cache-control"), "private, no-cache");
            assert_eq!(answer.header("vary"), "accept-language, cookie, accept-encoding");
            assert!(answer.header("content-security-policy").contains("script-src"));
        }
    }
}

#[test]
fn a_page_goes_out_compressed_to_those_who_take_it() {
    let app = app();
    for address in PAGES {
        let plain = app.get(address).expect(200);
        let packed = app.send("GET", address, &[("accept-encoding", "gzip, deflate, br, zstd")]).expect(200);
        assert_eq!((packed.header("content-encoding"), packed.header("etag")), ("br", plain.header("etag")));
        assert!(packed.body.len() * 3 < plain.body.len(), "{address}: {} of {}", packed.body.len(), plain.body.len());
        let mut unpacked = vec![];
        brotli::BrotliDecompress(&mut &packed.body[..], &mut unpacked).unwrap();
        assert!(unpacked == plain.body, "{address}");
        assert_eq!(app.send("GET", address, &[("accept-encoding", "gzip")]).header("content-encoding"), "gzip");
    }
}

#[test]
fn who_has_the_page_is_told_so() {
    let app = app();
    let page = app.get("/lessons/quellen-kuratieren").expect(200);
    let same = app.send("GET", "/lessons/quellen-kuratieren", &[("if-none-match", page.header("etag"))]).expect(304);
    assert!(same.body.is_empty() && same.header("content-encoding").is_empty());
    for name in ["etag", "cache-control", "vary", "content-security-policy"] {
        assert_eq!(same.header(name), page.header(name));
    }
    app.send("GET", "/lessons/quellen-kuratieren", &[("if-none-match", "W/\"0\"")]).expect(200);
    app.send("GET", "/projects/carifix", &[("if-none-match", page.header("etag"))]).expect(200);
    let head = app.send("HEAD", "/lessons/quellen-kuratieren", &[]).expect(200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("etag"), page.header("etag"));
}

#[test]
fn a_change_is_seen_before_the_indexes_have_heard_of_it() {
    let app = TestApp::new();
    let line = |title: &str| {
        format!(
            r#"{{"id": "changing", "title": "{title}", "summary": "s", "problem": "p", "phase": "live", "scope": "local", "place": "Köln", "organisation": "deutscher-caritasverband"}}"#
        )
    };
    app.get("/projects/changing").expect(404);
    app.import_project(&line("Before"));
    let heading = || texts(&app.get("/projects/changing").expect(200).html(), "h1").concat();
    assert_eq!(heading(), "Before");
    let tag = app.get("/").header("etag").to_owned();
    app.write_project(&line("After"));
    assert_eq!(heading(), "After");
    app.get("/").expect(200);
    app.catch_up();
    assert!(app.get("/").text().contains("After"), "kept from before search had read of it");
    app.send("GET", "/", &[("if-none-match", &tag)]).expect(200);
    app.remove_project("changing");
    app.get("/projects/changing").expect(410);
    app.catch_up();
    app.get("/projects/changing").expect(410);
}

#[test]
fn only_pages_that_are_there_are_kept() {
    let app = app();
    for (address, status) in [("/projects/nobody", 404), ("/explore?topic=nothing", 400)] {
        for _ in 0..2 {
            let answer = app.get(address).expect(status);
            assert!(answer.header("etag").is_empty() && answer.text().contains("</html>"), "{address}");
        }
    }
    app.send("POST", "/", &[]).expect(405);
}

/// A page that counts how often it was drawn, behind the store.
#[derive(Clone, FromRef)]
struct Counting {
    pages: PageCache,
    backend: Backend,
}

async fn counting() -> (Router, Arc<AtomicUsize>) {
    let drawn = Arc::new(AtomicUsize::new(0));
    let backend = empty().await;
    let (count, faulty) = (drawn.clone(), (*backend).clone());
    let page = async move |request: Request| -> Response {
        tokio::time::sleep(Duration::from_millis(30)).await;
        let n = count.fetch_add(1, Ordering::Relaxed);
        let names: HashSet<_> = request.headers().keys().collect();
        let text = format!("{n} {:?} {names:?}", request.extensions().get::<Lang>());
        match request.uri().query() {
            Some("own") => ([(header::SET_COOKIE, "a=b")], text).into_response(),
            Some("lacking") => {
                faulty.indexer.turn();
                text.into_response()
            }
            Some("missing") => (StatusCode::NOT_FOUND, text).into_response(),
            _ => text.into_response(),
        }
    };
    let state = Counting { pages: PageCache::default(), backend: (*backend).clone() };
    (Router::new().route("/", get(page)).route_layer(middleware::from_fn_with_state(state, keep)), drawn)
}

async fn ask(router: &Router, address: &str, lang: Option<Lang>, cookie: Option<&str>) -> (HeaderMap, String) {
    let mut request = Request::builder().uri(address).header("user-agent", "test");
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    let mut request = request.body(Body::empty()).unwrap();
    request.extensions_mut().extend(
        lang.map(|lang| {
            let mut extensions = axum::http::Extensions::new();
            extensions.insert(lang);
            extensions
        })
        .unwrap_or_default(),
    );
    let (head, body) = router.clone().oneshot(request).await.unwrap().into_parts();
    (head.headers, String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap())
}

#[tokio::test]
async fn readers_who_ask_at_once_share_one_drawing() {
    let (router, drawn) = counting().await;
    let asked: Vec<_> = (0..20).map(|_| ask(&router, "/", None, None)).collect();
    let answers: HashSet<_> = futures::future::join_all(asked).await.into_iter().map(|(_, text)| text).collect();
    assert_eq!(answers, HashSet::from(["0 None {}".to_owned()]), "drawn for a request without headers");
    assert_eq!(drawn.load(Ordering::Relaxed), 1);
    let missing: Vec<_> = (0..20).map(|_| ask(&router, "/?missing", None, None)).collect();
    futures::future::join_all(missing).await;
    assert_eq!(drawn.load(Ordering::Relaxed), 2);
    ask(&router, "/?missing", None, None).await;
    assert_eq!(drawn.load(Ordering::Relaxed), 3, "what is missing is looked for again");
}

#[tokio::test]
async fn what_lacks_something_is_drawn_again() {
    let (router, drawn) = counting().await;
    for n in 1..4 {
        ask(&router, "/?lacking", None, None).await;
        assert_eq!(drawn.load(Ordering::Relaxed), n);
    }
}

#[tokio::test]
async fn address_and_language_tell_pages_apart() {
    let (router, drawn) = counting().await;
    for _ in 0..2 {
        for (n, (address, lang)) in [("/", Lang::De), ("/", Lang::En), ("/?q=a", Lang::De), ("/?q=b", Lang::De)].into_iter().enumerate() {
            let (_, text) = ask(&router, address, Some(lang), None).await;
            assert_eq!(text, format!("{n} Some({lang:?}) {{}}"));
        }
    }
    assert_eq!(ask(&router, "/", None, Some("session_of_others=1; lang=de")).await.1, "0 Some(De) {}", "German unless something is said");
    assert_eq!(drawn.load(Ordering::Relaxed), 4);
}

#[tokio::test]
async fn what_is_meant_for_one_reader_goes_to_nobody_else() {
    let (router, drawn) = counting().await;
    ask(&router, "/", None, None).await;
    for cookie in ["session=1", "lang=de; session=1", "lang=de;session"] {
        let (headers, text) = ask(&router, "/", None, Some(cookie)).await;
        assert!(text.contains("cookie") && !headers.contains_key("etag"), "{text}");
    }
    assert_eq!(drawn.load(Ordering::Relaxed), 4);
    let asked: Vec<_> = (0..5).map(|_| ask(&router, "/?own", None, None)).collect();
    let own: HashSet<_> = futures::future::join_all(asked).await.into_iter().map(|(_, text)| text).collect();
    assert_eq!(own.len(), 5, "each got a drawing of their own: {own:?}");
}
