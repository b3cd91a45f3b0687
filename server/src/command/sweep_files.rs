//! `allmende sweep-files`.

use crate::config::Config;
use anyhow::Result;
use backend::usecases::sweep_files::{Swept, sweep_files, would_sweep};
use domain::limits;

/// Removes pictures that nothing names any more, or says what that would be.
///
/// # Errors
/// When the database fails, or a file cannot be removed.
pub async fn sweep(config: &Config, is_dry: bool) -> Result<()> {
    let backend = super::open(config).await?;
    let swept = if is_dry { would_sweep(&backend).await.map(Some) } else { sweep_files(&backend).await };
    backend.db.close().await;
    let Some(Swept { removed, bytes, waiting }) = swept? else {
        println!("Another process sweeps the files right now.");
        return Ok(());
    };
    let what = if is_dry { "Would be removed" } else { "Removed" };
    // Tenths of a megabyte are enough to see what it is about.
    println!("{what}: {removed}, {}.{} MB.", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576);
    println!("Named by nothing for less than {} hours, and left alone: {waiting}.", limits::UNUSED_FILE_HOURS);
    Ok(())
}
