//! `/submit/alike?kind=…&title=…`: what is there already under a title like this. Forms look here while one is typing.

use crate::{
    components::{card::CardList, load::load, page_meta::PageMeta},
    context::{backend, caller, here},
    i18n::t,
};
use backend::usecases::{views::Card, write::find_duplicates};
use domain::{Error, vocabulary::Kind};
use leptos::prelude::*;

/// Entries with a title like the one in the address.
#[component]
pub fn Alike() -> impl IntoView {
    let (backend, actor, pairs) = (backend(), caller(), domain::query::pairs(&here().query));
    let value = move |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let answer = async move {
        let kind = value("kind").parse::<Kind>().map_err(|problem| Error::Invalid(vec![domain::FieldError::new("kind", problem)]))?;
        find_duplicates(&backend, &actor, kind, &value("title")).await
    };
    load(answer, |cards| {
        view! {
            <PageMeta title=t!("alike") indexed=false/>
            <section class="form-page"><h1>{t!("alike")}</h1><div id="alike-now"><AlikeNow cards/></div></section>
        }
    })
}

/// What is there already; nothing where there is nothing.
#[component]
pub fn AlikeNow(cards: Vec<Card>) -> impl IntoView {
    (!cards.is_empty())
        .then(|| view! { <div class="notice"><p><strong>{t!("alike")}</strong>" "{t!("alike-while-typing")}</p><CardList cards/></div> })
        .into_any()
}
