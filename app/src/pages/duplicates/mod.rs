//! `/moderation/duplicates`: entries that may be the same.

mod merge;
mod standing;

pub use merge::MergePage;

use crate::{
    components::{desk::DeskNav, field::Refusal, load::load, page_meta::PageMeta, paging::turn},
    context::{attempt, backend, caller, here, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::{
    duplicates::Likeness,
    storage::{
        duplicates::{Likely, One},
        redirects::Merged,
    },
    usecases::duplicates::{Listing, Pairs, Shown, list_duplicates},
};
use domain::{id::EntryId, vocabulary::Kind};
use leptos::prelude::*;

const LIST: &str = "/moderation/duplicates";

/// Where two are put beside each other.
pub(crate) fn pair(a: EntryId, b: EntryId) -> String {
    format!("{LIST}/{}/{}", a.min(b), a.max(b))
}

/// One of the three lists.
fn list(shown: Shown, page: u32) -> String {
    let page = page.to_string();
    let pairs = [("show", shown.id()), ("page", &*page)];
    let told = pairs.into_iter().filter(|(_, value)| !matches!(*value, "open" | "1"));
    let query = domain::query::write(told);
    if query.is_empty() { LIST.into() } else { format!("{LIST}?{query}") }
}

/// Pairs, likeliest first.
#[component]
pub fn Duplicates() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, here) = (backend(), caller(), here());
    let value = |name: &str| here.value(name).unwrap_or_default();
    let asked = value("show");
    let shown = Shown::ALL.into_iter().find(|shown| shown.id() == asked).unwrap_or(Shown::Open);
    let (page, is_busy) = (value("page").parse().unwrap_or(1), !value("busy").is_empty());
    load(async move { list_duplicates(&backend, &actor, shown, page).await }, move |listing| view! { <ListPage listing is_busy/> })
}

#[component]
fn ListPage(listing: Listing, is_busy: bool) -> impl IntoView {
    let Listing { shown, pairs, page, pages, totals, looked } = listing;
    let lead = match shown {
        Shown::Open => t!("duplicates-open", count = totals[0]),
        Shown::Dismissed => t!("duplicates-dismissed", count = totals[1]),
        Shown::Merged => t!("duplicates-merged", count = totals[2]),
    };
    let rows = match pairs {
        Pairs::Likely(pairs) => pairs.into_iter().map(|likely| view! { <LikelyRow likely/> }.into_any()).collect_view(),
        Pairs::Merged(merged) => merged.into_iter().map(|merged| view! { <MergedRow merged/> }.into_any()).collect_view(),
    };
    view! {
        <PageMeta title=t!("duplicates") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("duplicates")}</h1>
            <Lists shown totals/>
            <p class="lead">{lead}</p>
            <Refusal attempt=attempt()/>
            {is_busy.then(|| view! { <p class="notice" role="status">{t!("duplicates-busy")}</p> })}
            <ul class="row-list">{rows}</ul>
            {turn(page, pages, move |to, label, rel| view! { <a rel=rel href=list(shown, to)>{label}</a> })}
            <form class="form-row" method="post" action=format!("{LIST}/look")>
                <button class="button-quiet" type="submit">{t!("duplicates-look")}</button>
                <span class="quiet">{looked.map_or_else(|| t!("duplicates-never"), |(at, compared)| t!("duplicates-looked", at = format::date(at, lang()), count = compared))}</span>
            </form>
        </section>
    }
    .into_any()
}

#[component]
fn Lists(shown: Shown, totals: [i64; 3]) -> impl IntoView {
    let words = [t!("duplicates-list-open"), t!("duplicates-list-dismissed"), t!("duplicates-list-merged")];
    let link = |(which, (word, total)): (Shown, (String, i64))| {
        view! { <li><a href=list(which, 1) aria-current=(which == shown).then_some("page")>{word}" ("{format::number(total.unsigned_abs(), lang())}")"</a></li> }
    };
    view! { <nav class="views pair-lists" aria-label=t!("duplicates-lists")><ul>{Shown::ALL.into_iter().zip(words.into_iter().zip(totals)).map(link).collect_view()}</ul></nav> }
        .into_any()
}

#[component]
fn LikelyRow(likely: Likely) -> impl IntoView {
    let Likely { kind, a, b, why, dismissed_at, .. } = likely;
    let (ids, titles) = ((a.id, b.id), (a.title.clone(), b.title.clone()));
    let both =
        move || view! { <input type="hidden" name="a" value=ids.0.to_string()/><input type="hidden" name="b" value=ids.1.to_string()/> };
    let label = |words: String| format!("{words}: {} / {}", titles.0, titles.1);
    let actions = if dismissed_at.is_some() {
        view! { <form method="post" action=format!("{LIST}/restore")>{both()}<button class="button-quiet" type="submit" aria-label=label(t!("duplicates-restore"))>{t!("duplicates-restore")}</button></form> }.into_any()
    } else {
        view! {
            <a class="button" href=pair(ids.0, ids.1) aria-label=label(t!("duplicates-merge"))>{t!("duplicates-merge")}</a>
            <form method="post" action=format!("{LIST}/dismiss")>{both()}<button class="button-quiet" type="submit" aria-label=label(t!("duplicates-dismiss"))>{t!("duplicates-dismiss")}</button></form>
        }
        .into_any()
    };
    view! {
        <li class="likely">
            <p class="quiet">{kind.label(lang())}</p>
            <OneLine kind one=a/>
            <OneLine kind one=b/>
            <p>{reasons(&why).join(" · ")}</p>
            {dismissed_at.map(|at| view! { <p class="quiet">{t!("duplicates-dismissed-at", date = format::date(at, lang()))}</p> })}
            <div class="form-row">{actions}</div>
        </li>
    }
    .into_any()
}

#[component]
fn OneLine(kind: Kind, one: One) -> impl IntoView {
    view! { <p class="likely-one"><a href=routes::entry(kind, &one.slug)>{one.title}</a>{one.organisation.map(|name| view! { <span class="quiet">" · "{name}</span> })}</p> }
        .into_any()
}

#[component]
fn MergedRow(merged: Merged) -> impl IntoView {
    let Merged { kind, from, from_title, to, to_slug, to_title, at, is_further } = merged;
    let undo = format!("{}: {from_title}", t!("merge-undo"));
    view! {
        <li class="likely">
            <p class="quiet">{kind.label(lang())}" · "{format::date(at, lang())}</p>
            <p class="likely-one"><strong>{from_title}</strong>" → "<a href=routes::entry(kind, &to_slug)>{to_title}</a></p>
            {is_further.then(|| view! { <p class="quiet">{t!("merge-further-short")}</p> })}
            <div class="form-row">
                <a class="button-quiet" href=pair(from, to)>{t!("merge-show")}</a>
                {(!is_further).then(|| view! { <standing::Undo from to label=undo/> })}
            </div>
        </li>
    }
    .into_any()
}

/// In what they are alike, in words, strongest first.
fn reasons(why: &Likeness) -> Vec<String> {
    let told = [
        (why.link >= 0.3, t!("why-link")),
        (why.title >= 0.9, t!("why-title-same")),
        (why.title >= 0.5 && why.title < 0.9, t!("why-title")),
        (why.text >= 0.35, t!("why-text")),
        (why.name >= 0.3, t!("why-name")),
        (why.names >= 0.4, t!("why-names")),
        (why.organisation, t!("why-organisation")),
        (why.place, t!("why-place")),
    ];
    let told: Vec<String> = told.into_iter().filter_map(|(is_so, words)| is_so.then_some(words)).collect();
    if told.is_empty() { vec![t!("why-words")] } else { told }
}
