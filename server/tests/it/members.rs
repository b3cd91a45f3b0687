//! Organisations, who belongs to them, and one's own account, as browsers do it.

use crate::{
    browser::Browser,
    support::{TestApp, attributes, texts},
};
use backend::usecases::create_account::create_account;
use domain::account::Actor;

const ANNA: &str = "anna@verein.example.org";
const BERT: &str = "bert@verein.example.org";
const CARO: &str = "caro@anderswo.example.net";
/// Of the sample; nobody manages it.
const SAMPLE: &str = "/organisations/dicv-koeln";

const FOUNDING: [(&str, &str); 5] = [
    ("name", "Nachbarschaft Überall e.V."),
    ("kind", "association"),
    ("place", "Köln"),
    ("website", "nachbarschaft.example.org"),
    ("description", "Wir helfen."),
];

/// The path behind the base in the newest mail to somebody.
fn link_to(app: &TestApp, email: &str) -> String {
    let mail = app.mails().into_iter().find(|mail| mail.contains(&format!("To: {email}"))).unwrap();
    mail.split("https://allmende.example").nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

fn moderator(app: &TestApp) -> Browser<'_> {
    app.with_backend(async |backend| create_account(backend, &Actor::System, "redaktion@allmende.example.org", true, None).await.unwrap());
    Browser::signed_in(app, "redaktion@allmende.example.org")
}

#[test]
fn an_organisation_is_founded_and_colleagues_invited() {
    let app = TestApp::new();
    let mut anna = Browser::signed_in(&app, ANNA);
    let refused = anna.post("/organisations/new", &[("name", ""), ("place", "Köln")]).expect(400);
    assert!(refused.text().contains("value=\"Köln\"") && texts(&refused.html(), ".form-wrong").len() == 2, "name and kind");
    let answer = anna.post("/organisations/new", &FOUNDING).expect(303);
    let members = "/organisations/nachbarschaft-ueberall-e-v/members";
    assert_eq!(answer.header("location"), format!("{members}?done=founded"));
    let page = anna.get(members).expect(200);
    assert!(page.text().contains(ANNA) && page.text().contains("wartet auf die Redaktion"));
    assert_eq!(page.header("cache-control"), "private, no-store");
    let mut stranger = Browser::signed_in(&app, CARO);
    stranger.get(members).expect(404);
    app.get(members).expect(401);
    app.get("/organisations/nachbarschaft-ueberall-e-v").expect(404);

    assert!(
        anna.post(&format!("{members}/invite"), &[("email", "bert"), ("role", "editor")]).expect(400).text().contains("value=\"bert\"")
    );
    anna.post(&format!("{members}/invite"), &[("email", BERT), ("role", "editor")]).expect(303);
    let link = link_to(&app, BERT);
    let visitor = app.get(&link).expect(200);
    assert_eq!(attributes(&visitor.html(), ".form-page a.button", "href"), [format!("/sign-in?next={}", link.replace('/', "%2F"))]);
    assert!(stranger.get(&link).expect(200).text().contains("andere Mail-Adresse"));
    assert_eq!(stranger.post(&link, &[]).expect(303).header("location"), link);
    let mut bert = Browser::new(&app);
    let (mail, _) = bert.ask_for(BERT, &[("next", &link)]);
    assert_eq!(bert.post(&mail, &[]).expect(303).header("location"), link);
    assert_eq!(bert.get(&link).expect(200).html().select(&crate::support::css("form.form button")).count(), 1, "a button, not the visit");
    let joined = format!("{members}?done=joined");
    assert_eq!(bert.post(&link, &[]).expect(303).header("location"), joined);
    assert!(texts(&bert.get(&joined).expect(200).html(), ".done [role=status]")[0].contains("Ihr gehört jetzt dazu"));
    assert_eq!(bert.post(&link, &[]).expect(303).header("location"), joined, "twice");
    let page = bert.get(members).expect(200);
    assert!(page.text().contains(ANNA) && !page.text().contains("/invite\""), "editors invite nobody");
    bert.post(&format!("{members}/invite"), &[("email", CARO), ("role", "editor")]).expect(403);
    bert.get(&link).expect(404);

    let refused = anna.post(&format!("{members}/leave"), &[]).expect(400);
    assert!(texts(&refused.html(), "[role=alert]")[0].contains("niemand mehr die Mitglieder verwalten"));
    let account_of_bert = attributes(&anna.get(members).html(), "input[name=member]", "value")[0].clone();
    anna.post(&format!("{members}/role"), &[("member", &account_of_bert), ("role", "owner")]).expect(303);
    anna.post(&format!("{members}/leave"), &[]).expect(303);
    anna.get(members).expect(404);
    bert.get(members).expect(200);
    for wrong in ["nobody", "00000000-0000-0000-0000-000000000000"] {
        bert.post(&format!("{members}/remove"), &[("member", wrong)]).expect(409);
    }
}

#[test]
fn those_with_similar_names_are_shown_first() {
    let app = TestApp::new();
    let mut anna = Browser::signed_in(&app, ANNA);
    let name = texts(&app.get(SAMPLE).html(), "h1")[0].clone();
    let fields = [("name", name.as_str()), ("kind", "association"), ("description", "Text, der bleibt")];
    let page = anna.post("/organisations/new", &fields).expect(400);
    assert!(attributes(&page.html(), "[role=alert] a", "href").contains(&format!("{SAMPLE}/claim")), "{}", page.text());
    assert!(page.text().contains("Text, der bleibt"));
    let again: Vec<_> = fields.iter().copied().chain([("is_another", "1")]).collect();
    anna.post("/organisations/new", &again).expect(303);
}

#[test]
fn an_organisation_is_claimed_and_confirmed_by_moderators_then_by_owners() {
    let app = TestApp::new();
    let page = app.get(SAMPLE);
    assert!(attributes(&page.html(), ".belonging a", "href").contains(&format!("{SAMPLE}/claim")));
    let way = attributes(&app.get(&format!("{SAMPLE}/claim")).expect(200).html(), ".form-page a.button", "href")[0].clone();
    assert_eq!(way, "/sign-in?next=%2Forganisations%2Fdicv-koeln%2Fclaim");
    let (mut anna, mut caro, mut curator) = (Browser::signed_in(&app, ANNA), Browser::signed_in(&app, CARO), moderator(&app));
    anna.post(&format!("{SAMPLE}/claim"), &[("note", "Ich <b>leite</b> die Stelle.")]).expect(303);
    assert!(anna.get(&format!("{SAMPLE}/claim")).expect(200).text().contains("wartet"));
    anna.get("/moderation/claims").expect(403);
    app.get("/moderation/claims").expect(401);
    let list = curator.get("/moderation/claims").expect(200);
    assert!(list.text().contains("Ich &lt;b&gt;leite&lt;/b&gt; die Stelle.") && list.text().contains(ANNA));
    let claim = attributes(&list.html(), "input[name=claim]", "value")[0].clone();
    let fields = |decision, reason| {
        [("claim", claim.clone()), ("organisation", "dicv-koeln".to_owned()), ("decision", decision), ("reason", reason)]
    };
    let decide = |browser: &mut Browser, decision: &str, reason: &str| {
        let fields = fields(decision.to_owned(), reason.to_owned());
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post("/moderation/claims", &fields)
    };
    decide(&mut caro, "accept", "").expect(403);
    decide(&mut curator, "refuse", " ").expect(400);
    decide(&mut curator, "accept", "").expect(303);
    decide(&mut curator, "accept", "").expect(409);
    assert!(app.mails().iter().any(|mail| mail.contains(&format!("To: {ANNA}")) && mail.contains("/organisations/dicv-koeln/members")));
    assert!(anna.get(SAMPLE).text().contains("/organisations/dicv-koeln/members"));
    // Now those who own it are asked.
    caro.post(&format!("{SAMPLE}/claim"), &[("note", "")]).expect(303);
    assert_eq!(link_to(&app, ANNA), "/organisations/dicv-koeln/members");
    let members = anna.get(&format!("{SAMPLE}/members")).expect(200);
    let claim = attributes(&members.html(), "input[name=claim]", "value")[0].clone();
    anna.post(&format!("{SAMPLE}/members/claims"), &[("claim", &claim), ("decision", "refuse"), ("reason", "Kennen wir nicht.")])
        .expect(303);
    assert!(app.mails().iter().any(|mail| mail.contains(&format!("To: {CARO}")) && mail.contains("Kennen wir nicht.")));
    assert!(caro.get("/account").text().contains("Kennen wir nicht."));
    caro.get(&format!("{SAMPLE}/members")).expect(403);
    curator.get(&format!("{SAMPLE}/members")).expect(403);
}

#[test]
fn no_line_of_a_name_becomes_a_header() {
    let app = TestApp::new();
    let line = "{\"id\": \"zeilen\", \"name\": \"Verein\\nBcc: everybody@example.org\\n\\nText\", \"kind\": \"association\", \"website\": \"https://verein.example.org\"}";
    app.import("organisations.jsonl", line);
    let mut anna = Browser::signed_in(&app, ANNA);
    anna.post("/organisations/zeilen/claim", &[]).expect(303);
    anna.post("/organisations/zeilen/members/invite", &[("email", BERT), ("role", "owner")]).expect(303);
    let mail = app.mails().pop().unwrap();
    let head = mail.split("\r\n\r\n").next().unwrap();
    let names: Vec<_> =
        head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).map(|line| line.split(':').next().unwrap()).collect();
    assert!(!names.iter().any(|name| name.eq_ignore_ascii_case("bcc")) && names.contains(&"Subject"), "{head}");
}

#[test]
fn other_sites_cannot_send_these_forms() {
    let app = TestApp::new();
    let anna = Browser::signed_in(&app, ANNA);
    let headers = [("cookie", anna.header()), ("sec-fetch-site", "cross-site".to_owned())];
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for address in ["/organisations/new", "/organisations/dicv-koeln/claim", "/account/delete", "/account/language", "/invitations/abc"] {
        app.post(address, &[("typed", ANNA)], &headers).expect(403);
    }
}

#[test]
fn ones_data_can_be_taken_along_and_the_account_deleted() {
    let app = TestApp::new();
    let mut anna = Browser::signed_in(&app, ANNA);
    anna.post("/organisations/new", &FOUNDING).expect(303);
    anna.post("/account/language", &[("language", "en")]).expect(303);
    anna.post("/account/language", &[("language", "fr")]).expect(400);
    let export = anna.get("/account/export").expect(200);
    assert!(export.header("content-disposition").starts_with("attachment") && export.header("cache-control").contains("no-store"));
    let export = export.json();
    assert_eq!((&export["account"]["email"], &export["account"]["language"]), (&ANNA.into(), &"en".into()));
    assert_eq!(export["revisions"][0]["document"]["name"], "Nachbarschaft Überall e.V.");
    app.get("/account/export").expect(401);
    app.get("/account/delete").expect(401);
    assert!(anna.get("/account/delete").expect(200).text().contains("/organisations/nachbarschaft-ueberall-e-v/members"));
    anna.post("/account/delete", &[("typed", "ja")]).expect(400);
    anna.get("/account").expect(200);
    assert_eq!(anna.post("/account/delete", &[("typed", ANNA)]).expect(303).header("location"), "/?done=account-deleted");
    anna.get("/account").expect(401);
    let mut again = Browser::signed_in(&app, ANNA);
    assert!(again.get("/account").text().contains("noch für keine Organisation"), "somebody new");
}

#[test]
fn addresses_that_are_none_are_not_there() {
    let app = TestApp::new();
    let mut anna = Browser::signed_in(&app, ANNA);
    for page in ["/organisations/nowhere/members", "/organisations/nowhere/claim", "/organisations/%00/members", "/invitations/abc"] {
        anna.get(page).expect(404);
    }
    for form in ["members/invite", "members/leave", "claim", "claim/withdraw"] {
        anna.post(&format!("/organisations/nowhere/{form}"), &[("email", BERT), ("role", "editor")]).expect(404);
        anna.post(&format!("/organisations/%00/{form}"), &[("email", BERT), ("role", "editor")]).expect(404);
    }
    assert_eq!(anna.post("/invitations/%0d%0aX", &[]).expect(303).header("location"), "/invitations/0");
    let huge = "a".repeat(200_000);
    anna.post("/organisations/new", &[("name", &huge)]).expect(400);
}
