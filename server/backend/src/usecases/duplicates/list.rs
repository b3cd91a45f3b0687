//! The lists: what may be the same, what was said to be none, what was put together.

use crate::{
    Backend,
    failure::Result,
    storage::{
        duplicates::{self, Likely},
        redirects::{self, Merged},
    },
    usecases::moderate::may_decide,
};
use domain::{account::Actor, time::Timestamp};

/// Shown on one page.
pub const PER_PAGE: u32 = 20;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Nobody decided on them.
    Open,
    /// Said to be none.
    Dismissed,
    /// Put together.
    Merged,
}

impl Shown {
    /// In their order on the page.
    pub const ALL: [Self; 3] = [Self::Open, Self::Dismissed, Self::Merged];

    /// As in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Dismissed => "dismissed",
            Self::Merged => "merged",
        }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Which list.
    pub shown: Shown,
    /// What is on it.
    pub pairs: Pairs,
    /// Which page.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// How many pairs each list has, in the order of [`Shown::ALL`].
    pub totals: [i64; 3],
    /// When the directory was last looked over, and how many entries were compared.
    pub looked: Option<(Timestamp, i64)>,
}

/// The pairs of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Pairs {
    /// Two entries that readers see.
    Likely(Vec<Likely>),
    /// One in the other.
    Merged(Vec<Merged>),
}

/// A page of a list; behind the end, the last one.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] or [`domain::Error::Forbidden`] of those who do not decide.
pub async fn list_duplicates(backend: &Backend, actor: &Actor, shown: Shown, page: u32) -> Result<Listing> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let totals = [duplicates::count(&mut tx, false).await?, duplicates::count(&mut tx, true).await?, redirects::count(&mut tx).await?];
    let total = match shown {
        Shown::Open => totals[0],
        Shown::Dismissed => totals[1],
        Shown::Merged => totals[2],
    };
    let pages = u32::try_from(total).unwrap_or(u32::MAX).div_ceil(PER_PAGE).max(1);
    let page = page.clamp(1, pages);
    let (limit, offset) = (i64::from(PER_PAGE), i64::from(page - 1) * i64::from(PER_PAGE));
    let pairs = match shown {
        Shown::Merged => Pairs::Merged(redirects::list(&mut tx, limit, offset).await?),
        _ => Pairs::Likely(duplicates::list(&mut tx, shown == Shown::Dismissed, limit, offset).await?),
    };
    let looked = duplicates::last_look(&mut tx).await?;
    Ok(Listing { shown, pairs, page, pages, totals, looked })
}
