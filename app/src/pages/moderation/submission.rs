//! `/moderation/{revision}`: one submission beside what is public, and the decision.

use crate::{
    components::{
        changes::Changes,
        desk::{
            HiddenOwnerHere, JustDecided, MaybeDoubles, Signs, SoundsAlike, Summary, Why, WithOwner, WrongByNow, asked, by_name, done_word,
            reason_said, somebody, with_filters, wrong_at,
        },
        entry_page::Edition,
        field::Refusal,
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    pages::{moderation::Ways, param, readers::KeptWords, submit::article},
    routes,
};
use backend::{
    public,
    storage::{events::Past, notes::Note, readings::Reading},
    usecases::{
        moderate::{Desk, Since, Submission, show_submission},
        write::{HiddenOwner, hidden_owner},
    },
};
use domain::{
    Error, limits,
    revision::RevisionState,
    time::{MINUTE, Timestamp},
    vocabulary::Kind,
};
use leptos::prelude::*;

/// One submission.
#[component]
pub fn SubmissionPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, id, lang) = (backend(), caller(), param("revision"), lang());
    let answer = async move {
        let id = id.parse().map_err(|_| Error::NotFound)?;
        let submission = show_submission(&backend, &actor, id, lang).await?;
        let owner = hidden_owner(&backend, &actor, submission.entry.id).await?;
        Ok((submission, owner))
    };
    load(answer, |(submission, owner)| view! { <Page submission owner/> })
}

#[component]
fn Page(
    submission: Submission,
    /// Whose it is, where readers cannot read that yet.
    owner: Option<HiddenOwner>,
) -> impl IntoView {
    let attempt = attempt();
    let Submission { entry, revision, document, changes, since, alike, alike_unread, past, desk } = submission;
    let (signals, completeness) = desk.counted;
    let (curated, notes) = (format!("/moderation/entries/{}", entry.id), desk.notes.clone());
    let kind = entry.kind;
    let title = document.as_ref().map_or("…", |document| document.title()).to_owned();
    let is_change = entry.revision.is_some();
    let public = entry.state.is_public().then(|| routes::entry(kind, &entry.slug));
    let waits = revision.state == RevisionState::Submitted;
    let news = match &since {
        Some(since) => t!("moderation-again", date = format::date(since.at, lang())),
        None if is_change => t!("moderation-change"),
        None => t!("moderation-new"),
    };
    let asked_for = past.iter().find(|past| matches!(past.action.as_str(), "changes-requested" | "check-taken-back"));
    let asked_for = asked_for.map(|past| past.reason.clone()).unwrap_or_default();
    let (count, at, id) = (changes.len(), format::date(revision.changed_at, lang()), revision.id.to_string());
    let whole = document.map(|document| article(public::entry(entry), public::document(document), Edition::Untitled));
    // Whoever wrote something before somebody else came keeps what they wrote, and may go on with it.
    let other = desk.other().cloned().filter(|_| waits);
    let decides = waits && (other.is_none() || attempt.is_some());
    let kept = attempt.clone().filter(|_| !waits);
    let stands = revision.state.id();
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page submission-head">
            <p class="form-back"><a href=with_filters("/moderation", &asked())>{t!("moderation-back")}</a></p>
            <JustDecided/>
            <h1>{title}</h1>
            <p class="quiet">{kind.label(lang())}" · "{news}" · "{t!("moderation-since", date = at)}{public.map(|href| view! { " · "<a href=href>{t!("draft-public")}</a> })}</p>
            <Signs signals completeness/>
            {owner.clone().filter(|_| waits).map(|owner| view! { <HiddenOwnerHere owner/> })}
            {match &other {
                Some(other) => view! { <ReadByOther reading=other.clone() id=id.clone()/> }.into_any(),
                None if waits => view! { <ReadBy desk=desk.clone() id=id.clone()/> }.into_any(),
                None => view! { <p class="notice">{t!("moderation-over", state = stands)}</p> }.into_any(),
            }}
            <Agreed desk=desk.clone() waits/>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at=by_name(&["decision", "template", "reason"])/>
            <WrongByNow kind attempt=attempt.clone()/>
            <KeptWords attempt=kept name="reason"/>
            <SoundsAlike cards=alike/>
            {(!alike_unread.is_empty()).then(|| view! { <section class="notice alike"><h2>{t!("moderation-alike-unread")}</h2><MaybeDoubles alike=alike_unread is_titled=true/></section> })}
            {since.map(|since| view! { <SinceAsked kind since asked_for/> })}
            {is_change.then(|| view! { <h2>{t!("moderation-changes", count = count)}</h2><Changes kind changes/> })}
        </section>
        {if is_change { view! { <details class="whole"><summary>{t!("moderation-whole")}</summary>{whole}</details> }.into_any() } else { view! { <div class="whole">{whole}</div> }.into_any() }}
        <section class="form-page"><NotesHere notes href=curated/><Before past/></section>
        // Last, so that it stays in view all the way.
        {decides.then(|| view! { <Decide id version=revision.version templates=desk.templates is_read=other.is_some() owner attempt/> })}
    }
    .into_any()
}

/// What was asked for, and what authors made of it.
#[component]
fn SinceAsked(kind: Kind, since: Since, asked_for: String) -> impl IntoView {
    let (count, date) = (since.changes.len(), format::date(since.at, lang()));
    let asked_for = (!asked_for.is_empty()).then(|| view! { <p>{t!("moderation-asked")}</p><blockquote>{asked_for}</blockquote> });
    view! { <h2>{t!("moderation-since-asked", count = count, date = date)}</h2>{asked_for}<Changes kind changes=since.changes/> }.into_any()
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

/// That it is reserved for whoever asks.
#[component]
fn ReadBy(desk: Desk, id: String) -> impl IntoView {
    let action = with_filters(&format!("/moderation/{id}/release"), &asked());
    desk.reading
        .map(|reading| {
            view! {
                <form class="form-inline reading-mine" method="post" action=action>
                    <span class="quiet">{t!("reading-mine", time = format::clock(reading.until))}</span>
                    <button class="button-link" type="submit">{t!("reading-release")}</button>
                </form>
            }
        })
        .into_any()
}

/// Who else reads it, since when and until when; and how to go on where they have left it so.
#[component]
fn ReadByOther(reading: Reading, id: String) -> impl IntoView {
    let who = somebody(reading.email.as_deref(), &reading.account.to_string());
    let since = Timestamp(reading.until.0 - limits::READING_MINUTES * MINUTE);
    let words = t!("reading-other", who = who.clone(), since = format::clock(since), time = format::clock(reading.until));
    let action = with_filters(&format!("/moderation/{id}/take-over"), &asked());
    view! {
        <div class="notice reading-other" role="status">
            <p>{words}</p>
            <details class="twice">
                <summary>{t!("reading-take-over")}</summary>
                <form method="post" action=action>
                    <p>{t!("reading-take-over-sure", who = who)}</p>
                    <button class="button-warn" type="submit">{t!("reading-take-over-yes")}</button>
                </form>
            </details>
        </div>
    }
    .into_any()
}

/// Who has agreed, where two have to.
#[component]
fn Agreed(desk: Desk, waits: bool) -> impl IntoView {
    let agreed = (desk.two_person && waits).then(|| match desk.approved_by {
        None => t!("decide-first"),
        Some(by) if by == desk.account => t!("decide-second-mine"),
        Some(_) => t!("decide-second"),
    });
    agreed.map(|words| view! { <p class="notice">{words}</p> }).into_any()
}

/// Three ways, and why: a bar that stays in view; on small screens its first line does. The first way is under the space
/// bar when the page opens, but not chosen; the other keys do what they always do.
#[component]
fn Decide(
    id: String,
    version: i64,
    templates: Vec<(String, String)>,
    /// Whether somebody else reads it by now.
    is_read: bool,
    owner: Option<HiddenOwner>,
    attempt: Option<Attempt>,
) -> impl IntoView {
    let chosen = attempt.as_ref().and_then(|attempt| attempt.typed("decision")).unwrap_or_default().to_owned();
    let is_why_wrong = ["reason", "template"].iter().any(|name| wrong_at(attempt.as_ref(), name).is_some());
    let take_over = is_read.then(
        || view! { <button class="button-warn" type="submit" name="take-over" value="yes">{t!("reading-take-over-decide")}</button> },
    );
    let with_owner = (!is_read).then(|| view! { <WithOwner owner/> });
    view! {
        <form class="decide" method="post" action=with_filters(&format!("/moderation/{id}"), &asked()) novalidate aria-labelledby="decide">
            <h2 class="quiet-words" id="decide">{t!("decide")}</h2>
            <div class="decide-ways-line">
                <Ways chosen autofocus=!is_why_wrong && !is_read/>
                <a class="decide-on" href="#decide-why">{t!("decide-on")}</a>
            </div>
            <div class="decide-rest" id="decide-why">
                <input type="hidden" name="version" value=version.to_string()/>
                <Why templates rows=2 attempt/>
                <div class="form-row"><button class="button" type="submit">{t!("decide-send")}</button>{take_over}{with_owner}</div>
            </div>
        </form>
    }
    .into_any()
}

/// What happened before.
#[component]
fn Before(past: Vec<Past>) -> impl IntoView {
    let row = |past: Past| {
        let reason = (!past.reason.is_empty()).then(|| view! { <blockquote>{reason_said(&past.action, &past.reason)}</blockquote> });
        view! { <li><strong>{done_word(&past.action)}</strong>" · "{format::date(Timestamp(past.at), lang())}{reason}</li> }
    };
    (!past.is_empty())
        .then(|| view! { <h2>{t!("past")}</h2><ul class="plain-list">{past.into_iter().map(row).collect_view()}</ul> })
        .into_any()
}
