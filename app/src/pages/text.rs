//! `/about`, `/privacy`, `/accessibility`, `/imprint`: long texts in Markdown from `app/pages`, and what the
//! operator of this copy adds.

use crate::{
    components::page_meta::PageMeta,
    context::{lang, site},
    i18n::t,
};
use backend::markdown;
use domain::Lang;
use leptos::prelude::*;

macro_rules! texts {
    ($($component:ident $name:literal)*) => { $(
        /// The text of this name.
        #[component]
        pub fn $component() -> impl IntoView {
            let text = match lang() {
                Lang::De => include_str!(concat!("../../pages/", $name, ".de.md")),
                Lang::En => include_str!(concat!("../../pages/", $name, ".en.md")),
            };
            view! { <TextPage name=$name text/> }
        }
    )*

        /// The title of the text of this name.
        pub fn title(name: &str, lang: Lang) -> Option<String> {
            let text = match (name, lang) {
                $(($name, Lang::De) => include_str!(concat!("../../pages/", $name, ".de.md")),
                ($name, Lang::En) => include_str!(concat!("../../pages/", $name, ".en.md")),)*
                _ => return None,
            };
            Some(markdown::page(text).title)
        }
    };
}
texts! { About "about" Privacy "privacy" Accessibility "accessibility" Imprint "imprint" }

/// A page whose place the operator's text takes; on the others it follows ours.
const REPLACED: &str = "imprint";

#[component]
fn TextPage(name: &'static str, text: &'static str) -> impl IntoView {
    let site = site();
    let ours = markdown::page(text);
    let own = site.text(name, lang()).map(|(own, language)| (markdown::page(own), language));
    // What is in another language than the page says so.
    let tag = own.as_ref().map(|(_, language)| *language).filter(|language| *language != lang()).map(Lang::id);
    let is_placeholder = name == REPLACED && own.is_none();
    let (first, first_tag, added) = match own {
        Some((own, _)) if name == REPLACED => (own, tag, None),
        own => (ours.clone(), None, own.map(|(own, _)| own.whole())),
    };
    let (title, title_tag) = if first.title.is_empty() { (ours.title, None) } else { (first.title, first_tag) };
    view! {
        <PageMeta title=title.clone() description=first.description indexed=!is_placeholder/>
        <article class="text-page">
            <h1 lang=title_tag>{title}</h1>
            {(!first.lead.is_empty()).then(|| view! { <div class="lead prose" lang=first_tag inner_html=first.lead></div> })}
            <div class="prose" lang=first_tag inner_html=first.html></div>
            {(name == "privacy").then(|| view! { <OtherHosts/> })}
            {added.map(|html| view! { <div class="prose text-added" lang=tag inner_html=html></div> })}
        </article>
    }
    .into_any()
}

/// What readers must know of the hosts that this operator chose.
#[component]
fn OtherHosts() -> impl IntoView {
    let site = site();
    let streets = site.map_style.map(|style| style.origin.split("://").last().unwrap_or_default().to_owned());
    let streets = streets.map(|host| (t!("privacy-streets"), t!("privacy-streets-text", host = host)));
    let geocoder = site.geocoder.map(|host| (t!("privacy-geocoder"), t!("privacy-geocoder-text", host = host.to_string())));
    let told: Vec<(String, String)> = streets.into_iter().chain(geocoder).collect();
    (!told.is_empty()).then(|| {
        view! { <div class="prose text-added">{told.into_iter().map(|(heading, text)| view! { <h2>{heading}</h2><p>{text}</p> }).collect_view()}</div> }
    })
}
