//! Mails to readers who help, and about what they suggest.

use super::{Part, one_line};
use crate::i18n::t;
use backend::mail::ReaderLetter;
use domain::limits;

/// Subject and parts of such a mail.
pub(super) fn write(letter: &ReaderLetter, base: &str) -> (String, Vec<Part>) {
    let to = |link: &str, words: String| Part::Link(format!("{base}{link}"), words);
    match letter {
        ReaderLetter::Reported { title, link } => (
            t!("mail-reported-subject", title = title.as_str()),
            vec![
                Part::Text(t!("mail-reported-text", title = one_line(title), days = limits::READER_DAYS)),
                to(link, t!("mail-reported-button")),
                Part::Text(t!("mail-reported-not-you")),
            ],
        ),
        ReaderLetter::Answered { title, answer, link } => answered(title, answer, to(link, t!("mail-published-button"))),
        ReaderLetter::Confirm { title, link } => confirm(title.as_deref(), to(link, t!("mail-confirm-button"))),
        ReaderLetter::Waiting { title, link } => (
            t!("mail-suggested-subject", title = title.as_str()),
            vec![
                Part::Text(t!("mail-suggested-text", title = one_line(title), days = limits::READER_DAYS)),
                to(link, t!("mail-suggested-button")),
            ],
        ),
        ReaderLetter::Decided { title, state, reason, link } => decided(title, state, reason, to(link, t!("mail-published-button"))),
        ReaderLetter::TakenOver { title, is_published, in_draft, by_member, link } => {
            let published = is_published.then(|| match by_member {
                true => Part::Text(t!("mail-taken-over-live", title = one_line(title))),
                false => Part::Text(t!("mail-taken-over-published", title = one_line(title))),
            });
            let draft = in_draft.then(|| match by_member {
                true => Part::Text(t!("mail-taken-over-into", title = one_line(title))),
                false => Part::Text(t!("mail-taken-over-draft", title = one_line(title))),
            });
            let waits = (!is_published && !in_draft).then(|| Part::Text(t!("mail-taken-over-waits", title = one_line(title))));
            let parts = [published, draft, waits].into_iter().flatten().chain([to(link, t!("mail-accepted-button"))]).collect();
            (t!("mail-taken-over-subject", title = title.as_str()), parts)
        }
    }
}

fn answered(title: &str, answer: &str, link: Part) -> (String, Vec<Part>) {
    let words = if answer.is_empty() {
        vec![Part::Text(t!("mail-answered-closed", title = one_line(title)))]
    } else {
        vec![Part::Text(t!("mail-answered-text", title = one_line(title))), Part::Text(answer.to_owned())]
    };
    (t!("mail-answered-subject", title = title), words.into_iter().chain([link]).collect())
}

fn confirm(title: Option<&str>, link: Part) -> (String, Vec<Part>) {
    let text = match title {
        Some(title) => t!("mail-confirm-text", title = one_line(title)),
        None => t!("mail-confirm-new"),
    };
    let parts = vec![
        Part::Text(text),
        link,
        Part::Text(t!("mail-confirm-limits", hours = limits::SUGGESTION_HOURS)),
        Part::Text(t!("mail-reader-not-you")),
    ];
    (t!("mail-confirm-subject"), parts)
}

fn decided(title: &str, state: &str, reason: &str, link: Part) -> (String, Vec<Part>) {
    let reason = (!reason.is_empty()).then(|| Part::Text(reason.to_owned()));
    let parts = [Part::Text(t!("mail-suggestion-text", title = one_line(title), state = state))].into_iter().chain(reason).chain([link]);
    (t!("mail-suggestion-subject", title = title), parts.collect())
}

#[cfg(test)]
mod tests {
    use super::super::write;
    use backend::mail::{Letter, ReaderLetter};
    use domain::Lang;

    #[test]
    fn titles_and_answers_stay_texts_and_lines_stay_lines() {
        let (title, link) = ("Ein\r\nBcc: x@example.org <script>".to_owned(), "/x".to_owned());
        let letters = [
            ReaderLetter::Reported { title: title.clone(), link: link.clone() },
            ReaderLetter::Answered { title: title.clone(), answer: title.clone(), link: link.clone() },
            ReaderLetter::Confirm { title: Some(title.clone()), link: link.clone() },
            ReaderLetter::Waiting { title: title.clone(), link: link.clone() },
            ReaderLetter::Decided { title: title.clone(), state: "declined".into(), reason: title.clone(), link: link.clone() },
            ReaderLetter::TakenOver { title, is_published: true, in_draft: true, by_member: false, link },
        ];
        for (letter, lang) in letters.into_iter().flat_map(|letter| Lang::ALL.iter().map(move |lang| (letter.clone(), *lang))) {
            let written = write(&Letter::Reader(letter), lang, "https://allmende.example");
            assert!(!written.subject.contains(char::is_control), "{}", written.subject);
            assert!(!written.html.contains("<script") && written.text.contains("https://allmende.example/x"), "{}", written.html);
        }
    }
}
