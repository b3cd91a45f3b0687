//! The base map: two archives of ready vector tiles, `world.pmtiles` (zoom 0–5) and `europe.pmtiles` (zoom 5–8).
//!
//! Tiles are handed out as they are stored, compressed with gzip. The files are mapped into memory and must not
//! be changed while the program runs: replace them by renaming another file over them.

use bytes::Bytes;
use pmtiles::{AsyncPmTilesReader, Compression, MmapBackend, PmtError, TileCoord, TileType};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// The sets there are: `{set}.pmtiles`.
pub const SETS: [&str; 2] = ["world", "europe"];

/// Both archives, open for reading. Clones share them.
#[derive(Clone)]
pub struct BaseMap {
    archives: Arc<[Archive]>,
    version: Arc<str>,
}

type Archive = AsyncPmTilesReader<MmapBackend>;

/// Why a base map cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BaseMapError {
    /// A file is missing or cannot be read.
    #[error("cannot read the base map {}: {source}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file is no archive, or a damaged one.
    #[error("the base map {} is damaged: {source}", path.display())]
    Archive {
        /// Which file.
        path: PathBuf,
        /// What the reader says.
        source: PmtError,
    },
    /// A file holds something else than vector tiles compressed with gzip.
    #[error("the base map {} does not hold vector tiles compressed with gzip", path.display())]
    Content {
        /// Which file.
        path: PathBuf,
    },
    /// A tile of an open archive cannot be read.
    #[error("a tile of the base map cannot be read: {0}")]
    Tile(#[source] PmtError),
}

impl BaseMap {
    /// Opens the archives in `dir` and reads them once, for the version (5 MB: some milliseconds).
    ///
    /// # Errors
    /// The first file that is missing, damaged or of another kind.
    pub async fn open(dir: &Path) -> Result<Self, BaseMapError> {
        let mut archives = Vec::new();
        let mut hash = Fnv::default();
        for set in SETS {
            let path = dir.join(format!("{set}.pmtiles"));
            match tokio::fs::read(&path).await {
                Ok(content) => hash.add(&content),
                Err(source) => return Err(BaseMapError::File { path, source }),
            }
            archives.push(open_archive(path).await?);
        }
        Ok(Self { archives: archives.into(), version: format!("{:016x}", hash.0).into() })
    }

    /// A name for exactly these files: a part of tile addresses, so that answers may be kept for years.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Whether there is a set of this name.
    #[must_use]
    pub fn has(set: &str) -> bool {
        SETS.contains(&set)
    }

    /// A tile, compressed with gzip; `None` where there is no such set or tile.
    ///
    /// # Errors
    /// [`BaseMapError::Tile`] where the archive is damaged.
    pub async fn tile(&self, set: &str, z: u8, x: u32, y: u32) -> Result<Option<Bytes>, BaseMapError> {
        let archive = SETS.iter().position(|name| *name == set).map(|index| &self.archives[index]);
        match archive.zip(TileCoord::new(z, x, y).ok()) {
            Some((archive, tile)) => archive.get_tile(tile).await.map_err(BaseMapError::Tile),
            None => Ok(None),
        }
    }
}

async fn open_archive(path: PathBuf) -> Result<Archive, BaseMapError> {
    match Archive::new_with_path(&path).await {
        Ok(archive) => {
            let header = archive.get_header();
            let as_expected = header.tile_compression == Compression::Gzip && header.tile_type == TileType::Mvt;
            if as_expected { Ok(archive) } else { Err(BaseMapError::Content { path }) }
        }
        Err(source) => Err(BaseMapError::Archive { path, source }),
    }
}

/// FNV-1a, 64 bits: tells versions apart, protects from nothing. The standard library promises no stable hash.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/map")
    }

    #[tokio::test]
    async fn tiles_come_as_they_are_stored() {
        let map = BaseMap::open(&files()).await.unwrap();
        let germany = map.tile("europe", 5, 16, 10).await.unwrap().unwrap();
        assert_eq!(germany[..2], [0x1f, 0x8b]);
        let world = map.tile("world", 0, 0, 0).await.unwrap().unwrap();
        assert_eq!(world[..2], [0x1f, 0x8b]);
    }

    #[tokio::test]
    async fn what_is_not_there_is_none() {
        let map = BaseMap::open(&files()).await.unwrap();
        for (set, z, x, y) in [("europe", 8, 0, 0), ("europe", 9, 0, 0), ("world", 0, 1, 0), ("world", 40, 0, 0), ("mars", 0, 0, 0)] {
            assert!(map.tile(set, z, x, y).await.unwrap().is_none(), "{set} {z}/{x}/{y}");
        }
    }

    #[tokio::test]
    async fn the_version_is_that_of_the_content() {
        let dir = tempfile::tempdir().unwrap();
        for set in SETS {
            std::fs::copy(files().join(format!("{set}.pmtiles")), dir.path().join(format!("{set}.pmtiles"))).unwrap();
        }
        let version = BaseMap::open(dir.path()).await.unwrap().version().to_owned();
        assert_eq!(version, BaseMap::open(&files()).await.unwrap().version());
        std::fs::copy(files().join("world.pmtiles"), dir.path().join("europe.pmtiles")).unwrap();
        assert_ne!(version, BaseMap::open(dir.path()).await.unwrap().version());
    }

    #[tokio::test]
    async fn a_wrong_file_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let error = |map: Result<BaseMap, BaseMapError>| map.map(|_| ()).unwrap_err().to_string();
        assert!(error(BaseMap::open(dir.path()).await).contains("world.pmtiles"));
        std::fs::write(dir.path().join("world.pmtiles"), "no archive").unwrap();
        let text = error(BaseMap::open(dir.path()).await);
        assert!(text.contains("world.pmtiles") && text.contains("damaged"), "{text}");
    }
}
