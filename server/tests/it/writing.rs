//! The forms of authors, as browsers send them.

use crate::{
    browser::Browser,
    support::{Answer, TestApp, attributes, css, texts},
};
use backend::{storage::drafts, usecases::create_account::create_account};
use domain::{account::Actor, id::EntryId, vocabulary::Kind};

const ANNA: &str = "anna@verein.example.org";

const QUICK: [(&str, &str); 5] = [
    ("title", "Fahrdienst plant Touren mit KI"),
    ("problem", "Unser Fahrdienst plant jeden Abend zwei Stunden von Hand."),
    ("summary", "Ein Programm schlägt Touren vor."),
    ("phase", "pilot"),
    ("scope", "local"),
];

/// Somebody with an organisation of their own that nobody has looked at, and a draft; the path of the draft's page.
fn begun(app: &TestApp) -> (Browser<'_>, String) {
    let mut anna = Browser::signed_in(app, ANNA);
    let founding = [("name", "Nachbarschaft Überall e.V."), ("kind", "association")];
    anna.post("/organisations/new", &founding).expect(303);
    let draft = begin(&mut anna, &QUICK);
    (anna, draft)
}

fn begin(anna: &mut Browser<'_>, fields: &[(&str, &str)]) -> String {
    let page = anna.get("/submit/new/project").expect(200);
    let organisation = attributes(&page.html(), "input[name=organisation]", "value").remove(0);
    let fields: Vec<_> = [("organisation", &*organisation)].into_iter().chain(fields.iter().copied()).collect();
    anna.post("/submit/new/project", &fields).expect(303).header("location").to_owned()
}

/// What a form of this page sends along that nobody sees, and then this.
fn with<'a>(hidden: &'a [(String, String)], fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(fields.iter().copied()).collect()
}

fn hidden(page: &Answer) -> Vec<(String, String)> {
    let html = page.html();
    let of = |name: &str| attributes(&html, &format!("input[name={name}]"), "value").first().cloned().unwrap_or_default();
    ["version", "seen"].map(|name| (name.to_owned(), of(name))).to_vec()
}

fn moderator(app: &TestApp) -> Browser<'_> {
    app.with_backend(async |backend| create_account(backend, &Actor::System, "redaktion@allmende.example.org", true, None).await.unwrap());
    Browser::signed_in(app, "redaktion@allmende.example.org")
}

fn id(draft: &str) -> EntryId {
    draft.rsplit('/').next().unwrap().parse().unwrap()
}

fn decide(app: &TestApp, moderator: &mut Browser<'_>, draft: &str, decision: &str) {
    let (revision, version) = app.revision_of(id(draft));
    let fields = [("version", &*version.to_string()), ("decision", decision), ("reason", "Weil.")];
    moderator.post(&format!("/moderation/{revision}"), &fields).expect(303);
}

#[test]
fn what_is_told_is_counted_in_one_way_before_and_after_it_was_handed_in() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let counts = |page: Answer| {
        let html = page.expect(200).html();
        (texts(&html, ".completeness p")[0].clone(), texts(&html, ".sections .quiet"), texts(&html, ".complete-next li"))
    };
    let before = counts(anna.get(&draft));
    assert!(before.0.contains("Von 20 Angaben") && before.0.contains("sind 5 da"), "{}", before.0);
    assert!(before.2[0].contains("Themen"), "{:?}", before.2);
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    anna.post(&format!("{draft}/take-back"), &[]).expect(303);
    assert_eq!(counts(anna.get(&draft)), before);
}

#[test]
fn a_mark_that_is_none_is_told_at_its_field_in_words() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let section = format!("{draft}/edit/make-or-buy");
    let hidden = hidden(&anna.get(&section).expect(200));
    let at = |name: &str| format!("make_or_buy.options[0].{name}");
    let (name, weight, score, other) = (at("name"), at("financing.weight"), at("financing.score"), at("scalability.weight"));
    let typed = [(&*name, "Bauen"), (&*weight, "viel"), (&*score, "9"), (&*other, "2,5")];
    let saved = anna.post(&section, &with(&hidden, &typed)).expect(303);
    assert_eq!(saved.header("location"), section, "it stays where something is wrong");
    let page = anna.get(&section).expect(200).html();
    assert_eq!(attributes(&page, "[aria-invalid]", "name"), [&*other, &weight, &score].map(str::to_owned).to_vec());
    let wrong = texts(&page, ".form-wrong");
    assert!(wrong.iter().all(|said| said == "Bitte eine ganze Zahl von 0 bis 5."), "{wrong:?}");
    // From the overview one gets to the very field.
    let overview = anna.get(&draft).expect(200).html();
    let links = attributes(&overview, ".refusal li a", "href");
    assert!(links.iter().any(|link| link.ends_with("?check=yes#make_or_buy.options%5B0%5D.financing.weight")), "{links:?}");
    let names = texts(&overview, ".refusal li a");
    assert!(names.contains(&"Möglichkeiten, Nr. 1, Bezahlbar: Gewicht".to_owned()), "{names:?}");
}

#[test]
fn dates_are_days_that_there_are_and_none_is_in_another_century() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let section = format!("{draft}/edit/people");
    for (typed, said) in [
        ("31.2.2025", Some("Diesen Tag gibt es im Kalender nicht.")),
        ("2099", Some("zu weit in der Zukunft")),
        ("bald", Some("März 2024")),
        ("März 2025", None),
        ("17 March 2024", None),
    ] {
        let hidden = hidden(&anna.get(&section).expect(200));
        anna.post(&section, &with(&hidden, &[("started", typed), ("then", "stay")])).expect(303);
        let page = anna.get(&section).expect(200).html();
        let wrong = texts(&page, "#started-wrong");
        match said {
            Some(said) => assert!(wrong.len() == 1 && wrong[0].contains(said), "{typed}: {wrong:?}"),
            None => assert_eq!(wrong, Vec::<String>::new(), "{typed}"),
        }
    }
    assert_eq!(attributes(&anna.get(&section).html(), "#started", "value"), ["2024-03-17"]);
}

#[test]
fn nothing_can_be_said_in_two_ways_that_mean_the_same() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let section = format!("{draft}/edit/data");
    let nothings = |page: Answer| {
        let options = texts(&page.expect(200).html(), "#personal_data option");
        options.into_iter().filter(|option| option.to_lowercase() == "keine angabe").count()
    };
    let page = anna.get(&section);
    let hidden = hidden(&page);
    assert_eq!(nothings(page), 1);
    // What another way of writing said stays.
    anna.post(&section, &with(&hidden, &[("personal_data", "unknown")])).expect(303);
    let page = anna.get(&section);
    assert_eq!(attributes(&page.html(), "#personal_data option[selected]", "value"), ["unknown"]);
    assert_eq!(nothings(page), 1);
}

#[test]
fn errors_are_sentences_in_the_language_of_the_page_and_terse_for_programs() {
    let app = TestApp::new();
    let (mut anna, _) = begun(&app);
    let page = anna.get("/submit/new/project").expect(200);
    let organisation = attributes(&page.html(), "input[name=organisation]", "value").remove(0);
    let english = anna.post("/submit/new/project?lang=en", &[("organisation", &organisation)]).expect(400).html();
    assert_eq!(texts(&english, "#title-wrong"), ["Please enter something."]);
    assert_eq!(texts(&english, "#phase-wrong"), ["Please choose something."]);
    let german = anna.post("/submit/new/project?lang=de", &[("organisation", &organisation)]).expect(400).html();
    assert_eq!(
        (texts(&german, "#title-wrong"), texts(&german, "#phase-wrong")),
        (vec!["Bitte etwas eintragen.".into()], vec!["Bitte etwas wählen.".into()])
    );
    // Either of two has to be there, and both say so.
    let marks = |name: &str| texts(&german, &format!("label[for={name}] .form-must"));
    assert_eq!(
        (marks("place"), marks("scope")),
        (vec!["(Ort oder Gebiet muss sein)".to_owned()], vec!["(Ort oder Gebiet muss sein)".to_owned()])
    );
}

#[test]
fn two_windows_at_one_draft_are_in_nobodys_way_until_both_change_the_same_field() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let (story, people) = (format!("{draft}/edit/story"), format!("{draft}/edit/people"));
    // Both are open before either is saved.
    let (in_story, in_people) = (hidden(&anna.get(&story).expect(200)), hidden(&anna.get(&people).expect(200)));
    anna.post(&story, &with(&in_story, &[("solution", "Eins"), ("results", "")])).expect(303);
    anna.post(&people, &with(&in_people, &[("reach", "drei Orte")])).expect(303);
    // The same section from the first window: another field.
    anna.post(&story, &with(&in_story, &[("solution", ""), ("results", "Zwei")])).expect(303);
    let document = app
        .with_backend(async |backend| drafts::latest(&mut backend.db.read().await.unwrap(), id(&draft)).await.unwrap().unwrap().document);
    assert_eq!((&document["solution"], &document["reach"], &document["results"]), (&"Eins".into(), &"drei Orte".into(), &"Zwei".into()));

    let torn = anna.post(&story, &with(&in_story, &[("solution", "Drei"), ("advice", "Vier")])).expect(409);
    let html = torn.html();
    assert_eq!(texts(&html, ".form-theirs blockquote"), ["Eins"], "only what both changed has two texts");
    assert!(texts(&html, "#solution").concat().contains("Drei") && texts(&html, "#results").concat().contains("Zwei"));
    assert!(texts(&html, "#advice").concat().contains("Vier"));
    assert!(torn.text().contains("Das wart ihr selbst"), "{}", texts(&html, "[role=alert]").concat());
    // Once more: now it counts.
    let now = hidden(&torn);
    anna.post(&story, &with(&now, &[("solution", "Drei"), ("results", "Zwei"), ("advice", "Vier")])).expect(303);
    let page = anna.get(&story).expect(200).html();
    assert!(texts(&page, "#solution").concat().contains("Drei") && texts(&page, "#advice").concat().contains("Vier"));
}

#[test]
fn what_a_script_keeps_never_writes_over_what_it_did_not_show() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let story = format!("{draft}/edit/story");
    let window = hidden(&anna.get(&story).expect(200));
    anna.post(&story, &with(&window, &[("solution", "Ihres")])).expect(303);
    let cookie = anna.header();
    let json = [("cookie", &*cookie), ("accept", "application/json"), ("sec-fetch-site", "same-origin")];
    let keep = |seen: &[(String, String)], typed: &[(&str, &str)]| app.post(&story, &with(seen, typed), &json);
    let first = keep(&window, &[("solution", ""), ("results", "Meines")]).expect(200).json();
    let next = ["version", "seen"].map(|name| (name.to_owned(), first[name].as_str().unwrap().to_owned())).to_vec();
    // The window still shows no solution, and says nothing of it.
    keep(&next, &[("solution", ""), ("results", "Meines, länger")]).expect(200);
    keep(&next, &[("solution", "Doch eine"), ("results", "Meines, länger")]).expect(409);
    let page = anna.get(&story).expect(200).html();
    assert!(texts(&page, "#solution").concat().contains("Ihres") && texts(&page, "#results").concat().contains("länger"));
    // What is wrong is told, too.
    let people = format!("{draft}/edit/people");
    let window = hidden(&anna.get(&people).expect(200));
    let said = app.post(&people, &with(&window, &[("started", "bald")]), &json).expect(200).json();
    assert!(said["said"].as_str().unwrap().contains("Bei „Begonnen“ stimmt noch etwas nicht"), "{said}");
}

#[test]
fn who_comes_to_the_form_of_what_is_no_draft_is_told_how_it_stands() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let mut editors = moderator(&app);
    let says = |anna: &mut Browser<'_>, words: &str| {
        for page in ["edit/story", "pictures"] {
            let answer = anna.get(&format!("{draft}/{page}")).expect(409);
            assert!(texts(&answer.html(), ".lead").concat().contains(words), "{page}: {:?}", texts(&answer.html(), ".lead"));
            assert_eq!(attributes(&answer.html(), ".form-page a.button", "href"), [&*draft]);
        }
    };
    let open = hidden(&anna.get(&format!("{draft}/edit/story")).expect(200));
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    says(&mut anna, "ist eingereicht und wird gelesen");
    // Whoever was still typing keeps their text.
    let kept = anna.post(&format!("{draft}/edit/story"), &with(&open, &[("solution", "Lange geschrieben")])).expect(409);
    assert!(kept.text().contains("Lange geschrieben") && kept.text().contains("inzwischen eingereicht"));
    decide(&app, &mut editors, &draft, "publish");
    says(&mut anna, "ist veröffentlicht");
    anna.post(&format!("{draft}/end"), &[("ending", "archive")]).expect(303);
    says(&mut anna, "ist abgelegt");
    anna.post(&format!("{draft}/end"), &[("ending", "withdraw")]).expect(303);
    says(&mut anna, "ist zurückgezogen");
}

#[test]
fn what_was_done_is_said_on_the_next_page() {
    let app = TestApp::new();
    let mut anna = Browser::signed_in(&app, ANNA);
    // On the way to a project, an organisation is founded first.
    let first = anna.get("/submit").expect(200).html();
    assert!(texts(&first, ".form-page").concat().contains("Das sind wir"));
    let found = attributes(&first, ".form-page a.button", "href").remove(0);
    let form = anna.get(&found).expect(200).html();
    let next = attributes(&form, "input[name=next]", "value").remove(0);
    let refused = anna.post("/organisations/new", &[("name", ""), ("next", &next)]).expect(400).html();
    assert_eq!(attributes(&refused, "input[name=next]", "value"), [&*next]);
    let fields = [("name", "Nachbarschaft Überall e.V."), ("kind", "association"), ("next", &next)];
    let on = anna.post("/organisations/new", &fields).expect(303);
    assert_eq!(on.header("location"), "/submit/new/project?done=founded");
    let page = anna.get(on.header("location")).expect(200).html();
    assert!(texts(&page, ".done [role=status]")[0].contains("Eure Organisation ist angelegt"));
    let elsewhere = [("name", "Andere Leute e.V."), ("kind", "association"), ("next", "//evil.example"), ("is_another", "1")];
    assert!(anna.post("/organisations/new", &elsewhere).expect(303).header("location").starts_with("/organisations/"));

    let draft = {
        let fields: Vec<_> = [("organisation", "")].into_iter().chain(QUICK).collect();
        let page = anna.get("/submit/new/project").expect(200).html();
        let organisation = attributes(&page, "select[name=organisation] option", "value").remove(0);
        let fields: Vec<_> =
            fields.into_iter().map(|(name, value)| if name == "organisation" { (name, &*organisation) } else { (name, value) }).collect();
        anna.post("/submit/new/project", &fields).expect(303).header("location").to_owned()
    };
    let gone = anna.post(&format!("{draft}/discard"), &[("version", "1")]).expect(303);
    let page = anna.get(gone.header("location")).expect(200).html();
    assert_eq!(texts(&page, ".done [role=status]"), ["Der Entwurf ist gelöscht."]);

    let mut bert = Browser::signed_in(&app, "bert@verein.example.org");
    let home = bert.post("/account/delete", &[("typed", "bert@verein.example.org")]).expect(303);
    assert!(texts(&bert.get(home.header("location")).expect(200).html(), ".done [role=status]")[0].contains("Euer Konto ist gelöscht"));
    // Nobody else's words are said.
    assert_eq!(app.get("/?done=%3Cb%3Ex").expect(200).html().select(&css(".done")).count(), 0);
}

#[test]
fn an_organisation_is_described_in_german_unless_somebody_says_otherwise_and_in_few_words() {
    let app = TestApp::new();
    let mut anna = Browser::signed_in(&app, ANNA);
    let founding = [("name", "Nachbarschaft Überall e.V."), ("kind", "association"), ("is_another", "1")];
    let language = |slug: &str| {
        let organisation = app.id_of(Kind::Organisation, slug);
        app.with_backend(async |backend| {
            drafts::latest(&mut backend.db.read().await.unwrap(), organisation).await.unwrap().unwrap().document["language"].clone()
        })
    };
    anna.post("/organisations/new?lang=en", &founding).expect(303);
    assert_eq!(language("nachbarschaft-ueberall-e-v"), "de");
    let english: Vec<_> = founding.into_iter().chain([("language", "en")]).collect();
    anna.post("/organisations/new", &english).expect(303);
    assert_eq!(language("nachbarschaft-ueberall-e-v-2"), "en");
    let long = "Wir helfen. ".repeat(500);
    let refused: Vec<_> = founding.into_iter().chain([("description", &*long), ("language", "en")]).collect();
    let page = anna.post("/organisations/new?lang=de", &refused).expect(400).html();
    assert!(texts(&page, "#description-wrong")[0].starts_with("Höchstens 600 Zeichen"), "{:?}", texts(&page, "#description-wrong"));
    assert_eq!(attributes(&page, "#language option[selected]", "value"), ["en"]);
}

#[test]
fn parts_are_numbered_to_the_last_which_leads_back() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let parts = anna.get(&draft).expect(200).html().select(&css(".sections > li")).count();
    let links = anna.get(&format!("{draft}/edit/links")).expect(200);
    assert!(links.text().contains(&format!("Teil 9 von {parts}.")));
    assert_eq!(texts(&links.html(), ".form-row button"), ["Speichern und weiter", "Nur speichern"]);
    let seen = hidden(&links);
    let next = anna.post(&format!("{draft}/edit/links"), &with(&seen, &[("website", "www.verein.de")])).expect(303);
    assert_eq!(next.header("location"), format!("{draft}/pictures"));
    assert!(anna.get(next.header("location")).expect(200).text().contains(&format!("Teil {parts} von {parts}.")));
    let file = app
        .upload(
            &format!("{draft}/pictures"),
            ("", b""),
            &[("alt", "Ein Bus")],
            &[("cookie", &anna.header()), ("sec-fetch-site", "same-origin")],
        )
        .expect(400);
    assert_eq!(texts(&file.html(), "#file-wrong"), ["Bitte etwas wählen."]);
}

#[test]
fn what_was_never_published_can_be_deleted_and_what_was_says_why_not() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let mut editors = moderator(&app);
    let deletes = |page: Answer| attributes(&page.html(), "form[action$='/delete']", "action").len();
    assert_eq!(deletes(anna.get(&draft)), 0, "a draft is thrown away");
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    anna.post(&format!("{draft}/delete"), &[]).expect(409);
    decide(&app, &mut editors, &draft, "reject");
    assert_eq!(deletes(anna.get(&draft)), 1);
    let gone = anna.post(&format!("{draft}/delete"), &[]).expect(303);
    assert_eq!(gone.header("location"), "/submit?done=entry-deleted");
    anna.get(&draft).expect(404);

    let draft = begin(&mut anna, &QUICK);
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    decide(&app, &mut editors, &draft, "publish");
    anna.post(&format!("{draft}/end"), &[("ending", "withdraw")]).expect(303);
    let page = anna.get(&draft).expect(200);
    assert!(page.text().contains("Ganz gelöscht wird nicht"));
    assert_eq!(deletes(page), 0);
    anna.post(&format!("{draft}/delete"), &[]).expect(409);
}

#[test]
fn a_link_of_a_mail_whose_code_was_used_leads_on() {
    let app = TestApp::new();
    let mut anna = Browser::new(&app);
    let (link, code) = anna.ask(ANNA);
    anna.post("/sign-in/code", &[("code", &code)]).expect(303);
    let page = anna.get(&link).expect(404);
    assert!(page.text().contains("Ihr seid schon angemeldet"));
    assert_eq!(attributes(&page.html(), ".form-page a.button", "href"), ["/submit"]);
    assert!(app.get(&link).expect(404).text().contains("Dieser Link gilt nicht mehr"));
}

#[test]
fn an_entry_names_no_organisation_that_readers_cannot_read_and_who_decides_is_warned() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let mut editors = moderator(&app);
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    let (revision, _) = app.revision_of(id(&draft));
    let page = editors.get(&format!("/moderation/{revision}")).expect(200);
    let organisation = app.id_of(Kind::Organisation, "nachbarschaft-ueberall-e-v");
    let (owner, _) = app.revision_of(organisation);
    assert!(page.text().contains("„Nachbarschaft Überall e.V.“, von der dieser Eintrag ist, ist noch nicht veröffentlicht"));
    assert!(attributes(&page.html(), ".notice a", "href").contains(&format!("/moderation/{owner}")));
    decide(&app, &mut editors, &draft, "publish");
    let address = "/projects/fahrdienst-plant-touren-mit-ki";
    let told = app.get(&format!("/api/v1{address}")).expect(200).json();
    assert_eq!((&told["document"]["organisation"], &told["organisation_name"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    assert_eq!(app.get(address).expect(200).html().select(&css(".entry-by")).count(), 0);
    decide(&app, &mut editors, &format!("/submit/{organisation}"), "publish");
    let told = app.get(&format!("/api/v1{address}")).expect(200).json();
    assert_eq!(told["document"]["organisation"], "nachbarschaft-ueberall-e-v");
    assert_eq!(texts(&app.get(address).expect(200).html(), ".entry-by a"), ["Nachbarschaft Überall e.V."]);
    let next = editors.get(&format!("/moderation/{revision}")).expect(200);
    assert!(!next.text().contains("von der dieser Eintrag ist"));
    app.catch_up();
    let hits = app.get("/api/v1/search?q=Fahrdienst").expect(200).json();
    assert!(hits["hits"].as_array().unwrap().iter().any(|hit| hit["organisation"] == "nachbarschaft-ueberall-e-v"), "{hits}");
}

#[test]
fn an_organisation_that_waits_is_published_with_its_first_entry_and_both_are_undone_together() {
    let app = TestApp::new();
    let (mut anna, draft) = begun(&app);
    let mut editors = moderator(&app);
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    let (revision, version) = app.revision_of(id(&draft));
    let path = format!("/moderation/{revision}");
    let page = editors.get(&path).expect(200).html();
    let owner = attributes(&page, ".decide button[name=owner]", "value").concat();
    let version = version.to_string();
    let fields = [("version", &*version), ("owner", &*owner), ("reason", "Danke.")];
    // Whoever chose to reject it is asked again.
    let refused = editors.post(&path, &[&fields[..], &[("decision", "reject")]].concat()).expect(400).html();
    assert_eq!(
        (texts(&refused, "[role=alert]"), texts(&refused, "#reason")),
        (vec!["Bitte eine Entscheidung wählen.".into()], vec!["Danke.".into()])
    );
    // Of an organisation that changed meanwhile nothing is published, and nothing of the entry.
    let (of_owner, _) = owner.split_once(':').unwrap();
    let stale = format!("{of_owner}:99");
    editors.post(&path, &[("version", &version), ("owner", &stale)]).expect(409);
    let (organisation, project) = ("/organisations/nachbarschaft-ueberall-e-v", "/projects/fahrdienst-plant-touren-mit-ki");
    assert_eq!([organisation, project].map(|address| app.get(address).status.as_u16()), [404, 404]);
    // Nor while somebody else reads that of the organisation: the page of the entry says so, and what was written stays.
    app.with_backend(async |backend| create_account(backend, &Actor::System, "zweite@allmende.example.org", true, None).await.unwrap());
    let mut second = Browser::signed_in(&app, "zweite@allmende.example.org");
    second.get(&format!("/moderation/{of_owner}")).expect(200);
    for page in [editors.get(&path).expect(200), editors.post(&path, &fields).expect(409)] {
        assert!(page.text().contains("Die Einreichung der Organisation liest gerade zweite@allmende.example.org."), "{}", page.text());
        assert!(attributes(&page.html(), ".decide button[name=owner]", "value").is_empty());
        assert!(page.status == 200 || texts(&page.html(), "#reason") == ["Danke."]);
    }
    second.post(&format!("/moderation/{of_owner}/release"), &[]).expect(303);

    let done = editors.post(&path, &fields).expect(303).header("location").to_owned();
    assert!(texts(&editors.get(&done).expect(200).html(), ".just-decided").concat().contains("2 Einreichungen"));
    assert_eq!(texts(&app.get(project).expect(200).html(), ".entry-by a"), ["Nachbarschaft Überall e.V."]);
    app.get(organisation).expect(200);
    let batch = done.split_once("batch=").unwrap().1.to_owned();
    editors.post(&format!("/moderation/undo/{batch}"), &[]).expect(303);
    assert_eq!([organisation, project].map(|address| app.get(address).status.as_u16()), [404, 404]);
    assert_eq!(attributes(&editors.get(&path).html(), ".decide button[name=owner]", "value").len(), 1);
}

#[test]
fn where_two_have_to_agree_they_agree_to_the_organisation_and_to_its_entry() {
    let app = TestApp::with(&[("ALLMENDE_TWO_PERSON", "true")]);
    let (mut anna, draft) = begun(&app);
    let mut first = moderator(&app);
    app.with_backend(async |backend| create_account(backend, &Actor::System, "zweite@allmende.example.org", true, None).await.unwrap());
    let mut second = Browser::signed_in(&app, "zweite@allmende.example.org");
    anna.post(&format!("{draft}/submit"), &[]).expect(303);
    let (revision, _) = app.revision_of(id(&draft));
    let path = format!("/moderation/{revision}");
    let fields = |page: &scraper::Html| {
        let value = |which: &str| attributes(page, which, "value").concat();
        [("version", value(".decide input[name=version]")), ("owner", value(".decide button[name=owner]"))]
    };
    let sent = fields(&first.get(&path).expect(200).html());
    let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    first.post(&path, &sent).expect(303);
    let addresses = ["/organisations/nachbarschaft-ueberall-e-v", "/projects/fahrdienst-plant-touren-mit-ki"];
    assert_eq!(addresses.map(|address| app.get(address).status.as_u16()), [404, 404]);
    first.post(&path, &sent).expect(400);
    first.post(&format!("{path}/release"), &[]).expect(303);
    let sent = fields(&second.get(&path).expect(200).html());
    second.post(&path, &sent.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>()).expect(303);
    assert_eq!(addresses.map(|address| app.get(address).status.as_u16()), [200, 200]);
}
