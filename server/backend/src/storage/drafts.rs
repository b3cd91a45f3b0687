//! Revisions that are being written, wait, or came back; and all that an entry ever had.

use super::{Tx, entries::Entry, execute, on, statements};
use domain::{
    entry::EntryState,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    text::Slug,
    time::Timestamp,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, entry_id, number, state, version, document, author, based_on, created_at,
                    COALESCE(changed_at, created_at) AS changed_at, COALESCE(changed_by, author) AS changed_by
             FROM revision ",
            $rest
        )
    };
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.kind, e.slug, e.title, e.state, r.id AS revision_id, r.state AS revision_state, r.document,
                    COALESCE(r.changed_at, r.created_at) AS changed_at, o.title AS organisation
             FROM entry e JOIN revision r ON r.entry_id = e.id LEFT JOIN entry o ON o.id = e.organisation_id ",
            $rest
        )
    };
}

statements! {
    BY_ID = select!("WHERE id = $1");
    LATEST = select!("WHERE entry_id = $1
                      ORDER BY CASE WHEN state IN ('draft', 'submitted', 'changes-requested') THEN 0 ELSE 1 END, number DESC LIMIT 1");
    OF_ENTRY = select!("WHERE entry_id = $1 ORDER BY number DESC");
    SAVE = "UPDATE revision SET document = $3, version = version + 1, changed_at = $4, changed_by = $5
            WHERE id = $1 AND version = $2 AND state IN ('draft', 'changes-requested')";
    STEP = "UPDATE revision SET state = $4, document = $5, version = version + 1, changed_at = $6, changed_by = $7
            WHERE id = $1 AND version = $2 AND state = $3";
    REBASE = "UPDATE revision SET based_on = $2, number = (SELECT MAX(other.number) + 1 FROM revision other WHERE other.entry_id = revision.entry_id)
              WHERE entry_id = $1 AND state IN ('draft', 'submitted', 'changes-requested')";
    DELETE = "DELETE FROM revision WHERE id = $1 AND version = $2 AND state IN ('draft', 'changes-requested')";
    // What was said of it stays where the entry does.
    DETACH = "UPDATE event SET revision_id = NULL WHERE revision_id = $1";
    DELETE_ENTRY = "DELETE FROM entry WHERE id = $1 AND state = 'unpublished' AND published_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM revision WHERE entry_id = $1)
                    AND NOT EXISTS (SELECT 1 FROM entry other WHERE other.organisation_id = $1)";
    DELETE_UNREAD = "DELETE FROM entry WHERE id = $1 AND version = $2 AND state = 'unpublished' AND published_at IS NULL
                     AND NOT EXISTS (SELECT 1 FROM revision WHERE entry_id = $1 AND state = 'submitted')
                     AND NOT EXISTS (SELECT 1 FROM entry other WHERE other.organisation_id = $1)";
    OWN = listed!("WHERE (e.organisation_id = $1 OR e.id = $1) AND r.id =
                   (SELECT id FROM revision WHERE entry_id = e.id
                    ORDER BY CASE WHEN state IN ('draft', 'submitted', 'changes-requested') THEN 0 ELSE 1 END, number DESC LIMIT 1)
                   ORDER BY COALESCE(r.changed_at, r.created_at) DESC LIMIT 500");
    // What was public until moderators took it back cannot be deleted.
    UNREAD = "SELECT COUNT(*) FROM entry WHERE organisation_id = $1 AND state = 'unpublished' AND published_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM spot_check s JOIN revision r ON r.id = s.revision_id
                              WHERE r.entry_id = entry.id)";
}

/// A revision with all that guards it.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// Its id.
    pub id: RevisionId,
    /// The entry.
    pub entry: EntryId,
    /// Counted from 1.
    pub number: i64,
    /// Where it stands.
    pub state: RevisionState,
    /// Guards the next write.
    pub version: i64,
    /// What it says, right or wrong.
    pub document: Map<String, Value>,
    /// Who began it.
    pub author: String,
    /// The revision it was made from.
    pub based_on: Option<RevisionId>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last saved or handed in.
    pub changed_at: Timestamp,
    /// By whom.
    pub changed_by: String,
}

/// An entry in a list of what is being written, with the revision that matters there.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The entry.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// The title that the revision gives it.
    pub title: String,
    /// Who may see it.
    pub state: EntryState,
    /// The revision.
    pub revision: RevisionId,
    /// Where that stands.
    pub revision_state: RevisionState,
    /// When it was last saved or handed in.
    pub changed_at: Timestamp,
    /// Its organisation's name.
    pub organisation: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    entry_id: String,
    number: i64,
    state: String,
    version: i64,
    document: String,
    author: String,
    based_on: Option<String>,
    created_at: i64,
    changed_at: i64,
    changed_by: String,
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    id: String,
    kind: String,
    slug: String,
    title: String,
    state: String,
    revision_id: String,
    revision_state: String,
    document: String,
    changed_at: i64,
    organisation: Option<String>,
}

/// A revision.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_id(tx: &mut Tx, id: RevisionId) -> sqlx::Result<Option<Revision>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_ID).bind(id.to_string()).fetch_optional(c).await)?;
    row.map(Revision::try_from).transpose()
}

/// The revision of an entry that is being written or waits; where there is none, the newest.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn latest(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Option<Revision>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(LATEST).bind(entry.to_string()).fetch_optional(c).await)?;
    row.map(Revision::try_from).transpose()
}

/// All revisions of an entry, newest first.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn of_entry(tx: &mut Tx, entry: EntryId) -> sqlx::Result<Vec<Revision>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OF_ENTRY).bind(entry.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Revision::try_from).collect()
}

/// Saves a draft. `false`: somebody saved it in between, or it is none any more.
///
/// # Errors
/// When the database fails.
pub async fn save(tx: &mut Tx, id: RevisionId, version: i64, document: &str, by: &str, at: Timestamp) -> sqlx::Result<bool> {
    let rows = execute!(tx, SAVE, id.to_string(), version, document, at.0, by)?;
    Ok(rows == 1)
}

/// Moves a revision on, with what it says then. `false`: somebody changed it in between.
///
/// # Errors
/// When the database fails.
pub async fn step(tx: &mut Tx, from: &Revision, to: RevisionState, document: &str, by: &str, at: Timestamp) -> sqlx::Result<bool> {
    let rows = execute!(tx, STEP, from.id.to_string(), from.version, from.state.id(), to.id(), document, at.0, by)?;
    Ok(rows == 1)
}

/// Lets what of an entry is being written, or waits, stand behind what was published just now.
///
/// # Errors
/// When the database fails.
pub async fn rebase(tx: &mut Tx, entry: EntryId, on: RevisionId) -> sqlx::Result<()> {
    execute!(tx, REBASE, entry.to_string(), on.to_string()).map(drop)
}

/// Deletes a draft, and the entry with it where nothing of it is left and nobody ever read it. `false`: somebody changed
/// it in between.
///
/// # Errors
/// When the database fails.
pub async fn delete(tx: &mut Tx, revision: &Revision) -> sqlx::Result<bool> {
    execute!(tx, DETACH, revision.id.to_string())?;
    let rows = execute!(tx, DELETE, revision.id.to_string(), revision.version)?;
    execute!(tx, DELETE_ENTRY, revision.entry.to_string())?;
    Ok(rows == 1)
}

/// Deletes an entry that nobody ever read, with all that belongs to it. `false`: somebody read it, it waits for a decision,
/// or others belong to it.
///
/// # Errors
/// When the database fails.
pub async fn delete_unread(tx: &mut Tx, entry: &Entry) -> sqlx::Result<bool> {
    Ok(execute!(tx, DELETE_UNREAD, entry.id.to_string(), entry.version)? == 1)
}

/// Everything of an organisation and itself, each with its newest revision, last changed first: at most 500.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn own(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<Vec<Listed>> {
    let rows: Vec<ListedRow> = on!(tx, |c| sqlx::query_as(OWN).bind(organisation.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Listed::try_from).collect()
}

/// How many entries of an organisation nobody ever read.
///
/// # Errors
/// When the database fails.
pub async fn unread(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(UNREAD).bind(organisation.to_string()).fetch_one(c).await)
}

fn object(text: &str) -> sqlx::Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

impl TryFrom<Row> for Revision {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        Ok(Self {
            id: super::read(&row.id)?,
            entry: super::read(&row.entry_id)?,
            number: row.number,
            state: super::read_checked(&row.state)?,
            version: row.version,
            document: object(&row.document)?,
            author: row.author,
            based_on: row.based_on.as_deref().map(super::read).transpose()?,
            created_at: Timestamp(row.created_at),
            changed_at: Timestamp(row.changed_at),
            changed_by: row.changed_by,
        })
    }
}

impl TryFrom<ListedRow> for Listed {
    type Error = sqlx::Error;
    fn try_from(row: ListedRow) -> sqlx::Result<Self> {
        let document = object(&row.document)?;
        let said = ["title", "name"].iter().find_map(|name| document.get(*name)?.as_str()).filter(|title| !title.trim().is_empty());
        Ok(Self {
            id: super::read(&row.id)?,
            kind: super::read_checked(&row.kind)?,
            slug: super::read_checked(&row.slug)?,
            title: said.map_or(row.title, str::to_owned),
            state: super::read_checked(&row.state)?,
            revision: super::read(&row.revision_id)?,
            revision_state: super::read_checked(&row.revision_state)?,
            changed_at: Timestamp(row.changed_at),
            organisation: row.organisation,
        })
    }
}
