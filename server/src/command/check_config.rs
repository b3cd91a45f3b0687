//! `allmende check-config`.

use crate::config::Config;
use anyhow::{Result, bail};

/// Says which settings apply, whether database and site folder are there, and whether the imprint is missing.
///
/// # Errors
/// Where something is missing.
pub async fn check_config(config: &Config) -> Result<()> {
    let database = if config.database_url.starts_with("sqlite") { config.database_url.as_str() } else { "PostgreSQL" };
    println!("listens on    {}", config.addr);
    println!("base address  {}", config.base_url);
    println!("data folder   {}", config.data_dir.display());
    println!("database      {database}");
    println!("site folder   {}", config.site_dir.display());
    println!("own texts     {}", config.pages_dir.display());
    if config.is_base_url_a_guess() {
        println!("Set ALLMENDE_BASE_URL to how readers reach this server: canonical links, feeds, sitemap, previews and the API name it.");
    }
    let texts = crate::operator_texts::read(&config.pages_dir)?;
    if !texts.keys().any(|(page, _)| page == "imprint") {
        println!("There is no imprint yet: put imprint.de.md there.");
    }
    if !config.site_dir.join("pkg").is_dir() {
        bail!(
            "the site folder {} has no pkg/; set ALLMENDE_SITE_DIR to the folder that `cargo xtask dist` makes",
            config.site_dir.display()
        );
    }
    super::open(config).await?.db.close().await;
    println!("Everything is in place.");
    Ok(())
}
