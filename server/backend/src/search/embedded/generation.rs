//! One generation of the index: a directory with one tantivy index, its writer and its current view.

use super::{
    files,
    fill::{self, Filler},
    schema::{self, Fields},
    view::View,
};
use crate::search::{Error, Result, document::Change, language};
use arc_swap::ArcSwap;
use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, indexer::IndexWriterOptions, schema::Schema};

/// To be raised where documents are filled in another way that neither schema nor analysis shows.
const VERSION: u32 = 3;

/// What an index depends on besides its entries.
pub(super) fn fingerprint(schema: &Schema) -> Result<String> {
    let schema = serde_json::to_string(schema).map_err(|error| Error::Unusable(error.to_string()))?;
    Ok(format!("{VERSION}\n{}\n{schema}\n", language::probe()))
}

/// An open generation.
pub(super) struct Generation {
    pub number: u64,
    fields: Fields,
    index: Index,
    reader: IndexReader,
    view: ArcSwap<View>,
    /// Opened by the first change and kept, as opening takes threads and memory. Its lock keeps out others.
    writer: Mutex<Option<IndexWriter>>,
}

impl Generation {
    /// Opens a generation after checking all its files.
    ///
    /// # Errors
    /// Why it cannot be used, for people.
    pub(super) fn open(dir: &Path, number: u64) -> std::result::Result<Self, String> {
        let path = files::path(dir, number);
        let (schema, _) = schema::build();
        let found = files::fingerprint(&path).map_err(|error| format!("no fingerprint: {error}"))?;
        if found != fingerprint(&schema).map_err(|error| error.to_string())? {
            return Err("built by another version".to_owned());
        }
        let open = || {
            let index = Index::open_in_dir(&path)?;
            let damaged = index.validate_checksum()?;
            Ok::<_, tantivy::TantivyError>((index, damaged))
        };
        let (index, damaged) = open().map_err(|error| format!("damaged: {error}"))?;
        if let Some(file) = damaged.iter().next() {
            return Err(format!("damaged: {}", file.display()));
        }
        if index.schema() != schema {
            return Err("built with another schema".to_owned());
        }
        Self::over(number, index).map_err(|error| format!("damaged: {error}"))
    }

    fn over(number: u64, index: Index) -> Result<Self> {
        let (_, fields) = schema::build();
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let view = View::read(reader.searcher(), &index.load_metas()?, None)?;
        Ok(Self { number, fields, index, reader, view: ArcSwap::from_pointee(view), writer: Mutex::new(None) })
    }

    /// What searches read.
    pub(super) fn view(&self) -> (Arc<View>, &Fields) {
        (self.view.load_full(), &self.fields)
    }

    /// Applies changes and moves the mark, in one commit: after a crash either both are there or neither.
    pub(super) fn apply(&self, changes: &[Change], mark: i64) -> Result<()> {
        let mut slot = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // Taken out, so that after an error or a panic what was half done is dropped with the writer.
        let mut writer = match slot.take() {
            Some(writer) => writer,
            None => writer(&self.index, 20_000_000)?,
        };
        apply_to(&writer, &self.index.schema(), &self.fields, &mut Filler::default(), changes)?;
        commit(&mut writer, mark)?;
        self.refresh()?;
        *slot = Some(writer);
        Ok(())
    }

    /// Notices commits, of this process or another. True if there was anything new.
    pub(super) fn reload(&self) -> Result<bool> {
        // The lock keeps a refresh here from overtaking one of `apply` with an older view.
        let _writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let (meta, view) = (self.index.load_metas()?, self.view.load());
        let known = |id| view.rows.iter().any(|rows| rows.segment == id);
        let is_same = meta.opstamp == view.opstamp && meta.segments.len() == view.rows.len() && meta.segments.iter().all(|s| known(s.id()));
        if !is_same {
            self.refresh()?;
        }
        Ok(!is_same)
    }

    fn refresh(&self) -> Result<()> {
        self.reader.reload()?;
        let view = View::read(self.reader.searcher(), &self.index.load_metas()?, Some(&self.view.load()))?;
        self.view.store(Arc::new(view));
        Ok(())
    }

    /// Lets go of the writer, waiting for a change that is being applied.
    pub(super) fn retire(&self) {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// Hands changes to a writer.
pub(super) fn apply_to(writer: &IndexWriter, schema: &Schema, fields: &Fields, filler: &mut Filler, changes: &[Change]) -> Result<()> {
    for change in changes {
        match change {
            Change::Put(entry) => {
                writer.delete_term(fill::term_of(fields, entry.id));
                writer.add_document(filler.document(schema, fields, entry)?)?;
            }
            Change::Drop(id) => {
                writer.delete_term(fill::term_of(fields, *id));
            }
        }
    }
    Ok(())
}

/// The writer of an index; there can be only one.
pub(super) fn writer(index: &Index, memory: usize) -> Result<IndexWriter> {
    let options = IndexWriterOptions::builder().num_worker_threads(1).num_merge_threads(1).memory_budget_per_thread(memory).build();
    Ok(index.writer_with_options(options)?)
}

/// Commits with the feed mark in the same file, so that both move at once.
pub(super) fn commit(writer: &mut IndexWriter, mark: i64) -> Result<()> {
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&mark.to_string());
    commit.commit()?;
    Ok(())
}
