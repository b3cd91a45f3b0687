//! `allmende reindex`.

use super::progress::Progress;
use crate::config::Config;
use anyhow::Result;

/// Builds new search indexes beside those that serve, then changes over: the embedded one, and that in Meilisearch.
///
/// # Errors
/// When the database or the index fails; then the old ones stay.
pub async fn reindex(config: &Config) -> Result<()> {
    let backend = super::open(config).await?;
    let mut progress = Progress::new("search index");
    backend.indexer.rebuild(&mut |done, total| progress.at(done, total)).await?;
    if let Some(mirror) = backend.indexer.mirror() {
        let mut progress = Progress::new("Meilisearch");
        mirror.rebuild(&mut |done, total| progress.at(done, total)).await?;
    }
    println!("The search index is up to date.");
    Ok(())
}
