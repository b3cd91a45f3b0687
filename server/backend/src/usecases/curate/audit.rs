//! All that was done, by whom.

use super::{civil, may_decide, midnight};
use crate::{
    Backend,
    failure::Result,
    storage::{
        audit::{self, Asked, Done},
        word_events,
    },
};
use domain::{
    account::Actor,
    audit::{AuditQuery, By},
    id::AccountId,
    limits,
    page::Page,
};
use std::cmp::Reverse;

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
    let (offset, limit) = (i64::from(asked.page.saturating_sub(1)) * i64::from(limits::EVENTS), i64::from(limits::EVENTS));
    // Of words there is little, so that all of it up to the page can be read: so many of the events before are on it at most.
    let of_words = word_events::list(&mut tx, &bound, offset + limit).await?;
    let before = (offset - of_words.len() as i64).max(0);
    let of_entries = audit::list(&mut tx, &bound, offset + limit - before, before).await?;
    let skipped = usize::try_from(offset - before).unwrap_or_default();
    let items = merged(of_entries, of_words).into_iter().skip(skipped).take(limits::EVENTS as usize).collect();
    let total = audit::count(&mut tx, &bound).await? + word_events::count(&mut tx, &bound).await?;
    let total = u64::try_from(total).unwrap_or_default();
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
    let (mut tx, bound) = (backend.db.read().await?, bound(asked));
    let of_entries = audit::after(&mut tx, &bound, behind, CHUNK).await?;
    let of_words = word_events::after(&mut tx, &bound, behind, CHUNK).await?;
    Ok(merged(of_entries, of_words).into_iter().take(CHUNK as usize).collect())
}

/// Newest first.
fn merged(of_entries: Vec<Done>, of_words: Vec<Done>) -> Vec<Done> {
    let mut all = [of_entries, of_words].concat();
    all.sort_by(|a, b| Reverse((a.at, &a.id)).cmp(&Reverse((b.at, &b.id))));
    all
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
