//! What lines refer to by slug: entries that are there, or that stand in the same import.

use super::{Batch, LineError, read::Content};
use crate::{
    Backend,
    failure::Result,
    storage::{Tx, entries, feed, members, redirects},
};
use domain::{Error, FieldError, Problem, id::EntryId, text::Slug, vocabulary::Kind};
use std::collections::{BTreeSet, HashMap, HashSet};

/// In which entries are taken.
const ORDER: [Kind; 3] = [Kind::Organisation, Kind::Project, Kind::Lesson];

/// Known addresses by kind, with ids where the entry is stored already.
pub(super) struct References {
    stored: HashMap<(Kind, String), EntryId>,
    coming: HashSet<(Kind, String)>,
}

impl References {
    pub(super) async fn load(backend: &Backend, batches: &[Batch]) -> Result<Self> {
        let mut tx = backend.db.read().await?;
        let mut stored = HashMap::new();
        let told_in = redirects::all(&mut tx).await?;
        for kind in Kind::ALL {
            let slugs = entries::slugs(&mut tx, *kind).await?;
            stored.extend(slugs.into_iter().map(|(slug, id)| ((*kind, slug), told_in.get(&id).copied().unwrap_or(id))));
        }
        let lines = batches.iter().flat_map(|batch| &batch.lines);
        let coming = lines.filter_map(|line| match &line.content {
            Content::Entry(slug, document) => Some((document.kind(), slug.to_string())),
            Content::Contradiction(_) => None,
        });
        Ok(Self { stored, coming: coming.collect() })
    }

    /// Takes lines with unknown references out of the batch and says what is wrong with them.
    pub(super) fn check(&mut self, batch: &mut Batch) -> Vec<LineError> {
        let mut errors = vec![];
        let file = batch.file.clone();
        batch.lines.retain(|line| {
            let unknown: Vec<_> = named(&line.content).into_iter().filter(|(_, kind, slug)| !self.knows(*kind, slug)).collect();
            if let (Content::Entry(slug, document), false) = (&line.content, unknown.is_empty()) {
                // Later lines must not rely on one that is left out.
                self.coming.remove(&(document.kind(), slug.to_string()));
            }
            let error =
                |(field, _, slug): &(String, Kind, &Slug)| FieldError::new(field, Problem::UnknownReference { value: slug.to_string() });
            errors.extend(unknown.iter().map(|name| LineError { file: file.clone(), line: line.number, error: error(name) }));
            unknown.is_empty()
        });
        errors
    }

    /// Keeps all that the lines may change as it is, and the feed, until this unit of work ends. Entries come first, in the
    /// order in which all take several: whoever has one of them waits for the feed.
    ///
    /// # Errors
    /// [`Error::Conflict`] where somebody took one of the addresses since they were looked up.
    pub(super) async fn hold(&self, tx: &mut Tx, batches: &[Batch]) -> Result<()> {
        let changed: HashSet<_> = batches.iter().flat_map(|batch| &batch.lines).flat_map(|line| changed(&line.content)).collect();
        for kind in ORDER {
            let of_kind = changed.iter().filter(|(of, _)| *of == kind);
            let there: BTreeSet<_> = of_kind.filter_map(|(_, slug)| self.id(kind, slug)).collect();
            for id in there {
                members::lock(tx, id).await?;
            }
        }
        // Whoever begins an entry has its address from under the feed.
        feed::hold(tx).await?;
        for kind in ORDER {
            let new: HashSet<_> =
                changed.iter().filter(|(of, slug)| *of == kind && self.id(kind, slug).is_none()).map(|(_, slug)| &***slug).collect();
            if !new.is_empty() && entries::slugs(tx, kind).await?.iter().any(|(slug, _)| new.contains(slug.as_str())) {
                return Err(Error::Conflict.into());
            }
        }
        Ok(())
    }

    pub(super) fn id(&self, kind: Kind, slug: &Slug) -> Option<EntryId> {
        self.stored.get(&(kind, slug.to_string())).copied()
    }

    pub(super) fn learn(&mut self, kind: Kind, slug: &Slug, id: EntryId) {
        // What was there before may be told in another entry.
        self.stored.entry((kind, slug.to_string())).or_insert(id);
    }

    fn knows(&self, kind: Kind, slug: &Slug) -> bool {
        let key = (kind, slug.to_string());
        self.stored.contains_key(&key) || self.coming.contains(&key)
    }
}

/// What a line changes: kind and slug.
fn changed(content: &Content) -> Vec<(Kind, &Slug)> {
    match content {
        Content::Contradiction(pair) => vec![(Kind::Lesson, &pair.a), (Kind::Lesson, &pair.b)],
        Content::Entry(slug, document) => vec![(document.kind(), slug)],
    }
}

/// Every reference of a line: field, kind and slug.
fn named(content: &Content) -> Vec<(String, Kind, &Slug)> {
    match content {
        Content::Contradiction(pair) => vec![("a".into(), Kind::Lesson, &pair.a), ("b".into(), Kind::Lesson, &pair.b)],
        Content::Entry(_, document) => {
            let owner = document.organisation().map(|slug| ("organisation".to_owned(), Kind::Organisation, slug));
            let projects = document.projects().iter().enumerate();
            owner.into_iter().chain(projects.map(|(i, slug)| (format!("projects[{i}]"), Kind::Project, slug))).collect()
        }
    }
}
