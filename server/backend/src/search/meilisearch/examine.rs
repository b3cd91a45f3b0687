//! Trying what a server lets us do, before it is needed: `allmende check-config`.

use super::{
    Trouble,
    index::Index,
    question::Asking,
    server::Server,
    state::State,
    tasks::{Task, done_or_was},
    variants::Variant,
};
use crate::search::{Request, document::Change};
use domain::{id::EntryId, query::Query};
use reqwest::Method;
use serde::{Deserialize, de::IgnoredAny};
use serde_json::json;
use uuid::Uuid;

/// The rights that a key needs, on indexes `allmende_*`.
pub const RIGHTS: [&str; 10] = [
    "indexes.create",
    "indexes.get",
    "indexes.delete",
    "indexes.swap",
    "settings.update",
    "documents.add",
    "documents.get",
    "documents.delete",
    "tasks.get",
    "search",
];

/// What is wrong with a server.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Lack {
    /// It refuses us one of [`RIGHTS`], or does not know the key at all.
    #[error("Meilisearch does not accept the key for \"{0}\"; it needs, on indexes \"allmende_*\": {list}", list = RIGHTS.join(", "))]
    Right(&'static str),
    /// It does not understand how we search.
    #[error("this Meilisearch is too old; 1.34 or later is needed")]
    TooOld,
    /// Anything else.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
    pkg_version: String,
}

/// Tries every right on an index of its own. Gives the server's version, if the key may know it: keys for some indexes
/// alone cannot.
pub(super) async fn examine(server: &Server) -> Result<Option<String>, Lack> {
    let Server { client, names, .. } = server;
    // First what needs no key: else a server that is not there would be taken for one that refuses.
    client.get::<IgnoredAny>("health").await?;
    let index = Index { client, uid: &names.trial };
    let tried = try_rights(server, index).await;
    let tidied = with("indexes.delete", index.delete().await);
    tried.and(tidied)?;
    Ok(client.get::<Version>("version").await.ok().map(|version| version.pkg_version))
}

async fn try_rights(server: &Server, index: Index<'_>) -> Result<(), Lack> {
    let client = &server.client;
    let create: Task = with("indexes.create", client.send(Method::POST, "indexes", &json!({"uid": index.uid, "primaryKey": "id"})).await)?;
    with("tasks.get", done_or_was(create, client).await)?;
    with("indexes.get", index.exists().await)?;
    with("settings.update", index.set_up().await)?;
    with("documents.add", State { mark: 0, version: String::new(), build: Uuid::nil(), compared: None }.write(client, index.uid).await)?;
    with("documents.get", State::read(client, index.uid).await)?;
    with("documents.delete", index.apply(&[Change::Drop(EntryId(Uuid::nil()))]).await)?;
    // Swaps nothing, so it is no task of our indexes either, and a key for just those may not look at it.
    with("indexes.swap", client.send::<Task>(Method::POST, "swap-indexes", &json!([])).await)?;
    let request = Request { query: &Query::default(), centre: None };
    let asking = Asking { index: index.uid, variants: &[Variant::everything()], asks_advice: false };
    // Not as a reader asks: here nobody minds a slow server.
    match client.send::<IgnoredAny>(Method::POST, "multi-search", &asking.count(&request)).await {
        Err(Trouble::Refused { status: 400, .. }) => Err(Lack::TooOld),
        answer => with("search", answer).map(drop),
    }
}

fn with<T>(right: &'static str, done: Result<T, Trouble>) -> Result<T, Lack> {
    done.map_err(|trouble| match trouble {
        Trouble::Refused { status: 401 | 403, .. } => Lack::Right(right),
        trouble => trouble.into(),
    })
}
