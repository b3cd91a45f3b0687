//! Everything behind the use cases: storage, search, map, change feed. Native only; draws nothing.

pub mod clock;
pub mod duplicates;
pub mod failure;
pub mod feed;
pub mod files;
pub mod gazetteer;
pub mod geocoder;
pub mod links;
pub mod mail;
pub mod map;
pub mod markdown;
pub mod passkeys;
pub mod public;
pub mod search;
pub mod secret;
pub mod storage;
#[cfg(feature = "testing")]
pub mod testing;
pub mod usecases;

pub use failure::{Failure, Result};

use clock::Clock;
use feed::{Indexer, Source};
use files::Files;
use gazetteer::Gazetteer;
use geocoder::Geocoder;
use map::MapIndex;
use passkeys::Passkeys;
use search::{Search, meilisearch::Address};
use std::path::Path;
use storage::Db;
use usecases::count_everything::Counts;

/// All adapters in one value that is cheap to clone. What pages, REST and the command line hold.
#[derive(Clone)]
pub struct Backend {
    /// The database.
    pub db: Db,
    /// The search engine.
    pub search: Search,
    /// Entries on the map.
    pub map: MapIndex,
    /// Towns and postcodes.
    pub gazetteer: &'static Gazetteer,
    /// The operator's geocoder, for what the gazetteer does not know.
    pub geocoder: Option<Geocoder>,
    /// The second step of moderators.
    pub passkeys: Passkeys,
    /// Pictures.
    pub files: Files,
    /// Now.
    pub clock: Clock,
    /// Keeps search and map in step.
    pub indexer: Indexer,
    /// How much there is of everything.
    pub counts: Counts,
}

impl Backend {
    /// Connects, migrates, and opens the indexes; they may still have to be filled: [`Indexer::start`]. Meilisearch need
    /// not run: nothing is asked of it yet.
    ///
    /// # Errors
    /// When the database cannot be reached or migrated, or the data folder cannot be written.
    pub async fn open(database_url: &str, data_dir: &Path, meilisearch: Option<&Address>, clock: Clock) -> Result<Self> {
        std::fs::create_dir_all(data_dir)?;
        let db = Db::connect(database_url).await?;
        db.migrate().await.map_err(sqlx::Error::from)?;
        let mut tx = db.write().await?;
        let feed = storage::feed::name(&mut tx, &uuid::Uuid::new_v4().simple().to_string()).await?;
        tx.commit().await?;
        // By feed: an index of another database must never answer for this one.
        let search = Search::open(&data_dir.join("search").join(&feed), meilisearch.map(|address| (address, feed.as_str())))?;
        let map = MapIndex::default();
        let gazetteer = Gazetteer::built_in();
        let indexer = Indexer::new(Source { db: db.clone(), gazetteer, clock: clock.clone() }, search.clone(), map.clone());
        let files = Files::at(&data_dir.join("files"));
        Ok(Self {
            db,
            search,
            map,
            gazetteer,
            geocoder: None,
            passkeys: Passkeys::default(),
            files,
            clock,
            indexer,
            counts: Counts::default(),
        })
    }

    /// Says, after the commit, that the feed now goes as far as this: nothing is answered from before any more, and the
    /// feed's readers look at once.
    pub fn notify(&self, head: i64) {
        self.indexer.ring(head);
    }
}
