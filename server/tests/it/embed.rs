//! Lists, maps and entries in the frames of other sites, and the page that makes the code.

use crate::support::{BASE, TestApp, app, attributes, css, texts};
use scraper::Html;

fn page(app: &TestApp, address: &str) -> Html {
    app.get(address).expect(200).html()
}

#[test]
fn frames_may_be_shown_elsewhere_and_nothing_else_may() {
    let app = app();
    for address in ["/embed", "/embed?topic=care&view=map", "/embed/projects/carifix", "/embed/lessons/quellen-kuratieren"] {
        let answer = app.get(address).expect(200);
        let policy = answer.header("content-security-policy");
        assert!(policy.ends_with("frame-ancestors *") && policy.contains("default-src 'none'"), "{address}: {policy}");
        assert_eq!((answer.header("x-frame-options"), answer.header("x-content-type-options")), ("", "nosniff"), "{address}");
    }
    for address in ["/", "/explore", "/embed/create", "/projects/carifix", "/api/v1/search", "/icon.svg", "/embed.html"] {
        let answer = app.get(address);
        assert!(answer.header("content-security-policy").ends_with("frame-ancestors 'none'"), "{address}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{address}");
    }
}

#[test]
fn an_operator_says_who_may_show_them() {
    let only = TestApp::with(&[("ALLMENDE_EMBED_SITES", "https://a.example https://*.b.example")]);
    let answer = only.get("/embed").expect(200);
    assert!(answer.header("content-security-policy").ends_with("frame-ancestors 'self' https://a.example https://*.b.example"));
    assert!(only.get("/embed/create").text().contains("https://*.b.example"));
    let nobody = TestApp::with(&[("ALLMENDE_EMBED_SITES", "none")]);
    assert!(nobody.get("/embed").header("content-security-policy").ends_with("frame-ancestors 'self'"), "previews of ours go on");
}

#[test]
fn a_frame_has_no_chrome_sets_no_cookie_and_leads_out() {
    let app = app();
    for address in ["/embed?lang=en", "/embed?view=map&lang=en", "/embed/projects/carifix?lang=en"] {
        let answer = app.get(address).expect(200);
        assert_eq!(answer.header("set-cookie"), "", "{address}");
        let html = answer.html();
        for chrome in ["header.head", "footer.foot", ".skip", "form"] {
            assert_eq!(texts(&html, chrome), Vec::<String>::new(), "{address}");
        }
        assert_eq!(attributes(&html, "base", "target"), ["_blank"]);
        assert_eq!(attributes(&html, "base", "href"), Vec::<String>::new(), "the policy allows none");
        assert_eq!(texts(&html, ".embed-foot a").len(), 1);
        assert_eq!(texts(&html, "h1").len(), 1, "{address}");
        assert_eq!(attributes(&html, "meta[name=robots]", "content"), ["noindex"]);
    }
    assert!(app.get("/explore?lang=en").header("set-cookie").starts_with("lang=en"), "elsewhere the choice is remembered");
}

#[test]
fn what_is_counted_is_everything_and_pages_turn_within_the_frame() {
    let app = app();
    let html = page(app.as_ref(), "/embed?kind=project&lang=de");
    let total = app.get("/api/v1/search?kind=project").json();
    assert_eq!((total["total"].as_u64(), total["located"].as_u64()), (Some(111), Some(106)));
    assert_eq!(texts(&html, ".embed-count"), ["111 Einträge, davon 106 auf der Karte und 5 ohne Ort"]);
    assert_eq!(texts(&html, ".card").len(), 20);
    assert_eq!(attributes(&html, ".paging a", "href"), ["/embed?kind=project&page=2&lang=de"]);
    assert_eq!(attributes(&html, ".paging a, .embed-ways a", "target"), ["_self"; 3]);
    assert_eq!(attributes(&html, ".embed-foot a", "href"), [format!("{BASE}/explore?kind=project")]);
    assert_eq!(page(app.as_ref(), "/embed?kind=project&page=6").select(&css(".card")).count(), 11);
    assert!(texts(&page(app.as_ref(), "/embed?q=xyzzyplugh"), ".embed-nothing").len() == 1);
}

#[test]
fn a_map_has_its_list_with_it() {
    let html = page(&app(), "/embed?topic=care&view=map");
    assert_eq!(attributes(&html, "project-map", "tiles"), ["topic=care"]);
    assert!(!texts(&html, ".card").is_empty());
    assert!(page(&app(), "/embed?topic=care").select(&css("project-map")).next().is_none());
}

#[test]
fn what_is_wrong_is_told() {
    let app = app();
    for address in [
        "/embed?topic=pflege",
        "/embed?view=table",
        "/embed?view=pie",
        "/embed?width=5",
        "/embed/create?height=9",
        "/embed/create?view=table",
    ] {
        app.get(address).expect(400);
    }
    for address in ["/embed/projects/nowhere", "/embed/a/b", "/embed/projects"] {
        app.get(address).expect(404);
    }
    let app = TestApp::new();
    app.remove_project("carifix");
    app.get("/embed/projects/carifix").expect(410);
}

#[test]
fn the_form_makes_code_that_shows_what_its_preview_shows() {
    let app = app();
    let address = "/embed/create?topic=care&topic=inclusion&view=map&embed_lang=en&width=640&height=480&lang=de";
    let answer = app.get(address).expect(200);
    assert!(answer.header("content-security-policy").contains("frame-src 'self'"));
    let html = answer.html();
    let code = texts(&html, "textarea").concat();
    let made = Html::parse_fragment(&code);
    let inside = "/embed?topic=care&topic=inclusion&view=map&lang=en";
    assert_eq!(attributes(&made, "iframe", "src"), [format!("{BASE}{inside}")]);
    assert_eq!(attributes(&html, "iframe", "src"), [inside]);
    for (name, value) in [("width", "640"), ("height", "480"), ("title", "All entries: Care, Inclusion · Allmende"), ("loading", "lazy")] {
        assert_eq!(attributes(&made, "iframe", name), [value]);
    }
    app.get(inside).expect(200);
    let quoted = page(&app, "/embed/create?q=%22%3E%3C%2Ftextarea%3E%3Cb%3E%26amp%3B");
    let made = Html::parse_fragment(&texts(&quoted, "textarea").concat());
    assert_eq!(attributes(&made, "iframe", "title"), [r#"Alle Einträge: „"></textarea><b>&amp;“ · Allmende"#]);
    assert!(texts(&made, "b").is_empty() && texts(&quoted, ".create b").is_empty());
    // What was chosen is sent again by the form.
    assert_eq!(attributes(&html, "input[type=hidden]", "value"), ["care", "inclusion"]);
    assert_eq!(attributes(&html, "input[checked]", "value"), ["map", "en"]);
    assert_eq!(attributes(&html, "form.create-form", "method"), ["get"]);
    let described = attributes(&html, ".create-link a", "href");
    assert!(app.get(described[1].strip_prefix(BASE).unwrap()).expect(200).json()["html"].as_str().unwrap().contains("embed?topic=care"));
}

#[test]
fn lists_lead_to_the_form_with_all_they_show() {
    let app = app();
    let leads = |address: &str| attributes(&page(&app, address), ".embed-this a", "href").concat();
    assert_eq!(leads("/explore?topic=care&view=map"), "/embed/create?topic=care&view=map");
    assert_eq!(leads("/lessons?page=2"), "/embed/create?kind=lesson");
    assert_eq!(leads("/explore?view=table&q=Wald"), "/embed/create?q=Wald");
    app.get(&leads("/explore?near=50667&km=30&bbox=5,50,8,52")).expect(200);
}
