//! Duplicates over the whole directory: the sample, with sixty planted ones.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    duplicates::{Pair, Profile, THRESHOLD, find},
    feed::index_documents,
    storage::entries::{self, Entry},
    testing::{TestBackend, import_from, with_sample},
};
use domain::vocabulary::Kind;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

type Project = Map<String, Value>;

const TRANSLATED: &str = include_str!("duplicates/translated.jsonl");
/// Of each kind that is made here.
const EACH: usize = 15;
/// What a text says, field by field.
const TEXTS: [&str; 8] = ["problem", "why_ai", "solution", "results", "setbacks", "advice", "data_used", "easy_language_summary"];

fn lines(text: &str) -> Vec<Project> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What one finds about the same project when somebody else tells of it: the planted ones, by kind.
fn planted(projects: &[Project]) -> BTreeMap<&'static str, Vec<(String, Project)>> {
    let translated = lines(TRANSLATED);
    let originals = translated.iter().map(|it| it["of"].as_str().unwrap()).collect::<BTreeSet<_>>();
    let mut others = projects.iter().filter(|it| it["language"] == "de" && !originals.contains(it["id"].as_str().unwrap()));
    let mut some = |change: fn(Project, usize) -> Project| -> Vec<(String, Project)> {
        let chosen: Vec<&Project> = others.by_ref().take(EACH).collect();
        let changed = chosen.into_iter().enumerate().map(|(nth, it)| (it["id"].as_str().unwrap().to_owned(), change(it.clone(), nth)));
        changed.collect()
    };
    let translate = |new: &Project| {
        let of = new["of"].as_str().unwrap();
        let original = projects.iter().find(|it| it["id"] == of).unwrap();
        let mut copy = kept(original, &["phase", "scope", "place", "lat", "lon", "website", "topics", "techniques"]);
        copy.extend(new.clone().into_iter().filter(|(name, _)| name != "of"));
        copy.insert("language".into(), json!("en"));
        (of.to_owned(), copy)
    };
    BTreeMap::from([
        ("retitled", some(retitled)),
        ("moved", some(moved)),
        ("shortened", some(shortened)),
        ("translated", translated.iter().map(translate).collect()),
    ])
}

fn kept(project: &Project, fields: &[&str]) -> Project {
    project.iter().filter(|(name, _)| fields.contains(&name.as_str())).map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Another title, other words here and there, no organisation.
fn retitled(mut project: Project, nth: usize) -> Project {
    let title: Vec<&str> = project["problem"].as_str().unwrap().split_whitespace().take(6).collect();
    project.insert("title".into(), json!(title.join(" ")));
    project.remove("organisation");
    thinned(project, nth, 4)
}

/// Another place, another organisation, a third of the sentences gone.
fn moved(mut project: Project, nth: usize) -> Project {
    for name in ["lat", "lon", "organisation", "website", "sources", "partners"] {
        project.remove(name);
    }
    project.insert("place".into(), json!("Flensburg"));
    thinned(project, nth, 3)
}

/// The title, and half a sentence each of what it is and of the problem.
fn shortened(project: Project, _: usize) -> Project {
    let mut copy = kept(&project, &["title", "phase", "scope", "place", "lat", "lon", "language"]);
    for name in ["summary", "problem"] {
        let words: Vec<&str> = project[name].as_str().unwrap().split_whitespace().take(12).collect();
        copy.insert(name.into(), json!(words.join(" ")));
    }
    copy
}

/// Without every `each`th sentence.
fn thinned(mut project: Project, nth: usize, each: usize) -> Project {
    for name in TEXTS {
        let Some(Value::String(text)) = project.get_mut(name) else { continue };
        let sentences =
            text.split_inclusive(". ").enumerate().filter(|(at, _)| !(at + nth).is_multiple_of(each)).map(|(_, sentence)| sentence);
        let left: String = sentences.collect();
        if !left.trim().is_empty() {
            *text = left;
        }
    }
    project
}

async fn profiles(backend: &TestBackend, kind: Kind) -> (Vec<Entry>, Vec<Profile>) {
    let mut tx = backend.db.read().await.unwrap();
    let (all, _) = entries::after(&mut tx, None, i64::MAX).await.unwrap();
    let all: Vec<Entry> = all.into_iter().filter(|entry| entry.kind == kind).collect();
    let documents = index_documents(&mut tx, &all, backend.gazetteer).await.unwrap();
    let profiles = all.iter().zip(&documents).map(|(entry, document)| Profile::new(entry, document)).collect();
    (all, profiles)
}

/// Pairs of a kind by their addresses.
async fn found(backend: &TestBackend, kind: Kind) -> Vec<(String, String, Pair)> {
    let (all, profiles) = profiles(backend, kind).await;
    let slug = |id| all.iter().find(|entry| entry.id == id).unwrap().slug.to_string();
    find(&profiles).into_iter().map(|pair| (slug(pair.a), slug(pair.b), pair)).collect()
}

#[tokio::test]
async fn planted_duplicates_are_found_and_hardly_anything_else() {
    let backend = with_sample().await;
    let projects = lines(&std::fs::read_to_string(backend::testing::sample().join("projects.jsonl")).unwrap());
    let planted = planted(&projects);
    assert_eq!(planted.values().map(Vec::len).collect::<Vec<_>>(), [EACH; 4]);
    let folder = tempfile::tempdir().unwrap();
    let mut expected: BTreeMap<(String, String), &str> = BTreeMap::new();
    let mut file = String::new();
    for (kind, all) in &planted {
        for (nth, (of, project)) in all.iter().enumerate() {
            let mut project = project.clone();
            let id = format!("{kind}-{nth}");
            project.insert("id".into(), json!(id));
            file += &format!("{}\n", Value::Object(project));
            expected.insert((of.clone(), id), kind);
        }
    }
    std::fs::write(folder.path().join("projects.jsonl"), file).unwrap();
    assert_eq!(import_from(&backend, folder.path()).await.unwrap().errors, []);

    let mut missed = expected.clone();
    let mut wrong = vec![];
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    for (a, b, pair) in found(&backend, Kind::Project).await {
        let kind = missed.remove(&(a.clone(), b.clone())).or_else(|| missed.remove(&(b.clone(), a.clone())));
        match kind {
            Some(kind) => *right.entry(kind).or_default() += 1,
            None => wrong.push(format!("{a} {b} {:?}", pair.likeness)),
        }
    }
    let all: usize = right.values().sum();
    let (precision, recall) = (all as f64 / (all + wrong.len()) as f64, all as f64 / expected.len() as f64);
    println!("threshold {THRESHOLD}: precision {precision:.3}, recall {recall:.3}; found {right:?}");
    wrong.iter().for_each(|pair| println!("not planted: {pair}"));
    missed.iter().for_each(|(pair, kind)| println!("missed: {pair:?} {kind}"));
    assert!(precision >= 0.95 && recall >= 0.9, "precision {precision:.3}, recall {recall:.3}");
}

#[tokio::test]
async fn what_is_only_alike_is_left_alone() {
    let backend = with_sample().await;
    for kind in Kind::ALL {
        let pairs = found(&backend, *kind).await;
        pairs.iter().for_each(|(a, b, pair)| println!("{kind:?}: {a} {b} {:?}", pair.likeness));
        assert!(pairs.len() <= 3, "{} pairs of {kind:?} in a directory without duplicates", pairs.len());
    }
}
