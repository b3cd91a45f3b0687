//! The layout of an index directory: numbered generations and the file that names the current one.
//!
//! ```text
//! search/current          "7"
//! search/7/fingerprint    what it was built with
//! search/7/compared       what the last comparison with the database came to
//! search/7/…              tantivy's files
//! ```

use crate::search::{Comparison, Error, Result};
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

const CURRENT: &str = "current";
const FINGERPRINT: &str = "fingerprint";
const COMPARED: &str = "compared";

/// Where a generation lives.
pub(super) fn path(dir: &Path, generation: u64) -> PathBuf {
    dir.join(generation.to_string())
}

/// Whether a generation has the file that names its segments.
pub(super) fn is_there(dir: &Path, generation: u64) -> bool {
    path(dir, generation).join("meta.json").exists()
}

/// The current generation, if the pointer is there and can be read as one.
pub(super) fn current(dir: &Path) -> Result<Option<u64>> {
    match fs::read(dir.join(CURRENT)) {
        Ok(text) => Ok(std::str::from_utf8(&text).ok().and_then(|text| text.trim().parse().ok())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(dir.join(CURRENT))(error)),
    }
}

/// Makes an empty directory for a new generation, after all there are. Two processes never get the same one.
pub(super) fn create_next(dir: &Path) -> Result<u64> {
    // The directory itself may have been deleted under a running process.
    fs::create_dir_all(dir).map_err(Error::io(dir))?;
    let mut next = generations(dir)?.into_iter().chain(current(dir)?).max().unwrap_or_default() + 1;
    loop {
        match fs::create_dir(path(dir, next)) {
            Ok(()) => return Ok(next),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => next += 1,
            Err(error) => return Err(Error::io(path(dir, next))(error)),
        }
    }
}

/// Makes a generation the current one. Whoever reads sees the old or the new, also after a power cut.
pub(super) fn point_to(dir: &Path, generation: u64) -> Result<()> {
    replace(dir, CURRENT, &generation.to_string())
}

/// Removes a generation, as far as it goes: what cannot be removed is only in the way.
pub(super) fn remove(dir: &Path, generation: u64) {
    let path = path(dir, generation);
    match fs::remove_dir_all(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => tracing::warn!(path = %path.display(), %error, "old search index not removed"),
        _ => {}
    }
}

/// Removes all generations before this one.
pub(super) fn remove_before(dir: &Path, generation: u64) -> Result<()> {
    generations(dir)?.into_iter().filter(|other| *other < generation).for_each(|old| remove(dir, old));
    Ok(())
}

/// What a generation was built with.
pub(super) fn fingerprint(generation: &Path) -> io::Result<String> {
    fs::read_to_string(generation.join(FINGERPRINT))
}

/// Writes down what a generation is built with.
pub(super) fn write_fingerprint(generation: &Path, fingerprint: &str) -> Result<()> {
    replace(generation, FINGERPRINT, fingerprint)
}

/// What the last comparison of a generation with the database came to; `None` where there was none, or it cannot be read.
pub(super) fn compared(generation: &Path) -> Option<Comparison> {
    serde_json::from_slice(&fs::read(generation.join(COMPARED)).ok()?).ok()
}

/// Keeps that.
pub(super) fn write_compared(generation: &Path, comparison: &Comparison) -> Result<()> {
    let text = serde_json::to_string(comparison).map_err(|error| Error::Unusable(error.to_string()))?;
    replace(generation, COMPARED, &text)
}

fn generations(dir: &Path) -> Result<Vec<u64>> {
    let entries = fs::read_dir(dir).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(Error::io(dir))?;
    Ok(entries.iter().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect())
}

fn replace(dir: &Path, name: &str, text: &str) -> Result<()> {
    let write = || {
        let new = dir.join(format!("{name}.{}.new", std::process::id()));
        let mut file = File::create(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, dir.join(name))?;
        File::open(dir)?.sync_all()
    };
    write().map_err(Error::io(dir.join(name)))
}
