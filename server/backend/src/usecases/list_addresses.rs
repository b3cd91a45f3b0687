//! The addresses of everything public, for sitemaps.

use crate::{Backend, failure::Result, storage::entries};
use domain::account::Actor;

pub use crate::storage::entries::Address;

/// How many public entries there are.
///
/// # Errors
/// When the database fails.
pub async fn count_addresses(backend: &Backend, _actor: &Actor) -> Result<u64> {
    let count = entries::count_public(&mut backend.db.read().await?).await?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// The next `limit` public entries behind the first `offset`, by kind and slug. No documents are read.
///
/// # Errors
/// When the database fails.
pub async fn list_addresses(backend: &Backend, _actor: &Actor, offset: u64, limit: u64) -> Result<Vec<Address>> {
    let number = |n| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(entries::addresses(&mut backend.db.read().await?, number(limit), number(offset)).await?)
}
