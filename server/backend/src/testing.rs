//! Backends for tests, each on a database of its own: SQLite always, PostgreSQL where
//! `ALLMENDE_TEST_POSTGRES_URL` names a throw-away cluster (`cargo xtask test` starts one).

pub mod authenticator;
pub mod large;
pub mod meilisearch;
pub mod mix;
pub mod noise;
pub mod people;
pub mod planted;
pub mod scattered;

use crate::{
    Backend,
    clock::Clock,
    failure::Result,
    feed::index_documents,
    search::document::IndexDocument,
    storage::entries,
    usecases::import::{self, OnInvalid, Report},
};
use domain::account::Actor;
use sqlx::{Connection, PgConnection};
use std::{
    ops::Deref,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// Noon of 1 November 2026, UTC, in microseconds: where the clock of tests stands.
pub const NOON: i64 = 1_793_534_400_000_000;

/// A database for one test.
pub struct TestDatabase {
    /// `sqlite` or `postgres`, for messages.
    pub name: &'static str,
    /// For `Backend::open` and `ALLMENDE_DATABASE_URL`.
    pub url: String,
    /// A data folder that goes when this does.
    pub dir: TempDir,
}

/// A backend on a database of its own.
pub struct TestBackend {
    backend: Backend,
    /// What it stands on.
    pub database: TestDatabase,
}

impl Deref for TestBackend {
    type Target = Backend;
    fn deref(&self) -> &Backend {
        &self.backend
    }
}

/// The sample directory of the project.
#[must_use]
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample")
}

/// An empty database of each kind that can be had.
///
/// # Panics
/// Where one cannot be made.
pub async fn databases() -> Vec<TestDatabase> {
    let mut all = vec![sqlite()];
    match std::env::var("ALLMENDE_TEST_POSTGRES_URL") {
        Ok(cluster) => all.push(postgres(&cluster).await.expect("a database in the PostgreSQL cluster of the tests")),
        Err(_) => eprintln!("LEFT OUT: PostgreSQL (ALLMENDE_TEST_POSTGRES_URL is not set; cargo xtask test sets it)"),
    }
    all
}

/// A backend with empty indexes on each of [`databases`], its clock standing at [`NOON`].
///
/// # Panics
/// Where one cannot be opened.
pub async fn backends() -> Vec<TestBackend> {
    let mut all = vec![];
    for database in databases().await {
        all.push(open(database).await);
    }
    all
}

/// A backend on SQLite with nothing in it.
///
/// # Panics
/// Where it cannot be made.
pub async fn empty() -> TestBackend {
    open(sqlite()).await
}

/// A backend on SQLite with the sample directory in it.
///
/// # Panics
/// Where it cannot be made.
pub async fn with_sample() -> TestBackend {
    let backend = empty().await;
    let report = import_from(&backend, &sample()).await.expect("the sample can be imported");
    assert_eq!(report.errors, []);
    backend.indexer.catch_up().await.expect("the sample can be indexed");
    backend
}

/// A PNG of one grey, 20 × 10 pixels: another shade is another picture.
///
/// # Panics
/// Where it cannot be made.
#[must_use]
pub fn picture(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(vec![]);
    image::RgbImage::from_pixel(20, 10, image::Rgb([shade; 3])).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

/// Imports as the operator does, stopping at wrong lines.
///
/// # Errors
/// As [`import::import`].
pub async fn import_from(backend: &Backend, path: &Path) -> Result<Report> {
    import::import(backend, &Actor::System, import::read(path)?, OnInvalid::Stop, &mut |_, _, _| ()).await
}

/// The index documents of everything in a backend.
///
/// # Panics
/// Where the database fails.
pub async fn documents(backend: &Backend) -> Vec<IndexDocument> {
    let mut tx = backend.db.read().await.expect("a connection");
    let (rows, _) = entries::after(&mut tx, None, i64::MAX).await.expect("all entries");
    index_documents(&mut tx, &rows, backend.gazetteer).await.expect("their documents")
}

async fn open(database: TestDatabase) -> TestBackend {
    let backend = Backend::open(&database.url, database.dir.path(), None, Clock::fixed(NOON)).await.expect("a backend");
    backend.indexer.start(&mut |_, _| ()).await.expect("empty indexes");
    TestBackend { backend, database }
}

fn sqlite() -> TestDatabase {
    let dir = tempfile::tempdir().expect("a temporary folder");
    TestDatabase { name: "sqlite", url: format!("sqlite:{}", dir.path().join("test.db").display()), dir }
}

async fn postgres(cluster: &str) -> sqlx::Result<TestDatabase> {
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    let mut admin = PgConnection::connect(cluster).await?;
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut admin).await?;
    let mut url = url::Url::parse(cluster).map_err(|error| sqlx::Error::Configuration(error.into()))?;
    url.set_path(&name);
    let dir = tempfile::tempdir().map_err(sqlx::Error::Io)?;
    Ok(TestDatabase { name: "postgres", url: url.into(), dir })
}
