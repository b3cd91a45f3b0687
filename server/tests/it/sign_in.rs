//! Signing in and out, as a browser does it.

use crate::support::{Answer, TestApp};

/// A browser that keeps what it is given.
struct Browser<'a> {
    app: &'a TestApp,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    fn new(app: &'a TestApp) -> Self {
        Self { app, cookies: vec![] }
    }

    fn get(&mut self, address: &str) -> Answer {
        let cookies = self.header();
        let answer = self.app.send("GET", address, &[("cookie", &cookies)]);
        self.keep(answer)
    }

    fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let cookies = self.header();
        let answer = self.app.post(address, fields, &[("cookie", &cookies), ("sec-fetch-site", "same-origin")]);
        self.keep(answer)
    }

    fn header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep(&mut self, answer: Answer) -> Answer {
        for cookie in answer.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Secure"), "{cookie}");
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !cookie.contains("Max-Age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    /// Asks for a mail and gives the path of its link and its code.
    fn ask(&mut self, email: &str) -> (String, String) {
        let answer = self.post("/sign-in", &[("email", email)]).expect(303);
        assert_eq!(answer.header("location"), "/sign-in/code");
        let mail = self.app.mails().pop().unwrap();
        let link = mail.split("https://allmende.example").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
        let code = mail.split_whitespace().find(is_code).unwrap().to_owned();
        (link, code)
    }
}

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
    let wrong = if code == "000000" { "000001" } else { "000000" };
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
    assert!(answer.text().contains("this is no mail address") && answer.text().contains("anna@&lt;verein&gt;"), "{}", answer.text());
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
