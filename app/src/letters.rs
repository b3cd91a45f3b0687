//! Mails in words. To add one: its variant in [`Letter`], a function here, its texts in `app/i18n/*/mail.ftl`.

mod merged;
mod readers;

use crate::{context::Here, i18n::t};
use backend::mail::{Asked, Letter, Missing, PasskeyChange, Verdict, Written};
use domain::{Lang, limits};
use html_escape::encode_text;
use leptos::prelude::{Owner, provide_context};

/// One part of a mail.
enum Part {
    Text(String),
    /// An address and what it is called.
    Link(String, String),
    /// One of several addresses, and what it is called.
    Way(String, String),
}

/// Puts a letter into words. `base_url` is how readers reach this server, without a slash at the end.
#[must_use]
pub fn write(letter: &Letter, lang: Lang, base_url: &str) -> Written {
    Owner::new().with(|| {
        provide_context(Here { lang, ..Here::default() });
        let (subject, mut parts) = match letter {
            Letter::SignIn { link, code } => sign_in(&format!("{base_url}{link}"), code),
            Letter::Invitation { organisation, role, link } => invitation(organisation, role, &format!("{base_url}{link}")),
            Letter::ClaimWaiting { organisation, link } => claim_waiting(organisation, &format!("{base_url}{link}")),
            Letter::ClaimAccepted { organisation, role, link } => claim_accepted(organisation, role, &format!("{base_url}{link}")),
            Letter::ClaimRefused { organisation, reason } => claim_refused(organisation, reason),
            Letter::Passkey { change, name, link } => passkey(*change, name, &format!("{base_url}{link}")),
            Letter::StillRight { organisation, entries, again } => still_right(organisation, entries, *again, base_url),
            Letter::BrokenLinks { organisation, links } => broken_links(organisation, links, base_url),
            Letter::PutAway { organisation, entries } => put_away(organisation, entries, base_url),
            Letter::Decided { title, verdict, reason, link } => decided(title, *verdict, reason, &format!("{base_url}{link}")),
            Letter::Merged { title, into, link, object } => {
                merged::together(title, into, format!("{base_url}{link}"), format!("{base_url}{object}"))
            }
            Letter::Unmerged { title, into, link } => merged::apart(title, into, format!("{base_url}{link}")),
            Letter::Reader(letter) => readers::write(letter, base_url),
            Letter::Waiting { waiting, days, checks, claims, link } => {
                waiting_for_you((*waiting, *days), *checks, *claims, &format!("{base_url}{link}"))
            }
        };
        // Titles and names stand in it: no line of theirs becomes a header.
        let subject = one_line(&subject);
        parts.insert(0, Part::Text(t!("mail-greeting")));
        parts.push(Part::Text(t!("mail-foot", base = base_url)));
        Written { text: plain(&parts), html: html(&subject, lang, &parts), subject }
    })
}

fn sign_in(link: &str, code: &str) -> (String, Vec<Part>) {
    let parts = vec![
        Part::Text(t!("mail-sign-in-text")),
        Part::Link(link.to_owned(), t!("mail-sign-in-button")),
        Part::Text(t!("mail-sign-in-code", code = code)),
        Part::Text(t!("mail-sign-in-limits", minutes = limits::SIGN_IN_MINUTES)),
        Part::Text(t!("mail-sign-in-not-you")),
    ];
    (t!("mail-sign-in-subject"), parts)
}

fn invitation(organisation: &str, role: &str, link: &str) -> (String, Vec<Part>) {
    let parts = vec![
        Part::Text(t!("mail-invitation-text", organisation = one_line(organisation), role = role)),
        Part::Link(link.to_owned(), t!("mail-invitation-button")),
        Part::Text(t!("mail-invitation-limits", days = limits::INVITATION_DAYS)),
        Part::Text(t!("mail-invitation-not-you")),
    ];
    (t!("mail-invitation-subject", organisation = organisation), parts)
}

fn waiting_for_you((waiting, days): (i64, i64), checks: i64, claims: i64, link: &str) -> (String, Vec<Part>) {
    let parts = [
        Some(Part::Text(t!("mail-waiting-submissions", count = waiting, days = days))),
        (checks > 0).then(|| Part::Text(t!("mail-waiting-checks", count = checks))),
        (claims > 0).then(|| Part::Text(t!("mail-waiting-claims", count = claims))),
        Some(Part::Link(link.to_owned(), t!("mail-waiting-button"))),
        Some(Part::Text(t!("mail-waiting-off"))),
    ];
    (t!("mail-waiting-subject"), parts.into_iter().flatten().collect())
}

fn claim_waiting(organisation: &str, link: &str) -> (String, Vec<Part>) {
    let parts = vec![
        Part::Text(t!("mail-claim-waiting-text", organisation = one_line(organisation))),
        Part::Link(link.to_owned(), t!("mail-claim-waiting-button")),
    ];
    (t!("mail-claim-waiting-subject", organisation = organisation), parts)
}

fn claim_accepted(organisation: &str, role: &str, link: &str) -> (String, Vec<Part>) {
    let parts = vec![
        Part::Text(t!("mail-claim-accepted-text", organisation = one_line(organisation), role = role)),
        Part::Link(link.to_owned(), t!("mail-claim-accepted-button")),
    ];
    (t!("mail-claim-accepted-subject", organisation = organisation), parts)
}

fn claim_refused(organisation: &str, reason: &str) -> (String, Vec<Part>) {
    let parts = vec![
        Part::Text(t!("mail-claim-refused-text", organisation = one_line(organisation))),
        Part::Text(reason.to_owned()),
        Part::Text(t!("mail-claim-refused-again")),
    ];
    (t!("mail-claim-refused-subject", organisation = organisation), parts)
}

fn passkey(change: PasskeyChange, name: &str, link: &str) -> (String, Vec<Part>) {
    let name = one_line(name);
    let (subject, text) = match change {
        PasskeyChange::Added => (t!("mail-passkey-added-subject"), t!("mail-passkey-added-text", name = name)),
        PasskeyChange::Removed => (t!("mail-passkey-removed-subject"), t!("mail-passkey-removed-text", name = name)),
        PasskeyChange::Reset => (t!("mail-passkey-reset-subject"), t!("mail-passkey-reset-text")),
    };
    let parts = vec![Part::Text(text), Part::Link(link.to_owned(), t!("mail-passkey-button")), Part::Text(t!("mail-passkey-not-you"))];
    (subject, parts)
}

fn still_right(organisation: &str, entries: &[Asked], again: bool, base_url: &str) -> (String, Vec<Part>) {
    let (organisation, count) = (one_line(organisation), entries.len());
    let text = if again {
        t!(
            "mail-still-right-again",
            organisation = organisation.as_str(),
            count = count,
            days = limits::ARCHIVED_DAYS - limits::REMINDED_DAYS
        )
    } else {
        t!("mail-still-right-text", organisation = organisation.as_str(), count = count)
    };
    let ways = entries.iter().flat_map(|Asked { title, link }| {
        let way = |answer: &str, words| Part::Way(format!("{base_url}{link}?answer={answer}"), words);
        [
            Part::Text(format!("„{}“", one_line(title))),
            way("right", t!("mail-still-right-right")),
            way("edit", t!("mail-still-right-edit")),
            way("over", t!("mail-still-right-over")),
        ]
    });
    let parts = [Part::Text(text)].into_iter().chain(ways).chain([Part::Text(t!("mail-still-right-foot"))]);
    (t!("mail-still-right-subject", count = count, title = entries.first().map_or("", |first| &first.title)), parts.collect())
}

fn broken_links(organisation: &str, links: &[Missing], base_url: &str) -> (String, Vec<Part>) {
    let (organisation, count) = (one_line(organisation), links.len());
    let text = t!("mail-broken-links-text", organisation = organisation.as_str(), count = count);
    // Where it leads is told as words: nobody should have to press it.
    let ways = links.iter().flat_map(|Missing { title, url, link }| {
        [Part::Text(one_line(url)), Part::Way(format!("{base_url}{link}"), t!("mail-broken-links-edit", title = one_line(title)))]
    });
    let parts = [Part::Text(text)].into_iter().chain(ways).chain([Part::Text(t!("mail-broken-links-foot"))]);
    (t!("mail-broken-links-subject", count = count, organisation = organisation.as_str()), parts.collect())
}

fn put_away(organisation: &str, entries: &[Asked], base_url: &str) -> (String, Vec<Part>) {
    let (organisation, count) = (one_line(organisation), entries.len());
    let text = t!("mail-put-away-text", organisation = organisation.as_str(), count = count);
    let ways = entries.iter().map(|Asked { title, link }| Part::Way(format!("{base_url}{link}"), one_line(title)));
    let parts = [Part::Text(text)].into_iter().chain(ways).chain([Part::Text(t!("mail-put-away-foot"))]);
    (t!("mail-put-away-subject", count = count, title = entries.first().map_or("", |first| &first.title)), parts.collect())
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn decided(title: &str, verdict: Verdict, reason: &str, link: &str) -> (String, Vec<Part>) {
    let (subject, text, button) = match verdict {
        Verdict::Published => {
            (t!("mail-published-subject", title = title), t!("mail-published-text", title = title), t!("mail-published-button"))
        }
        Verdict::Accepted => {
            (t!("mail-accepted-subject", title = title), t!("mail-accepted-text", title = title), t!("mail-accepted-button"))
        }
        Verdict::ChangesRequested => {
            (t!("mail-changes-subject", title = title), t!("mail-changes-text", title = title), t!("mail-changes-button"))
        }
        Verdict::Rejected => {
            (t!("mail-rejected-subject", title = title), t!("mail-rejected-text", title = title), t!("mail-rejected-button"))
        }
    };
    let reason = (!reason.is_empty()).then(|| [Part::Text(t!("mail-reason")), Part::Text(reason.to_owned())]);
    let parts = [Part::Text(text)].into_iter().chain(reason.into_iter().flatten()).chain([Part::Link(link.to_owned(), button)]);
    (subject, parts.collect())
}

fn plain(parts: &[Part]) -> String {
    let lines: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Link(href, _) => href.clone(),
            Part::Way(href, words) => format!("{words}:\n{href}"),
        })
        .collect();
    lines.join("\n\n") + "\n"
}

/// Without pictures, styles from elsewhere or scripts: what every mail program shows.
fn html(subject: &str, lang: Lang, parts: &[Part]) -> String {
    let parts: String = parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => format!("<p>{}</p>\n", encode_text(text)),
            Part::Link(href, words) => format!(
                "<p><a href=\"{}\" style=\"display:inline-block;padding:12px 20px;background:#1f6b4a;color:#fbfaf5;text-decoration:none;border-radius:3px\">{}</a></p>\n",
                html_escape::encode_double_quoted_attribute(href),
                encode_text(words)
            ),
            Part::Way(href, words) => {
                format!("<p><a href=\"{}\">{}</a></p>\n", html_escape::encode_double_quoted_attribute(href), encode_text(words))
            }
        })
        .collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body style=\"font-family:sans-serif;font-size:17px;line-height:1.5;max-width:34em;margin:0 auto;padding:16px\">\n{parts}</body></html>\n",
        lang.id(),
        encode_text(subject)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_reasons_stay_texts() {
        let letter = Letter::Decided {
            title: "Ein\r\nBcc: x@example.org <b>".into(),
            verdict: Verdict::Rejected,
            reason: "<script>".into(),
            link: "/submit/1".into(),
        };
        let written = write(&letter, Lang::De, "https://allmende.example");
        assert_eq!(written.subject, "Nicht veröffentlicht: Ein Bcc: x@example.org <b>");
        assert!(written.html.contains("&lt;script&gt;") && !written.html.contains("<script>"), "{}", written.html);
    }

    #[test]
    fn both_kinds_of_text_hold_link_and_code_in_each_language() {
        let letter = Letter::SignIn { link: "/sign-in/abc".into(), code: "12345678".into() };
        for lang in Lang::ALL {
            let written = write(&letter, *lang, "https://allmende.example");
            assert!(
                [&written.text, &written.html]
                    .iter()
                    .all(|text| text.contains("https://allmende.example/sign-in/abc") && text.contains("12345678"))
            );
            assert!(written.html.contains(&format!("<html lang=\"{}\">", lang.id())));
        }
        assert_ne!(write(&letter, Lang::De, "").subject, write(&letter, Lang::En, "").subject);
    }

    #[test]
    fn what_organisations_are_called_stays_in_its_line_and_is_no_markup() {
        let name = "Verein\r\nBcc: everybody@example.org\r\n\r\n<script>alert(1)</script>".to_owned();
        let (role, link) = (String::from("owner"), String::from("/x"));
        let letters = [
            Letter::Invitation { organisation: name.clone(), role: role.clone(), link: link.clone() },
            Letter::ClaimWaiting { organisation: name.clone(), link: link.clone() },
            Letter::ClaimAccepted { organisation: name.clone(), role, link },
            Letter::ClaimRefused { organisation: name.clone(), reason: format!("{name}\nNo.") },
            Letter::StillRight { organisation: name.clone(), entries: vec![Asked { title: name.clone(), link: "/x".into() }], again: true },
            Letter::BrokenLinks {
                organisation: name.clone(),
                links: vec![Missing { title: name.clone(), url: "https://x.de/<script>".into(), link: "/x".into() }],
            },
            Letter::Merged { title: name.clone(), into: name.clone(), link: "/x".into(), object: "/x/report".into() },
            Letter::Unmerged { title: name.clone(), into: name.clone(), link: "/x".into() },
            Letter::PutAway { organisation: name.clone(), entries: vec![Asked { title: name.clone(), link: "/x".into() }] },
        ];
        for (letter, lang) in letters.iter().flat_map(|letter| Lang::ALL.iter().map(move |lang| (letter, *lang))) {
            let written = write(letter, lang, "https://allmende.example");
            assert!(!written.subject.contains(char::is_control) && written.subject.contains("Verein Bcc: "), "{}", written.subject);
            assert!(!written.html.contains("<script"), "{}", written.html);
        }
    }
}
