//! Errors are problem+json, and say what would be right.

use crate::support::{TestApp, app, strings};
use backend::testing::noise::Noise;

#[test]
fn an_unknown_value_is_named_with_what_is_allowed() {
    let app = app();
    for path in ["search", "projects", "lessons", "organisations", "projects.geojson"] {
        let problem = app.get(&format!("/api/v1/{path}?topic=pflege")).problem(400);
        let [error] = &problem["errors"].as_array().unwrap()[..] else { panic!("{problem}") };
        assert_eq!((&error["field"], &error["code"], &error["value"]), (&"topic".into(), &"unknown-value".into(), &"pflege".into()));
        assert!(error["allowed"].as_array().unwrap().contains(&"care".into()), "{error}");
        assert!(error["detail"].as_str().unwrap().contains("pflege"), "{error}");
    }
}

#[test]
fn every_unknown_name_and_value_is_named_at_once() {
    let app = app();
    let problem = app.get("/api/v1/search?colour=red&phase=done&page=0&sort=best&bbox=1").problem(400);
    assert_eq!(strings(&problem["errors"], "field"), ["colour", "phase", "page", "sort", "bbox"]);
    assert!(problem["errors"][0]["allowed"].as_array().unwrap().contains(&"topic".into()));
}

#[test]
fn pages_have_a_limit() {
    let app = app();
    for per_page in ["0", "101", "-1", "many"] {
        let problem = app.get(&format!("/api/v1/search?per_page={per_page}")).problem(400);
        assert_eq!((&problem["errors"][0]["field"], &problem["errors"][0]["max"]), (&"per_page".into(), &100.into()));
    }
    app.get("/api/v1/search?per_page=100").expect(200);
}

#[test]
fn a_place_that_nobody_knows_is_named() {
    let app = app();
    let problem = app.get("/api/v1/search?near=Nirgendheim").problem(400);
    assert_eq!(problem["errors"][0]["field"], "near");
    assert!(problem["detail"].as_str().unwrap().contains("Nirgendheim"));
}

#[test]
fn what_is_not_there_is_a_problem_too() {
    let app = app();
    let paths = [
        "/api/v1",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v1/projects/nobody",
        "/api/v1/lessons/nobody",
        "/api/v1/organisations/nobody",
        "/api/v1/lessons/carifix",
        "/api/v1/projects/a%00b",
        "/api/v1/projects/%ff",
        "/api/v1/projects/carifix/more",
    ];
    for path in paths {
        assert_eq!(app.get(path).problem(404)["title"], "Not Found", "{path}");
    }
}

#[test]
fn what_a_moderator_removed_is_gone() {
    let app = TestApp::new();
    app.get("/api/v1/projects/carifix").expect(200);
    app.remove_project("carifix");
    app.catch_up();
    app.get("/api/v1/projects/carifix").problem(410);
    assert_eq!(app.get("/api/v1/search?q=carifix&kind=project").json()["total"], 0);
    assert!(!app.get("/api/v1/projects.geojson").text().contains("\"carifix\""));
    assert!(!app.get("/api/v1/organisations/deutscher-caritasverband").text().contains("/projects/carifix"));
}

#[test]
fn whatever_is_asked_is_answered_or_refused() {
    let app = app();
    let mut noise = Noise::new(7);
    let mut refused = 0;
    for nth in 0..600 {
        let path = ["/api/v1/search", "/explore", "/feed.atom"][nth % 3];
        let address = format!("{path}?{}", noise.query_string());
        let answer = app.get(&address);
        // An empty field of a form leads to the address without it.
        let answer = if answer.status.as_u16() == 303 { app.get(answer.header("location")) } else { answer };
        let status = answer.status.as_u16();
        assert!([200, 400].contains(&status), "{status} for {address}");
        refused += u32::from(status == 400);
    }
    assert!((60..500).contains(&refused), "{refused}");
}
