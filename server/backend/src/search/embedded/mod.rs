//! The embedded engine: tantivy in this process, its files in one directory. The default.
//!
//! It knows index documents and requests, no database. One process writes; others may read meanwhile and build
//! a new generation (`allmende reindex`), which a running server picks up by [`Embedded::reload_if_changed`].
//!
//! A search is one pass (`collect`) over the entries that match its text (`text`). To add a column that answers
//! need: `schema`, `fill`, and where it is read. Indexes built before ask for a rebuild by themselves.

mod browsed;
mod collect;
mod files;
mod fill;
mod generation;
mod lift;
mod order;
mod overlay;
mod place;
mod rebuild;
mod rows;
mod schema;
mod similar;
mod text;
mod trial;
mod understanding;
mod view;
mod vocabulary;

pub use rebuild::Rebuild;
pub use trial::{Effect, Trial};
pub use understanding::{Leading, Lenient, Understanding};

use super::{
    Comparison, Error, Found, Request, Result, Versions,
    document::Change,
    language::{Synonyms, reading::Reading},
    likeness::Likeness,
};
use arc_swap::{ArcSwap, ArcSwapOption};
use domain::id::EntryId;
use generation::Generation;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use view::{Source, View};

/// The embedded engine. Clones share everything.
#[derive(Clone)]
pub struct Embedded {
    shared: Arc<Shared>,
}

struct Shared {
    dir: PathBuf,
    /// What is searched; none until the first rebuild.
    live: ArcSwapOption<Generation>,
    /// Applied to what is typed.
    synonyms: ArcSwap<Synonyms>,
}

impl Shared {
    fn serve(&self, generation: Generation) {
        // Searches under way keep the old one until they are done.
        if let Some(old) = self.live.swap(Some(Arc::new(generation))) {
            old.retire();
        }
    }
}

/// An opened engine and what it needs.
pub struct Opened {
    /// The engine.
    pub index: Embedded,
    /// Whether it can serve.
    pub state: State,
}

/// What an index directory was found to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// A usable index with everything of the change feed up to `mark`.
    Ready {
        /// Sequence number in the change feed.
        mark: i64,
    },
    /// Nothing usable: until a rebuild is finished, searches end in [`Error::NotBuilt`].
    NeedsRebuild {
        /// Why, for the log.
        reason: String,
    },
}

impl Embedded {
    /// Opens the index in a directory, which is made if it is not there. What is missing, damaged or of another
    /// version is no error but needs a rebuild.
    ///
    /// # Errors
    /// [`Error::Io`] where the directory cannot be used at all.
    pub fn open(dir: &Path) -> Result<Opened> {
        fs::create_dir_all(dir).map_err(Error::io(dir))?;
        let index = Self { shared: Arc::new(Shared { dir: dir.to_owned(), live: ArcSwapOption::empty(), synonyms: ArcSwap::default() }) };
        let state = match open_current(dir)? {
            Ok(generation) => {
                let mark = generation.view().0.mark;
                index.shared.serve(generation);
                State::Ready { mark }
            }
            Err(reason) => State::NeedsRebuild { reason },
        };
        Ok(Opened { index, state })
    }

    /// Answers a request.
    ///
    /// # Errors
    /// [`Error::NotBuilt`]; [`Error::Engine`].
    pub fn search(&self, request: &Request<'_>) -> Result<Found> {
        self.with_view(|view, from| view.search(from, request, true))
    }

    /// The same without counting facets, in half the time.
    ///
    /// # Errors
    /// As [`Embedded::search`].
    pub fn hits(&self, request: &Request<'_>) -> Result<Found> {
        self.with_view(|view, from| view.search(from, request, false))
    }

    /// The numbers ([`domain::id::EntryId::number`]) of all that match, in no order; order and page are ignored.
    ///
    /// # Errors
    /// As [`Embedded::search`].
    pub fn matching(&self, request: &Request<'_>) -> Result<Vec<u64>> {
        self.with_view(|view, from| view.matching(from, request))
    }

    /// How a text is read with the words of this index.
    ///
    /// # Errors
    /// [`Error::NotBuilt`].
    pub fn read(&self, text: &str) -> Result<Reading> {
        self.with_view(|view, from| Ok(view.reading(from, text)))
    }

    /// How a text is understood, for an engine that knows nothing of words: which entries it asks for.
    ///
    /// # Errors
    /// As [`Embedded::search`].
    pub fn understand(&self, text: &str) -> Result<Understanding> {
        self.with_view(|view, from| view.understanding(from, text))
    }

    /// Reads texts with these synonyms from now on. True where they are others than before.
    pub fn set_synonyms(&self, synonyms: Synonyms) -> bool {
        let others = **self.shared.synonyms.load() != synonyms;
        if others {
            self.shared.synonyms.store(Arc::new(synonyms));
        }
        others
    }

    fn with_view<T>(&self, ask: impl FnOnce(&Arc<View>, &Source<'_>) -> Result<T>) -> Result<T> {
        let (live, synonyms) = (self.live()?, self.shared.synonyms.load());
        let (view, fields) = live.view();
        ask(&view, &Source { fields, synonyms: &synonyms })
    }

    /// The entries that resemble one most, best first.
    ///
    /// # Errors
    /// As [`Embedded::search`].
    pub fn similar(&self, likeness: &Likeness<'_>) -> Result<Vec<EntryId>> {
        let live = self.live()?;
        let (view, fields) = live.view();
        similar::similar(&view, fields, likeness)
    }

    /// What it holds, all of one moment.
    ///
    /// # Errors
    /// As [`Embedded::search`].
    pub fn versions(&self) -> Result<Versions> {
        self.with_view(|view, _| view.versions())
    }

    /// What the last comparison of this index with the database came to, whichever process made it.
    #[must_use]
    pub fn compared(&self) -> Option<Comparison> {
        files::compared(&files::path(&self.shared.dir, self.live().ok()?.number))
    }

    /// Keeps that beside the index.
    ///
    /// # Errors
    /// [`Error::NotBuilt`]; [`Error::Io`].
    pub fn note(&self, comparison: &Comparison) -> Result<()> {
        files::write_compared(&files::path(&self.shared.dir, self.live()?.number), comparison)
    }

    /// Applies changes and moves the feed mark, in one commit. On return searches see them.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process or another [`Embedded`] of this directory writes;
    /// [`Error::NotBuilt`]; [`Error::Engine`]. Then all of it is to be applied again, which does no harm.
    pub fn apply(&self, changes: &[Change], mark: i64) -> Result<()> {
        self.live()?.apply(changes, mark)
    }

    /// How far the change feed is applied; `None` without an index.
    #[must_use]
    pub fn mark(&self) -> Option<i64> {
        self.shared.live.load().as_ref().map(|live| live.view().0.mark)
    }

    /// Begins a new index; the old one serves, and takes changes, until the new one is finished.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::Engine`].
    pub fn begin_rebuild(&self) -> Result<Rebuild> {
        Rebuild::begin(Arc::clone(&self.shared))
    }

    /// Takes up what another process did: a finished rebuild, or commits. True if there was anything.
    ///
    /// # Errors
    /// [`Error::Unusable`] where the new index is of another version; the old one goes on serving.
    pub fn reload_if_changed(&self) -> Result<bool> {
        let current = files::current(&self.shared.dir)?;
        let live = self.shared.live.load_full();
        match (current, live) {
            (Some(current), Some(live)) if live.number == current => live.reload(),
            (Some(_), _) => {
                self.shared.serve(open_current(&self.shared.dir)?.map_err(Error::Unusable)?);
                Ok(true)
            }
            (None, _) => Ok(false),
        }
    }

    /// Why nobody could open again what is served from memory: its files were deleted or damaged since. Looks only
    /// whether they are there, or, which takes a moment, reads all of them.
    #[must_use]
    pub fn is_lost(&self, thorough: bool) -> Option<String> {
        let dir = &self.shared.dir;
        if thorough {
            return open_current(dir).map_or_else(|error| Some(error.to_string()), std::result::Result::err);
        }
        let current = files::current(dir).ok().flatten();
        current.is_none_or(|number| !files::is_there(dir, number)).then(|| "its files are gone".to_owned())
    }

    fn live(&self) -> Result<Arc<Generation>> {
        self.shared.live.load_full().ok_or(Error::NotBuilt)
    }
}

/// Opens the current generation. Tries twice: another process may have swapped it, or merged away files, between
/// two looks at them.
fn open_current(dir: &Path) -> Result<std::result::Result<Generation, String>> {
    let open = || {
        let current = files::current(dir)?;
        Ok::<_, Error>(current.map_or_else(|| Err("there is no index yet".to_owned()), |number| Generation::open(dir, number)))
    };
    open()?.map_or_else(|_| open(), |generation| Ok(Ok(generation)))
}

#[cfg(test)]
mod tests;
