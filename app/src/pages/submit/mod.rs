//! `/submit` and below: writing projects and lessons, from the first five fields to what is published.

mod alike;
mod draft;
mod edit;
mod new;
mod pictures;
mod preview;
mod removed;
mod start;

pub use alike::Alike;
pub use draft::DraftPage;
pub use edit::{Edit, saved};
pub use new::New;
pub use pictures::DraftPictures;
pub use preview::{Preview, article};
pub use start::Submit;

use super::param;
use crate::{context::keep_nowhere, i18n::t, routes};
use domain::{Error, entry::EntryState, id::EntryId, revision::RevisionState};
use leptos::prelude::*;

/// The entry in the address.
fn entry_id() -> Result<EntryId, Error> {
    keep_nowhere();
    param("id").parse().map_err(|_| Error::NotFound)
}

/// Where an entry and its newest revision stand, in a word.
pub fn state_word(entry: EntryState, revision: RevisionState) -> String {
    match (revision, entry) {
        // Whatever was being written: nobody writes at it any more.
        (_, EntryState::Removed) => t!("state-removed"),
        (RevisionState::Draft, EntryState::Published | EntryState::Archived) => t!("state-draft-of-public"),
        (RevisionState::Draft, _) => t!("state-draft"),
        (RevisionState::Submitted, _) => t!("state-submitted"),
        (RevisionState::ChangesRequested, _) => t!("state-changes-requested"),
        (RevisionState::Rejected, _) => t!("state-rejected"),
        (_, EntryState::Archived) => t!("state-archived"),
        (_, EntryState::Unpublished) => t!("state-withdrawn"),
        _ => t!("state-published"),
    }
}

/// One step back.
#[component]
fn Back(id: EntryId, title: String) -> impl IntoView {
    view! { <p class="form-back"><a href=routes::draft(id)>{t!("write-back", title = title)}</a></p> }.into_any()
}
