//! All values of one facet beside a query, or those that a name begins: where the page shows the most frequent only.

use super::{labels, selection::centre};
use crate::{
    Backend,
    failure::Result,
    search::{Found, Request, highlight::highlight, language::words},
    storage::entries,
};
use domain::{
    Lang,
    account::Actor,
    facet::Facet,
    limits,
    page::Page,
    query::Query,
    vocabulary::{Kind, Sort},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// Values on one page.
const PER_PAGE: u32 = 100;
/// So many organisations that fit a name are looked at, the best first. A name that more of them bear finds nobody.
pub const LOOKED_AT: u32 = 1_000;

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its id in addresses.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many entries choosing it would bring.
    pub count: u64,
}

/// Values of a facet, and whether there may be more.
#[derive(Debug, Clone, PartialEq)]
pub struct Values {
    /// Those on a page.
    pub page: Page<Value>,
    /// Whether more than [`LOOKED_AT`] organisations fit the name that was looked for, so that some may be left out.
    pub is_cut: bool,
}

/// The values of `facet` that `query` leaves something of, the most frequent first, on the query's page. With `find`
/// those only whose name has these words, the last as a beginning; of organisations those among the [`LOOKED_AT`] that fit best.
///
/// # Errors
/// As [`super::search_entries::search_entries`].
pub async fn list_values(backend: &Backend, _actor: &Actor, query: &Query, facet: Facet, find: &str, lang: Lang) -> Result<Values> {
    let counts = counts(backend, query, facet).await?;
    let mut is_cut = false;
    let found = match facet.choices() {
        Some(_) => Some(labelled(facet, find)),
        None if words(find).is_empty() => None,
        None => {
            let slugs;
            (slugs, is_cut) = organisations(backend, find).await?;
            Some(slugs)
        }
    };
    let mut order: Vec<(&String, u64)> =
        counts.iter().map(|(id, count)| (id, *count)).filter(|(id, _)| found.as_ref().is_none_or(|found| found.contains(id))).collect();
    order.sort_by_key(|(id, count)| (Reverse(*count), *id));
    let total = order.len() as u64;
    let before = (query.page.max(1) - 1) as usize * PER_PAGE as usize;
    let on_page: Vec<_> = order.into_iter().skip(before).take(PER_PAGE as usize).collect();
    let mut names = BTreeMap::new();
    if facet == Facet::Organisation {
        let slugs = on_page.iter().map(|(slug, _)| slug.as_str());
        names = entries::titles(&mut backend.db.read().await?, Kind::Organisation, slugs).await?;
    }
    let value = |(id, count): (&String, u64)| Value {
        label: names.remove(id).unwrap_or_else(|| facet.value_label(id, lang)),
        id: id.clone(),
        count,
    };
    let page = Page { items: on_page.into_iter().map(value).collect(), total, number: query.page, per_page: PER_PAGE };
    Ok(Values { page, is_cut })
}

/// With the chosen values, also those that find nothing: they can be taken back.
async fn counts(backend: &Backend, query: &Query, facet: Facet) -> Result<BTreeMap<String, u64>> {
    let centre = centre(backend, query)?.map(|meant| meant.place.point);
    // Only counts: in the order that costs least.
    let counted = Query { per_page: 1, page: 1, sort: Some(Sort::Newest), ..query.clone() };
    let mut facets = backend.search.search(&Request { query: &counted, centre }).await?.facets;
    let mut counts = facets.remove(&facet).unwrap_or_default();
    for chosen in query.chosen(facet) {
        counts.entry(chosen.to_owned()).or_default();
    }
    Ok(counts)
}

fn labelled(facet: Facet, find: &str) -> Vec<String> {
    let typed = words(find);
    let fits = labels::all().into_iter().filter(|label| label.facet == facet && (typed.is_empty() || label.completes(&typed).is_some()));
    fits.map(|label| label.choice.id.to_owned()).collect()
}

/// Slugs of organisations that are called so, and whether not all that fit were looked at.
async fn organisations(backend: &Backend, find: &str) -> Result<(Vec<String>, bool)> {
    let kind = [(Facet::Kind, [Kind::Organisation.id().to_owned()].into())].into();
    let query = Query { text: find.to_owned(), filters: kind, per_page: limits::PER_PAGE, ..Query::default() };
    let mut slugs = vec![];
    for page in 1..=LOOKED_AT / limits::PER_PAGE {
        let query = query.on_page(page);
        let mut found = backend.search.hits(&Request { query: &query, centre: None }).await?;
        // Where some have all words, those with a part of them are not meant.
        let fitting = found.with_all.filter(|with_all| *with_all > 0).unwrap_or(found.total);
        let before = u64::from((page - 1) * limits::PER_PAGE);
        found.hits.truncate(usize::try_from(fitting.saturating_sub(before)).unwrap_or(usize::MAX));
        slugs.extend(called_so(backend, &found).await?);
        if fitting <= before + u64::from(limits::PER_PAGE) {
            return Ok((slugs, false));
        }
    }
    Ok((slugs, true))
}

/// Those whose name has what was looked for.
async fn called_so(backend: &Backend, found: &Found) -> Result<Vec<String>> {
    let ids: Vec<_> = found.hits.iter().map(|hit| hit.id).collect();
    let rows = entries::by_ids(&mut backend.db.read().await?, &ids).await?;
    let is_called = |row: &&entries::Entry| {
        let document = row.revision.as_ref().map(|revision| &revision.document);
        document.is_some_and(|document| !highlight(document.title(), &found.reading, document.language()).is_empty())
    };
    Ok(rows.iter().filter(is_called).map(|row| row.slug.to_string()).collect())
}
