//! What resembles an entry, with the reason: the engine finds, rows and reasons are read fresh.

use super::views::{Card, Shared, Similar};
use crate::{
    Backend,
    failure::Result,
    feed::index_document,
    search::{document::IndexDocument, likeness::Likeness},
    storage::{
        Tx,
        entries::{self, Entry},
    },
};
use domain::{
    facet::Facet,
    id::EntryId,
    vocabulary::{Outcome, Technique, Theme, Topic},
};

/// How many are shown.
const LIMIT: usize = 4;

/// What resembles a project.
pub(super) async fn similar_projects(backend: &Backend, tx: &mut Tx, entry: &Entry) -> Result<Vec<Similar>> {
    similar(backend, tx, entry, &[Facet::Topic, Facet::Technique], &[], &[]).await
}

/// Lessons of the same themes; where `same_way`, those that also went the same way.
pub(super) async fn similar_lessons(
    backend: &Backend,
    tx: &mut Tx,
    entry: &Entry,
    same_way: bool,
    without: &[EntryId],
) -> Result<Vec<Similar>> {
    let same: &[Facet] = if same_way { &[Facet::Outcome] } else { &[] };
    similar(backend, tx, entry, &[Facet::Theme], same, without).await
}

async fn similar(
    backend: &Backend,
    tx: &mut Tx,
    entry: &Entry,
    through: &[Facet],
    same: &[Facet],
    without: &[EntryId],
) -> Result<Vec<Similar>> {
    let labels = backend.indexer.labels();
    let Some(document) = index_document(entry, backend.gazetteer, &labels) else { return Ok(vec![]) };
    let likeness = Likeness { to: &document, through, same, without, limit: LIMIT };
    let found = match backend.search.similar(&likeness).await {
        Ok(found) => found,
        Err(error) => {
            // The page says all there is to say about the entry without them.
            tracing::error!(cause = %error, "similar entries cannot be found");
            backend.indexer.turn();
            return Ok(vec![]);
        }
    };
    let rows = entries::by_ids(tx, &found).await?;
    // What changed since it was indexed may have nothing in common any more.
    let similar = rows.iter().filter_map(|row| {
        let other = index_document(row, backend.gazetteer, &labels)?;
        let is_like = has_common(&document, &other, through) && same.iter().all(|facet| has_common(&document, &other, &[*facet]));
        is_like.then_some(Similar { card: Card::of(row)?, shared: shared(&document, &other) })
    });
    Ok(similar.collect())
}

fn has_common(one: &IndexDocument, other: &IndexDocument, facets: &[Facet]) -> bool {
    facets.iter().any(|facet| match (one.facets.get(facet), other.facets.get(facet)) {
        (Some(a), Some(b)) => !a.is_disjoint(b),
        _ => false,
    })
}

fn shared(one: &IndexDocument, other: &IndexDocument) -> Shared {
    let both = |facet: Facet, id: &str| [one, other].iter().all(|entry| entry.facets.get(&facet).is_some_and(|values| values.contains(id)));
    Shared {
        topics: Topic::ALL.iter().copied().filter(|value| both(Facet::Topic, value.id())).collect(),
        techniques: Technique::ALL.iter().copied().filter(|value| both(Facet::Technique, value.id())).collect(),
        themes: Theme::ALL.iter().copied().filter(|value| both(Facet::Theme, value.id())).collect(),
        place: has_common(one, other, &[Facet::Region]),
        outcome: Outcome::ALL.iter().copied().find(|value| both(Facet::Outcome, value.id())),
    }
}
