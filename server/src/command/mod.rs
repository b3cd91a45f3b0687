//! One file per command of the binary.

pub mod check_config;
pub mod check_index;
pub mod import;
mod progress;
pub mod reindex;
pub mod serve;

use crate::config::Config;
use anyhow::{Context, Result};
use backend::{Backend, clock::Clock};

/// Opens everything behind the use cases.
///
/// # Errors
/// Where the database cannot be reached; says which kind, never the password.
pub async fn open(config: &Config) -> Result<Backend> {
    let kind = if config.database_url.starts_with("sqlite") { "SQLite database" } else { "PostgreSQL database" };
    Backend::open(&config.database_url, &config.data_dir, config.meilisearch.as_ref(), Clock::System)
        .await
        .with_context(|| format!("cannot open the {kind} (data folder {})", config.data_dir.display()))
}
