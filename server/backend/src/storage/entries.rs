//! Entries with their published revision and their organisation: one row type for every reader.

use super::{Tx, execute, on, statements};
use domain::{
    FieldError,
    entry::{Document, EntryState},
    id::{EntryId, RevisionId},
    organisation::Organisation,
    permission::Subject,
    text::Slug,
    time::Timestamp,
    vocabulary::{Kind, Origin},
};
use std::collections::{BTreeMap, HashMap};

/// Ids in one `IN` list. Longer lists are read in chunks; shorter ones are filled up with blanks.
const CHUNK: usize = 20;

macro_rules! select {
    ($rest:literal) => {
        select!("r.state = 'published'", $rest)
    };
    ($revision:literal, $rest:literal) => {
        concat!(
            "SELECT e.id, e.kind, e.slug, e.state, e.origin, e.version, e.created_at, e.published_at, e.updated_at, e.confirmed_at, e.stale_at,
                    e.organisation_id, o.slug AS organisation_slug, ord.document AS organisation_document,
                    r.id AS revision_id, r.number AS revision_number, r.created_at AS revision_created_at, r.document
             FROM entry e
             LEFT JOIN revision r ON r.entry_id = e.id AND ",
            $revision,
            "
             LEFT JOIN entry o ON o.id = e.organisation_id AND o.state IN ('published', 'archived')
             LEFT JOIN revision ord ON ord.entry_id = o.id AND ord.state = 'published' ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO entry (id, kind, slug, title, organisation_id, state, origin, created_at, published_at, updated_at, confirmed_at)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    // One that was put away stays so until its owners take it out again.
    PUBLISH = "UPDATE entry SET title = $2, organisation_id = $3, version = version + 1,
                      state = CASE WHEN published_at IS NULL THEN 'published' ELSE state END,
                      published_at = COALESCE(published_at, $4), updated_at = $4
               WHERE id = $1 AND version = $5";
    SET_STATE = "UPDATE entry SET state = $2, version = version + 1, updated_at = $3 WHERE id = $1 AND version = $4";
    OWN = "UPDATE entry SET origin = 'organisation' WHERE id = $1";
    RENAME = "UPDATE entry SET title = $2 WHERE id = $1 AND published_at IS NULL";
    COUNT = "SELECT COUNT(*) FROM entry";
    SLUGS = "SELECT slug, id FROM entry WHERE kind = $1";
    SLUGS_LIKE = "SELECT slug FROM entry WHERE kind = $1 AND (slug = $2 OR slug LIKE $3)";
    BY_SLUG = select!("WHERE e.kind = $1 AND e.slug = $2");
    BY_SLUG_AT = select!("r.number = $3 AND r.state IN ('published', 'superseded')", "WHERE e.kind = $1 AND e.slug = $2");
    BY_IDS = select!("WHERE e.id IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)");
    AFTER = select!("WHERE e.id > $1 ORDER BY e.id LIMIT $2");
    TITLES = "SELECT slug, title FROM entry WHERE kind = $1 AND state IN ('published', 'archived')
              AND slug IN ($2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)";
    COUNT_PUBLIC = "SELECT COUNT(*) FROM entry WHERE state IN ('published', 'archived')";
    ADDRESSES = "SELECT kind, slug, updated_at FROM entry WHERE state IN ('published', 'archived') ORDER BY kind, slug LIMIT $1 OFFSET $2";
    OF_ORGANISATION = "SELECT id FROM entry WHERE organisation_id = $1 ORDER BY id";
}

/// An entry as readers and indexes need it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Who may see it.
    pub state: EntryState,
    /// Where it comes from.
    pub origin: Origin,
    /// Guards the next write.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was first published.
    pub published_at: Option<Timestamp>,
    /// When it last changed for readers.
    pub updated_at: Timestamp,
    /// When its authors last said that it is still right.
    pub confirmed_at: Option<Timestamp>,
    /// Since when readers are told that nobody confirmed it for long.
    pub stale_at: Option<Timestamp>,
    /// Its organisation, whatever its state.
    pub organisation_id: Option<EntryId>,
    /// Its organisation, while that is public.
    pub organisation: Option<Owner>,
    /// The published revision.
    pub revision: Option<Published>,
}

/// The organisation that an entry belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    /// Its entry.
    pub id: EntryId,
    /// Its address.
    pub slug: Slug,
    /// What it says about itself.
    pub document: Organisation,
}

/// The revision that readers see, or one that they saw.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// Its id.
    pub id: RevisionId,
    /// Counted from 1.
    pub number: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// What it says.
    pub document: Document,
}

/// Where a public entry is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// When it last changed for readers.
    pub updated_at: Timestamp,
}

/// What a new entry starts with.
#[derive(Debug, Clone)]
pub struct NewEntry<'a> {
    /// Its id.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: &'a Slug,
    /// Title of its first revision.
    pub title: &'a str,
    /// Its organisation.
    pub organisation: Option<EntryId>,
    /// Its state.
    pub state: EntryState,
    /// Where it comes from.
    pub origin: Origin,
    /// Now.
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    kind: String,
    slug: String,
    state: String,
    origin: String,
    version: i64,
    created_at: i64,
    published_at: Option<i64>,
    updated_at: i64,
    confirmed_at: Option<i64>,
    stale_at: Option<i64>,
    organisation_id: Option<String>,
    organisation_slug: Option<String>,
    organisation_document: Option<String>,
    revision_id: Option<String>,
    revision_number: Option<i64>,
    revision_created_at: Option<i64>,
    document: Option<String>,
}

/// Adds an entry.
///
/// # Errors
/// A unique violation where kind and slug are taken.
pub async fn insert(tx: &mut Tx, new: &NewEntry<'_>) -> sqlx::Result<()> {
    let published = new.state.is_public().then_some(new.at.0);
    // What was compiled from public sources was confirmed by nobody.
    let confirmed = published.filter(|_| new.origin == Origin::Organisation);
    execute!(
        tx,
        INSERT,
        new.id.to_string(),
        new.kind.id(),
        &**new.slug,
        new.title,
        new.organisation.map(|id| id.to_string()),
        new.state.id(),
        new.origin.id(),
        new.at.0,
        published,
        new.at.0,
        confirmed
    )
    .map(drop)
}

/// Marks an entry as published with this title and organisation. `false`: somebody else changed it first.
///
/// # Errors
/// When the database fails.
pub async fn publish(tx: &mut Tx, entry: &Entry, title: &str, organisation: Option<EntryId>, at: Timestamp) -> sqlx::Result<bool> {
    let rows = execute!(tx, PUBLISH, entry.id.to_string(), title, organisation.map(|id| id.to_string()), at.0, entry.version)?;
    Ok(rows == 1)
}

/// Says that an entry's own organisation stands for what it says; whether it is right is another question.
///
/// # Errors
/// When the database fails.
pub async fn own(tx: &mut Tx, id: EntryId) -> sqlx::Result<()> {
    execute!(tx, OWN, id.to_string()).map(drop)
}

/// Gives an entry that nobody read yet another title.
///
/// # Errors
/// When the database fails.
pub async fn rename(tx: &mut Tx, id: EntryId, title: &str) -> sqlx::Result<()> {
    execute!(tx, RENAME, id.to_string(), title).map(drop)
}

/// Moves an entry to another state. `false`: somebody else changed it first.
///
/// # Errors
/// When the database fails.
pub async fn set_state(tx: &mut Tx, entry: &Entry, state: EntryState, at: Timestamp) -> sqlx::Result<bool> {
    let rows = execute!(tx, SET_STATE, entry.id.to_string(), state.id(), at.0, entry.version)?;
    Ok(rows == 1)
}

/// How many entries there are, in any state.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT).fetch_one(c).await)
}

/// Slugs and ids of all entries of a kind.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn slugs(tx: &mut Tx, kind: Kind) -> sqlx::Result<Vec<(String, EntryId)>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(SLUGS).bind(kind.id()).fetch_all(c).await)?;
    rows.into_iter().map(|(slug, id)| Ok((slug, decode(id.parse())?))).collect()
}

/// Slugs of a kind that are this one, or this one with something behind a hyphen.
///
/// # Errors
/// When the database fails.
pub async fn slugs_like(tx: &mut Tx, kind: Kind, slug: &str) -> sqlx::Result<Vec<String>> {
    // Slugs hold neither `%` nor `_`.
    on!(tx, |c| sqlx::query_scalar(SLUGS_LIKE).bind(kind.id()).bind(slug).bind(format!("{slug}-%")).fetch_all(c).await)
}

/// One entry by its address.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_slug(tx: &mut Tx, kind: Kind, slug: &str) -> sqlx::Result<Option<Entry>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_SLUG).bind(kind.id()).bind(slug).fetch_optional(c).await)?;
    row.map(Entry::try_from).transpose()
}

/// One entry by its address, with the revision of this number in place of the published one. Without a revision
/// where there is none of this number that readers ever saw.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn by_slug_at(tx: &mut Tx, kind: Kind, slug: &str, number: i64) -> sqlx::Result<Option<Entry>> {
    let row: Option<Row> = on!(tx, |c| sqlx::query_as(BY_SLUG_AT).bind(kind.id()).bind(slug).bind(number).fetch_optional(c).await)?;
    row.map(Entry::try_from).transpose()
}

/// Entries in the order of `ids`; ids that are not there, and rows that cannot be read, are left out.
///
/// # Errors
/// When the database fails.
pub async fn by_ids(tx: &mut Tx, ids: &[EntryId]) -> sqlx::Result<Vec<Entry>> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let rows: Vec<Row> = on!(tx, |c| {
            let mut query = sqlx::query_as(BY_IDS);
            for slot in 0..CHUNK {
                query = query.bind(chunk.get(slot).map(ToString::to_string).unwrap_or_default());
            }
            query.fetch_all(c).await
        })?;
        found.extend(readable(rows).map(|entry| (entry.id, entry)));
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Titles of public entries by slug.
///
/// # Errors
/// When the database fails.
pub async fn titles<'a>(tx: &mut Tx, kind: Kind, slugs: impl Iterator<Item = &'a str>) -> sqlx::Result<BTreeMap<String, String>> {
    let slugs: Vec<&str> = slugs.collect();
    let mut titles = BTreeMap::new();
    for chunk in slugs.chunks(CHUNK) {
        let rows: Vec<(String, String)> = on!(tx, |c| {
            let mut query = sqlx::query_as(TITLES).bind(kind.id());
            for slot in 0..CHUNK {
                query = query.bind(chunk.get(slot).copied().unwrap_or_default());
            }
            query.fetch_all(c).await
        })?;
        titles.extend(rows);
    }
    Ok(titles)
}

/// The next `limit` entries in the order of their ids, for walking over all of them: with the last id, `None`
/// behind the end. Rows that cannot be read are left out.
///
/// # Errors
/// When the database fails.
pub async fn after(tx: &mut Tx, last: Option<EntryId>, limit: i64) -> sqlx::Result<(Vec<Entry>, Option<EntryId>)> {
    let last = last.map(|id| id.to_string()).unwrap_or_default();
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(AFTER).bind(last).bind(limit).fetch_all(c).await)?;
    let last = rows.last().map(|row| decode(row.id.parse())).transpose()?;
    Ok((readable(rows).collect(), last))
}

/// One row that cannot be read must not take the others with it: it is logged and left out.
fn readable(rows: Vec<Row>) -> impl Iterator<Item = Entry> {
    rows.into_iter().filter_map(|row| {
        let id = row.id.clone();
        Entry::try_from(row).inspect_err(|error| tracing::error!(%id, cause = %error, "an entry cannot be read")).ok()
    })
}

/// How many entries everybody may read.
///
/// # Errors
/// When the database fails.
pub async fn count_public(tx: &mut Tx) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(COUNT_PUBLIC).fetch_one(c).await)
}

/// The addresses of public entries by kind and slug: `limit` of them behind the first `offset`. Walks the index of
/// the two, row by row to the offset: of 100,000 entries in SQLite, the first 10,000 take 67 ms and the last 207 ms.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn addresses(tx: &mut Tx, limit: i64, offset: i64) -> sqlx::Result<Vec<Address>> {
    let rows: Vec<(String, String, i64)> = on!(tx, |c| sqlx::query_as(ADDRESSES).bind(limit).bind(offset).fetch_all(c).await)?;
    let address = |(kind, slug, at): (String, String, i64)| {
        Ok(Address { kind: decode(kind.parse().map_err(told))?, slug: decode(slug.parse().map_err(told))?, updated_at: Timestamp(at) })
    };
    rows.into_iter().map(address).collect()
}

/// Ids of everything that belongs to an organisation.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn of_organisation(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<Vec<EntryId>> {
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(OF_ORGANISATION).bind(organisation.to_string()).fetch_all(c).await)?;
    ids.into_iter().map(|id| decode(id.parse())).collect()
}

impl Entry {
    /// What permissions ask of it. An organisation belongs to itself.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let organisation = if self.kind == Kind::Organisation { Some(self.id) } else { self.organisation_id };
        Subject { state: self.state, organisation }
    }
}

impl TryFrom<Row> for Entry {
    type Error = sqlx::Error;
    fn try_from(row: Row) -> sqlx::Result<Self> {
        let kind: Kind = decode(row.kind.parse().map_err(told))?;
        Ok(Self {
            id: decode(row.id.parse())?,
            kind,
            slug: decode(row.slug.parse().map_err(told))?,
            state: decode(row.state.parse().map_err(told))?,
            origin: decode(row.origin.parse().map_err(told))?,
            version: row.version,
            created_at: Timestamp(row.created_at),
            published_at: row.published_at.map(Timestamp),
            updated_at: Timestamp(row.updated_at),
            confirmed_at: row.confirmed_at.map(Timestamp),
            stale_at: row.stale_at.map(Timestamp),
            organisation_id: row.organisation_id.as_deref().map(|id| decode(id.parse())).transpose()?,
            revision: published(kind, &row)?,
            organisation: owner(row.organisation_id, row.organisation_slug, row.organisation_document)?,
        })
    }
}

fn owner(id: Option<String>, slug: Option<String>, document: Option<String>) -> sqlx::Result<Option<Owner>> {
    let (Some(id), Some(slug), Some(document)) = (id, slug, document) else { return Ok(None) };
    let Document::Organisation(document) = parse_document(Kind::Organisation, &document)? else { return Ok(None) };
    Ok(Some(Owner { id: decode(id.parse())?, slug: decode(slug.parse().map_err(told))?, document }))
}

fn published(kind: Kind, row: &Row) -> sqlx::Result<Option<Published>> {
    let (Some(id), Some(number), Some(created_at)) = (&row.revision_id, row.revision_number, row.revision_created_at) else {
        return Ok(None);
    };
    let Some(document) = &row.document else { return Ok(None) };
    Ok(Some(Published { id: decode(id.parse())?, number, created_at: Timestamp(created_at), document: parse_document(kind, document)? }))
}

fn parse_document(kind: Kind, text: &str) -> sqlx::Result<Document> {
    let value = decode(serde_json::from_str(text))?;
    decode(Document::read_stored(kind, value).map_err(domain::Error::Invalid))
}

fn told(problem: domain::Problem) -> FieldError {
    FieldError::new("row", problem)
}

/// A value in the database that our own types refuse: somebody wrote past the application.
fn decode<T, E: std::error::Error + Send + Sync + 'static>(result: Result<T, E>) -> sqlx::Result<T> {
    result.map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
