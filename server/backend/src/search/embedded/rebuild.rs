//! Building a new generation while the old one serves.

use super::{
    Shared, files,
    fill::{self, Filler},
    generation::{Generation, commit, fingerprint, writer},
    schema::{self, Fields},
};
use crate::search::{Error, Result, document::IndexDocument};
use domain::id::EntryId;
use std::{collections::HashSet, sync::Arc};
use tantivy::{Index, IndexWriter, schema::Schema};

/// An index being built. Dropped before [`Rebuild::finish`], it leaves nothing behind.
pub struct Rebuild {
    shared: Arc<Shared>,
    number: u64,
    schema: Schema,
    fields: Fields,
    writer: Option<IndexWriter>,
    filler: Filler,
    put: HashSet<EntryId>,
    finished: bool,
}

impl Rebuild {
    pub(super) fn begin(shared: Arc<Shared>) -> Result<Self> {
        let (schema, fields) = schema::build();
        let number = files::create_next(&shared.dir)?;
        // From here on a failure drops `rebuild` and with it the directory.
        let mut rebuild =
            Self { shared, number, schema, fields, writer: None, filler: Filler::default(), put: HashSet::new(), finished: false };
        let path = files::path(&rebuild.shared.dir, number);
        files::write_fingerprint(&path, &fingerprint(&rebuild.schema)?)?;
        let index = Index::create_in_dir(&path, rebuild.schema.clone())?;
        rebuild.writer = Some(writer(&index, 64_000_000)?);
        Ok(rebuild)
    }

    /// Adds an entry; one that was added before is replaced.
    ///
    /// # Errors
    /// [`Error::Engine`], mostly a full disk.
    pub fn put(&mut self, entry: &IndexDocument) -> Result<()> {
        let writer = self.writer.as_ref().ok_or(Error::Stopped)?;
        if !self.put.insert(entry.id) {
            writer.delete_term(fill::term_of(&self.fields, entry.id));
        }
        writer.add_document(self.filler.document(&self.schema, &self.fields, entry)?)?;
        Ok(())
    }

    /// How many entries were put.
    #[must_use]
    pub fn len(&self) -> usize {
        self.put.len()
    }

    /// Whether none was put.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.put.is_empty()
    }

    /// Makes it the current index and removes older ones. `mark` is the feed's mark from *before* the first
    /// entry was read; what changed since is applied from there, so read the mark anew afterwards.
    ///
    /// # Errors
    /// [`Error::Superseded`] if a later rebuild was finished first; as [`Rebuild::put`]. The old index stays.
    pub fn finish(mut self, mark: i64) -> Result<()> {
        let mut writer = self.writer.take().ok_or(Error::Stopped)?;
        let dir = &self.shared.dir;
        let superseded = |dir| Ok::<_, Error>(files::current(dir)?.is_some_and(|current| current > self.number));
        if superseded(dir)? {
            return Err(Error::Superseded);
        }
        commit(&mut writer, mark)?;
        writer.wait_merging_threads()?;
        let new = Generation::open(dir, self.number).map_err(Error::Unusable)?;
        if superseded(dir)? {
            return Err(Error::Superseded);
        }
        files::point_to(dir, self.number)?;
        self.finished = true;
        self.shared.serve(new);
        files::remove_before(dir, self.number)
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        // The writer first: it still writes.
        self.writer = None;
        if !self.finished {
            files::remove(&self.shared.dir, self.number);
        }
    }
}
