//! `/submit` and below: writing projects and lessons, from the first five fields to what is published.

mod alike;
mod draft;
mod edit;
mod new;
mod not_now;
mod pictures;
mod preview;
mod removed;
mod start;

pub use alike::Alike;
pub use draft::DraftPage;
pub use edit::{Edit, saved, wrong_in};
pub use new::New;
pub use pictures::DraftPictures;
pub use preview::{Preview, article};
pub use start::Submit;

use super::param;
use crate::{
    context::{keep_nowhere, lang},
    i18n::{self, t},
    routes,
};
use domain::{Error, entry::EntryState, form, id::EntryId, revision::RevisionState, vocabulary::Kind};
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

/// What a field is called, by the path of an error; one in rows with its row.
fn name_of(kind: Kind, path: &str) -> String {
    let Some(field) = form::field_of(kind, path) else { return path.to_owned() };
    let rows = i18n::field(lang(), kind, field.name).label;
    let cell = path.strip_prefix(field.name).and_then(|rest| rest.strip_prefix('[')?.split_once("]."));
    match cell.map(|(index, cell)| (index.parse::<usize>(), cell)) {
        Some((Ok(index), cell)) => {
            let cell = i18n::field(lang(), kind, &format!("{}-{cell}", field.name)).label;
            t!("problem-in-row", rows = rows, number = index + 1, field = cell)
        }
        _ => rows,
    }
}

/// Where an error is told in the page of its section: the very field, or the list that it is a line of.
fn anchor(path: &str) -> String {
    let is_line = path.ends_with(']');
    let id = if is_line { path.rsplit_once('[').map_or(path, |(list, _)| list) } else { path };
    id.replace('[', "%5B").replace(']', "%5D")
}

/// One step back.
#[component]
fn Back(id: EntryId, title: String) -> impl IntoView {
    view! { <p class="form-back"><a href=routes::draft(id)>{t!("write-back", title = title)}</a></p> }.into_any()
}
