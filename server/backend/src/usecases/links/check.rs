//! Following the links of all public entries, a few at a time, and telling their authors what leads nowhere.

use crate::{
    Backend,
    failure::Result,
    feed::Lease,
    links::Checker,
    mail::{self, Letter, Missing},
    storage::{
        entries::{self, Entry},
        links::{self, Broken},
        members,
    },
};
use domain::{text::WebUrl, time::DAY};
use futures::{StreamExt, stream};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

/// So often in a row a link leads nowhere before somebody is told: over two weeks at least.
pub const BROKEN: i64 = 3;
/// How long an answer holds: a week, in microseconds.
const HOLDS: i64 = 7 * DAY;
/// Entries looked at in one go.
const ENTRIES: i64 = 200;
/// Servers asked at the same time. Each is asked for one thing after the other.
const SERVERS: usize = 8;
/// How often is looked whether something is to be followed.
const PAUSE: Duration = Duration::from_secs(3_600);
/// One process at a time.
const LEASE: &str = "link check";

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looked {
    /// Links that were followed.
    pub followed: usize,
    /// How many of them led nowhere.
    pub failed: usize,
    /// Mails that were written.
    pub mails: usize,
}

/// Follows every link that was not for a week, and tells authors what has led nowhere for long.
///
/// # Errors
/// When the database fails.
pub async fn check_links(backend: &Backend, checker: &Checker) -> Result<Looked> {
    let (mut looked, mut last) = (Looked::default(), None);
    loop {
        let (some, next) = entries::after(&mut backend.db.read().await?, last, ENTRIES).await?;
        let due = due(backend, &some).await?;
        let (followed, failed) = follow(backend, checker, due).await?;
        looked.followed += followed;
        looked.failed += failed;
        if next.is_none() {
            break;
        }
        last = next;
    }
    looked.mails = tell_of_broken(backend).await?;
    Ok(looked)
}

/// Does so for as long as the process runs, as the only one.
pub async fn check_links_always(backend: Backend, checker: Checker) {
    loop {
        match alone(&backend, &checker).await {
            Ok(Some(Looked { followed, failed, mails })) if followed > 0 => {
                tracing::info!(followed, failed, mails, "links of entries were followed");
            }
            Ok(_) => {}
            Err(failure) => tracing::error!(cause = %failure, "links of entries cannot be followed; trying again"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn alone(backend: &Backend, checker: &Checker) -> Result<Option<Looked>> {
    let Some(lease) = Lease::take(&backend.db, &backend.clock, LEASE).await? else { return Ok(None) };
    let looked = lease.during(check_links(backend, checker)).await;
    lease.free().await?;
    looked.map(Some)
}

/// The links of these entries that were not followed for a week; what is known of others is forgotten.
async fn due(backend: &Backend, all: &[Entry]) -> Result<Vec<(Entry, String)>> {
    let (now, mut due, mut gone) = (backend.clock.now().0, vec![], vec![]);
    let mut tx = backend.db.read().await?;
    for entry in all {
        let links = if entry.state.is_public() { links_of(entry) } else { BTreeSet::new() };
        let known = links::of_entry(&mut tx, entry.id).await?;
        gone.extend(known.iter().filter(|known| !links.contains(&known.url)).map(|known| (entry.id, known.url.clone())));
        let is_fresh = |url: &String| known.iter().any(|known| known.url == *url && now - known.checked_at < HOLDS);
        due.extend(links.into_iter().filter(|url| !is_fresh(url)).map(|url| (entry.clone(), url)));
    }
    drop(tx);
    if !gone.is_empty() {
        let mut tx = backend.db.write().await?;
        for (entry, url) in gone {
            links::forget(&mut tx, entry, &url).await?;
        }
        tx.commit().await?;
    }
    Ok(due)
}

/// Every web address in what readers see of an entry.
fn links_of(entry: &Entry) -> BTreeSet<String> {
    fn collect(value: &Value, links: &mut BTreeSet<String>) {
        match value {
            // A text may begin with one, too.
            Value::String(text) => links.extend(text.parse::<WebUrl>().is_ok().then(|| text.clone())),
            Value::Array(items) => items.iter().for_each(|item| collect(item, links)),
            Value::Object(fields) => fields.values().for_each(|field| collect(field, links)),
            _ => {}
        }
    }
    let mut links = BTreeSet::new();
    if let Some(document) = entry.revision.as_ref().and_then(|revision| serde_json::to_value(&revision.document).ok()) {
        collect(&document, &mut links);
    }
    links
}

/// Follows links and keeps what came of each as soon as it is known. Gives how many, and how many lead nowhere.
async fn follow(backend: &Backend, checker: &Checker, due: Vec<(Entry, String)>) -> Result<(usize, usize)> {
    // A page that several entries link to is asked for once; a server for one page after the other.
    let mut by_server: BTreeMap<String, BTreeMap<String, Vec<Entry>>> = BTreeMap::new();
    for (entry, url) in due {
        let server = url::Url::parse(&url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
        by_server.entry(server).or_default().entry(url).or_default().push(entry);
    }
    let servers = by_server.into_values().map(|pages| of_one_server(backend, checker, pages));
    let mut done = stream::iter(servers).buffer_unordered(SERVERS);
    let mut counts = (0, 0);
    while let Some(of_one) = done.next().await {
        let (followed, failed) = of_one?;
        counts = (counts.0 + followed, counts.1 + failed);
    }
    Ok(counts)
}

async fn of_one_server(backend: &Backend, checker: &Checker, pages: BTreeMap<String, Vec<Entry>>) -> Result<(usize, usize)> {
    let (followed, mut failed) = (pages.len(), 0);
    for (url, entries) in pages {
        let trouble = checker.follow(&url).await;
        failed += usize::from(trouble.is_some());
        let mut tx = backend.db.write().await?;
        for entry in entries {
            match trouble {
                None => links::works(&mut tx, entry.id, &url, backend.clock.now()).await?,
                Some(trouble) => links::fails(&mut tx, entry.id, &url, trouble.id(), backend.clock.now()).await?,
            }
        }
        tx.commit().await?;
    }
    Ok((followed, failed))
}

/// Writes to the members of each organisation which links of its entries lead nowhere, once. Gives how many mails that makes.
///
/// # Errors
/// When the database fails.
pub async fn tell_of_broken(backend: &Backend) -> Result<usize> {
    let broken = links::to_tell(&mut backend.db.read().await?, BROKEN).await?;
    let mut mails = 0;
    for of_one in broken.chunk_by(|a, b| a.owner == b.owner) {
        mails += tell(backend, of_one).await?;
    }
    Ok(mails)
}

async fn tell(backend: &Backend, broken: &[Broken]) -> Result<usize> {
    let Some(owner) = broken.first().map(|broken| broken.owner) else { return Ok(0) };
    let mut tx = backend.db.write().await?;
    members::lock(&mut tx, owner).await?;
    let mut missing = vec![];
    for link in broken {
        if links::told(&mut tx, link.entry, &link.url, backend.clock.now()).await? {
            missing.push(Missing { title: link.title.clone(), url: link.url.clone(), link: format!("/submit/{}", link.entry) });
        }
    }
    let organisation = members::by_id(&mut tx, owner).await?.filter(|_| !missing.is_empty());
    let mut mails = 0;
    if let Some(organisation) = organisation {
        let letter = Letter::BrokenLinks { organisation: organisation.name, links: missing };
        for member in members::of(&mut tx, owner).await? {
            mail::post_to_member(&mut tx, &backend.clock, owner, &member, &letter, mail::USEFUL_FOR).await?;
            mails += 1;
        }
    }
    tx.commit().await?;
    Ok(mails)
}
