//! All links that lead nowhere, for moderators: not every entry has somebody who looks after it.

use super::BROKEN;
use crate::{
    Backend,
    failure::Result,
    storage::links::{self, Broken},
    usecases::moderate::may_decide,
};
use domain::account::Actor;

/// Shown at a time.
const SHOWN: i64 = 50;

/// Links that lead nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenLinks {
    /// Those of this page, longest first.
    pub links: Vec<Broken>,
    /// How many there are.
    pub total: i64,
    /// Which page this is, from 1.
    pub page: u32,
    /// How many there are of them.
    pub pages: u32,
}

/// Links of public entries that lead nowhere.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] or [`domain::Error::Forbidden`] of those who are no moderators.
pub async fn list_broken(backend: &Backend, actor: &Actor, page: u32) -> Result<BrokenLinks> {
    may_decide(actor)?;
    let page = page.max(1);
    let offset = i64::from(page - 1) * SHOWN;
    let (links, total) = links::all_broken(&mut backend.db.read().await?, BROKEN, SHOWN, offset).await?;
    let pages = u32::try_from(total.max(1) as u64).unwrap_or(u32::MAX).div_ceil(SHOWN as u32);
    Ok(BrokenLinks { links, total, page, pages })
}
