//! `/moderation/entries/{id}`: what moderators do with an entry beside deciding on submissions.

use crate::{
    components::{
        desk::{DeskNav, JustDecided, Summary, Undoable, by_name, done_word, missing, reason_said, somebody},
        field::{Field, Refusal, SelectField, TextField},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    pages::param,
    routes,
};
use backend::{
    storage::{events::Past, features::Feature, notes::Note},
    usecases::curate::{Curated, show_curated},
};
use domain::{
    Error,
    entry::EntryState,
    id::{AccountId, EntryId},
    removal::Removal,
    time::Timestamp,
    vocabulary::Kind,
};
use leptos::prelude::*;

/// A day, in microseconds: what is over at midnight was there the day before.
const MOMENT: i64 = 1;

/// One entry.
#[component]
pub fn EntryDesk() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, id) = (backend(), caller(), param("id"));
    let answer = async move {
        let id = id.parse().map_err(|_| Error::NotFound)?;
        show_curated(&backend, &actor, id).await
    };
    load(answer, |curated| view! { <Page curated/> })
}

#[component]
fn Page(curated: Curated) -> impl IntoView {
    let attempt = attempt();
    let Curated { entry, title, waiting, notes, feature, trust, told_in, removed_because, past, .. } = curated;
    let (id, kind, state) = (entry.id, entry.kind, entry.state);
    let public = (entry.revision.is_some() && state != EntryState::Unpublished).then(|| routes::entry(kind, &entry.slug));
    // Moderators still see what nobody else does; but not where its address leads to another.
    let public = public.filter(|_| told_in.is_none());
    let of = |step: &str| attempt.clone().filter(|attempt| attempt.typed("step") == Some(step));
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{title}</h1>
            <p class="quiet">{kind.label(lang())}" · "<strong>{t!("curate-state", state = state.id())}</strong></p>
            <ul class="desk-ways">
                {public.map(|href| view! { <li><a href=href>{if state.is_public() { t!("draft-public") } else { t!("curate-removed-see") }}</a></li> })}
                {waiting.map(|revision| view! { <li><a href=format!("/moderation/{revision}")>{t!("curate-waiting")}</a></li> })}
                {state.is_public().then(|| view! { <li><a href=routes::history(kind, &entry.slug)>{t!("history")}</a></li> })}
            </ul>
            <JustDecided/>
            <Undoable entry=id/>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at=by_name(&["text", "line_de", "line_en", "ends", "trust", "because", "reason"])/>
            <Notes id notes attempt=of("note")/>
            {(state == EntryState::Published).then(|| view! { <Featuring id feature attempt=of("feature")/> })}
            {(kind == Kind::Organisation && state.is_public()).then(|| view! { <Trust id trust attempt=of("trust")/> })}
            {if state == EntryState::Removed {
                match told_in {
                    Some(into) => view! { <p class="notice">{t!("curate-merged-away")}" "<a href=crate::pages::duplicates::pair(id, into)>{t!("curate-merged-away-link")}</a></p> }.into_any(),
                    None => view! { <Restore id removed_because/> }.into_any(),
                }
            } else {
                view! { <Remove id attempt=of("remove")/> }.into_any()
            }}
            <h2>{t!("curate-past")}</h2>
            <ul class="plain-list">{past.into_iter().map(happened).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// Where all of its forms are sent to, and which one it is.
fn form_of(id: EntryId, step: &'static str) -> (String, impl IntoView) {
    (format!("/moderation/entries/{id}"), view! { <input type="hidden" name="step" value=step/> })
}

#[component]
fn Notes(id: EntryId, notes: Vec<Note>, attempt: Option<Attempt>) -> impl IntoView {
    let (action, step) = form_of(id, "note");
    view! {
        <section>
            <h2>{t!("curate-notes")}</h2>
            <p class="form-help">{t!("curate-notes-lead")}</p>
            <NoteList id notes/>
            <form class="form form-wide" method="post" action=action novalidate>
                {step}
                <TextField name="text" label=t!("curate-note") rows=3 attempt missing=missing("text")/>
                <button class="button" type="submit">{t!("curate-note-add")}</button>
            </form>
        </section>
    }
    .into_any()
}

#[component]
fn NoteList(id: EntryId, notes: Vec<Note>) -> impl IntoView {
    let row = move |note: Note| {
        let (date, who) = (format::date(Timestamp(note.at), lang()), somebody(note.email.as_deref(), &note.account_id));
        let (action, step) = form_of(id, "remove-note");
        view! {
            <li class="note">
                <p class="note-text">{note.text}</p>
                <p class="quiet">{t!("curate-past-by", who = who, date = date.as_str())}</p>
                <details class="twice">
                    <summary aria-label=t!("curate-note-remove-label", date = date)>{t!("curate-note-remove")}</summary>
                    <form method="post" action=action>
                        {step}<input type="hidden" name="note" value=note.id/>
                        <p>{t!("curate-note-remove-sure")}</p>
                        <button class="button-warn" type="submit">{t!("curate-note-remove-yes")}</button>
                    </form>
                </details>
            </li>
        }
    };
    (!notes.is_empty()).then(|| view! { <ul class="plain-list">{notes.into_iter().map(row).collect_view()}</ul> }).into_any()
}

#[component]
fn Featuring(id: EntryId, feature: Option<Feature>, attempt: Option<Attempt>) -> impl IntoView {
    let ((action, step), (end_action, end_step)) = (form_of(id, "feature"), form_of(id, "end-feature"));
    let is_open = feature.is_some() || attempt.is_some();
    let now = feature.clone().map(|feature| {
        let until = format::date(Timestamp(feature.ends_at - MOMENT), lang());
        view! {
            <p class="notice">{t!("curate-feature-now", date = until)}" "{feature.line(lang()).to_owned()}</p>
            <form method="post" action=end_action>{end_step}<button class="button-quiet" type="submit">{t!("curate-feature-end")}</button></form>
        }
    });
    view! {
        <details class="desk-part" open=is_open>
            <summary><h2>{t!("curate-feature")}</h2></summary>
            <p class="form-help">{t!("curate-feature-lead")}</p>
            {now}
            <form class="form form-wide" method="post" action=action novalidate>
                {step}
                <Field name="line_de" label=t!("curate-line-de") attempt=attempt.clone()/>
                <Field name="line_en" label=t!("curate-line-en") attempt=attempt.clone()/>
                <Field name="ends" label=t!("curate-ends") input_type="date" attempt missing=missing("ends")/>
                <button class="button" type="submit">{t!("curate-feature-save")}</button>
            </form>
        </details>
    }
    .into_any()
}

#[component]
fn Trust(id: EntryId, trust: Option<(String, Timestamp)>, attempt: Option<Attempt>) -> impl IntoView {
    let ((action, step), (end_action, end_step)) = (form_of(id, "trust"), form_of(id, "end-trust"));
    let is_open = trust.is_some() || attempt.is_some();
    let body = match trust {
        Some((reason, at)) => view! {
            <p class="notice">{t!("curate-trust-now", date = format::date(at, lang()), reason = reason)}</p>
            <form method="post" action=end_action>{end_step}<button class="button-quiet" type="submit">{t!("curate-trust-end")}</button></form>
        }
        .into_any(),
        None => view! {
            <form class="form form-wide" method="post" action=action novalidate>
                {step}
                <Field name="trust" label=t!("curate-trust-reason") attempt missing=missing("trust")/>
                <button class="button" type="submit">{t!("curate-trust-save")}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <details class="desk-part" open=is_open>
            <summary><h2>{t!("curate-trust")}</h2></summary>
            <p class="form-help">{t!("curate-trust-lead")}</p>
            {body}
        </details>
    }
    .into_any()
}

#[component]
fn Remove(id: EntryId, attempt: Option<Attempt>) -> impl IntoView {
    let (action, step) = form_of(id, "remove");
    let is_open = attempt.is_some();
    let choices = Removal::ALL.map(|removal| (removal.id(), t!("removal", because = removal.id()))).into();
    view! {
        <details class="desk-part" id="remove" open=is_open>
            <summary><h2>{t!("curate-remove")}</h2></summary>
            <p class="form-help">{t!("curate-remove-lead")}</p>
            <form class="form form-wide" method="post" action=action novalidate>
                {step}
                <SelectField name="because" label=t!("curate-because") choices attempt=attempt.clone() missing=missing("because")/>
                <TextField name="reason" label=t!("curate-remove-reason") rows=3 attempt missing=missing("reason")/>
                <details class="twice" open=is_open>
                    <summary>{t!("curate-remove-send")}</summary>
                    <p>{t!("curate-remove-sure")}</p>
                    <button class="button-warn" type="submit">{t!("curate-remove-yes")}</button>
                </details>
            </form>
        </details>
    }
    .into_any()
}

#[component]
fn Restore(id: EntryId, removed_because: Option<String>) -> impl IntoView {
    let (action, step) = form_of(id, "restore");
    let because = removed_because.map(|because| t!("removal", because = because));
    view! {
        <section>
            <h2>{t!("curate-restore")}</h2>
            <p class="notice">{t!("curate-removed")}" "{because}</p>
            <p class="form-help">{t!("curate-restore-lead")}</p>
            <form method="post" action=action>{step}<button class="button" type="submit">{t!("curate-restore")}</button></form>
        </section>
    }
    .into_any()
}

/// One step of its past. Who it was is told in the log.
fn happened(past: Past) -> impl IntoView {
    let reason = (!past.reason.is_empty()).then(|| view! { <blockquote>{reason_said(&past.action, &past.reason)}</blockquote> });
    let who = if past.actor.parse::<AccountId>().is_ok() { String::new() } else { format!(" · {}", t!("curate-machine")) };
    view! { <li><strong>{done_word(&past.action)}</strong>" · "{format::date(Timestamp(past.at), lang())}{who}{reason}</li> }
}
