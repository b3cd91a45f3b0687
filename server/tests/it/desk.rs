//! What the editors' desk says: what waits, what was done, what is missing, and how to go back.

use crate::{
    curating::Desk,
    readers::suggested,
    support::{attributes, texts},
};
use backend::storage::word_events;
use domain::{account::Role, vocabulary::Kind};

const REPORT: &str = "/projects/carifix/report";

#[test]
fn every_part_says_how_much_waits_and_an_empty_queue_says_what_else_does() {
    let desk = Desk::new();
    let page = desk.get(&desk.mona, "/moderation").expect(200).html();
    assert_eq!(texts(&page, ".lead"), ["Nichts wartet. Alles ist gelesen."]);
    assert!(texts(&page, ".desk-count").is_empty());
    desk.app.post(REPORT, &[("reason", "wrong"), ("text", "Falsch.")], &[]).expect(303);
    suggested(&desk.app, "/projects/carifix/suggest/story", &[("advice", "Anders.")]);
    for address in ["/moderation", "/moderation/statistics"] {
        let page = desk.get(&desk.mona, address).expect(200);
        assert!(!page.text().contains("Nichts wartet") && page.text().to_lowercase().contains("keine einreichung"));
        assert_eq!(texts(&page.html(), ".also-waiting a"), ["Meldungen zu 1 Eintrag", "1 Vorschlag"], "{address}");
    }
    for address in ["/moderation", "/moderation/claims", "/moderation/events", "/moderation/links", "/moderation/operation"] {
        let page = desk.get(&desk.mona, address).expect(200).html();
        let waiting = texts(&page, ".desk-waits a");
        assert!(
            waiting.iter().any(|words| words.split_whitespace().collect::<Vec<_>>().join(" ") == "Meldungen 1, 1 wartet"),
            "{waiting:?}"
        );
        assert_eq!(texts(&page, "h1").len(), 1, "{address}");
        assert_eq!(attributes(&page, ".desk-nav + h1", "class").len(), 0);
        assert_eq!(page.select(&crate::support::css(".desk-nav + h1")).count(), 1, "{address}");
        assert_eq!(attributes(&page, ".to-desk", "href"), ["/moderation"]);
    }
    assert!(desk.get(&desk.editor, "/account").html().select(&crate::support::css(".to-desk")).next().is_none());
}

#[test]
fn the_part_that_one_is_in_is_marked_below_it_too() {
    let desk = Desk::new();
    let entry = format!("/moderation/entries/{}", desk.app.id_of(Kind::Project, "carifix"));
    for (address, part, mark) in [
        ("/moderation", Some("/moderation"), "page"),
        ("/moderation/synonyms", Some("/moderation/synonyms"), "page"),
        ("/moderation/synonyms/new", Some("/moderation/synonyms"), "true"),
        ("/moderation/vocabulary/topic/care", Some("/moderation/vocabulary"), "true"),
        (&entry, None, ""),
    ] {
        let page = desk.get(&desk.mona, address).expect(200).html();
        let marked: Vec<_> = part.into_iter().collect();
        assert_eq!(attributes(&page, ".desk-waits [aria-current], .desk-tools [aria-current]", "href"), marked, "{address}");
        assert!(attributes(&page, ".desk-nav [aria-current]", "aria-current").iter().all(|told| told == mark), "{address}");
    }
}

#[test]
fn what_was_decided_is_undone_wherever_one_went_meanwhile() {
    let desk = Desk::new();
    let made: Vec<_> = ["Vorhaben Eins", "Vorhaben Zwei"].map(|title| desk.submit(title)).into();
    let written = [("step", "all"), ("decision", "reject"), ("template", "missing-source"), ("reason", "Drei Absätze.")];
    let page = desk.post(&desk.mona, "/moderation/bulk", &written).expect(200).html();
    assert_eq!(texts(&page, "#reason"), ["Drei Absätze."]);
    assert_eq!(attributes(&page, "#template [selected]", "value"), ["missing-source"]);
    assert_eq!(attributes(&page, "input[name=decision][checked]", "value"), ["reject"]);
    let boxes = attributes(&page, "input[name=picked][checked]", "value");
    assert_eq!(boxes.len(), 2, "all are ticked");
    let none = [("step", "none"), ("picked", &*boxes[0]), ("reason", "Drei Absätze.")];
    let page = desk.post(&desk.mona, "/moderation/bulk", &none).expect(200).html();
    assert_eq!(
        (attributes(&page, "input[name=picked][checked]", "value").len(), texts(&page, "#reason")),
        (0, vec!["Drei Absätze.".into()])
    );
    let mut fields: Vec<(&str, &str)> = boxes.iter().map(|value| ("picked", value.as_str())).collect();
    fields.extend([("decision", "reject"), ("reason", "Nein.")]);
    desk.post(&desk.mona, "/moderation/bulk", &fields).expect(303);
    // Elsewhere, and back without the address of before.
    let page = desk.get(&desk.mona, "/moderation").expect(200).html();
    assert_eq!(texts(&page, ".undoable summary"), ["2 Entscheidungen lassen sich noch rückgängig machen"]);
    assert_eq!(texts(&page, ".undoable li").len(), 2);
    assert!(texts(&page, ".undoable li")[0].contains("abgelehnt, rückgängig bis"));
    assert!(texts(&desk.get(&desk.max, "/moderation").html(), ".undoable").is_empty());
    let entry = format!("/moderation/entries/{}", made[0].0);
    let page = desk.get(&desk.mona, &entry).expect(200).html();
    assert_eq!(texts(&page, ".undoable li").len(), 1);
    let (action, one) =
        (attributes(&page, ".undoable form", "action")[0].clone(), attributes(&page, ".undoable input[name=decision]", "value")[0].clone());
    let of = made[0].0.to_string();
    let back = desk.post(&desk.mona, &action, &[("decision", &one), ("entry", &of)]).expect(303);
    assert!(back.header("location").starts_with(&format!("{entry}?batch=")), "{}", back.header("location"));
    let page = desk.get(&desk.mona, back.header("location")).expect(200).html();
    assert!(texts(&page, ".just-decided")[0].contains("Rückgängig gemacht.") && texts(&page, ".undoable").is_empty());
    assert_eq!(texts(&desk.get(&desk.mona, "/moderation").html(), ".queue-row a"), ["Vorhaben Eins"], "the other stays decided");
    desk.app.wait_minutes(60);
    assert!(texts(&desk.get(&desk.mona, "/moderation").html(), ".undoable").is_empty());
}

#[test]
fn one_page_of_a_submission_has_one_title_and_its_fields_in_the_order_of_the_keys() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    let page = desk.get(&desk.mona, &path).expect(200).html();
    assert_eq!(texts(&page, "h1"), ["Vorhaben Eins"]);
    let order = crate::support::css(".decide input[name=decision], .decide select, .decide textarea, .decide button");
    let names: Vec<_> = page.select(&order).map(|it| it.attr("name").or(it.attr("type")).unwrap()).collect();
    assert_eq!(names, ["decision", "decision", "decision", "template", "reason", "submit"]);
    // Every field that is wrong says what to do, and the head leads to it.
    let version = desk.version(id);
    for (fields, said, way) in [
        (vec![], "Bitte eine Entscheidung wählen.", "#decision"),
        (vec![("decision", "reject")], "Bitte eine Begründung schreiben.", "#reason"),
        (vec![("decision", "reject"), ("template", "gone")], "Diese Vorlage gibt es nicht mehr. Bitte eine andere wählen.", "#template"),
    ] {
        let page = desk.post(&desk.mona, &path, &[vec![("version", &*version)], fields].concat()).expect(400).html();
        assert_eq!(texts(&page, "[role=alert]"), [said]);
        assert_eq!(attributes(&page, "[role=alert] a", "href"), [way]);
        assert!(page.select(&crate::support::css(way)).next().is_some(), "{way}");
        // The radio buttons have no place for words of their own.
        let at: &[&str] = if way == "#decision" { &[] } else { &[said] };
        assert_eq!(texts(&page, ".form-field[data-wrong] .form-wrong"), at);
        assert!(at.is_empty() || attributes(&page, way, "aria-invalid") == ["true"], "{way}");
    }
    let page = desk.post(&desk.mona, "/moderation/bulk", &[("decision", "publish")]).expect(400).html();
    assert_eq!(texts(&page, "[role=alert]"), ["Bitte mindestens eine Einreichung ankreuzen."]);
}

#[test]
fn what_another_reads_has_no_form_and_is_taken_over_after_asking() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    let version = desk.version(id);
    desk.get(&desk.mona, &path).expect(200);
    let page = desk.get(&desk.max, &path).expect(200).html();
    assert!(texts(&page, ".decide").is_empty(), "nothing to fill in for nothing");
    assert!(texts(&page, ".reading-other")[0].contains("liest das gerade, seit 13:00 Uhr. Bis 13:15 Uhr entscheidet niemand sonst."));
    // What was written before stays with its form.
    let fields = [("version", &*version), ("decision", "reject"), ("reason", "Nein.")];
    let page = desk.post(&desk.max, &path, &fields).expect(409).html();
    assert_eq!(texts(&page, "#reason"), ["Nein."]);
    assert!(texts(&page, ".decide button").contains(&"Trotzdem übernehmen und entscheiden".to_owned()));
    let taken = desk.post(&desk.max, &format!("{path}/take-over"), &[]).expect(303);
    let page = desk.get(&desk.max, taken.header("location")).expect(200).html();
    assert!(texts(&page, "[role=status]")[0].contains("Jetzt ist das für euch reserviert.") && !texts(&page, ".decide").is_empty());
    let page = desk.get(&desk.mona, &path).expect(200).text();
    assert!(page.contains("max@redaktion.example.org liest das gerade"));
    assert!(desk.get(&desk.mona, "/moderation/events").text().contains("von jemand anderem übernommen"));
    desk.post(&desk.mona, &path, &[&fields[..], &[("take-over", "yes")]].concat()).expect(303);
    desk.post(&desk.max, &format!("{path}/take-over"), &[]).expect(409);
}

#[test]
fn what_was_taken_back_meanwhile_says_so_and_keeps_what_was_written() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    let version = desk.version(id);
    desk.get(&desk.mona, &path).expect(200);
    desk.post(&desk.editor, &format!("/submit/{id}/take-back"), &[]).expect(303);
    let fields = [("version", &*version), ("decision", "reject"), ("reason", "Drei Absätze, lange überlegt.")];
    let page = desk.post(&desk.mona, &path, &fields).expect(409);
    let text = page.text();
    assert!(text.contains("Diese Einreichung haben die, die sie geschrieben haben, zurückgeholt."), "{text}");
    assert_eq!(texts(&page.html(), ".kept-text"), ["Drei Absätze, lange überlegt."]);
    assert!(texts(&page.html(), ".decide").is_empty());
}

#[test]
fn each_form_of_the_desk_says_that_it_is_done_and_what_cannot_be_undone_asks_first() {
    let desk = Desk::new();
    let done = |address: &str| texts(&desk.get(&desk.mona, address).expect(200).html(), "p.notice[role=status]");
    let entry = format!("/moderation/entries/{}", desk.app.id_of(Kind::Project, "carifix"));
    let to = desk.post(&desk.mona, &entry, &[("step", "note"), ("text", "Angerufen.")]).expect(303).header("location").to_owned();
    assert_eq!(done(&to), ["Die Notiz ist gespeichert."]);
    let page = desk.get(&desk.mona, &entry).html();
    assert_eq!(texts(&page, "details .button-warn"), ["Ja, Notiz löschen", "Ja, Eintrag entfernen"]);
    let wrong = desk.post(&desk.mona, &entry, &[("step", "remove"), ("because", ""), ("reason", "")]).expect(400).html();
    assert_eq!(texts(&wrong, "[role=alert] a"), ["Bitte einen Grund wählen."]);
    let to = desk
        .post(&desk.mona, &entry, &[("step", "remove"), ("because", "wrong"), ("reason", "Stimmt nicht.")])
        .expect(303)
        .header("location")
        .to_owned();
    assert_eq!(done(&to), ["Der Eintrag ist entfernt."]);
    desk.post(&desk.mona, &entry, &[("step", "restore")]).expect(303);
    // Nothing that is not known is told.
    assert!(done("/moderation?done=everything").is_empty());

    desk.app.post(REPORT, &[("reason", "wrong"), ("text", "Falsch.")], &[]).expect(303);
    let list = desk.get(&desk.mona, "/moderation/reports").html();
    assert!(texts(&list, ".desk-row")[0].contains("Antwort bis 15. November 2026"));
    let of = attributes(&list, ".desk-row a", "href")[0].clone();
    let page = desk.get(&desk.mona, &of).html();
    assert!(
        attributes(&page, ".desk-ways a", "href").contains(&entry)
            && attributes(&page, ".desk-ways a", "href").contains(&format!("{entry}#remove"))
    );
    assert!(page.select(&crate::support::css("details button[value=close]")).next().is_some());
    assert!(texts(&page, ".form-page > .quiet").concat().contains("schreibt hier niemand von der Organisation"));
    desk.app.session("owner@verein.example.org", Some(("deutscher-caritasverband", Role::Owner)), false);
    assert!(texts(&desk.get(&desk.mona, &of).html(), ".form-page > .quiet").concat().contains("kann 1 Mensch"));
    desk.app.wait_minutes(15 * 24 * 60);
    let mona = desk.app.session("mona@redaktion.example.org", None, true);
    assert!(texts(&desk.get(&mona, &of).html(), ".overdue")[0].contains("Überfällig"));
    let seen = attributes(&desk.get(&mona, &of).html(), "input[name=seen], input[name=report]", "value").concat();
    let to = desk.post(&mona, &of, &[("decision", "close"), ("report", &seen)]).expect(303).header("location").to_owned();
    assert_eq!(texts(&desk.get(&mona, &to).html(), "p.notice[role=status]"), ["Ohne Antwort abgeschlossen."]);
}

#[test]
fn whose_a_told_entry_is_is_chosen_by_name() {
    let desk = Desk::new();
    let told = [
        ("title", "Fahrdienst plant Touren mit KI"),
        ("problem", "Zwei Stunden von Hand."),
        ("summary", "Ein Programm schlägt Touren vor."),
        ("phase", "pilot"),
        ("place", "Köln"),
        ("organisation", "Verein, den es hier nicht gibt"),
    ];
    suggested(&desk.app, "/suggest/project", &told);
    let page = attributes(&desk.get(&desk.mona, "/moderation/suggestions").html(), ".desk-row a", "href")[0].clone();
    let shown = desk.get(&desk.mona, &page).expect(200);
    assert_eq!(attributes(&shown.html(), "#called", "value"), ["Verein, den es hier nicht gibt"]);
    assert_eq!(attributes(&shown.html(), "#organisation option", "value"), [""]);
    let find = [("called", "Caritasverband"), ("decision", "find"), ("reason", "Lange überlegt.")];
    let found = desk.post(&desk.mona, &page, &find).expect(200).html();
    let options = texts(&found, "#organisation option");
    assert!(options.contains(&"Deutscher Caritasverband e.V.".to_owned()), "{options:?}");
    assert_eq!((texts(&found, "#reason"), texts(&found, "[role=alert]").len()), (vec!["Lange überlegt.".into()], 0));
    assert_eq!(attributes(&found, "#called", "value"), ["Caritasverband"]);
    // What was chosen before stays chosen, whatever is looked for next.
    for (called, decision, status) in [("Diakonie", "find", 200), ("Rotes Kreuz", "find", 200), ("Rotes Kreuz", "decline", 400)] {
        let fields = [("called", called), ("organisation", "deutscher-caritasverband"), ("decision", decision)];
        let again = desk.post(&desk.mona, &page, &fields).expect(status).html();
        let chosen = attributes(&again, "#organisation option[selected]", "value");
        assert_eq!(chosen, ["deutscher-caritasverband"], "{called} {decision}");
        assert_eq!(attributes(&again, "#called", "value"), [called]);
    }
    let to = desk.post(&desk.mona, &page, &[("organisation", ""), ("decision", "accept")]).expect(303).header("location").to_owned();
    assert!(desk.get(&desk.mona, &to).text().contains("Der Vorschlag ist übernommen und veröffentlicht."));
    let public = desk.app.get("/projects/fahrdienst-plant-touren-mit-ki").expect(200).text();
    assert!(public.contains("Bisher hat es niemand von denen bestätigt, um die es geht.") && !public.contains("niemand dort"));
}

#[test]
fn the_log_tells_of_a_suggested_entry_that_was_declined_and_forgets_at_last_what_it_was() {
    let desk = Desk::new();
    let told = [
        ("title", "Fahrdienst plant Touren mit KI"),
        ("problem", "Zwei Stunden von Hand."),
        ("summary", "Ein Programm schlägt Touren vor."),
        ("phase", "pilot"),
        ("place", "Köln"),
        ("organisation", "Verein, den es hier nicht gibt"),
    ];
    suggested(&desk.app, "/suggest/project", &told);
    let page = attributes(&desk.get(&desk.mona, "/moderation/suggestions").html(), ".desk-row a", "href")[0].clone();
    desk.post(&desk.mona, &page, &[("decision", "decline"), ("reason", "Das ist Werbung.")]).expect(303);
    let log = "/moderation/events?action=new-declined";
    let shown = desk.get(&desk.mona, log).expect(200).html();
    assert_eq!(texts(&shown, ".log-action"), ["vorgeschlagenen Eintrag abgelehnt"]);
    assert_eq!(texts(&shown, ".table-log th a"), ["Fahrdienst plant Touren mit KI"]);
    assert_eq!(texts(&shown, ".table-reason"), ["Das ist Werbung."]);
    let to = attributes(&shown, ".table-log th a", "href")[0].clone();
    assert_eq!(to, page);
    desk.get(&desk.mona, &to).expect(200);
    assert_eq!(texts(&desk.get(&desk.mona, &format!("{log}&lang=en")).html(), ".log-action"), ["suggested entry declined"]);
    assert!(desk.get(&desk.mona, "/moderation/events.csv?action=new-declined").text().contains("Das ist Werbung."));

    desk.app.with_backend(async |backend| {
        let mut tx = backend.db.write().await.unwrap();
        word_events::forget_suggested(&mut tx, backend.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
    });
    let shown = desk.get(&desk.mona, log).expect(200).html();
    assert_eq!(texts(&shown, ".table-log tbody th"), ["nicht mehr aufbewahrt"]);
    assert!(attributes(&shown, ".table-log tbody th a", "href").is_empty());
}
