//! `/explore/values`: every value of a facet, where a list has room for the most frequent only.

use crate::{
    components::{
        facets::{FacetList, Value},
        failure::FailureView,
        find_value::FindValue,
        load::load,
        meanings::Meanings,
        page_meta::PageMeta,
        paging::turn,
    },
    context::{backend, caller, here, lang, set_status},
    i18n::t,
    routes::ValuesOf,
};
use backend::usecases::list_values::{LOOKED_AT, Value as Found, Values as Answer, list_values};
use domain::{Error, page::Page, query::Query};
use leptos::{either::Either, prelude::*};

/// The values of the facet that the address names.
#[component]
pub fn Values() -> impl IntoView {
    match ValuesOf::parse(&here().query) {
        Ok((of, query)) => Either::Left(found(of, query)),
        Err(errors) => {
            let error = Error::Invalid(errors);
            set_status(&error);
            Either::Right(view! { <FailureView error/> })
        }
    }
}

fn found(of: ValuesOf, query: Query) -> impl IntoView {
    let (backend, actor, lang) = (backend(), caller(), lang());
    let (asked, wanted) = (query.clone(), of.clone());
    let answer = async move { list_values(&backend, &actor, &asked, wanted.facet, &wanted.find, lang).await };
    load(answer, move |values| view! { <ValuesPage of query values/> })
}

#[component]
fn ValuesPage(of: ValuesOf, query: Query, values: Answer) -> impl IntoView {
    let title = t!("values-title", facet = of.facet.label(lang()));
    let choices = of.facet.choices();
    let back = of.listing.href(&query.on_page(1));
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <div class="values-page">
            <h1>{title}</h1>
            <p><a href=back>{t!("values-back")}</a></p>
            <FindValue of=of.clone() query=query.clone() into="values".to_owned()/>
            <div class="values" id="values"><Listed of=of.clone() query=query.clone() values=values.clone()/></div>
            {choices.map(|choices| view! { <Meanings choices/> })}
            <Turn of query values=values.page/>
        </div>
    }
    .into_any()
}

/// How many there are, and each with its link. The island of a list takes over just this.
#[component]
fn Listed(of: ValuesOf, query: Query, values: Answer) -> impl IntoView {
    let Answer { page: values, is_cut } = values;
    let (first, last) = values.range();
    let words = if (last - first + 1) < values.total && last > 0 {
        t!("values-range", first = first, last = last, total = values.total)
    } else {
        t!("values-count", count = values.total)
    };
    let (facet, listing) = (of.facet, of.listing);
    let value = move |found: Found| Value {
        href: listing.href(&query.toggled(facet, &found.id)),
        chosen: query.has(facet, &found.id),
        id: found.id,
        label: found.label,
        count: found.count,
    };
    let values: Vec<Value> = values.items.into_iter().map(value).collect();
    view! {
        <p class="values-count">{words}</p>
        {is_cut.then(|| view! { <p>{t!("values-cut", count = LOOKED_AT)}</p> })}
        <FacetList facet values/>
    }
    .into_any()
}

/// To the page before and behind.
#[component]
fn Turn(of: ValuesOf, query: Query, values: Page<Found>) -> impl IntoView {
    turn(values.number, values.pages(), move |to, label, rel| view! { <a rel=rel href=of.href(&query.on_page(to))>{label}</a> })
}
