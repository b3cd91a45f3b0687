//! One file per command of the binary.

pub mod account;
pub mod check_config;
pub mod check_index;
pub mod import;
mod progress;
pub mod reindex;
pub mod serve;
pub mod sweep_files;

use crate::config::Config;
use anyhow::{Context, Result};
use backend::{
    Backend,
    clock::Clock,
    geocoder::Geocoder,
    mail::{Postman, Transport},
};

/// Opens everything behind the use cases.
///
/// # Errors
/// Where the database cannot be reached; says which kind, never the password.
pub async fn open(config: &Config) -> Result<Backend> {
    let kind = if config.database_url.starts_with("sqlite") { "SQLite database" } else { "PostgreSQL database" };
    let backend = Backend::open(&config.database_url, &config.data_dir, config.meilisearch.as_ref(), Clock::System)
        .await
        .with_context(|| format!("cannot open the {kind} (data folder {})", config.data_dir.display()))?;
    let geocoder = config.geocoder.clone().map(|endpoint| Geocoder::new(endpoint, &config.base_url)).transpose();
    Ok(Backend { geocoder: geocoder.context("ALLMENDE_GEOCODER_URL")?, passkeys: config.passkeys(), rules: config.rules, ..backend })
}

/// Who sends mails: by SMTP where a server is named, else into the folder `mail/` of the data folder.
///
/// # Errors
/// Where that folder cannot be made.
pub fn postman(config: &Config, backend: &Backend) -> Result<Postman> {
    let transport = match &config.smtp {
        Some(server) => server.clone(),
        None => {
            let folder = config.data_dir.join("mail");
            std::fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder for mails, {}", folder.display()))?;
            Transport::folder(&folder)
        }
    };
    Ok(Postman::new(backend.clone(), transport, config.mail_from.clone(), &config.base_url, app::letters::write))
}
