//! `/organisations/{slug}`: what it did and what it learned.

use super::slug;
use crate::{
    components::{
        entry_page::{EntryHead, Related},
        facts::Fact,
        load::load,
    },
    context::{backend, caller, lang},
};
use backend::usecases::show_organisation::{OrganisationView, show_organisation};
use leptos::prelude::*;

/// One organisation.
#[component]
pub fn Organisation() -> impl IntoView {
    let (backend, actor, slug) = (backend(), caller(), slug());
    load(async move { show_organisation(&backend, &actor, &slug).await }, |view| view! { <OrganisationPage view/> })
}

#[component]
fn OrganisationPage(view: OrganisationView) -> impl IntoView {
    let OrganisationView { entry, organisation, projects, lessons } = view;
    let lang = lang();
    let labels = |values: &[domain::vocabulary::Exchange]| values.iter().map(|v| v.label(lang).to_owned()).collect::<Vec<_>>();
    let website = organisation.website.clone();
    view! {
        <article class="entry">
            <EntryHead entry title=organisation.name.to_string() summary=organisation.description.to_string() state=organisation.kind.label(lang) language=organisation.language/>
            <aside class="facts facts-wide" aria-label="Fakten">
                <dl>
                    <Fact name="Ort" values=organisation.place.given().map(str::to_owned).into_iter().collect()/>
                    <Fact name="Bietet an" values=labels(&organisation.offers)/>
                    <Fact name="Sucht" values=labels(&organisation.seeks)/>
                </dl>
                {website.map(|url| view! { <p class="links"><a href=url.to_string() rel="nofollow noopener">{format!("Website: {}", url.host())}</a></p> })}
            </aside>
        </article>
        <Related heading="Projekte" cards=projects/>
        <Related heading="Erfahrungen" cards=lessons/>
    }
    .into_any()
}
