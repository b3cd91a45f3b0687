//! What comes with a search: groups by kind, what lies near where nothing was found, suggestions, the map's frame.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Backend,
    testing::{import_from, with_sample},
    usecases::{
        explain_hits::explain_hits,
        group_results::{Group, group_results},
        list_values::{Value, list_values},
        nearby_topics::{Nearby, nearby_topics},
        place_hits::{Frame, Placing, frame_hits, place_hits},
        search_entries::search_entries,
        suggest::{Suggestion, Target, Within, suggest},
    },
};
use domain::{
    Lang,
    account::Actor,
    facet::Facet,
    geo::{BBox, Point},
    page::Page,
    query::Query,
    vocabulary::{Kind, OnMap},
};
use std::collections::BTreeSet;

const VISITOR: &Actor = &Actor::Visitor;

fn parse(query: &str) -> Query {
    Query::parse(query).unwrap()
}

async fn groups(backend: &Backend, query: &Query) -> Vec<Group> {
    let results = search_entries(backend, VISITOR, query).await.unwrap();
    group_results(backend, VISITOR, query, &results).await.unwrap()
}

#[tokio::test]
async fn groups_hold_the_first_hits_of_each_kind_and_say_how_many_there_are() {
    let backend = with_sample().await;
    for text in ["q=Beratung", "q=Chatbot", "q=Caritas", "q=Pflege&topic=care", "q=Wald", "q=leichte+sprache+hamburg+bienen"] {
        let query = parse(text);
        let whole = search_entries(&backend, VISITOR, &query).await.unwrap();
        let groups = groups(&backend, &query).await;
        assert_eq!(groups.is_empty(), whole.facets[&Facet::Kind].len() < 2, "{text}");
        assert!(groups.is_empty() || groups.iter().map(|group| group.total).sum::<u64>() == whole.page.total, "{text}");
        assert!(groups.first().is_none_or(|first| first.kind == whole.page.items[0].kind), "{text}: the best hit stands first");
        for group in groups {
            let of_kind = search_entries(&backend, VISITOR, &query.toggled(Facet::Kind, group.kind.id())).await.unwrap();
            assert_eq!(group.total, of_kind.page.total, "{text}");
            assert!(!group.cards.is_empty() && group.cards.len() as u64 <= group.total, "{text}");
            assert_eq!(group.cards, of_kind.page.items[..group.cards.len()], "{text}");
            assert!(group.cards.len() >= 3 || group.cards.len() as u64 == group.total, "{text}");
        }
    }
}

#[tokio::test]
async fn hits_of_one_kind_are_no_group() {
    let backend = with_sample().await;
    assert_eq!(groups(&backend, &parse("q=Beratung&phase=live&technique=chatbot&topic=care&sourcing=make")).await, []);
    assert_eq!(groups(&backend, &parse("q=xyzzyplugh")).await, []);
    let kinds: Vec<Kind> = groups(&backend, &parse("q=Caritas")).await.iter().map(|group| group.kind).collect();
    assert_eq!(kinds.len(), 3, "{kinds:?}");
}

async fn nearby(backend: &Backend, query: &str, fixed: &[Facet]) -> Vec<Nearby> {
    let nearby = nearby_topics(backend, VISITOR, &parse(query), fixed).await.unwrap();
    for near in &nearby {
        let found = search_entries(backend, VISITOR, &near.query).await.unwrap().page.total;
        assert!(found == near.total && found > 0, "{query}: {near:?} finds {found}");
        assert!(near.query.has(near.facet, &near.value), "{near:?}");
    }
    nearby
}

#[tokio::test]
async fn near_what_finds_nothing_lie_topics_that_its_words_name() {
    let backend = with_sample().await;
    let values = |nearby: &[Nearby]| nearby.iter().map(|near| near.value.clone()).collect::<Vec<_>>();
    let care = nearby(&backend, "q=Roboter+f%C3%BCr+die+Pflege&phase=idea&region=fr", &[]).await;
    assert_eq!(values(&care)[0], "care");
    assert!(care.iter().all(|near| near.query.text.is_empty()), "{care:?}");
    assert_eq!(values(&nearby(&backend, "q=Pfelge&region=fr", &[]).await)[0], "care", "with a typing mistake");
    assert_eq!(values(&nearby(&backend, "q=Care&region=fr", &[]).await)[0], "care", "in English");
    for asked in ["q=Was+hat+nicht+geklappt%3F", "q=Hat+nicht+geklappt"] {
        assert_eq!(values(&nearby(&backend, asked, &[]).await)[0], "failed", "{asked}");
    }
    let lessons = nearby(&backend, "q=Pflege&kind=lesson&outcome=failed", &[Facet::Kind]).await;
    assert!(!lessons.is_empty() && lessons.iter().all(|near| near.query.has(Facet::Kind, "lesson")), "{lessons:?}");
}

#[tokio::test]
async fn words_that_name_no_topic_lead_to_the_topics_of_what_they_find() {
    let backend = with_sample().await;
    let forest = nearby(&backend, "q=Wald&topic=care&phase=idea", &[]).await;
    assert!(!forest.is_empty() && forest.iter().all(|near| near.query.text == "Wald"), "{forest:?}");
    assert_eq!(nearby(&backend, "q=xyzzyplugh&topic=care", &[]).await, []);
    assert_eq!(nearby(&backend, "topic=care&phase=idea", &[]).await, []);
}

async fn suggested(backend: &Backend, text: &str) -> Vec<Suggestion> {
    suggest(backend, VISITOR, text, &Within::default(), Lang::De).await.unwrap()
}

fn lines(suggestions: &[Suggestion]) -> Vec<String> {
    suggestions.iter().map(|suggestion| format!("{} {}", suggestion.kind.id(), suggestion.label)).collect()
}

#[tokio::test]
async fn beginnings_suggest_values_entries_organisations_and_places() {
    let backend = with_sample().await;
    let care = suggested(&backend, "pfle").await;
    assert_eq!(lines(&care)[0], "topic Pflege");
    assert!(care.iter().any(|suggestion| suggestion.kind.id() == "project"), "{care:?}");
    let cologne = lines(&suggested(&backend, "Koeln").await);
    assert_eq!(cologne.last().unwrap(), "place Köln");
    assert!(cologne.iter().any(|line| line.starts_with("organisation ") && line.contains("Köln")), "{cologne:?}");
    for typed in ["50667", "50667 Köln"] {
        assert_eq!(lines(&suggested(&backend, typed).await), ["place 50667 Köln"], "{typed}");
    }
    assert!(lines(&suggested(&backend, "Frankfurt/Main").await).contains(&"place Frankfurt am Main".to_owned()));
    let subject = lines(&suggested(&backend, "KI in der Pflege").await);
    assert!(subject[0] == "topic Pflege" && !subject.iter().any(|line| line.starts_with("place ")), "{subject:?}");
    assert_eq!(lines(&suggested(&backend, "Bavar").await)[0], "region Bayern", "typed in English, told in German");
    let english = suggest(&backend, VISITOR, "Bayern", &Within::default(), Lang::En).await.unwrap();
    assert_eq!(english[0].label, "Bavaria");
    for nothing in ["", " ", "…", "xyzzyplugh"] {
        assert_eq!(suggested(&backend, nothing).await, [], "{nothing:?}");
    }
}

#[tokio::test]
async fn titles_with_the_words_come_first_and_counts_are_true() {
    let backend = with_sample().await;
    for text in ["chat", "carit", "leichte spr", "berlin", "wald", "tech", "freib", "bild"] {
        let suggestions = suggested(&backend, text).await;
        assert!(!suggestions.is_empty() && suggestions.len() <= 12, "{text}: {suggestions:?}");
        for suggestion in suggestions {
            let Target::Query(query) = &suggestion.target else { continue };
            let found = search_entries(&backend, VISITOR, query).await.unwrap();
            // A place counts what the map shows.
            assert_eq!(suggestion.count, Some(found.page.total), "{text}: {suggestion:?}");
        }
    }
    let mut mixed = 0;
    for text in ["wald", "beratung", "chatbot", "pflege", "sprache"] {
        let titles = lines(&suggested(&backend, text).await).into_iter().filter(|line| line.starts_with("project"));
        let named: Vec<bool> = titles.map(|title| title.to_lowercase().contains(text)).collect();
        assert!(named.first() == Some(&true) && named.is_sorted_by_key(|is_named| !is_named), "{text}: {named:?}");
        mixed += usize::from(named.last() == Some(&false));
    }
    assert!(mixed > 0, "where all titles have the word, nothing is shown");
}

#[tokio::test]
async fn counts_follow_what_is_published() {
    let backend = with_sample().await;
    let counts = async || suggested(&backend, "simul").await[0].count;
    let before = counts().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let line = r#"{"id":"neu","title":"Neu","summary":"S","problem":"P","phase":"idea","scope":"online","techniques":["simulation"]}"#;
    std::fs::write(folder.path().join("projects.jsonl"), line).unwrap();
    assert_eq!(import_from(&backend, folder.path()).await.unwrap().errors, []);
    backend.indexer.catch_up().await.unwrap();
    assert_eq!(counts().await, Some(before + 1));
}

async fn values(backend: &Backend, query: &str, facet: Facet, find: &str) -> Page<Value> {
    let values = list_values(backend, VISITOR, &parse(query), facet, find, Lang::De).await.unwrap();
    assert!(!values.is_cut);
    values.page
}

#[tokio::test]
async fn every_value_is_listed_once_with_what_it_brings() {
    let backend = with_sample().await;
    let results = search_entries(&backend, VISITOR, &parse("q=Beratung")).await.unwrap();
    let (first, topics) = (values(&backend, "", Facet::Organisation, "").await, values(&backend, "q=Beratung", Facet::Topic, "").await);
    assert_eq!((first.total, first.items.len()), (108, 100));
    let second = values(&backend, "page=2", Facet::Organisation, "").await;
    let slugs: BTreeSet<_> = first.items.iter().chain(&second.items).map(|value| value.id.clone()).collect();
    assert_eq!(slugs.len(), 108);
    assert!(first.items.is_sorted_by_key(|value| std::cmp::Reverse(value.count)));
    let counts: std::collections::BTreeMap<_, _> = topics.items.iter().map(|value| (value.id.clone(), value.count)).collect();
    assert_eq!(counts, results.facets[&Facet::Topic]);
    for value in first.items.iter().step_by(17) {
        let found = search_entries(&backend, VISITOR, &Query::default().toggled(Facet::Organisation, &value.id)).await.unwrap();
        assert_eq!(found.page.total, value.count, "{value:?}");
        assert_ne!(value.label, value.id);
    }
}

#[tokio::test]
async fn values_are_found_by_their_names() {
    let backend = with_sample().await;
    let caritas = values(&backend, "", Facet::Organisation, "carit").await;
    assert!(caritas.total > 2 && caritas.items.iter().all(|value| value.label.to_lowercase().contains("caritas")), "{caritas:?}");
    let both = values(&backend, "q=Beratung", Facet::Organisation, "carit").await;
    assert!(both.total > 0 && both.total < caritas.total, "those only that the query leaves something of");
    assert_eq!(values(&backend, "", Facet::Topic, "pfle").await.items[0].label, "Pflege");
    assert_eq!(values(&backend, "", Facet::Topic, "care").await.items[0].label, "Pflege", "in either language");
    assert_eq!(values(&backend, "", Facet::Region, "xyz").await.total, 0);
    let chosen = values(&backend, "q=xyzzyplugh&topic=care", Facet::Topic, "").await;
    assert_eq!((chosen.total, chosen.items[0].count), (1, 0), "what is chosen can be taken back");
}

#[tokio::test]
async fn more_organisations_of_a_name_than_one_search_gives_are_all_found() {
    let backend = with_sample().await;
    let folder = tempfile::tempdir().unwrap();
    let line =
        |n| format!("{}\n", serde_json::json!({"id": format!("stift-{n}"), "name": format!("Musterstift {n}"), "kind": "association"}));
    std::fs::write(folder.path().join("organisations.jsonl"), (0..230).map(line).collect::<String>()).unwrap();
    assert_eq!(import_from(&backend, folder.path()).await.unwrap().errors, []);
    backend.indexer.catch_up().await.unwrap();
    let found = values(&backend, "", Facet::Organisation, "musterst").await;
    assert_eq!((found.total, found.items.len()), (230, 100));
    assert_eq!(values(&backend, "page=3", Facet::Organisation, "Musterstift").await.items.len(), 30);
    assert_eq!(values(&backend, "", Facet::Organisation, "Musterstift 17").await.items[0].id, "stift-17");
}

async fn placing(backend: &Backend, query: &str) -> Placing {
    let query = parse(query);
    let results = search_entries(backend, VISITOR, &query).await.unwrap();
    place_hits(backend, VISITOR, &query, &results).await.unwrap()
}

async fn frame(backend: &Backend, query: &str) -> Frame {
    frame_hits(backend, VISITOR, &parse(query)).await.unwrap()
}

#[tokio::test]
async fn hits_that_no_map_shows_are_counted_by_how_far_they_reach() {
    let backend = with_sample().await;
    let everything = placing(&backend, "").await;
    assert_eq!((everything.total, everything.located), (353, 208));
    assert_eq!(everything.elsewhere, [(OnMap::Nationwide, 2), (OnMap::International, 3), (OnMap::None, 140)].into());
    assert_eq!(placing(&backend, "bbox=6,50,8,52").await, everything, "the section aside");
    let some = placing(&backend, "kind=project&q=chatbot&bbox=6,50,8,52").await;
    assert_eq!(some, placing(&backend, "kind=project&q=chatbot").await);
    assert_eq!(some.total, some.located + some.elsewhere.values().sum::<u64>());
    assert_eq!(placing(&backend, "on_map=nationwide").await.elsewhere, [(OnMap::Nationwide, 2)].into());
}

#[tokio::test]
async fn a_map_shows_the_hits_and_not_half_the_world_for_a_few_of_them() {
    let backend = with_sample().await;
    let everything = frame(&backend, "").await;
    assert!(everything.first.is_none() && everything.all.is_some(), "{everything:?}");
    let care = frame(&backend, "topic=care").await;
    let at = |lat, lon| Point { lat, lon };
    assert!(care.first.is_some_and(|first| BBox::GERMANY.contains(at(first.south, first.west))), "{care:?}");
    assert_eq!(frame(&backend, "topic=care&bbox=6,50,8,52&page=2").await, care, "wherever one looks");
    let advice = frame(&backend, "q=beratung").await;
    let is_in_europe =
        |first: BBox| BBox::EUROPE.contains(at(first.south, first.west)) && BBox::EUROPE.contains(at(first.north, first.east));
    assert!(advice.first.is_some_and(is_in_europe) && advice.all.is_some_and(|all| all.west < -100.0), "{advice:?}");
    let kenya = frame(&backend, "region=ke").await;
    assert!(kenya.all.is_none() && kenya.first.is_some_and(|first| (first.south + 1.29).abs() < 0.1), "{kenya:?}");
    let around = frame(&backend, "near=50667&km=30").await.first.unwrap();
    assert!(around.contains(at(50.94, 6.96)) && around.contains(at(51.2, 6.96)) && !around.contains(at(51.3, 6.96)), "{around:?}");
    assert_eq!(frame(&backend, "kind=lesson").await, Frame::default());
}

async fn total(backend: &Backend, text: &str) -> u64 {
    search_entries(backend, VISITOR, &Query { text: text.to_owned(), ..Query::default() }).await.unwrap().page.total
}

#[tokio::test]
async fn of_a_compound_its_general_part_alone_finds_nothing() {
    let backend = with_sample().await;
    let (homeless, help) = (total(&backend, "Wohnungslosenhilfe").await, total(&backend, "Hilfe").await);
    assert!(homeless > 0 && homeless < 5 && help > 20, "{homeless} of {help}");
    assert!(total(&backend, "Antragstellung").await >= total(&backend, "Antrag").await.min(10), "parts that are never together");
    let nursery = search_entries(&backend, VISITOR, &parse("q=Kindertagesst%C3%A4tte")).await.unwrap();
    let marked = nursery.page.items.iter().flat_map(|card| card.marked_title.iter().chain(&card.marked_summary)).filter(|s| s.hit);
    assert!(marked.clone().all(|segment| segment.text != "statt"), "{:?}", marked.collect::<Vec<_>>());
}

#[tokio::test]
async fn a_hit_shows_why_it_was_found() {
    let backend = with_sample().await;
    let (mut labels, mut passages) = (0, 0);
    for text in ["Sozialberatung", "Spracherkennung", "Caritas", "Pflege", "Sprachmodell", "Köln", "Pilot"] {
        let query = Query { text: text.to_owned(), per_page: 50, ..Query::default() };
        let mut results = search_entries(&backend, VISITOR, &query).await.unwrap();
        explain_hits(&backend, VISITOR, text, &mut results.page.items).await.unwrap();
        for card in &results.page.items {
            let shown = card.marked_title.iter().chain(&card.marked_summary).chain(&card.marked_organisation).any(|segment| segment.hit);
            assert!(card.marked_passage.is_empty() || !(shown || card.is_place_met) && card.met.is_empty(), "{text}: {card:?}");
            assert!(card.marked_passage.is_empty() || card.marked_passage.iter().any(|segment| segment.hit), "{text}: {card:?}");
            (labels, passages) = (labels + card.met.len(), passages + usize::from(!card.marked_passage.is_empty()));
        }
    }
    assert!(labels > 10 && passages > 10, "{labels} and {passages}");
}
