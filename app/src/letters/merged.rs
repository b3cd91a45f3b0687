//! Mails to the authors of an entry that became part of another, or is one of its own again.

use super::{Part, one_line};
use crate::i18n::t;

/// That it is told in another now, and how to object.
pub(super) fn together(title: &str, into: &str, link: String, object: String) -> (String, Vec<Part>) {
    let (title, into) = (one_line(title), one_line(into));
    let parts = vec![
        Part::Text(t!("mail-merged-text", title = title.as_str(), into = into.as_str())),
        Part::Link(link, t!("mail-published-button")),
        Part::Text(t!("mail-merged-object")),
        Part::Way(object, t!("mail-merged-object-way")),
    ];
    (t!("mail-merged-subject", title = title), parts)
}

/// That it is one of its own again.
pub(super) fn apart(title: &str, into: &str, link: String) -> (String, Vec<Part>) {
    let (title, into) = (one_line(title), one_line(into));
    let text = t!("mail-unmerged-text", title = title.as_str(), into = into);
    (t!("mail-unmerged-subject", title = title), vec![Part::Text(text), Part::Link(link, t!("mail-published-button"))])
}
