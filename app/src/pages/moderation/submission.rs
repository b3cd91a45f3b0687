//! `/moderation/{revision}`: one submission beside what is public, and the decision.

use crate::{
    components::{
        card::CardList,
        changes::Changes,
        desk::{HiddenOwnerHere, JustDecided, Signs, Why, asked, done_word, somebody, with_filters},
        failure::FailureText,
        field::{Refusal, Wrong},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    pages::{moderation::Ways, param, submit::article},
    routes,
};
use backend::{
    public,
    storage::{events::Past, notes::Note},
    usecases::moderate::{Desk, Submission, show_submission},
};
use domain::{Error, FieldError, revision::RevisionState, time::Timestamp};
use leptos::prelude::*;

/// One submission.
#[component]
pub fn SubmissionPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, id, lang) = (backend(), caller(), param("revision"), lang());
    let answer = async move {
        let id = id.parse().map_err(|_| Error::NotFound)?;
        show_submission(&backend, &actor, id, lang).await
    };
    load(answer, |submission| view! { <Page submission/> })
}

#[component]
fn Page(submission: Submission) -> impl IntoView {
    let attempt = attempt();
    let Submission { entry, revision, document, changes, alike, past, desk } = submission;
    let (signals, completeness) = desk.counted;
    let (curated, notes) = (format!("/moderation/entries/{}", entry.id), desk.notes.clone());
    let (kind, id_of) = (entry.kind, entry.id);
    let title = document.as_ref().map_or("…", |document| document.title()).to_owned();
    let is_change = entry.revision.is_some();
    let public = entry.state.is_public().then(|| routes::entry(kind, &entry.slug));
    let waits = revision.state == RevisionState::Submitted;
    let (count, at, id) = (changes.len(), format::date(revision.changed_at, lang()), revision.id.to_string());
    let whole = document.map(|document| article(public::entry(entry), public::document(document)));
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href=with_filters("/moderation", &asked())>{t!("moderation-back")}</a></p>
            <JustDecided/>
            <h1>{title}</h1>
            <p class="quiet">{kind.label(lang())}" · "{if is_change { t!("moderation-change") } else { t!("moderation-new") }}" · "{t!("moderation-since", date = at)}</p>
            <Signs signals completeness/>
            {waits.then(|| view! { <HiddenOwnerHere entry=id_of/> })}
            {public.map(|href| view! { <p><a href=href>{t!("draft-public")}</a></p> })}
            {if waits { view! { <ReadBy desk=desk.clone() id=id.clone()/> }.into_any() } else { view! { <p class="notice">{t!("moderation-over")}</p> }.into_any() }}
            {(!alike.is_empty()).then(|| view! { <section class="notice"><h2>{t!("moderation-alike")}</h2><CardList cards=alike/></section> })}
            {is_change.then(|| view! { <h2>{t!("moderation-changes", count = count)}</h2><Changes kind changes/> })}
        </section>
        <details class="whole" open=!is_change><summary>{t!("moderation-whole")}</summary>{whole}</details>
        <section class="form-page"><NotesHere notes href=curated/><Before past/></section>
        // Last, so that it stays in view all the way.
        {waits.then(|| view! { <Decide id version=revision.version templates=desk.templates attempt/> })}
    }
    .into_any()
}

/// What moderators told each other, where the next one needs it.
#[component]
fn NotesHere(notes: Vec<Note>, href: String) -> impl IntoView {
    let row = |note: Note| {
        let by =
            t!("curate-past-by", who = somebody(note.email.as_deref(), &note.account_id), date = format::date(Timestamp(note.at), lang()));
        view! { <li class="note"><p class="note-text">{note.text}</p><p class="quiet">{by}</p></li> }
    };
    let count = notes.len();
    let list = (count > 0).then(|| view! { <ul class="plain-list">{notes.into_iter().map(row).collect_view()}</ul> });
    view! { <h2>{t!("curate-notes")}</h2>{list}<p><a href=href>{t!("curate-notes-count", count = count)}" · "{t!("curate-open")}</a></p> }
        .into_any()
}

/// Who reads it, and who has agreed.
#[component]
fn ReadBy(desk: Desk, id: String) -> impl IntoView {
    let reading = desk.reading.clone().map(|reading| {
        let time = format::clock(reading.until);
        if reading.account == desk.account {
            let action = with_filters(&format!("/moderation/{id}/release"), &asked());
            view! {
                <form class="form-inline" method="post" action=action>
                    <span class="quiet">{t!("reading-mine", time = time)}</span>
                    <button class="button-quiet" type="submit">{t!("reading-release")}</button>
                </form>
            }
            .into_any()
        } else {
            let who = somebody(reading.email.as_deref(), &reading.account.to_string());
            view! { <p class="notice reading-other" role="status">{t!("reading-other", who = who, time = time)}</p> }.into_any()
        }
    });
    let agreed = desk.two_person.then(|| match desk.approved_by {
        None => t!("decide-first"),
        Some(by) if by == desk.account => t!("decide-second-mine"),
        Some(_) => t!("decide-second"),
    });
    view! { {reading}{agreed.map(|words| view! { <p class="notice">{words}</p> })} }.into_any()
}

/// Three ways, and why: a bar that stays in view. The first way is under the space bar when the page opens, but not
/// chosen; the other keys do what they always do.
#[component]
fn Decide(id: String, version: i64, templates: Vec<(String, String)>, attempt: Option<Attempt>) -> impl IntoView {
    // What became wrong since it was handed in.
    let others = attempt.as_ref().and_then(|attempt| match &attempt.error {
        Error::Invalid(fields) => {
            let is_other = |field: &&FieldError| !matches!(field.field.as_str(), "reason" | "template" | "decision");
            Some(fields.iter().filter(is_other).cloned().collect::<Vec<_>>())
        }
        _ => None,
    });
    let others = others.filter(|others| !others.is_empty()).map(|others| view! { <FailureText error=Error::Invalid(others)/> });
    let chosen = attempt.as_ref().and_then(|attempt| attempt.typed("decision")).unwrap_or_default().to_owned();
    let is_why_wrong = attempt.as_ref().is_some_and(|attempt| match &attempt.error {
        Error::Invalid(fields) => fields.iter().any(|field| matches!(field.field.as_str(), "reason" | "template")),
        _ => false,
    });
    view! {
        <form class="decide" method="post" action=with_filters(&format!("/moderation/{id}"), &asked()) novalidate aria-labelledby="decide">
            <h2 class="quiet-words" id="decide">{t!("decide")}</h2>
            <Refusal attempt=attempt.clone()/>
            <Wrong attempt=attempt.clone() names=&["decision"]/>
            {others}
            <input type="hidden" name="version" value=version.to_string()/>
            <div class="decide-main">
                <Ways chosen autofocus=!is_why_wrong/>
                <button class="button" type="submit">{t!("decide-send")}</button>
            </div>
            <Why templates rows=2 attempt/>
        </form>
    }
    .into_any()
}

/// What happened before.
#[component]
fn Before(past: Vec<Past>) -> impl IntoView {
    let row = |past: Past| {
        let reason = (!past.reason.is_empty()).then(|| view! { <blockquote>{past.reason.clone()}</blockquote> });
        view! { <li><strong>{done_word(&past.action)}</strong>" · "{format::date(Timestamp(past.at), lang())}{reason}</li> }
    };
    (!past.is_empty())
        .then(|| view! { <h2>{t!("past")}</h2><ul class="plain-list">{past.into_iter().map(row).collect_view()}</ul> })
        .into_any()
}
