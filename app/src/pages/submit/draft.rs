//! `/submit/{id}`: where an entry stands, and what can be done next.

use super::{Back, anchor, entry_id, name_of, removed::RemovedEntry, state_word};
use crate::{
    components::{
        desk::{done_word, reason_said},
        field::{Refusal, sentence},
        form::is_chosen,
        load::load,
        page_meta::PageMeta,
        suggestions_here::SuggestionsHere,
    },
    context::{attempt, backend, caller, lang},
    format,
    i18n::{self, t},
    routes,
};
use backend::{
    storage::suggestions::Suggestion,
    usecases::{
        readers::list_waiting,
        write::{Draft, show_draft, show_removed},
    },
};
use domain::{
    FieldError, Problem,
    account::{Actor, Role},
    entry::EntryState,
    form::{self, Section},
    id::EntryId,
    limits,
    revision::RevisionState,
    vocabulary::Kind,
};
use leptos::prelude::*;

/// An entry as its authors see it.
#[component]
pub fn DraftPage() -> impl IntoView {
    let (backend, actor, id) = (backend(), caller(), entry_id());
    let asked = actor.clone();
    let answer = async move {
        let id = id?;
        if let Some(removed) = show_removed(&backend, &asked, id).await? {
            return Ok(Err(removed));
        }
        Ok(Ok((show_draft(&backend, &asked, id).await?, list_waiting(&backend, &asked, Some(id)).await?)))
    };
    load(answer, move |found| match found {
        Ok((draft, waiting)) => view! { <Overview draft actor waiting/> }.into_any(),
        Err(removed) => view! { <RemovedEntry removed/> }.into_any(),
    })
}

#[component]
fn Overview(draft: Draft, actor: Actor, waiting: Vec<Suggestion>) -> impl IntoView {
    let attempt = attempt();
    let (id, state) = (draft.entry.id, state_word(draft.entry.state, draft.state));
    let is_public = draft.entry.state.is_public();
    let public = is_public.then(|| routes::entry(draft.entry.kind, &draft.entry.slug));
    view! {
        <PageMeta title=draft.title.clone() indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href="/submit">{t!("write-desk")}</a></p>
            <h1>{draft.title.clone()}</h1>
            <p class="draft-state" data-state=draft.state.id()><strong>{state}</strong>" · "{t!("draft-saved", date = format::date(draft.changed_at, lang()))}</p>
            <Refusal attempt/>
            <Reason draft=draft.clone()/>
            <SuggestionsHere waiting/>
            {public.map(|href| view! { <p><a href=href>{t!("draft-public")}</a></p> })}
            {draft.is_editable().then(|| view! { <Editable draft=draft.clone()/> })}
            {draft.is_waiting().then(|| view! { <Waiting id/> })}
            {(!draft.is_editable() && !draft.is_waiting()).then(|| view! { <Begin id state=draft.state/> })}
            <BrokenLinks links=draft.broken_links.clone()/>
            <Confirm draft=draft.clone()/>
            <PutAway draft=draft.clone() actor/>
            <PastOf draft/>
        </section>
    }
    .into_any()
}

/// Why it came back.
#[component]
fn Reason(draft: Draft) -> impl IntoView {
    draft
        .reason()
        .map(|past| {
            view! {
                <div class="refusal" role="note">
                    <p><strong>{t!("draft-reason")}</strong></p>
                    <div class="prose" inner_html=backend::markdown::to_html(&past.reason)></div>
                </div>
            }
        })
        .into_any()
}

/// What can be written, what is wrong, and handing it in.
#[component]
fn Editable(draft: Draft) -> impl IntoView {
    let (id, kind) = (draft.entry.id, draft.entry.kind);
    let sections = form::sections(kind).iter().map(|section| view! { <SectionLink draft=draft.clone() section/> }).collect_view();
    let is_ready = draft.problems.is_empty();
    let (discard, what_goes, yes) = match draft.was_public {
        true => (t!("draft-give-up"), t!("draft-give-up-text"), t!("draft-give-up-yes")),
        false => (t!("draft-discard"), t!("draft-discard-text"), t!("draft-discard-yes")),
    };
    view! {
        <Completeness draft=draft.clone()/>
        <ol class="sections">{sections}{(kind == Kind::Project).then(|| view! { <PicturesLink draft=draft.clone()/> })}</ol>
        {(!is_ready).then(|| view! { <Problems id problems=draft.problems.clone() draft=draft.clone()/> })}
        <div class="form-row">
            <form method="post" action=routes::draft_step(id, "submit")><button class="button" type="submit" disabled=!is_ready>{t!("draft-submit")}</button></form>
            <a class="button-quiet" href=routes::draft_step(id, "preview")>{t!("draft-preview")}</a>
        </div>
        <p class="form-note">{if draft.goes_live { t!("draft-submit-note-live") } else { t!("draft-submit-note") }}</p>
        <form method="post" action=routes::draft_step(id, "discard")>
            <input type="hidden" name="version" value=draft.version.to_string()/>
            <details class="draft-discard">
                <summary>{discard}</summary><p>{what_goes}</p><button class="button-quiet" type="submit">{yes}</button>
            </details>
        </form>
    }
    .into_any()
}

/// A section: how much is told there, and what is wrong.
#[component]
fn SectionLink(draft: Draft, section: &'static Section) -> impl IntoView {
    let (id, kind) = (draft.entry.id, draft.entry.kind);
    let words = i18n::section(lang(), kind, section.id);
    let told = section.fields.iter().filter(|field| form::value_of(&draft.document, field.name).is_some()).count();
    let is_wrong = draft.problems.iter().any(|problem| form::section_of(kind, &problem.field) == Some(section));
    view! {
        <li data-wrong=is_wrong.then_some("")>
            <a href=routes::draft_section(id, section.id)>{words.label}</a>
            <span class="quiet">{t!("section-told", told = told, all = section.fields.len())}</span>
            {words.help.map(|lead| view! { <p class="quiet">{lead}</p> })}
        </li>
    }
    .into_any()
}

/// The way to its pictures.
#[component]
fn PicturesLink(draft: Draft) -> impl IntoView {
    let count = draft.document.get("images").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    view! {
        <li>
            <a href=routes::draft_step(draft.entry.id, "pictures")>{t!("pictures")}</a>
            <span class="quiet">{t!("section-told", told = count, all = limits::PICTURES)}</span>
            <p class="quiet">{t!("pictures-lead")}</p>
        </li>
    }
    .into_any()
}

/// How much is told of what helps readers most, and what to tell next.
#[component]
fn Completeness(draft: Draft) -> impl IntoView {
    let (id, kind, next) = (draft.entry.id, draft.entry.kind, draft.next);
    let link = |name: &'static str| {
        let section = form::section_of(kind, name).map_or("basics", |section| section.id);
        view! { <li><a href=format!("{}#{name}", routes::draft_section(id, section))>{i18n::field(lang(), kind, name).label}</a></li> }
    };
    let (told, of) = (next.told, next.of);
    view! {
        <section class="completeness" aria-label=t!("complete-label")>
            <p>{t!("complete-told", told = told, of = of)}</p>
            <progress value=told.to_string() max=of.to_string() aria-label=t!("complete-label")></progress>
            {(!next.missing.is_empty()).then(|| view! { <p>{t!("complete-next")}</p><ul class="complete-next">{next.missing.into_iter().take(3).map(link).collect_view()}</ul> })}
        </section>
    }
    .into_any()
}

/// Everything that is wrong, each with the way to its field.
#[component]
fn Problems(id: EntryId, problems: Vec<FieldError>, draft: Draft) -> impl IntoView {
    let kind = draft.entry.kind;
    let row = |problem: FieldError| {
        let section = form::section_of(kind, &problem.field).map_or("basics", |section| section.id);
        let name = name_of(kind, &problem.field);
        let href = format!("{}?check=yes#{}", routes::draft_section(id, section), anchor(&problem.field));
        let said = sentence(&problem.problem, form::field_of(kind, &problem.field).is_some_and(|field| is_chosen(field.input)));
        view! { <li><a href=href>{name}</a>": "{said}</li> }
    };
    view! { <section class="refusal" aria-labelledby="wrong"><h2 id="wrong">{t!("draft-wrong")}</h2><ul>{problems.into_iter().map(row).collect_view()}</ul></section> }
        .into_any()
}

#[component]
fn Waiting(id: EntryId) -> impl IntoView {
    view! {
        <p class="notice">{t!("draft-waiting")}</p>
        <div class="form-row">
            <a class="button-quiet" href=routes::draft_step(id, "preview")>{t!("draft-preview")}</a>
            <form method="post" action=routes::draft_step(id, "take-back")><button class="button-quiet" type="submit">{t!("draft-take-back")}</button></form>
        </div>
    }
    .into_any()
}

#[component]
fn Begin(id: EntryId, state: RevisionState) -> impl IntoView {
    let words = if state == RevisionState::Rejected { t!("draft-again") } else { t!("draft-edit") };
    view! {
        <form class="form-row" method="post" action=routes::draft_step(id, "begin")><button class="button" type="submit">{words}</button></form>
    }
    .into_any()
}

/// Links of what is public that lead nowhere.
#[component]
fn BrokenLinks(links: Vec<String>) -> impl IntoView {
    let rows = links.iter().map(|url| view! { <li>{url.clone()}</li> }).collect_view();
    (!links.is_empty()).then(|| view! { <section class="refusal"><h2>{t!("draft-links-broken")}</h2><ul>{rows}</ul></section> }).into_any()
}

/// Saying that what is public is still right.
#[component]
fn Confirm(draft: Draft) -> impl IntoView {
    let entry = draft.entry;
    let last = entry.confirmed_at.map_or_else(|| t!("draft-unconfirmed"), |at| t!("draft-confirmed", date = format::date(at, lang())));
    (entry.state == EntryState::Published)
        .then(|| {
            view! {
                <form class="form-row" method="post" action=routes::draft_step(entry.id, "confirm")>
                    <button class="button-quiet" type="submit">{t!("draft-confirm")}</button><span class="quiet">{last}</span>
                </form>
            }
        })
        .into_any()
}

/// Archiving and withdrawing, for those who may.
#[component]
fn PutAway(draft: Draft, actor: Actor) -> impl IntoView {
    let owner = draft.entry.subject().organisation;
    let may = match &actor {
        Actor::Member { memberships, .. } => memberships.iter().any(|(id, role)| Some(*id) == owner && *role == Role::Owner),
        Actor::Moderator { .. } => true,
        _ => false,
    };
    let id = draft.entry.id;
    if draft.is_kept {
        return may.then(|| view! { <p class="form-note">{Problem::WasTakenBack.describe(lang())}</p> }).into_any();
    }
    if draft.entry.published_at.is_none() {
        // A draft that is all there is has a button of its own for that.
        let is_all = draft.is_editable() && draft.number == 1;
        return (may && !is_all && !draft.is_waiting()).then(|| view! { <Delete id/> }).into_any();
    }
    if !may {
        return ().into_any();
    }
    let way = |ending: &'static str, words: String, text: String| {
        view! {
            <form method="post" action=routes::draft_step(id, "end")>
                <input type="hidden" name="ending" value=ending/>
                <details class="draft-discard"><summary>{words.clone()}</summary><p>{text}</p><button class="button-quiet" type="submit">{words}</button></details>
            </form>
        }
    };
    let archive = || way("archive", t!("end-archive"), t!("end-archive-text"));
    let withdraw = || way("withdraw", t!("end-withdraw"), t!("end-withdraw-text"));
    let resume = || way("resume", t!("end-resume"), t!("end-resume-text"));
    match draft.entry.state {
        EntryState::Published => view! { {archive()}{withdraw()} }.into_any(),
        EntryState::Archived => view! { {resume()}{withdraw()} }.into_any(),
        EntryState::Unpublished => view! { <p class="form-note">{t!("end-withdrawn")}</p>{resume()} }.into_any(),
        EntryState::Removed => ().into_any(),
    }
}

/// Deleting what was never published.
#[component]
fn Delete(id: EntryId) -> impl IntoView {
    view! {
        <form method="post" action=routes::draft_step(id, "delete")>
            <details class="draft-discard"><summary>{t!("end-delete")}</summary><p>{t!("end-delete-text")}</p><button class="button-quiet" type="submit">{t!("end-delete-yes")}</button></details>
        </form>
    }
    .into_any()
}

/// What happened so far.
#[component]
fn PastOf(draft: Draft) -> impl IntoView {
    let row = |past: backend::storage::events::Past| {
        let date = format::date(domain::time::Timestamp(past.at), lang());
        let number = past.number.map(|number| t!("past-revision", number = number));
        let reason = (!past.reason.is_empty()).then(|| view! { <blockquote>{reason_said(&past.action, &past.reason)}</blockquote> });
        view! { <li><strong>{done_word(&past.action)}</strong>" · "{date}{number.map(|number| format!(" · {number}"))}{reason}</li> }
    };
    let rows = draft.past.into_iter().map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <section class="past"><h2>{t!("past")}</h2><ul class="plain-list">{rows}</ul></section> }).into_any()
}

/// The head of the pages below.
#[component]
pub fn DraftHead(draft: Draft, title: String, #[prop(optional_no_strip)] lead: Option<String>) -> impl IntoView {
    let meta = format!("{title} – {}", draft.title);
    view! {
        <PageMeta title=meta indexed=false/>
        <Back id=draft.entry.id title=draft.title/>
        <h1>{title}</h1>
        {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
    }
    .into_any()
}
