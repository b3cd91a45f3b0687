//! A directory to try things out in: it reads the files of an index and writes into memory. The index never hears of it.

use std::{fmt, io, path::Path, sync::Arc};
use tantivy::{
    Directory,
    directory::{
        DirectoryLock, FileHandle, Lock, MmapDirectory, RamDirectory, WatchCallback, WatchHandle, WritePtr,
        error::{DeleteError, LockError, OpenReadError, OpenWriteError},
    },
};

/// The files of an index, and above them those that were written since.
#[derive(Clone)]
pub(super) struct Overlay {
    below: MmapDirectory,
    above: RamDirectory,
}

impl Overlay {
    /// Over the index in this directory.
    pub(super) fn over(dir: &Path) -> tantivy::Result<Self> {
        Ok(Self { below: MmapDirectory::open(dir)?, above: RamDirectory::create() })
    }
}

impl fmt::Debug for Overlay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Overlay")
    }
}

impl Directory for Overlay {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        if self.above.exists(path)? { self.above.get_file_handle(path) } else { self.below.get_file_handle(path) }
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        match self.above.delete(path) {
            // What lies below is not ours.
            Err(DeleteError::FileDoesNotExist(_)) => Ok(()),
            outcome => outcome,
        }
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        Ok(self.above.exists(path)? || self.below.exists(path)?)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.above.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        if self.above.exists(path)? { self.above.atomic_read(path) } else { self.below.atomic_read(path) }
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.above.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(())
    }

    /// Above: who writes below is not in the way.
    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.above.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.above.watch(callback)
    }
}
