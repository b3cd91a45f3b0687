//! `/moderation/vocabulary/{vocabulary}/{value}`: what one value is called.

use super::{Last, Outcome, Refused, effect::EffectOfLabel, filled, labels::counted, outcome, version_of};
use crate::{
    components::{
        desk::DeskNav,
        field::{Field, TextField},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, backend, caller, keep_nowhere, lang, rehearsal},
    i18n::t,
    routes,
};
use backend::usecases::words::{TriedLabel, Typed, Value, show_label, try_label};
use domain::words::Vocabulary;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The value that the address names.
#[component]
pub fn LabelPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, rehearsal) = (backend(), caller(), rehearsal());
    let params = use_params_map().get_untracked();
    let param = |name: &str| params.get(name).unwrap_or_default();
    let (vocabulary, id) = (param("vocabulary"), param("value"));
    let answer = async move {
        let (of, value) = show_label(&backend, &actor, &vocabulary, &id).await?;
        let tried = match rehearsal {
            None => None,
            Some(sent) => {
                let typed = Typed {
                    de: sent.typed("de"),
                    en: sent.typed("en"),
                    about_de: sent.typed("about_de"),
                    about_en: sent.typed("about_en"),
                };
                Some(outcome(try_label(&backend, &actor, &vocabulary, &id, &typed).await)?)
            }
        };
        Ok((of, value, tried))
    };
    load(answer, |(vocabulary, value, tried)| view! { <Page vocabulary value tried/> })
}

#[component]
fn Page(vocabulary: Vocabulary, value: Value, tried: Option<Outcome<TriedLabel>>) -> impl IntoView {
    let named = value.named.clone();
    let standing = vec![("de", named.de), ("en", named.en), ("about_de", named.about_de), ("about_en", named.about_en)];
    let (tried, wrong) = match tried {
        Some(Ok(tried)) => (Some(tried), None),
        Some(Err(fields)) => (None, Some(fields)),
        None => (None, None),
    };
    let attempt = filled(standing, wrong);
    let version = version_of(&attempt, value.version);
    let (page, name) = (routes::label(vocabulary.id, value.choice.id), value.named.label(lang()).to_owned());
    let now = value.clone();
    view! {
        <PageMeta title=name.clone() indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{name}</h1>
            <Refused attempt=attempt.clone()><Now value=now.clone()/></Refused>
            <p><a href=format!("/moderation/vocabulary#{}", vocabulary.id)>{t!("vocabulary-back", vocabulary = vocabulary.label(lang()))}</a></p>
            <dl class="words-facts">
                <div><dt>{t!("vocabulary-id")}</dt><dd><code>{value.choice.id}</code>" "<span class="quiet">{t!("vocabulary-id-help")}</span></dd></div>
                <div><dt>{t!("vocabulary-entries")}</dt><dd>{counted(&value)}</dd></div>
                <div><dt>{t!("vocabulary-built-in")}</dt><dd>{format!("{} / {}", value.choice.de, value.choice.en)}</dd></div>
            </dl>
            <LabelForm page version attempt/>
            {tried.map(|tried| view! { <EffectOfLabel tried/> })}
            <Last last=value.last/>
        </section>
    }
    .into_any()
}

/// As somebody else has saved it meanwhile.
#[component]
fn Now(value: Value) -> impl IntoView {
    let named = value.named;
    let abouts = [named.about_de, named.about_en].into_iter().filter(|about| !about.is_empty());
    view! { <p class="kept-text">{format!("{} / {}", named.de, named.en)}</p>{abouts.map(|about| view! { <p class="kept-text">{about}</p> }).collect_view()} }
    .into_any()
}

#[component]
fn LabelForm(page: String, version: i64, attempt: Attempt) -> impl IntoView {
    let attempt = Some(attempt);
    view! {
        <form class="form" method="post" action=page.clone() novalidate>
            <input type="hidden" name="version" value=version.to_string()/>
            <Field name="de" label=t!("vocabulary-de") attempt=attempt.clone()/>
            <Field name="en" label=t!("vocabulary-en") attempt=attempt.clone()/>
            <TextField name="about_de" label=t!("vocabulary-about-de") help=t!("vocabulary-about-help") rows=3 attempt=attempt.clone()/>
            <TextField name="about_en" label=t!("vocabulary-about-en") rows=3 attempt/>
            <div class="form-row">
                <button class="button" type="submit" name="step" value="save">{t!("words-save")}</button>
                <button class="button-quiet" type="submit" name="step" value="try" formaction=format!("{page}#effect")>{t!("words-try")}</button>
            </div>
        </form>
    }
    .into_any()
}
