//! How the server stands: for monitors, and in words for moderators.

use super::moderate::may_decide;
use crate::{
    Backend,
    failure::Result,
    search::{Comparison, Search, meilisearch::Status},
    storage::{
        Db, feed,
        mails::{self, Waiting},
    },
};
use domain::account::Actor;

/// Changes that the index may lag behind before the server counts as not ready.
const LAG: i64 = 10_000;

/// What monitors ask for.
#[derive(Debug, Clone, PartialEq)]
pub struct Health {
    /// How far the change feed goes; `None` where the database does not answer.
    pub head: Option<i64>,
    /// How far it is applied to the embedded index, which answers where Meilisearch does not.
    pub mark: Option<i64>,
    /// What the last comparison of that index with the database came to; what differed was put right.
    pub compared: Option<Comparison>,
    /// Meilisearch, where it is in use.
    pub meilisearch: Option<Replica>,
}

/// How Meilisearch stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Replica {
    /// Whether it answers, and how far it is.
    pub status: Status,
    /// What the last comparison of its index with the database came to.
    pub compared: Option<Comparison>,
}

impl Health {
    /// How many changes the search does not know yet; `None` where that cannot be told.
    #[must_use]
    pub fn behind(&self) -> Option<i64> {
        self.head.zip(self.mark).map(|(head, mark)| head - mark)
    }

    /// Whether the server can answer.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.behind().is_some_and(|behind| (0..=LAG).contains(&behind))
    }
}

/// How the server stands, with what only moderators need to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Of database and search.
    pub health: Health,
    /// Where everything is kept.
    pub database: &'static str,
    /// Mails that were not sent yet.
    pub mails: Waiting,
    /// How many of them wait on purpose.
    pub held: i64,
}

/// How database and search stand. Never fails: that the database does not answer is an answer.
pub async fn show_health(backend: &Backend) -> Health {
    // The mark first: it never passes a head that is read after it.
    let mark = backend.search.mark();
    let head = match backend.db.read().await {
        Ok(mut tx) => feed::head(&mut tx).await.ok(),
        Err(_) => None,
    };
    let meilisearch = match &backend.search {
        Search::Embedded(_) => None,
        Search::Meilisearch(engine) => Some(Replica { status: engine.status(), compared: engine.compared() }),
    };
    Health { head, mark, compared: backend.search.embedded().compared(), meilisearch }
}

/// How everything stands.
///
/// # Errors
/// [`domain::Error::Unauthenticated`] or [`domain::Error::Forbidden`] of those who are no moderators.
pub async fn show_operation(backend: &Backend, actor: &Actor) -> Result<Operation> {
    may_decide(actor)?;
    let health = show_health(backend).await;
    let database = match backend.db {
        Db::Sqlite { .. } => "SQLite",
        Db::Postgres(_) => "PostgreSQL",
    };
    let mut tx = backend.db.read().await?;
    let (mails, held) = (mails::waiting(&mut tx).await?, mails::held(&mut tx, backend.clock.now()).await?);
    Ok(Operation { health, database, mails, held })
}
