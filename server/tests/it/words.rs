//! The pages where moderators name values and keep words of one meaning.

use crate::{
    curating::Desk,
    support::{attributes, texts},
};

const PAUSED: &str = "/moderation/vocabulary/phase/paused";
const GROUPS: &str = "/moderation/synonyms";
const NEW: &str = "/moderation/synonyms/new";

// A phase that no entry of the sample has: what it is called is the same for all tests in this process.
#[test]
fn a_value_is_named_on_its_page_and_every_page_follows() {
    let desk = Desk::new();
    let list = desk.get(&desk.mona, "/moderation/vocabulary").expect(200).html();
    assert_eq!(texts(&list, ".words-table").len(), 10);
    assert!(attributes(&list, ".words-table a", "href").contains(&PAUSED.to_owned()));
    assert!(texts(&list, ".words-table code").contains(&"decided-against".to_owned()));
    let shown = "/explore?phase=paused";
    assert!(desk.app.get(shown).expect(200).text().contains("Pausiert"));
    let form = desk.get(&desk.mona, PAUSED).expect(200).html();
    assert_eq!(attributes(&form, "input[name=de], input[name=en], input[name=version]", "value"), ["0", "Pausiert", "Paused"]);

    // What is wrong is told at its field, and what was typed stays.
    let long = "x".repeat(301);
    let wrong = [("version", "0"), ("de", ""), ("en", "Ended"), ("about_de", long.as_str()), ("step", "save")];
    for step in ["save", "try"] {
        let wrong = wrong.map(|(name, value)| if name == "step" { (name, step) } else { (name, value) });
        let again = desk.post(&desk.mona, PAUSED, &wrong).expect(400).html();
        assert_eq!(attributes(&again, "input[aria-invalid], textarea[aria-invalid]", "name"), ["de", "en", "about_de"]);
        assert_eq!(texts(&again, "#en-wrong"), ["So heißt schon ein anderer Wert (ended)."]);
        assert_eq!(attributes(&again, "input[name=en]", "value"), ["Ended"]);
        assert!(texts(&again, "#about_de")[0].contains(&long) && texts(&again, "#effect").is_empty());
    }

    // What was typed is kept where somebody is signed in no more.
    let kept = desk.post("", PAUSED, &[("de", "Liegt gerade"), ("step", "try")]).expect(401).html();
    assert_eq!(texts(&kept, ".kept-text"), ["Liegt gerade"]);

    // Tried out, it is nothing but a page.
    let new = [("version", "0"), ("de", "Liegt gerade"), ("en", "On hold"), ("about_de", "Es geht später weiter."), ("step", "try")];
    let tried = desk.post(&desk.mona, PAUSED, &new).expect(200).html();
    assert!(texts(&tried, "#effect")[0].contains("Liegt gerade"));
    let outcome = [("version", "0"), ("de", "Läuft noch"), ("en", "Going on"), ("step", "try")];
    let unsearched = desk.post(&desk.mona, "/moderation/vocabulary/outcome/open", &outcome).expect(200).html();
    assert!(texts(&unsearched, "#effect")[0].contains("nicht über diesen Namen"));
    assert_eq!(attributes(&tried, "input[name=de]", "value"), ["Liegt gerade"]);
    assert!(desk.app.get(shown).expect(200).text().contains("Pausiert"));

    let save = |cookie: &str, version: &str, de: &str, en: &str, about: &str| {
        let fields = [("version", version), ("de", de), ("en", en), ("about_de", about), ("step", "save")];
        desk.post(cookie, PAUSED, &fields)
    };
    let saved = save(&desk.mona, "0", "Liegt gerade", "On hold", "Es geht später weiter.").expect(303);
    assert_eq!(saved.header("location"), format!("{PAUSED}?done=words-saved"));
    let after = desk.get(&desk.mona, &format!("{PAUSED}?done=words-saved")).expect(200).html();
    assert!(texts(&after, "[role=status]")[0].starts_with("Gespeichert."));
    // Pages that were kept are not shown any more, before any index has heard of it.
    let page = desk.app.get(shown).expect(200).text();
    assert!(page.contains("Liegt gerade") && !page.contains("Pausiert"));
    assert!(desk.app.get("/explore?phase=paused&lang=en").expect(200).text().contains("On hold"));
    let values = desk.app.get("/explore/values?facet=phase").expect(200).html();
    assert_eq!(texts(&values, ".meanings dd"), ["Es geht später weiter."]);
    let atom = desk.app.get("/feed.atom?phase=paused").expect(200).text();
    assert!(atom.contains("Liegt gerade"), "{atom}");
    // Ids are what they were.
    desk.app.get("/api/v1/search?phase=paused").expect(200);
    let form = desk.get(&desk.mona, "/submit/new/project").text();
    assert!(form.contains("Liegt gerade") || !form.contains("Pausiert"));

    // Two at the same time. Trying out in between is no way around it.
    let stale = [("version", "0"), ("de", "Ruht"), ("en", "Resting"), ("step", "try")];
    let stale = desk.post(&desk.max, PAUSED, &stale).expect(200).html();
    assert_eq!(attributes(&stale, "input[name=version]", "value"), ["0"]);
    let late = save(&desk.max, "0", "Ruht", "Resting", "").expect(409).html();
    assert_eq!(texts(&late, "[role=alert] .kept-text"), ["Liegt gerade / On hold", "Es geht später weiter."]);
    assert_eq!(attributes(&late, "input[name=de], input[name=version]", "value"), ["1", "Ruht"]);

    let events = desk.get(&desk.mona, "/moderation/events?action=label-changed").expect(200).html();
    assert!(texts(&events, ".table-reason")[0].contains("de: „Pausiert“ → „Liegt gerade“"));
    assert_eq!(attributes(&events, ".table tbody th a", "href"), [PAUSED]);
    let csv = desk.get(&desk.mona, "/moderation/events.csv?action=label-changed").expect(200).text();
    assert!(csv.contains("label-changed;label;phase/paused;Liegt gerade"), "{csv}");
    save(&desk.max, "1", "Pausiert", "Paused", "").expect(303);
    assert!(desk.app.get(shown).expect(200).text().contains("Pausiert"));
}

#[test]
fn a_group_is_tried_saved_found_by_and_removed() {
    let desk = Desk::new();
    let finds = || !texts(&desk.app.get("/explore?q=Gummistiefelprinzip").expect(200).html(), "#found .card-title").is_empty();
    assert!(!finds());
    let wrong = desk.post(&desk.mona, NEW, &[("words", "Chatbot, c"), ("step", "save")]).expect(400).html();
    assert_eq!(texts(&wrong, "#words-wrong"), ["„c“ ist zu wenig, um danach zu suchen. Bitte ein ganzes Wort."]);
    assert_eq!(texts(&wrong, "#words")[0].trim(), "Chatbot, c");

    let words = ("words", "Gummistiefelprinzip, Chatbot");
    let tried = desk.post(&desk.mona, NEW, &[words, ("step", "try")]).expect(200).html();
    assert_eq!(texts(&tried, ".effect-word h3"), ["„Gummistiefelprinzip“"]);
    assert!(texts(&tried, ".effect-counts")[0].starts_with("Heute 0, mit der Änderung "));
    assert_eq!(attributes(&tried, ".effect-word ul a", "href").len(), 3);
    assert_eq!(texts(&tried, "#words")[0].trim(), words.1);
    let listed = desk.get(&desk.mona, &format!("{GROUPS}?q=gummi")).expect(200).html();
    assert!(texts(&listed, "[role=status]")[0].contains("Keine Gruppe"));

    let saved = desk.post(&desk.mona, NEW, &[words, ("step", "save")]).expect(303).header("location").to_owned();
    assert!(finds());
    let group = desk.get(&desk.mona, &saved).expect(200).html();
    assert_eq!(attributes(&group, "form.form input[name=version]", "value"), ["1"]);
    let page = saved.split('?').next().unwrap();
    let listed = desk.get(&desk.mona, &format!("{GROUPS}?q=gummi")).expect(200).html();
    assert_eq!(attributes(&listed, ".desk-row a", "href"), [page]);

    desk.post(&desk.mona, page, &[("version", "1"), ("words", "Gummistiefelprinzip, Wald"), ("step", "save")]).expect(303);
    let late = [("version", "1"), ("words", "Gummistiefelprinzip, Meer"), ("step", "save")];
    let late = desk.post(&desk.max, page, &late).expect(409).html();
    assert_eq!(texts(&late, "#words")[0].trim(), "Gummistiefelprinzip, Meer");
    assert_eq!(texts(&late, "[role=alert] .kept-text"), ["Gummistiefelprinzip, Wald"]);
    let stale = [("version", "1"), ("words", "Gummistiefelprinzip, Meer"), ("step", "try")];
    let stale = desk.post(&desk.max, page, &stale).expect(200).html();
    assert_eq!(attributes(&stale, "form.form input[name=version]", "value"), ["1"]);
    let kept = [("version", "2"), ("words", "Gummistiefelprinzip, Fluss"), ("step", "try-remove")];
    let kept = desk.post(&desk.max, page, &kept).expect(200).html();
    assert_eq!(texts(&kept, "#words")[0].trim(), "Gummistiefelprinzip, Fluss");
    let form = attributes(&kept, "button[value=try-remove]", "form");
    assert_eq!(attributes(&kept, "form.form", "id"), form, "what is typed goes along");
    desk.post(&desk.max, page, &[("version", "1"), ("step", "remove")]).expect(409);
    let tried = desk.post(&desk.max, page, &[("version", "2"), ("step", "try-remove")]).expect(200).html();
    assert!(texts(&tried, ".effect-word")[0].contains("Nicht mehr gefunden"));
    assert_eq!(texts(&tried, "#words")[0].trim(), "Gummistiefelprinzip\nWald");
    let removed = desk.post(&desk.max, page, &[("version", "2"), ("step", "remove")]).expect(303).header("location").to_owned();
    let said = desk.get(&desk.max, &removed).expect(200).html();
    assert!(texts(&said, "[role=status]")[0].starts_with("Gelöscht."));
    assert!(!finds());
    desk.get(&desk.mona, page).expect(404);
    let events = desk.get(&desk.mona, "/moderation/events?entry=gummistiefelprinzip").expect(200).html();
    // All at the same time, as the clock of tests stands still: in no order.
    let mut led = attributes(&events, ".table tbody th a", "href");
    led.sort();
    assert_eq!(led, [GROUPS, page, page]);
}

#[test]
fn lists_of_groups_are_paged_and_say_what_they_leave_out() {
    let desk = Desk::new();
    let first = desk.get(&desk.mona, GROUPS).expect(200).html();
    assert_eq!(texts(&first, ".desk-row").len(), 100);
    assert!(texts(&first, "[role=status]")[0].starts_with("1 bis 100 von "));
    let behind = desk.get(&desk.mona, &format!("{GROUPS}?page=2")).expect(200).html();
    assert!(!texts(&behind, ".desk-row").is_empty());
    desk.get(&desk.mona, &format!("{GROUPS}?page=0")).expect(400);
}
