//! The second step of moderators, as browsers do it.

use crate::{
    browser::Browser,
    support::{BASE, TestApp, attributes, texts},
};
use backend::{
    testing::authenticator::Authenticator,
    usecases::{create_account::create_account, passkeys::reset},
};
use domain::{account::Actor, limits};

const ANNA: &str = "anna@allmende.example.org";
const PAGE: &str = "/account/passkeys";
const STEP: &str = "/sign-in/passkey";

fn moderator(app: &TestApp) -> Browser<'_> {
    app.with_backend(async |backend| create_account(backend, &Actor::System, ANNA, true, None).await.unwrap());
    Browser::signed_in_by_mail(app, ANNA)
}

fn add(browser: &mut Browser, authenticator: &mut Authenticator, name: &str) {
    let options = browser.post("/account/passkeys/options", &[("name", name)]).expect(200).json();
    let credential = authenticator.create(BASE, &options);
    browser.post("/account/passkeys/finish", &[("credential", &credential)]).expect(204);
}

fn prove(browser: &mut Browser, authenticator: &mut Authenticator) {
    let options = browser.post("/sign-in/passkey/options", &[]).expect(200).json();
    let credential = authenticator.get(BASE, &options);
    browser.post("/sign-in/passkey/finish", &[("credential", &credential)]).expect(204);
}

#[test]
fn a_moderator_is_led_to_the_second_step_and_on() {
    let (app, mut authenticator) = (TestApp::new(), Authenticator::default());
    let mut anna = moderator(&app);
    let way = anna.get("/moderation/claims").expect(303).header("location").to_owned();
    assert_eq!(way, "/account/passkeys?next=%2Fmoderation%2Fclaims");
    let page = anna.get(&way).expect(200);
    assert_eq!(attributes(&page.html(), "form.passkey", "data-next"), ["/moderation/claims"]);
    assert!(page.text().contains("Passkeys brauchen JavaScript") && page.header("cache-control").contains("no-store"));
    assert!(anna.get("/account").expect(200).text().contains("erst, wenn ihr das mit einem Passkey"));
    add(&mut anna, &mut authenticator, "Mein <b>Telefon</b>");
    anna.get("/moderation/claims").expect(200);
    let page = anna.get(PAGE).expect(200);
    assert_eq!(texts(&page.html(), ".row-list strong"), ["Mein <b>Telefon</b>"]);
    let mail = app.mails().pop().unwrap();
    assert!(mail.contains(&format!("To: {ANNA}")) && mail.contains(&format!("{BASE}{PAGE}")), "{mail}");

    let mut again = Browser::signed_in_by_mail(&app, ANNA);
    let way = again.get("/moderation").expect(303).header("location").to_owned();
    assert_eq!(way, "/sign-in/passkey?next=%2Fmoderation");
    assert_eq!(attributes(&again.get(&way).expect(200).html(), "form.passkey", "data-next"), ["/moderation"]);
    assert!(again.get(PAGE).expect(200).text().contains("/sign-in/passkey?next=%2Faccount%2Fpasskeys"), "a mail does not do");
    prove(&mut again, &mut authenticator);
    again.get("/moderation").expect(200);
    assert!(again.get(PAGE).expect(200).text().contains("zuletzt benutzt am 1. November 2026"));
}

#[test]
fn nobody_is_led_to_another_site() {
    let app = TestApp::new();
    let mut anna = moderator(&app);
    for page in [PAGE, STEP] {
        for wrong in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
            assert!(!anna.get(&format!("{page}?next={wrong}")).expect(200).text().contains("data-next=\"https://evil"));
            let page = anna.get(&format!("{page}?next={wrong}")).expect(200);
            assert!(attributes(&page.html(), "form.passkey", "data-next").iter().all(|next| next == PAGE || next == "/moderation"));
        }
    }
}

#[test]
fn what_is_sent_wrongly_is_told_in_json_and_what_was_written_stays() {
    let (app, mut authenticator) = (TestApp::new(), Authenticator::default());
    let mut anna = moderator(&app);
    assert_eq!(anna.post("/account/passkeys/options", &[("name", "")]).problem(400)["errors"][0]["code"], "required");
    assert_eq!(anna.post("/account/passkeys/finish", &[("credential", "{}")]).problem(400)["errors"][0]["field"], "credential");
    let huge = "x".repeat(limits::PASSKEY_ANSWER + 1);
    assert_eq!(anna.post("/account/passkeys/finish", &[("credential", &huge)]).problem(400)["errors"][0]["code"], "too-long");
    add(&mut anna, &mut authenticator, "Telefon");
    // They are listed by when they were added.
    app.wait_minutes(1);
    let id = {
        add(&mut anna, &mut Authenticator::default(), "Stick");
        attributes(&anna.get(PAGE).html(), "input[name=passkey]", "value")[0].clone()
    };
    app.wait_minutes(limits::PASSKEY_FRESH_MINUTES);
    let refused = anna.post("/account/passkeys/remove", &[("passkey", &id)]).expect(400);
    assert!(texts(&refused.html(), "[role=alert]")[0].contains("zu lange her"), "{}", refused.text());
    assert_eq!(anna.post("/account/passkeys/options", &[("name", "x")]).problem(400)["errors"][0]["code"], "prove-first");
    prove(&mut anna, &mut authenticator);
    assert_eq!(anna.post("/account/passkeys/remove", &[("passkey", &id)]).expect(303).header("location"), PAGE);
    assert_eq!(texts(&anna.get(PAGE).html(), ".row-list strong"), ["Stick"]);

    // A decision written in a tab that was open while somebody signed in anew.
    let mut again = Browser::signed_in_by_mail(&app, ANNA);
    let sent = [("claim", "0"), ("organisation", "dicv-koeln"), ("decision", "refuse"), ("reason", "Ein langer Grund")];
    let kept = again.post("/moderation/claims", &sent).expect(403);
    assert!(kept.text().contains("Ein langer Grund"), "{}", kept.text());
    assert_eq!(attributes(&kept.html(), ".failure a.button", "href"), ["/sign-in/passkey?next=%2Fmoderation"]);
}

#[test]
fn a_passkey_is_renamed_and_what_is_wrong_is_told_at_its_field() {
    let (app, mut authenticator) = (TestApp::new(), Authenticator::default());
    let mut anna = moderator(&app);
    add(&mut anna, &mut authenticator, "Telefon");
    app.wait_minutes(1);
    add(&mut anna, &mut Authenticator::default(), "Stick");
    let page = anna.get(PAGE).expect(200).html();
    assert_eq!(attributes(&page, "form[action='/account/passkeys/rename'] input[name=name]", "value"), ["Telefon", "Stick"]);
    let ids = attributes(&page, "form[action='/account/passkeys/rename'] input[name=passkey]", "value");
    let mut rename = |id: &str, name: &str| anna.post("/account/passkeys/rename", &[("passkey", id), ("name", name)]);
    let long = "x".repeat(limits::PASSKEY_NAME + 1);
    let refused = rename(&ids[1], &long).expect(400).html();
    assert_eq!(attributes(&refused, "details[open] #name-1", "value"), [long]);
    assert!(texts(&refused, "#name-1-wrong").len() == 1 && texts(&refused, "#name-0-wrong").is_empty());
    assert_eq!(rename(&ids[1], "Stick <i>im Büro</i>").expect(303).header("location"), PAGE);
    rename("unknown", "x").expect(409);
    assert_eq!(texts(&anna.get(PAGE).html(), ".row-list strong"), ["Telefon", "Stick <i>im Büro</i>"]);
}

#[test]
fn other_sites_send_nothing() {
    let app = TestApp::new();
    let anna = moderator(&app);
    let cookie = anna.header();
    for address in [
        "/account/passkeys/options",
        "/account/passkeys/finish",
        "/account/passkeys/rename",
        "/account/passkeys/remove",
        "/sign-in/passkey/finish",
    ] {
        app.post(address, &[("name", "x")], &[("cookie", &cookie), ("sec-fetch-site", "cross-site")]).expect(403);
    }
}

#[test]
fn after_a_reset_one_signs_in_and_adds_a_new_one() {
    let (app, mut authenticator) = (TestApp::new(), Authenticator::default());
    let mut anna = moderator(&app);
    add(&mut anna, &mut authenticator, "Telefon");
    app.with_backend(async |backend| reset(backend, &Actor::System, ANNA).await.unwrap());
    anna.get("/moderation").expect(401);
    assert!(app.mails().iter().any(|mail| mail.contains("zur=C3=BCckgesetzt") || mail.contains("zurückgesetzt")));
    let mut again = Browser::signed_in_by_mail(&app, ANNA);
    add(&mut again, &mut authenticator, "Neues Telefon");
    again.get("/moderation").expect(200);
}

#[test]
fn where_browsers_have_no_passkeys_the_page_says_so_or_none_are_asked_for() {
    let settings = [("ALLMENDE_BASE_URL", "http://nas.example:3000")];
    let app = TestApp::with(&settings);
    let page = app.send("GET", PAGE, &[("cookie", &app.session_before_second_step(ANNA))]).expect(200);
    assert!(page.text().contains("kann hier niemand als Redaktion arbeiten") && !page.text().contains("data-passkey"));
    let app = TestApp::with(&[settings[0], ("ALLMENDE_MODERATOR_PASSKEYS", "optional")]);
    let cookie = app.session_before_second_step(ANNA);
    app.send("GET", "/moderation", &[("cookie", &cookie)]).expect(200);
}
