//! What waits for a decision.

use super::{
    alike::{self, Alike},
    may_decide,
};
use crate::{
    Backend,
    failure::Result,
    storage::{
        queue::{self, Waiting},
        readings, templates, unread,
    },
};
use domain::{
    Lang,
    account::Actor,
    id::{AccountId, RevisionId},
    limits,
    page::Page,
    queue::QueueQuery,
    signal::Signal,
    text::Slug,
};
use std::collections::{HashMap, hash_map::Entry};

/// What waits, as it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// One page of it.
    pub page: Page<Waiting>,
    /// What those of this page may be doubles of.
    pub alike: HashMap<RevisionId, Vec<Alike>>,
    /// How many wait in all.
    pub total: i64,
    /// Organisations of what waits, to choose from.
    pub organisations: Vec<(Slug, String)>,
    /// Reasons to choose from: id and name.
    pub templates: Vec<(String, String)>,
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
    let mut items = queue::list(&mut tx, asked, account, now, limits::QUEUE.into(), offset).await?;
    let total = u64::try_from(queue::count(&mut tx, asked, account, now).await?).unwrap_or_default();
    let templates = templates::list(&mut tx).await?;
    let (in_all, organisations) = (queue::count_all(&mut tx).await?, queue::organisations(&mut tx).await?);
    drop(tx);
    let alike = doubles(backend, actor, &mut items).await?;
    Ok(Queue {
        alike,
        page: Page { items, total, number: asked.page, per_page: limits::QUEUE },
        total: in_all,
        organisations,
        templates: templates.into_iter().map(|template| (template.id.clone(), template.title(lang).to_owned())).collect(),
        account,
        two_person: backend.rules.two_person,
    })
}

/// What each may be a double of, and its signal set right.
async fn doubles(backend: &Backend, actor: &Actor, items: &mut [Waiting]) -> Result<HashMap<RevisionId, Vec<Alike>>> {
    let asked = items.iter().map(|it| alike::public(backend, actor, it.kind, it.entry, &it.title));
    let public = futures::future::join_all(asked).await;
    let mut tx = backend.db.read().await?;
    let (mut submitted, mut found, mut wrong) = (HashMap::new(), HashMap::new(), vec![]);
    for (item, public) in items.iter_mut().zip(public) {
        let of_kind = match submitted.entry(item.kind) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(unread::submitted(&mut tx, item.kind).await?),
        };
        let others = alike::unread(&mut tx, item.kind, item.entry, &item.title, of_kind).await?;
        let is_known = public.is_some();
        let all: Vec<Alike> = public.into_iter().flatten().map(Alike::from).chain(others.into_iter().map(Alike::from)).collect();
        let was = item.signals.has(Signal::LikelyDuplicate);
        // While the search does not answer, what it once knew holds.
        if was == all.is_empty() && (is_known || !was) {
            item.signals.toggle(Signal::LikelyDuplicate);
            wrong.push((item.revision, !was));
        }
        found.insert(item.revision, all);
    }
    drop(tx);
    alike::set_right(backend, &wrong).await?;
    Ok(found)
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
