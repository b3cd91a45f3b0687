//! `/about`, `/privacy`, `/accessibility`, `/imprint`: long texts in Markdown from `app/pages`, and what the
//! operator of this copy adds.

use crate::{
    components::page_meta::PageMeta,
    context::{lang, site},
};
use backend::markdown;
use leptos::prelude::*;

macro_rules! texts {
    ($($component:ident $name:literal)*) => { $(
        /// The text of this name.
        #[component]
        pub fn $component() -> impl IntoView {
            let text = match lang() {
                domain::Lang::De => include_str!(concat!("../../pages/", $name, ".de.md")),
                domain::Lang::En => include_str!(concat!("../../pages/", $name, ".en.md")),
            };
            view! { <TextPage name=$name text/> }
        }
    )* };
}
texts! { About "about" Privacy "privacy" Accessibility "accessibility" Imprint "imprint" }

/// A page whose place the operator's text takes; on the others it follows ours.
const REPLACED: &str = "imprint";

#[component]
fn TextPage(name: &'static str, text: &'static str) -> impl IntoView {
    let site = site();
    let own = site.text(name, lang()).map(str::to_owned);
    let (first, added) = match own {
        Some(own) if name == REPLACED => (markdown::page(&own), None),
        own => (markdown::page(text), own.map(|own| markdown::page(&own).whole())),
    };
    view! {
        <PageMeta title=first.title.clone() description=first.lead.clone()/>
        <article class="text-page">
            <h1>{first.title}</h1>
            <p class="lead">{first.lead}</p>
            <div class="prose" inner_html=first.html></div>
            {added.map(|html| view! { <div class="prose text-added" inner_html=html></div> })}
        </article>
    }
    .into_any()
}
