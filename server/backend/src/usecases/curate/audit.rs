//! All that was done, by whom.

use super::{civil, may_decide, midnight};
use crate::{
    Backend,
    failure::Result,
    storage::audit::{self, Asked, Done},
};
use domain::{
    account::Actor,
    audit::{AuditQuery, By},
    id::AccountId,
    limits,
    page::Page,
};

/// Rows that are read at a time for a file.
const CHUNK: i64 = 1_000;

/// One page of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Audit {
    /// Newest first.
    pub page: Page<Done>,
    /// Moderators by their address.
    pub moderators: Vec<(AccountId, String)>,
}

/// What was done, as it is asked for.
///
/// # Errors
/// [`domain::Error::Forbidden`] of those who do not decide.
pub async fn list_events(backend: &Backend, actor: &Actor, asked: &AuditQuery) -> Result<Audit> {
    may_decide(actor)?;
    let bound = bound(asked);
    let mut tx = backend.db.read().await?;
    let offset = i64::from(asked.page.saturating_sub(1)) * i64::from(limits::EVENTS);
    let items = audit::list(&mut tx, &bound, limits::EVENTS.into(), offset).await?;
    let total = u64::try_from(audit::count(&mut tx, &bound).await?).unwrap_or_default();
    let page = Page { items, total, number: asked.page, per_page: limits::EVENTS };
    Ok(Audit { page, moderators: audit::moderators(&mut tx).await? })
}

/// The next rows for a file of all of it, behind the last one that was read; empty behind the end.
///
/// # Errors
/// As [`list_events`].
pub async fn next_events(backend: &Backend, actor: &Actor, asked: &AuditQuery, last: Option<&Done>) -> Result<Vec<Done>> {
    may_decide(actor)?;
    let behind = last.map_or((i64::MAX, ""), |last| (last.at, last.id.as_str()));
    Ok(audit::after(&mut backend.db.read().await?, &bound(asked), behind, CHUNK).await?)
}

fn bound(asked: &AuditQuery) -> Asked {
    let start = asked.from.and_then(civil).and_then(midnight).map_or(0, |at| at.0);
    let end = asked.to.and_then(civil).and_then(|day| day.tomorrow().ok()).and_then(midnight).map_or(i64::MAX, |at| at.0);
    let (actor, by) = match asked.by {
        By::Anybody => (String::new(), ""),
        By::Person => (String::new(), "person"),
        By::Machine => (String::new(), "machine"),
        By::Account(id) => (id.to_string(), ""),
    };
    // What stands for anything in patterns stands for itself here.
    let entry: String = asked.entry.to_lowercase().chars().flat_map(|c| if "!%_".contains(c) { vec!['!', c] } else { vec![c] }).collect();
    let entry = if entry.is_empty() { entry } else { format!("%{entry}%") };
    Asked { actor, by, action: asked.action.clone(), kind: asked.kind.map_or("", |kind| kind.id()), entry, from: start, to: end }
}
