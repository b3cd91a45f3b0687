//! What moderators recommend, and why.

use super::card::CardList;
use crate::{
    context::{backend, lang},
    i18n::t,
};
use backend::usecases::curate::{Featured, featured_of};
use domain::{Lang, id::EntryId};
use leptos::prelude::*;

fn line((german, english): (String, String)) -> String {
    if lang() == Lang::De { german } else { english }
}

/// On the start page; nothing where nothing is recommended.
#[component]
pub fn FeaturedList(featured: Vec<Featured>) -> impl IntoView {
    let row = |featured: Featured| {
        view! { <div class="featured-one"><p class="featured-line">{line(featured.lines)}</p><CardList cards=vec![featured.card]/></div> }
    };
    (!featured.is_empty())
        .then(|| {
            view! {
                <section class="home-featured" aria-labelledby="featured">
                    <h2 id="featured">{t!("home-featured")}</h2>
                    <div class="featured-all">{featured.into_iter().map(row).collect_view()}</div>
                </section>
            }
        })
        .into_any()
}

/// On the page of an entry; nothing where it is not recommended.
#[component]
pub fn FeaturedHere(entry: EntryId) -> impl IntoView {
    let backend = backend();
    Suspend::new(async move {
        let lines = featured_of(&backend, entry).await.ok().flatten();
        lines.map(|lines| view! { <p class="notice featured-here" role="note"><strong>{t!("featured-by")}</strong>" "{line(lines)}</p> })
    })
}
