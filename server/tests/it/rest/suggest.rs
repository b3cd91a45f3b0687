//! `/api/v1/suggest`: what may be meant while somebody types.

use crate::support::{BASE, app, strings};

#[test]
fn a_suggestion_has_a_kind_a_label_and_an_address() {
    let app = app();
    let answer = app.get("/api/v1/suggest?q=berl").expect(200).json();
    let suggestions = answer["suggestions"].as_array().unwrap();
    let kinds = strings(&answer["suggestions"], "kind");
    for kind in ["region", "project", "organisation", "place"] {
        assert!(kinds.contains(&kind), "{kind}: {answer}");
    }
    for suggestion in suggestions {
        let url = suggestion["url"].as_str().unwrap();
        app.get(url.strip_prefix(BASE).unwrap()).expect(200);
        assert!(!suggestion["label"].as_str().unwrap().is_empty(), "{suggestion}");
    }
    assert_eq!(suggestions[0]["url"], format!("{BASE}/explore?region=de-be"));
    assert_eq!(suggestions[0]["detail"], "Region");
    assert!(suggestions[0]["count"].as_u64().unwrap() > 0);
    assert_eq!(app.get("/api/v1/suggest?q=pflege&lang=en").json()["suggestions"][0]["label"], "Care");
    assert_eq!(app.get("/api/v1/suggest?q=xyzzyplugh").expect(200).json()["suggestions"], serde_json::json!([]));
}

#[test]
fn what_is_asked_wrongly_is_named() {
    let app = app();
    let long = format!("q={}", "a".repeat(201));
    for (query, field, code) in [
        ("", "q", "required"),
        ("q=", "q", "required"),
        ("q=+", "q", "required"),
        (&*long, "q", "too-long"),
        ("q=a&q=b", "q", "repeated"),
        ("q=a&lang=fr", "lang", "unknown-value"),
        ("q=a&topic=care", "topic", "unknown-name"),
    ] {
        let problem = app.get(&format!("/api/v1/suggest?{query}")).problem(400);
        assert_eq!((&problem["errors"][0]["field"], &problem["errors"][0]["code"]), (&field.into(), &code.into()), "{query}");
    }
}
