//! One entry with its document and what belongs to it.

use crate::support::{BASE, TestApp, app, strings};

#[test]
fn a_project_comes_with_its_document_and_lessons() {
    let app = app();
    let project = app.get("/api/v1/projects/carifix").expect(200).json();
    assert_eq!((&project["kind"], &project["state"], &project["revision"]), (&"project".into(), &"published".into(), &1.into()));
    assert_eq!((&project["origin"], &project["url"]), (&"public-sources".into(), &format!("{BASE}/projects/carifix").into()));
    assert_eq!(project["published_at"], "2026-11-01T12:00:00Z");
    assert!(project["document"]["problem"].as_str().unwrap().len() > 20);
    assert_eq!(project["document"]["organisation"], "deutscher-caritasverband");
    assert_eq!(project["organisation_name"], "Deutscher Caritasverband e.V.");
    assert_eq!((project["lessons"].as_array().unwrap().len(), &project["lessons_total"]), (6, &6.into()));
}

#[test]
fn a_lesson_comes_with_its_projects_and_contradictions() {
    let app = app();
    let lesson = app.get("/api/v1/lessons/quellen-kuratieren").expect(200).json();
    assert!(lesson["document"]["insight"].as_str().is_some() && !lesson["projects"].as_array().unwrap().is_empty());
    let other = &lesson["contradictions"][0];
    assert_eq!(other["url"], format!("{BASE}/lessons/quellenbindung-verhindert-nicht-alles"));
    assert!(other["why"].as_str().unwrap().contains("Geprüfte Quellen"));
}

#[test]
fn an_organisation_comes_with_what_it_did_and_learned() {
    let app = app();
    let organisation = app.get("/api/v1/organisations/deutscher-caritasverband").expect(200).json();
    assert_eq!(organisation["document"]["name"], "Deutscher Caritasverband e.V.");
    assert!(strings(&organisation["projects"], "slug").contains(&"carifix"));
    assert_eq!(organisation["lessons_total"], organisation["lessons"].as_array().unwrap().len());
}

#[test]
fn every_hit_has_details() {
    let app = app();
    for page in 1..=4 {
        let answer = app.get(&format!("/api/v1/search?per_page=100&page={page}")).json();
        for hit in answer["hits"].as_array().unwrap() {
            let (kind, slug) = (hit["kind"].as_str().unwrap(), hit["slug"].as_str().unwrap());
            let details = app.get(&format!("/api/v1/{kind}s/{slug}")).expect(200).json();
            assert_eq!((&details["kind"], &details["slug"]), (&hit["kind"], &hit["slug"]));
        }
    }
}

#[test]
fn a_place_that_is_not_public_does_not_leave_the_house() {
    let app = TestApp::new();
    for (precision, shown) in [("state", "Bayern"), ("none", "")] {
        app.import_project(&format!(
            r#"{{"id": "shelter-{precision}", "title": "Refugium", "summary": "S", "problem": "P", "phase": "live", "scope": "regional", "place": "Bayern", "lat": 48.123456, "lon": 11.654321, "precision": "{precision}"}}"#
        ));
        let details = app.get(&format!("/api/v1/projects/shelter-{precision}")).expect(200);
        assert_eq!(details.json()["document"]["place"], shown);
        assert!(details.json()["document"]["lat"].is_null() && details.json()["document"]["lon"].is_null());
    }
    let addresses = [
        "/api/v1/projects/shelter-state",
        "/api/v1/search?q=Refugium",
        "/api/v1/projects.geojson",
        "/projects/shelter-none",
        "/explore?q=Refugium",
    ];
    for address in addresses {
        let text = app.get(address).expect(200).text();
        assert!(!text.contains("48.12") && !text.contains("11.65"), "{address}");
    }
    assert_eq!(app.get("/api/v1/search?q=Refugium").json()["total"], 2);
    assert_eq!(app.get("/api/v1/search?q=Refugium&near=80331&km=1000").json()["total"], 0);
}
