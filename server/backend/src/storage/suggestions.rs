//! What readers suggest. Links come in here as hashes only.

use super::{Tx, execute, on, statements};
use domain::{
    Lang,
    account::Email,
    id::{EntryId, RevisionId},
    reader::{Changes, SuggestionState},
    time::Timestamp,
    vocabulary::Kind,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.kind, s.entry_id, s.is_new, s.number, s.based_on, s.changes, s.organisation, s.why, s.email, s.language, s.state,
                    s.reason, s.revision_id, s.created_at, s.confirmed_at, s.decided_at, e.title
             FROM suggestion s LEFT JOIN entry e ON e.id = s.entry_id WHERE ",
            $rest
        )
    };
}

/// Of those that wait, the ones that moderators decide on: new entries, what belongs to nobody, and what its organisation
/// left lying. An organisation belongs to itself.
macro_rules! of_moderators {
    ($what:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $what,
            " FROM suggestion s LEFT JOIN entry e ON e.id = s.entry_id
             WHERE s.state = 'open' AND (s.is_new OR s.confirmed_at <= $1 OR NOT EXISTS (
                 SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
                 WHERE a.email IS NOT NULL AND m.organisation_id = CASE WHEN e.kind = 'organisation' THEN e.id ELSE e.organisation_id END)) ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO suggestion (id, kind, entry_id, is_new, based_on, changes, organisation, why, email, language, link, state, created_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'unconfirmed', $12)";
    COUNT_OF = "SELECT COUNT(*) FROM suggestion WHERE entry_id = $1 AND state = $2";
    COUNT_NEW = "SELECT COUNT(*) FROM suggestion WHERE is_new AND state IN ('unconfirmed', 'open')";
    COUNT_FROM = "SELECT COUNT(*) FROM suggestion WHERE email = $1 AND created_at > $2";
    COUNT_UNCONFIRMED = "SELECT COUNT(*) FROM suggestion WHERE state = 'unconfirmed'";
    BY_LINK = select!("s.link = $1");
    BY_ID = select!("s.id = $1");
    BY_NUMBER = select!("s.entry_id = $1 AND s.number = $2");
    OPEN_OF = select!("s.entry_id = $1 AND s.state = 'open' ORDER BY s.confirmed_at, s.id");
    OPEN_FOR = select!("s.state = 'open' AND s.entry_id IS NOT NULL AND (e.id = $1 OR e.organisation_id = $1) ORDER BY s.confirmed_at, s.id LIMIT 100");
    HANDED_IN = select!("s.revision_id = $1 AND s.state = 'handed-in' ORDER BY s.created_at, s.id");
    FROM_ADDRESS = select!("s.email = $1 ORDER BY s.created_at, s.id");
    QUEUE = of_moderators!(
        "s.id, s.kind, s.entry_id, s.is_new, s.number, s.based_on, s.changes, s.organisation, s.why, s.email, s.language, s.state,
         s.reason, s.revision_id, s.created_at, s.confirmed_at, s.decided_at, e.title",
        "ORDER BY s.confirmed_at, s.id LIMIT $2"
    );
    COUNT_QUEUE = of_moderators!("COUNT(*)", "");
    CONFIRM = "UPDATE suggestion SET state = 'open', confirmed_at = $2,
                      number = CASE WHEN is_new THEN NULL ELSE (SELECT COALESCE(MAX(other.number), 0) + 1 FROM suggestion other WHERE other.entry_id = suggestion.entry_id) END
               WHERE id = $1 AND state = 'unconfirmed'";
    DECIDE = "UPDATE suggestion SET state = $2, reason = $3, decided_by = $4, revision_id = $5, entry_id = COALESCE(entry_id, $6), decided_at = $7
              WHERE id = $1 AND state = 'open'";
    FORGET_UNCONFIRMED = "DELETE FROM suggestion WHERE state = 'unconfirmed' AND created_at <= $1";
    FORGET_ADDRESSES = "UPDATE suggestion SET email = NULL WHERE email IS NOT NULL AND decided_at <= $1";
    FORGET_ADDRESS = "UPDATE suggestion SET email = NULL WHERE email = $1";
    FORGET = "DELETE FROM suggestion WHERE decided_at <= $1";
}

/// One that is made.
pub struct NewSuggestion<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is about.
    pub kind: Kind,
    /// The entry and what was public when it was written; none where it is a new one.
    pub entry: Option<(EntryId, RevisionId)>,
    /// What should be said.
    pub changes: &'a Changes,
    /// Of a new entry, whose it is, in words.
    pub organisation: &'a str,
    /// Why, and where that is to be read.
    pub why: &'a str,
    /// Where mails go.
    pub email: &'a Email,
    /// Their language.
    pub language: Lang,
    /// Hash of the link.
    pub link: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// One that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// The entry, where there is one by now.
    pub entry: Option<EntryId>,
    /// Whether it is about an entry that is not there yet.
    pub is_new: bool,
    /// Counted within the entry, once it is confirmed.
    pub number: Option<i64>,
    /// What was public when it was written.
    pub based_on: Option<RevisionId>,
    /// What should be said.
    pub changes: Changes,
    /// Of a new entry, whose it is, in words.
    pub organisation: String,
    /// Why, and where that is to be read.
    pub why: String,
    /// Where mails go, while that is kept.
    pub email: Option<Email>,
    /// Their language.
    pub language: Lang,
    /// Where it stands.
    pub state: SuggestionState,
    /// Why it was declined.
    pub reason: String,
    /// What came of it.
    pub revision: Option<RevisionId>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When the address was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// The title of the entry, or the one that is suggested for it.
    pub title: String,
}

/// What became of one.
pub struct Outcome<'a> {
    /// Where it stands now.
    pub state: SuggestionState,
    /// Why it was declined.
    pub reason: &'a str,
    /// Who decided.
    pub by: &'a str,
    /// What came of it.
    pub revision: Option<RevisionId>,
    /// The entry that came of it.
    pub entry: Option<EntryId>,
    /// Now.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    entry_id: Option<String>,
    is_new: bool,
    number: Option<i64>,
    based_on: Option<String>,
    changes: String,
    organisation: String,
    why: String,
    email: Option<String>,
    language: String,
    state: String,
    reason: String,
    revision_id: Option<String>,
    created_at: i64,
    confirmed_at: Option<i64>,
    decided_at: Option<i64>,
    title: Option<String>,
}

impl TryFrom<Row> for Suggestion {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        let changes: Changes = serde_json::from_str(&row.changes).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let suggested = || ["title", "name"].iter().find_map(|name| changes.get(*name)?.new.as_str()).unwrap_or("…").to_owned();
        Ok(Self {
            kind: super::read_checked(&row.kind)?,
            entry: row.entry_id.as_deref().map(super::read).transpose()?,
            based_on: row.based_on.as_deref().map(super::read).transpose()?,
            email: row.email.as_deref().map(super::read_checked).transpose()?,
            language: super::read_checked(&row.language)?,
            state: super::read_checked(&row.state)?,
            revision: row.revision_id.as_deref().map(super::read).transpose()?,
            created_at: Timestamp(row.created_at),
            confirmed_at: row.confirmed_at.map(Timestamp),
            decided_at: row.decided_at.map(Timestamp),
            title: row.title.unwrap_or_else(suggested),
            id: row.id,
            is_new: row.is_new,
            number: row.number,
            changes,
            organisation: row.organisation,
            why: row.why,
            reason: row.reason,
        })
    }
}

fn all(rows: Vec<Row>) -> sqlx::Result<Vec<Suggestion>> {
    rows.into_iter().map(Suggestion::try_from).collect()
}

/// Keeps one whose address is not confirmed yet.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &NewSuggestion<'_>) -> sqlx::Result<()> {
    let (entry, based_on) = (new.entry.map(|(entry, _)| entry.to_string()), new.entry.map(|(_, revision)| revision.to_string()));
    let changes = serde_json::to_string(new.changes).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    let (is_new, email) = (new.entry.is_none(), new.email.to_string());
    execute!(
        tx,
        INSERT,
        new.id,
        new.kind.id(),
        entry,
        is_new,
        based_on,
        &changes,
        new.organisation,
        new.why,
        email,
        new.language.id(),
        new.link,
        new.at.0
    )
    .map(drop)
}

/// How many for an entry are in a state.
///
/// # Errors
/// When the database fails.
pub async fn count_of(tx: &mut Tx, entry: EntryId, state: SuggestionState) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_OF).bind(entry.to_string()).bind(state.id()).fetch_one(c).await)
}

/// How many for new entries wait or are not confirmed.
///
/// # Errors
/// When the database fails.
pub async fn count_new(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_NEW).fetch_one(c).await)
}

/// How many were made with an address since then.
///
/// # Errors
/// When the database fails.
pub async fn count_from(tx: &mut Tx, email: &Email, since: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_FROM).bind(&**email).bind(since.0).fetch_one(c).await)
}

/// How many are not confirmed.
///
/// # Errors
/// When the database fails.
pub async fn count_unconfirmed(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_UNCONFIRMED).fetch_one(c).await)
}

/// The one with this link.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_link(tx: &mut Tx, link: &str) -> sqlx::Result<Option<Suggestion>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_LINK).bind(link).fetch_optional(c).await)?;
    row.map(Suggestion::try_from).transpose()
}

/// One by its id.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_id(tx: &mut Tx, id: &str) -> sqlx::Result<Option<Suggestion>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_ID).bind(id).fetch_optional(c).await)?;
    row.map(Suggestion::try_from).transpose()
}

/// The one of an entry with this number.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_number(tx: &mut Tx, entry: EntryId, number: i64) -> sqlx::Result<Option<Suggestion>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_NUMBER).bind(entry.to_string()).bind(number).fetch_optional(c).await)?;
    row.map(Suggestion::try_from).transpose()
}

/// Those for an entry that wait, oldest first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn open_of(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Vec<Suggestion>> {
    all(on!(tx, |c| sqlx::query_as(OPEN_OF).bind(entry.to_string()).fetch_all(c).await)?)
}

/// Those for an organisation and what belongs to it that wait, oldest first: at most 100.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn open_for(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<Vec<Suggestion>> {
    all(on!(tx, |c| sqlx::query_as(OPEN_FOR).bind(organisation.to_string()).fetch_all(c).await)?)
}

/// Those that were taken over into a revision and were not decided by that.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn handed_in(tx: &mut Tx, revision: RevisionId) -> sqlx::Result<Vec<Suggestion>> {
    all(on!(tx, |c| sqlx::query_as(HANDED_IN).bind(revision.to_string()).fetch_all(c).await)?)
}

/// Those made with an address that is still kept, oldest first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn from_address(tx: &mut Tx, email: &Email) -> sqlx::Result<Vec<Suggestion>> {
    all(on!(tx, |c| sqlx::query_as(FROM_ADDRESS).bind(&**email).fetch_all(c).await)?)
}

/// The `limit` that moderators decide on and that have waited for longest. What was confirmed before `due` is theirs
/// whoever it belongs to.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn queue(tx: &mut Tx, due: Timestamp, limit: i64) -> sqlx::Result<Vec<Suggestion>> {
    all(on!(tx, |c| sqlx::query_as(QUEUE).bind(due.0).bind(limit).fetch_all(c).await)?)
}

/// How many moderators decide on.
///
/// # Errors
/// When the database fails.
pub async fn count_queue(tx: &mut Tx, due: Timestamp) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_QUEUE).bind(due.0).fetch_one(c).await)
}

/// Confirms one, which is given its number by that: whoever does this has locked the entry. False where it was confirmed.
///
/// # Errors
/// When the database fails.
pub async fn confirm(tx: &mut Tx, id: &str, at: Timestamp) -> sqlx::Result<bool> {
    Ok(execute!(tx, CONFIRM, id, at.0)? == 1)
}

/// Decides one that waits. False where somebody was faster.
///
/// # Errors
/// When the database fails.
pub async fn decide(tx: &mut Tx, id: &str, outcome: &Outcome<'_>) -> sqlx::Result<bool> {
    let (revision, entry) = (outcome.revision.map(|id| id.to_string()), outcome.entry.map(|id| id.to_string()));
    let rows = execute!(tx, DECIDE, id, outcome.state.id(), outcome.reason, outcome.by, revision, entry, outcome.at.0)?;
    Ok(rows == 1)
}

/// Deletes those that were written before then and never confirmed.
///
/// # Errors
/// When the database fails.
pub async fn forget_unconfirmed(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET_UNCONFIRMED, before.0).map(drop)
}

/// Deletes the addresses of those that were decided before then.
///
/// # Errors
/// When the database fails.
pub async fn forget_addresses(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET_ADDRESSES, before.0).map(drop)
}

/// Deletes an address wherever it is.
///
/// # Errors
/// When the database fails.
pub async fn forget_address(tx: &mut Tx, email: &Email) -> sqlx::Result<()> {
    execute!(tx, FORGET_ADDRESS, &**email).map(drop)
}

/// Deletes what was decided before then.
///
/// # Errors
/// When the database fails.
pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    execute!(tx, FORGET, before.0).map(drop)
}
