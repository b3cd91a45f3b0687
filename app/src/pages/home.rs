//! `/`: what this is, in one look; ways in by question, problem, place and topic; what is new.

use crate::{
    components::{
        card::CardList,
        contradiction::ContradictionPair,
        featured::FeaturedList,
        load::load,
        map::MapOf,
        page_meta::PageMeta,
        search_form::SearchForm,
        structured::{self, Structured},
    },
    context::{backend, caller, lang},
    format,
    i18n::t,
    routes,
};
use backend::usecases::{
    search_entries::Results,
    show_home::{HomeView, show_home},
    views::Contradiction,
};
use domain::{
    facet::Facet,
    query::Query,
    vocabulary::{Kind, Outcome},
};
use leptos::prelude::*;

/// The start page.
#[component]
pub fn Home() -> impl IntoView {
    let (backend, actor) = (backend(), caller());
    load(async move { show_home(&backend, &actor).await }, |view| view! { <HomePage view/> })
}

#[component]
fn HomePage(view: HomeView) -> impl IntoView {
    let HomeView { everything, projects, lessons, contradiction, featured } = view;
    view! {
        <PageMeta title=String::new()/>
        <Hero results=everything.clone()/>
        <Problems/>
        <FeaturedList featured/>
        <OnTheMap located=everything.located/>
        <Topics results=everything/>
        <section class="home-new">
            <div class="home-side"><h2>{t!("home-projects")}</h2><CardList cards=projects.page.items/><All kind=Kind::Project count=projects.page.total/></div>
            <div class="home-side"><h2>{t!("home-lessons")}</h2><CardList cards=lessons.page.items/><All kind=Kind::Lesson count=lessons.page.total/></div>
        </section>
        {contradiction.map(|pair| view! { <Contradicting pair/> })}
        <Gains/>
        <Structured data=structured::website()/>
    }
    .into_any()
}

#[component]
fn Hero(results: Results) -> impl IntoView {
    // Searches in the words that people use, tried on the sample directory; one that is no search but a filter.
    let search = |words: String| (words.clone(), routes::EXPLORE.href(&Query { text: words, ..Query::default() }));
    let examples = [
        search(t!("example-counselling")),
        search(t!("example-language")),
        search(t!("example-third")),
        (t!("example-failed"), routes::lessons_that(Outcome::Failed)),
    ];
    view! {
        <section class="hero">
            <div class="hero-words">
                <h1>{t!("home-title")}</h1>
                <p class="lead">{t!("home-lead")}</p>
                <SearchForm listing=routes::EXPLORE query=Query::default()/>
                <div class="examples">
                    <p id="examples">{t!("examples")}</p>
                    <ul aria-labelledby="examples">{examples.into_iter().map(|(words, href)| view! { <li><a href=href>{words}</a></li> }).collect_view()}</ul>
                </div>
            </div>
            <Counts results/>
        </section>
    }
    .into_any()
}

/// How much there is of each kind: three parcels of the common land.
#[component]
fn Counts(results: Results) -> impl IntoView {
    let counts = results.facets.get(&Facet::Kind).cloned().unwrap_or_default();
    let count = move |kind: Kind| counts.get(kind.id()).copied().unwrap_or_default();
    let parcels = [
        (Kind::Project, t!("parcel-projects", count = count(Kind::Project)), t!("parcel-projects-line")),
        (Kind::Lesson, t!("parcel-lessons", count = count(Kind::Lesson)), t!("parcel-lessons-line")),
        (Kind::Organisation, t!("parcel-organisations", count = count(Kind::Organisation)), t!("parcel-organisations-line")),
    ];
    view! {
        <ul class="field">
            {parcels.into_iter().map(|(kind, word, line)| {
                let number = format::number(count(kind), lang());
                view! {
                    <li class="parcel" data-kind=kind.id()>
                        <a href=routes::all_of(kind)><strong>{number}</strong>" "<span class="parcel-word">{word}</span></a>
                        <span class="parcel-line">{line}</span>
                    </li>
                }
            }).collect_view()}
        </ul>
    }
    .into_any()
}

/// Ways in by what keeps people busy. The searches were tried on the sample directory.
#[component]
fn Problems() -> impl IntoView {
    let problems = [
        (t!("problem-questions"), t!("problem-questions-line"), "/explore?technique=chatbot&topic=administration&topic=social-counselling"),
        (t!("problem-paperwork"), t!("problem-paperwork-line"), "/explore?topic=care&technique=speech&technique=language-model"),
        (t!("problem-plain"), t!("problem-plain-line"), "/explore?technique=easy-language"),
        (t!("problem-languages"), t!("problem-languages-line"), "/explore?technique=translation"),
        (t!("problem-data"), t!("problem-data-line"), "/explore?theme=data-quality&theme=data-access"),
        (t!("problem-nature"), t!("problem-nature-line"), "/explore?topic=biodiversity"),
        (t!("problem-crisis"), t!("problem-crisis-line"), "/explore?topic=disaster-relief"),
        (t!("problem-team"), t!("problem-team-line"), "/explore?theme=acceptance-fears"),
    ];
    view! {
        <section class="problems" aria-labelledby="problems">
            <h2 id="problems">{t!("problems")}</h2>
            <ul>
                {problems.into_iter().map(|(words, line, href)| view! { <li class="problem"><a href=href>{words}</a><p>{line}</p></li> }).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn OnTheMap(located: u64) -> impl IntoView {
    view! {
        <section class="home-map" aria-labelledby="on-the-map">
            <h2 id="on-the-map">{t!("home-map")}</h2>
            <p class="quiet">{t!("home-map-line", count = located)}" "<a href="/explore">{t!("home-map-list")}</a></p>
            <MapOf query=Query::default() label=t!("home-map-label")/>
        </section>
    }
    .into_any()
}

/// All topics that something is about, the most frequent first.
#[component]
fn Topics(results: Results) -> impl IntoView {
    let mut topics: Vec<(String, u64)> = results.facets.get(&Facet::Topic).cloned().unwrap_or_default().into_iter().collect();
    topics.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    (!topics.is_empty())
        .then(|| {
            view! {
                <section class="topics" aria-labelledby="topics">
                    <h2 id="topics">{t!("topics")}</h2>
                    <ul>
                        {topics.into_iter().map(|(topic, count)| {
                            let href = routes::EXPLORE.href(&Query::default().toggled(Facet::Topic, &topic));
                            view! {
                                <li><a href=href>{Facet::Topic.value_label(&topic, lang())}</a>" "<span class="topic-count"><span class="quiet-words">{t!("facet-count", count = count)}</span><span aria-hidden="true">{format::number(count, lang())}</span></span></li>
                            }
                        }).collect_view()}
                    </ul>
                </section>
            }
        })
        .into_any()
}

#[component]
fn All(kind: Kind, count: u64) -> impl IntoView {
    let words = if kind == Kind::Project { t!("home-all-projects", count = count) } else { t!("home-all-lessons", count = count) };
    view! { <p class="home-all"><a href=routes::all_of(kind)>{words}</a></p> }.into_any()
}

#[component]
fn Contradicting(pair: Contradiction) -> impl IntoView {
    view! {
        <section class="home-pair" aria-labelledby="pair">
            <h2 id="pair">{t!("home-pair")}</h2>
            <p class="lead">{t!("home-pair-line")}</p>
            <ContradictionPair a=pair.a b=pair.b why=pair.why/>
        </section>
    }
    .into_any()
}

/// What organisations gain by publishing.
#[component]
fn Gains() -> impl IntoView {
    let gains = [
        (t!("gain-answer"), t!("gain-answer-line")),
        (t!("gain-allies"), t!("gain-allies-line")),
        (t!("gain-honest"), t!("gain-honest-line")),
    ];
    view! {
        <section class="gains" aria-labelledby="gains">
            <h2 id="gains">{t!("gains")}</h2>
            <ul>{gains.into_iter().map(|(words, line)| view! { <li><h3>{words}</h3><p>{line}</p></li> }).collect_view()}</ul>
            <p><a class="button" href="/about">{t!("gains-more")}</a></p>
        </section>
    }
    .into_any()
}
