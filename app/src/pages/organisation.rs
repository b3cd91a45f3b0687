//! `/organisations/{slug}`: what it did and learned, what it offers and seeks, on a map.

use super::slug;
use crate::{
    components::{
        entry_page::{Edition, EntryFoot, EntryHead, Related, all_of_organisation},
        facts::{Fact, FactLink},
        load::load,
        map::{MapOf, MapOfPlace},
        structured::{self, Structured},
    },
    context::{backend, caller, lang},
    i18n::t,
    routes,
};
use backend::{
    storage::entries::Entry,
    usecases::show_organisation::{OrganisationView, show_organisation},
};
use domain::{
    account::Actor,
    facet::Facet,
    organisation::Organisation as Document,
    query::Query,
    vocabulary::{Exchange, Kind},
};
use leptos::prelude::*;

/// One organisation.
#[component]
pub fn Organisation() -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_organisation(&backend, &actor, &slug).await }, |view| view! { <OrganisationPage view/> })
}

#[component]
fn OrganisationPage(view: OrganisationView) -> impl IntoView {
    let OrganisationView { entry, organisation, projects, lessons, located } = view;
    let all = [Kind::Project, Kind::Lesson].map(|kind| all_of_organisation(&entry.slug, kind));
    let [all_projects, all_lessons] = all.map(Some);
    let query = Query::default().toggled(Facet::Organisation, &entry.slug);
    let label = t!("map-of-organisation", name = organisation.name.to_string());
    let slug = entry.slug.to_string();
    let is_member = matches!(caller(), Actor::Member { memberships, .. } if memberships.iter().any(|(id, _)| *id == entry.id));
    let empty = projects.items.is_empty() && lessons.items.is_empty();
    view! {
        <OrganisationArticle entry organisation/>
        <Related heading=t!("organisation-projects") listed=projects all=all_projects/>
        <Related heading=t!("organisation-lessons") listed=lessons all=all_lessons/>
        {empty.then(|| view! { <p class="quiet">{t!("organisation-nothing")}</p> })}
        <Belonging slug is_member/>
        {(located > 1).then(|| view! { <section class="related"><h2>{t!("organisation-map")}</h2><MapOf query label/></section> })}
    }
    .into_any()
}

/// For those whose organisation it is, or may be.
#[component]
fn Belonging(slug: String, is_member: bool) -> impl IntoView {
    if is_member {
        return view! { <p class="belonging"><a href=routes::members(&slug)>{t!("members-manage")}</a></p> }.into_any();
    }
    view! { <p class="belonging">{t!("claim-question")}" "<a href=routes::claim(&slug) rel="nofollow">{t!("claim-way")}</a></p> }.into_any()
}

/// What a revision says; without what belongs to the entry as it is today.
#[component]
pub fn OrganisationArticle(entry: Entry, organisation: Document, #[prop(default = Edition::Current)] edition: Edition) -> impl IntoView {
    let (lang, own) = (lang(), organisation.language);
    let labels = |values: &[Exchange]| values.iter().map(|v| v.label(lang).to_owned()).collect::<Vec<_>>();
    let data = structured::organisation(&entry, &organisation);
    let place = organisation.located();
    let website = organisation.website.clone();
    // Its authors may have made the place coarser since an older revision.
    let map = place.public_point().zip(place.name.clone()).filter(|_| edition == Edition::Current);
    view! {
        <article class="entry">
            <EntryHead entry=entry.clone() title=organisation.name.to_string() summary=organisation.description.to_string() state=organisation.kind.label(lang) language=own edition/>
            <aside class="facts facts-wide" aria-label=t!("facts")>
                <dl>
                    <Fact name=t!("fact-offers") values=labels(&organisation.offers)/>
                    <Fact name=t!("fact-seeks") values=labels(&organisation.seeks)/>
                    <Fact name=t!("fact-place") values=place.name.into_iter().collect()/>
                    {website.map(|url| view! { <FactLink name=t!("fact-website") url/> })}
                </dl>
                {map.map(|(point, name)| view! { <MapOfPlace point label=t!("map-of-place", place = name)/> })}
            </aside>
            <EntryFoot entry/>
            {(edition == Edition::Current).then(|| view! { <Structured data/> })}
        </article>
    }
    .into_any()
}
