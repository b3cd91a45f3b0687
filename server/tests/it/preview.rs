//! The pictures that other sites show beside links.

use crate::support::{Answer, TestApp, app};
use resvg::tiny_skia::Pixmap;

fn pixels(answer: &Answer) -> Pixmap {
    assert_eq!(answer.header("content-type"), "image/png", "{}", answer.address);
    let pixels = Pixmap::decode_png(&answer.body).unwrap();
    assert_eq!((pixels.width(), pixels.height()), (1200, 630), "{}", answer.address);
    assert!(answer.body.len() < 200_000, "{}: {} bytes", answer.address, answer.body.len());
    pixels
}

/// How many pixels of the text column are dark.
fn ink(pixels: &Pixmap) -> usize {
    let dark = |at: usize| pixels.pixels()[at].red() < 80;
    (0..630 * 1200).filter(|at| at % 1200 < 850 && dark(*at)).count()
}

#[test]
fn entries_of_each_kind_and_the_directory_have_a_picture() {
    let app = app();
    let addresses = ["projects/carifix", "lessons/quellen-kuratieren", "organisations/deutscher-caritasverband", "allmende", "allmende.en"];
    let all: Vec<Answer> = addresses.iter().map(|address| app.get(&format!("/preview/{address}.png")).expect(200)).collect();
    for answer in &all {
        assert!(ink(&pixels(answer)) > 10_000, "{}", answer.address);
        assert_eq!(answer.header("cache-control"), "public, max-age=86400");
        assert_eq!(all.iter().filter(|other| other.body == answer.body).count(), 1, "{}", answer.address);
    }
    let again = app.send("GET", "/preview/allmende.png", &[("if-none-match", all[3].header("etag"))]).expect(304);
    assert!(again.body.is_empty());
}

#[test]
fn what_is_not_there_has_none() {
    let app = TestApp::new();
    for address in
        ["projects/nobody.png", "projects/carifix", "projects/carifix.jpg", "project/carifix.png", "projects/.png", "projects/%00.png"]
    {
        app.get(&format!("/preview/{address}")).problem(404);
    }
    app.get("/preview/projects/carifix.png").expect(200);
    app.remove_project("carifix");
    app.get("/preview/projects/carifix.png").problem(410);
}

#[test]
fn titles_stay_text_and_any_title_can_be_drawn() {
    let app = TestApp::new();
    let titles = [
        "<&\\\"'></text></svg><script>alert(1)</script>&amp;",
        "Ä",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverwaltungsfachangestelltenausbildungsordnung",
        "Ein sehr langer Titel, der erzählt und erzählt und nicht aufhört zu erzählen, bis ihm die Luft ausgeht und noch weiter",
        "数字 🤖 العربية",
        "\\u202e\\u0000\\ufffe x",
    ];
    for title in titles {
        app.import_project(&format!(
            r#"{{"id": "p", "title": "{title}", "summary": "S", "problem": "P", "phase": "decided-against", "scope": "local", "place": "{title}", "organisation": "deutscher-caritasverband"}}"#
        ));
        let answer = app.get("/preview/projects/p.png").expect(200);
        // The fields at the right edge are free of text.
        let pixels = pixels(&answer);
        assert_eq!((0..630 * 1200).filter(|at| at % 1200 > 900 && pixels.pixels()[*at].red() < 25).count(), 0, "{title}");
    }
}

#[test]
fn a_title_in_letters_that_we_lack_gives_the_general_picture() {
    let app = TestApp::new();
    for (lang, general) in [("de", "allmende"), ("en", "allmende.en")] {
        app.import_project(&format!(
            r#"{{"id": "p", "title": "数字学校", "summary": "S", "problem": "P", "phase": "live", "scope": "local", "language": "{lang}"}}"#
        ));
        let general = app.get(&format!("/preview/{general}.png")).expect(200).body;
        assert!(app.get("/preview/projects/p.png").expect(200).body == general, "{lang}");
    }
}

#[test]
fn a_changed_entry_has_another_picture_at_once() {
    let app = TestApp::new();
    let draw = |title: &str| {
        app.import_project(&format!(
            r#"{{"id": "p", "title": "{title}", "summary": "S", "problem": "P", "phase": "live", "scope": "local", "language": "en"}}"#
        ));
        app.get("/preview/projects/p.png").expect(200).body
    };
    let first = draw("Before");
    assert!(first != draw("After"));
    assert!(first == draw("Before"));
}
