//! The life cycle of a revision, as a small state machine. Every step becomes an event.

use crate::Error;
use std::str::FromStr;

/// Where a revision stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RevisionState {
    /// Being written.
    Draft,
    /// Waits for a moderator.
    Submitted,
    /// The one that readers see.
    Published,
    /// Was published; a newer one is now.
    Superseded,
    /// Back to its authors, with a reason.
    ChangesRequested,
    /// Refused, with a reason.
    Rejected,
}

/// What can be done to a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// The author hands it in.
    Submit,
    /// The author takes it back to go on writing.
    Withdraw,
    /// A moderator (or a trusted import) makes it current.
    Publish,
    /// A moderator asks for changes.
    RequestChanges,
    /// A moderator refuses it.
    Reject,
    /// A newer revision was published.
    Supersede,
}

impl RevisionState {
    /// All states.
    pub const ALL: [Self; 6] = [Self::Draft, Self::Submitted, Self::Published, Self::Superseded, Self::ChangesRequested, Self::Rejected];

    /// As stored.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Published => "published",
            Self::Superseded => "superseded",
            Self::ChangesRequested => "changes-requested",
            Self::Rejected => "rejected",
        }
    }

    /// The state after a step.
    ///
    /// # Errors
    /// [`Error::Conflict`] where the step does not fit: somebody else was faster.
    pub fn after(self, step: Step) -> Result<Self, Error> {
        use RevisionState as S;
        match (self, step) {
            (S::Draft | S::ChangesRequested, Step::Submit) => Ok(S::Submitted),
            (S::Submitted, Step::Withdraw) => Ok(S::Draft),
            (S::Draft | S::Submitted, Step::Publish) => Ok(S::Published),
            (S::Submitted, Step::RequestChanges) => Ok(S::ChangesRequested),
            (S::Submitted, Step::Reject) => Ok(S::Rejected),
            (S::Published, Step::Supersede) => Ok(S::Superseded),
            _ => Err(Error::Conflict),
        }
    }
}

impl FromStr for RevisionState {
    type Err = crate::Problem;
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|state| state.id() == raw)
            .ok_or_else(|| crate::Problem::malformed(format!("unknown revision state {raw}")))
    }
}

#[cfg(test)]
mod tests {
    use super::{RevisionState as S, *};

    #[test]
    fn only_these_steps_exist() {
        let steps = [Step::Submit, Step::Withdraw, Step::Publish, Step::RequestChanges, Step::Reject, Step::Supersede];
        let allowed: Vec<_> = S::ALL
            .into_iter()
            .flat_map(|from| steps.into_iter().filter_map(move |step| from.after(step).ok().map(|to| (from, to))))
            .collect();
        assert_eq!(
            allowed,
            [
                (S::Draft, S::Submitted),
                (S::Draft, S::Published),
                (S::Submitted, S::Draft),
                (S::Submitted, S::Published),
                (S::Submitted, S::ChangesRequested),
                (S::Submitted, S::Rejected),
                (S::Published, S::Superseded),
                (S::ChangesRequested, S::Submitted),
            ]
        );
    }
}
