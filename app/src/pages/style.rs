//! `/about/style`: every component in every state, for those who build these pages and for the tests that look at them.

use crate::{
    components::{
        card::EntryCard,
        chips::Chips,
        contradiction::ContradictionPair,
        facets::Facets,
        facts::{Fact, FactGroup, Sources, told},
        failure::{self, FailureText},
        groups::Groups,
        legend::Legend,
        load::load,
        nothing::Nothing,
        page_meta::PageMeta,
        paging::Paging,
        passage::Passage,
        phase::PhaseNote,
        place_said::PlaceSaid,
        records::{MakeOrBuyRecord, PhaseZeroRecord, Responsibility},
        search_form::SearchForm,
        similar::SimilarList,
        table::EntryTable,
        understood::Understood,
        views::ViewLinks,
    },
    context::{backend, caller, lang},
    i18n::t,
    routes::{EXPLORE, Listing, View},
};
use backend::{
    gazetteer::Gazetteer,
    search::language::reading::Corrected,
    usecases::{
        group_results::Group,
        list_contradictions::list_contradictions,
        loosen_query::{Looser, Without},
        nearby_topics::Nearby,
        place_hits::Placing,
        search_entries::{Results, search_entries},
        views::{Contradiction, Shared, Similar},
    },
};
use domain::{
    Error, FieldError, Lang, Problem,
    entry::Document,
    facet::Facet,
    project::Project,
    query::{Near, Query},
    vocabulary::{Kind, OnMap, Phase, Technique, Topic},
};
use leptos::prelude::*;

/// A project in which everything is said; every word of it says that it is a sample.
const SAMPLE: &str = include_str!("style_sample.json");

/// All components.
#[component]
pub fn Style() -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    let answer = async move {
        let query = Query { per_page: 3, ..Query::default() };
        let results = search_entries(&backend, &actor, &query).await?;
        let pairs = list_contradictions(&backend, &actor, 1).await?;
        Ok((results, pairs))
    };
    load(answer, |(results, pairs)| view! { <StylePage results pairs/> })
}

#[component]
fn StylePage(results: Results, pairs: Vec<Contradiction>) -> impl IntoView {
    let sample = sample();
    view! {
        <PageMeta title=t!("style") indexed=false/>
        <div class="style-page">
            <h1>{t!("style")}</h1>
            <p class="lead">{t!("style-lead")}</p>
            <Colours/>
            <Type/>
            <Controls results=results.clone()/>
            <Cards results=results.clone()/>
            {sample.map(|project| view! { <Story project/> })}
            <Searched results=results.clone()/>
            <Lists results/>
            {pairs.into_iter().map(|pair| view! { {part(t!("style-pair"), view! {<ContradictionPair a=pair.a b=pair.b why=pair.why/>})} }).collect_view()}
        </div>
        <Failures/>
    }
    .into_any()
}

fn sample() -> Option<Project> {
    let value = serde_json::from_str(SAMPLE).ok()?;
    match Document::parse(Kind::Project, value) {
        Ok(Document::Project(project)) => Some(project),
        _ => None,
    }
}

fn part(name: String, inner: impl IntoView + 'static) -> AnyView {
    view! { <section class="style-part"><h2 class="style-name">{name}</h2>{inner}</section> }.into_any()
}

#[component]
fn Colours() -> impl IntoView {
    let names = ["paper", "field", "ink", "muted", "line", "meadow", "clay", "water", "plum", "ochre"];
    view! {
        {part(t!("style-colours"), view! {
            <ul class="swatches">{names.into_iter().map(|name| view! { <li class=format!("swatch swatch-{name}")><span></span>{name}</li> }).collect_view()}</ul>
        })}
    }
    .into_any()
}

#[component]
fn Type() -> impl IntoView {
    view! {
        {part(t!("style-type"), view! {
            <p class="style-h1">"Fraunces 600 · Ä ö ü ß ẞ é ł"</p>
            <p class="style-h2">"Fraunces 600 · 1234567890"</p>
            <p class="lead">{t!("home-lead")}</p>
            <p>{t!("foot-claim")}" "<em>{t!("foot-claim")}</em>" "<strong>{t!("foot-claim")}</strong></p>
            <p class="quiet">{t!("foot-origin")}</p>
            <p><mark>{t!("style-sample")}</mark>" "<a href="#content">{t!("skip")}</a></p>
        })}
    }
    .into_any()
}

#[component]
fn Controls(results: Results) -> impl IntoView {
    let query = Query::parse("q=Beispiel&topic=care&phase=live&near=50667&km=30&bbox=5,47,15,55&page=2").unwrap_or_default();
    // One with few values, one with many, one of which some are left out.
    let shown = [Facet::Kind, Facet::Topic, Facet::Organisation];
    let few = results.facets.iter().filter(|(facet, _)| shown.contains(facet)).map(|(facet, counts)| (*facet, counts.clone()));
    let few = Results { facets: few.collect(), ..results.clone() };
    view! {
        {part(t!("style-buttons"), view! {
            <p class="style-row"><a class="button" href="#content">{t!("search-button")}</a><button class="filters-open style-shown" type="button">{t!("filters-open", count = 2)}</button></p>
            <SearchForm listing=EXPLORE query=Query::default()/>
            <SuggestionSamples/>
        })}
        <PlaceStates results=results.clone()/>
        {part(t!("style-filters"), view! {
            <ViewLinks listing=Listing { of: None, view: View::Table } query=query.clone()/>
            <Chips listing=EXPLORE query=query.clone() results/>
            <div class="style-facets"><Facets listing=EXPLORE query=query.clone() results=few/></div>
            <Paging listing=EXPLORE query pages=9/>
        })}
    }
    .into_any()
}

/// What is said of a place, and what a map cannot show.
#[component]
fn PlaceStates(results: Results) -> impl IntoView {
    let query = Query::parse("near=Freiburg").unwrap_or_default();
    let centre = query.near.as_ref().and_then(|near| Gazetteer::built_in().meant(&near.place));
    let refused = Some(Near { place: t!("style-sample"), km: 30 });
    let elsewhere = [(OnMap::State, 5), (OnMap::Nationwide, 12), (OnMap::International, 3), (OnMap::Online, 1), (OnMap::None, 1240)].into();
    let placing = Placing { total: 1469, located: 208, elsewhere };
    let meant = Results { centre, ..results.clone() };
    view! {
        {part(t!("style-places"), view! {
            <div class="place-said"><PlaceSaid listing=EXPLORE query=query.clone() results refused/></div>
            <div class="place-said"><PlaceSaid listing=EXPLORE query=query.clone() results=meant refused=None/></div>
            <div class="legend"><Legend listing=EXPLORE query placing/></div>
        })}
    }
    .into_any()
}

/// The list below the search field as its island fills it, the second option chosen.
#[component]
fn SuggestionSamples() -> impl IntoView {
    let detail = |label: &str| format!("{label} · {}", t!("count-entries", count = 1240));
    let options = [
        (Topic::Care.label(lang()), detail(Facet::Topic.label(lang()))),
        (Technique::Chatbot.label(lang()), detail(Facet::Technique.label(lang()))),
    ];
    view! {
        <div class="suggestions style-shown" role="listbox" aria-label=t!("suggest-label")>
            <div class="suggestion-group" role="group" aria-label=t!("suggest-values")>
                <p class="suggestion-head" aria-hidden="true">{t!("suggest-values")}</p>
                {options.into_iter().enumerate().map(|(at, (label, detail))| view! {
                    <a class="suggestion" role="option" href="#content" aria-selected=(at == 1).to_string()>
                        <span class="suggestion-label">{label}</span>" "<span class="suggestion-detail">{detail}</span>
                    </a>
                }).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn Cards(results: Results) -> impl IntoView {
    let shared = Shared { topics: vec![Topic::Care], techniques: vec![Technique::Chatbot], place: true, ..Shared::default() };
    let similar = results.page.items.iter().take(1).map(|card| Similar { card: card.clone(), shared: shared.clone() }).collect::<Vec<_>>();
    view! {
        {part(t!("style-cards"), view! {
            <div class="style-cards">{results.page.items.into_iter().map(|card| view! { <EntryCard card/> }).collect_view()}</div>
            <SimilarList heading=t!("project-similar") similar/>
        })}
    }
    .into_any()
}

#[component]
fn Story(project: Project) -> impl IntoView {
    let language = Lang::De;
    let silent = Project { phase: Phase::Ended, phase_reason: Default::default(), ..project.clone() };
    let phases: Vec<Project> = Phase::ALL.iter().map(|phase| Project { phase: *phase, ..project.clone() }).chain([silent]).collect();
    view! {
        {part(t!("style-phases"), view! {
            <div class="style-phases">{phases.into_iter().map(|project| view! { <PhaseNote project/> }).collect_view()}</div>
        })}
        {part(t!("style-passages"), view! {
            <Passage heading=t!("story-problem") text=project.problem.to_string() language/>
            <Passage heading=t!("story-setbacks") text=project.setbacks.to_string() language tone="setbacks"/>
            <Passage heading=t!("story-advice") text=project.advice.to_string() language tone="advice"/>
            <details class="easy" open><summary>{t!("easy")}</summary><p lang="de">{project.easy_language_summary.to_string()}</p></details>
        })}
        {part(t!("style-facts"), view! {
            <div class="facts">
                <FactGroup heading=t!("facts") facts=vec![told(t!("fact-place"), [project.place.to_string()]), told(t!("fact-cost"), []), told(t!("fact-effort"), [])]/>
                <dl><Fact name=t!("fact-seeks") values=vec![]/></dl>
            </div>
            <Sources urls=project.sources.clone()/>
        })}
        {part(t!("style-notices"), view! {
            <p class="notice">{t!("entry-language", language = Lang::En.label(lang()))}</p>
            <p class="origin"><strong>{t!("origin-compiled", whose = "known")}</strong></p>
        })}
        {part(t!("style-records"), view! {
            {project.phase_zero.clone().map(|record| view! { <PhaseZeroRecord record language/> })}
            {project.make_or_buy.clone().map(|record| view! { <MakeOrBuyRecord record language/> })}
            <Responsibility project/>
        })}
    }
    .into_any()
}

/// What is said about a search, and its hits by kind: one group with more behind it, one without.
#[component]
fn Searched(results: Results) -> impl IntoView {
    let query = Query { text: "Chatbto Beispiel".into(), ..Query::default() };
    let words = vec![("Chatbto".to_owned(), "Chatbot".to_owned())];
    let corrected = Corrected { text: "Chatbot Beispiel".into(), words };
    let taken = |with_all| Results { corrected: Some(corrected.clone()), with_all, ..results.clone() };
    let cards: Vec<_> = results.page.items.iter().take(1).cloned().collect();
    let groups =
        [(Kind::Project, 51), (Kind::Lesson, 1)].map(|(kind, total)| Group { kind, total, cards: cards.clone() }).into_iter().collect();
    view! {
        {part(t!("style-understood"), view! {
            <Understood listing=EXPLORE query=query.clone() results=taken(Some(2)) grouped=false/>
        })}
        {part(t!("style-groups"), view! {<Groups listing=EXPLORE query groups/>})}
    }
    .into_any()
}

#[component]
fn Lists(results: Results) -> impl IntoView {
    let query = Query::parse("topic=care&phase=live").unwrap_or_default();
    let mut none = results.clone();
    (none.page.items, none.page.total) = (vec![], 0);
    let near = |facet, value: &str, text: &str| {
        let query = Query { text: text.into(), ..Query::default() };
        Nearby { facet, value: value.into(), query, total: 12 }
    };
    let nearby = vec![near(Facet::Topic, "care", ""), near(Facet::Technique, "chatbot", "Beispiel")];
    let looser = query.filters.keys().map(|facet| Looser { without: Without::Facet(*facet), query: Query::default(), total: 12 }).collect();
    view! {
        {part(t!("style-table"), view! {<p class="quiet-words" id="found-count">{t!("style-table")}</p><EntryTable listing=EXPLORE query=Query::default() cards=results.page.items.clone()/>})}
        {part(t!("style-empty"), view! {<Nothing listing=EXPLORE query results=none looser nearby/>})}
    }
    .into_any()
}

#[component]
fn Failures() -> impl IntoView {
    let errors = [
        Error::Gone,
        Error::Conflict,
        Error::Invalid(vec![FieldError::new("page", Problem::NotInRange { min: 1, max: 100 })]),
        Error::Unavailable,
        Error::Internal("7F3A".into()),
    ];
    let one =
        |error: Error| view! { <section class="failure"><h3>{failure::words(&error).0}</h3><FailureText error/></section> }.into_any();
    part(t!("style-failures"), errors.into_iter().map(one).collect_view())
}
