//! `allmende check-index`.

use super::progress::Progress;
use crate::config::Config;
use anyhow::Result;
use backend::{
    Failure,
    search::{Comparison, Error},
};

/// Compares the search indexes with the database, entry by entry, and has put right what differs: the embedded one, and
/// that in Meilisearch. Where there is none yet it is built.
///
/// # Errors
/// When the database or an index fails.
pub async fn check_index(config: &Config) -> Result<()> {
    let backend = super::open(config).await?;
    let mut progress = Progress::new("search index");
    match backend.indexer.compare(&mut |done, total| progress.at(done, total)).await {
        Err(Failure::Search(Error::NotBuilt)) => {
            backend.indexer.rebuild(&mut |done, total| progress.at(done, total)).await?;
            println!("There was no search index yet: it was built.");
        }
        found => tell("The search index", &found?),
    }
    if let Some(mirror) = backend.indexer.mirror() {
        let mut progress = Progress::new("Meilisearch");
        let found = mirror.compare(&mut |done, total| progress.at(done, total)).await?;
        tell("The index in Meilisearch", &found);
    }
    backend.db.close().await;
    Ok(())
}

fn tell(which: &str, found: &Comparison) {
    let Comparison { compared, missing, stale, surplus, .. } = found;
    if found.differed() == 0 {
        println!("{which} is as the database says: {compared} entries compared.");
    } else {
        println!(
            "{which} differed and was put right: of {compared} entries {missing} were missing and {stale} out of date; {surplus} were too many."
        );
    }
}
