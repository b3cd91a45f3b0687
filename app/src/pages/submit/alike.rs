//! `/submit/alike?kind=…&title=…`: what is there already under a title like this. Forms look here while one is typing.

use super::state_word;
use crate::{
    components::{card::CardList, load::load, page_meta::PageMeta},
    context::{backend, caller, here},
    i18n::t,
    routes,
};
use backend::{
    storage::drafts::Listed,
    usecases::{
        views::Card,
        write::{find_duplicates, find_own_duplicates},
    },
};
use domain::{Error, vocabulary::Kind};
use leptos::prelude::*;

/// Entries with a title like the one in the address.
#[component]
pub fn Alike() -> impl IntoView {
    let (backend, actor, here) = (backend(), caller(), here());
    let value = move |name: &str| here.value(name).unwrap_or_default();
    let answer = async move {
        let kind = value("kind").parse::<Kind>().map_err(|problem| Error::Invalid(vec![domain::FieldError::new("kind", problem)]))?;
        let title = value("title");
        Ok((find_duplicates(&backend, &actor, kind, &title).await?, find_own_duplicates(&backend, &actor, kind, &title).await?))
    };
    load(answer, |(cards, own)| {
        view! {
            <PageMeta title=t!("alike") indexed=false/>
            <section class="form-page"><h1>{t!("alike")}</h1><div id="alike-now"><AlikeNow cards own/></div></section>
        }
    })
}

/// What is there already; nothing where there is nothing.
#[component]
pub fn AlikeNow(cards: Vec<Card>, own: Vec<Listed>) -> impl IntoView {
    (!cards.is_empty() || !own.is_empty())
        .then(|| {
            let cards = (!cards.is_empty()).then(|| view! { <CardList cards/> });
            view! { <div class="notice"><p><strong>{t!("alike")}</strong>" "{t!("alike-while-typing")}</p>{cards}<AlikeOwn own/></div> }
        })
        .into_any()
}

/// What one's own organisations are writing, or have handed in.
#[component]
pub fn AlikeOwn(own: Vec<Listed>) -> impl IntoView {
    let row = |listed: Listed| {
        let state = state_word(listed.state, listed.revision_state);
        view! { <li><a href=routes::draft(listed.id)>{listed.title}</a><span class="quiet">" · "{state}</span></li> }
    };
    (!own.is_empty())
        .then(|| view! { <p>{t!("alike-own")}</p><ul class="plain-list">{own.into_iter().map(row).collect_view()}</ul> })
        .into_any()
}
