//! From what was typed to words that search can use.

use crate::search::language::{is_glue, words};
use domain::{
    FieldError, Problem, limits,
    text::Text,
    vocabulary::Choice,
    vocabulary::Lang,
    words::{Labels, Named, Vocabulary},
};

/// The words of a group: separated by commas, or one a line. With all that is wrong.
pub(super) fn group(typed: &str) -> Result<Vec<String>, Vec<FieldError>> {
    let (mut read, mut wrong): (Vec<String>, _) = (vec![], vec![]);
    let mut refuse = |problem| wrong.push(FieldError::new("words", problem));
    for piece in typed.split([',', ';', '\n']) {
        let piece = one_line(piece);
        if piece.is_empty() {
            continue;
        }
        match word(&piece) {
            Ok(word) => read.push(word),
            Err(problem) => refuse(problem),
        }
    }
    for (at, other) in read.iter().enumerate() {
        if let Some(one) = read[..at].iter().find(|one| folded(one) == folded(other)) {
            refuse(Problem::SameWord { one: one.clone(), other: other.clone() });
        }
    }
    let (min, max) = (*limits::SYNONYMS.start(), *limits::SYNONYMS.end());
    if read.is_empty() && wrong.is_empty() {
        return Err(vec![FieldError::new("words", Problem::Required)]);
    }
    if wrong.is_empty() && read.len() < min {
        return Err(vec![FieldError::new("words", Problem::TooFew { min })]);
    }
    if read.len() > max {
        return Err(vec![FieldError::new("words", Problem::TooMany { max })]);
    }
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

fn word(piece: &str) -> Result<String, Problem> {
    let word = Text::<1, { limits::SYNONYM }>::parse(piece)?.to_string();
    let found = words(&word);
    if !found.iter().any(|word| word.folded.chars().count() > 1 && !is_glue(&word.folded)) {
        return Err(Problem::SaysNothing { value: word });
    }
    if found.len() > limits::SYNONYM_WORDS {
        return Err(Problem::TooManyWords { value: word, max: limits::SYNONYM_WORDS });
    }
    Ok(word)
}

/// What a value shall be called, among what the others are called. With all that is wrong.
pub(super) fn label(typed: &super::Typed<'_>, vocabulary: Vocabulary, choice: &Choice, known: &Labels) -> Result<Named, Vec<FieldError>> {
    let mut wrong = vec![];
    let mut take = |field: &str, read: Result<String, Problem>| {
        read.map_err(|problem| wrong.push(FieldError::new(field, problem))).unwrap_or_default()
    };
    let free = |text: &str, lang| {
        let label = Text::<1, { limits::LABEL }>::parse(&one_line(text))?.to_string();
        if words(&label).is_empty() {
            return Err(Problem::SaysNothing { value: label });
        }
        let is_taken = |other: &&Choice| other.id != choice.id && folded(known.label(other, lang)) == folded(&label);
        match vocabulary.choices.iter().find(is_taken) {
            Some(other) => Err(Problem::TakenLabel { value: other.id.to_owned() }),
            None => Ok(label),
        }
    };
    let about = |text: &str| Text::<0, { limits::LABEL_ABOUT }>::parse(&one_line(text)).map(|text| text.to_string());
    let named = Named {
        de: take("de", free(typed.de, Lang::De)),
        en: take("en", free(typed.en, Lang::En)),
        about_de: take("about_de", about(typed.about_de)),
        about_en: take("about_en", about(typed.about_en)),
    };
    if wrong.is_empty() { Ok(named) } else { Err(wrong) }
}

/// As search compares it.
pub(super) fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(typed: &str) -> Vec<Problem> {
        group(typed).unwrap_err().into_iter().map(|error| error.problem).collect()
    }

    #[test]
    fn words_are_separated_by_commas_or_lines() {
        assert_eq!(group("KI,  Künstliche\tIntelligenz\r\n AI;\n\n").unwrap(), ["KI", "Künstliche Intelligenz", "AI"]);
        assert_eq!(group("E-Mail, Mail").unwrap(), ["E-Mail", "Mail"]);
    }

    #[test]
    fn what_is_wrong_with_a_group_is_told() {
        assert_eq!(problems(" ,\n"), [Problem::Required]);
        assert_eq!(problems("Kita"), [Problem::TooFew { min: 2 }]);
        assert_eq!(problems("Kita, K"), [Problem::SaysNothing { value: "K".into() }]);
        assert_eq!(problems("Kita, und, …"), [Problem::SaysNothing { value: "und".into() }, Problem::SaysNothing { value: "…".into() }]);
        assert_eq!(problems("Bücher, Buecher"), [Problem::SameWord { one: "Bücher".into(), other: "Buecher".into() }]);
        assert_eq!(
            problems("Kita, eins zwei drei vier fünf sechs"),
            [Problem::TooManyWords { value: "eins zwei drei vier fünf sechs".into(), max: 5 }]
        );
        assert_eq!(problems(&format!("Kita, {}", "x".repeat(61))), [Problem::TooLong { max: 60, actual: 61 }]);
        let many: Vec<String> = (0..21).map(|n| format!("wort{n}")).collect();
        assert_eq!(problems(&many.join(",")), [Problem::TooMany { max: 20 }]);
    }

    #[test]
    fn a_label_is_there_in_both_languages_and_its_own() {
        let topics = Vocabulary::named("topic").unwrap();
        let care = topics.choice("care").unwrap();
        let read = |de, en| label(&super::super::Typed { de, en, about_de: "", about_en: "" }, topics, care, &Labels::default());
        assert_eq!(read(" Pflege\nund Sorge ", "Care").unwrap().de, "Pflege und Sorge");
        let told = |de, en| read(de, en).unwrap_err().into_iter().map(|error| (error.field, error.problem)).collect::<Vec<_>>();
        assert_eq!(told("", "…"), [("de".into(), Problem::Required), ("en".into(), Problem::SaysNothing { value: "…".into() })]);
        assert_eq!(told("BILDUNG", "Care"), [("de".into(), Problem::TakenLabel { value: "education".into() })]);
    }
}
