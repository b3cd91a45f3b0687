//! Counting what a moderator may want to know before reading.

use super::alike;
use crate::{
    Backend,
    failure::Result,
    storage::{Tx, accounts, queue, unread},
};
use domain::{
    account::Actor,
    form,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    signal::{NEW_ACCOUNT_DAYS, Signal, Signals},
    time::DAY,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// Revisions that are counted in one unit of work.
const CHUNK: i64 = 200;

/// What was counted of a revision.
#[derive(Default)]
pub struct Counted {
    signals: Signals,
}

impl Counted {
    /// What has to be asked of the search, and of what others have written, before any unit of work begins. Without an answer
    /// nothing is like it.
    pub async fn before(backend: &Backend, actor: &Actor, kind: Kind, id: EntryId, title: &str) -> Self {
        let public = alike::public(backend, actor, kind, id, title).await.unwrap_or_default();
        let others = Self::others(backend, kind, id, title).await.unwrap_or_default();
        let mut signals = Signals::default();
        signals.set(Signal::LikelyDuplicate, !public.is_empty() || !others.is_empty());
        Self { signals }
    }

    async fn others(backend: &Backend, kind: Kind, id: EntryId, title: &str) -> Result<Vec<unread::Unread>> {
        let mut tx = backend.db.read().await?;
        let submitted = unread::submitted(&mut tx, kind).await?;
        let others = alike::unread(&mut tx, kind, id, title, &submitted).await?;
        drop(tx);
        // What waits is like this one, too. In a unit of work of its own: nobody waits for it.
        let waiting: Vec<_> = others.iter().filter(|it| it.state == RevisionState::Submitted).map(|it| (it.revision, true)).collect();
        alike::set_right(backend, &waiting).await?;
        Ok(others)
    }

    /// Counts the rest and keeps all of it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn keep(
        mut self,
        backend: &Backend,
        tx: &mut Tx,
        actor: &Actor,
        revision: RevisionId,
        organisation: EntryId,
        (kind, document): (Kind, &Map<String, Value>),
    ) -> Result<()> {
        let document: Map<String, Value> =
            document.iter().filter(|(_, value)| is_told(value)).map(|(name, value)| (name.clone(), value.clone())).collect();
        let texts = Signals::of_texts(kind, &document);
        self.signals.0 |= texts.0;
        if let Some(account) = actor.account()
            && let Some(account) = accounts::by_id(tx, account).await?
        {
            let age = backend.clock.now().0 - account.created_at.0;
            self.signals.set(Signal::NewAccount, age < NEW_ACCOUNT_DAYS * DAY);
        }
        self.signals.set(Signal::FirstEntry, queue::published_of(tx, organisation).await? == 0);
        Ok(queue::mark(tx, revision, self.signals, form::completeness(kind, &document)).await?)
    }
}

fn is_told(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(values) => values.values().any(is_told),
        _ => true,
    }
}

/// Counts how complete those revisions are that came another way: by an import, or before anybody counted. Gives how many.
///
/// # Errors
/// When the database fails.
pub async fn count_missing(backend: &Backend) -> Result<usize> {
    let mut counted = 0;
    loop {
        let rows = queue::uncounted(&mut backend.db.read().await?, CHUNK).await?;
        if rows.is_empty() {
            return Ok(counted);
        }
        let mut tx = backend.db.write().await?;
        for (id, kind, document) in &rows {
            let document: Map<String, Value> = serde_json::from_str(document).unwrap_or_default();
            let document = document.into_iter().filter(|(_, value)| is_told(value)).collect();
            let completeness = kind.parse().map_or(0, |kind| form::completeness(kind, &document));
            queue::set_counted(&mut tx, id, completeness).await?;
        }
        tx.commit().await?;
        counted += rows.len();
    }
}
