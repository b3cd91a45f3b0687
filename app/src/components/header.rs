//! The head of every page: where one is, the ways in, and the other language.

use crate::{
    context::{caller, here, lang},
    i18n::t,
    routes,
};
use domain::{Lang, account::Actor, facet::Facet, vocabulary::Kind};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Where editors decide.
const DESK: &str = "/moderation";

/// Wordmark, main navigation, language.
#[component]
pub fn Header() -> impl IntoView {
    let ways = [
        (Some(Kind::Project), routes::all_of(Kind::Project), t!("nav-projects")),
        (Some(Kind::Lesson), routes::all_of(Kind::Lesson), t!("nav-lessons")),
        (Some(Kind::Organisation), routes::all_of(Kind::Organisation), t!("nav-organisations")),
        (None, "/submit".into(), t!("nav-submit")),
        (None, "/about".into(), t!("nav-about")),
    ];
    view! {
        <header class="head">
            <a class="wordmark" href="/" aria-label=t!("wordmark-label")>
                <Parcels/>
                <span>"Allmende"</span>
            </a>
            <nav class="nav" aria-label=t!("nav-label")>
                <ul id="ways">{ways.into_iter().map(|(kind, href, word)| view! { <li><a aria-current=current(kind, &href) href=href>{word}</a></li> }).collect_view()}</ul>
            </nav>
            <Account/>
            <OtherLanguage/>
        </header>
    }
    .into_any()
}

/// Four parcels of common land.
#[component]
pub fn Parcels() -> impl IntoView {
    view! {
        <svg class="parcels" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M3 6 14 3 13 14 4 15Z"/><path d="M16 3 29 5 28 12 15 14Z"/><path d="M4 17 12 16 11 28 3 29Z"/><path d="M14 16 29 14 28 29 13 28Z"/>
        </svg>
    }
    .into_any()
}

/// The way to one's account, or to signing in; for those who decide, the one to the desk before it.
#[component]
fn Account() -> impl IntoView {
    let is_desk = here().path.starts_with(DESK);
    let desk = matches!(caller(), Actor::Moderator { .. })
        .then(|| view! { <a class="account to-desk" href=DESK rel="nofollow" aria-current=is_desk.then_some(if *here().path == *DESK { "page" } else { "true" })>{t!("nav-moderation")}</a> });
    let (href, word) = if caller().account().is_some() { ("/account", t!("nav-account")) } else { ("/sign-in", t!("nav-sign-in")) };
    view! { {desk}<a class="account" href=href rel="nofollow" aria-current=(*here().path == *href).then_some("page")>{word}</a> }.into_any()
}

/// The same page in the other language.
#[component]
fn OtherLanguage() -> impl IntoView {
    let here = here();
    let other = if lang() == Lang::De { Lang::En } else { Lang::De };
    let name = if other == Lang::De { "Deutsch" } else { "English" };
    // Relative to the page: a path such as `//elsewhere` must not become another host.
    let href = routes::in_language("", &here.query, other);
    view! { <a class="language" id="language" href=href lang=other.id() hreflang=other.id() rel="nofollow">{name}</a> }.into_any()
}

/// "page" where a way in leads to this page, "true" where this is an entry of its kind.
fn current(kind: Option<Kind>, href: &str) -> Option<&'static str> {
    let inside = |kind: Kind| {
        here().path.strip_prefix('/').and_then(|path| path.strip_prefix(kind.path())).is_some_and(|rest| rest.starts_with('/'))
    };
    if is_here(href) { Some("page") } else { kind.is_some_and(inside).then_some("true") }
}

/// Whether a way in leads to this page. `/explore?kind=project` is one of several pages of `/explore`.
fn is_here(href: &str) -> bool {
    let here = here();
    let kinds = |query: &str| {
        let pairs = domain::query::pairs(query).into_iter().filter(|(name, _)| name == Facet::Kind.id());
        pairs.map(|(_, kind)| kind).collect::<BTreeSet<_>>()
    };
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    *here.path == *path && kinds(&here.query) == kinds(query)
}
