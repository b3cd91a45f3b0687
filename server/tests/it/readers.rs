//! Readers without an account, as browsers and programs send what they write.

use crate::{
    browser::Browser,
    support::{TestApp, attributes, css, texts},
};
use backend::storage::{mails, suggestions};
use domain::{account::Role, limits, vocabulary::Kind};
use scraper::Html;

const REPORT: &str = "/projects/carifix/report";
const STORY: &str = "/projects/carifix/suggest/story";
const READER: &str = "reader@example.org";

/// What a browser sends of a form that is left as it is.
fn left(page: &Html) -> Vec<(String, String)> {
    let all = css("main form.form input, main form.form textarea, main form.form select");
    let fields = page.select(&all).filter_map(|field| {
        let name = field.attr("name")?.to_owned();
        let value = match field.value().name() {
            "textarea" => field.text().collect::<String>().trim_start_matches('\n').replace('\n', "\r\n"),
            "select" => {
                field.select(&css("option[selected]")).next().and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
            }
            _ if field.attr("type") == Some("checkbox") && field.attr("checked").is_none() => return None,
            _ => field.attr("value").unwrap_or_default().to_owned(),
        };
        Some((name, value))
    });
    fields.collect()
}

/// The same with these values in place of others.
fn with<'a>(fields: &'a [(String, String)], changed: &'a [(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let others = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    others.filter(|(name, _)| !changed.iter().any(|(known, _)| known == name)).chain(changed.iter().copied()).collect()
}

fn link_in(mail: &str, path: &str) -> String {
    let rest = mail.split(&format!("https://allmende.example{path}")).nth(1).unwrap();
    format!("{path}{}", rest.split_whitespace().next().unwrap())
}

/// Suggests something by a form, confirms it, and gives the link to its state.
pub fn suggested(app: &TestApp, address: &str, changed: &[(&str, &str)]) -> String {
    app.mails();
    let fields = left(&app.get(address).expect(200).html());
    let more = [("why", "Steht so im Bericht."), ("email", READER)];
    let changed: Vec<_> = changed.iter().copied().chain(more).collect();
    assert_eq!(app.post(address, &with(&fields, &changed), &[]).expect(303).header("location"), "/suggestions/sent");
    let link = link_in(&app.mails().pop().unwrap(), "/suggestions/");
    assert_eq!(app.post(&link, &[], &[]).expect(303).header("location"), link);
    link
}

#[test]
fn a_report_is_made_without_an_account_and_answered() {
    let app = TestApp::new();
    let entry = app.get("/projects/carifix").html();
    assert_eq!(attributes(&entry, ".entry-wrong a", "href"), [REPORT, "/projects/carifix/suggest"]);
    let refused = app.post(REPORT, &[("text", "Der Link <b>geht</b> nicht."), ("email", "anna@")], &[]).expect(400);
    assert_eq!(texts(&refused.html(), "#text"), ["Der Link <b>geht</b> nicht."]);
    assert_eq!(texts(&refused.html(), ".form-wrong").len(), 2, "{}", refused.text());
    let fields = [("reason", "wrong"), ("text", "Der Link geht nicht."), ("email", READER)];
    let link = app.post(REPORT, &fields, &[]).expect(303).header("location").to_owned();
    let state = app.get(&link).expect(200);
    assert!(state.text().contains("antwortet bis zum 15. November 2026") && state.header("cache-control").contains("no-store"));
    let mail = app.mails().pop().unwrap();
    assert_eq!(link_in(&mail, "/reports/"), link);
    let moderator = app.session("moderator@example.org", None, true);
    let list = app.send("GET", "/moderation/reports", &[("cookie", &moderator)]).expect(200);
    assert!(list.text().contains("1 Meldung") && !list.text().contains(READER));
    let of = attributes(&list.html(), ".desk-row a", "href")[0].clone();
    let page = app.send("GET", &of, &[("cookie", &moderator)]).expect(200);
    assert!(page.text().contains("Der Link geht nicht.") && !page.text().contains(READER));
    let id = attributes(&page.html(), ".row-list input[name=report]", "value")[0].clone();
    let answer = |words: &str| app.post(&of, &[("report", &id), ("answer", words), ("decision", "answer")], &[("cookie", &moderator)]);
    answer(" ").expect(400);
    answer("Danke, ist geändert.").expect(303);
    assert!(answer("Noch einmal.").expect(409).text().contains("Noch einmal."), "what was typed stays");
    assert!(app.get(&link).expect(200).text().contains("Danke, ist geändert."));
    assert!(app.mails()[0].contains("Danke, ist ge"));
    app.get("/reports/0").expect(404);
    app.get(&format!("/reports/{}", "0".repeat(64))).expect(404);
}

#[test]
fn a_correction_goes_from_a_reader_to_the_owner_to_the_moderator_to_readers() {
    let app = TestApp::new();
    let owner = app.session("owner@example.org", Some(("deutscher-caritasverband", Role::Owner)), false);
    let moderator = app.session("moderator@example.org", None, true);
    let fields = left(&app.get(STORY).expect(200).html());
    let why = [("why", "Bericht"), ("email", READER)];
    assert!(app.post(STORY, &with(&fields, &why), &[]).expect(400).text().contains("steht schon genau so"));
    let link = suggested(&app, STORY, &[("advice", "Klein anfangen.")]);
    assert!(texts(&app.get(&link).html(), "ins").concat().contains("Klein"));
    let id = app.id_of(Kind::Project, "carifix");
    let page = format!("/submit/{id}/suggestions/1");
    let desk = app.send("GET", "/submit", &[("cookie", &owner)]).expect(200);
    assert!(attributes(&desk.html(), ".notice a", "href").contains(&page));
    assert!(attributes(&app.send("GET", &format!("/submit/{id}"), &[("cookie", &owner)]).html(), ".notice a", "href").contains(&page));
    let shown = app.send("GET", &page, &[("cookie", &owner)]).expect(200);
    assert!(!shown.text().contains(READER));
    let sent = left(&shown.html());
    assert!(sent.contains(&("field".into(), "advice".into())), "{sent:?}");
    let nothing: Vec<_> = sent.iter().filter(|(name, _)| name != "field").cloned().collect();
    app.post(&page, &with(&nothing, &[("decision", "accept")]), &[("cookie", &owner)]).expect(400);
    app.post(&page, &with(&sent, &[("decision", "accept")]), &[("cookie", &owner)]).expect(303);
    let (revision, version) = app.revision_of(id);
    let publish = [("decision", "publish"), ("version", &*version.to_string())];
    app.post(&format!("/moderation/{revision}"), &publish, &[("cookie", &moderator)]).expect(303);
    assert!(app.get("/projects/carifix").text().contains("Klein anfangen."));
    assert!(app.get(&link).expect(200).text().contains("jetzt für alle zu lesen"));
    assert!(!app.get("/projects/carifix/history").text().contains(READER));
}

#[test]
fn a_moderator_publishes_what_a_reader_told_of() {
    let app = TestApp::new();
    let moderator = app.session("moderator@example.org", None, true);
    let told = [
        ("title", "Fahrdienst plant Touren mit KI"),
        ("problem", "Zwei Stunden von Hand."),
        ("summary", "Ein Programm schlägt Touren vor."),
        ("phase", "pilot"),
        ("place", "Köln"),
        ("organisation", "Deutscher Caritasverband"),
    ];
    let link = suggested(&app, "/suggest/project", &told);
    let list = app.send("GET", "/moderation/suggestions", &[("cookie", &moderator)]).expect(200);
    let page = attributes(&list.html(), ".desk-row a", "href")[0].clone();
    let shown = app.send("GET", &page, &[("cookie", &moderator)]).expect(200);
    assert_eq!(attributes(&shown.html(), "#organisation option[selected]", "value"), ["deutscher-caritasverband"]);
    let sent = left(&shown.html());
    let wrong = app.post(&page, &with(&sent, &[("decision", "accept"), ("organisation", "nirgends")]), &[("cookie", &moderator)]);
    assert!(wrong.expect(400).text().contains("gibt es nicht"));
    app.post(&page, &with(&sent, &[("decision", "accept")]), &[("cookie", &moderator)]).expect(303);
    assert!(app.get("/projects/fahrdienst-plant-touren-mit-ki").expect(200).text().contains("Aus öffentlichen Quellen"));
    assert!(attributes(&app.get(&link).html(), "main a", "href").contains(&"/projects/fahrdienst-plant-touren-mit-ki".to_owned()));
    app.get("/suggest/organisation").expect(404);
}

#[test]
fn ten_thousand_suggestions_from_one_network_stay_twenty() {
    let app = TestApp::new();
    let fields = left(&app.get(STORY).html());
    let advice = fields.iter().filter(|(name, _)| name != "advice" && !["why", "email"].contains(&name.as_str()));
    let others: Vec<(&'static str, String)> = advice.map(|(name, value)| (&*name.clone().leak(), value.clone())).collect();
    let form = |number: usize| {
        let own = [("advice", format!("Flut {number}")), ("why", "x".to_owned()), ("email", format!("reader{number}@example.org"))];
        others.iter().cloned().chain(own).collect::<Vec<_>>()
    };
    let answers = app.post_from("192.0.2.1", STORY, (0..10_000).map(form));
    let count = |status: u16| answers.iter().filter(|answer| answer.status.as_u16() == status).count();
    assert_eq!((count(303), count(429)), (limits::READER_TRIES as usize, 10_000 - limits::READER_TRIES as usize));
    let refused = answers.last().unwrap();
    assert!(refused.text().contains("Flut 9999") && texts(&refused.html(), "[role=alert]").len() == 1, "what was typed stays");
    let others = app.post_from("192.0.2.2", STORY, (10_000..10_001).map(form));
    assert_eq!(others[0].status, 303, "one network is in nobody else's way");
    let (kept, posted) = app.with_backend(async |backend| {
        let mut tx = backend.db.read().await.unwrap();
        (suggestions::count_unconfirmed(&mut tx).await.unwrap(), mails::waiting(&mut tx).await.unwrap().total)
    });
    assert_eq!((kept, posted), (i64::from(limits::READER_TRIES) + 1, i64::from(limits::READER_TRIES) + 1));
    let moderator = app.session("moderator@example.org", None, true);
    let queue = app.send("GET", "/moderation/suggestions", &[("cookie", &moderator)]).expect(200);
    assert!(queue.text().contains("Kein Vorschlag wartet"), "nobody is bothered with what nobody confirmed");
}

#[test]
fn a_flood_of_reports_from_many_networks_is_one_row() {
    let app = TestApp::new();
    let form = |number: usize| vec![("reason", "other".to_owned()), ("text", format!("Flut {number}"))];
    let mut kept = 0;
    for network in 0..50 {
        let answers = app.post_from(&format!("192.0.2.{network}"), REPORT, (0..5).map(form));
        kept += answers.iter().filter(|answer| answer.status == 303).count();
    }
    assert_eq!(kept as i64, limits::REPORTS_OF_ENTRY);
    let moderator = app.session("moderator@example.org", None, true);
    let list = app.send("GET", "/moderation/reports", &[("cookie", &moderator)]).expect(200).html();
    assert_eq!(texts(&list, ".desk-row strong"), ["60 Meldungen"]);
    let of = attributes(&list, ".desk-row a", "href")[0].clone();
    let page = app.send("GET", &of, &[("cookie", &moderator)]).expect(200).html();
    let seen = attributes(&page, "input[name=seen]", "value").remove(0);
    assert_eq!(seen.split(',').count() as i64, limits::REPORTS_OF_ENTRY);
    // Nothing that was seen is nothing to close.
    app.post(&of, &[("decision", "close")], &[("cookie", &moderator)]).expect(409);
    let refused = app.post(&of, &[("decision", "answer"), ("answer", " "), ("seen", &seen)], &[("cookie", &moderator)]).expect(400);
    assert_eq!(attributes(&refused.html(), "input[name=seen]", "value").concat(), seen);
    app.post(&of, &[("decision", "close"), ("seen", &seen)], &[("cookie", &moderator)]).expect(303);
    assert!(app.send("GET", "/moderation/reports", &[("cookie", &moderator)]).text().contains("Keine Meldung wartet"));
}

#[test]
fn whoever_confirms_while_many_wait_is_told_and_can_do_it_later() {
    let app = TestApp::new();
    let fields = left(&app.get(STORY).html());
    let mut links = vec![];
    for number in 0..=limits::SUGGESTIONS_OF_ENTRY {
        let (advice, email) = (format!("Anders {number}."), format!("reader{number}@example.org"));
        app.post(STORY, &with(&fields, &[("advice", &advice), ("why", "x"), ("email", &email)]), &[]).expect(303);
        links.push(link_in(&app.mails().pop().unwrap(), "/suggestions/"));
    }
    let last = links.pop().unwrap();
    for link in &links {
        app.post(link, &[], &[]).expect(303);
    }
    let refused = app.post(&last, &[], &[]).expect(429).html();
    assert!(texts(&refused, "[role=alert]").concat().contains("noch nicht bestätigt"), "{:?}", texts(&refused, "main"));
    assert_eq!(texts(&refused, "form.form button"), ["Vorschlag bestätigen"]);
    assert!(texts(&app.get(&last).expect(200).html(), "[role=alert]").is_empty());
}

#[test]
fn what_is_sent_in_bad_faith_stays_text_or_is_refused() {
    let app = TestApp::new();
    let script = "<script>alert(1)</script> Gut\u{202e}tug\r\nBcc: everybody@example.org";
    let link = suggested(&app, STORY, &[("advice", script)]);
    let shown = app.get(&link).expect(200);
    assert!(!shown.text().contains("<script>alert") && !shown.text().contains('\u{202e}'));
    let moderator = app.session("moderator@example.org", None, true);
    let list = app.send("GET", "/moderation/suggestions", &[("cookie", &moderator)]).expect(200).html();
    let page = attributes(&list, ".desk-row a", "href")[0].clone();
    let decide = app.send("GET", &page, &[("cookie", &moderator)]).expect(200);
    assert!(!decide.text().contains("<script>alert"));
    app.post(&page, &with(&left(&decide.html()), &[("decision", "accept")]), &[("cookie", &moderator)]).expect(303);
    let public = app.get("/projects/carifix").expect(200);
    assert!(!public.text().contains("<script>alert") && public.text().contains("Guttug") && !public.text().contains('\u{202e}'));
    // Links that are none are refused at their field, and stay where they can be mended.
    let links = "/projects/carifix/suggest/links";
    let fields = left(&app.get(links).html());
    let wrong = [("website", "javascript:alert(1)"), ("why", "x"), ("email", "x@example.org\r\nBcc: y@example.org")];
    let refused = app.post(links, &with(&fields, &wrong), &[]).expect(400).html();
    assert_eq!(attributes(&refused, "#website", "value"), ["javascript:alert(1)"]);
    assert!(texts(&refused, "#website-wrong").len() == 1 && texts(&refused, "#email-wrong").len() == 1);
    // No line of a title becomes a header.
    let organisation = "/organisations/dicv-koeln/suggest/basics";
    suggested(&app, organisation, &[("name", "Verein\r\nBcc: everybody@example.org")]);
    assert!(app.mails().iter().all(|mail| !mail.split("\r\n\r\n").next().unwrap().to_lowercase().contains("\r\nbcc")));
    // A program fills in what people do not see.
    let trapped = [("reason", "other"), ("text", "Kauft!"), ("nickname", "Bot")];
    let answer = app.post(REPORT, &trapped, &[]).expect(400);
    assert!(answer.text().contains("Falle für Programme") && !answer.text().contains("<div hidden"));
    assert!(app.get(REPORT).text().contains("<div hidden"));
    for (address, fields) in [(REPORT, &[("reason", "wrong"), ("text", "x")][..]), (STORY, &[]), ("/suggest/project", &[])] {
        app.post(address, fields, &[("sec-fetch-site", "cross-site")]).expect(403);
    }
    for nowhere in ["/projects/%00/report", "/projects/nowhere/report", "/projects/carifix/suggest/nowhere", "/suggest/%0d%0aX"] {
        app.post(nowhere, &[("reason", "wrong"), ("text", "x")], &[]).expect(404);
        app.get(nowhere).expect(404);
    }
    assert_eq!(app.post("/suggestions/%0d%0aX", &[], &[]).expect(303).header("location"), "/suggestions/0");
}

#[test]
fn a_withdrawn_or_removed_entry_is_nobodys_to_report() {
    let app = TestApp::new();
    app.remove_project("carifix");
    app.get(REPORT).expect(410);
    app.post(REPORT, &[("reason", "wrong"), ("text", "x")], &[]).expect(410);
    let mut owner = Browser::signed_in(&app, "owner@example.org");
    owner.get("/projects/carifix/suggest").expect(410);
}
