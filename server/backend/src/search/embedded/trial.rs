//! What a search would find if words meant something else, or entries said something else. Nothing is written.

use super::{
    Embedded, files,
    fill::Filler,
    generation::{apply_to, writer},
    overlay::Overlay,
    schema,
    view::{Source, View},
};
use crate::search::{Request, Result, document::Change, language::Synonyms};
use domain::{id::EntryId, query::Query};
use std::{collections::HashSet, sync::Arc};
use tantivy::{Index, ReloadPolicy, indexer::NoMergePolicy};

/// How often it is tried to read an index whose files change meanwhile.
const TRIES: usize = 3;

/// The index and the words as they would be.
pub struct Trial {
    view: Arc<View>,
    synonyms: Arc<Synonyms>,
    /// As they are, at the same moment.
    now: (Arc<View>, Arc<Synonyms>),
}

/// What a text finds, and would find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Entries that are found.
    pub before: u64,
    /// Entries that would be found.
    pub after: u64,
    /// How many of those are new, and the best of them.
    pub comes: (u64, Vec<EntryId>),
    /// How many would be found no more, and the best of them.
    pub goes: (u64, Vec<EntryId>),
}

impl Embedded {
    /// Tries out other synonyms, and changes of entries. Takes as long as applying those would.
    ///
    /// # Errors
    /// [`crate::search::Error::NotBuilt`]; of the engine.
    pub fn try_out(&self, synonyms: Option<Synonyms>, changes: &[Change]) -> Result<Trial> {
        let known = self.shared.synonyms.load_full();
        let synonyms = synonyms.map_or_else(|| Arc::clone(&known), Arc::new);
        let mut tries = 0;
        loop {
            let live = self.live()?;
            let (now, _) = live.view();
            if changes.is_empty() {
                return Ok(Trial { view: Arc::clone(&now), synonyms, now: (now, known) });
            }
            match changed(&files::path(&self.shared.dir, live.number), &now, changes) {
                Ok(view) => return Ok(Trial { view: Arc::new(view), synonyms, now: (now, known) }),
                // Its files were merged into others while they were opened.
                Err(error) if tries + 1 < TRIES => {
                    tries += 1;
                    tracing::debug!(cause = %error, "the index changed while it was read");
                }
                Err(error) => return Err(error),
            }
        }
    }
}

fn changed(dir: &std::path::Path, now: &View, changes: &[Change]) -> Result<View> {
    let (_, fields) = schema::build();
    let index = Index::open(Overlay::over(dir)?)?;
    let mut writer = writer(&index, 20_000_000)?;
    // What is merged would only be thrown away.
    writer.set_merge_policy(Box::new(NoMergePolicy));
    apply_to(&writer, &index.schema(), &fields, &mut Filler::default(), changes)?;
    writer.commit()?;
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    Ok(View::read(reader.searcher(), &index.load_metas()?, Some(now))?)
}

impl Trial {
    /// What this text finds now and would find then, `shown` of the differences by name.
    ///
    /// # Errors
    /// Of the engine.
    pub fn effect(&self, text: &str, shown: usize) -> Result<Effect> {
        let (_, fields) = schema::build();
        let query = Query { text: text.to_owned(), ..Query::default() };
        let request = Request { query: &query, centre: None };
        let all = |view: &Arc<View>, synonyms: &Synonyms| view.all(&Source { fields: &fields, synonyms }, &request);
        let (before, after) = (all(&self.now.0, &self.now.1)?, all(&self.view, &self.synonyms)?);
        let numbers = |found: &[(u64, tantivy::DocAddress)]| found.iter().map(|(number, _)| *number).collect::<HashSet<_>>();
        let besides = |view: &View, found: &[(u64, tantivy::DocAddress)], others: &HashSet<u64>| {
            let new: Vec<_> = found.iter().filter(|(number, _)| !others.contains(number)).collect();
            let first = new.iter().take(shown).map(|(_, at)| view.id(*at)).collect::<Result<Vec<_>>>()?;
            Ok::<_, crate::search::Error>((new.len() as u64, first))
        };
        Ok(Effect {
            comes: besides(&self.view, &after, &numbers(&before))?,
            goes: besides(&self.now.0, &before, &numbers(&after))?,
            before: before.len() as u64,
            after: after.len() as u64,
        })
    }
}
