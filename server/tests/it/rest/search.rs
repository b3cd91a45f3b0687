//! `/api/v1/search` and the lists of one kind.

use crate::support::{BASE, TestApp, app, strings};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn search(app: &TestApp, query: &str) -> Value {
    app.get(&format!("/api/v1/search?{query}")).expect(200).json()
}

fn slugs(answer: &Value) -> BTreeSet<String> {
    strings(&answer["hits"], "slug").into_iter().map(str::to_owned).collect()
}

#[test]
fn a_search_answers_with_the_documented_names() {
    let app = app();
    let answer = search(&app, "q=chatbot&kind=project");
    for name in ["total", "page", "per_page", "hits", "facets"] {
        assert!(answer.get(name).is_some(), "{name}");
    }
    let documented =
        ["kind", "slug", "title", "summary", "organisation", "phase", "topics", "place", "lat", "lon", "updated_at", "url", "highlights"];
    for hit in answer["hits"].as_array().unwrap() {
        for name in documented {
            assert!(hit.get(name).is_some(), "{name} in {hit}");
        }
        assert_eq!(hit["url"], format!("{BASE}/projects/{}", hit["slug"].as_str().unwrap()));
        assert!(hit["updated_at"].as_str().unwrap().ends_with('Z'), "{hit}");
    }
}

#[test]
fn highlights_are_the_text_in_pieces() {
    let app = app();
    let answer = search(&app, "q=chatbot&kind=project");
    let hits = answer["hits"].as_array().unwrap();
    let joined = |pieces: &Value| strings(pieces, "text").concat();
    assert!(hits.iter().all(|hit| joined(&hit["highlights"]["title"]) == hit["title"].as_str().unwrap()));
    let marked = |hit: &Value| {
        let pieces = ["title", "summary"].map(|name| hit["highlights"][name].as_array().unwrap().clone()).concat();
        pieces.iter().any(|piece| piece["hit"] == true && piece["text"].as_str().unwrap().to_lowercase().contains("chatbot"))
    };
    assert!(hits.iter().take(5).all(marked));
    assert_eq!(search(&app, "kind=project")["hits"][0]["highlights"], serde_json::json!({}));
}

#[test]
fn umlauts_may_be_typed_in_any_way() {
    let app = app();
    let expected = search(&app, "q=%C3%9Cbersetzung&per_page=100");
    assert!(expected["total"].as_u64().unwrap() > 3);
    for typed in ["uebersetzung", "ubersetzung", "%C3%BCbersetzung", "UEBERSETZUNG"] {
        assert_eq!(slugs(&search(&app, &format!("q={typed}&per_page=100"))), slugs(&expected), "{typed}");
    }
}

#[test]
fn a_typing_mistake_finds_what_was_meant() {
    let app = app();
    let found = search(&app, "q=chatbto&per_page=100");
    assert!(found["hits"].to_string().to_lowercase().contains("chatbot"), "{found}");
    assert!(!slugs(&found).is_disjoint(&slugs(&search(&app, "q=chatbot&per_page=100"))));
}

#[test]
fn an_answer_says_how_the_text_was_taken() {
    let app = app();
    let answer = |query: &str| search(&app, query);
    let taken = |answer: &Value| (answer["corrected"].clone(), answer["with_all"].clone());
    assert_eq!(taken(&answer("q=chatbot")), (Value::Null, Value::Null));
    assert_eq!(taken(&answer("q=chatbto")), ("chatbot".into(), Value::Null));
    assert_eq!(taken(&answer("q=wald+pflege")), (Value::Null, 0.into()));
    assert_eq!(answer("q=sozialberatung")["taken_apart"], Value::Array(vec![]));
    let apart = answer("q=Frauenhaus");
    assert_eq!(apart["taken_apart"], serde_json::json!(["Frauenhaus"]));
    assert!(apart["total"].as_u64().unwrap() > 0, "{apart}");
    let both = answer("q=chatbto+wald");
    assert_eq!(both["corrected"], "chatbot wald");
    assert!(both["with_all"].as_u64().unwrap() < both["total"].as_u64().unwrap(), "{both}");
}

#[test]
fn counts_of_a_facet_say_what_one_more_value_would_bring() {
    let app = app();
    let all = search(&app, "kind=project");
    let care = search(&app, "kind=project&topic=care");
    assert_eq!(care["facets"]["topic"], all["facets"]["topic"], "its own choice does not narrow a facet");
    assert_eq!(care["total"], all["facets"]["topic"]["care"]);
    assert_ne!(care["facets"]["phase"], all["facets"]["phase"], "the choice narrows the others");
    for (phase, count) in care["facets"]["phase"].as_object().unwrap() {
        assert_eq!(search(&app, &format!("kind=project&topic=care&phase={phase}"))["total"], *count, "{phase}");
    }
    let both = search(&app, "kind=project&topic=care&topic=health")["total"].as_u64().unwrap();
    let sum = ["care", "health"].map(|topic| all["facets"]["topic"][topic].as_u64().unwrap());
    assert!(both <= sum[0] + sum[1] && both >= sum[0].max(sum[1]), "values of one facet add up");
}

#[test]
fn paging_shows_everything_once() {
    let app = app();
    let mut seen = BTreeMap::<(String, String), u32>::new();
    let total = search(&app, "per_page=100")["total"].as_u64().unwrap();
    assert_eq!(total, 353);
    for page in 1..=4 {
        let answer = search(&app, &format!("per_page=100&page={page}"));
        assert_eq!((&answer["page"], &answer["per_page"], &answer["total"]), (&page.into(), &100.into(), &353.into()));
        for hit in answer["hits"].as_array().unwrap() {
            *seen.entry((hit["kind"].to_string(), hit["slug"].to_string())).or_default() += 1;
        }
    }
    assert_eq!((seen.len(), seen.values().max()), (353, Some(&1)));
    assert_eq!(search(&app, "page=1000")["hits"], serde_json::json!([]));
}

#[test]
fn each_kind_has_its_list() {
    let app = app();
    for (path, kind, total) in [("projects", "project", 111), ("lessons", "lesson", 134), ("organisations", "organisation", 108)] {
        let list = app.get(&format!("/api/v1/{path}?per_page=100")).expect(200).json();
        assert_eq!(list["total"], total);
        assert!(strings(&list["hits"], "kind").iter().all(|found| *found == kind), "{path}");
        assert_eq!(app.get(&format!("/api/v1/{path}?kind=lesson")).json()["total"], total, "the path decides");
    }
}

#[test]
fn who_has_the_answer_already_is_told_so() {
    let app = app();
    for path in ["search?q=chatbot", "suggest?q=chat", "projects/carifix", "projects.geojson"] {
        let first = app.get(&format!("/api/v1/{path}")).expect(200);
        let tag = first.header("etag");
        assert!(tag.starts_with("W/\""), "{path}: {tag}");
        let again = app.send("GET", &format!("/api/v1/{path}"), &[("if-none-match", tag)]).expect(304);
        assert!(again.body.is_empty() && again.header("etag") == tag, "{path}");
        app.send("GET", &format!("/api/v1/{path}"), &[("if-none-match", "W/\"other\"")]).expect(200);
    }
}

#[test]
fn text_is_never_read_as_markup_or_as_a_language() {
    let app = app();
    for text in ["%3Cscript%3E", "%22", "%2B-%26%26%7C%7C%21%28%29", "title%3Aa", "%2A", "a%00b", "%F0%9F%A4%96", "%E2%80%8B"] {
        search(&app, &format!("q={text}"));
    }
}
