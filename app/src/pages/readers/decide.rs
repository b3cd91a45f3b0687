//! `/submit/{id}/suggestions/{number}` and `/moderation/suggestions/{id}`: what a reader suggests, field by field, and the
//! decision.

use super::KeptWords;
use crate::{
    components::{
        changes::Changes,
        desk::{SoundsAlike, Summary, WrongByNow, wrong_at},
        field::Refusal,
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, here, keep_nowhere, lang, rehearsal, sent},
    format,
    i18n::{self, t},
    pages::param,
    routes,
};
use backend::{
    Backend, Failure,
    storage::suggestions::Suggestion,
    usecases::{
        members::similar_names,
        readers::{Considered, ConsideredNew, FieldChange, Turn, Which, consider, consider_new},
        show_card::show_card,
        views::Card,
    },
};
use domain::{Error, Lang, account::Actor, reader::SuggestionState, vocabulary::Kind};
use leptos::prelude::*;

/// What members decide on.
#[component]
pub fn DecidePage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, id, number, lang) = (backend(), caller(), param("id"), param("number"), lang());
    let answer = async move {
        let id = id.parse().map_err(|_| Error::NotFound)?;
        let number = number.parse().map_err(|_| Error::NotFound)?;
        consider(&backend, &actor, Which::Of(id, number), lang).await
    };
    load(answer, |considered| view! { <Correction considered/> })
}

/// A new entry with what is like it, or a correction.
enum Curated {
    New(Box<ConsideredNew>, String),
    Correction(Box<Considered>),
}

/// What moderators decide on.
#[component]
pub fn CuratePage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, id, sent, lang) = (backend(), caller(), param("id"), sent(), lang());
    load(async move { curated(&backend, &actor, &id, sent, lang).await }, |curated| match curated {
        Curated::New(considered, called) => view! { <NewEntry considered=*considered called/> }.into_any(),
        Curated::Correction(considered) => view! { <Correction considered=*considered/> }.into_any(),
    })
}

async fn curated(backend: &Backend, actor: &Actor, id: &str, sent: Option<Attempt>, lang: Lang) -> backend::Result<Curated> {
    match consider_new(backend, actor, id, lang).await {
        Ok(considered) => {
            let typed = |name| sent.as_ref().and_then(|sent| sent.typed(name));
            let called = typed("called").unwrap_or(&considered.suggestion.organisation).to_owned();
            let mut organisations = if called == considered.suggestion.organisation {
                considered.organisations
            } else {
                similar_names(backend, actor, &called).await.unwrap_or_default()
            };
            // What was chosen, or agreed to, stays to be chosen, whatever is looked for.
            let agreed = considered.agreed.as_ref().map(|agreed| agreed.what.as_str());
            for slug in [typed("organisation"), agreed].into_iter().flatten() {
                if organisations.iter().all(|card| *card.slug != *slug)
                    && let Ok(card) = show_card(backend, actor, Kind::Organisation, slug).await
                {
                    organisations.push(card);
                }
            }
            Ok(Curated::New(Box::new(ConsideredNew { organisations, ..considered }), called))
        }
        Err(Failure::Told(Error::NotFound)) => {
            consider(backend, actor, Which::Id(id), lang).await.map(|considered| Curated::Correction(Box::new(considered)))
        }
        Err(failure) => Err(failure),
    }
}

/// Who wrote it stays between them and us: only when, and why.
#[component]
fn Head(title: String, kind: Kind, suggestion: Suggestion) -> impl IntoView {
    let at = suggestion.confirmed_at.map(|at| format::date(at, lang())).unwrap_or_default();
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <h1>{title}</h1>
        <p class="quiet">{kind.label(lang())}" · "{t!("suggestion-by-reader", date = at)}</p>
        <h2>{t!("suggestion-why")}</h2>
        <blockquote class="claim-note">{suggestion.why}</blockquote>
    }
    .into_any()
}

#[component]
fn Correction(considered: Considered) -> impl IntoView {
    let attempt = attempt();
    let Considered { suggestion, entry, fields, public, draft, turn, agreed } = considered;
    let may_decide = turn.is_some();
    let kind = entry.kind;
    let title = t!("suggestion-for", title = suggestion.title.as_str());
    let is_open = suggestion.state == SuggestionState::Open;
    let href = entry.state.is_public().then(|| routes::entry(kind, &entry.slug));
    let (public, version) =
        (public.map(|id| id.to_string()).unwrap_or_default(), draft.map(|(_, version)| version.to_string()).unwrap_or_default());
    // Moderators go on with the next.
    let (back, back_words) = if here().path.starts_with(routes::readers::SUGGESTIONS) {
        (routes::readers::SUGGESTIONS.to_owned(), t!("suggestions"))
    } else {
        (routes::draft(entry.id), t!("write-back", title = suggestion.title.as_str()))
    };
    let typed = |attempt: &Attempt| attempt.typed.iter().filter(|(name, _)| name == "field").map(|(_, value)| value.clone()).collect();
    // Whoever is the second agrees to what the first did, unless they say otherwise.
    let ticked: Option<Vec<String>> = attempt.as_ref().map(typed).or_else(|| agreed.as_ref().map(|agreed| agreed.what.fields.clone()));
    let is_none_ticked = wrong_at(attempt.as_ref(), "field").is_some();
    let rows = fields.into_iter().enumerate();
    let rows = rows.map(|(place, field)| {
        let (is_first, autofocus) = (place == 0, place == 0 && is_none_ticked);
        view! { <FieldRow kind field turn ticked=ticked.clone() is_first autofocus/> }
    });
    let rows = rows.collect_view();
    let into_draft = draft.and(turn).map(|turn| match turn {
        Turn::Members => t!("suggestion-into-draft"),
        Turn::Moderators => t!("suggestion-beside-draft"),
    });
    let first = agreed.map(|agreed| if agreed.is_own { t!("suggestion-agreed-own") } else { t!("suggestion-agreed") });
    view! {
        <section class="form-page">
            <p class="form-back"><a href=back>{back_words}</a></p>
            <Head title kind suggestion=suggestion.clone()/>
            {href.map(|href| view! { <p><a href=href>{t!("draft-public")}</a></p> })}
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at=vec![("field", "field".to_owned()), ("reason", "reason".to_owned())]/>
            <WrongByNow kind attempt=attempt.clone()/>
            <KeptWords attempt=attempt.clone().filter(|_| !may_decide) name="reason"/>
            {(!is_open).then(|| view! { <p class="notice">{t!("suggestion-over-here")}</p> })}
            {(is_open && !may_decide).then(|| view! { <p class="notice">{t!("suggestion-not-yours")}</p> })}
            {into_draft.map(|words| view! { <p class="notice">{words}</p> })}
            {first.map(|words| view! { <p class="notice">{words}</p> })}
            <form class="form form-wide" method="post" action=here().path.to_string() novalidate>
                <input type="hidden" name="public" value=public/>
                <input type="hidden" name="draft" value=version/>
                {rows}
                {may_decide.then(|| view! { <Ways attempt accept=t!("suggestion-accept")/> })}
            </form>
        </section>
    }
    .into_any()
}

/// One field: what it said, what it should say, and what it says by now.
#[component]
fn FieldRow(
    kind: Kind,
    field: FieldChange,
    turn: Option<Turn>,
    ticked: Option<Vec<String>>,
    is_first: bool,
    autofocus: bool,
) -> impl IntoView {
    let FieldChange { change, now, in_draft, is_settled } = field;
    let name = change.field;
    let label = i18n::field(lang(), kind, name).label;
    // A moderator writes over nothing in a draft.
    let is_conflict = now.is_some() || (in_draft.is_some() && turn != Some(Turn::Moderators));
    // What would write over something else is ticked by nobody but whoever decides.
    let checked = ticked.map_or(!is_conflict && !is_settled, |ticked| ticked.iter().any(|ticked| ticked == name));
    let beside = |words: String, text: String| {
        let text = if text.is_empty() { t!("form-theirs-nothing") } else { text };
        view! { <div class="form-theirs"><p>{words}</p><blockquote>{text}</blockquote></div> }
    };
    let in_draft_words = if turn == Some(Turn::Moderators) { t!("suggestion-stays-in-draft") } else { t!("suggestion-in-draft") };
    let tick = turn.map(|_| {
        view! { <label class="form-tick"><input type="checkbox" name="field" id=is_first.then_some("field") value=name checked=checked autofocus=autofocus/><span>{t!("suggestion-take", field = label)}</span></label> }
    });
    view! {
        <div class="suggested" data-conflict=is_conflict.then_some("")>
            <Changes kind changes=vec![change]/>
            {now.map(|now| beside(t!("suggestion-now"), now))}
            {in_draft.map(|text| beside(in_draft_words, text))}
            {is_settled.then(|| view! { <p class="form-note">{t!("suggestion-settled")}</p> })}
            {tick}
        </div>
    }
    .into_any()
}

/// Yes, or no and why.
#[component]
fn Ways(attempt: Option<Attempt>, accept: String) -> impl IntoView {
    let wrong = wrong_at(attempt.as_ref(), "reason");
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed("reason")).unwrap_or_default().to_owned();
    let is_wrong = wrong.is_some();
    let described = if is_wrong { "reason-help reason-wrong" } else { "reason-help" };
    view! {
        <div class="form-row"><button class="button" type="submit" name="decision" value="accept">{accept}</button></div>
        <div class="form-field" data-wrong=is_wrong.then_some("")>
            <label for="reason">{t!("suggestion-reason")}</label>
            <p class="form-help" id="reason-help">{t!("suggestion-reason-help")}</p>
            {wrong.map(|wrong| view! { <p class="form-wrong" id="reason-wrong">{wrong}</p> })}
            <textarea id="reason" name="reason" rows="3" aria-describedby=described aria-invalid=is_wrong.then_some("true") autofocus=is_wrong>{format!("\n{typed}")}</textarea>
        </div>
        <div class="form-row"><button class="button-quiet" type="submit" name="decision" value="decline">{t!("suggestion-decline")}</button></div>
    }
    .into_any()
}

#[component]
fn NewEntry(considered: ConsideredNew, called: String) -> impl IntoView {
    let attempt = sent();
    let ConsideredNew { suggestion, changes, alike, organisations, agreed } = considered;
    let first = agreed.as_ref().map(|agreed| if agreed.is_own { t!("suggestion-agreed-own") } else { t!("suggestion-agreed-new") });
    let given = agreed.map(|agreed| agreed.what);
    let is_searched = rehearsal().is_some();
    let (kind, is_open) = (suggestion.kind, suggestion.state == SuggestionState::Open);
    view! {
        <section class="form-page">
            <p class="form-back"><a href=routes::readers::SUGGESTIONS>{t!("suggestions")}</a></p>
            <Head title=suggestion.title.clone() kind suggestion=suggestion.clone()/>
            <Refusal attempt=attempt.clone()/>
            <Summary attempt=attempt.clone() at=vec![("organisation", "organisation".to_owned()), ("reason", "reason".to_owned())]/>
            <WrongByNow kind attempt=attempt.clone()/>
            <KeptWords attempt=attempt.clone().filter(|_| !is_open) name="reason"/>
            {(!is_open).then(|| view! { <p class="notice">{t!("suggestion-over-here")}</p> })}
            {first.filter(|_| is_open).map(|words| view! { <p class="notice">{words}</p> })}
            <SoundsAlike cards=alike/>
            <h2>{t!("suggestion-text")}</h2>
            <Changes kind changes is_whole=true/>
            {is_open.then(|| view! {
                <h2>{t!("suggestion-owner")}</h2>
                <p>{t!("suggestion-owner-told", name = suggestion.organisation.as_str())}</p>
                // One form, so that whoever looks for another organisation keeps the reason that they wrote.
                <form class="form form-wide" method="post" action=routes::readers::curate(&suggestion.id) novalidate>
                    <div class="form-inline">
                        <label for="called">{t!("suggestion-owner-search")}</label>
                        <input id="called" name="called" type="search" value=called autofocus=is_searched/>
                        <button class="button-quiet" type="submit" name="decision" value="find">{t!("suggestion-owner-find")}</button>
                    </div>
                    <Owner organisations given attempt=attempt.clone()/>
                    <Ways attempt accept=t!("decide-publish")/>
                </form>
            })}
        </section>
    }
    .into_any()
}

/// Whose a new entry is: one that is called like what was asked for, or nobody's here.
#[component]
fn Owner(organisations: Vec<Card>, given: Option<String>, attempt: Option<Attempt>) -> impl IntoView {
    let typed = attempt.as_ref().and_then(|attempt| attempt.typed("organisation")).map(str::to_owned);
    // Looked for, and nothing chosen yet: the only one that was found is likely.
    let typed = typed.filter(|slug| !slug.is_empty() || rehearsal().is_none()).or(given);
    let wrong = wrong_at(attempt.as_ref(), "organisation");
    let is_wrong = wrong.is_some();
    let likely = organisations.first().map(|card| card.slug.to_string()).filter(|_| organisations.len() == 1);
    let (chosen, count) = (typed.or(likely).unwrap_or_default(), organisations.len());
    // Of two with one name, the address tells which.
    let is_twice = |card: &Card| organisations.iter().filter(|other| other.title == card.title).count() > 1;
    let options = organisations.iter().map(|card| {
        let (slug, title) = (card.slug.to_string(), card.title.clone());
        let words = if is_twice(card) { format!("{title} ({slug})") } else { title };
        view! { <option value=slug.clone() selected=slug == chosen>{words}</option> }
    });
    let options = options.collect_view();
    let described = if is_wrong { "organisation-help organisation-wrong" } else { "organisation-help" };
    view! {
        <div class="form-field" data-wrong=is_wrong.then_some("")>
            <label for="organisation">{t!("suggestion-owner-choose")}</label>
            <p class="form-help" id="organisation-help">{t!("suggestion-owner-help", count = count)}</p>
            {wrong.map(|wrong| view! { <p class="form-wrong" id="organisation-wrong">{wrong}</p> })}
            <select id="organisation" name="organisation" aria-describedby=described aria-invalid=is_wrong.then_some("true") autofocus=is_wrong>
                <option value="">{t!("suggestion-owner-none")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
