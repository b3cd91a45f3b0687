//! One index in Meilisearch: making, filling and deleting it. Everything here is confirmed on return.

use super::{
    Trouble,
    client::Client,
    document::{document, field},
    settings::settings,
    tasks::{Task, done_or_was},
};
use crate::search::{
    Versions,
    document::{Change, IndexDocument},
};
use domain::id::EntryId;
use reqwest::Method;
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Meilisearch takes 100 MB by default, proxies often less.
const BODY: usize = 8_000_000;

/// More than anybody has on a server.
const ALL: u32 = 100_000;

#[derive(Deserialize)]
struct Listed {
    results: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    uid: String,
}

/// The names of all indexes that the key is for.
pub(super) async fn list(client: &Client) -> Result<Vec<String>, Trouble> {
    let listed: Listed = client.get(&format!("indexes?limit={ALL}")).await?;
    Ok(listed.results.into_iter().map(|index| index.uid).collect())
}

/// Entries looked at in one answer.
const PAGE: usize = 1_000;
/// What is looked at of an entry that is there.
const HELD: [&str; 2] = [field::ID, field::VERSION];

#[derive(Deserialize)]
struct Page {
    results: Vec<Held>,
}

#[derive(Deserialize)]
struct Held {
    id: EntryId,
    version: u64,
}

/// An index by its name; it need not exist.
#[derive(Clone, Copy)]
pub(super) struct Index<'a> {
    pub client: &'a Client,
    pub uid: &'a str,
}

impl Index<'_> {
    /// Whether it is there.
    pub(super) async fn exists(self) -> Result<bool, Trouble> {
        match self.client.get::<IgnoredAny>(&format!("indexes/{}", self.uid)).await {
            Ok(_) => Ok(true),
            Err(trouble) if trouble.is_not_found() => Ok(false),
            Err(trouble) => Err(trouble),
        }
    }

    /// Makes it, empty, where it is not there.
    pub(super) async fn create(self) -> Result<(), Trouble> {
        let body = json!({"uid": self.uid, "primaryKey": field::ID});
        let task: Task = self.client.send(Method::POST, "indexes", &body).await?;
        done_or_was(task, self.client).await
    }

    /// Gives it our settings.
    pub(super) async fn set_up(self) -> Result<(), Trouble> {
        let task: Task = self.client.send(Method::PATCH, &self.path("settings"), &settings()).await?;
        task.done(self.client).await
    }

    /// Deletes it where it is there.
    pub(super) async fn delete(self) -> Result<(), Trouble> {
        match self.client.delete::<Task>(&format!("indexes/{}", self.uid)).await {
            Ok(task) => done_or_was(task, self.client).await,
            Err(trouble) if trouble.is_not_found() => Ok(()),
            Err(trouble) => Err(trouble),
        }
    }

    /// Applies changes.
    pub(super) async fn apply(self, changes: &[Change]) -> Result<(), Trouble> {
        let (mut put, mut dropped) = (vec![], vec![]);
        for change in changes {
            match change {
                Change::Put(entry) => put.push(entry.as_ref()),
                Change::Drop(id) => dropped.push(*id),
            }
        }
        let mut tasks = self.send(put).await?;
        if !dropped.is_empty() {
            tasks.push(self.drop(&dropped).await?);
        }
        for task in tasks {
            task.done(self.client).await?;
        }
        Ok(())
    }

    /// The version of each entry that it holds, read page by page.
    pub(super) async fn versions(self) -> Result<Versions, Trouble> {
        let mut versions = Versions::new();
        for page in 0.. {
            let held = self.fetch(json!({"offset": page * PAGE, "limit": PAGE, "fields": HELD})).await?;
            let is_last = held.len() < PAGE;
            versions.extend(held);
            if is_last {
                break;
            }
        }
        Ok(versions)
    }

    /// The same of these entries.
    pub(super) async fn versions_of(self, ids: &BTreeSet<EntryId>) -> Result<Versions, Trouble> {
        let (ids, mut versions): (Vec<&EntryId>, _) = (ids.iter().collect(), Versions::new());
        for some in ids.chunks(PAGE / 2) {
            let numbers: Vec<String> = some.iter().map(|id| id.number().to_string()).collect();
            let filter = format!("{} IN [{}]", field::NUMBER, numbers.join(","));
            versions.extend(self.fetch(json!({"filter": filter, "limit": PAGE, "fields": HELD})).await?);
        }
        Ok(versions)
    }

    async fn fetch(self, asked: Value) -> Result<Vec<(EntryId, u64)>, Trouble> {
        let page: Page = self.client.send(Method::POST, &self.path("documents/fetch"), &asked).await?;
        Ok(page.results.into_iter().map(|held| (held.id, held.version)).collect())
    }

    async fn drop(self, ids: &[EntryId]) -> Result<Task, Trouble> {
        self.client.send(Method::POST, &self.path("documents/delete-batch"), &ids).await
    }

    /// Sends entries in as few bodies as may be. Their tasks are still to be waited for.
    pub(super) async fn send(self, entries: impl IntoIterator<Item = &IndexDocument>) -> Result<Vec<Task>, Trouble> {
        let (mut tasks, mut body) = (vec![], String::new());
        for entry in entries {
            let document = document(entry).to_string();
            if !body.is_empty() && body.len() + document.len() > BODY {
                tasks.push(self.post(std::mem::take(&mut body)).await?);
            }
            body.push(if body.is_empty() { '[' } else { ',' });
            body.push_str(&document);
        }
        if !body.is_empty() {
            tasks.push(self.post(body).await?);
        }
        Ok(tasks)
    }

    async fn post(self, mut body: String) -> Result<Task, Trouble> {
        body.push(']');
        self.client.send_json(&self.path("documents"), body).await
    }

    fn path(self, what: &str) -> String {
        format!("indexes/{}/{what}", self.uid)
    }
}
