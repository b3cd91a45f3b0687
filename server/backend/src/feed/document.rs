//! From an entry's rows to what engines may know of it. Everything in here is public.

use crate::{
    failure::Result,
    gazetteer::Gazetteer,
    public,
    search::document::IndexDocument,
    storage::{
        Tx,
        entries::{self, Entry},
        labels, lessons, related,
    },
};
use domain::{
    entry::Document,
    facet::Facet,
    id::EntryId,
    lesson::Lesson,
    organisation::Organisation,
    project::Project,
    region::{self, Region},
    vocabulary::{Kind, Lang, Precision},
    words::Labels,
};
use std::collections::{BTreeMap, BTreeSet};

/// The index documents of those entries that readers may see.
///
/// # Errors
/// When the database fails.
pub async fn index_documents(tx: &mut Tx, rows: &[Entry], gazetteer: &Gazetteer) -> Result<Vec<IndexDocument>> {
    // With the entries, of one moment: what the feed says of a new label must not be built with the old one.
    let labels = labels::all(tx).await?;
    index_documents_with(tx, rows, gazetteer, &labels).await
}

/// The same with other labels.
///
/// # Errors
/// As [`index_documents`].
pub async fn index_documents_with(tx: &mut Tx, rows: &[Entry], gazetteer: &Gazetteer, labels: &Labels) -> Result<Vec<IndexDocument>> {
    let mut related = related::texts(tx, rows).await?;
    let document = |entry: &Entry| {
        let mut document = index_document(entry, gazetteer, labels)?;
        for text in related.remove(&entry.id).unwrap_or_default() {
            document.context.push('\n');
            document.context.push_str(&text);
        }
        Some(document)
    };
    Ok(rows.iter().filter_map(document).collect())
}

/// These entries and all whose documents tell of them: an organisation's own, a project's lessons and its organisation.
///
/// # Errors
/// When the database fails.
pub async fn with_dependants(tx: &mut Tx, ids: &BTreeSet<EntryId>) -> Result<BTreeSet<EntryId>> {
    let changed: Vec<EntryId> = ids.iter().copied().collect();
    let mut all = ids.clone();
    for entry in entries::by_ids(tx, &changed).await? {
        match entry.kind {
            Kind::Organisation => all.extend(entries::of_organisation(tx, entry.id).await?),
            Kind::Project => {
                all.extend(lessons::of_project(tx, entry.id).await?);
                all.extend(entry.organisation.map(|owner| owner.id));
            }
            Kind::Lesson => {}
        }
    }
    Ok(all)
}

/// The index document of an entry, by what it says itself; `None` where readers may not see it.
#[must_use]
pub fn index_document(entry: &Entry, gazetteer: &Gazetteer, labels: &Labels) -> Option<IndexDocument> {
    let revision = entry.revision.as_ref().filter(|_| entry.state.is_public())?;
    let document = &public::document(revision.document.clone());
    let point = document.located().and_then(|place| place.public_point());
    let mut facets = Facets::default();
    facets.put(Facet::Kind, [entry.kind.id()]);
    facets.put(Facet::Language, [document.language().id()]);
    facets.put(Facet::Region, region(document, gazetteer).map(|region| region.id));
    facets.put(Facet::OnMap, [document.on_map().id()]);
    if let Some(owner) = &entry.organisation {
        facets.put(Facet::Organisation, [&*owner.slug]);
        facets.put(Facet::OrgKind, [owner.document.kind.id()]);
    }
    match document {
        Document::Project(project) => project_facets(project, &mut facets),
        Document::Lesson(lesson) => lesson_facets(lesson, &mut facets),
        Document::Organisation(organisation) => {
            facets.put(Facet::Organisation, [&*entry.slug]);
            organisation_facets(organisation, &mut facets);
        }
    }
    let mut words = names(document);
    words.extend(entry.organisation.iter().map(|owner| owner.document.name.to_string()));
    Some(IndexDocument {
        id: entry.id,
        kind: entry.kind,
        slug: entry.slug.to_string(),
        language: document.language(),
        title: document.title().to_owned(),
        summary: if entry.kind == Kind::Organisation { String::new() } else { document.summary().to_owned() },
        body: passages(document).join("\n"),
        names: words.join("\n"),
        context: facets.labels(labels).join("\n"),
        facets: facets.0,
        point,
        published_at: entry.published_at.unwrap_or(entry.created_at),
        updated_at: entry.updated_at,
    })
}

/// The region of its public point; that of a state, which is all that may be known of it, by its name.
fn region(document: &Document, gazetteer: &Gazetteer) -> Option<Region> {
    let place = document.located()?;
    if let Some(point) = place.public_point() {
        return gazetteer.region_of(point);
    }
    let name = place.name.filter(|_| place.precision == Precision::State)?;
    region::CHOICES.iter().find(|choice| Lang::ALL.iter().any(|lang| choice.label(*lang) == name))
}

#[derive(Default)]
struct Facets(BTreeMap<Facet, BTreeSet<String>>);

impl Facets {
    fn put<'a>(&mut self, facet: Facet, values: impl IntoIterator<Item = &'a str>) {
        let values: Vec<String> = values.into_iter().map(str::to_owned).collect();
        if !values.is_empty() {
            self.0.entry(facet).or_default().extend(values);
        }
    }

    /// Labels in both languages, so that "Pflege" and "care" find what is tagged with it.
    fn labels<'a>(&self, labels: &'a Labels) -> Vec<&'a str> {
        let values = Facet::TELLING.into_iter().flat_map(|facet| self.0.get(&facet).into_iter().flatten().map(move |value| (facet, value)));
        let choices = values
            .filter(|(facet, value)| facet.tells(value))
            .filter_map(|(facet, value)| facet.choices()?.iter().find(|choice| choice.id == *value));
        choices.flat_map(|choice| Lang::ALL.iter().map(move |lang| labels.label(choice, *lang))).collect()
    }
}

/// What a document says beside its title and summary, as it is written, passage by passage; some may be empty.
#[must_use]
pub fn passages(document: &Document) -> Vec<&str> {
    match document {
        Document::Project(project) => vec![
            &project.problem,
            &project.alternatives,
            &project.why_ai,
            &project.solution,
            &project.results,
            &project.setbacks,
            &project.advice,
            &project.phase_reason,
            &project.data_used,
            &project.easy_language_summary,
        ],
        Document::Lesson(lesson) => {
            vec![&lesson.context, &lesson.tried, &lesson.recommendation, &lesson.applies_when, &lesson.not_when]
        }
        Document::Organisation(organisation) => vec![&organisation.description],
    }
}

/// Names that a document can be found by: of its place, of partners and target groups.
#[must_use]
pub fn names(document: &Document) -> Vec<String> {
    let mut names: Vec<String> = vec![];
    match document {
        Document::Project(project) => {
            names.extend(project.place.given().map(str::to_owned));
            names.extend(project.partners.iter().map(|partner| partner.name.to_string()));
            names.extend(project.target_groups.iter().map(ToString::to_string));
        }
        Document::Lesson(_) => {}
        Document::Organisation(organisation) => names.extend(organisation.place.given().map(str::to_owned)),
    }
    names
}

fn project_facets(project: &Project, facets: &mut Facets) {
    facets.put(Facet::Phase, [project.phase.id()]);
    facets.put(Facet::Topic, project.topics.iter().map(|v| v.id()));
    facets.put(Facet::Technique, project.techniques.iter().map(|v| v.id()));
    facets.put(Facet::Scope, project.scope.map(|v| v.id()));
    facets.put(Facet::Sourcing, project.sourcing.map(|v| v.id()));
    facets.put(Facet::PersonalData, project.personal_data.map(|v| v.id()));
    facets.put(Facet::Offers, project.offers.iter().map(|v| v.id()));
    facets.put(Facet::Seeks, project.seeks.iter().map(|v| v.id()));
}

fn lesson_facets(lesson: &Lesson, facets: &mut Facets) {
    facets.put(Facet::Outcome, [lesson.outcome.id()]);
    facets.put(Facet::Theme, lesson.themes.iter().map(|v| v.id()));
    facets.put(Facet::Phase, lesson.phase.map(|v| v.id()));
}

fn organisation_facets(organisation: &Organisation, facets: &mut Facets) {
    facets.put(Facet::OrgKind, [organisation.kind.id()]);
    facets.put(Facet::Offers, organisation.offers.iter().map(|v| v.id()));
    facets.put(Facet::Seeks, organisation.seeks.iter().map(|v| v.id()));
}

const _: () = assert!(Kind::ALL.len() == 3, "a new kind needs its parts above");
