//! List, map or table of the same query.

use crate::{
    i18n::t,
    routes::{Listing, View},
};
use domain::{query::Query, vocabulary::Kind};
use leptos::prelude::*;

/// Links to the three views.
#[component]
pub fn ViewLinks(listing: Listing, query: Query) -> impl IntoView {
    // Lessons are nowhere.
    let has_places = listing.of != Some(Kind::Lesson);
    view! {
        <nav class="views" aria-label=t!("views-label")>
            <ul>
                {View::ALL.into_iter().filter(|view| *view != View::Map || has_places || listing.view == *view).map(|view| {
                    let href = Listing { view, ..listing }.href(&query);
                    view! { <li><a id=format!("view-{}", view.id()) href=href aria-current=(view == listing.view).then_some("page")><ViewMark view/>{word(view)}</a></li> }
                }).collect_view()}
            </ul>
        </nav>
    }
    .into_any()
}

fn word(view: View) -> String {
    match view {
        View::List => t!("view-list"),
        View::Map => t!("view-map"),
        View::Table => t!("view-table"),
    }
}

#[component]
fn ViewMark(view: View) -> impl IntoView {
    let d = match view {
        View::List => "M3 4.5H13M3 8H13M3 11.5H13",
        View::Map => "M2.5 4 6 2.5 10 4 13.5 2.5V12L10 13.5 6 12 2.5 13.5ZM6 2.5V12M10 4V13.5",
        View::Table => "M2.5 3H13.5V13H2.5ZM2.5 6.5H13.5M7 6.5V13",
    };
    view! { <svg class="line-mark" viewBox="0 0 16 16" aria-hidden="true"><path d=d/></svg> }.into_any()
}
