//! Writing entries: what is typed is kept as it is until it is handed in; only then it must be right.

mod begin;
mod create;
mod delete;
mod discard;
mod duplicates;
mod end;
mod list;
mod merge;
pub(super) mod new;
mod owner;
mod pictures;
pub(super) mod place;
mod preview;
mod removed;
mod rules;
mod save;
mod show;
mod submit;

pub use begin::begin_revision;
pub use create::{Beginning, create_entry};
pub use delete::delete_entry;
pub use discard::{Discarded, discard_draft};
pub(super) use duplicates::{compared, is_nearly};
pub use duplicates::{find_duplicates, find_own_duplicates};
pub use end::{Ending, end_entry};
pub use list::{Group, list_own};
pub use merge::{Merged, Seen, merge};
pub(super) use owner::is_new;
pub use owner::{HiddenOwner, hidden_owner};
pub use pictures::{Way, Words, add_picture, describe_picture, move_picture, remove_picture};
pub use preview::{Previewed, preview_draft};
pub(super) use removed::title_of;
pub use removed::{Removed, ToldIn, show_removed};
pub use save::{Saved, save_draft};
pub use show::{Draft, Next, list_projects, show_draft};
pub(super) use submit::hand_in;
pub use submit::{submit, take_back};

use crate::{
    failure::Result,
    storage::{
        Tx, drafts,
        drafts::Revision,
        entries::{self, Entry},
        members, redirects,
    },
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::EntryState,
    form,
    id::EntryId,
    limits,
    permission::{Action, permit},
    revision::RevisionState,
    text::Slug,
    time::Timestamp,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// The entry, where this actor may write it.
async fn writable(tx: &mut Tx, actor: &Actor, id: EntryId) -> Result<Entry> {
    // Whoever was signed out in between is told so, whether there is such an entry or not.
    if *actor == Actor::Visitor {
        return Err(Error::Unauthenticated.into());
    }
    let entry = entries::by_ids(tx, &[id]).await?.pop().ok_or(Error::NotFound)?;
    permit(actor, Action::ReadUnpublished, entry.subject())?;
    permit(actor, Action::Edit, entry.subject())?;
    Ok(entry)
}

/// The same, as it stays until this unit of work ends: whoever writes it looks after that.
async fn held(tx: &mut Tx, actor: &Actor, id: EntryId) -> Result<Entry> {
    writable(tx, actor, id).await?;
    members::lock(tx, id).await?;
    writable(tx, actor, id).await
}

/// The revision that is being written, or waits.
pub(super) async fn open_revision(tx: &mut Tx, entry: EntryId) -> Result<Option<Revision>> {
    let latest = drafts::latest(tx, entry).await?;
    Ok(latest.filter(|revision| is_editable(revision.state) || revision.state == RevisionState::Submitted))
}

pub(super) fn is_editable(state: RevisionState) -> bool {
    matches!(state, RevisionState::Draft | RevisionState::ChangesRequested)
}

/// Everything that keeps a draft from being handed in.
pub(super) async fn problems(
    tx: &mut Tx,
    now: Timestamp,
    organisation: Option<EntryId>,
    kind: Kind,
    document: &Map<String, Value>,
) -> Result<Vec<FieldError>> {
    let mut problems = form::problems(kind, document);
    problems.extend(place::problem(document));
    problems.extend(rules::broken(kind, document, now));
    problems.extend(unknown_projects(tx, organisation, document).await?);
    Ok(form::in_order(kind, problems))
}

/// Projects that a lesson names and that are not there: neither public nor of the same organisation.
async fn unknown_projects(tx: &mut Tx, organisation: Option<EntryId>, document: &Map<String, Value>) -> Result<Vec<FieldError>> {
    let mut unknown = vec![];
    let named = document.get("projects").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).take(limits::LIST);
    for (index, slug) in named.enumerate() {
        let is_there = match slug.parse::<Slug>() {
            Ok(slug) => redirects::by_slug(tx, Kind::Project, &slug).await?.is_some_and(|project| {
                project.state.is_public() || (project.state != EntryState::Removed && project.organisation_id == organisation)
            }),
            Err(_) => false,
        };
        if !is_there {
            unknown.push(FieldError::new(format!("projects[{index}]"), Problem::UnknownReference { value: slug.to_owned() }));
        }
    }
    Ok(unknown)
}

pub(super) fn json(document: &Map<String, Value>) -> Result<String> {
    Ok(serde_json::to_string(document).map_err(std::io::Error::from)?)
}

/// A document's title as it stands, for lists.
pub(super) fn title(document: &Map<String, Value>) -> String {
    let typed = ["title", "name"].iter().find_map(|name| document.get(*name)?.as_str()).unwrap_or_default();
    // PostgreSQL takes no null character in a text.
    typed.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
}
