//! What was written and nobody reads yet, to be compared with what is handed in.

use super::{Tx, execute, on, statements};
use domain::{
    id::{EntryId, RevisionId},
    revision::RevisionState,
    signal::Signal,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT e.id, e.title, r.id AS revision_id, r.state, r.document, o.title AS organisation
             FROM revision r JOIN entry e ON e.id = r.entry_id LEFT JOIN entry o ON o.id = e.organisation_id
             WHERE e.kind = $1 AND e.state <> 'removed' AND ",
            $rest,
            " ORDER BY COALESCE(r.changed_at, r.created_at) DESC, r.id LIMIT 500"
        )
    };
}

statements! {
    SUBMITTED = select!("r.state = 'submitted'");
    OF_ORGANISATION = select!("r.state IN ('draft', 'changes-requested') AND e.state = 'unpublished'
                               AND e.organisation_id = (SELECT own.organisation_id FROM entry own WHERE own.id = $2)");
    SET_SIGNAL = "UPDATE revision SET signals = (signals & $2) | $3 WHERE id = $1";
}

/// Something that nobody reads yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its entry.
    pub entry: EntryId,
    /// The revision.
    pub revision: RevisionId,
    /// Where that stands.
    pub state: RevisionState,
    /// The title that it gives.
    pub title: String,
    /// Its organisation's name.
    pub organisation: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    title: String,
    revision_id: String,
    state: String,
    document: String,
    organisation: Option<String>,
}

/// Everything of this kind that waits for a decision: the newest 500.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn submitted(tx: &mut Tx, kind: Kind) -> sqlx::Result<Vec<Unread>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(SUBMITTED).bind(kind.id()).fetch_all(c).await)?;
    rows.into_iter().map(Unread::try_from).collect()
}

/// What the organisation of this entry is writing of this kind: the newest 500.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn written_beside(tx: &mut Tx, kind: Kind, entry: EntryId) -> sqlx::Result<Vec<Unread>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(OF_ORGANISATION).bind(kind.id()).bind(entry.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(Unread::try_from).collect()
}

/// Adds a signal to a revision, or takes it away.
///
/// # Errors
/// When the database fails.
pub async fn set_signal(tx: &mut Tx, revision: RevisionId, signal: Signal, is_there: bool) -> sqlx::Result<()> {
    let bit = if is_there { signal.bit() } else { 0 };
    execute!(tx, SET_SIGNAL, revision.to_string(), !signal.bit(), bit).map(drop)
}

impl TryFrom<Row> for Unread {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        let document: Map<String, Value> = serde_json::from_str(&row.document).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let said = ["title", "name"].iter().find_map(|name| document.get(*name)?.as_str()).filter(|title| !title.trim().is_empty());
        Ok(Self {
            entry: super::read(&row.id)?,
            revision: super::read(&row.revision_id)?,
            state: super::read_checked(&row.state)?,
            title: said.map_or(row.title, str::to_owned),
            organisation: row.organisation,
        })
    }
}
