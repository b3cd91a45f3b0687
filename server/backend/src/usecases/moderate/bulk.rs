//! One decision on many submissions: each is a unit of work of its own, so that one that cannot be done holds up none.

use super::{
    decide::{Answer, Decision, keep_failure, settle, settle_in},
    may_decide,
};
use crate::{
    Backend,
    failure::Result,
    storage::drafts,
    usecases::{supersede::hold, write::is_new},
};
use domain::{Error, FieldError, Problem, account::Actor, id::RevisionId, limits};

/// Decides on all of these in the same way. Gives by what they are found again: what was done, and what was not and why.
///
/// # Errors
/// [`Error::Invalid`] on `reason`, `template`, or `picked` where nothing or too much was; then nothing was done.
pub async fn decide_all(backend: &Backend, actor: &Actor, picked: &[(RevisionId, i64)], answer: &Answer<'_>) -> Result<String> {
    let account = may_decide(actor)?;
    answer.check()?;
    if picked.is_empty() {
        return Err(vec![FieldError::new("picked", Problem::Required)].into());
    }
    let max = limits::QUEUE as usize;
    if picked.len() > max {
        return Err(vec![FieldError::new("picked", Problem::TooMany { max })].into());
    }
    let batch = backend.clock.fresh_id();
    for (id, version) in picked {
        if let Err(failure) = settle(backend, actor, (*id, *version), answer, &batch).await {
            keep_failure(backend, account, *id, &batch, why(failure.tell())).await?;
        }
    }
    Ok(batch)
}

/// Publishes an entry and, before it, its organisation that waits too: both or neither, and one batch, so that both are
/// undone together. Each is decided on as it would be alone; where two have to agree, on both. What is said is said of
/// the entry.
///
/// # Errors
/// Those of [`decide`](super::decide()) on either; [`Error::Conflict`] where the organisation is another's, or was
/// public.
pub async fn publish_with_owner(
    backend: &Backend,
    actor: &Actor,
    owner: (RevisionId, i64),
    (id, version): (RevisionId, i64),
    answer: &Answer<'_>,
) -> Result<String> {
    may_decide(actor)?;
    let answer = Answer { decision: Decision::Publish, ..*answer };
    answer.check()?;
    let batch = backend.clock.fresh_id();
    let mut tx = backend.db.write().await?;
    let organisation = drafts::by_id(&mut tx, owner.0).await?.ok_or(Error::NotFound)?.entry;
    let entry = drafts::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?.entry;
    // Both before the first change is told.
    let organisation = hold(&mut tx, organisation).await?;
    let entry = hold(&mut tx, entry).await?;
    if entry.organisation_id != Some(organisation.id) || !is_new(&organisation) {
        return Err(Error::Conflict.into());
    }
    let of_owner = Answer { template: "", reason: "", ..answer };
    let (_, of_owner) = settle_in(backend, &mut tx, actor, owner, &of_owner, &batch).await?;
    let (_, head) = settle_in(backend, &mut tx, actor, (id, version), &answer, &batch).await?;
    tx.commit().await?;
    if let Some(head) = head.or(of_owner) {
        backend.notify(head);
    }
    Ok(batch)
}

/// Why something was not done, as it is kept.
pub(super) fn why(error: Error) -> &'static str {
    match error {
        Error::Reserved(_) => "reserved",
        Error::Invalid(fields) if fields.iter().any(|field| field.problem == Problem::NeedsAnother) => "needs-another",
        Error::Invalid(_) => "invalid",
        Error::Conflict | Error::NotFound | Error::Gone => "conflict",
        _ => "failed",
    }
}
