//! `allmende import PATH`.

use super::progress::Progress;
use crate::config::Config;
use anyhow::{Result, bail};
use backend::{
    storage::entries,
    usecases::import::{self, OnInvalid, Report},
};
use domain::account::Actor;
use std::path::Path;

/// Wrong lines shown; more are counted.
const SHOWN: usize = 50;

/// Imports a folder or a file.
///
/// # Errors
/// Where nothing can be read, or a line is wrong and lines may not be skipped.
pub async fn import(config: &Config, path: &Path, skip_invalid: bool, if_empty: bool) -> Result<()> {
    let reading = import::read(path)?;
    let backend = super::open(config).await?;
    if if_empty {
        let count = entries::count(&mut backend.db.read().await?).await?;
        if count > 0 {
            println!("{count} entries are there already; nothing imported.");
            return Ok(());
        }
    }
    let on_invalid = if skip_invalid { OnInvalid::Skip } else { OnInvalid::Stop };
    let mut current: Option<(String, Progress)> = None;
    let mut progress = |file: &str, done: usize, total: usize| {
        if current.as_ref().is_none_or(|(name, _)| name != file) {
            current = Some((file.to_owned(), Progress::new(file)));
        }
        if let Some((_, progress)) = &mut current {
            progress.at(done as u64, total as u64);
        }
    };
    let report = import::import(&backend, &Actor::System, reading, on_invalid, &mut progress).await?;
    backend.db.close().await;
    tell(&report, skip_invalid)
}

fn tell(report: &Report, skip_invalid: bool) -> Result<()> {
    for error in report.errors.iter().take(SHOWN) {
        eprintln!("{error}");
    }
    if report.errors.len() > SHOWN {
        eprintln!("… {SHOWN} of {} wrong lines shown", report.errors.len());
    }
    for file in &report.files {
        println!("{}: {} new, {} changed, {} unchanged", file.file, file.created, file.changed, file.unchanged);
    }
    match (report.errors.len(), skip_invalid) {
        (0, _) => Ok(()),
        (wrong, true) => {
            println!("{wrong} errors; the lines they stand in were left out.");
            Ok(())
        }
        (wrong, false) => bail!("{wrong} errors, see above; nothing was imported (--skip-invalid leaves such lines out)"),
    }
}
