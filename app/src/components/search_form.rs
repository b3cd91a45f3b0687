//! The search field. A plain form: it works before any script does.

use domain::query::Query;
use leptos::prelude::*;

/// Searches within the filters of `query`.
#[component]
pub fn SearchForm(query: Query) -> impl IntoView {
    let text = query.text.clone();
    view! {
        <form class="search" role="search" action="/explore" method="get">
            <label class="search-label" for="q">"Suche"</label>
            <div class="search-row">
                <input class="search-field" id="q" name="q" type="search" value=text maxlength="200" autocomplete="off" enterkeyhint="search"
                    placeholder="Wonach sucht ihr? Zum Beispiel: immer gleiche Anfragen"/>
                <button class="button" type="submit">"Suchen"</button>
            </div>
            <Carried query/>
        </form>
    }
    .into_any()
}

/// What a new search keeps: filters, section and radius, not the page.
#[component]
fn Carried(query: Query) -> impl IntoView {
    let kept = Query { text: String::new(), page: 1, ..query };
    let pairs: Vec<(String, String)> = domain::query::pairs(&kept.to_query_string());
    view! {
        <span id="carried" hidden>
            {pairs.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
        </span>
    }
    .into_any()
}
