//! The file store: pictures in their sizes, in a folder. A name is made of what the file holds, so no file ever changes.
//!
//! A file is written whole, under another name, before a document names it; a process that is killed leaves at most one
//! that nobody names. Nothing is deleted: older revisions go on to show their pictures.

mod prepare;

use crate::failure::Result;
use domain::{FieldError, Problem, picture::Picture};
use prepare::Prepared;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::Path,
    sync::Arc,
};
use tokio::sync::Semaphore;

/// Where files are kept. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    folder: Arc<Path>,
    /// A picture under work takes some hundred megabytes: one at a time.
    turn: Arc<Semaphore>,
}

impl Files {
    /// Files in this folder; made with the first of them.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.into(), turn: Arc::new(Semaphore::new(1)) }
    }

    /// Makes a picture of ours from what was sent, and keeps it in its sizes.
    ///
    /// # Errors
    /// [`domain::Error::Invalid`] of `file`, where it is no picture, broken or too large; a fault where it cannot be written.
    pub async fn keep_picture(&self, sent: Vec<u8>) -> Result<Picture> {
        let _turn = self.turn.acquire().await.map_err(io::Error::other)?;
        let folder = self.folder.clone();
        let work = move || -> Result<Picture> {
            let prepared = prepare::prepare(&sent).map_err(refused)?;
            Ok(store(&folder, prepared)?)
        };
        // A decoder that gives up halfway was given something that is no whole picture.
        tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(refused(Problem::BrokenPicture).into()))
    }

    /// What can be said of a picture before it is decoded.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn glance(sent: &[u8]) -> std::result::Result<(), Problem> {
        prepare::open(sent).map(|_| ())
    }

    /// Whether a picture is here, and not only named.
    #[must_use]
    pub fn has(&self, picture: &Picture) -> bool {
        // The widest is written last.
        self.folder.join(picture.file(picture.size().0)).is_file()
    }

    /// A picture in one of its widths, JPEG.
    ///
    /// # Errors
    /// Where it is there and cannot be read.
    pub async fn read(&self, picture: &Picture, width: u32) -> io::Result<Option<Vec<u8>>> {
        match tokio::fs::read(self.folder.join(picture.file(width))).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn refused(problem: Problem) -> Vec<FieldError> {
    vec![FieldError::new("file", problem)]
}

fn store(folder: &Path, prepared: Prepared) -> io::Result<Picture> {
    fs::create_dir_all(folder)?;
    let Prepared { picture, sizes } = prepared;
    for (width, bytes) in sizes {
        let path = folder.join(picture.file(width));
        if path.is_file() {
            continue;
        }
        let unfinished = folder.join(format!("{}.part", uuid::Uuid::new_v4().simple()));
        let mut file = File::create(&unfinished)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, &path)?;
    }
    // The names, too, must outlive a power cut.
    File::open(folder)?.sync_all()?;
    Ok(picture)
}
