//! What waits for a decision.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{
        queue::{self, Waiting},
        readings, templates, trusts,
    },
};
use domain::{
    Lang,
    account::Actor,
    id::{AccountId, RevisionId},
    limits,
    page::Page,
    queue::QueueQuery,
    text::Slug,
};

/// What waits, as it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// One page of it.
    pub page: Page<Waiting>,
    /// How many wait in all.
    pub total: i64,
    /// Organisations of what waits, to choose from.
    pub organisations: Vec<(Slug, String)>,
    /// Reasons to choose from: id and name.
    pub templates: Vec<(String, String)>,
    /// How much is to be looked at afterwards.
    pub checks: i64,
    /// Whoever asks.
    pub account: AccountId,
    /// Whether two have to agree.
    pub two_person: bool,
}

/// What is asked for.
pub type Asked = QueueQuery;

/// What waits for a decision, one page of it.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] or [`domain::Error::Forbidden`] of those who do not decide.
pub async fn list_queue(backend: &Backend, actor: &Actor, asked: &Asked, lang: Lang) -> Result<Queue> {
    let account = may_decide(actor)?;
    let now = backend.clock.now();
    let mut tx = backend.db.read().await?;
    let offset = i64::from(asked.page.saturating_sub(1)) * i64::from(limits::QUEUE);
    let items = queue::list(&mut tx, asked, account, now, limits::QUEUE.into(), offset).await?;
    let total = u64::try_from(queue::count(&mut tx, asked, account, now).await?).unwrap_or_default();
    let templates = templates::list(&mut tx).await?;
    Ok(Queue {
        page: Page { items, total, number: asked.page, per_page: limits::QUEUE },
        total: queue::count_all(&mut tx).await?,
        organisations: queue::organisations(&mut tx).await?,
        templates: templates.into_iter().map(|template| (template.id.clone(), template.title(lang).to_owned())).collect(),
        checks: trusts::count_waiting(&mut tx).await?,
        account,
        two_person: backend.rules.two_person,
    })
}

/// The submission to go on with, in the order that was asked for: one that nobody else reads.
///
/// # Errors
/// As [`list_queue`].
pub async fn next_of(backend: &Backend, actor: &Actor, asked: &Asked, besides: RevisionId) -> Result<Option<RevisionId>> {
    let account = may_decide(actor)?;
    Ok(queue::next(&mut backend.db.read().await?, asked, account, backend.clock.now(), besides).await?)
}

/// Lets others decide on what one reads.
///
/// # Errors
/// As [`list_queue`].
pub async fn release(backend: &Backend, actor: &Actor, id: RevisionId) -> Result<()> {
    let account = may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    readings::free(&mut tx, id, account).await?;
    Ok(tx.commit().await?)
}
