//! `/still-right/{link}`: whether an entry is still right, asked in a mail. Nothing is answered before a button is pressed:
//! programs that scan mails follow links. That it is over is asked twice: it puts an entry away.

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
    usecases::freshness::{Question, show_answered, show_question},
};
use domain::{Error, account::Actor, entry::EntryState, id::EntryId, vocabulary::Kind};
use leptos::prelude::*;

/// What a link leads to.
enum Found {
    Question(Entry),
    /// Nothing is asked any more.
    Answered(Option<Entry>),
    /// There never was such a link.
    Unknown,
}

/// One question.
#[component]
pub fn StillRight() -> impl IntoView {
    keep_nowhere();
    let (backend, link) = (backend(), param("link"));
    let asked = link.clone();
    let answer = async move {
        match show_question(&backend, &asked).await {
            Ok(Question { entry }) => Ok(Found::Question(entry)),
            Err(Failure::Told(Error::NotFound)) => match show_answered(&backend, &asked).await {
                Ok(entry) => Ok(Found::Answered(entry)),
                Err(Failure::Told(Error::NotFound)) => Ok(Found::Unknown),
                Err(failure) => Err(failure),
            },
            Err(failure) => Err(failure),
        }
    };
    load(answer, move |found| match found {
        Found::Question(entry) if here().value("sure").as_deref() == Some("over") => view! { <Sure entry link/> }.into_any(),
        Found::Question(entry) => view! { <Ways entry link/> }.into_any(),
        // The entry may have been taken up again since.
        Found::Answered(Some(entry)) if here().value("done").as_deref() == Some("over") && entry.state == EntryState::Archived => {
            view! { <Thanks entry/> }.into_any()
        }
        Found::Answered(entry) => view! { <Done entry/> }.into_any(),
        Found::Unknown => view! { <Unknown/> }.into_any(),
    })
}

fn title_of(entry: &Entry) -> String {
    entry.revision.as_ref().map(|revision| revision.document.title().to_owned()).unwrap_or_default()
}

#[component]
fn Ways(entry: Entry, link: String) -> impl IntoView {
    let title = title_of(&entry);
    let lead = match (entry.confirmed_at, entry.published_at) {
        (Some(at), _) => t!("still-right-lead", title = title, date = format::date(at, lang())),
        (None, Some(at)) => t!("still-right-lead-never", title = title, date = format::date(at, lang())),
        (None, None) => t!("still-right-lead-never", title = title, date = format::date(entry.updated_at, lang())),
    };
    // What was pressed in the mail comes first here.
    let asked = here().value("answer");
    let chosen = asked.as_deref().filter(|answer| ["edit", "over"].contains(answer)).unwrap_or("right");
    let mut ways = ["right", "edit", "over"];
    ways.sort_by_key(|way| *way != chosen);
    let action = routes::still_right(&link);
    let ways = ways.map(|way| view! { <Way way is_first=way == chosen action=action.clone() id=entry.id kind=entry.kind/> });
    view! {
        <PageMeta title=t!("still-right") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right")}</h1>
            <p class="lead">{lead}</p>
            <p><a href=routes::entry(entry.kind, &entry.slug)>{t!("still-right-read")}</a></p>
            <ul class="plain-list">{ways}</ul>
        </section>
    }
    .into_any()
}

/// One answer, with what follows from it. Whoever has to sign in to edit comes to the entry from there.
#[component]
fn Way(way: &'static str, is_first: bool, action: String, id: EntryId, kind: Kind) -> impl IntoView {
    let (words, help) = match way {
        "edit" => (t!("still-right-edit"), t!("still-right-edit-help")),
        "over" => (t!("still-right-over", kind = kind.id()), t!("still-right-over-help", kind = kind.id())),
        _ => (t!("still-right-right"), t!("still-right-right-help")),
    };
    let class = if is_first { "button" } else { "button-quiet" };
    let button = if way == "edit" {
        let page = routes::draft(id);
        let href = if caller() == Actor::Visitor { routes::sign_in(&page) } else { page };
        view! { <a class=class href=href>{words}</a> }.into_any()
    } else if way == "over" {
        view! { <a class=class href=format!("{action}?sure=over")>{words}</a> }.into_any()
    } else {
        view! { <form method="post" action=action><button class=class type="submit" name="answer" value=way>{words}</button></form> }
            .into_any()
    };
    view! { <li class="desk-row">{button}<p class="quiet">{help}</p></li> }.into_any()
}

/// Whether it really is over, and what that means.
#[component]
fn Sure(entry: Entry, link: String) -> impl IntoView {
    let (kind, title, action) = (entry.kind, title_of(&entry), routes::still_right(&link));
    view! {
        <PageMeta title=t!("still-right-sure") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right-sure")}</h1>
            <p class="lead">{t!("still-right-sure-lead", kind = kind.id(), title = title)}</p>
            <p>{t!("still-right-over-help", kind = kind.id())}</p>
            <p>{t!("still-right-sure-back")}</p>
            <div class="form-row">
                <form method="post" action=action.clone()>
                    <input type="hidden" name="sure" value="yes"/>
                    <button class="button" type="submit" name="answer" value="over">{t!("still-right-sure-yes")}</button>
                </form>
                <a class="button-quiet" href=action>{t!("still-right-sure-no")}</a>
            </div>
        </section>
    }
    .into_any()
}

/// It is put away.
#[component]
fn Thanks(entry: Entry) -> impl IntoView {
    let title = title_of(&entry);
    view! {
        <PageMeta title=t!("still-right-thanks") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right-thanks")}</h1>
            <p class="lead">{t!("still-right-thanks-lead", title = title)}</p>
            <p>{t!("still-right-sure-back")}</p>
            <p><a class="button" href=routes::entry(entry.kind, &entry.slug)>{t!("mail-published-button")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Done(entry: Option<Entry>) -> impl IntoView {
    set_status(&Error::NotFound);
    let public = entry.map(|entry| {
        view! { <p>{t!("still-right-done-entry")}" "<a href=routes::entry(entry.kind, &entry.slug)>{title_of(&entry)}</a></p> }
    });
    view! {
        <PageMeta title=t!("still-right-done") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right-done")}</h1>
            <p class="lead">{t!("still-right-done-lead")}</p>
            {public}
            <p><a class="button" href="/submit">{t!("nav-submit")}</a></p>
        </section>
    }
    .into_any()
}

#[component]
fn Unknown() -> impl IntoView {
    set_status(&Error::NotFound);
    view! {
        <PageMeta title=t!("still-right-unknown") indexed=false/>
        <section class="form-page">
            <h1>{t!("still-right-unknown")}</h1>
            <p class="lead">{t!("still-right-unknown-lead")}</p>
            <p><a class="button" href="/submit">{t!("nav-submit")}</a></p>
        </section>
    }
    .into_any()
}
