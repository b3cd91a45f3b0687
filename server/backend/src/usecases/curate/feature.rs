//! Recommending an entry, with a reason, until a day.

use super::{civil, entry, may_decide, midnight, record, today};
use crate::{
    Backend,
    failure::Result,
    storage::{features, feed},
    usecases::views::{Card, cards},
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    entry::EntryState,
    id::EntryId,
    limits,
    text::Text,
    time::{DAY, PartialDate, Timestamp},
};

/// What was typed.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct Featuring<'a> {
    pub line_de: &'a str,
    pub line_en: &'a str,
    /// The last day, as `2026-12-31`.
    pub ends: &'a str,
}

/// A recommended entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Featured {
    /// The entry.
    pub card: Card,
    /// Why, in German and in English.
    pub lines: (String, String),
}

/// Recommends an entry; where it is recommended already, with other words.
///
/// # Errors
/// [`Error::Invalid`] on what is wrong, as a whole where there are as many as there may be; [`Error::Conflict`] where
/// nobody can read it.
pub async fn feature(backend: &Backend, actor: &Actor, id: EntryId, typed: &Featuring<'_>) -> Result<()> {
    let account = may_decide(actor)?;
    let now = backend.clock.now();
    let mut wrong = vec![];
    let mut line = |field: &str, text: &str| {
        let line = Text::<1, { limits::SUMMARY }>::parse(text).map(|line| line.to_string());
        line.map_err(|problem| wrong.push(FieldError::new(field, problem))).unwrap_or_default()
    };
    let (de, en) = (line("line_de", typed.line_de), line("line_en", typed.line_en));
    let ends = ends(typed.ends, now).map_err(|problem| wrong.push(FieldError::new("ends", problem))).unwrap_or(now);
    if !wrong.is_empty() {
        return Err(wrong.into());
    }
    let mut tx = backend.db.write().await?;
    if entry(&mut tx, id).await?.state != EntryState::Published {
        return Err(Error::Conflict.into());
    }
    if usize::try_from(features::count_besides(&mut tx, id, now).await?).is_ok_and(|count| count >= limits::FEATURES) {
        return Err(vec![FieldError::new("", Problem::ManyWaiting { max: limits::FEATURES })].into());
    }
    features::put(&mut tx, id, (&de, &en), account, now, ends).await?;
    record(backend, &mut tx, actor, id, "featured", &de).await?;
    // Pages that were kept do not show it.
    let head = feed::append(&mut tx, id, now).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}

/// The first moment after the last day.
fn ends(typed: &str, now: Timestamp) -> std::result::Result<Timestamp, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Required);
    }
    let date: PartialDate = typed.trim().parse()?;
    let date = civil(date).ok_or(Problem::NoDate)?;
    let (after, today) = (date.tomorrow().ok().and_then(midnight), today(now));
    let max_days = limits::FEATURE_DAYS;
    let ahead = after.filter(|_| today.is_some_and(|today| date > today)).filter(|after| after.0 - now.0 <= (max_days + 1) * DAY);
    ahead.ok_or(Problem::NotAhead { max_days })
}

/// Recommends it no more.
///
/// # Errors
/// [`Error::Conflict`] where it was not.
pub async fn end_feature(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    if !features::end(&mut tx, id).await? {
        return Err(Error::Conflict.into());
    }
    record(backend, &mut tx, actor, id, "feature-ended", "").await?;
    let head = feed::append(&mut tx, id, backend.clock.now()).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}

/// All that is recommended now, newest first. Everybody may read it.
///
/// # Errors
/// When the database fails.
pub async fn list_featured(backend: &Backend) -> Result<Vec<Featured>> {
    let mut tx = backend.db.read().await?;
    // There may be more than can be added by now.
    let running = features::running(&mut tx, backend.clock.now(), i64::MAX).await?;
    let ids: Vec<EntryId> = running.iter().filter_map(|feature| feature.entry_id.parse().ok()).collect();
    let cards = cards(&mut tx, &ids).await?;
    let featured = running.into_iter().filter_map(|feature| {
        let card = cards.iter().find(|card| card.id.to_string() == feature.entry_id)?.clone();
        Some(Featured { card, lines: (feature.line_de, feature.line_en) })
    });
    Ok(featured.collect())
}

/// Why an entry is recommended now, in German and in English. Everybody may read it.
///
/// # Errors
/// When the database fails.
pub async fn featured_of(backend: &Backend, id: EntryId) -> Result<Option<(String, String)>> {
    let feature = features::of(&mut backend.db.read().await?, id, backend.clock.now()).await?;
    Ok(feature.map(|feature| (feature.line_de, feature.line_en)))
}
