//! What protects readers, on every kind of answer.

use crate::support::app;

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
