//! What moderators call the values of vocabularies, which words they say are of one meaning, and what that changes for
//! search before they save it. Ids stay as they are.

mod change_label;
mod groups;
mod list_labels;
mod read;
mod tried;
mod try_group;
mod try_label;

pub use change_label::{Typed, change_label};
pub use groups::{Groups, Hint, Shown, add_group, change_group, list_groups, remove_group, show_group};
pub use list_labels::{Listed, Value, list_labels, show_label};
pub use tried::{Tried, TriedText};
pub use try_group::try_group;
pub use try_label::{TriedLabel, try_label};

use super::moderate::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx,
        word_events::{self, WordEvent},
    },
};
use domain::{
    account::Actor,
    id::{EntryId, EventId},
};

/// Records what was done with a label or a group.
async fn record(
    backend: &Backend,
    tx: &mut Tx,
    actor: &Actor,
    (kind, subject, title): (&str, &str, &str),
    action: &str,
    reason: &str,
) -> Result<EventId> {
    let (id, by, at) = (backend.clock.event_id(), actor.label(), backend.clock.now());
    word_events::insert(tx, &WordEvent { id, kind, subject, title, actor: &by, action, reason, at }).await?;
    Ok(id)
}

/// In the feed, a change of words that is no entry's stands under the id of its event: there is no such entry, but whoever
/// follows the feed hears that something changed.
fn no_entry(event: EventId) -> EntryId {
    EntryId(event.0)
}

/// Says, after the commit, that words changed: this process takes them up at once, others when they look for changes.
async fn tell(backend: &Backend, head: i64) {
    if let Err(failure) = backend.indexer.learn().await {
        // What was saved is saved; what follows the feed tries again.
        tracing::error!(cause = %failure, "new words cannot be read yet");
    }
    backend.notify(head);
}
