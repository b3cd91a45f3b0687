//! Two databases, one SQL text. `Db` hands out units of work (`Tx`); every storage function takes one.
//!
//! To add a statement: a line in `statements!` of its noun's file; the test that prepares all statements on
//! both databases finds it by itself once the file is in [`ALL`]. To add a noun: a file with `statements!`,
//! row types that derive `FromRow`, and functions over `&mut Tx`.

pub mod accounts;
pub mod agreements;
pub mod approvals;
pub mod audit;
pub mod authored;
pub mod claims;
pub mod contradictions;
pub mod decisions;
pub mod digests;
pub mod drafts;
pub mod duplicates;
pub mod entries;
pub mod events;
pub mod features;
pub mod feed;
pub mod freshness;
pub mod invitations;
pub mod labels;
pub mod leases;
pub mod lessons;
pub mod links;
pub mod mails;
pub mod members;
pub mod moving;
pub mod notes;
pub mod passkeys;
pub mod queue;
pub mod readers;
pub mod readings;
pub mod redirects;
pub mod related;
pub mod removals;
pub mod reports;
pub mod returned;
pub mod revisions;
pub mod sessions;
pub mod sign_ins;
pub mod statistics;
pub mod suggestions;
pub mod synonyms;
pub mod templates;
pub mod trusts;
pub mod unread;
pub mod unused_files;
pub mod word_events;

use sqlx::{
    PgPool, Postgres, Sqlite, SqlitePool, Transaction,
    pool::PoolOptions,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{str::FromStr, time::Duration};

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// All statements by file, for the test that prepares each on both databases.
pub const ALL: &[(&str, &[(&str, &str)])] = &[
    ("accounts", accounts::ALL),
    ("agreements", agreements::ALL),
    ("approvals", approvals::ALL),
    ("audit", audit::ALL),
    ("authored", authored::ALL),
    ("claims", claims::ALL),
    ("contradictions", contradictions::ALL),
    ("decisions", decisions::ALL),
    ("digests", digests::ALL),
    ("drafts", drafts::ALL),
    ("duplicates", duplicates::ALL),
    ("entries", entries::ALL),
    ("events", events::ALL),
    ("features", features::ALL),
    ("feed", feed::ALL),
    ("freshness", freshness::ALL),
    ("invitations", invitations::ALL),
    ("labels", labels::ALL),
    ("leases", leases::ALL),
    ("lessons", lessons::ALL),
    ("links", links::ALL),
    ("mails", mails::ALL),
    ("members", members::ALL),
    ("moving", moving::ALL),
    ("notes", notes::ALL),
    ("redirects", redirects::ALL),
    ("passkeys", passkeys::ALL),
    ("queue", queue::ALL),
    ("readers", readers::ALL),
    ("readings", readings::ALL),
    ("related", related::ALL),
    ("removals", removals::ALL),
    ("reports", reports::ALL),
    ("returned", returned::ALL),
    ("revisions", revisions::ALL),
    ("sessions", sessions::ALL),
    ("sign_ins", sign_ins::ALL),
    ("statistics", statistics::ALL),
    ("suggestions", suggestions::ALL),
    ("synonyms", synonyms::ALL),
    ("templates", templates::ALL),
    ("trusts", trusts::ALL),
    ("unread", unread::ALL),
    ("unused_files", unused_files::ALL),
    ("word_events", word_events::ALL),
];

/// The database. Cheap to clone.
#[derive(Clone)]
pub enum Db {
    /// One machine: one writer, many readers.
    Sqlite {
        /// One connection, so that writers queue here and not in `SQLITE_BUSY`.
        writer: SqlitePool,
        /// Connections for reading.
        readers: SqlitePool,
    },
    /// Several machines.
    Postgres(PgPool),
}

/// A unit of work. Dropped without [`Tx::commit`], nothing of it happened.
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one expression on whichever driver is behind the unit of work.
macro_rules! on {
    ($tx:expr, |$c:ident| $body:expr) => {
        match $tx {
            $crate::storage::Tx::Sqlite(tx) => {
                let $c = &mut **tx;
                $body
            }
            $crate::storage::Tx::Postgres(tx) => {
                let $c = &mut **tx;
                $body
            }
        }
    };
}
pub(crate) use on;

/// Runs a statement that returns no rows, with these values; gives the number of rows it changed.
macro_rules! execute {
    ($tx:expr, $sql:expr, $($value:expr),* $(,)?) => {
        $crate::storage::on!($tx, |c| sqlx::query($sql)$(.bind($value))*.execute(c).await.map(|done| done.rows_affected()))
    };
}
pub(crate) use execute;

/// Declares a file's statements, and lists them for the test.
macro_rules! statements {
    ($($name:ident = $sql:expr;)*) => {
        $(const $name: &str = $sql;)*
        /// Every statement of this file.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use statements;

/// Reads an id from a column.
fn read<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(text: &str) -> sqlx::Result<T> {
    text.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// Reads a value that rules of the domain check.
fn read_checked<T: FromStr<Err = domain::Problem>>(text: &str) -> sqlx::Result<T> {
    text.parse().map_err(|problem: domain::Problem| sqlx::Error::Decode(problem.reason().into()))
}

/// Keeps connections for as long as they work, which is tried whenever one is taken. Else a task of the pool looks after
/// idle ones, which up to sqlx 0.9.0 may count them wrongly, burn a core for ever and keep the process from ending
/// (<https://github.com/transact-rs/sqlx/pull/4289>).
fn for_good<DB: sqlx::Database>(options: PoolOptions<DB>) -> PoolOptions<DB> {
    options.idle_timeout(None).max_lifetime(None)
}

impl Db {
    /// Connects to `sqlite:PATH` (made if it is not there) or `postgres://…`.
    ///
    /// # Errors
    /// When the database cannot be reached or opened.
    pub async fn connect(url: &str) -> sqlx::Result<Self> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(5));
            return Ok(Self::Postgres(for_good(pool).connect(url).await?));
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // With WAL, FULL also survives a power cut, not only a killed process.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10));
        let writer = for_good(SqlitePoolOptions::new().max_connections(1)).connect_with(options.clone()).await?;
        let readers = for_good(SqlitePoolOptions::new().max_connections(4)).connect_with(options).await?;
        Ok(Self::Sqlite { writer, readers })
    }

    /// Brings the schema up to date. Safe to run at each start and by several processes.
    ///
    /// # Errors
    /// When a migration fails, or an applied one was edited.
    pub async fn migrate(&self) -> Result<(), sqlx::migrate::MigrateError> {
        match self {
            Self::Sqlite { writer, .. } => MIGRATIONS.run(writer).await,
            Self::Postgres(pool) => MIGRATIONS.run(pool).await,
        }
    }

    /// A unit of work that only reads, and sees one state of the data throughout.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn read(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { readers, .. } => Tx::Sqlite(readers.begin().await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?),
        })
    }

    /// A unit of work that writes.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn write(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            // Takes the write lock at once: a later upgrade could fail half-way.
            Self::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Closes all connections.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything that was done in this unit of work true at once.
    ///
    /// # Errors
    /// When the database refuses; then nothing happened.
    pub async fn commit(self) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }

    /// Lets the database parse and plan a statement without running it.
    ///
    /// # Errors
    /// When it does not understand it.
    pub async fn prepare(&mut self, sql: &'static str) -> sqlx::Result<()> {
        use sqlx::{Executor, SqlSafeStr};
        on!(self, |c| c.prepare(sql.into_sql_str()).await.map(drop))
    }
}
