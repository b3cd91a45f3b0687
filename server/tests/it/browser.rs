//! A browser of somebody who may sign in.

use crate::support::{Answer, TestApp};

/// A browser that keeps what it is given.
pub struct Browser<'a> {
    pub app: &'a TestApp,
    pub cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    pub fn new(app: &'a TestApp) -> Self {
        Self { app, cookies: vec![] }
    }

    pub fn get(&mut self, address: &str) -> Answer {
        let cookies = self.header();
        let answer = self.app.send("GET", address, &[("cookie", &cookies)]);
        self.keep(answer)
    }

    pub fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let cookies = self.header();
        let answer = self.app.post(address, fields, &[("cookie", &cookies), ("sec-fetch-site", "same-origin")]);
        self.keep(answer)
    }

    pub fn header(&self) -> String {
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
    pub fn ask(&mut self, email: &str) -> (String, String) {
        self.ask_for(email, &[])
    }

    /// The same with more fields of the form.
    pub fn ask_for(&mut self, email: &str, more: &[(&str, &str)]) -> (String, String) {
        let fields: Vec<_> = [("email", email)].iter().chain(more).copied().collect();
        let answer = self.post("/sign-in", &fields).expect(303);
        assert_eq!(answer.header("location"), "/sign-in/code");
        let mail = self.app.mails().into_iter().rfind(|mail| mail.contains("/sign-in/")).unwrap();
        let link = mail.split("https://allmende.example").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        let is_code = |word: &&str| word.len() == domain::limits::CODE && word.bytes().all(|byte| byte.is_ascii_digit());
        let code = mail.split_whitespace().find(is_code).unwrap().to_owned();
        (link, code)
    }

    /// A browser in which somebody is signed in; a moderator with the second step done.
    pub fn signed_in(app: &'a TestApp, email: &str) -> Self {
        let browser = Self::signed_in_by_mail(app, email);
        app.step(browser.cookies.iter().find(|(name, _)| name == "session").map(|(_, session)| session.as_str()).unwrap());
        browser
    }

    /// A browser in which somebody is signed in; a moderator still acts as a member.
    pub fn signed_in_by_mail(app: &'a TestApp, email: &str) -> Self {
        let mut browser = Self::new(app);
        let (link, _) = browser.ask(email);
        browser.post(&link, &[]).expect(303);
        browser
    }
}
