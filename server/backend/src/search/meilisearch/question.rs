//! What Meilisearch is asked in one call: several texts, answered as one ("federated") list.

use super::{
    document::field,
    filter::{filter, only_lessons},
    variants::Variant,
};
use crate::search::Request;
use domain::{facet::Facet, geo::Point, vocabulary::Sort};
use serde::Serialize;
use std::collections::BTreeMap;

/// A question. What any of its texts finds is counted once.
#[derive(Debug, Serialize)]
pub(super) struct Question<'a> {
    federation: Federation<'a>,
    queries: Vec<Query<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Federation<'a> {
    /// Only where a page is named does Meilisearch promise to count exactly.
    page: u32,
    hits_per_page: u32,
    facets_by_index: BTreeMap<&'a str, Vec<&'static str>>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Query<'a> {
    index_uid: &'a str,
    q: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sort: Vec<String>,
    attributes_to_retrieve: &'static [&'static str],
    matching_strategy: &'static str,
    federation_options: Options,
}

#[derive(Debug, Clone, Serialize)]
struct Options {
    weight: f32,
}

/// What is asked of: an index, and the texts for a reading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking<'a> {
    pub index: &'a str,
    pub variants: &'a [Variant],
    /// Then lessons come earlier.
    pub asks_advice: bool,
}

/// What hits that are lessons count more where advice is asked for.
const LEARNT: f32 = 1.3;

impl<'a> Asking<'a> {
    /// The page that a request asks for, with all counts that its own filters apply to, if they are wanted. By distance
    /// all that match are asked for with their places, see [`nearest_to`].
    pub(super) fn page(self, request: &Request<'_>, counting: bool) -> Question<'a> {
        let counted = Facet::ALL.iter().filter(|facet| !is_chosen(request, **facet)).map(|facet| facet.id()).chain([field::LOCATED]);
        let mut facets: Vec<&str> = if counting { counted.collect() } else { vec![] };
        if nearest_to(request).is_some() {
            facets.push(field::SPOT);
            return self.of(filter(request, None), facets);
        }
        let filter = filter(request, None);
        let mut question = self.of(filter.clone(), facets);
        if self.asks_advice && request.order() == Sort::Relevance {
            let lessons = only_lessons(filter);
            let favoured = |query: &Query<'a>| Query {
                filter: Some(lessons.clone()),
                federation_options: Options { weight: query.federation_options.weight * LEARNT },
                ..query.clone()
            };
            let favoured: Vec<_> = question.queries.iter().map(favoured).collect();
            question.queries.extend(favoured);
        }
        question.federation.page = request.query.page.max(1);
        question.federation.hits_per_page = request.query.per_page;
        for query in &mut question.queries {
            query.sort = sort(request);
            // The distance is counted from the point: Meilisearch tells it only where it sorts by it, in whole metres.
            query.attributes_to_retrieve = if request.centre.is_some() { &[field::ID, field::GEO] } else { &[field::ID] };
        }
        question
    }

    /// For each facet that something is chosen of, its counts without that choice.
    pub(super) fn others(self, request: &Request<'_>) -> Vec<Question<'a>> {
        let chosen = Facet::ALL.iter().copied().filter(|facet| is_chosen(request, *facet));
        chosen.map(|facet| self.of(filter(request, Some(facet)), vec![facet.id()])).collect()
    }

    /// How many there are.
    pub(super) fn count(self, request: &Request<'_>) -> Question<'a> {
        self.of(filter(request, None), vec![])
    }

    /// The numbers of all that match, as values of a facet: nothing is ranked and no document read for it.
    pub(super) fn numbers(self, request: &Request<'_>) -> Question<'a> {
        self.of(filter(request, None), vec![field::NUMBER])
    }

    fn of(self, filter: Option<String>, facets: Vec<&'static str>) -> Question<'a> {
        let query = |variant: &'a Variant| Query {
            index_uid: self.index,
            q: &variant.text,
            filter: filter.clone(),
            sort: vec![],
            attributes_to_retrieve: &[],
            matching_strategy: "all",
            federation_options: Options { weight: variant.weight },
        };
        let facets_by_index = if facets.is_empty() { BTreeMap::new() } else { BTreeMap::from([(self.index, facets)]) };
        Question {
            federation: Federation { page: 1, hits_per_page: 0, facets_by_index },
            queries: self.variants.iter().map(query).collect(),
        }
    }
}

fn is_chosen(request: &Request<'_>, facet: Facet) -> bool {
    request.query.chosen(facet).next().is_some()
}

/// The point that hits are to be sorted around. Not by Meilisearch (1.50): it takes points within a metre for the same,
/// and where several texts are asked for, puts their lists together with the farthest first.
pub(super) fn nearest_to(request: &Request<'_>) -> Option<Point> {
    request.centre.filter(|_| request.order() == Sort::Distance)
}

/// Of relevance nothing is said: the ranking rules are that order.
fn sort(request: &Request<'_>) -> Vec<String> {
    let first = match request.order() {
        Sort::Relevance => return vec![],
        Sort::Newest => Some(format!("{}:desc", field::PUBLISHED_HOUR)),
        Sort::Updated => Some(format!("{}:desc", field::UPDATED_AT)),
        Sort::Title => Some(format!("{}:asc", field::TITLE_KEY)),
        // Here there is nothing to be near to.
        Sort::Distance => None,
    };
    first.into_iter().chain([format!("{}:asc", field::NUMBER)]).collect()
}
