//! What reports and suggestions have in common: the turn of whoever counts them, and how long they are kept.

use super::{Tx, execute, reports, statements, suggestions};
use domain::{account::Email, time::Timestamp};

statements! {
    // Setting it to what it is locks it.
    LOCK = "UPDATE reader_turn SET id = id WHERE id = 1";
}

/// One of those who count and then add at a time, until the end of the unit of work. After the lock of the entry, where there
/// is one.
///
/// # Errors
/// When the database fails.
pub async fn lock(tx: &mut Tx) -> sqlx::Result<()> {
    execute!(tx, LOCK,).map(drop)
}

/// What of a kind of help is about persons, as its file tells.
pub(super) struct Forgetting {
    /// The addresses of what was settled until `$1`.
    pub addresses: &'static str,
    /// The address `$1`, wherever it is.
    pub address: &'static str,
    /// All of what was settled until `$1`.
    pub all: &'static str,
}

const KINDS: [Forgetting; 2] = [reports::FORGETTING, suggestions::FORGETTING];

/// Deletes the addresses of what was settled until then.
///
/// # Errors
/// When the database fails.
pub async fn forget_addresses(tx: &mut Tx, until: Timestamp) -> sqlx::Result<()> {
    for kind in KINDS {
        execute!(tx, kind.addresses, until.0)?;
    }
    Ok(())
}

/// Deletes an address wherever it is.
///
/// # Errors
/// When the database fails.
pub async fn forget_address(tx: &mut Tx, email: &Email) -> sqlx::Result<()> {
    for kind in KINDS {
        execute!(tx, kind.address, &**email)?;
    }
    Ok(())
}

/// Deletes what was settled until then.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, until: Timestamp) -> sqlx::Result<()> {
    for kind in KINDS {
        execute!(tx, kind.all, until.0)?;
    }
    Ok(())
}
