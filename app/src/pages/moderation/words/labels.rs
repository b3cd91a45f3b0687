//! `/moderation/vocabulary`: every value, what it is called, and how many entries carry it.

use crate::{
    components::{desk::DeskNav, load::load, page_meta::PageMeta},
    context::{backend, caller, keep_nowhere, lang},
    format,
    i18n::t,
    routes,
};
use backend::usecases::words::{Listed, Value, list_labels};
use domain::words::Vocabulary;
use leptos::prelude::*;

/// All vocabularies.
#[component]
pub fn LabelsPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor) = (backend(), caller());
    load(async move { list_labels(&backend, &actor).await }, |listed| view! { <Page listed/> })
}

#[component]
fn Page(listed: Vec<Listed>) -> impl IntoView {
    let jump = |listed: &Listed| {
        let vocabulary = listed.vocabulary;
        view! { <li><a href=format!("#{}", vocabulary.id)>{vocabulary.label(lang())}</a></li> }
    };
    let jumps = listed.iter().map(jump).collect_view();
    view! {
        <PageMeta title=t!("vocabulary") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("vocabulary")}</h1>
            <p class="lead">{t!("vocabulary-lead")}</p>
            <nav class="words-jump" aria-label=t!("vocabulary-jump")><ul>{jumps}</ul></nav>
            {listed.into_iter().map(|listed| view! { <List listed/> }).collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn List(listed: Listed) -> impl IntoView {
    let Listed { vocabulary, values } = listed;
    let heads = [t!("vocabulary-de"), t!("vocabulary-en"), t!("vocabulary-entries"), t!("vocabulary-id"), t!("vocabulary-edit")];
    let title = format!("{}-title", vocabulary.id);
    view! {
        <h2 id=vocabulary.id><span id=title.clone()>{vocabulary.label(lang())}</span></h2>
        {(!vocabulary.is_searched()).then(|| view! { <p class="quiet">{t!("vocabulary-not-searched")}</p> })}
        <div class="scroll" tabindex="0" role="region" aria-labelledby=title>
            <table class="table words-table">
                <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).into_iter().collect_view()}</tr></thead>
                <tbody>{values.into_iter().map(|value| view! { <Row vocabulary value/> }).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(vocabulary: Vocabulary, value: Value) -> impl IntoView {
    let href = routes::label(vocabulary.id, value.choice.id);
    let name = value.named.label(lang()).to_owned();
    view! {
        <tr>
            <th scope="row" lang="de">{value.named.de.clone()}</th>
            <td lang="en">{value.named.en.clone()}</td>
            <td>{counted(&value)}</td>
            <td><code>{value.choice.id}</code></td>
            <td><a href=href aria-label=t!("vocabulary-edit-one", name = name)>{t!("vocabulary-edit")}</a></td>
        </tr>
    }
    .into_any()
}

/// How many entries carry it, with the facet's name where there are several.
pub fn counted(value: &Value) -> String {
    match &value.entries[..] {
        [(_, count)] => format::number(*count, lang()),
        several => several
            .iter()
            .map(|(facet, count)| format!("{}: {}", facet.label(lang()), format::number(*count, lang())))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
