//! One decision on many submissions: each is a unit of work of its own, so that one that cannot be done holds up none.

use super::{
    decide::{Answer, Decision, keep_failure, settle},
    may_decide,
};
use crate::{Backend, failure::Result};
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

/// Publishes an entry and, before it, its organisation that waits too: one batch, so that both are undone together. Each is
/// decided on as it would be alone; where two have to agree, on both.
///
/// # Errors
/// Those of [`decide`](super::decide()) on the organisation: then nothing was done. That the entry could not be published
/// stands in the batch.
pub async fn publish_with_owner(
    backend: &Backend,
    actor: &Actor,
    owner: (RevisionId, i64),
    (id, version): (RevisionId, i64),
    answer: &Answer<'_>,
) -> Result<String> {
    let account = may_decide(actor)?;
    let answer = Answer { decision: Decision::Publish, ..*answer };
    answer.check()?;
    let batch = backend.clock.fresh_id();
    settle(backend, actor, owner, &answer, &batch).await?;
    if let Err(failure) = settle(backend, actor, (id, version), &answer, &batch).await {
        keep_failure(backend, account, id, &batch, why(failure.tell())).await?;
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
