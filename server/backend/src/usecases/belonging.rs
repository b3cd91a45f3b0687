//! What belongs to an entry: a bounded part of it, and how much there is in all. Some organisations have thousands
//! of entries, and each card costs a document.

use super::views::{Card, Listed, cards};
use crate::{
    Backend,
    failure::Result,
    search::Request,
    storage::{
        Tx,
        entries::Entry,
        lessons::{self, Side},
    },
};
use domain::{facet::Facet, query::Query, vocabulary::Kind};

/// Lessons of a project, projects of a lesson and its contradictions that are shown at most.
pub(super) const LINKED: u32 = 30;
/// Other entries of the same organisation that are shown at most.
const SIBLINGS: u32 = 6;

/// The newest public entries of this kind that belong to an organisation. The engine answers: it knows how many
/// there are without reading them.
pub(super) async fn of_organisation(backend: &Backend, tx: &mut Tx, slug: &str, kind: Kind, limit: u32) -> Result<Listed> {
    let query = Query { per_page: limit, ..Query::default().toggled(Facet::Organisation, slug).toggled(Facet::Kind, kind.id()) };
    let found = backend.search.hits(&Request { query: &query, centre: None }).await?;
    let ids: Vec<_> = found.hits.iter().map(|hit| hit.id).collect();
    Ok(Listed { items: cards(tx, &ids).await?, total: found.total })
}

/// Other public entries of the same kind and organisation.
pub(super) async fn siblings(backend: &Backend, tx: &mut Tx, entry: &Entry) -> Result<Listed> {
    let Some(owner) = &entry.organisation else { return Ok(Listed::none()) };
    // One more than is shown, for it is among them.
    let mut listed = match of_organisation(backend, tx, &owner.slug, entry.kind, SIBLINGS + 1).await {
        Ok(listed) => listed,
        Err(error) => {
            // The page says all there is to say about the entry without them.
            tracing::error!(cause = %error, "other entries of the organisation cannot be found");
            return Ok(Listed::none());
        }
    };
    listed.items.retain(|card: &Card| card.id != entry.id);
    listed.items.truncate(SIBLINGS as usize);
    listed.total = listed.total.saturating_sub(u64::from(entry.state.is_public()));
    Ok(listed)
}

/// The lessons of a project, or the projects of a lesson.
pub(super) async fn linked(tx: &mut Tx, entry: &Entry, side: Side) -> Result<Listed> {
    let ids = lessons::public(tx, side, entry.id, LINKED.into()).await?;
    let items = cards(tx, &ids).await?;
    let total = lessons::count_public(tx, side, entry.id).await?;
    Ok(Listed { items, total })
}
