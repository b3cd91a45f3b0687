//! The fact column, like a map legend. What nobody told is "keine Angabe", never a guess.

use crate::i18n::t;
use domain::text::WebUrl;
use leptos::{either::Either, prelude::*};

/// One fact. `values` empty: keine Angabe.
#[component]
pub fn Fact(name: String, values: Vec<String>, #[prop(optional_no_strip)] lang: Option<&'static str>) -> impl IntoView {
    let value = if values.is_empty() {
        Either::Left(view! { <dd class="fact-unknown">{t!("unknown")}</dd> })
    } else {
        Either::Right(values.into_iter().map(|value| view! { <dd lang=lang>{value}</dd> }).collect_view())
    };
    view! { <div class="fact"><dt>{name}</dt>{value}</div> }.into_any()
}

/// A fact and what was said of it.
pub struct Told {
    name: String,
    values: Vec<String>,
    lang: Option<&'static str>,
}

/// Something said in words of ours.
pub fn told(name: String, values: impl IntoIterator<Item = String>) -> Told {
    Told { name, values: values.into_iter().collect(), lang: None }
}

/// Something said in the authors' own words, in their language.
pub fn told_in(lang: &'static str, name: String, values: impl IntoIterator<Item = String>) -> Told {
    Told { lang: Some(lang), ..told(name, values) }
}

/// Facts under a heading; those that nobody told in one line at the end.
#[component]
pub fn FactGroup(heading: String, facts: Vec<Told>, #[prop(optional)] links: Vec<(String, WebUrl)>) -> impl IntoView {
    let (known, unknown): (Vec<Told>, Vec<Told>) = facts.into_iter().partition(|fact| !fact.values.is_empty());
    let unknown: Vec<String> = unknown.into_iter().map(|fact| fact.name).collect();
    let any = !known.is_empty() || !links.is_empty();
    let known = known.into_iter().map(|Told { name, values, lang }| view! { <Fact name values lang/> }).collect_view();
    let links = links.into_iter().map(|(name, url)| view! { <FactLink name url/> }).collect_view();
    view! {
        <section class="facts-group">
            <h2>{heading}</h2>
            {any.then(|| view! { <dl>{known}{links}</dl> })}
            {(!unknown.is_empty()).then(|| view! { <p class="fact-unknown">{t!("unknown-these", names = unknown.join(", "))}</p> })}
        </section>
    }
    .into_any()
}

/// A fact that is a link out, with its host as its words.
#[component]
pub fn FactLink(name: String, url: WebUrl) -> impl IntoView {
    view! { <div class="fact"><dt>{name}</dt><dd><a href=url.to_string() rel="nofollow noopener">{url.host().to_owned()}</a></dd></div> }
        .into_any()
}

/// One fact that may be a passage of Markdown.
#[component]
pub fn LongFact(name: String, text: String, lang: &'static str) -> impl IntoView {
    let value = if text.is_empty() {
        Either::Left(view! { <dd class="fact-unknown">{t!("unknown")}</dd> })
    } else {
        Either::Right(view! { <dd class="prose" lang=lang inner_html=backend::markdown::to_html(&text)></dd> })
    };
    view! { <div class="fact"><dt>{name}</dt>{value}</div> }.into_any()
}

/// Links out, with host and path as their words.
#[component]
pub fn Sources(urls: Vec<WebUrl>) -> impl IntoView {
    (!urls.is_empty())
        .then(|| {
            view! {
                <section class="sources" id="sources">
                    <h2>{t!("sources")}</h2>
                    <ul>{urls.into_iter().map(|url| view! { <li><a href=url.to_string() rel="nofollow noopener">{shown(&url)}</a></li> }).collect_view()}</ul>
                </section>
            }
        })
        .into_any()
}

/// Host and path, so that two sources of one house can be told apart.
fn shown(url: &WebUrl) -> String {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| path.trim_end_matches('/'));
    match path.filter(|path| !path.is_empty()) {
        Some(path) => format!("{} / {}", url.host(), path.replace('/', " / ")),
        None => url.host().to_owned(),
    }
}
