//! What is sent to forms by mistake or in bad faith.

use crate::support::{Answer, TestApp, attributes, texts};
use domain::{account::Role, limits, vocabulary::Kind};

struct Author {
    app: TestApp,
    cookie: String,
    organisation: String,
}

impl Author {
    fn new() -> Self {
        let app = TestApp::new();
        let cookie = app.session("author@verein.example.org", Some(("dicv-koeln", Role::Editor)), false);
        let organisation = app.id_of(Kind::Organisation, "dicv-koeln").to_string();
        Self { app, cookie, organisation }
    }

    fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(address, fields, &[("cookie", &self.cookie)])
    }

    fn get(&self, address: &str) -> Answer {
        self.app.send("GET", address, &[("cookie", &self.cookie)])
    }

    /// Begins a project with this title and gives the address of its draft.
    fn begin(&self, title: &str) -> String {
        let fields = [("problem", "P"), ("summary", "S"), ("phase", "idea"), ("scope", "online"), ("another", "yes")];
        let fields = [("organisation", &*self.organisation), ("title", title)].into_iter().chain(fields).collect::<Vec<_>>();
        self.post("/submit/new/project", &fields).expect(303).header("location").to_owned()
    }
}

#[test]
fn a_title_of_a_megabyte_is_told_to_be_too_long_and_more_is_not_read() {
    let author = Author::new();
    let title = "x".repeat(1_000_000);
    let answer = author.post("/submit/new/project", &[("organisation", &author.organisation), ("title", &title)]).expect(400);
    assert!(texts(&answer.html(), "#title-wrong")[0].starts_with("Höchstens 120 Zeichen"));
    assert_eq!(attributes(&answer.html(), "#title", "value"), [title]);
    let answer = author.post("/submit/new/project", &[("title", &"x".repeat(limits::FORM))]);
    assert_eq!(answer.problem(400)["errors"][0]["field"], "form");
}

#[test]
fn texts_stay_texts_and_wrong_links_are_kept_where_they_can_be_mended() {
    let author = Author::new();
    let draft = author.begin("<script>alert(1)</script>");
    assert_eq!(texts(&author.get(&draft).expect(200).html(), "h1"), ["<script>alert(1)</script>"]);
    let links = format!("{draft}/edit/links");
    let sent = [("version", "1"), ("website", "javascript:alert(1)"), ("sources", "https://a.de\nfile:///etc/passwd")];
    assert_eq!(author.post(&links, &sent).expect(303).header("location"), links);
    let page = author.get(&links).expect(200).html();
    assert_eq!(attributes(&page, "#website", "value"), ["javascript:alert(1)"]);
    assert_eq!(texts(&page, ".form-wrong").len(), 2);
    author.post(&format!("{draft}/submit"), &[]).expect(400);
    let preview = author.get(&format!("{draft}/preview")).expect(200);
    assert!(!preview.text().contains("javascript:"), "nothing that is wrong is shown as it would be");
}

#[test]
fn hidden_characters_and_line_breaks_do_not_reach_addresses_or_mails() {
    let author = Author::new();
    let draft = author.begin("Gut\u{202e}tug\u{200b}\r\nBcc: x@example.org");
    author.post(&format!("{draft}/submit"), &[]).expect(303);
    let moderator = author.app.session("moderator@verein.example.org", None, true);
    let id = draft.rsplit('/').next().unwrap().parse().unwrap();
    let (revision, version) = author.app.revision_of(id);
    let fields = [("decision", "publish"), ("version", &*version.to_string())];
    author.app.post(&format!("/moderation/{revision}"), &fields, &[("cookie", &moderator)]).expect(303);
    author.app.wait_minutes(domain::limits::UNDO_MINUTES);
    let mail = author.app.mails().pop().unwrap();
    let (head, _) = mail.split_once("\r\n\r\n").unwrap();
    assert!(!head.lines().any(|line| line.starts_with("Bcc")), "{head}");
    let page = author.app.get("/projects/guttug-bcc-x-example-org").expect(200);
    assert!(!page.text().contains(['\u{202e}', '\u{200b}']));
}
