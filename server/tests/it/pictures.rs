//! Pictures: sending them, what is refused, and getting them back.

use crate::support::{Answer, TestApp, attributes, texts};
use backend::testing::picture;
use domain::{account::Role, vocabulary::Kind};
use scraper::Html;

/// A PNG of 2 × 1 pixels.
const PNG: &[u8] = include_bytes!("pictures/dot.png");

struct Stage {
    app: TestApp,
    cookie: String,
    draft: String,
}

impl Stage {
    fn new() -> Self {
        let app = TestApp::new();
        let cookie = app.session("editor@verein.example.org", Some(("dicv-koeln", Role::Editor)), false);
        let organisation = app.id_of(Kind::Organisation, "dicv-koeln").to_string();
        let fields = [
            ("organisation", &*organisation),
            ("title", "Mit Bild"),
            ("problem", "x"),
            ("summary", "x"),
            ("phase", "idea"),
            ("scope", "online"),
        ];
        let draft = app.post("/submit/new/project", &fields, &[("cookie", &cookie)]).expect(303).header("location").to_owned();
        Self { app, cookie, draft }
    }

    fn upload(&self, file: (&str, &[u8]), alt: &str) -> Answer {
        self.app.upload(&format!("{}/pictures", self.draft), file, &[("alt", alt), ("credit", "Foto: Mira")], &[("cookie", &self.cookie)])
    }

    fn page(&self, page: &str) -> Answer {
        self.app.send("GET", &format!("{}/{page}", self.draft), &[("cookie", &self.cookie)]).expect(200)
    }
}

#[test]
fn a_picture_is_kept_shown_and_taken_out() {
    let stage = Stage::new();
    assert_eq!(stage.upload(("hund.png", PNG), "Ein Hund").expect(303).header("location"), format!("{}/pictures", stage.draft));
    let page = stage.page("pictures").html();
    let sources = attributes(&page, ".picture-shown img", "src");
    assert_eq!((sources.len(), attributes(&page, ".picture-shown img", "alt")), (1, vec!["Ein Hund".to_owned()]));
    let picture = stage.app.get(&sources[0]).expect(200);
    assert_eq!((picture.header("content-type"), picture.header("x-content-type-options")), ("image/jpeg", "nosniff"));
    assert!(picture.header("cache-control").contains("immutable") && picture.body.starts_with(b"\xff\xd8\xff"));
    let preview = stage.page("preview").html();
    assert_eq!(
        (attributes(&preview, ".pictures img", "src"), texts(&preview, ".pictures figcaption")),
        (sources.clone(), vec!["Foto: Mira".to_owned()])
    );

    // The same again is the same picture with other words.
    stage.upload(("hund.png", PNG), "Ein Hund am Tisch").expect(303);
    assert_eq!(attributes(&stage.page("pictures").html(), ".picture-shown img", "alt"), ["Ein Hund am Tisch"]);

    let file = attributes(&stage.page("pictures").html(), "input[name=file][type=hidden]", "value").remove(0);
    let cookie = [("cookie", &*stage.cookie)];
    stage.app.post(&format!("{}/pictures/remove", stage.draft), &[("file", &*file)], &cookie).expect(303);
    assert_eq!(attributes(&stage.page("pictures").html(), ".picture-shown img", "src"), [""; 0]);
    stage.app.get(&sources[0]).expect(200);
}

#[test]
fn a_picture_goes_up_and_down_and_keeps_the_focus() {
    let stage = Stage::new();
    for (shade, alt) in [(10, "Eins"), (120, "Zwei"), (240, "Drei")] {
        stage.upload(("bild.png", &picture(shade)), alt).expect(303);
    }
    let alts = |html: &Html| attributes(html, ".picture-shown img", "alt");
    let page = stage.page("pictures").html();
    assert_eq!(alts(&page), ["Eins", "Zwei", "Drei"]);
    assert_eq!(texts(&page, "button[formaction$='/up']"), ["Nach oben: Zwei", "Nach oben: Drei"]);
    assert_eq!(texts(&page, "button[formaction$='/down']"), ["Nach unten: Eins", "Nach unten: Zwei"]);
    // They send the form of the words.
    assert_eq!(attributes(&page, "button[formaction$='/up']", "form"), ["words-1", "words-2"]);
    assert_eq!(attributes(&page, "#words-1, #words-2", "id").len(), 2);
    let files = attributes(&page, "[id^=words-] input[name=file]", "value");
    let version = attributes(&page, "#words-0 input[name=version]", "value").remove(0);
    let send = |way: &str, file: &str, alt: &str, version: &str| {
        let fields = [("file", file), ("version", version), ("alt", alt), ("credit", "")];
        stage.app.post(&format!("{}/pictures/{way}", stage.draft), &fields, &[("cookie", &stage.cookie)])
    };
    let to = send("up", &files[1], "Zwei", &version).expect(303).header("location").to_owned();
    let moved = stage.app.send("GET", &to, &[("cookie", &stage.cookie)]).expect(200).html();
    assert_eq!(alts(&moved), ["Zwei", "Eins", "Drei"]);
    // At the top there is no way up any more: the way down has the focus.
    assert_eq!(texts(&moved, "button[autofocus]"), ["Nach unten: Zwei"]);
    assert_eq!(texts(&moved, "[role=status].picture-moved"), ["Steht jetzt an Stelle 1 von 3."]);

    // Overtaken: nothing moved, and what was typed stays.
    let late = send("down", &files[0], "Eins, anders", &version).expect(409).html();
    assert_eq!((alts(&late), attributes(&late, "#alt-1", "value")), (alts(&moved), vec!["Eins, anders".to_owned()]));
    assert!(texts(&late, ".refusal").concat().contains("noch einmal"), "{:?}", texts(&late, ".refusal"));
    send("down", &files[0], "", &(version.parse::<i64>().unwrap() + 1).to_string()).expect(400);
}

#[test]
fn what_is_refused_is_told_at_the_field_and_the_words_stay() {
    let stage = Stage::new();
    let heavy = [PNG, &vec![0; 12 * 1024 * 1024]].concat();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (file, said) in [(&b""[..], "Bitte etwas wählen."), (svg, "JPEG, PNG und WebP"), (&PNG[..40], "beschädigt"), (&heavy, "10 MB")] {
        let page = stage.upload(("hund.jpg", file), "Ein Hund").expect(400).html();
        assert!(texts(&page, "#file-wrong").concat().contains(said), "{said}: {:?}", texts(&page, "#file-wrong"));
        assert_eq!(attributes(&page, "#alt, #credit", "value"), ["Ein Hund", "Foto: Mira"]);
    }
    let page = stage.upload(("hund.png", PNG), " \u{200b} ").expect(400).html();
    assert_eq!(texts(&page, "#alt-wrong"), ["Bitte etwas eintragen."]);
    // Far too much: cut off, in words all the same where somebody still listens.
    stage.upload(("hund.png", &vec![0; 65 * 1024 * 1024]), "Ein Hund").expect(400);
    assert_eq!(attributes(&stage.page("pictures").html(), ".picture-shown img", "src"), [""; 0]);
}

#[test]
fn no_other_file_is_served() {
    let app = TestApp::new();
    for name in ["allmende.db", "..%2fallmende.db", "0123456789abcdef0123456789abcdef-4x4-4.jpg", "%00.jpg"] {
        app.get(&format!("/files/{name}")).expect(404);
    }
}

#[test]
fn a_picture_that_is_only_named_is_not_shown() {
    let app = TestApp::new();
    let line = r#"{"id":"nur-genannt","title":"Nur genannt","summary":"x","problem":"x","phase":"idea","scope":"online","images":[{"file":"foto.jpg","alt":"x"},{"file":"0123456789abcdef0123456789abcdef-400x300","alt":"x"}]}"#;
    app.import_project(line);
    assert_eq!(attributes(&app.get("/projects/nur-genannt").expect(200).html(), ".entry img", "src"), [""; 0]);
}
