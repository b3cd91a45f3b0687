//! `/`: what this is, in one look; the search field; everything on a map; what is new.

use crate::{
    components::{card::CardList, load::load, map::MapOf, search_form::SearchForm},
    context::{backend, caller, lang},
    format,
};
use backend::usecases::search_entries::{Results, search_entries};
use domain::{facet::Facet, query::Query, vocabulary::Kind};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

/// Questions that real people come with.
const EXAMPLES: [(&str, &str); 4] = [
    ("immer gleiche Anfragen", "/explore?q=gleiche+Anfragen"),
    ("Leichte Sprache", "/explore?q=Leichte+Sprache"),
    ("Chatbot in der Sozialberatung", "/explore?q=Chatbot&topic=social-counselling"),
    ("was nicht geklappt hat", "/explore?kind=lesson&outcome=failed"),
];

/// The start page.
#[component]
pub fn Home() -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    let answer = async move {
        let everything = search_entries(&backend, &actor, &Query { per_page: 1, ..Query::default() }).await?;
        let projects = search_entries(&backend, &actor, &newest(Kind::Project)).await?;
        let lessons = search_entries(&backend, &actor, &newest(Kind::Lesson)).await?;
        Ok((everything, projects, lessons))
    };
    load(answer, |(everything, projects, lessons)| view! { <HomeView everything projects lessons/> })
}

fn newest(kind: Kind) -> Query {
    Query { per_page: 6, ..Query::default().toggled(Facet::Kind, kind.id()) }
}

#[component]
fn HomeView(everything: Results, projects: Results, lessons: Results) -> impl IntoView {
    view! {
        <Title text="Allmende: KI-Projekte für das Gemeinwohl" formatter=|title: String| title/>
        <Meta name="description" content="Eine Karte und ein Verzeichnis von KI-Projekten gemeinnütziger Organisationen: was sie versucht haben, was geklappt hat und was nicht."/>
        <section class="hero">
            <h1>"Was andere mit KI fürs Gemeinwohl versucht haben"</h1>
            <p class="lead">"Vereine, Verbände und Kommunen zeigen ihre Projekte und sagen offen, was geklappt hat, was nicht und was sie raten."</p>
            <SearchForm query=Query::default()/>
            <p class="examples">
                "Zum Beispiel: "
                {EXAMPLES.into_iter().map(|(words, href)| view! { <a href=href>{words}</a> }).collect_view()}
            </p>
            <Counts results=everything.clone()/>
        </section>
        <section class="home-map" aria-labelledby="on-the-map">
            <h2 id="on-the-map">"Auf der Karte"</h2>
            <p class="quiet">{format!("Mit Ort: {}. Jeder Eintrag steht auch in der ", format::counted(everything.located, "Eintrag", "Einträge", lang()))}<a href="/explore">"Liste"</a>"."</p>
            <MapOf query=Query::default() label="Karte aller Einträge"/>
        </section>
        <section class="home-new">
            <h2>"Neue Projekte"</h2>
            <CardList cards=projects.page.items/>
            <p><a href="/explore?kind=project">{format!("Alle Projekte ({})", format::number(projects.page.total, lang()))}</a></p>
        </section>
        <section class="home-new">
            <h2>"Neue Erfahrungen"</h2>
            <CardList cards=lessons.page.items/>
            <p><a href="/explore?kind=lesson">{format!("Alle Erfahrungen ({})", format::number(lessons.page.total, lang()))}</a></p>
        </section>
    }
    .into_any()
}

/// How much there is of each kind.
#[component]
fn Counts(results: Results) -> impl IntoView {
    let counts = results.facets.get(&Facet::Kind).cloned().unwrap_or_default();
    let words = [(Kind::Project, "Projekte"), (Kind::Lesson, "Erfahrungen"), (Kind::Organisation, "Organisationen")];
    view! {
        <ul class="counts">
            {words.into_iter().map(|(kind, word)| {
                let count = counts.get(kind.id()).copied().unwrap_or_default();
                view! { <li data-kind=kind.id()><a href=format!("/explore?kind={}", kind.id())><strong>{format::number(count, lang())}</strong>" "{word}</a></li> }
            }).collect_view()}
        </ul>
    }
    .into_any()
}
