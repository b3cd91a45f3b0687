//! `/moderation`: what waits for a decision, to choose from and to decide on many at once.

mod checks;
mod entry;
mod events;
mod filters;
mod links;
mod operation;
mod statistics;
mod submission;
mod templates;
mod words;

pub use checks::CheckList;
pub use entry::EntryDesk;
pub use events::Events;
pub use links::BrokenLinksPage;
pub use operation::OperationPage;
pub use statistics::Statistics;
pub use submission::SubmissionPage;
pub use templates::Templates;
pub use words::{GroupPage, GroupsPage, LabelPage, LabelsPage};

use crate::{
    components::{
        desk::{
            AlsoWaiting, DeskNav, JustDecided, MaybeDoubles, Signs, Summary, Undoable, Why, by_name, is_beside, somebody, with_filters,
            wrong_at,
        },
        field::Refusal,
        load::load,
        page_meta::PageMeta,
        paging::turn,
    },
    context::{attempt, backend, caller, here, keep_nowhere, lang, rehearsal, sent},
    format,
    i18n::t,
};
use backend::{
    storage::queue::Waiting,
    usecases::{
        curate::{Work, count_waiting},
        moderate::{Alike, Asked, Queue, list_queue},
    },
};
use domain::{
    Error,
    entry::EntryState,
    id::{AccountId, RevisionId},
};
use filters::Filters;
use leptos::prelude::*;
use std::collections::HashMap;

/// What waits, as it was asked for.
#[component]
pub fn Moderation() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, lang, query) = (backend(), caller(), lang(), here().query);
    let answer = async move {
        let asked = Asked::parse(&query, is_beside).map_err(Error::Invalid)?;
        Ok((list_queue(&backend, &actor, &asked, lang).await?, count_waiting(&backend, &actor).await?, asked))
    };
    load(answer, |(queue, work, asked)| view! { <QueuePage queue work asked/> })
}

#[component]
fn QueuePage(queue: Queue, work: Work, asked: Asked) -> impl IntoView {
    let (attempt, total) = (attempt(), queue.total);
    let Queue { page, alike, organisations, templates, account, two_person, .. } = queue;
    let (pages, (from, to), matching) = (page.pages(), page.range(), page.total);
    let is_behind = page.items.is_empty() && matching > 0;
    let range = (matching > 0 && !is_behind)
        .then(|| view! { <p class="quiet" id="queue-range">{t!("queue-range", from = from, to = to, total = matching)}</p> });
    let nothing = (page.items.is_empty() && total > 0)
        .then(|| view! { <p class="lead">{if is_behind { t!("queue-behind") } else { t!("queue-none") }}</p> });
    let turning = {
        let asked = asked.clone();
        turn(asked.page, pages, move |to, label, rel| view! { <a rel=rel href=with_filters("/moderation", &asked.on_page(to))>{label}</a> })
    };
    let rows = (!page.items.is_empty()).then(|| view! { <Bulk rows=page.items alike account asked=asked.clone() templates/> });
    let lead = if work.is_none() { t!("moderation-nothing") } else { t!("moderation-waiting", count = total) };
    view! {
        <PageMeta title=t!("moderation") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav work/>
            <h1>{t!("moderation")}</h1>
            <JustDecided/>
            <Undoable/>
            <p class="lead">{lead}</p>
            {(total == 0).then(|| view! { <AlsoWaiting work/> })}
            {(total > 0).then(|| view! { <Filters asked organisations two_person/> })}
            <Refusal attempt=attempt.clone()/>
            <Summary attempt at=by_name(&["picked", "decision", "template", "reason"])/>
            {range}{nothing}{rows}{turning}
        </section>
    }
    .into_any()
}

/// The list with a box at each, and what to do with all that are ticked.
#[component]
fn Bulk(
    rows: Vec<Waiting>,
    mut alike: HashMap<RevisionId, Vec<Alike>>,
    account: AccountId,
    asked: Asked,
    templates: Vec<(String, String)>,
) -> impl IntoView {
    // What was ticked, chosen and written stays, whether it was refused or only the ticks were to be changed.
    let ticking = rehearsal().map(|rehearsal| rehearsal.typed("step") == "all");
    let attempt = sent();
    let (is_all, is_none) = (ticking == Some(true), ticking == Some(false));
    let picked: Vec<String> =
        attempt.iter().flat_map(|attempt| &attempt.typed).filter(|(name, _)| name == "picked").map(|(_, value)| value.clone()).collect();
    let decision = attempt.as_ref().and_then(|attempt| attempt.typed("decision")).unwrap_or_default().to_owned();
    let is_picked_missing = wrong_at(attempt.as_ref(), "picked").is_some();
    let rows = rows.into_iter().enumerate().map(|(place, waiting)| {
        let is_picked = is_all || !is_none && picked.contains(&format!("{}:{}", waiting.revision, waiting.version));
        let (is_first, autofocus) = (place == 0, place == 0 && is_picked_missing);
        let alike = alike.remove(&waiting.revision).unwrap_or_default();
        view! { <QueueRow waiting alike account asked=asked.clone() is_picked is_first autofocus/> }
    });
    let is_decision_missing = wrong_at(attempt.as_ref(), "decision").is_some() && !is_picked_missing;
    view! {
        <form method="post" action=with_filters("/moderation/bulk", &asked) novalidate>
            // The first button is the one that Enter presses anywhere in the form.
            <button class="quiet-words" type="submit" tabindex="-1" aria-hidden="true">{t!("queue-bulk-send")}</button>
            <p class="queue-all">
                <button class="button-link" type="submit" name="step" value=if is_all { "none" } else { "all" } autofocus=ticking.is_some()>
                    {if is_all { t!("queue-all-off") } else { t!("queue-all") }}
                </button>
            </p>
            <ul class="plain-list queue">{rows.collect_view()}</ul>
            <section class="bulk">
                <h2>{t!("queue-bulk")}</h2>
                <p class="form-help">{t!("queue-bulk-help")}</p>
                <Ways chosen=decision autofocus=is_decision_missing/>
                <Why templates attempt/>
                <button class="button" type="submit">{t!("queue-bulk-send")}</button>
            </section>
        </form>
    }
    .into_any()
}

/// Three ways; none is chosen before. `autofocus` puts the first one under the space bar.
#[component]
fn Ways(chosen: String, autofocus: bool) -> impl IntoView {
    let ways = [("publish", t!("decide-publish")), ("request-changes", t!("decide-changes")), ("reject", t!("decide-reject"))];
    let way = |(value, words): (&'static str, String)| {
        view! {
            <label class="form-tick">
                <input type="radio" name="decision" id=(value == "publish").then_some("decision") value=value checked=chosen == value autofocus=autofocus && value == "publish"/>
                {words}
            </label>
        }
    };
    view! { <fieldset class="decide-ways"><legend class="quiet-words">{t!("decide-way")}</legend>{ways.into_iter().map(way).collect_view()}</fieldset> }
        .into_any()
}

#[component]
fn QueueRow(
    waiting: Waiting,
    alike: Vec<Alike>,
    account: AccountId,
    asked: Asked,
    is_picked: bool,
    is_first: bool,
    autofocus: bool,
) -> impl IntoView {
    let news = match waiting.returned_at {
        Some(at) => t!("moderation-again", date = format::date(at, lang())),
        None if waiting.state == EntryState::Unpublished => t!("moderation-new"),
        None => t!("moderation-change"),
    };
    let at = format::date(waiting.since, lang());
    let reader = waiting.reader.map(|(id, email, until)| {
        let time = format::clock(until);
        if id == account {
            t!("queue-reading-mine", time = time)
        } else {
            t!("queue-reading", who = somebody(email.as_deref(), &id.to_string()), time = time)
        }
    });
    let approved = waiting.approved_by.map(|by| if by == account { t!("queue-approved-mine") } else { t!("queue-approved") });
    let organisation = waiting.organisation.filter(|name| *name != waiting.title).map(|name| format!(" · {name}"));
    view! {
        <li class="queue-row">
            <input type="checkbox" name="picked" id=is_first.then_some("picked") autofocus=autofocus value=format!("{}:{}", waiting.revision, waiting.version) checked=is_picked aria-label=t!("queue-pick", title = waiting.title.as_str())/>
            <div>
                <a href=with_filters(&format!("/moderation/{}", waiting.revision), &asked)>{waiting.title}</a>
                <p class="quiet">{waiting.kind.label(lang())}" · "<strong>{news}</strong>" · "{at}{organisation}</p>
                <Signs signals=waiting.signals completeness=waiting.completeness/>
                <MaybeDoubles alike/>
                {reader.map(|words| view! { <p class="queue-reader">{words}</p> })}
                {approved.map(|words| view! { <p class="queue-reader">{words}</p> })}
            </div>
        </li>
    }
    .into_any()
}
