//! The editors' desk: the queue, deciding in a row, reasons that are kept.

use crate::support::{Answer, TestApp, attributes, texts};
use domain::{account::Role, id::EntryId, vocabulary::Kind};

/// The application with somebody who writes, and two moderators.
pub struct Desk {
    pub app: TestApp,
    pub editor: String,
    pub mona: String,
    pub max: String,
}

impl Desk {
    pub fn new() -> Self {
        Self::with(&[])
    }

    pub fn with(settings: &[(&str, &str)]) -> Self {
        let app = TestApp::with(settings);
        Self {
            editor: app.session("editor@verein.example.org", Some(("dicv-koeln", Role::Editor)), false),
            mona: app.session("mona@redaktion.example.org", None, true),
            max: app.session("max@redaktion.example.org", None, true),
            app,
        }
    }

    /// Hands something in; its entry, and the path where it is decided.
    pub fn submit(&self, title: &str) -> (EntryId, String) {
        let organisation = self.app.id_of(Kind::Organisation, "dicv-koeln").to_string();
        let fields = [
            ("organisation", organisation.as_str()),
            ("title", title),
            ("problem", "Ein Problem"),
            ("summary", "Ein Vorhaben"),
            ("phase", "idea"),
            ("scope", "online"),
            ("another", "yes"),
        ];
        let draft = self.post(&self.editor, "/submit/new/project", &fields).expect(303).header("location").to_owned();
        self.post(&self.editor, &format!("{draft}/submit"), &[]).expect(303);
        let id: EntryId = draft.rsplit('/').next().unwrap().parse().unwrap();
        (id, format!("/moderation/{}", self.app.revision_of(id).0))
    }

    pub fn version(&self, id: EntryId) -> String {
        self.app.revision_of(id).1.to_string()
    }

    pub fn get(&self, cookie: &str, address: &str) -> Answer {
        self.app.send("GET", address, &[("cookie", cookie)])
    }

    pub fn post(&self, cookie: &str, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(address, fields, &[("cookie", cookie)])
    }
}

#[test]
fn the_queue_is_chosen_from_by_a_plain_form_and_says_what_it_shows() {
    let desk = Desk::new();
    for title in ["Vorhaben Eins", "Vorhaben Zwei"] {
        desk.submit(title);
        desk.app.wait_minutes(1);
    }
    let page = desk.get(&desk.mona, "/moderation").expect(200).html();
    assert_eq!(texts(&page, ".queue-row a"), ["Vorhaben Eins", "Vorhaben Zwei"]);
    assert_eq!(texts(&page, "#queue-range"), ["1 bis 2 von 2"]);
    assert!(texts(&page, ".signal").contains(&"neues Konto".to_owned()));
    let page = desk.get(&desk.mona, "/moderation?kind=lesson&reader=&order=waiting&signal=links").expect(200);
    assert!(texts(&page.html(), ".queue-row").is_empty() && page.text().contains("Dazu wartet nichts."));
    let page = desk.get(&desk.mona, "/moderation?signal=new-account&order=completeness&organisation=dicv-koeln").expect(200).html();
    let links = attributes(&page, ".queue-row a", "href");
    assert!(links[0].ends_with("?signal=new-account&organisation=dicv-koeln&order=completeness"), "{links:?}");
    let wrong = desk.get(&desk.mona, "/moderation?order=title&colour=red&kind=lesson").expect(400).html();
    assert_eq!(texts(&wrong, ".failure-fields li"), ["„title“ gibt es unter „Reihenfolge“ nicht.", "„colour“ kennt diese Seite nicht."]);
    assert_eq!(attributes(&wrong, ".failure-ways .button", "href"), ["/moderation?kind=lesson"]);
    assert_eq!(texts(&wrong, ".failure-ways .button"), ["Ohne diese Angaben weiter"]);
    // A blank before it makes it no other value.
    let wrong = desk.get(&desk.mona, "/moderation?kind=%20x&reader=free").expect(400).html();
    assert_eq!(attributes(&wrong, ".failure-ways .button", "href"), ["/moderation?reader=free"]);
    assert!(desk.get(&desk.mona, "/moderation?page=7").expect(200).text().contains("So viele Seiten sind es nicht mehr."));
}

#[test]
fn deciding_leads_to_the_next_and_can_be_undone() {
    let desk = Desk::new();
    let (one, first) = desk.submit("Vorhaben Eins");
    let (_, second) = desk.submit("Vorhaben Zwei");
    let page = desk.get(&desk.mona, &first).expect(200).html();
    // Under the space bar, but not chosen.
    assert_eq!(attributes(&page, "input[autofocus]", "value"), ["publish"]);
    assert!(attributes(&page, "input[name=decision][checked]", "value").is_empty());
    assert_eq!(texts(&page, ".decide button"), ["Entscheiden"]);
    assert_eq!(page.select(&crate::support::css("[accesskey]")).count(), 0);

    let version = desk.version(one);
    let nothing = desk.post(&desk.mona, &first, &[("version", &version)]).expect(400).html();
    assert_eq!(texts(&nothing, "[role=alert]"), ["Bitte eine Entscheidung wählen."]);
    let refused = desk.post(&desk.mona, &first, &[("version", &version), ("decision", "reject"), ("reason", " ")]).expect(400).html();
    assert_eq!(attributes(&refused, "input[name=decision][checked]", "value"), ["reject"]);
    assert!(attributes(&refused, "textarea[autofocus]", "id").contains(&"reason".to_owned()));

    let address = format!("{first}?order=completeness");
    let done = desk.post(&desk.mona, &address, &[("version", &version), ("decision", "publish")]).expect(303);
    let next = done.header("location").to_owned();
    assert!(next.starts_with(&format!("{second}?order=completeness&batch=")), "{next}");
    let page = desk.get(&desk.mona, &next).expect(200).html();
    assert!(texts(&page, ".just-decided")[0].contains("Veröffentlicht: „Vorhaben Eins“"));
    desk.app.get("/projects/vorhaben-eins").expect(200);
    assert!(desk.app.mails().is_empty(), "it waits until nobody can undo it");
    let undo = attributes(&page, ".just-decided form", "action")[0].clone();
    desk.post(&desk.max, &undo, &[]).expect(409);
    let done = desk.post(&desk.mona, &undo, &[]).expect(303);
    let page = desk.get(&desk.mona, done.header("location")).expect(200).html();
    assert!(texts(&page, ".just-decided")[0].contains("Rückgängig gemacht."));
    desk.app.get("/projects/vorhaben-eins").expect(404);
    desk.post(&desk.mona, &undo, &[]).expect(409);
    desk.app.wait_minutes(60);
    assert!(desk.app.mails().is_empty());

    // After the last, the queue.
    for (path, id) in [(&first, one), (&second, desk.submit("Vorhaben Drei").0)] {
        let version = desk.version(id);
        let path = if id == one { path.clone() } else { format!("/moderation/{}", desk.app.revision_of(id).0) };
        desk.post(&desk.mona, &path, &[("version", &version), ("decision", "publish")]).expect(303);
    }
    let id = desk.app.id_of(Kind::Project, "vorhaben-zwei");
    let done = desk.post(&desk.mona, &second, &[("version", &desk.version(id)), ("decision", "publish")]).expect(303);
    assert!(done.header("location").starts_with("/moderation?batch="), "{}", done.header("location"));
}

#[test]
fn another_sees_who_reads_and_decides_after_the_limit() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    desk.get(&desk.mona, &path).expect(200);
    let page = desk.get(&desk.max, &path).expect(200);
    assert!(page.text().contains("mona@redaktion.example.org liest das gerade, seit 13:00 Uhr. Bis 13:15 Uhr"), "{}", page.text());
    assert!(desk.get(&desk.max, "/moderation").text().contains("Gerade bei mona@redaktion.example.org, bis 13:15 Uhr"));
    let version = desk.version(id);
    let fields = [("version", &*version), ("decision", "reject"), ("reason", "Nein.")];
    let refused = desk.post(&desk.max, &path, &fields).expect(409);
    assert!(
        refused.text().contains("Bis 13:15 Uhr ist das für jemand anderes") && refused.text().contains("Nein."),
        "what was typed stays"
    );
    desk.post(&desk.max, &format!("{path}/release"), &[]).expect(303);
    desk.post(&desk.max, &path, &fields).expect(409);
    desk.app.wait_minutes(15);
    desk.post(&desk.max, &path, &fields).expect(303);
    // Freed by whoever reads it.
    let (id, path) = desk.submit("Vorhaben Zwei");
    desk.get(&desk.mona, &path).expect(200);
    desk.post(&desk.mona, &format!("{path}/release"), &[]).expect(303);
    desk.post(&desk.max, &path, &[("version", &desk.version(id)), ("decision", "publish")]).expect(303);
}

#[test]
fn many_are_decided_at_once_and_what_was_not_is_named() {
    let desk = Desk::new();
    let made: Vec<_> = ["Vorhaben Eins", "Vorhaben Zwei", "Vorhaben Drei"].map(|title| desk.submit(title)).into();
    desk.get(&desk.max, &made[1].1).expect(200);
    let boxes = attributes(&desk.get(&desk.mona, "/moderation").html(), "input[name=picked]", "value");
    assert_eq!(boxes.len(), 3);
    let mut fields: Vec<(&str, &str)> = boxes.iter().map(|value| ("picked", value.as_str())).collect();
    let refused = desk.post(&desk.mona, "/moderation/bulk", &[fields.clone(), vec![("decision", "reject")]].concat()).expect(400).html();
    assert_eq!(attributes(&refused, "input[name=picked][checked]", "value").len(), 3, "ticks stay");
    fields.extend([("decision", "reject"), ("template", "advertising"), ("reason", "")]);
    let done = desk.post(&desk.mona, "/moderation/bulk", &fields).expect(303);
    let page = desk.get(&desk.mona, done.header("location")).expect(200).html();
    let told = &texts(&page, ".just-decided")[0];
    assert!(told.contains("2 Einreichungen abgelehnt") && told.contains("Vorhaben Zwei: liest gerade jemand anderes"), "{told}");
    let undo = attributes(&page, ".just-decided form", "action")[0].clone();
    let done = desk.post(&desk.mona, &undo, &[]).expect(303);
    let page = desk.get(&desk.mona, done.header("location")).html();
    assert!(texts(&page, ".just-decided")[0].contains("2 Entscheidungen rückgängig gemacht."));
    assert_eq!(texts(&page, ".queue-row").len(), 3);
}

#[test]
fn where_two_have_to_agree_the_page_says_so() {
    let desk = Desk::with(&[("ALLMENDE_TWO_PERSON", "true"), ("ALLMENDE_UNDO_MINUTES", "0")]);
    let (id, path) = desk.submit("Vorhaben Eins");
    let version = desk.version(id);
    let fields = [("version", version.as_str()), ("decision", "publish")];
    assert!(desk.get(&desk.mona, &path).text().contains("Noch hat niemand zugestimmt."));
    let done = desk.post(&desk.mona, &path, &fields).expect(303);
    assert!(desk.get(&desk.mona, done.header("location")).text().contains("Zugestimmt, jetzt braucht es noch jemanden: „Vorhaben Eins“"));
    desk.app.get("/projects/vorhaben-eins").expect(404);
    let refused = desk.post(&desk.mona, &path, &fields).expect(400);
    assert!(refused.text().contains("Veröffentlichen muss jetzt jemand anderes"));
    desk.app.wait_minutes(15);
    desk.post(&desk.max, &path, &fields).expect(303);
    desk.app.get("/projects/vorhaben-eins").expect(200);
    assert_eq!(desk.app.mails().len(), 1, "at once, as nothing can be undone");
}

#[test]
fn reasons_are_kept_and_edited() {
    let desk = Desk::new();
    let page = desk.get(&desk.mona, "/moderation/templates").expect(200).html();
    assert_eq!(texts(&page, ".template-name").len(), 8);
    let new = [("step", "add"), ("title_de", "Bild fehlt"), ("title_en", "Picture missing"), ("text_de", ""), ("text_en", "A picture?")];
    let refused = desk.post(&desk.mona, "/moderation/templates", &new).expect(400);
    assert!(refused.text().contains("value=\"Bild fehlt\"") && texts(&refused.html(), ".form-wrong").len() == 1);
    desk.app.wait_minutes(1);
    desk.post(&desk.mona, "/moderation/templates", &[&new[..3], &[("text_de", "Ein Bild?"), new[4]]].concat()).expect(303);
    let page = desk.get(&desk.mona, "/moderation/templates").html();
    assert_eq!(texts(&page, ".template-name").last().unwrap(), "Bild fehlt");
    let id = attributes(&page, "input[name=id]", "value").last().unwrap().clone();
    desk.post(&desk.mona, "/moderation/templates", &[("step", "remove"), ("id", &id), ("version", "7")]).expect(409);
    desk.post(&desk.mona, "/moderation/templates", &[("step", "remove"), ("id", &id), ("version", "1")]).expect(303);
    assert_eq!(texts(&desk.get(&desk.mona, "/moderation/templates").html(), ".template-name").len(), 8);
}

#[test]
fn notes_and_the_bar_are_for_moderators_and_no_kept_page_holds_them() {
    let desk = Desk::new();
    let id = desk.app.id_of(Kind::Project, "carifix");
    let path = format!("/moderation/entries/{id}");
    let plain = desk.app.get("/projects/carifix").expect(200);
    assert!(!plain.text().contains("moderator-bar"));
    desk.post(&desk.mona, &path, &[("step", "note"), ("text", "Beim Träger nachgefragt.")]).expect(303);
    let seen = desk.get(&desk.mona, "/projects/carifix").expect(200);
    assert!(texts(&seen.html(), ".moderator-bar")[0].contains("1 Notiz") && seen.header("cache-control") == "private, no-store");
    assert!(desk.get(&desk.max, &path).text().contains("Beim Träger nachgefragt."));
    for answer in [desk.app.get("/projects/carifix"), desk.get(&desk.editor, "/projects/carifix")] {
        let text = answer.expect(200).text();
        assert!(!text.contains("moderator-bar") && !text.contains("nachgefragt") && !text.contains("redaktion.example.org"));
    }
    for address in ["/api/v1/projects/carifix", "/api/v1/search?q=nachgefragt", "/feed.atom?q=carifix", "/projects/carifix/history"] {
        assert!(!desk.app.get(address).expect(200).text().contains("Beim Träger nachgefragt"), "{address}");
    }
    let page = desk.get(&desk.mona, &path).html();
    let note = attributes(&page, "input[name=note]", "value")[0].clone();
    desk.post(&desk.mona, &path, &[("step", "remove-note"), ("note", &note)]).expect(303);
    desk.post(&desk.mona, &path, &[("step", "note"), ("text", " ")]).expect(400);
}

#[test]
fn what_is_recommended_stands_on_the_start_page_until_it_ends() {
    let desk = Desk::new();
    let path = format!("/moderation/entries/{}", desk.app.id_of(Kind::Project, "carifix"));
    assert!(!desk.app.get("/").text().contains("home-featured"));
    let fields = [("step", "feature"), ("line_de", "Ehrlich <erzählt>."), ("line_en", "Told honestly."), ("ends", "2026-11-02")];
    let wrong = desk.post(&desk.mona, &path, &[&fields[..3], &[("ends", "gestern")]].concat()).expect(400);
    assert!(wrong.text().contains("Told honestly."), "what was typed stays");
    desk.post(&desk.mona, &path, &fields).expect(303);
    let home = desk.app.get("/").expect(200).html();
    assert_eq!(texts(&home, ".featured-line"), ["Ehrlich <erzählt>."]);
    assert_eq!(texts(&desk.app.get("/?lang=en").html(), ".featured-line"), ["Told honestly."]);
    assert!(texts(&desk.app.get("/projects/carifix").html(), ".featured-here")[0].contains("Ehrlich <erzählt>."));
    desk.post(&desk.mona, &path, &[("step", "end-feature")]).expect(303);
    assert!(!desk.app.get("/").text().contains("home-featured"));
    assert!(!desk.app.get("/projects/carifix").text().contains("featured-here"));
}

#[test]
fn an_entry_that_was_taken_away_says_why_in_a_sentence() {
    let desk = Desk::new();
    let path = format!("/moderation/entries/{}", desk.app.id_of(Kind::Project, "carifix"));
    desk.app.get("/projects/carifix").expect(200);
    desk.post(&desk.mona, &path, &[("step", "remove"), ("because", "privacy"), ("reason", "")]).expect(400);
    desk.post(&desk.mona, &path, &[("step", "remove"), ("because", "privacy"), ("reason", "Nennt Klientinnen.")]).expect(303);
    let gone = desk.app.get("/projects/carifix").expect(410).text();
    assert!(gone.contains("Er erzählte Persönliches von anderen.") && !gone.contains("Klientinnen"));
    let shown = desk.get(&desk.mona, &path).expect(200).text();
    assert!(shown.contains("Dieser Eintrag ist entfernt.") && !shown.contains("privacy: "));
    assert!(!shown.contains("So steht der Eintrag jetzt für alle da"));
    // The log says the class as people read it; the file as programs do.
    let log = desk.get(&desk.mona, "/moderation/events?action=removed").expect(200).html();
    assert_eq!(texts(&log, ".table-reason"), ["Er erzählte Persönliches von anderen. Nennt Klientinnen."]);
    assert!(desk.get(&desk.mona, "/moderation/events.csv?action=removed").text().contains("privacy: Nennt Klientinnen."));
    assert!(texts(&desk.get(&desk.mona, "/projects/carifix").expect(200).html(), ".moderator-bar")[0].contains("Entfernt"));
    desk.post(&desk.mona, &path, &[("step", "restore")]).expect(303);
    desk.app.get("/projects/carifix").expect(200);
}

#[test]
fn what_trusted_members_hand_in_is_live_and_looked_at_afterwards() {
    let desk = Desk::new();
    let path = format!("/moderation/entries/{}", desk.app.id_of(Kind::Organisation, "dicv-koeln"));
    desk.post(&desk.mona, &path, &[("step", "trust"), ("trust", "")]).expect(400);
    desk.post(&desk.mona, &path, &[("step", "trust"), ("trust", "Verlässlich.")]).expect(303);
    desk.submit("Vorhaben Eins");
    desk.app.get("/projects/vorhaben-eins").expect(200);
    let page = desk.get(&desk.mona, "/moderation/checks").expect(200).html();
    let revision = attributes(&page, "input[name=revision]", "value")[0].clone();
    assert!(texts(&page, ".plain-list li").iter().any(|text| text.contains("Verlässlich.")));
    let fields = [("revision", revision.as_str()), ("outcome", "take-back"), ("reason", "")];
    assert!(desk.post(&desk.mona, "/moderation/checks", &fields).expect(400).text().contains("Bitte eine Begründung schreiben."));
    desk.post(&desk.mona, "/moderation/checks", &[fields[0], fields[1], ("reason", "Werbung.")]).expect(303);
    desk.app.get("/projects/vorhaben-eins").expect(404);
    let log = desk.get(&desk.mona, "/moderation/events?by=machine&action=published").expect(200).html();
    assert!(texts(&log, "tbody tr")[0].contains("automatisch"));
}

#[test]
fn what_was_taken_back_is_written_no_more_but_kept_and_its_authors_are_told_so() {
    let desk = Desk::new();
    let owner = desk.app.session("owner@verein.example.org", Some(("dicv-koeln", Role::Owner)), false);
    let path = format!("/moderation/entries/{}", desk.app.id_of(Kind::Organisation, "dicv-koeln"));
    desk.post(&desk.mona, &path, &[("step", "trust"), ("trust", "Verlässlich.")]).expect(303);
    let (id, _) = desk.submit("Vorhaben Eins");
    let revision = desk.app.revision_of(id).0.to_string();
    let fields = [("revision", revision.as_str()), ("outcome", "take-back"), ("reason", "Werbung.")];
    desk.post(&desk.mona, "/moderation/checks", &fields).expect(303);
    let draft = format!("/submit/{id}");
    let ways = |page: Answer| {
        let deletes = attributes(&page.html(), "form", "action").contains(&format!("{draft}/delete"));
        (texts(&page.html(), ".draft-discard summary"), deletes, page.text().contains("bleibt aufbewahrt"))
    };
    assert_eq!(ways(desk.get(&owner, &draft).expect(200)), (vec!["Fassung aufgeben".to_owned()], false, true));
    let done = desk.post(&owner, &format!("{draft}/discard"), &[("version", &desk.version(id))]).expect(303);
    let page = desk.get(&owner, done.header("location")).expect(200).html();
    assert!(texts(&page, "p.notice[role=status]")[0].contains("bleibt sie im Verlauf aufbewahrt"), "{:?}", texts(&page, ".notice"));
    let refused = desk.post(&owner, &format!("{draft}/delete"), &[]).expect(400).text();
    assert!(refused.contains("bevor die Redaktion ihn zurückgenommen hat"), "{refused}");
    assert_eq!(ways(desk.get(&owner, &draft).expect(200)), (vec![], false, true));
    assert!(desk.get(&desk.mona, "/moderation/events?action=given-up").text().contains("Vorhaben Eins"));
    assert!(desk.get(&desk.mona, "/moderation/events?action=given-up&lang=en").text().contains("given up"));
}

#[test]
fn the_log_is_filtered_and_taken_along_without_addresses() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    desk.post(&desk.mona, &path, &[("version", &desk.version(id)), ("decision", "reject"), ("reason", "=1+1")]).expect(303);
    let page = desk.get(&desk.mona, "/moderation/events?by=person").expect(200);
    assert!(page.text().contains("mona@redaktion.example.org") && !page.text().contains("editor@verein.example.org"));
    assert_eq!(texts(&page.html(), "tbody tr").len(), 2);
    desk.get(&desk.mona, "/moderation/events?by=me&colour=red").expect(400);
    let wrong = desk.get(&desk.mona, "/moderation/events?by=person&from=2026-02-30&to=gestern").expect(400).html();
    let told = texts(&wrong, ".failure-fields li");
    assert!(told[0].starts_with("Anfang: Bitte ein Jahr") && told[1].starts_with("Ende: Bitte ein Jahr"), "{told:?}");
    assert_eq!(attributes(&wrong, ".failure-ways .button", "href"), ["/moderation/events?by=person"]);
    let answer = desk.get(&desk.mona, "/moderation/events.csv").expect(200);
    let lines = answer.text();
    assert!(answer.header("content-type").starts_with("text/csv") && !lines.contains('@'), "no mail addresses");
    // As German spreadsheets want it; the hour is that of Berlin, accounts are called as on the page.
    assert!(lines.starts_with('\u{feff}') && lines.lines().count() > 300);
    assert!(lines.contains("+01:00;person;Konto ") && lines.contains(";rejected;project;vorhaben-eins;Vorhaben Eins;1;'=1+1"), "{lines}");
    let english = desk.get(&desk.mona, "/moderation/events.csv?lang=en&action=rejected").expect(200).text();
    assert!(english.contains(",person,account ") && english.contains(",rejected,project,vorhaben-eins,Vorhaben Eins,1,'=1+1"), "{english}");
    assert_eq!(desk.get(&desk.mona, "/moderation/events.csv?by=person&action=rejected").text().lines().count(), 2);
    assert_eq!(desk.get(&desk.mona, "/moderation/events.csv?entry=gibt-es-nicht").text().lines().count(), 1);
    desk.get(&desk.editor, "/moderation/events.csv").expect(403);
    desk.app.get("/moderation/events.csv").expect(401);
    desk.get(&desk.mona, "/moderation/events.csv?colour=red").expect(400);
}

#[test]
fn figures_and_the_daily_mail() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    let page = desk.get(&desk.mona, "/moderation/statistics").expect(200);
    // Stacked on small screens, tables are still read out as tables.
    for html in [page.html(), desk.get(&desk.mona, "/moderation/events").expect(200).html()] {
        assert!(!attributes(&html, "main table[role=table] td[role=cell]", "role").is_empty());
        let parts = ["table", "thead", "tbody", "tr", "th", "td"].map(|part| format!("main {part}:not([role])")).join(", ");
        assert_eq!(html.select(&crate::support::css(&parts)).count(), 0);
    }
    assert!(page.text().contains("wurde über nichts entschieden") && page.text().contains("Gerade wartet 1 Einreichung"));
    desk.app.wait_minutes(20 * 60);
    desk.app.with_backend(async |backend| backend::usecases::curate::send_digests(backend).await.unwrap());
    let mails = desk.app.mails();
    assert_eq!(mails.len(), 2);
    assert!(mails.iter().all(|mail| mail.contains("/moderation") && !mail.contains("editor@")), "{mails:?}");
    desk.post(&desk.mona, "/account/digest", &[("digest", "off")]).expect(303);
    assert_eq!(attributes(&desk.get(&desk.mona, "/account").html(), "#digest option[selected]", "value"), ["off"]);
    assert!(!desk.get(&desk.editor, "/account").text().contains("digest"));
    desk.post(&desk.mona, &path, &[("version", &desk.version(id)), ("decision", "publish")]).expect(303);
    let page = desk.get(&desk.mona, "/moderation/statistics").text();
    assert!(page.contains("neun von zehn innerhalb von 20 Stunden entschieden") && !page.contains("die Hälfte"), "{page}");
    let (id, path) = desk.submit("Vorhaben Zwei ganz schnell");
    desk.post(&desk.mona, &path, &[("version", &desk.version(id)), ("decision", "publish")]).expect(303);
    let page = desk.get(&desk.mona, "/moderation/statistics").text();
    assert!(page.contains("war die Hälfte innerhalb von einer Minute entschieden, neun von zehn innerhalb von 20 Stunden"), "{page}");
    let page = desk.get(&desk.mona, "/moderation/operation").text();
    assert!(
        page.contains("Alles läuft")
            && !page.contains("<dt>Suche<")
            && page.contains("davon warten, bis die Entscheidungen nicht mehr rückgängig zu machen sind"),
        "{page}"
    );
}

#[test]
fn authors_of_what_was_taken_away_see_when_and_why_and_never_by_whom() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    let page = desk.get(&desk.mona, &path).html();
    assert!(texts(&page, ".change ins").is_empty());
    desk.post(&desk.mona, &path, &[("version", &desk.version(id)), ("decision", "publish")]).expect(303);
    let fields = [("step", "remove"), ("because", "advertising"), ("reason", "Nur ein Angebot.")];
    desk.post(&desk.mona, &format!("/moderation/entries/{id}"), &fields).expect(303);
    let page = desk.get(&desk.editor, &format!("/submit/{id}")).expect(200).text();
    for said in ["am 1. November 2026 entfernt", "Er war Werbung.", "Nur ein Angebot.", "/imprint"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("mona@"));
    desk.app.get(&format!("/submit/{id}")).expect(401);
    let mails = desk.app.mails();
    assert!(mails.len() == 1 && mails[0].contains("Subject: Entfernt: Vorhaben Eins"), "{mails:?}");
}

#[test]
fn members_of_trusted_organisations_read_before_what_happens_when_they_hand_in() {
    let desk = Desk::new();
    let organisation = desk.app.id_of(Kind::Organisation, "dicv-koeln");
    let (id, _) = desk.submit("Vorhaben Eins");
    desk.post(&desk.editor, &format!("/submit/{id}/take-back"), &[]).expect(303);
    let page = |desk: &Desk| desk.get(&desk.editor, &format!("/submit/{id}")).expect(200).text();
    assert!(page(&desk).contains("liest jeden Eintrag, bevor er erscheint"));
    desk.post(&desk.mona, &format!("/moderation/entries/{organisation}"), &[("step", "trust"), ("trust", "Verlässlich.")]).expect(303);
    let now = page(&desk);
    assert!(now.contains("ist sofort für alle zu lesen") && !now.contains("liest jeden Eintrag, bevor er erscheint"));
}

#[test]
fn what_comes_again_is_compared_with_what_was_sent_back_and_sources_can_be_opened() {
    let desk = Desk::new();
    let (id, path) = desk.submit("Vorhaben Eins");
    desk.post(&desk.mona, &path, &[("version", &desk.version(id)), ("decision", "request-changes"), ("reason", "Quelle?")]).expect(303);
    let version = desk.version(id);
    let sources = [("version", version.as_str()), ("sources", "https://verein.example.org/bericht?a=1&b=2")];
    let section = domain::form::section_of(Kind::Project, "sources").unwrap().id;
    desk.post(&desk.editor, &format!("/submit/{id}/edit/{section}"), &sources).expect(303);
    desk.post(&desk.editor, &format!("/submit/{id}/submit"), &[]).expect(303);
    let queue = desk.get(&desk.mona, "/moderation").expect(200).html();
    assert!(texts(&queue, ".queue-row")[0].contains("wieder eingereicht nach der Bitte um Änderung vom 1. November 2026"));
    let page = desk.get(&desk.mona, &path).expect(200).html();
    assert_eq!(attributes(&page, ".change-words a", "href"), ["https://verein.example.org/bericht?a=1&b=2"]);
    assert_eq!(texts(&page, ".change-words a"), ["https://verein.example.org/bericht?a=1&b=2"]);
    assert_eq!(attributes(&page, ".change-words a", "rel"), ["nofollow ugc noopener noreferrer"]);
    let said = texts(&page, "h2").join("|");
    assert!(said.contains("1 Angabe ist anders als bei der Bitte um Änderung vom 1. November 2026"), "{said}");
    assert!(texts(&page, "blockquote").contains(&"Quelle?".to_owned()));
}

#[test]
fn what_was_handed_in_twice_is_asked_about_and_told_with_a_link() {
    let desk = Desk::new();
    let (first, path) = desk.submit("Lesetipps aus der Maschine");
    let organisation = desk.app.id_of(Kind::Organisation, "dicv-koeln").to_string();
    let fields = [
        ("organisation", organisation.as_str()),
        ("title", "Lesetipps aus der Maschine"),
        ("problem", "Ein Problem"),
        ("summary", "Ein Vorhaben"),
        ("phase", "idea"),
        ("scope", "online"),
    ];
    let asked = desk.post(&desk.editor, "/submit/new/project", &fields).expect(409).html();
    assert!(attributes(&asked, ".refusal a", "href").contains(&format!("/submit/{first}")));
    let typing = desk.get(&desk.editor, "/submit/alike?kind=project&title=Lesetipps%20aus%20der%20Maschine").expect(200);
    assert!(typing.text().contains(&format!("/submit/{first}")));
    let others = desk.app.session("fremd@anderswo.example.org", Some(("correlaid", Role::Owner)), false);
    assert!(!desk.get(&others, "/submit/alike?kind=project&title=Lesetipps%20aus%20der%20Maschine").text().contains(&first.to_string()));
    let (_, other) = desk.submit("Lesetipps aus der Maschine");
    let queue = desk.get(&desk.mona, "/moderation").expect(200).html();
    let links = attributes(&queue, ".maybe-doubles a", "href");
    assert!(links.contains(&path) && links.contains(&other), "{links:?}");
    let page = desk.get(&desk.mona, &path).expect(200).html();
    assert_eq!(attributes(&page, ".maybe-doubles a", "href"), [other]);
}
