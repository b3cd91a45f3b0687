//! Meilisearch: a server beside this one that answers searches, with the embedded engine behind it.
//!
//! The embedded index is kept in step with the feed whether Meilisearch runs or not. It tells how a text is read, and
//! it answers wherever Meilisearch does not: while that is down, late, being filled, or too far behind the feed.
//!
//! A search: [`variants`] makes texts of a reading, [`question`] and [`filter`] the call, [`server`] sends it within a
//! time and through a [`breaker`], [`answer`] reads what comes back. Writing: [`index`], [`state`], [`rebuild`]; what
//! decides on them follows the feed, in `feed::mirror`. To add a field: [`document`], and [`settings`] if something
//! must be found, filtered or sorted by it; indexes built before are replaced by themselves.

mod address;
mod answer;
mod breaker;
mod client;
mod document;
mod examine;
mod filter;
mod index;
mod names;
mod question;
mod rebuild;
mod server;
mod settings;
mod standing;
mod state;
mod tasks;
mod token;
mod trouble;
mod variants;

pub use address::{Address, WrongAddress};
pub use examine::{Lack, RIGHTS};
pub use rebuild::Rebuild;
pub use trouble::Trouble;

use super::{Comparison, Embedded, Found, Request, Result, Versions, document::Change};
use domain::id::EntryId;
use index::Index;
use server::Server;
use state::State;
use std::{
    collections::BTreeSet,
    sync::{Arc, atomic::Ordering},
    time::{Duration, Instant},
};

/// Meilisearch, and the embedded engine that stands in for it. Clones share both.
#[derive(Clone)]
pub struct Meilisearch {
    embedded: Embedded,
    server: Arc<Server>,
}

/// What the index in Meilisearch needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Nothing but what the feed holds behind its mark.
    Changes,
    /// To be built anew.
    Rebuild {
        /// Why, for the log.
        reason: String,
    },
    /// To be left alone: a later version of this program keeps it.
    Nothing,
}

/// How Meilisearch stands, for monitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// How far the feed is applied to its index; `None` where that is not known or not there.
    pub mark: Option<i64>,
    /// Whether the embedded engine answers at the moment.
    pub is_replaced: bool,
    /// Requests that Meilisearch answered since the start.
    pub answered: u64,
    /// Requests that the embedded engine answered in its place.
    pub left: u64,
}

impl Meilisearch {
    /// Meilisearch at an address for the feed of this name. Nothing is sent yet; it answers once its index was looked at.
    ///
    /// # Errors
    /// Where no client can be made.
    pub fn new(embedded: Embedded, address: &Address, feed: &str) -> Result<Self> {
        Ok(Self { embedded, server: Arc::new(Server::new(address, feed)?) })
    }

    /// The engine that stands in.
    #[must_use]
    pub fn embedded(&self) -> &Embedded {
        &self.embedded
    }

    /// Answers a request.
    ///
    /// # Errors
    /// Of the embedded engine.
    pub async fn search(&self, request: &Request<'_>) -> Result<Found> {
        let text = self.embedded.understand(&request.query.text)?;
        let answer = self.server.ask(self.wanted(), self.server.search(text, request, true)).await;
        answer.map_or_else(|| self.embedded.search(request), Ok)
    }

    /// The same without counting facets.
    ///
    /// # Errors
    /// As [`Meilisearch::search`].
    pub async fn hits(&self, request: &Request<'_>) -> Result<Found> {
        let text = self.embedded.understand(&request.query.text)?;
        let answer = self.server.ask(self.wanted(), self.server.search(text, request, false)).await;
        answer.map_or_else(|| self.embedded.hits(request), Ok)
    }

    /// The numbers of all that match, in no order.
    ///
    /// # Errors
    /// As [`Meilisearch::search`].
    pub async fn matching(&self, request: &Request<'_>) -> Result<Vec<u64>> {
        let text = self.embedded.understand(&request.query.text)?;
        let answer = self.server.ask(self.wanted(), self.server.matching(&text, request)).await;
        answer.map_or_else(|| self.embedded.matching(request), Ok)
    }

    fn wanted(&self) -> i64 {
        self.embedded.mark().unwrap_or_default()
    }

    /// Waits this long for an answer from now on, then the embedded engine gives it. It is 0.8 s unless said otherwise.
    pub fn set_patience(&self, patience: Duration) {
        self.server.set_patience(patience);
    }

    /// How it stands.
    #[must_use]
    pub fn status(&self) -> Status {
        let Server { standing, breaker, answered, left, .. } = &*self.server;
        Status {
            mark: standing.mark(),
            is_replaced: !breaker.is_closed() || !standing.is_in_step(self.wanted(), Instant::now()),
            answered: answered.load(Ordering::Relaxed),
            left: left.load(Ordering::Relaxed),
        }
    }

    /// How far the feed is applied to the index in Meilisearch, as far as is known here.
    #[must_use]
    pub fn mark(&self) -> Option<i64> {
        self.server.standing.mark()
    }

    /// Looks at the index in Meilisearch: what state it is in, and what it needs. `head` is how far the feed goes.
    ///
    /// # Errors
    /// Of Meilisearch.
    pub async fn look(&self, head: i64) -> Result<Need> {
        let Server { client, names, standing, .. } = &*self.server;
        let own = settings::version();
        let state = State::read(client, &names.state).await?;
        let rebuild = |reason: &str| Need::Rebuild { reason: reason.to_owned() };
        let need = match state {
            Some(state) if state.is_of_a_later_program(&own) => Need::Nothing,
            Some(state) if state.version != own => rebuild("it was built by another version"),
            Some(state) if state.mark > head => rebuild("it is ahead of the database"),
            Some(state) if (Index { client, uid: &names.entries }).exists().await? => {
                standing.set(Some(state));
                return Ok(Need::Changes);
            }
            _ => rebuild("there is none"),
        };
        Ok(need)
    }

    /// Applies changes to the index in Meilisearch, then moves its mark. Confirmed on return.
    ///
    /// # Errors
    /// Of Meilisearch; [`Trouble::Changed`] where its index is another than was looked at. Then all of it is to be
    /// applied again, which does no harm.
    pub async fn apply(&self, changes: &[Change], mark: i64) -> Result<()> {
        let Server { client, names, standing, .. } = &*self.server;
        let known = self.expect_unchanged().await?;
        Index { client, uid: &names.entries }.apply(changes).await?;
        self.expect_unchanged().await?;
        let state = State { mark, ..known };
        state.write(client, &names.state).await?;
        standing.set(Some(state));
        Ok(())
    }

    /// The state as it is known and stands there. Meilisearch makes an index that is not there for whoever writes to it:
    /// one that was emptied meanwhile must not be taken for a whole one.
    async fn expect_unchanged(&self) -> Result<State> {
        let Server { client, names, standing, .. } = &*self.server;
        let there = State::read(client, &names.state).await?;
        there.filter(|there| standing.state().as_ref() == Some(there)).ok_or(Trouble::Changed.into())
    }

    /// What the index holds. Not of one moment: entries may come and go meanwhile.
    ///
    /// # Errors
    /// Of Meilisearch; [`Trouble::Garbled`] where it holds what is no entry of ours.
    pub async fn versions(&self) -> Result<Versions> {
        let Server { client, names, .. } = &*self.server;
        Ok(Index { client, uid: &names.entries }.versions().await?)
    }

    /// What it holds of these entries.
    ///
    /// # Errors
    /// As [`Meilisearch::versions`].
    pub async fn versions_of(&self, ids: &BTreeSet<EntryId>) -> Result<Versions> {
        let Server { client, names, .. } = &*self.server;
        Ok(Index { client, uid: &names.entries }.versions_of(ids).await?)
    }

    /// What the last comparison of this index with the database came to, whichever process made it.
    #[must_use]
    pub fn compared(&self) -> Option<Comparison> {
        self.server.standing.state().and_then(|state| state.compared)
    }

    /// Keeps that beside the index. Only by the process that may write.
    ///
    /// # Errors
    /// As [`Meilisearch::apply`].
    pub async fn note(&self, comparison: &Comparison) -> Result<()> {
        let Server { client, names, standing, .. } = &*self.server;
        let state = State { compared: Some(*comparison), ..self.expect_unchanged().await? };
        state.write(client, &names.state).await?;
        standing.set(Some(state));
        Ok(())
    }

    /// Begins a new index in Meilisearch; the old one serves until the new one is finished.
    ///
    /// # Errors
    /// Of Meilisearch.
    pub async fn begin_rebuild(&self) -> Result<Rebuild> {
        Ok(Rebuild::begin(Arc::clone(&self.server)).await?)
    }

    /// Tries what the server lets us do, each right on an index made for it. Gives its version, if the key may
    /// know that.
    ///
    /// # Errors
    /// The first thing that is wrong, in a sentence for the operator.
    pub async fn examine(&self) -> std::result::Result<Option<String>, Lack> {
        examine::examine(&self.server).await
    }

    /// Removes all that is ours from Meilisearch.
    ///
    /// # Errors
    /// Of Meilisearch.
    pub async fn remove(&self) -> Result<()> {
        let Server { client, names, standing, .. } = &*self.server;
        standing.set(None);
        for uid in [&names.entries, &names.state, &names.trial] {
            Index { client, uid }.delete().await?;
        }
        Ok(rebuild::clear(&self.server).await?)
    }
}
