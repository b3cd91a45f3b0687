//! Leases: who may do what only one process may do at a time.

use super::{Tx, execute, statements};
use domain::time::Timestamp;

statements! {
    TAKE = "INSERT INTO lease (name, holder, expires_at) VALUES ($1, $2, $3)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
            WHERE lease.expires_at <= $4 OR lease.expires_at > $5";
    RENEW = "UPDATE lease SET expires_at = $3 WHERE name = $1 AND holder = $2";
    FREE = "DELETE FROM lease WHERE name = $1 AND holder = $2";
}

/// Takes a lease for somebody new, from now for `micros`. `false`: another has it.
///
/// # Errors
/// When the database fails.
pub async fn take(tx: &mut Tx, name: &str, holder: &str, now: Timestamp, micros: i64) -> sqlx::Result<bool> {
    let expires = now.0.saturating_add(micros);
    // What is to last longer than any lease does was written by a clock that was wrong.
    let absurd = expires.saturating_add(micros);
    Ok(execute!(tx, TAKE, name, holder, expires, now.0, absurd)? == 1)
}

/// Makes a lease last until then. `false`: another has taken it, also where that one has freed it again.
///
/// # Errors
/// When the database fails.
pub async fn renew(tx: &mut Tx, name: &str, holder: &str, until: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, RENEW, name, holder, until.0)? == 1)
}

/// Frees a lease. `false`: it was lost before.
///
/// # Errors
/// When the database fails.
pub async fn free(tx: &mut Tx, name: &str, holder: &str) -> sqlx::Result<bool> {
    Ok(execute!(tx, FREE, name, holder)? == 1)
}
