//! `/oembed`, as programs that follow oembed.com rely on it.

use crate::support::{Answer, BASE, TestApp, app, attributes};
use scraper::Html;
use serde_json::Value;

fn ask(app: &TestApp, page: &str, more: &str) -> Answer {
    let url: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    app.get(&format!("/oembed?url={url}{more}"))
}

fn of(page: &str) -> Value {
    ask(&app(), &format!("{BASE}{page}"), "").expect(200).json()
}

fn frame(answer: &Value) -> Html {
    Html::parse_fragment(answer["html"].as_str().unwrap())
}

#[test]
fn every_public_page_is_known() {
    let app = app();
    for page in [
        "/",
        "/explore",
        "/explore?topic=care&view=map",
        "/explore?view=table&utm_source=x",
        "/lessons",
        "/lessons?theme=funding",
        "/organisations",
        "/projects/carifix",
        "/lessons/quellen-kuratieren",
        "/organisations/dicv-koeln",
        "/embed",
        "/embed?view=map&q=Wald",
        "/embed/projects/carifix",
    ] {
        let answer = of(page);
        for (name, value) in
            [("type", "rich"), ("version", "1.0"), ("provider_name", "Allmende"), ("provider_url", "https://allmende.example/")]
        {
            assert_eq!(answer[name], value, "{page}");
        }
        assert!(!answer["title"].as_str().unwrap().is_empty() && answer["cache_age"].as_u64() > Some(0), "{page}");
        let source = attributes(&frame(&answer), "iframe", "src").concat();
        let inside = app.get(source.strip_prefix(BASE).unwrap()).expect(200);
        assert_eq!(inside.header("x-frame-options"), "", "{page}: {source}");
        assert_eq!(attributes(&frame(&answer), "iframe", "width").concat(), answer["width"].to_string(), "{page}");
        let picture = answer["thumbnail_url"].as_str().unwrap();
        assert_eq!(app.get(picture.strip_prefix(BASE).unwrap()).expect(200).header("content-type"), "image/png", "{page}");
    }
    for (page, title) in
        [("/about", "Über Allmende"), ("/privacy?lang=en", "Privacy"), ("/imprint", "Impressum"), ("/accessibility", "Barrierefreiheit")]
    {
        let answer = of(page);
        assert_eq!((answer["type"].as_str(), answer["title"].as_str()), (Some("link"), Some(title)));
    }
}

#[test]
fn an_entry_names_its_organisation() {
    let answer = of("/projects/carifix");
    assert!(answer["author_name"].as_str().unwrap().contains("Caritas"), "{answer}");
    assert!(answer["author_url"].as_str().unwrap().starts_with("https://allmende.example/organisations/"));
    assert_eq!(attributes(&frame(&answer), "iframe", "title"), [answer["title"].as_str().unwrap()]);
}

#[test]
fn sizes_are_kept_to() {
    let small = ask(&app(), &format!("{BASE}/explore"), "&maxwidth=320&maxheight=240").expect(200).json();
    assert_eq!((&small["width"], &small["height"]), (&320.into(), &240.into()));
    assert!(small.get("thumbnail_url").is_none(), "no picture is so small");
    let large = ask(&app(), &format!("{BASE}/explore"), "&maxwidth=4000").expect(200).json();
    assert_eq!((&large["width"], &large["height"]), (&800.into(), &600.into()));
}

#[test]
fn xml_says_the_same() {
    let page = format!("{BASE}/explore?q=%3Cb%3E+%26+Wald");
    let json = ask(&app(), &page, "&format=json&dnt=1").expect(200).json();
    let xml = ask(&app(), &page, "&format=xml").expect(200);
    assert_eq!(xml.header("content-type"), "text/xml; charset=utf-8");
    let text = xml.text();
    let document = roxmltree::Document::parse(&text).unwrap();
    let fields: Vec<_> =
        document.root_element().children().map(|field| (field.tag_name().name(), field.text().unwrap_or_default())).collect();
    assert_eq!(fields.len(), json.as_object().unwrap().len());
    for (name, text) in fields {
        assert_eq!(json[name].as_str().map_or_else(|| json[name].to_string(), str::to_owned), text);
    }
}

#[test]
fn what_is_not_ours_or_not_there_is_not_found() {
    let app = app();
    for page in [
        "https://elsewhere.example/explore",
        "https://allmende.example.evil.example/explore",
        "https://allmende.example:444/explore",
        "ftp://allmende.example/explore",
        "javascript:alert(1)",
        "/explore",
        "explore",
        "https://user@elsewhere.example/allmende.example",
    ] {
        ask(&app, page, "").problem(404);
    }
    for page in [
        "/projects/nowhere",
        "/projects/carifix/revisions/1",
        "/explore?topic=pflege",
        "/embed?view=pie",
        "/api/v1/search",
        "/nothing",
        "/embed/create",
    ] {
        ask(&app, &format!("{BASE}{page}"), "").problem(404);
    }
    ask(&app, "http://allmende.example/explore", "").expect(200);
    let app = TestApp::new();
    app.remove_project("carifix");
    ask(&app, &format!("{BASE}/projects/carifix"), "").problem(404);
}

#[test]
fn what_cannot_be_answered_is_told() {
    let app = app();
    assert_eq!(app.get("/oembed").problem(400)["errors"][0]["field"], "url");
    assert_eq!(ask(&app, &format!("{BASE}/explore"), "&maxwidth=wide&maxheight=0").problem(400)["errors"][1]["field"], "maxheight");
    ask(&app, &format!("{BASE}/explore"), "&format=yaml").expect(501);
}

#[test]
fn pages_say_where_to_ask() {
    let app = app();
    for page in ["/", "/explore?q=Wald&view=map", "/projects/carifix", "/embed?topic=care", "/about"] {
        let html = app.get(page).expect(200).html();
        for (kind, format) in [("application/json+oembed", "application/json"), ("text/xml+oembed", "text/xml")] {
            let href = attributes(&html, &format!(r#"head link[rel=alternate][type="{kind}"]"#), "href");
            let [href] = &href[..] else { panic!("{page}: {href:?}") };
            let answer = app.get(href.strip_prefix(BASE).unwrap()).expect(200);
            assert!(answer.header("content-type").starts_with(format), "{page}");
            assert_eq!(answer.header("access-control-allow-origin"), "*");
        }
    }
    for (page, status) in [("/nothing", 404), ("/explore?topic=pflege", 400), ("/projects/nowhere", 404)] {
        let html = app.get(page).expect(status).html();
        assert!(attributes(&html, "link[type$=oembed], link[type*=oembed]", "href").is_empty(), "{page}");
    }
}
