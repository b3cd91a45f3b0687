//! `/moderation/duplicates/{a}/{b}`: two entries beside each other, and what becomes of each field.

use super::{
    pair, reasons,
    standing::{Settled, Undone, title},
};
use crate::{
    components::{field::Refusal, load::load, page_meta::PageMeta},
    context::{Attempt, attempt, backend, caller, here, keep_nowhere, lang},
    format, i18n,
    i18n::t,
    pages::param,
    routes,
};
use backend::{
    storage::entries::Entry,
    usecases::{
        difference::{Change, Side},
        duplicates::{Merging, Standing, show_merge},
    },
};
use domain::{
    Error,
    id::RevisionId,
    vocabulary::{Kind, Origin},
};
use leptos::prelude::*;

/// Two entries that may become one.
#[component]
pub fn MergePage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, a, b, lang) = (backend(), caller(), param("a"), param("b"), lang());
    let answer = async move {
        let both = a.parse().and_then(|a| Ok((a, b.parse()?))).map_err(|_| Error::NotFound)?;
        show_merge(&backend, &actor, both, lang).await
    };
    load(answer, |merging| view! { <Page merging/> })
}

#[component]
fn Page(merging: Merging) -> impl IntoView {
    let attempt = attempt();
    let titles = merging.entries.each_ref().map(title);
    let why = merging.why.as_ref().map(|why| view! { <p>{t!("merge-why", why = reasons(why).join(", "))}</p> });
    let is_apart = merging.standing == Standing::Apart;
    view! {
        <PageMeta title=t!("merge") indexed=false/>
        <section class="form-page merge-page">
            <p class="form-back"><a href=super::LIST>{t!("duplicates")}</a></p>
            <h1>{t!("merge")}</h1>
            <p class="lead">{t!("merge-both", a = titles[0].as_str(), b = titles[1].as_str())}</p>
            {why}
            <Undone/>
            <Refusal attempt=attempt.clone()/>
            {if is_apart { view! { <MergeForm merging attempt/> }.into_any() } else { view! { <Settled merging/> }.into_any() }}
        </section>
    }
    .into_any()
}

/// What was chosen, or is proposed.
struct Chosen {
    attempt: Option<Attempt>,
    stays: usize,
}

impl Chosen {
    fn of(merging: &Merging, attempt: Option<Attempt>) -> Self {
        let asked = here().value("stays");
        let said = attempt.as_ref().and_then(|attempt| attempt.typed("stays").map(str::to_owned)).or(asked);
        let agreed = || merging.agreed.as_ref().map(|agreed| usize::from(agreed.what.stays.0 == merging.entries[1].id));
        let stays = said.map(|said| usize::from(said == "1")).or_else(agreed).unwrap_or_else(|| merging.proposed());
        Self { attempt, stays }
    }

    fn side_of(&self, merging: &Merging, change: &Change) -> usize {
        let typed = self.attempt.as_ref().and_then(|attempt| attempt.typed(&format!("from-{}", change.field)));
        if let Some(typed) = typed {
            return usize::from(typed == "1");
        }
        let agreed = merging.agreed.as_ref().filter(|agreed| agreed.what.stays.0 == merging.entries[self.stays].id);
        match agreed {
            Some(agreed) if agreed.what.taken.contains(change.field) => 1 - self.stays,
            Some(_) => self.stays,
            None => merging.default_of(change, self.stays),
        }
    }
}

#[component]
fn MergeForm(merging: Merging, attempt: Option<Attempt>) -> impl IntoView {
    let chosen = Chosen::of(&merging, attempt);
    let kind = merging.entries[0].kind;
    let titles = merging.entries.each_ref().map(title);
    let action = pair(merging.entries[0].id, merging.entries[1].id);
    let versions = format!("{}.{}", merging.entries[0].version, merging.entries[1].version);
    let count = merging.changes.len();
    let first = merging.agreed.as_ref().map(|agreed| if agreed.is_own { t!("merge-agreed-own") } else { t!("merge-agreed") });
    let rows = merging.changes.iter().map(|change| {
        let from = chosen.side_of(&merging, change);
        view! { <Choice kind change=change.clone() from titles=titles.clone()/> }.into_any()
    });
    let rows = rows.collect_view();
    let sides = [0, 1].map(|place| {
        let entry = merging.entries[place].clone();
        view! { <Stays entry place waiting=merging.waiting[place] ends_trust=merging.ends_trust[place] is_chosen=place == chosen.stays/> }
            .into_any()
    });
    view! {
        <form class="form form-wide" method="post" action=action>
            <input type="hidden" name="versions" value=versions/>
            {first.map(|words| view! { <p class="notice" role="status">{words}</p> })}
            <fieldset class="form-field">
                <legend>{t!("merge-stays")}</legend>
                <p class="form-help">{t!("merge-stays-help")}</p>
                <div class="merge-sides">{sides.into_iter().collect_view()}</div>
                <button class="button-quiet merge-again" type="submit" formmethod="get">{t!("merge-preselect")}</button>
            </fieldset>
            <section class="merge-fields">
                <h2>{t!("merge-fields", count = count)}</h2>
                {(count > 0).then(|| view! { <p class="form-help">{t!("merge-fields-help")}</p> })}
                {rows}
            </section>
            <section class="merge-end">
                <p>{match kind { Kind::Organisation => t!("merge-moves-organisation"), Kind::Project => t!("merge-moves-project"), Kind::Lesson => t!("merge-moves-lesson") }}</p>
                <div class="form-row"><button class="button" type="submit">{t!("merge-now")}</button><a href=super::LIST>{t!("merge-cancel")}</a></div>
            </section>
        </form>
    }
    .into_any()
}

/// One of the two, as the one that stays.
#[component]
fn Stays(entry: Entry, place: usize, waiting: Option<RevisionId>, ends_trust: bool, is_chosen: bool) -> impl IntoView {
    let href = routes::entry(entry.kind, &entry.slug);
    let address = href.clone();
    let owner = entry.organisation.as_ref().map(|owner| owner.document.name.to_string());
    let origin = if entry.origin == Origin::Organisation { t!("merge-origin-organisation") } else { t!("merge-origin-sources") };
    let since = entry.published_at.map(|at| t!("merge-published", date = format::date(at, lang())));
    let facts = [owner, Some(origin), since].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <div class="merge-side">
            <label class="form-tick"><input type="radio" name="stays" value=place.to_string() checked=is_chosen/><span>{title(&entry)}</span></label>
            <p class="quiet">{facts}</p>
            <p><a href=href target="_blank">{address}</a></p>
            {ends_trust.then(|| view! { <p class="quiet">{t!("merge-ends-trust")}</p> })}
            {waiting.map(|waiting| view! { <p class="form-wrong">{t!("merge-waiting")}" "<a href=format!("/moderation/{waiting}")>{t!("merge-waiting-link")}</a></p> })}
        </div>
    }
    .into_any()
}

/// One field, as each says it.
#[component]
fn Choice(kind: Kind, change: Change, from: usize, titles: [String; 2]) -> impl IntoView {
    let field = change.field;
    let label = if field == "organisation" { t!("merge-organisation") } else { i18n::field(lang(), kind, field).label };
    let side = |place: usize, own: Side| {
        let words: Vec<_> = change.words.iter().filter(|(side, _)| *side == own || *side == Side::Both).cloned().collect();
        let is_empty = words.iter().all(|(_, text)| text.trim().is_empty());
        let marked = words.into_iter().map(move |(side, text)| {
            if side == own { view! { <mark>{text}</mark> }.into_any() } else { view! { <span>{text}</span> }.into_any() }
        });
        let said =
            if is_empty { view! { <span class="quiet">{t!("merge-nothing")}</span> }.into_any() } else { marked.collect_view().into_any() };
        view! {
            <label class="merge-said">
                <span class="merge-whose"><input type="radio" name=format!("from-{field}") value=place.to_string() checked=from == place/><span>{titles[place].clone()}</span></span>
                <span class="merge-text">{said}</span>
            </label>
        }
        .into_any()
    };
    view! { <fieldset class="merge-choice"><legend>{label}</legend><div class="merge-sides">{side(0, Side::Old)}{side(1, Side::New)}</div></fieldset> }
        .into_any()
}
