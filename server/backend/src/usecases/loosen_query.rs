//! A query that finds nothing: what it would find with one thing less.

use super::selection::count;
use crate::{Backend, failure::Result};
use domain::{
    account::Actor,
    facet::Facet,
    limits,
    query::{Near, Query},
    vocabulary::Sort,
};

/// A query with one thing less, that finds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Looser {
    /// What it is without.
    pub without: Without,
    /// The same query without it, on page 1.
    pub query: Query,
    /// How many it finds.
    pub total: u64,
}

/// What a query can be without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Without {
    /// What was typed.
    Text,
    /// All that is chosen of a facet. One value less of several would find even less.
    Facet(Facet),
    /// The place and its surroundings.
    Near,
    /// A radius so small: it has the next larger one that finds something.
    Radius,
    /// The section of the map.
    BBox,
    /// All of these but the text.
    Filters,
}

/// What text, place, radius, section and each facet of a query keep out, and all filters together, the fewest first. What a
/// page has `fixed` is kept: there is no such page without it. Each is tried, with a count that looks at no facets; radii, of
/// which there are a few, only where the place is what keeps something out.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn loosen_query(backend: &Backend, _actor: &Actor, query: &Query, fixed: &[Facet]) -> Result<Vec<Looser>> {
    let mut found = vec![];
    for (without, query) in without_one(query, fixed) {
        let total = count(backend, &query).await?;
        if total > 0 {
            found.push(Looser { without, query, total });
        }
    }
    let is_too_near = found.iter().any(|looser| looser.without == Without::Near);
    for query in wider(query).filter(|_| is_too_near) {
        let total = count(backend, &query).await?;
        if total > 0 {
            found.push(Looser { without: Without::Radius, query, total });
            break;
        }
    }
    found.sort_by_key(|looser| looser.total);
    Ok(found)
}

/// The query with larger radii, the smallest first.
fn wider(query: &Query) -> impl Iterator<Item = Query> {
    let near = query.near.iter();
    let choices = near.flat_map(|near| limits::KM_CHOICES.into_iter().filter(|km| *km > near.km).map(|km| (&near.place, km)));
    choices.map(|(place, km)| Query { near: Some(Near { place: place.clone(), km }), ..query.on_page(1) })
}

fn without_one(query: &Query, fixed: &[Facet]) -> Vec<(Without, Query)> {
    let first = query.on_page(1);
    let mut all = vec![];
    for facet in query.filters.keys().filter(|facet| !fixed.contains(facet)) {
        let mut less = first.clone();
        less.filters.remove(facet);
        all.push((Without::Facet(*facet), less));
    }
    if query.near.is_some() {
        let sort = query.sort.filter(|sort| *sort != Sort::Distance);
        all.push((Without::Near, Query { near: None, sort, ..first.clone() }));
    }
    if query.bbox.is_some() {
        all.push((Without::BBox, Query { bbox: None, ..first.clone() }));
    }
    if all.len() > 1 {
        let kept =
            first.filters.iter().filter(|(facet, _)| fixed.contains(facet)).map(|(facet, values)| (*facet, values.clone())).collect();
        all.push((Without::Filters, Query { text: first.text.clone(), filters: kept, ..Query::default() }));
    }
    // Without the text alone, everything is left; every page offers that anyway.
    if !query.text.is_empty() && !all.is_empty() {
        let sort = query.sort.filter(|sort| *sort != Sort::Relevance);
        all.insert(0, (Without::Text, Query { text: String::new(), sort, ..first }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(query: &str, fixed: &[Facet]) -> Vec<(Without, String)> {
        let query = Query::parse(query).unwrap();
        without_one(&query, fixed).iter().map(|(without, query)| (*without, query.to_query_string())).collect()
    }

    #[test]
    fn the_text_and_each_facet_are_taken_away_alone() {
        let all = tried("q=a&topic=care&topic=health&phase=live&near=50667&sort=distance&page=3", &[]);
        let expected = [
            (Without::Text, "topic=care&topic=health&phase=live&near=50667&sort=distance"),
            (Without::Facet(Facet::Topic), "q=a&phase=live&near=50667&sort=distance"),
            (Without::Facet(Facet::Phase), "q=a&topic=care&topic=health&near=50667&sort=distance"),
            (Without::Near, "q=a&topic=care&topic=health&phase=live"),
            (Without::Filters, "q=a"),
        ];
        let mut sorted = all.clone();
        sorted.sort_by_key(|(without, _)| expected.iter().position(|(other, _)| other == without));
        assert_eq!(sorted, expected.map(|(without, query)| (without, query.to_owned())));
        assert_eq!(all[0].0, Without::Text);
    }

    #[test]
    fn what_a_page_has_fixed_stays() {
        let all = tried("q=a&kind=lesson&theme=funding", &[Facet::Kind]);
        let expected = [(Without::Text, "kind=lesson&theme=funding"), (Without::Facet(Facet::Theme), "q=a&kind=lesson")];
        assert_eq!(all, expected.map(|(without, query)| (without, query.to_owned())));
        let both = tried("q=a&kind=lesson&theme=funding&phase=live", &[Facet::Kind]);
        assert_eq!(both.last(), Some(&(Without::Filters, "q=a&kind=lesson".to_owned())));
        assert_eq!(tried("q=a&kind=lesson", &[Facet::Kind]), []);
        assert_eq!(tried("q=a", &[]), []);
    }
}
