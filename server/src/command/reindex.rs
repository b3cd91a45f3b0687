//! `allmende reindex`.

use super::progress::Progress;
use crate::config::Config;
use anyhow::Result;

/// Builds a new search index beside the one that serves, then changes over.
///
/// # Errors
/// When the database or the index fails; then the old one stays.
pub async fn reindex(config: &Config) -> Result<()> {
    let backend = super::open(config).await?;
    let mut progress = Progress::new("search index");
    backend.indexer.rebuild(&mut |done, total| progress.at(done, total)).await?;
    println!("The search index is up to date.");
    Ok(())
}
