//! Mails to be sent.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, EntryId, RevisionId},
    revision::RevisionState,
    time::Timestamp,
};

statements! {
    INSERT = "INSERT INTO mail (id, recipient, language, letter, created_at, due_at, expires_at, organisation_id,
                                revision_id, revision_state, is_public)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    DUE = "SELECT id, recipient, language, letter, attempts, due_at FROM mail WHERE due_at <= $1 ORDER BY due_at LIMIT 1";
    CLAIM = "UPDATE mail SET due_at = $3, attempts = attempts + 1 WHERE id = $1 AND due_at = $2";
    DELETE = "DELETE FROM mail WHERE id = $1";
    // What was published and gave way to the next was published all the same. What was handed in again awaits another decision.
    DROP_OVERTAKEN = "DELETE FROM mail WHERE id = $1 AND revision_id IS NOT NULL AND NOT EXISTS (
                          SELECT 1 FROM revision r JOIN entry e ON e.id = r.entry_id WHERE r.id = mail.revision_id
                          AND (r.state = mail.revision_state OR (mail.revision_state = 'published' AND r.state = 'superseded'))
                          AND e.state <> 'removed' AND (e.state IN ('published', 'archived')) = mail.is_public
                          AND NOT EXISTS (SELECT 1 FROM event v WHERE v.revision_id = r.id AND v.action = 'submitted' AND v.at > mail.created_at))";
    DROP_UNTRIED = "DELETE FROM mail WHERE id = $1 AND attempts = 0";
    DELETE_TO = "DELETE FROM mail WHERE recipient = $1";
    DELETE_TO_MEMBER = "DELETE FROM mail WHERE recipient = (SELECT email FROM account WHERE id = $1) AND organisation_id = $2";
    EXPIRED = "DELETE FROM mail WHERE expires_at <= $1";
    HELD = "SELECT COUNT(*) FROM mail WHERE attempts = 0 AND due_at > $1";
    WAITING = "SELECT COUNT(*) AS total, COALESCE(SUM(CASE WHEN attempts > 0 THEN 1 ELSE 0 END), 0) AS tried, MIN(created_at) AS oldest FROM mail";
}

/// A mail to be sent.
pub struct NewMail<'a> {
    /// Its id; also its `Message-ID`, so that one that went out twice is shown once.
    pub id: &'a str,
    /// Who it is for.
    pub recipient: &'a str,
    /// In which language.
    pub language: domain::Lang,
    /// What it says, as JSON.
    pub letter: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The organisation whose members it is for; `None` where it is for somebody whatever they belong to.
    pub organisation: Option<EntryId>,
    /// The decision it tells of; `None` where it tells of none.
    pub decision: Option<Stand>,
    /// When it may be sent.
    pub due_at: Timestamp,
    /// When it is of no use any more.
    pub expires_at: Timestamp,
}

/// How things stand after a decision. While they stand otherwise, a mail that tells of it is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// What was decided on.
    pub revision: RevisionId,
    /// The state that it came into.
    pub state: RevisionState,
    /// Whether readers see its entry.
    pub is_public: bool,
}

/// A mail that waits.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Mail {
    /// Its id.
    pub id: String,
    /// Who it is for.
    pub recipient: String,
    /// In which language.
    pub language: String,
    /// What it says, as JSON.
    pub letter: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is to be tried.
    pub due_at: i64,
}

/// Keeps a mail to be sent.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &NewMail<'_>) -> sqlx::Result<()> {
    execute!(
        tx,
        INSERT,
        new.id,
        new.recipient,
        new.language.id(),
        new.letter,
        new.at.0,
        new.due_at.0,
        new.expires_at.0,
        new.organisation.map(|id| id.to_string()),
        new.decision.map(|stand| stand.revision.to_string()),
        new.decision.map(|stand| stand.state.id()),
        new.decision.map(|stand| stand.is_public)
    )
    .map(drop)
}

/// The mail that has been due for longest.
///
/// # Errors
/// When the database fails.
pub async fn due(tx: &mut Tx, now: Timestamp) -> sqlx::Result<Option<Mail>> {
    on!(tx, |c| sqlx::query_as(DUE).bind(now.0).fetch_optional(c).await)
}

/// Takes a mail for an attempt: until `again` nobody else tries it. False where somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn claim(tx: &mut Tx, mail: &Mail, again: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, CLAIM, &mail.id, mail.due_at, again.0)? == 1)
}

/// Deletes a mail that tells of a decision which does not stand any more. `false`: it may be sent.
///
/// # Errors
/// When the database fails.
pub async fn drop_overtaken(tx: &mut Tx, id: &str) -> sqlx::Result<bool> {
    Ok(execute!(tx, DROP_OVERTAKEN, id)? == 1)
}

/// Deletes a mail: it was sent, or never can be.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, id: &str) -> sqlx::Result<()> {
    execute!(tx, DELETE, id).map(drop)
}

/// Deletes a mail that nobody tried to send yet. `false`: it may be on its way.
///
/// # Errors
/// When the database fails.
pub async fn drop_untried(tx: &mut Tx, id: &str) -> sqlx::Result<bool> {
    Ok(execute!(tx, DROP_UNTRIED, id)? == 1)
}

/// Deletes what waits for an address.
///
/// # Errors
/// When the database fails.
pub async fn delete_to(tx: &mut Tx, recipient: &str) -> sqlx::Result<()> {
    execute!(tx, DELETE_TO, recipient).map(drop)
}

/// Deletes what waits for somebody as a member of an organisation.
///
/// # Errors
/// When the database fails.
pub async fn delete_to_member(tx: &mut Tx, account: AccountId, organisation: EntryId) -> sqlx::Result<()> {
    execute!(tx, DELETE_TO_MEMBER, account.to_string(), organisation.to_string()).map(drop)
}

/// Deletes what is of no use any more. Gives how many.
///
/// # Errors
/// When the database fails.
pub async fn expire(tx: &mut Tx, now: Timestamp) -> sqlx::Result<u64> {
    execute!(tx, EXPIRED, now.0)
}

/// How many mails wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// All of them.
    pub total: i64,
    /// How many of them could not be sent at once.
    pub tried: i64,
    /// When the oldest was written.
    pub oldest: Option<i64>,
}

/// How many wait.
///
/// # Errors
/// When the database fails.
pub async fn waiting(tx: &mut Tx) -> sqlx::Result<Waiting> {
    on!(tx, |c| sqlx::query_as(WAITING).fetch_one(c).await)
}

/// How many wait on purpose: for as long as what they tell of can be undone.
///
/// # Errors
/// When the database fails.
pub async fn held(tx: &mut Tx, now: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(HELD).bind(now.0).fetch_one(c).await)
}
