//! The passkeys of whoever asks.

use super::Held;
use crate::{Backend, failure::Result, secret::Secret, storage::passkeys::Row};
use domain::{limits, second_step::Lacks, time::Timestamp};

/// What a moderator sees of their passkeys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// All, oldest first.
    pub passkeys: Vec<Kept>,
    /// What the session lacks to act as a moderator's.
    pub lacks: Option<Lacks>,
    /// Whether passkeys may be added and removed now.
    pub is_fresh: bool,
    /// Whether there is room for another.
    pub has_room: bool,
    /// Whether browsers offer passkeys at the address of this server.
    pub are_possible: bool,
    /// Whether each moderator needs one.
    pub are_required: bool,
}

/// A passkey as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it was used last.
    pub used_at: Option<Timestamp>,
}

/// The passkeys of a moderator's session.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] without a session; [`domain::Error::Forbidden`] of those who are no moderators.
pub async fn show(backend: &Backend, session: &Secret) -> Result<Shown> {
    let held = Held::read(backend, &mut backend.db.read().await?, session).await?;
    let kept = |row: Row| Kept { id: row.id, name: row.name, created_at: Timestamp(row.created_at), used_at: row.used_at.map(Timestamp) };
    Ok(Shown {
        lacks: held.step.lacks(),
        is_fresh: held.step.is_fresh(backend.clock.now()),
        has_room: held.passkeys.len() < limits::PASSKEYS,
        are_possible: backend.passkeys.are_possible(),
        are_required: backend.passkeys.are_required(),
        passkeys: held.passkeys.into_iter().map(kept).collect(),
    })
}
