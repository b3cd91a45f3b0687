//! `/moderation/synonyms/{id}`: one group of words; `new` is one that is not there yet.

use super::{
    Last, Outcome, Refused,
    effect::{Effect, Hints},
    filled, outcome, version_of,
};
use crate::{
    components::{desk::DeskNav, field::TextField, load::load, page_meta::PageMeta},
    context::{Attempt, backend, caller, keep_nowhere, rehearsal},
    i18n::t,
    routes,
};
use backend::{
    Backend,
    usecases::words::{Groups, Hint, Shown, Tried, list_groups, show_group, try_group},
};
use domain::account::Actor;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The group that the address names.
#[component]
pub fn GroupPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, rehearsal) = (backend(), caller(), rehearsal());
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    let answer = async move {
        let shown = shown(&backend, &actor, &id).await?;
        let known = shown.as_ref().map_or("", |shown| &shown.group.id);
        let tried = match rehearsal {
            None => None,
            Some(sent) => {
                let words = (sent.typed("step") != "try-remove").then(|| sent.typed("words"));
                Some(outcome(try_group(&backend, &actor, known, words).await)?)
            }
        };
        Ok((shown, tried))
    };
    load(answer, |(shown, tried)| view! { <Page shown tried/> })
}

/// Nothing where a new one is to be written.
async fn shown(backend: &Backend, actor: &Actor, id: &str) -> backend::Result<Option<Shown>> {
    if id != "new" {
        return show_group(backend, actor, id).await.map(Some);
    }
    // Whoever may not see the others may not begin one.
    list_groups(backend, actor, "", 1).await.map(|_: Groups| None)
}

#[component]
fn Page(shown: Option<Shown>, tried: Option<Outcome<(Tried, Vec<Hint>)>>) -> impl IntoView {
    let words = shown.as_ref().map(|shown| shown.group.words.clone()).unwrap_or_default();
    let (tried, wrong) = match tried {
        Some(Ok(tried)) => (Some(tried), None),
        Some(Err(fields)) => (None, Some(fields)),
        None => (None, None),
    };
    let attempt = filled(vec![("words", words.join("\n"))], wrong);
    let now = words.join(", ");
    let title = words.first().map_or_else(|| t!("synonyms-new"), |word| t!("synonyms-one", word = word.as_str()));
    let effect = match tried {
        Some((tried, hints)) => view! { <Effect tried hints/> }.into_any(),
        None => view! { <Hints hints=shown.as_ref().map(|shown| shown.hints.clone()).unwrap_or_default()/> }.into_any(),
    };
    let (id, version, last) = match shown {
        Some(shown) => (shown.group.id, Some(version_of(&attempt, shown.group.version)), shown.last),
        None => ("new".to_owned(), None, None),
    };
    let page = routes::synonyms(&id);
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{title}</h1>
            <Refused attempt=attempt.clone()><p class="kept-text">{now.clone()}</p></Refused>
            <p><a href="/moderation/synonyms">{t!("synonyms-back")}</a></p>
            <GroupForm page=page.clone() version attempt/>
            {effect}
            <Last last/>
            {version.map(|version| view! { <Remove page version/> })}
        </section>
    }
    .into_any()
}

/// The form whose words are kept, whichever of the buttons is pressed to try something out.
const WORDS: &str = "words-form";

#[component]
fn GroupForm(page: String, version: Option<i64>, attempt: Attempt) -> impl IntoView {
    view! {
        <form class="form" id=WORDS method="post" action=page.clone() novalidate>
            {version.map(|version| view! { <input type="hidden" name="version" value=version.to_string()/> })}
            <TextField name="words" label=t!("synonyms-words") help=t!("synonyms-words-help") rows=6 attempt=Some(attempt)/>
            <div class="form-row">
                <button class="button" type="submit" name="step" value="save">{t!("words-save")}</button>
                <button class="button-quiet" type="submit" name="step" value="try" formaction=format!("{page}#effect")>{t!("words-try")}</button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Remove(page: String, version: i64) -> impl IntoView {
    view! {
        <details class="twice">
            <summary>{t!("synonyms-remove")}</summary>
            <form method="post" action=page.clone()>
                <input type="hidden" name="version" value=version.to_string()/>
                <p>{t!("synonyms-remove-sure")}</p>
                <div class="form-row">
                    <button class="button-quiet" type="submit" name="step" value="remove">{t!("synonyms-remove-yes")}</button>
                    <button class="button-quiet" type="submit" name="step" value="try-remove" form=WORDS formaction=format!("{page}#effect")>{t!("synonyms-remove-try")}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
