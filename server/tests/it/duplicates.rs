//! Entries that may be the same: moderators put them together, readers are led on.

use crate::support::{TestApp, attributes, texts};
use domain::vocabulary::Kind;
use scraper::Html;

const CARIFIX: &str = "/projects/carifix";
const OTHER: &str = "/projects/carifix-2";

/// Another telling of a project of the sample, with a lesson of its own.
fn told_twice(app: &TestApp) -> String {
    let line = r#"{"id": "carifix-2", "title": "CariFix noch einmal", "summary": "Dasselbe, anders erzählt.", "problem": "Ein Problem", "phase": "pilot", "scope": "local", "advice": "Redet früh miteinander."}"#;
    app.import_project(line);
    app.import(
        "lessons.jsonl",
        r#"{"id": "aus-carifix-2", "title": "Eine Erkenntnis von dort", "insight": "I", "outcome": "mixed", "project": "carifix-2"}"#,
    );
    let (a, b) = (app.id_of(Kind::Project, "carifix"), app.id_of(Kind::Project, "carifix-2"));
    format!("/moderation/duplicates/{}/{}", a.min(b), a.max(b))
}

/// The form as a browser would send it, `stays` with the title of this one.
fn filled(page: &Html, stays: &str) -> Vec<(String, String)> {
    let sides = texts(page, ".merge-side label");
    let place = sides.iter().position(|title| title.trim() == stays).unwrap();
    let names: std::collections::BTreeSet<String> = attributes(page, ".merge-choice input[checked]", "name").into_iter().collect();
    let chosen = names.into_iter().map(|name| {
        let value = attributes(page, &format!("input[name=\"{name}\"][checked]"), "value");
        (name, value[0].clone())
    });
    let versions = attributes(page, "input[name=versions]", "value")[0].clone();
    chosen.chain([("versions".to_owned(), versions), ("stays".to_owned(), place.to_string())]).collect()
}

#[test]
fn what_was_put_together_is_led_on_and_taken_apart() {
    let app = TestApp::new();
    let moderator = app.session("redaktion@allmende.example.org", None, true);
    let cookie = [("cookie", &*moderator)];
    let merge = told_twice(&app);
    app.get(OTHER).expect(200);
    let before = app.get(CARIFIX).expect(200).text();
    assert!(!before.contains("Eine Erkenntnis von dort"));

    let page = app.send("GET", &merge, &cookie).expect(200).html();
    let title = texts(&Html::parse_document(&app.get(CARIFIX).text()), "h1")[0].trim().to_owned();
    let fields = filled(&page, &title);
    assert!(
        fields.iter().any(|(name, _)| name == "from-advice") && fields.iter().any(|(name, _)| name == "from-organisation"),
        "{fields:?}"
    );
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    app.post(&merge, &fields, &cookie).expect(303);

    for (address, to) in [
        (OTHER.to_owned(), CARIFIX.to_owned()),
        (format!("{OTHER}?lang=en"), format!("{CARIFIX}?lang=en")),
        (format!("{OTHER}/revisions/1"), CARIFIX.to_owned()),
        (format!("{OTHER}/history"), format!("{CARIFIX}/history")),
        (format!("/embed{OTHER}"), format!("/embed{CARIFIX}")),
        (format!("/api/v1{OTHER}"), format!("/api/v1{CARIFIX}")),
    ] {
        for cookies in [&[][..], &cookie[..]] {
            let answer = app.send("GET", &address, cookies).expect(301);
            assert_eq!((answer.header("location"), answer.header("cache-control")), (&*to, "no-cache"), "{address}");
        }
        app.get(&to).expect(200);
    }
    app.catch_up();
    assert!(app.get(CARIFIX).text().contains("Eine Erkenntnis von dort"), "no page from before");
    assert!(app.get("/lessons/aus-carifix-2").expect(200).text().contains(CARIFIX));
    assert!(!app.get("/sitemap.xml").text().contains("/projects/carifix-2<"));
    // Again: somebody did it meanwhile.
    let twice = app.post(&merge, &fields, &cookie).expect(409);
    assert!(twice.text().contains("Jemand war schneller") && twice.text().contains("ging auf in"));

    // It is put back there, and not as what was taken away.
    let page = app.send("GET", &format!("/moderation/entries/{}", app.id_of(Kind::Project, "carifix-2")), &cookie).expect(200);
    assert!(!page.text().contains("value=\"restore\"") && page.text().contains(&merge), "{}", page.text());

    let page = app.send("GET", "/moderation/duplicates?show=merged", &cookie).expect(200).html();
    let (from, to) = (attributes(&page, "input[name=from]", "value")[0].clone(), attributes(&page, "input[name=to]", "value")[0].clone());
    let done = app.post("/moderation/duplicates/undo", &[("from", &from), ("to", &to)], &cookie).expect(303);
    let page = app.send("GET", done.header("location"), &cookie).expect(200);
    assert!(page.text().contains("Beide Einträge sind wieder da."));
    app.get(OTHER).expect(200);
    app.catch_up();
    assert!(!app.get(CARIFIX).text().contains("Eine Erkenntnis von dort"));
}

#[test]
fn pairs_are_listed_and_dismissed() {
    let app = TestApp::new();
    let moderator = app.session("redaktion@allmende.example.org", None, true);
    let cookie = [("cookie", &*moderator)];
    let list = |address: &str| app.send("GET", address, &cookie).expect(200).html();
    assert!(texts(&list("/moderation/duplicates"), ".lead")[0].contains("Nichts sieht nach einem Doppel aus"));
    // Word for word what another says.
    let carifix = app.get("/api/v1/projects/carifix").json()["document"].clone();
    let mut twin = carifix.as_object().unwrap().clone();
    twin.insert("id".into(), "carifix-2".into());
    app.import_project(&serde_json::to_string(&twin).unwrap());
    app.post("/moderation/duplicates/look", &[], &cookie).expect(303);
    let page = list("/moderation/duplicates");
    assert!(texts(&page, ".likely")[0].contains("Titel fast gleich"), "{:?}", texts(&page, ".likely"));
    let pairs = texts(&page, ".likely").len();
    let (a, b) = (attributes(&page, "input[name=a]", "value")[0].clone(), attributes(&page, "input[name=b]", "value")[0].clone());
    for (step, left, said) in [("dismiss", pairs - 1, 1), ("restore", pairs, 0)] {
        app.post(&format!("/moderation/duplicates/{step}"), &[("a", &a), ("b", &b)], &cookie).expect(303);
        app.post("/moderation/duplicates/look", &[], &cookie).expect(303);
        assert_eq!(texts(&list("/moderation/duplicates"), ".likely").len(), left, "{step}");
        assert_eq!(texts(&list("/moderation/duplicates?show=dismissed"), ".likely").len(), said, "{step}");
    }
    assert!(app.send("GET", "/moderation", &cookie).text().contains("/moderation/duplicates"));
}
