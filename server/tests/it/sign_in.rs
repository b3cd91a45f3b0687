//! Signing in and out, as a browser does it.

use crate::{
    browser::Browser,
    support::{TestApp, attributes},
};

#[test]
fn a_link_signs_in_where_it_was_asked_for_when_the_button_is_pressed() {
    let app = TestApp::new();
    let (mut browser, mut other) = (Browser::new(&app), Browser::new(&app));
    assert!(browser.get("/").text().contains("href=\"/sign-in\""));
    let (link, _) = browser.ask("anna@verein.example.org");
    // Programs that scan mails follow links; that uses up nothing.
    assert!(other.get(&link).expect(200).text().contains("anderen Browser"));
    assert_eq!(other.post(&link, &[]).expect(303).header("location"), link);
    assert!(browser.get(&link).expect(200).text().contains(&format!("action=\"{link}\"")));
    assert_eq!(browser.post(&link, &[]).expect(303).header("location"), "/account");
    let account = browser.get("/account").expect(200);
    assert!(account.text().contains("anna@verein.example.org"));
    assert_eq!(account.header("cache-control"), "private, no-store");
    assert!(browser.get("/").text().contains("href=\"/account\""), "not the page of everybody");
    assert!(other.get("/").text().contains("href=\"/sign-in\""), "nor everybody that of one");
    browser.get(&link).expect(404);
    other.get("/account").expect(401);
}

#[test]
fn a_code_signs_in_and_a_wrong_one_is_told() {
    let app = TestApp::new();
    let mut browser = Browser::new(&app);
    let (_, code) = browser.ask("anna@verein.example.org");
    let wrong = if code == "00000000" { "00000001" } else { "00000000" };
    let answer = browser.post("/sign-in/code", &[("code", wrong)]).expect(400);
    assert!(answer.text().contains("Dieser Code stimmt nicht") && answer.text().contains(&format!("value=\"{wrong}\"")));
    browser.post("/sign-in/code", &[("code", &code)]).expect(303);
    browser.get("/account").expect(200);
}

#[test]
fn what_was_typed_stays_and_says_what_is_wrong_in_the_language_of_the_page() {
    let app = TestApp::new();
    let mut browser = Browser::new(&app);
    browser.get("/sign-in?lang=en").expect(200);
    let answer = browser.post("/sign-in", &[("email", "anna@<verein>")]).expect(400);
    assert!(answer.text().contains("This is no mail address.") && answer.text().contains("anna@&lt;verein&gt;"), "{}", answer.text());
    assert!(answer.text().contains("aria-invalid=\"true\""));
    assert_eq!(app.mails(), Vec::<String>::new());
    browser.post("/sign-in", &[]).expect(400);
}

#[test]
fn whether_an_address_is_known_is_not_told() {
    let app = TestApp::new();
    let (mut browser, mut stranger) = (Browser::new(&app), Browser::new(&app));
    let (link, _) = browser.ask("anna@verein.example.org");
    browser.post(&link, &[]).expect(303);
    let known = stranger.post("/sign-in", &[("email", "anna@verein.example.org")]);
    let unknown = stranger.post("/sign-in", &[("email", "nobody@verein.example.org")]);
    assert_eq!((known.status, known.body.clone()), (unknown.status, unknown.body.clone()));
    assert_eq!(app.mails().len(), 2);
}

#[test]
fn signing_out_here_and_everywhere() {
    let app = TestApp::new();
    let mut browsers = [Browser::new(&app), Browser::new(&app), Browser::new(&app)];
    for browser in &mut browsers {
        let (link, _) = browser.ask("anna@verein.example.org");
        browser.post(&link, &[]).expect(303);
        browser.get("/account").expect(200);
    }
    let [first, second, third] = &mut browsers;
    let stolen = Browser { app: &app, cookies: first.cookies.clone() };
    first.post("/sign-out", &[]).expect(303);
    assert_eq!(first.cookies, vec![]);
    assert_eq!(app.send("GET", "/account", &[("cookie", &stolen.header())]).status, 401, "the session itself is over");
    second.post("/sign-out/everywhere", &[]).expect(303);
    third.get("/account").expect(401);
    third.post("/sign-out/everywhere", &[]).expect(401);
}

#[test]
fn other_sites_cannot_sign_anybody_in_or_out() {
    let app = TestApp::new();
    for address in ["/sign-in", "/sign-in/code", "/sign-in/abc", "/sign-out", "/sign-out/everywhere"] {
        app.post(address, &[("email", "anna@verein.example.org")], &[("sec-fetch-site", "cross-site")]).expect(403);
    }
    assert_eq!(app.mails(), Vec::<String>::new());
}

#[test]
fn what_was_sent_runs_out() {
    let app = TestApp::new();
    let mut browser = Browser::new(&app);
    let (link, code) = browser.ask("anna@verein.example.org");
    app.wait_minutes(15);
    assert!(browser.get(&link).expect(404).text().contains("gilt nicht mehr"));
    browser.post("/sign-in/code", &[("code", &code)]).expect(400);
}

#[test]
fn the_page_of_one_reader_is_kept_for_nobody_however_the_cookie_is_written() {
    let app = TestApp::new();
    let mut browser = Browser::new(&app);
    let (link, _) = browser.ask("anna@verein.example.org");
    browser.post(&link, &[]).expect(303);
    let encoded = browser.header().replace("session=", "%73ession=");
    app.send("GET", "/about", &[("cookie", &encoded)]).expect(200);
    assert!(app.get("/about").text().contains("href=\"/sign-in\""), "drawn for a visitor");
}

#[test]
fn who_had_to_sign_in_first_comes_to_the_page_they_wanted() {
    let app = TestApp::new();
    let page = "/account?lang=en";
    let way = attributes(&app.get(page).expect(401).html(), ".failure-ways a", "href")[0].clone();
    assert_eq!(way, "/sign-in?next=%2Faccount%3Flang%3Den");
    for by_code in [false, true] {
        let mut browser = Browser::new(&app);
        let next = attributes(&browser.get(&way).expect(200).html(), "input[name=next]", "value")[0].clone();
        assert_eq!(next, page);
        let refused = browser.post("/sign-in", &[("email", "anna"), ("next", &next)]).expect(400);
        assert_eq!(attributes(&refused.html(), "input[name=next]", "value"), [page], "kept when the address was wrong");
        let (link, code) = browser.ask_for("anna@verein.example.org", &[("next", &next)]);
        let answer = if by_code { browser.post("/sign-in/code", &[("code", &code)]) } else { browser.post(&link, &[]) };
        assert_eq!(answer.expect(303).header("location"), page);
    }
    for elsewhere in ["//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: a=b"] {
        let mut browser = Browser::new(&app);
        let (link, _) = browser.ask_for("anna@verein.example.org", &[("next", elsewhere)]);
        assert_eq!(browser.post(&link, &[]).expect(303).header("location"), "/account", "{elsewhere}");
        app.wait_minutes(61);
    }
}
