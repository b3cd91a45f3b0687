//! What protects readers, on every kind of answer.

use crate::support::{TestApp, app, attributes};

const FOR_GOOD: &str = "public, max-age=31536000, immutable";

#[test]
fn every_answer_carries_the_security_headers() {
    let app = app();
    let kinds = [
        ("GET", "/"),
        ("GET", "/nowhere"),
        ("GET", "/explore?topic=nothing"),
        ("GET", "/icon.svg"),
        ("GET", "/api/v1/search"),
        ("GET", "/api/v1/nothing"),
        ("GET", "/api/v1/projects.geojson"),
        ("GET", "/map/entries/0/0/0.mvt"),
        ("GET", "/map/base/world/0/0/0"),
        ("GET", "/map/base/europe/8/0/0"),
        ("GET", "/healthz"),
        ("HEAD", "/"),
        ("POST", "/explore"),
    ];
    for (method, address) in kinds {
        let answer = app.send(method, address, &[]);
        for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"), ("x-frame-options", "DENY")] {
            assert_eq!(answer.header(name), value, "{method} {address}");
        }
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{method} {address}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("*"), "{method} {address}: {policy}");
    }
}

#[test]
fn other_sites_cannot_write_and_are_told_so_with_the_same_headers() {
    let app = app();
    for headers in [[("sec-fetch-site", "cross-site")], [("sec-fetch-site", "same-site")], [("origin", "https://elsewhere.example")]] {
        for method in ["POST", "PUT", "DELETE"] {
            let answer = app.send(method, "/explore", &headers).expect(403);
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert!(answer.header("content-security-policy").contains("default-src 'none'"));
        }
    }
    app.send("GET", "/explore", &[("sec-fetch-site", "cross-site")]).expect(200);
    assert_ne!(app.send("POST", "/explore", &[("origin", "https://allmende.example")]).status, 403);
}

#[test]
fn files_of_the_site_are_served_and_asked_for_again() {
    let app = app();
    let icon = app.get("/icon.svg").expect(200);
    assert_eq!((icon.header("content-type"), icon.header("cache-control")), ("image/svg+xml", "no-cache"));
    let same = app.send("GET", "/icon.svg", &[("if-modified-since", icon.header("last-modified"))]).expect(304);
    assert!(same.body.is_empty());
    assert!(app.send("HEAD", "/icon.svg", &[]).expect(200).body.is_empty());
}

#[test]
fn what_pages_are_made_with_is_kept_until_it_changes() {
    let app = app();
    let page = app.get("/").expect(200).html();
    let icon = attributes(&page, "link[rel=icon]", "href").concat();
    let (base, hash) = (icon.strip_suffix("/icon.svg").unwrap(), icon.split('/').nth(2).unwrap());
    assert!(base == format!("/static/{hash}") && hash.len() == 16, "{icon}");
    for made_with in attributes(&page, "link[rel=stylesheet]", "href").into_iter().chain(attributes(&page, "script", "src")) {
        assert!(made_with.starts_with(base), "{made_with}");
    }
    let answer = app.get(&icon).expect(200);
    assert_eq!(answer.body, app.get("/icon.svg").body);
    assert_eq!((answer.header("content-type"), answer.header("cache-control")), ("image/svg+xml", FOR_GOOD));
    let same = app.send("GET", &icon, &[("if-modified-since", answer.header("last-modified"))]).expect(304);
    assert_eq!(same.header("cache-control"), FOR_GOOD);
    let older = app.get("/static/0123456789abcdef/icon.svg").expect(200);
    assert_eq!((older.header("cache-control"), &older.body), ("no-cache", &answer.body));
    for nothing in [format!("{base}/nothing.js"), format!("{base}/explore"), format!("{base}/../../Cargo.toml"), "/static/0/explore".into()]
    {
        assert_eq!(app.get(&nothing).expect(404).header("cache-control"), "no-cache", "{nothing}");
    }
}

#[test]
fn fonts_are_kept_for_good_and_those_of_the_first_view_asked_for_at_once() {
    let app = app();
    let page = app.get("/").expect(200).html();
    let preloaded = attributes(&page, "link[rel=preload][as=font][crossorigin]", "href");
    assert_eq!(preloaded.len(), 2);
    for font in preloaded {
        let answer = app.get(&font).expect(200);
        assert_eq!((answer.header("content-type"), answer.header("cache-control")), ("font/woff2", FOR_GOOD), "{font}");
    }
    assert_eq!(app.get("/fonts/LICENSE-fraunces.txt").expect(200).header("cache-control"), "no-cache");
    assert_ne!(app.get("/fonts/nothing.woff2").expect(404).header("cache-control"), FOR_GOOD);
}

#[test]
fn nothing_outside_the_site_folder_is_served() {
    let app = app();
    let paths = [
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "/..%2f..%2fCargo.toml",
        "/%2e%2e/Cargo.toml",
        "/%2e%2e%2fCargo.toml",
        "/fonts/../../Cargo.toml",
        "/fonts/%2e%2e/%2e%2e/Cargo.toml",
        "/..%5cCargo.toml",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/icon.svg%00",
        "/map",
        "/map/",
    ];
    for path in paths {
        let answer = app.get(path).expect(404);
        assert!(!answer.text().contains("[workspace") && !answer.text().contains("root:"), "{path}");
        assert!(answer.header("content-type").starts_with("text/html"), "{path}");
    }
}

#[test]
fn the_operators_map_style_widens_the_policy_by_its_host_and_nothing_else() {
    let app = TestApp::with(&[("ALLMENDE_MAP_STYLE_URL", "https://tiles.example/style.json")]);
    for address in ["/", "/embed?view=map", "/explore?view=map"] {
        let answer = app.get(address).expect(200);
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("connect-src 'self' https://tiles.example;") && policy.contains("img-src 'self' data: https://tiles.example;"),
            "{policy}"
        );
        assert_eq!(policy.matches("tiles.example").count(), 2, "{policy}");
        assert_eq!(
            attributes(&answer.html(), "project-map", "streets").first().map(String::as_str),
            Some("https://tiles.example/style.json")
        );
    }
    // The map's worker lives by the policy of its file.
    assert!(app.get("/icon.svg").header("content-security-policy").contains("connect-src 'self' https://tiles.example;"));
    let plain = crate::support::app().get("/explore?view=map").expect(200);
    assert!(!plain.header("content-security-policy").contains("http") && attributes(&plain.html(), "project-map", "streets").is_empty());
}
