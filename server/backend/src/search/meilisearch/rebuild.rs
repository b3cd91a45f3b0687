//! Building a new index in Meilisearch while the old one serves.

use super::{
    Trouble,
    index::{Index, list},
    server::Server,
    settings,
    state::State,
    tasks::Task,
};
use crate::search::document::{Change, IndexDocument};
use reqwest::Method;
use serde_json::json;
use std::{collections::VecDeque, sync::Arc};
use uuid::Uuid;

/// Bodies sent ahead of what is confirmed: Meilisearch takes several in at once, which is a lot faster, but keeps them
/// on its disk until then.
const AHEAD: usize = 16;

/// An index being built. What is left of one that was broken off is removed when the next one begins.
pub struct Rebuild {
    server: Arc<Server>,
    build: Uuid,
    /// The names of what is built and of its state.
    next: [String; 2],
    waiting: VecDeque<Task>,
}

impl Rebuild {
    pub(super) async fn begin(server: Arc<Server>) -> Result<Self, Trouble> {
        clear(&server).await?;
        let build = Uuid::new_v4();
        let rebuild = Self { build, next: server.names.next(build), server, waiting: VecDeque::new() };
        for uid in &rebuild.next {
            Index { client: &rebuild.server.client, uid }.create().await?;
        }
        rebuild.next().set_up().await?;
        Ok(rebuild)
    }

    /// Adds entries. Some may still be under way on return.
    ///
    /// # Errors
    /// Of Meilisearch, also for what was put before.
    pub async fn put(&mut self, entries: &[IndexDocument]) -> Result<(), Trouble> {
        self.waiting.extend(self.next().send(entries).await?);
        self.wait(AHEAD).await
    }

    /// Applies what changed since the first entry was read.
    ///
    /// # Errors
    /// Of Meilisearch, also for what was put before.
    pub async fn apply(&mut self, changes: &[Change]) -> Result<(), Trouble> {
        self.wait(0).await?;
        self.next().apply(changes).await
    }

    /// Makes it the index that is searched, in one step with its state, and removes the old one. `mark` is how far the
    /// feed was applied to it.
    ///
    /// # Errors
    /// Of Meilisearch. Then the old index goes on serving.
    pub async fn finish(mut self, mark: i64) -> Result<(), Trouble> {
        self.wait(0).await?;
        let Server { client, names, standing, .. } = &*self.server;
        let state = State { mark, version: settings::version(), build: self.build, compared: None };
        let [next_entries, next_state] = &self.next;
        state.write(client, next_state).await?;
        // Only what is there can change places.
        for uid in [&names.entries, &names.state] {
            Index { client, uid }.create().await?;
        }
        let pairs = [[&names.entries, next_entries], [&names.state, next_state]];
        client.send::<Task>(Method::POST, "swap-indexes", &pairs.map(|indexes| json!({ "indexes": indexes }))).await?;
        // A key for some indexes may not look at a swap, which is of no single one. What is done in its turn after it may
        // be looked at, and says that the swap is over, one way or the other.
        Index { client, uid: next_state }.create().await?;
        if State::read(client, &names.state).await?.as_ref() != Some(&state) {
            return Err(Trouble::TaskFailed { status: "failed".to_owned(), code: "swap-indexes".to_owned() });
        }
        standing.set(Some(state));
        clear(&self.server).await
    }

    async fn wait(&mut self, left: usize) -> Result<(), Trouble> {
        while self.waiting.len() > left {
            if let Some(task) = self.waiting.pop_front() {
                task.done(&self.server.client).await?;
            }
        }
        Ok(())
    }

    fn next(&self) -> Index<'_> {
        Index { client: &self.server.client, uid: &self.next[0] }
    }
}

/// Removes what rebuilds left.
pub(super) async fn clear(server: &Server) -> Result<(), Trouble> {
    let Server { client, names, .. } = server;
    for uid in list(client).await?.iter().filter(|uid| names.is_next(uid)) {
        Index { client, uid }.delete().await?;
    }
    Ok(())
}
