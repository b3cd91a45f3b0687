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
fn values_and_places_are_counted_within_what_is_asked_for_already() {
    let app = app();
    for (typed, within, kinds) in [
        ("chat", "kind=project", "technique"),
        ("chat", "topic=administration", "technique"),
        ("pflege", "topic=social-counselling&km=200&phase=live&phase=pilot", "topic"),
        ("berlin", "topic=administration&km=100", "place"),
        ("berlin", "bbox=6,50,8,52&technique=chatbot", "place"),
        ("nicht gekl", "near=Nirgendwo&kind=lesson", "outcome"),
        ("chatbot", "near=Hamburg&km=200", "technique"),
    ] {
        let answer = app.get(&format!("/api/v1/suggest?q={}&{within}", typed.replace(' ', "+"))).expect(200).json();
        let all = answer["suggestions"].as_array().unwrap();
        let found: Vec<_> = all.iter().filter(|suggestion| suggestion["kind"] == kinds).collect();
        assert!(!found.is_empty(), "{typed} within {within}: {answer}");
        for suggestion in found {
            let query = suggestion["url"].as_str().unwrap().strip_prefix(&format!("{BASE}/explore?")).unwrap();
            let value = suggestion["value"].as_str().unwrap();
            let name = if kinds == "place" { "near" } else { kinds };
            assert!(domain::query::pairs(query).contains(&(name.to_owned(), value.to_owned())), "{suggestion}");
            let total = &app.get(&format!("/api/v1/search?{query}")).expect(200).json()["total"];
            assert_eq!(&suggestion["count"], total, "{typed} within {within}: {suggestion}");
        }
    }
    // What is chosen is not suggested again.
    let chosen = app.get("/api/v1/suggest?q=chatbot&technique=chatbot").expect(200).json();
    assert!(!strings(&chosen["suggestions"], "kind").contains(&"technique"), "{chosen}");
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
        ("q=a&topic=pflege", "topic", "unknown-value"),
        ("q=a&colour=red", "colour", "unknown-name"),
        ("q=a&km=0", "km", "not-in-range"),
    ] {
        let problem = app.get(&format!("/api/v1/suggest?{query}")).problem(400);
        assert_eq!((&problem["errors"][0]["field"], &problem["errors"][0]["code"]), (&field.into(), &code.into()), "{query}");
    }
}
