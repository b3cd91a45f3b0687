//! Facets with counts. Each value is a link to the query with it added or taken away.

use super::{chips::name, find_value::FindValue};
use crate::{
    context::lang,
    format,
    i18n::t,
    routes::{Listing, ValuesOf},
};
use backend::usecases::search_entries::Results;
use domain::{facet::Facet, query::Query};
use leptos::prelude::*;

/// Values shown before "alle zeigen".
const SHOWN: usize = 7;
/// From more values on, one can be found by its name.
const MANY: u64 = 12;
/// Facets that are open from the start.
const OPEN: [Facet; 4] = [Facet::Kind, Facet::Topic, Facet::Phase, Facet::Technique];

/// All facets that have something to choose.
#[component]
pub fn Facets(listing: Listing, query: Query, results: Results) -> impl IntoView {
    let groups = listing.facets().iter().copied().filter(|facet| worth_showing(*facet, &query, &results));
    let groups: Vec<_> = groups.map(|facet| (facet, values(listing, facet, &query, &results))).collect();
    let open = move |facet: &Facet| listing.of.is_some() || OPEN.contains(facet);
    groups
        .into_iter()
        .map(|(facet, values)| {
            let open = open(&facet) || query.chosen(facet).next().is_some();
            let total = if facet == Facet::Organisation { results.organisations_total } else { 0 }.max(values.len() as u64);
            let of = ValuesOf { listing, facet, find: String::new() };
            view! { <FacetGroup of query=query.clone() values total open/> }
        })
        .collect_view()
        .into_any()
}

/// How many values are chosen.
pub fn count_chosen(listing: Listing, query: &Query) -> usize {
    let fixed = usize::from(listing.of.is_some());
    query.filters.values().map(std::collections::BTreeSet::len).sum::<usize>() - fixed
}

/// A value as it is drawn.
pub struct Value {
    /// As in addresses.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many entries choosing it would bring.
    pub count: u64,
    /// Whether it is chosen.
    pub chosen: bool,
    /// The query with it added or taken away.
    pub href: String,
}

/// A facet with one value for everything helps nobody.
fn worth_showing(facet: Facet, query: &Query, results: &Results) -> bool {
    let values = results.facets.get(&facet).map_or(0, std::collections::BTreeMap::len);
    values > 1 || query.chosen(facet).next().is_some()
}

fn values(listing: Listing, facet: Facet, query: &Query, results: &Results) -> Vec<Value> {
    let counts = results.facets.get(&facet).cloned().unwrap_or_default();
    // A chosen value stays visible even where it finds nothing any more.
    let chosen_only = query.chosen(facet).filter(|value| !counts.contains_key(*value)).map(|value| (value.to_owned(), 0));
    let mut values: Vec<Value> = chosen_only
        .chain(counts.clone())
        .map(|(id, count)| Value {
            label: name(facet, &id, results),
            chosen: query.has(facet, &id),
            href: listing.href(&query.toggled(facet, &id)),
            count,
            id,
        })
        .collect();
    values.sort_by(|a, b| b.chosen.cmp(&a.chosen).then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label)));
    values
}

/// `total` are all values there are, those left out counted.
#[component]
fn FacetGroup(of: ValuesOf, query: Query, values: Vec<Value>, total: u64, open: bool) -> impl IntoView {
    let facet = of.facet;
    let into = format!("values-{}", facet.id());
    let find = (total > MANY).then(|| view! { <FindValue of=of.clone() query=query.clone() into=into.clone()/> });
    view! {
        <details class="facet" id=format!("facet-{}", facet.id()) open=open>
            <summary>{facet.label(lang())}</summary>
            {find}
            <div id=into.clone()><Folded all=of.href(&query.on_page(1)) facet values total/></div>
        </details>
    }
    .into_any()
}

/// The first values; the others behind a click; and where some are left out, how many there are, and the way to them.
#[component]
fn Folded(all: String, facet: Facet, values: Vec<Value>, total: u64) -> impl IntoView {
    let (shown, mut first) = (values.len() as u64, values);
    let rest = first.split_off(first.len().min(SHOWN));
    let is_cut = shown < total;
    let words = if is_cut { t!("facet-more", count = rest.len()) } else { t!("facet-all", count = shown) };
    let more = (!rest.is_empty()).then(|| {
        view! {
            <details class="facet-more" id=format!("more-{}", facet.id())>
                <summary>{words}</summary>
                <ul>{rest.into_iter().map(|value| view! { <FacetValue facet value/> }).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <FacetList facet values=first/>
        {more}
        {is_cut.then(|| view! {
            <p class="facet-cut">{t!("facet-cut", shown = shown, total = total)}" "<a href=all>{t!("facet-all", count = total)}</a></p>
        })}
    }
    .into_any()
}

/// Values, one below the other.
#[component]
pub fn FacetList(facet: Facet, values: Vec<Value>) -> impl IntoView {
    view! { <ul aria-label=facet.label(lang())>{values.into_iter().map(|value| view! { <FacetValue facet value/> }).collect_view()}</ul> }
        .into_any()
}

#[component]
fn FacetValue(facet: Facet, value: Value) -> impl IntoView {
    let id = format!("{}-{}", facet.id(), value.id);
    view! {
        <li>
            <a class="facet-value" id=id data-live href=value.href aria-current=value.chosen.then_some("true")>
                <span class="facet-box" aria-hidden="true"></span>
                <span class="facet-label">{value.label}</span>
                <span class="facet-count" aria-hidden="true">{format::number(value.count, lang())}</span>
                <span class="quiet-words">{t!("facet-count", count = value.count)}</span>
            </a>
        </li>
    }
    .into_any()
}
