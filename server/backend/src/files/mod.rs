//! The file store: pictures in their sizes, in a folder. A name is made of what the file holds, so no file ever changes.
//!
//! A file is written whole, under another name, before a document names it; a process that is killed leaves at most one
//! that nobody names. Older revisions go on to show their pictures; what no document names is swept some time later
//! (`usecases::sweep_files`). That is why whoever keeps a file says so beforehand: nobody takes away what is being kept.

mod kept;
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

    /// Makes a picture of ours from what was sent, and keeps it in its sizes. `announce` comes before the first file is
    /// written, or found to be there: from then on nobody may sweep it.
    ///
    /// # Errors
    /// [`domain::Error::Invalid`] of `file`, where it is no picture, broken or too large; a fault where it cannot be written.
    pub async fn keep_picture(&self, sent: Vec<u8>, announce: impl AsyncFnOnce(&Picture) -> Result<()>) -> Result<Picture> {
        let _turn = self.turn.acquire().await.map_err(io::Error::other)?;
        // A decoder that gives up halfway was given something that is no whole picture.
        let prepared = tokio::task::spawn_blocking(move || prepare::prepare(&sent)).await.unwrap_or(Err(Problem::BrokenPicture));
        let prepared = prepared.map_err(refused)?;
        announce(&prepared.picture).await?;
        let folder = self.folder.clone();
        Ok(tokio::task::spawn_blocking(move || store(&folder, prepared)).await.map_err(io::Error::other)??)
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
        let unfinished = folder.join(format!("{}{}", uuid::Uuid::new_v4().simple(), kept::UNFINISHED));
        let mut file = File::create(&unfinished)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, &path)?;
    }
    // The names, too, must outlive a power cut.
    File::open(folder)?.sync_all()?;
    Ok(picture)
}
