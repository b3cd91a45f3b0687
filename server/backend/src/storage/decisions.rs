//! What decisions changed, for as long as they can be undone.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, EntryId, RevisionId},
    time::Timestamp,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, batch, account_id, revision_id, entry_id, title, action, failed, before, revision_version, entry_version, mail_id, at,
                    expires_at, undone_at, undo_failed FROM decision ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO decision (id, batch, account_id, revision_id, entry_id, title, action, failed, before, revision_version,
                                    entry_version, mail_id, at, expires_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    OF_BATCH = select!("WHERE batch = $1 AND account_id = $2 ORDER BY failed, at, id LIMIT 200");
    UNDOABLE = select!("WHERE account_id = $1 AND failed = '' AND undone_at IS NULL AND undo_failed = '' AND expires_at > $2 ORDER BY at DESC, id DESC
                        LIMIT 200");
    CLAIM = "UPDATE decision SET undone_at = $2, undo_failed = ''
             WHERE id = $1 AND undone_at IS NULL AND failed = '' AND expires_at > $2";
    // Of one that was handed in again no mail is sent.
    CLOSE = "UPDATE decision SET expires_at = 0 WHERE expires_at > 0
             AND revision_id = (SELECT revision_id FROM mail WHERE id = $1)";
    FAIL = "UPDATE decision SET undo_failed = $2 WHERE id = $1 AND undone_at IS NULL";
    RESTORE_REVISION = "UPDATE revision SET state = $5, document = $3, changed_at = $4, version = version + 1
                        WHERE id = $1 AND version = $2 AND state = $6";
    RESTORE_ENTRY = "UPDATE entry SET title = $3, state = $4, origin = $5, published_at = $6, updated_at = $7, confirmed_at = $8, stale_at = $9,
                            version = version + 1 WHERE id = $1 AND version = $2";
    VERSIONS = "SELECT r.version, e.version FROM revision r JOIN entry e ON e.id = r.entry_id WHERE r.id = $1";
    OPEN_BESIDES = "SELECT COUNT(*) FROM revision WHERE entry_id = $1 AND id <> $2 AND state IN ('draft', 'submitted', 'changes-requested')";
    FORGET = "DELETE FROM decision WHERE at <= $1";
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: String,
    /// Those that were decided with one press.
    pub batch: String,
    /// Who decided.
    pub account: AccountId,
    /// On what.
    pub revision: RevisionId,
    /// Its entry.
    pub entry: EntryId,
    /// What it is called.
    pub title: String,
    /// As in its event.
    pub action: String,
    /// Why it was not done; empty where it was.
    pub failed: String,
    /// How it was, as JSON.
    pub before: String,
    /// The revision's version since.
    pub revision_version: i64,
    /// The entry's version since.
    pub entry_version: i64,
    /// The mail that waits.
    pub mail: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Until when it can be undone; 0 once somebody was told of it.
    pub expires_at: Timestamp,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// Why it could not be undone; empty where nobody tried.
    pub undo_failed: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    batch: String,
    account_id: String,
    revision_id: String,
    entry_id: String,
    title: String,
    action: String,
    failed: String,
    before: String,
    revision_version: i64,
    entry_version: i64,
    mail_id: Option<String>,
    at: i64,
    expires_at: i64,
    undone_at: Option<i64>,
    undo_failed: String,
}

impl TryFrom<Row> for Decision {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            account: super::read(&row.account_id)?,
            revision: super::read(&row.revision_id)?,
            entry: super::read(&row.entry_id)?,
            id: row.id,
            batch: row.batch,
            title: row.title,
            action: row.action,
            failed: row.failed,
            before: row.before,
            revision_version: row.revision_version,
            entry_version: row.entry_version,
            mail: row.mail_id,
            at: Timestamp(row.at),
            expires_at: Timestamp(row.expires_at),
            undone_at: row.undone_at.map(Timestamp),
            undo_failed: row.undo_failed,
        })
    }
}

/// How an entry was.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "the columns of `entry`")]
pub struct EntryBefore {
    pub title: String,
    pub state: String,
    pub origin: String,
    pub published_at: Option<i64>,
    pub updated_at: i64,
    pub confirmed_at: Option<i64>,
    pub stale_at: Option<i64>,
}

/// Keeps a decision.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &Decision) -> sqlx::Result<()> {
    execute!(
        tx,
        INSERT,
        &new.id,
        &new.batch,
        new.account.to_string(),
        new.revision.to_string(),
        new.entry.to_string(),
        &new.title,
        &new.action,
        &new.failed,
        &new.before,
        new.revision_version,
        new.entry_version,
        new.mail.as_deref(),
        new.at.0,
        new.expires_at.0
    )
    .map(drop)
}

/// What somebody decided with one press: at most 200, what was done first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of_batch(tx: &mut Tx, batch: &str, account: AccountId) -> sqlx::Result<Vec<Decision>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OF_BATCH).bind(batch).bind(account.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Decision::try_from).collect()
}

/// What somebody decided and can still undo: at most 200, newest first. Not what they tried to undo in vain.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn undoable(tx: &mut Tx, account: AccountId, now: Timestamp) -> sqlx::Result<Vec<Decision>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(UNDOABLE).bind(account.to_string()).bind(now.0).fetch_all(c).await)?;
    rows.into_iter().map(Decision::try_from).collect()
}

/// Marks one as undone. `false`: it was, was never done, or cannot be undone any more.
///
/// # Errors
/// When the database fails.
pub async fn claim(tx: &mut Tx, id: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, CLAIM, id, at.0)? == 1)
}

/// Lets nobody undo what a mail tells of that is sent now, whatever their clock says.
///
/// # Errors
/// When the database fails.
pub async fn close(tx: &mut Tx, mail: &str) -> sqlx::Result<()> {
    execute!(tx, CLOSE, mail).map(drop)
}

/// Keeps why one could not be undone.
///
/// # Errors
/// When the database fails.
pub async fn fail(tx: &mut Tx, id: &str, why: &str) -> sqlx::Result<()> {
    execute!(tx, FAIL, id, why).map(drop)
}

/// Puts a revision into another state with what it said then. `false`: somebody changed it.
///
/// # Errors
/// When the database fails.
pub async fn restore_revision(
    tx: &mut Tx,
    (id, version, state): (RevisionId, i64, &str),
    document: &str,
    changed_at: Timestamp,
    to: &str,
) -> sqlx::Result<bool> {
    Ok(execute!(tx, RESTORE_REVISION, id.to_string(), version, document, changed_at.0, to, state)? == 1)
}

/// Makes an entry what it was. `false`: somebody changed it.
///
/// # Errors
/// When the database fails.
pub async fn restore_entry(tx: &mut Tx, id: EntryId, version: i64, before: &EntryBefore) -> sqlx::Result<bool> {
    let EntryBefore { title, state, origin, published_at, updated_at, confirmed_at, stale_at } = before;
    let rows =
        execute!(tx, RESTORE_ENTRY, id.to_string(), version, title, state, origin, *published_at, *updated_at, *confirmed_at, *stale_at)?;
    Ok(rows == 1)
}

/// The versions of a revision and its entry.
///
/// # Errors
/// When the database fails.
pub async fn versions(tx: &mut Tx, id: RevisionId) -> sqlx::Result<(i64, i64)> {
    on!(tx, |c| sqlx::query_as(VERSIONS).bind(id.to_string()).fetch_one(c).await)
}

/// Whether another revision of the entry is being written, or waits.
///
/// # Errors
/// When the database fails.
pub async fn is_written_besides(tx: &mut Tx, entry: EntryId, revision: RevisionId) -> sqlx::Result<bool> {
    let count: i64 = on!(tx, |c| sqlx::query_scalar(OPEN_BESIDES).bind(entry.to_string()).bind(revision.to_string()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Deletes what was decided before.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, before.0).map(drop)
}
