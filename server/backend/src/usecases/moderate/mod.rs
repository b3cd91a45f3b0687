//! Deciding what becomes public, and all that moderators do beside it.

mod agree;
mod alike;
mod bulk;
mod decide;
mod live;
mod queue;
mod show;
mod signals;
mod take_over;
mod templates;
mod undo;

pub use agree::Agreed;
pub use alike::{Alike, Whereabouts};
pub use bulk::{decide_all, publish_with_owner};
pub use decide::{Answer, Decided, Decision, decide};
pub use queue::{Asked, Queue, list_queue, next_of, release};
pub use show::{Desk, Since, Submission, show_submission};
pub use signals::count_missing;
pub use take_over::take_over;
pub use templates::{Typed, add_template, change_template, list_templates, remove_template};
pub use undo::{Batch, list_undoable, show_batch, undo, undo_only};

pub(super) use agree::{agreed, is_first_of_two};
pub(super) use live::{Before, before, current, publish, put_back};
pub(super) use signals::Counted;

use domain::{
    Error,
    account::Actor,
    entry::EntryState,
    id::AccountId,
    permission::{Action, Subject, permit},
    time::{MINUTE, Timestamp},
};

/// What the operator chose about deciding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Whether two moderators have to agree before something is published.
    pub two_person: bool,
    /// Minutes within which a decision can be undone; its mail waits as long.
    pub undo_minutes: i64,
}

impl Default for Rules {
    fn default() -> Self {
        Self { two_person: false, undo_minutes: domain::limits::UNDO_MINUTES }
    }
}

/// Whether this actor decides on entries at all; their account.
pub(super) fn may_decide(actor: &Actor) -> Result<AccountId, Error> {
    permit(actor, Action::Decide, Subject { state: EntryState::Unpublished, organisation: None })?;
    actor.account().ok_or(Error::Unauthenticated)
}

/// When a submission that is opened now is free again.
fn reserved_until(now: Timestamp) -> Timestamp {
    Timestamp(now.0 + domain::limits::READING_MINUTES * MINUTE)
}
