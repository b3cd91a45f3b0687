//! What typed text finds, and in which order.

use super::sample::{Sample, entry, text_query};
use crate::search::{
    document::IndexDocument,
    language::{Word, compound, stem, words},
};
use domain::vocabulary::Lang;

#[test]
fn all_spellings_find_the_same() {
    let sample = Sample::new();
    let found = sample.set_of("Übersetzung");
    assert!(found.len() > 5, "{}", found.len());
    for spelling in ["uebersetzung", "ubersetzung", "ÜBERSETZUNG", "U\u{308}bersetzung"] {
        assert_eq!(sample.set_of(spelling), found, "{spelling}");
    }
}

#[test]
fn the_exact_spelling_comes_first() {
    let sample = Sample::of(vec![entry("bucher", "Familie Bucher"), entry("buecher", "Viele Bücher"), entry("masse", "Große Masse")]);
    assert_eq!(sample.slugs_of("Bücher"), ["buecher", "bucher"]);
    assert_eq!(sample.slugs_of("bucher"), ["bucher", "buecher"]);
    assert_eq!(sample.slugs_of("Maße"), ["masse"]);
}

/// Whether an entry holds all typed words for real: as they are, inflected, or the last one as a start.
fn is_real(text: &str, entry: &IndexDocument) -> bool {
    let typed = words(text);
    let passages = [(&entry.title, false), (&entry.summary, false), (&entry.body, false), (&entry.names, true), (&entry.context, true)];
    let there: Vec<(Word, bool)> =
        passages.iter().flat_map(|(text, is_names)| words(text).into_iter().map(|word| (word, *is_names))).collect();
    typed.iter().enumerate().all(|(nth, typed_word)| {
        let folded = &typed_word.folded;
        there.iter().any(|(word, is_names)| {
            let langs = if *is_names { Lang::ALL } else { &[entry.language] };
            let is_start = nth + 1 == typed.len() && word.folded.starts_with(folded);
            let is_part = compound::parts(&word.folded).iter().any(|part| stem(part, Lang::De) == stem(folded, Lang::De));
            is_start || is_part || word.folded == *folded || langs.iter().any(|lang| stem(&word.folded, *lang) == stem(folded, *lang))
        })
    })
}

#[test]
fn mistakes_are_forgiven_but_rank_below_every_real_hit() {
    let sample = Sample::new();
    for text in ["Chatbot", "Pflege", "Beratung", "Chatbots", "Robotter", "Terminen", "Vereinen"] {
        let found = sample.slugs_of(text);
        let real: Vec<bool> =
            found.iter().map(|slug| is_real(text, sample.entries.iter().find(|entry| entry.slug == *slug).unwrap())).collect();
        assert!(real.is_sorted_by(|a, b| a >= b), "{text}: {real:?}");
        let all = sample.entries.iter().filter(|entry| is_real(text, entry)).count();
        assert_eq!(real.iter().filter(|real| **real).count(), all, "{text}");
    }
    let real = sample.set_of("chatbot");
    assert!(real.len() > 10 && real.is_subset(&sample.set_of("chatbto")));
}

#[test]
fn one_mistake_in_a_title_is_worth_less_than_the_word_at_the_end_of_a_long_text() {
    let long = IndexDocument { body: "Füllwort ".repeat(500) + "Beratung", ..entry("real", "Anderes") };
    let near = IndexDocument { summary: "Beratnug ".repeat(9), names: "Beratnug".to_owned(), ..entry("typo", "Beratnug") };
    let other = entry("none", "Berg");
    let sample = Sample::of(vec![near, long, other]);
    assert_eq!(sample.slugs_of("Beratung"), ["real", "typo"]);
    assert_eq!(sample.slugs_of("beratunk"), ["real"], "one mistake is forgiven, two are not");
}

#[test]
fn with_several_words_one_mistake_weighs_more_than_any_score() {
    let strong = IndexDocument { summary: "Beratung ".repeat(20), ..entry("strong", "Beratung Beratung Pfelge") };
    let weak = IndexDocument { body: "Wort ".repeat(900) + "Beratung Pflege", ..entry("weak", "Anderes") };
    let sample = Sample::of(vec![strong, weak]);
    assert_eq!(sample.slugs_of("Pflege Beratung"), ["weak", "strong"]);
}

#[test]
fn two_mistakes_need_nine_letters_and_rank_below_one() {
    let sample =
        Sample::of(vec![entry("two", "Übersezunk"), entry("one", "Übersetzunk"), entry("none", "Übersetzung"), entry("short", "Pfelegx")]);
    assert_eq!(sample.slugs_of("Übersetzung"), ["none", "one"], "where one mistake finds something, two are not tried");
    assert_eq!(sample.slugs_of("Überetzunk"), ["one"]);
    assert_eq!(sample.slugs_of("Pflege"), Vec::<&str>::new());
}

#[test]
fn numbers_are_not_guessed() {
    let sample = Sample::of(vec![entry("a", "50667 Köln"), entry("b", "50668 Köln")]);
    assert_eq!(sample.slugs_of("50667"), ["a"]);
}

#[test]
fn the_last_word_may_be_the_start_of_another_also_with_a_mistake() {
    let sample = Sample::new();
    assert!(sample.set_of("übersetzung").is_subset(&sample.set_of("überse")));
    let small = Sample::of(vec![entry("a", "Spracherkennung"), entry("b", "Sprachlos"), entry("c", "Erkennen")]);
    assert_eq!(small.slugs_of("erkennu")[0], "a", "parts of compounds too");
    assert_eq!(small.slugs_of("spracher"), ["a"]);
    assert_eq!(small.slugs_of("sprahcer"), ["a"]);
    assert_eq!(small.slugs_of("s"), Vec::<&str>::new());
    assert_eq!(small.find(&text_query("spra erkennen"), None).with_all, Some(0), "only the last word is unfinished");
}

#[test]
fn a_common_word_ranks_above_longer_words_that_start_with_it() {
    let mut entries: Vec<_> = (0..20).map(|nth| entry(&format!("ki-{nth}"), &format!("KI Nummer {nth}"))).collect();
    entries.push(entry("kinder", "Kinder"));
    entries.push(entry("kinderbuch", "Kinderbuch"));
    let sample = Sample::of(entries);
    assert_eq!(sample.slugs_of("ki").len(), 20, "a short word that there is, is not the start of another");
    assert_eq!(sample.slugs_of("kinder"), ["kinder", "kinderbuch"]);
}

#[test]
fn inflections_of_the_entrys_language_are_found() {
    let english = IndexDocument { language: Lang::En, ..entry("en", "Helping volunteers") };
    let sample = Sample::of(vec![entry("de", "Beratungen für Häuser"), english]);
    assert_eq!(sample.slugs_of("beratung haus"), ["de"]);
    assert_eq!(sample.slugs_of("volunteer helps"), ["en"]);
    assert!(Sample::new().set_of("projekt").len() > 50);
}

#[test]
fn every_word_must_match_where_enough_entries_have_them() {
    let sample = Sample::new();
    let all = sample.find(&text_query("chatbot verwaltung "), None);
    assert_eq!(all.with_all, None);
    let both = sample.set_of("chatbot verwaltung ");
    assert!(both.is_subset(&sample.set_of("chatbot")) && both.is_subset(&sample.set_of("verwaltung")));
    assert_eq!(sample.set_of("pflege pflege"), sample.set_of("pflege"));
    assert!(sample.set_of("xyzzyx").is_empty());
}

#[test]
fn where_hardly_any_entry_has_all_words_those_with_all_come_first() {
    let entries = [("all", "Garten mit Kompost"), ("one", "Garten Garten Garten"), ("two", "Kompost"), ("none", "Wiese")];
    let sample = Sample::of(entries.map(|(slug, title)| entry(slug, title)).to_vec());
    let found = sample.find(&text_query("Kompost Garten"), None);
    assert_eq!((found.total, found.with_all), (3, Some(1)));
    assert_eq!(sample.slugs_of("Kompost Garten")[0], "all");
    let half = sample.find(&text_query("Garten Kompost Wiese Xyzzyx"), None);
    assert_eq!((half.total, half.with_all), (4, Some(0)), "one of four words where half of them find too little");
}

#[test]
fn what_all_entries_are_about_decides_on_the_order_alone() {
    let entries =
        [("named", "Pflege mit KI"), ("unnamed", "Pflege mit Herz"), ("other", "KI für Schulen"), ("mistaken", "Pflegt KI, KI, KI")];
    let sample = Sample::of(entries.map(|(slug, title)| entry(slug, title)).to_vec());
    let found = sample.find(&text_query("KI Schule"), None);
    assert_eq!((found.total, found.with_all), (1, None));
    assert_eq!(sample.slugs_of("Pflege KI ")[..2], ["named", "unnamed"]);
    assert_eq!(sample.slugs_of("KI ").len(), 3);
    assert_eq!(sample.slugs_of("KI Xyzzyx").len(), 3, "nothing else leads anywhere");
}

#[test]
fn titles_count_more_than_text() {
    let sample =
        Sample::of(vec![IndexDocument { body: "Kompost Kompost".to_owned(), ..entry("text", "Garten") }, entry("title", "Der Kompost")]);
    assert_eq!(sample.slugs_of("kompost"), ["title", "text"]);
}

#[test]
fn whatever_is_typed_is_only_text() {
    let sample = Sample::new();
    let everything = sample.set_of("");
    assert_eq!(everything.len(), sample.entries.len());
    for nothing_said in ["\"", "()", "*:*", " \t ", "🎉🎉", "-", "&&", "\\", "[* *]"] {
        assert_eq!(sample.set_of(nothing_said), everything, "{nothing_said:?}");
    }
    let pflege = sample.set_of("pflege");
    for said in ["\"pflege\"", "(pflege", "+pflege", "-pflege", "pflege*", "pflege~", "pflege^", "pflege 🎉", "pflege\\"] {
        assert_eq!(sample.set_of(said), pflege, "{said:?}");
    }
    for odd in [
        "title_exact:pflege",
        "x".repeat(200).as_str(),
        "ä".repeat(200).as_str(),
        "a b c d e ".repeat(20).as_str(),
        "'; DROP TABLE",
        "NOT",
        "\u{0}",
    ] {
        sample.find(&text_query(odd), None);
    }
}
