//! Which entries are to be confirmed, and what their authors were asked. Links come in here as hashes only.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, EntryId},
    time::Timestamp,
    vocabulary::Kind,
};
use serde::{Deserialize, Serialize};

/// The columns of [`Due`], of published entries only: what is put away, or taken away, is nobody's question.
/// Nor is what has no members: nobody is there to answer, as with what was compiled from public sources until somebody claims it.
macro_rules! due {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.kind, e.title, COALESCE(e.organisation_id, e.id) AS owner FROM entry e
             LEFT JOIN freshness f ON f.entry_id = e.id
             WHERE e.state = 'published' AND EXISTS (
                 SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
                 WHERE m.organisation_id = COALESCE(e.organisation_id, e.id) AND a.email IS NOT NULL) AND ",
            $rest,
            " ORDER BY owner, e.kind DESC, e.id LIMIT 500"
        )
    };
}

statements! {
    TO_ASK = due!("f.entry_id IS NULL AND COALESCE(e.confirmed_at, e.published_at) <= $1");
    TO_REMIND = due!("f.reminded_at IS NULL AND f.asked_at <= $1");
    TO_MARK = due!("e.stale_at IS NULL AND f.reminded_at <= $1");
    TO_ARCHIVE = due!("f.entry_id IS NOT NULL AND e.stale_at <= $1");
    ASK = "INSERT INTO freshness (entry_id, asked_at) VALUES ($1, $2) ON CONFLICT (entry_id) DO NOTHING";
    REMIND = "UPDATE freshness SET reminded_at = $2 WHERE entry_id = $1 AND reminded_at IS NULL";
    MARK = "UPDATE entry SET stale_at = $2 WHERE id = $1 AND stale_at IS NULL AND state = 'published'
            AND EXISTS (SELECT 1 FROM freshness f WHERE f.entry_id = entry.id)";
    LINK = "INSERT INTO freshness_link (link, entry_id, account_id) VALUES ($1, $2, $3)";
    BY_LINK = "SELECT l.entry_id, l.account_id FROM freshness_link l JOIN entry e ON e.id = l.entry_id
               JOIN membership m ON m.account_id = l.account_id AND m.organisation_id = COALESCE(e.organisation_id, e.id)
               WHERE l.link = $1";
    ASKED = "SELECT asked_at, reminded_at FROM freshness WHERE entry_id = $1";
    LINKS = "SELECT link, account_id FROM freshness_link WHERE entry_id = $1 ORDER BY link";
    ASK_AGAIN = "INSERT INTO freshness (entry_id, asked_at, reminded_at) VALUES ($1, $2, $3) ON CONFLICT (entry_id) DO NOTHING";
    KNOWN = "SELECT entry_id FROM freshness_link WHERE link = $1 UNION SELECT entry_id FROM answered_link WHERE link = $1";
    KEEP_LINKS = "INSERT INTO answered_link (link, entry_id, at) SELECT link, entry_id, CAST($2 AS BIGINT) FROM freshness_link WHERE entry_id = $1
                  ON CONFLICT (link) DO NOTHING";
    // The release before this runs beside it for a while, and does not say when.
    DATE = "UPDATE answered_link SET at = $1 WHERE at = 0";
    FORGET = "DELETE FROM answered_link WHERE at > 0 AND at <= $1";
    SETTLE = "DELETE FROM freshness WHERE entry_id = $1";
    CONFIRM = "UPDATE entry SET confirmed_at = $2 WHERE id = $1";
    UNMARK = "UPDATE entry SET stale_at = NULL WHERE id = $1";
}

/// A question that nobody has answered yet, with the links by which it can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// When it was asked, in microseconds.
    pub at: i64,
    /// When it was asked once more.
    pub reminded_at: Option<i64>,
    /// Hashes of links, and whose they are.
    pub links: Vec<(String, AccountId)>,
}

/// How far the question about an entry has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its authors are asked.
    Ask,
    /// They are asked once more.
    Remind,
    /// Readers are told that nobody answered.
    Mark,
    /// It is put away.
    Archive,
}

/// An entry whose next step is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The organisation whose members are asked.
    pub owner: EntryId,
}

/// Entries for which a step is due because what comes before it happened at `since` or earlier; by organisation, at most
/// 500 at a time.
///
/// # Errors
/// When the database fails.
pub async fn due(tx: &mut Tx, step: Step, since: Timestamp) -> sqlx::Result<Vec<Due>> {
    let statement = match step {
        Step::Ask => TO_ASK,
        Step::Remind => TO_REMIND,
        Step::Mark => TO_MARK,
        Step::Archive => TO_ARCHIVE,
    };
    let rows: Vec<(String, String, String, String)> = on!(tx, |c| sqlx::query_as(statement).bind(since.0).fetch_all(c).await)?;
    let read = |(id, kind, title, owner): (String, String, String, String)| {
        Ok(Due { id: super::read(&id)?, kind: super::read_checked(&kind)?, title, owner: super::read(&owner)? })
    };
    rows.into_iter().map(read).collect()
}

/// Notes that the authors of an entry are asked. False where they were already.
///
/// # Errors
/// When the database fails.
pub async fn ask(tx: &mut Tx, entry: EntryId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, ASK, entry.to_string(), at.0)? == 1)
}

/// Notes that they are asked once more. False where they were already, or answered.
///
/// # Errors
/// When the database fails.
pub async fn remind(tx: &mut Tx, entry: EntryId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, REMIND, entry.to_string(), at.0)? == 1)
}

/// Tells readers that nobody answered. False where they are told already, or somebody did.
///
/// # Errors
/// When the database fails.
pub async fn mark(tx: &mut Tx, entry: EntryId, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, MARK, entry.to_string(), at.0)? == 1)
}

/// Keeps the hash of a link by which a member answers for an entry.
///
/// # Errors
/// When the database fails.
pub async fn link(tx: &mut Tx, hash: &str, entry: EntryId, account: AccountId) -> sqlx::Result<()> {
    execute!(tx, LINK, hash, entry.to_string(), account.to_string()).map(drop)
}

/// Which entry a link is about and whose it is, while they are a member and nobody answered.
///
/// # Errors
/// When the database fails.
pub async fn by_link(tx: &mut Tx, hash: &str) -> sqlx::Result<Option<(EntryId, AccountId)>> {
    let row: Option<(String, String)> = on!(tx, |c| sqlx::query_as(BY_LINK).bind(hash).fetch_optional(c).await)?;
    row.map(|(entry, account)| Ok((super::read(&entry)?, super::read(&account)?))).transpose()
}

/// Which entry a link was about, whoever it was sent to and whether anybody answered. `None`: there never was such a link.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn known(tx: &mut Tx, hash: &str) -> sqlx::Result<Option<EntryId>> {
    let entry: Option<String> = on!(tx, |c| sqlx::query_scalar(KNOWN).bind(hash).fetch_optional(c).await)?;
    entry.as_deref().map(super::read).transpose()
}

/// What the authors of an entry were asked and did not answer.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn asked(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Option<Asked>> {
    let row: Option<(i64, Option<i64>)> = on!(tx, |c| sqlx::query_as(ASKED).bind(entry.to_string()).fetch_optional(c).await)?;
    let Some((at, reminded_at)) = row else { return Ok(None) };
    let links: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(LINKS).bind(entry.to_string()).fetch_all(c).await)?;
    let links = links.into_iter().map(|(link, account)| Ok((link, super::read(&account)?))).collect::<sqlx::Result<_>>()?;
    Ok(Some(Asked { at, reminded_at, links }))
}

/// Asks again what was settled meanwhile, as if it had not been.
///
/// # Errors
/// When the database fails.
pub async fn ask_again(tx: &mut Tx, entry: EntryId, asked: &Asked) -> sqlx::Result<()> {
    if execute!(tx, ASK_AGAIN, entry.to_string(), asked.at, asked.reminded_at)? == 1 {
        for (hash, account) in &asked.links {
            link(tx, hash, entry, *account).await?;
        }
    }
    Ok(())
}

/// The question is answered, or need not be any more; readers are no longer told.
///
/// # Errors
/// When the database fails.
pub async fn settle(tx: &mut Tx, entry: EntryId, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, KEEP_LINKS, entry.to_string(), at.0)?;
    execute!(tx, SETTLE, entry.to_string())?;
    execute!(tx, UNMARK, entry.to_string()).map(drop)
}

/// Its authors said that it is right.
///
/// # Errors
/// When the database fails.
pub async fn confirm(tx: &mut Tx, entry: EntryId, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, CONFIRM, entry.to_string(), at.0)?;
    settle(tx, entry, at).await
}

/// Forgets links that were answered then, or earlier. Those of which nobody knows when were answered about now.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, until: Timestamp, now: Timestamp) -> sqlx::Result<()> {
    execute!(tx, DATE, now.0)?;
    execute!(tx, FORGET, until.0).map(drop)
}
