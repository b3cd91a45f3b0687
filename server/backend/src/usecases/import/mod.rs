//! Importing the interchange format: JSON Lines, one document a line, one file per kind.
//!
//! All files are read and checked before the first is written, and all are written in one unit of work. So a
//! wrong line or a killed process changes nothing.

mod read;
mod references;
mod write;

pub use read::{Batch, Line, Reading, read};
pub use write::Summary;

use crate::{Backend, failure::Result, storage::feed};
use domain::{
    FieldError,
    account::Actor,
    entry::EntryState,
    permission::{Action, Subject, permit},
};
use references::References;
use std::{fmt, path::PathBuf};

/// A line that cannot be imported: file, line, field and reason.
#[derive(Debug, Clone, PartialEq)]
pub struct LineError {
    /// The file as it was named.
    pub file: PathBuf,
    /// Counted from 1.
    pub line: usize,
    /// The field and what is wrong with it.
    pub error: FieldError,
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.error)
    }
}

/// Whether lines that cannot be imported stop everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnInvalid {
    /// Nothing is imported.
    Stop,
    /// They are left out, the rest is imported.
    Skip,
}

/// What an import did.
#[derive(Debug)]
pub struct Report {
    /// By file, in the order in which they were written. Empty where wrong lines stopped it.
    pub files: Vec<Summary>,
    /// All wrong lines of all files.
    pub errors: Vec<LineError>,
}

/// How far an import is: file name, lines done, lines in all.
pub type Progress<'a> = &'a mut (dyn FnMut(&str, usize, usize) + Send);

/// Imports what was read. Repeatable: what is there already, word for word, is left alone.
///
/// # Errors
/// When the actor may not import, or the database fails; [`domain::Error::Conflict`] where somebody else took an address
/// meanwhile. Wrong lines stand in the report.
pub async fn import(backend: &Backend, actor: &Actor, reading: Reading, on_invalid: OnInvalid, progress: Progress<'_>) -> Result<Report> {
    permit(actor, Action::Import, Subject { state: EntryState::Published, organisation: None })?;
    let Reading { mut batches, mut errors } = reading;
    let mut references = References::load(backend, &batches).await?;
    for batch in &mut batches {
        errors.extend(references.check(batch));
    }
    if !errors.is_empty() && on_invalid == OnInvalid::Stop {
        return Ok(Report { files: vec![], errors });
    }
    let mut files = vec![];
    let mut tx = backend.db.write().await?;
    references.hold(&mut tx, &batches).await?;
    for batch in batches {
        files.push(write::write(&mut tx, &backend.clock, actor, &batch, &mut references, progress).await?);
    }
    let head = feed::head(&mut tx).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(Report { files, errors })
}
