//! What lies in the store, and taking something out of it.

use super::Files;
use domain::picture::Picture;
use std::{
    collections::BTreeMap,
    fs::{self, DirEntry},
    io,
    path::Path,
};

/// What is half-written ends so.
pub(super) const UNFINISHED: &str = ".part";

impl Files {
    /// Everything in the store: pictures as documents name them, and what is half-written by its file's name, each
    /// with the bytes of its files. Nothing else that somebody put there.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub async fn kept(&self) -> io::Result<BTreeMap<String, u64>> {
        let folder = self.folder.clone();
        tokio::task::spawn_blocking(move || all(&folder)).await.map_err(io::Error::other)?
    }

    /// Takes something out of the store. What is not there is no error. Gives how many bytes that made free.
    ///
    /// # Errors
    /// Where it cannot be removed; then some of its sizes may be gone.
    pub async fn remove(&self, name: &str) -> io::Result<u64> {
        let (folder, name) = (self.folder.clone(), name.to_owned());
        tokio::task::spawn_blocking(move || remove(&folder, &name)).await.map_err(io::Error::other)?
    }
}

fn all(folder: &Path) -> io::Result<BTreeMap<String, u64>> {
    let mut kept: BTreeMap<String, u64> = BTreeMap::new();
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(kept),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let Some(name) = name(&entry) else { continue };
        // Somebody else may take it away meanwhile.
        let bytes = entry.metadata().map_or(0, |file| file.len());
        *kept.entry(name).or_default() += bytes;
    }
    Ok(kept)
}

fn name(entry: &DirEntry) -> Option<String> {
    let file = entry.file_name().into_string().ok()?;
    if is_unfinished(&file) {
        return Some(file);
    }
    Picture::of_file(&file).map(|(picture, _)| picture.to_string())
}

fn is_unfinished(file: &str) -> bool {
    file.strip_suffix(UNFINISHED).is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn remove(folder: &Path, name: &str) -> io::Result<u64> {
    let files = match name.parse::<Picture>() {
        // The widest first: what is half removed is not taken for a picture that is here.
        Ok(picture) => picture.widths().iter().rev().map(|width| picture.file(*width)).collect(),
        Err(_) if is_unfinished(name) => vec![name.to_owned()],
        Err(_) => vec![],
    };
    let mut bytes = 0;
    for file in files {
        let path = folder.join(file);
        let size = path.metadata().map_or(0, |file| file.len());
        match fs::remove_file(path) {
            Ok(()) => bytes += size,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(bytes)
}
