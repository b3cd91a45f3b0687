//! Mails to the authors of an entry that moderators took away from readers, or show again.

use super::{Part, one_line};
use crate::i18n::t;

/// That it is not to be read any more, why, and what they can do.
pub(super) fn removed(title: &str, because: &str, reason: &str, link: String, imprint: String) -> (String, Vec<Part>) {
    let title = one_line(title);
    let reason = (!reason.is_empty()).then(|| [Part::Text(t!("mail-reason")), Part::Text(reason.to_owned())]);
    let parts = [Part::Text(t!("mail-removed-text", title = title.as_str())), Part::Text(t!("removal", because = because))]
        .into_iter()
        .chain(reason.into_iter().flatten())
        .chain([Part::Link(link, t!("mail-removed-button")), Part::Text(t!("removed-object")), Part::Way(imprint, t!("foot-imprint"))]);
    (t!("mail-removed-subject", title = title.as_str()), parts.collect())
}

/// That it is there again.
pub(super) fn restored(title: &str, link: String) -> (String, Vec<Part>) {
    let title = one_line(title);
    let parts = vec![Part::Text(t!("mail-restored-text", title = title.as_str())), Part::Link(link, t!("mail-accepted-button"))];
    (t!("mail-restored-subject", title = title.as_str()), parts)
}
