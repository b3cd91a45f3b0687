//! `/organisations/new`: founding an organisation.

use super::sign_in::next;
use crate::{
    components::{
        field::{Field, Refusal, SelectField, TextField},
        load::load,
        page_meta::PageMeta,
    },
    context::{Attempt, attempt, backend, caller, keep_nowhere, lang},
    i18n::t,
    routes,
};
use backend::usecases::{members::similar_names, views::Card};
use domain::{
    Error, Lang, Problem,
    vocabulary::{Kind, OrganisationKind},
};
use leptos::prelude::*;

/// The form; after it was sent, with those that have similar names.
#[component]
pub fn Found() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, attempt) = (backend(), caller(), attempt());
    let sent = attempt.clone();
    let answer = async move {
        match &sent {
            _ if actor.account().is_none() => Err(Error::Unauthenticated.into()),
            Some(sent) if has_similar(sent) => similar_names(&backend, &actor, sent.typed("name").unwrap_or_default()).await,
            _ => Ok(vec![]),
        }
    };
    load(answer, |similar| view! { <FoundPage attempt similar/> })
}

fn has_similar(attempt: &Attempt) -> bool {
    attempt.wrong().iter().any(|wrong| wrong.problem == Problem::SimilarNames)
}

#[component]
fn FoundPage(attempt: Option<Attempt>, similar: Vec<Card>) -> impl IntoView {
    let kinds = OrganisationKind::ALL.iter().map(|kind| (kind.id(), kind.label(lang()).to_owned())).collect();
    let languages = vec![(Lang::De.id(), "Deutsch".to_owned()), (Lang::En.id(), "English".to_owned())];
    let next = next(attempt.as_ref()).map(|next| view! { <input type="hidden" name="next" value=next.to_string()/> });
    let send = if similar.is_empty() { t!("found-send") } else { t!("found-another") };
    let is_another = (!similar.is_empty()).then(|| view! { <input type="hidden" name="is_another" value="1"/> });
    view! {
        <PageMeta title=t!("found") indexed=false/>
        <section class="form-page">
            <h1>{t!("found")}</h1>
            <p class="lead">{t!("found-lead")}</p>
            <Refusal attempt=attempt.clone()/>
            <SimilarNames similar/>
            <form class="form" method="post" action="/organisations/new" novalidate>
                {next}
                {is_another}
                <Field name="name" label=t!("found-name") help=t!("found-name-help") autocomplete="organization" attempt=attempt.clone()/>
                <SelectField name="kind" label=t!("found-kind") choices=kinds attempt=attempt.clone()/>
                <Field name="place" label=t!("found-place") help=t!("found-place-help") required=false attempt=attempt.clone()/>
                <Field name="website" label=t!("found-website") help=t!("found-website-help") inputmode="url" autocomplete="url" required=false attempt=attempt.clone()/>
                <TextField name="description" label=t!("found-description") help=t!("found-description-help") attempt=attempt.clone()/>
                <SelectField name="language" label=t!("found-language") choices=languages chosen=Lang::De.id() attempt/>
                <button class="button" type="submit">{send}</button>
            </form>
            <p class="form-note">{t!("found-note")}</p>
        </section>
    }
    .into_any()
}

#[component]
fn SimilarNames(similar: Vec<Card>) -> impl IntoView {
    let row = |card: Card| {
        let claim = routes::claim(&card.slug);
        let label = t!("found-similar-claim-label", name = card.title.as_str());
        view! {
            <li>
                <a href=routes::entry(Kind::Organisation, &card.slug)>{card.title}</a>
                {card.place.map(|place| view! { " · "{place} })}
                " "<a class="button-quiet" href=claim aria-label=label>{t!("found-similar-claim")}</a>
            </li>
        }
    };
    (!similar.is_empty())
        .then(|| {
            view! {
                <div class="refusal" role="alert">
                    <h2>{t!("found-similar")}</h2>
                    <ul class="row-list">{similar.into_iter().map(row).collect_view()}</ul>
                    <p>{t!("found-similar-else")}</p>
                </div>
            }
        })
        .into_any()
}
