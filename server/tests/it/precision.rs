//! A place is shown as exactly as its authors want it, whatever asks: no output tells more.

use crate::support::{TestApp, app};
use serde_json::{Value, json};

/// A house at the edge of Köln, 10 km from its middle, and what the world must not learn of it.
const HOUSE: (f64, f64) = (50.987_654, 7.054_321);
const EXACT: [&str; 3] = ["50.9876", "7.0543", "Gartenweg"];
/// The tile of the house at zoom 16, and a section of some metres around it.
const TILE: &str = "/map/entries/16/34052/21943.mvt";
const SECTION: &str = "bbox=7.0542,50.9875,7.0544,50.9878";

fn with(precision: Value) -> TestApp {
    let app = TestApp::new();
    let place = json!({"place": "Gartenweg 7, 51069 Köln", "lat": HOUSE.0, "lon": HOUSE.1, "precision": precision});
    let line = |more: Value| {
        let mut line = place.clone();
        line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        line.to_string()
    };
    app.import("organisations.jsonl", &line(json!({"id": "hidden-house", "name": "Quittenhaus", "kind": "association"})));
    let project =
        json!({"title": "Quittenbaum", "summary": "S", "problem": "P", "phase": "live", "organisation": "hidden-house", "id": "hidden"});
    app.import_project(&line(project));
    app
}

/// Everything that a reader or a program can ask for.
fn outputs() -> Vec<String> {
    let fixed = [
        "/projects/hidden",
        "/projects/hidden/revisions/1",
        "/organisations/hidden-house",
        "/organisations/hidden-house/revisions/1",
        "/api/v1/projects/hidden",
        "/api/v1/organisations/hidden-house",
        "/api/v1/projects.geojson?organisation=hidden-house",
        "/embed/projects/hidden",
        "/embed/organisations/hidden-house",
        "/oembed?url=https%3A%2F%2Fallmende.example%2Fprojects%2Fhidden",
        "/",
    ];
    let asked = [
        "/explore?view=map&",
        "/explore?view=table&",
        "/api/v1/search?",
        "/api/v1/projects?",
        "/feed.atom?",
        "/embed?",
        "/api/v1/suggest?",
    ];
    fixed.map(str::to_owned).into_iter().chain(asked.map(|path| format!("{path}q=Quittenbaum"))).collect()
}

fn count(app: &TestApp, query: &str) -> u64 {
    app.get(&format!("/api/v1/search?{query}")).expect(200).json()["total"].as_u64().unwrap()
}

#[test]
fn what_is_coarser_than_an_address_tells_no_address() {
    for precision in ["town", "postcode", "state", "none"] {
        let app = with(json!(precision));
        for output in outputs() {
            let text = app.get(&output).expect(200).text();
            let told: Vec<_> = EXACT.iter().filter(|exact| text.contains(**exact)).collect();
            assert!(told.is_empty(), "{precision}: {output} tells {told:?}");
        }
        assert!(app.get(TILE).expect(200).body.is_empty(), "{precision}");
        assert_eq!(count(&app, SECTION), 0, "{precision}");
        assert_eq!(count(&app, "q=Gartenweg"), 0, "{precision}");
    }
}

#[test]
fn an_address_is_shown_as_it_is() {
    let app = with(json!("address"));
    let hit = app.get("/api/v1/search?q=Quittenbaum&kind=project").json()["hits"][0].clone();
    assert_eq!(
        (hit["lat"].as_f64(), hit["lon"].as_f64(), hit["place"].as_str()),
        (Some(HOUSE.0), Some(HOUSE.1), Some("Gartenweg 7, 51069 Köln"))
    );
    assert!(!app.get(TILE).expect(200).body.is_empty());
    assert_eq!(count(&app, SECTION), 2);
}

#[test]
fn each_precision_is_shown_at_what_it_names() {
    let km = |hit: &Value, place: &str| {
        let meant = &app().get(&format!("/api/v1/search?near={place}&km=30")).expect(200).json()["near"];
        assert!(meant.is_string(), "{place}");
        let gazetteer = backend::gazetteer::Gazetteer::built_in();
        let point = domain::geo::Point::new(hit["lat"].as_f64().unwrap(), hit["lon"].as_f64().unwrap()).unwrap();
        gazetteer.find(place)[0].point.distance_km(point)
    };
    let shown = |precision: Value| {
        let app = with(precision);
        let hit = app.get("/api/v1/search?q=Quittenbaum&kind=project").json()["hits"][0].clone();
        let document = app.get("/api/v1/projects/hidden").json()["document"].clone();
        assert_eq!((&hit["lat"], &hit["lon"]), (&document["lat"], &document["lon"]));
        hit
    };
    let town = shown(json!("town"));
    assert!(km(&town, "Köln") < 0.001 && town["place"] == "Köln", "{town}");
    let postcode = shown(json!("postcode"));
    assert!(km(&postcode, "51069") < 0.001 && postcode["place"] == "51069 Köln", "{postcode}");
    let state = shown(json!("state"));
    assert_eq!((&state["lat"], &state["place"]), (&Value::Null, &json!("Nordrhein-Westfalen")));
    let none = shown(json!("none"));
    assert_eq!((&none["lat"], &none["place"]), (&Value::Null, &Value::Null));
    // Who says nothing gave a town: the point moves there, the words are theirs.
    assert!(km(&shown(Value::Null), "Köln") < 0.001);
}

#[test]
fn what_was_made_coarser_is_coarser_in_earlier_revisions_too() {
    let app = with(json!("address"));
    let coarser = json!({"id": "hidden", "title": "Quittenbaum", "summary": "S", "problem": "P", "phase": "live", "place": "Gartenweg 7, 51069 Köln",
        "lat": HOUSE.0, "lon": HOUSE.1, "precision": "town", "organisation": "hidden-house"});
    app.import_project(&coarser.to_string());
    let earlier = app.get("/projects/hidden/revisions/1").expect(200).text();
    assert!(EXACT.iter().all(|exact| !earlier.contains(exact)) && earlier.contains("Köln"));
}

#[test]
fn what_was_taken_away_is_gone_from_earlier_revisions_too() {
    for place in [json!({}), json!({"place": "Köln"})] {
        let app = with(json!("address"));
        let mut without = json!({"id": "hidden", "title": "Quittenbaum", "summary": "S", "problem": "P", "phase": "live", "scope": "local",
            "organisation": "hidden-house"});
        without.as_object_mut().unwrap().extend(place.as_object().unwrap().clone());
        app.import_project(&without.to_string());
        let earlier = app.get("/projects/hidden/revisions/1").expect(200).text();
        assert!(EXACT.iter().all(|exact| !earlier.contains(exact)), "{place}");
    }
}
