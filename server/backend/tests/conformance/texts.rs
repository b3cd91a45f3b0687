//! What is typed.

use crate::engine::{Engine, engines, query, text};
use domain::query::Query;
use std::collections::BTreeSet;

/// What is typed, and an entry that is among the first so many hits.
const FINDS: [(&str, &str, usize); 37] = [
    ("CariFIX", "project/carifix", 1),
    ("carifix", "project/carifix", 1),
    ("Waldbrand", "project/waldbrandfrueherkennung-brandenburg", 3),
    ("Waldbrände", "project/waldbrandfrueherkennung-brandenburg", 3),
    ("waldbraende", "project/waldbrandfrueherkennung-brandenburg", 3),
    ("waldbrande", "project/waldbrandfrueherkennung-brandenburg", 3),
    ("Brand Wald", "project/waldbrandfrueherkennung-brandenburg", 5),
    ("Wald Brand", "project/waldbrandfrueherkennung-brandenburg", 5),
    ("wildfire", "project/waldbrandfrueherkennung-brandenburg", 5),
    ("waldbr", "project/waldbrandfrueherkennung-brandenburg", 5),
    ("Wladbrand", "project/waldbrandfrueherkennung-brandenburg", 5),
    ("Hochwasser", "project/hochwasser-goslar", 5),
    ("Hochwasser Goslar", "project/hochwasser-goslar", 3),
    ("hochwasser-goslar", "project/hochwasser-goslar", 3),
    ("Hochwassr Goslar", "project/hochwasser-goslar", 3),
    ("Überschwemmung Goslar", "project/hochwasser-goslar", 3),
    ("Gebärdensprache", "project/avasag", 4),
    ("gebaerdensprache", "project/avasag", 4),
    ("sign language", "project/avasag", 4),
    ("Wohnungslose", "project/ki-app-wohnungslosenhilfe-limburg", 3),
    ("Wohnungslosigkeit", "project/ki-app-wohnungslosenhilfe-limburg", 10),
    ("KI für Wohnungslose", "project/ki-app-wohnungslosenhilfe-limburg", 2),
    ("München", "organisation/stadt-muenchen", 3),
    ("Munich", "organisation/stadt-muenchen", 3),
    ("muenchen", "organisation/stadt-muenchen", 3),
    ("Bürger:innen Aschaffenburg", "project/dima-aschaffenburg", 4),
    ("Angst vor KI", "lesson/angst-ersetzt-zu-werden", 3),
    ("gleiche Fragen", "lesson/wiederkehrende-fragen-finden", 5),
    ("Telefonseelsorge", "project/ekhn-chatbot-tests-seelsorge", 3),
    ("Telefonselsorge", "project/ekhn-chatbot-tests-seelsorge", 3),
    ("Chat-Bot Bürgergeld", "project/buergergeld-chatbot-das-steht-dir-zu", 2),
    ("Bürgergeld Chatbot", "project/buergergeld-chatbot-das-steht-dir-zu", 2),
    ("voize", "project/voize-stiftung-salem", 4),
    ("Deutsches Rotes Kreuz", "project/drk-assist", 5),
    ("Arbeiterwohlfahrt", "organisation/awo-essen", 4),
    ("Deutsches Zentrum für Luft- und Raumfahrt", "organisation/dlr", 3),
    ("Beratungschatbot", "project/buergergeld-chatbot-das-steht-dir-zu", 6),
];

/// Texts that find the same entries.
const SAME: [&[&str]; 7] = [
    &["Übersetzung", "uebersetzung", "ubersetzung", "ÜBERSETZUNG", "U\u{308}bersetzung", "„Übersetzung“"],
    &["Straße", "strasse", "STRASSE"],
    &["Köln", "Koeln", "koln"],
    &["pflege", "\"pflege\"", "(pflege", "+pflege", "-pflege", "pflege*", "pflege~", "pflege 🎈", "pflege\\", " pflege "],
    &["Mitarbeiterinnen", "Mitarbeiter*innen", "Mitarbeiter:innen", "Mitarbeiter_innen"],
    &["Pflege", "KI für Pflege", "KI und Pflege", "AI Pflege", "Künstliche Intelligenz in der Pflege"],
    &["", "\"", "()", "*:*", "🎉🎉", "&&", "\\", "[* *]"],
];

/// A text, and others that it finds at least as much as.
const WIDER: [(&str, &str); 6] = [
    ("Beratung", "Sozialberatung"),
    ("KI", "künstliche Intelligenz"),
    ("chat", "chatbot"),
    ("Kommune", "Gemeinde"),
    ("Gemeinde", "Kommune"),
    ("überset", "Übersetzung"),
];

/// A text, and an entry that only looks as if it had the word.
const LEAVES: [(&str, &str); 5] = [
    ("Heim", "organisation/stadt-heidenheim"),
    ("Heim", "project/kora-heidenheim"),
    ("Furt", "organisation/uniklinik-frankfurt"),
    ("Schulden", "organisation/lausd"),
    ("Schulden", "organisation/rising-academies"),
];

async fn all(engine: &Engine, typed: &str) -> BTreeSet<String> {
    engine.all(&text(typed)).await
}

#[tokio::test]
async fn what_is_typed_finds_what_is_meant() {
    let mut missed = vec![];
    for engine in engines().await {
        for (typed, wanted, among) in FINDS {
            let found = engine.found(&text(typed)).await;
            if !found.iter().take(among).any(|name| name == wanted) {
                missed.push(format!("{}: {typed} → {wanted}, but {:?}", engine.name, &found[..found.len().min(among)]));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[tokio::test]
async fn spellings_find_the_same() {
    for engine in engines().await {
        for spellings in SAME {
            let expected = all(&engine, spellings[0]).await;
            assert!(!expected.is_empty(), "{}: {}", engine.name, spellings[0]);
            for spelling in spellings {
                assert_eq!(all(&engine, spelling).await, expected, "{}: {spelling:?}", engine.name);
            }
        }
    }
}

#[tokio::test]
async fn the_wider_word_finds_more() {
    for engine in engines().await {
        for (wider, narrower) in WIDER {
            let (wider_found, found) = (all(&engine, wider).await, all(&engine, narrower).await);
            let missing: Vec<_> = found.difference(&wider_found).collect();
            assert!(!found.is_empty() && missing.len() * 10 <= found.len(), "{}: {wider} lacks {missing:?} of {narrower}", engine.name);
        }
    }
}

#[tokio::test]
async fn what_only_looks_like_the_word_is_left_out() {
    for engine in engines().await {
        for (typed, other) in LEAVES {
            assert!(!all(&engine, typed).await.contains(other), "{}: {typed} finds {other}", engine.name);
        }
        assert!(all(&engine, "Heidenheimer").await.contains("project/kora-heidenheim"), "{}", engine.name);
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_mistakes_are_put_right() {
    for engine in engines().await {
        for nothing in ["xyzzyxqq", "Quetzalcoatlus", "99999"] {
            assert_eq!(engine.search(&text(nothing)).await.total, 0, "{}: {nothing}", engine.name);
        }
        let found = engine.search(&text("chatbto")).await;
        let corrected = |found: &backend::search::Found| found.reading.corrected.clone().map(|corrected| (corrected.text, corrected.words));
        let word = |typed: &str, meant: &str| (typed.to_owned(), meant.to_owned());
        assert_eq!(corrected(&found), Some(("chatbot".to_owned(), vec![word("chatbto", "chatbot")])), "{}", engine.name);
        let two = engine.search(&text("Pflege chatbto Sozialberatnug")).await;
        let words = vec![word("chatbto", "chatbot"), word("Sozialberatnug", "Sozialberatung")];
        assert_eq!(corrected(&two), Some(("Pflege chatbot Sozialberatung".to_owned(), words)), "{}", engine.name);
        // A word of its own, and no mistake.
        assert_eq!(corrected(&engine.search(&text("Bienen")).await), None, "{}", engine.name);
        assert_eq!(engine.search(&text("Chatbot")).await.reading.corrected, None, "{}", engine.name);
        assert!(engine.search(&text("50667")).await.total < 5, "{}: numbers are not guessed", engine.name);
    }
}

#[tokio::test]
async fn where_hardly_any_entry_has_all_words_that_is_said() {
    for engine in engines().await {
        for (typed, with_all) in
            [("Chatbot Verwaltung", false), ("Waldbrand Seelsorge", true), ("Beratung", false), ("chatbot xyzzyxqq", true)]
        {
            let found = engine.search(&text(typed)).await;
            assert_eq!(found.with_all.is_some(), with_all, "{}: {typed}", engine.name);
            assert!(found.with_all.is_none_or(|with_all| with_all < 10 && with_all <= found.total) && found.total > 0, "{typed}");
        }
    }
}

#[tokio::test]
async fn a_text_narrows_what_filters_select() {
    for engine in engines().await {
        for filters in ["topic=care", "kind=lesson", "near=50667&km=300", "bbox=5.8,47,15,55&sort=title"] {
            let narrowed = Query { text: "Chatbot".to_owned(), ..query(filters) };
            let both: BTreeSet<String> = engine.all(&query(filters)).await.intersection(&all(&engine, "Chatbot").await).cloned().collect();
            assert_eq!(engine.all(&narrowed).await, both, "{}: {filters}", engine.name);
        }
    }
}

#[tokio::test]
async fn odd_texts_do_no_harm() {
    for engine in engines().await {
        for odd in ["x".repeat(200), "ä".repeat(200), "a b c d e ".repeat(20), "NOT".into(), "\u{0}".into(), "title_exact:pflege".into()] {
            engine.search(&text(&odd)).await;
        }
    }
}
