//! `/still-right/{link}`: whether an entry is still right, asked in a mail. Nothing is answered before a button is pressed:
//! programs that scan mails follow links.

use super::param;
use crate::{
    components::{load::load, page_meta::PageMeta},
    context::{backend, caller, here, keep_nowhere, lang, set_status},
    format,
    i18n::t,
    routes,
};
use backend::{
    Failure,
    storage::entries::Entry,
    usecases::freshness::{Question, show_question},
};
use domain::{Error, account::Actor, id::EntryId};
use leptos::prelude::*;

/// One question.
#[component]
pub fn StillRight() -> impl IntoView {
    keep_nowhere();
    let (backend, link) = (backend(), param("link"));
    let asked = link.clone();
    let answer = async move {
        match show_question(&backend, &asked).await {
            Ok(question) => Ok(Some(question)),
            Err(Failure::Told(Error::NotFound)) => Ok(None),
            Err(failure) => Err(failure),
        }
    };
    load(answer, move |question| match question {
        Some(Question { entry }) => view! { <Ways entry link/> }.into_any(),
        None => view! { <Done/> }.into_any(),
    })
}

#[component]
fn Ways(entry: Entry, link: String) -> impl IntoView {
    let title = entry.revision.as_ref().map(|revision| revision.document.title().to_owned()).unwrap_or_default();
    let date = entry.confirmed_at.or(entry.published_at).map(|at| format::date(at, lang())).unwrap_or_default();
    // What was pressed in the mail comes first here.
    let asked = domain::query::pairs(&here().query).into_iter().find(|(name, _)| name == "answer").map(|(_, answer)| answer);
    let chosen = asked.as_deref().filter(|answer| ["edit", "over"].contains(answer)).unwrap_or("right");
    let mut ways = ["right", "edit", "over"];
    ways.sort_by_key(|way| *way != chosen);
    let action = routes::still_right(&link);
    let ways = ways.map(|way| view! { <Way way is_first=way == chosen action=action.clone() id=entry.id/> });
    view! {
        <PageMeta title=t!("still-right") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right")}</h1>
            <p class="lead">{t!("still-right-lead", title = title, date = date)}</p>
            <p><a href=routes::entry(entry.kind, &entry.slug)>{t!("still-right-read")}</a></p>
            <ul class="plain-list">{ways}</ul>
        </section>
    }
    .into_any()
}

/// One answer, with what follows from it. Whoever has to sign in to edit comes to the entry from there.
#[component]
fn Way(way: &'static str, is_first: bool, action: String, id: EntryId) -> impl IntoView {
    let (words, help) = match way {
        "edit" => (t!("still-right-edit"), t!("still-right-edit-help")),
        "over" => (t!("still-right-over"), t!("still-right-over-help")),
        _ => (t!("still-right-right"), t!("still-right-right-help")),
    };
    let class = if is_first { "button" } else { "button-quiet" };
    let button = if way == "edit" {
        let page = routes::draft(id);
        let href = if caller() == Actor::Visitor { routes::sign_in(&page) } else { page };
        view! { <a class=class href=href>{words}</a> }.into_any()
    } else {
        view! { <form method="post" action=action><button class=class type="submit" name="answer" value=way>{words}</button></form> }
            .into_any()
    };
    view! { <li class="desk-row">{button}<p class="quiet">{help}</p></li> }.into_any()
}

#[component]
fn Done() -> impl IntoView {
    set_status(&Error::NotFound);
    view! {
        <PageMeta title=t!("still-right-done") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right-done")}</h1>
            <p class="lead">{t!("still-right-done-lead")}</p>
            <p><a class="button" href="/submit">{t!("nav-submit")}</a></p>
        </section>
    }
    .into_any()
}
