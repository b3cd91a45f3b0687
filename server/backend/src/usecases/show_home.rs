//! The first page: how much there is, what is new, and one contradiction to think about.

use super::{
    list_contradictions::with_cards,
    search_entries::{Results, list_entries, search_entries},
    views::Contradiction,
};
use crate::{Backend, failure::Result, storage::contradictions};
use domain::{
    account::Actor,
    facet::Facet,
    query::Query,
    vocabulary::{Kind, Sort},
};

/// New entries of each kind.
const NEW: u32 = 4;
const DAY: i64 = 86_400_000_000;

/// The first page.
#[derive(Debug, Clone, PartialEq)]
pub struct HomeView {
    /// Everything there is: for its counts and facets, with one hit.
    pub everything: Results,
    /// The newest projects. Without facets.
    pub projects: Results,
    /// The newest lessons. Without facets.
    pub lessons: Results,
    /// Today's pair: another one each day, so that all get seen.
    pub contradiction: Option<Contradiction>,
}

/// # Errors
/// A fault where engine or database fail.
pub async fn show_home(backend: &Backend, actor: &Actor) -> Result<HomeView> {
    let everything = search_entries(backend, actor, &Query { per_page: 1, ..Query::default() }).await?;
    let projects = list_entries(backend, actor, &newest(Kind::Project)).await?;
    let lessons = list_entries(backend, actor, &newest(Kind::Lesson)).await?;
    let contradiction = contradiction_of_the_day(backend).await?;
    Ok(HomeView { everything, projects, lessons, contradiction })
}

fn newest(kind: Kind) -> Query {
    Query { sort: Some(Sort::Newest), per_page: NEW, ..Query::default().toggled(Facet::Kind, kind.id()) }
}

async fn contradiction_of_the_day(backend: &Backend) -> Result<Option<Contradiction>> {
    let mut tx = backend.db.read().await?;
    let count = contradictions::count_public(&mut tx).await?;
    let today = backend.clock.now().0.div_euclid(DAY);
    let pairs = contradictions::public(&mut tx, 1, today.checked_rem(count).unwrap_or_default()).await?;
    Ok(with_cards(&mut tx, pairs).await?.pop())
}
