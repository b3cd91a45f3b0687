//! Agreeing to what is no submission, where two moderators have to.

use crate::{
    Backend,
    failure::Result,
    storage::{Tx, agreements},
};
use domain::{FieldError, Problem, id::AccountId};
use serde::{Serialize, de::DeserializeOwned};

/// What somebody agreed to as the first of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed<T> {
    /// Whether that was whoever asks.
    pub is_own: bool,
    /// To just what.
    pub what: T,
}

/// Whether this is the first of two to agree to just this; keeps so then. Where one is enough, nobody is.
///
/// # Errors
/// [`domain::Error::Invalid`] where the same moderator agrees twice.
pub async fn is_first_of_two(backend: &Backend, tx: &mut Tx, account: AccountId, about: &str, what: &impl Serialize) -> Result<bool> {
    if !backend.rules.two_person {
        return Ok(false);
    }
    let what = serde_json::to_string(what).map_err(std::io::Error::from)?;
    // Of two at once the second waits here, and finds the first.
    if agreements::agree(tx, about, &what, account, backend.clock.now()).await? {
        return Ok(true);
    }
    if agreements::of(tx, about).await?.is_some_and(|(first, _)| first == account) {
        return Err(vec![FieldError::new("", Problem::NeedsAnother)].into());
    }
    agreements::delete(tx, about).await?;
    Ok(false)
}

/// What somebody agreed to already, where two have to.
///
/// # Errors
/// When the database fails.
pub async fn agreed<T: DeserializeOwned>(
    backend: &Backend,
    tx: &mut Tx,
    account: Option<AccountId>,
    about: &str,
) -> Result<Option<Agreed<T>>> {
    if !backend.rules.two_person {
        return Ok(None);
    }
    let Some((first, what)) = agreements::of(tx, about).await? else { return Ok(None) };
    Ok(serde_json::from_str(&what).ok().map(|what| Agreed { is_own: Some(first) == account, what }))
}
