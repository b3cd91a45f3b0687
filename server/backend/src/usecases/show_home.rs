//! The first page: how much there is, what is new, and one contradiction to think about.

use super::{
    curate::{Featured, list_featured},
    list_contradictions::with_cards,
    search_entries::{Results, list_entries, search_entries},
    views::Contradiction,
};
use crate::{Backend, failure::Result, storage::contradictions};
use domain::{
    account::Actor,
    facet::Facet,
    query::Query,
    time::{Timestamp, ZONE},
    vocabulary::{Kind, Sort},
};
use jiff::civil::date;

/// New entries of each kind.
const NEW: u32 = 4;

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
    /// What moderators recommend.
    pub featured: Vec<Featured>,
}

/// # Errors
/// A fault where engine or database fail.
pub async fn show_home(backend: &Backend, actor: &Actor) -> Result<HomeView> {
    let everything = search_entries(backend, actor, &Query { per_page: 1, ..Query::default() }).await?;
    let projects = list_entries(backend, actor, &newest(Kind::Project)).await?;
    let lessons = list_entries(backend, actor, &newest(Kind::Lesson)).await?;
    let contradiction = contradiction_of_the_day(backend).await?;
    let featured = list_featured(backend).await?;
    Ok(HomeView { everything, projects, lessons, contradiction, featured })
}

fn newest(kind: Kind) -> Query {
    Query { sort: Some(Sort::Newest), per_page: NEW, ..Query::default().toggled(Facet::Kind, kind.id()) }
}

async fn contradiction_of_the_day(backend: &Backend) -> Result<Option<Contradiction>> {
    let mut tx = backend.db.read().await?;
    let count = contradictions::count_public(&mut tx).await?;
    let today = day(backend.clock.now());
    let pairs = contradictions::public(&mut tx, 1, today.checked_rem(count).unwrap_or_default()).await?;
    Ok(with_cards(&mut tx, pairs).await?.pop())
}

/// Days since 1970 in Berlin, whose calendar all dates on pages follow.
fn day(at: Timestamp) -> i64 {
    let zoned = jiff::Timestamp::from_microsecond(at.0).and_then(|at| at.in_tz(ZONE));
    zoned.map_or(0, |at| at.date().duration_since(date(1970, 1, 1)).as_hours() / 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_berlin() {
        let at = |text: &str| day(Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_microsecond()));
        assert_eq!(at("1970-01-01T00:00:00Z"), 0);
        assert_eq!((at("2026-07-01T21:59:59Z"), at("2026-07-01T22:00:00Z")), (20_635, 20_636));
        assert_eq!((at("2026-12-01T22:59:59Z"), at("2026-12-01T23:00:00Z")), (20_788, 20_789));
        assert_eq!(day(Timestamp(i64::MAX)), 0);
    }
}
