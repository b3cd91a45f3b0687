//! `allmende check-config`.

use crate::{
    config::Config,
    map_style,
    operator_texts::{self, OperatorTexts},
};
use anyhow::{Context, Result, bail};
use app::Embedders;
use backend::search::Search;

/// Says which settings apply, whether database, site folder and Meilisearch are there, and whether
/// the imprint is missing.
///
/// # Errors
/// Where something is missing.
pub async fn check_config(config: &Config) -> Result<()> {
    let database = if config.database_url.starts_with("sqlite") { config.database_url.as_str() } else { "PostgreSQL" };
    println!("listens on    {}", config.addr);
    println!("base address  {}", config.base_url);
    println!("data folder   {}", config.data_dir.display());
    println!("database      {database}");
    println!("search        {}", config.meilisearch.as_ref().map_or("embedded", |address| address.url()));
    println!("mails         {}", if config.smtp.is_some() { "by SMTP" } else { "as files in mail/ of the data folder" });
    println!("site folder   {}", config.site_dir.display());
    println!("own texts     {}", config.pages_dir.display());
    println!("links         {}", if config.check_links { "followed once a week" } else { "not followed" });
    println!("geocoder      {}", config.geocoder.as_ref().map_or("built-in places", |endpoint| endpoint.url.as_str()));
    println!("map style     {}", config.map_style.as_ref().map_or("ours only", |style| &style.origin));
    println!("publishing    {}", if config.rules.two_person { "two moderators have to agree" } else { "one moderator decides" });
    println!("undoing       {}", undoing(config.rules.undo_minutes));
    println!("passkeys      {}", passkeys(config));
    println!("embedding     {}", embedding(&config.embedders));
    let warnings = warnings(config)?;
    for warning in &warnings {
        println!("{warning}");
    }
    if !config.site_dir.join("pkg").is_dir() {
        bail!(
            "the site folder {} has no pkg/; set ALLMENDE_SITE_DIR to the folder that `cargo xtask dist` makes",
            config.site_dir.display()
        );
    }
    let backend = super::open(config).await?;
    if let Search::Meilisearch(engine) = &backend.search {
        let version = engine.examine().await.context("ALLMENDE_MEILISEARCH_URL, ALLMENDE_MEILISEARCH_KEY")?;
        let version = version.map(|version| format!(" {version}")).unwrap_or_default();
        println!("Meilisearch{version} can be reached, and its key has all rights that are needed.");
    }
    if let Some(style) = &config.map_style {
        map_style::examine(style, &config.base_url).await?;
        println!("The map style can be loaded, and needs nothing from other hosts.");
    }
    if let Some(server) = &config.smtp {
        server.examine().await.context("ALLMENDE_SMTP_URL: the mail server")?;
        println!("The mail server can be reached and lets us in.");
    }
    if let Some(geocoder) = &backend.geocoder {
        let places = geocoder.find("Köln").await.context("ALLMENDE_GEOCODER_URL")?;
        if places.is_empty() {
            bail!("ALLMENDE_GEOCODER_URL: the geocoder answers, but knows no Köln");
        }
        println!("The geocoder can be reached.");
    }
    backend.db.close().await;
    match warnings.len() {
        0 => println!("Everything is in place."),
        1 => println!("It can be started; one thing above wants to be seen to."),
        many => println!("It can be started; {many} things above want to be seen to."),
    }
    Ok(())
}

/// What is wrong, or likely to be, and does not keep the server from starting.
fn warnings(config: &Config) -> Result<Vec<String>> {
    let mut warnings: Vec<String> = Config::unknown().iter().map(|name| format!("{name} is no setting and does nothing.")).collect();
    if config.is_base_url_a_guess() {
        warnings.push(
            "Set ALLMENDE_BASE_URL to how readers reach this server: canonical links, feeds, sitemap, previews and the API name it.".into(),
        );
    }
    warnings.extend(without_passkeys(config));
    let OperatorTexts { texts, others } = operator_texts::read(&config.pages_dir)?;
    let folder = config.pages_dir.display();
    if !texts.keys().any(|(page, _)| page == "imprint") {
        let is_there = if config.pages_dir.is_dir() { "" } else { ", which is not there either" };
        warnings.push(format!("There is no imprint yet: put imprint.de.md into {folder}{is_there}."));
    }
    let expected = "imprint, privacy or accessibility with .de.md or .en.md";
    warnings.extend(others.iter().map(|name| format!("{name} in {folder} is shown nowhere; expected {expected}.")));
    Ok(warnings)
}

/// How long a decision can be undone.
fn undoing(minutes: i64) -> String {
    if minutes == 0 {
        "never; mails about decisions go at once".to_owned()
    } else {
        format!("for {minutes} minutes, so long their mails wait")
    }
}

/// What moderators need.
fn passkeys(config: &Config) -> &'static str {
    match (config.passkeys().are_possible(), config.are_passkeys_required) {
        (true, true) => "required of each moderator",
        (true, false) => "asked of moderators who have one",
        (false, true) => "required of each moderator, but impossible at this base address",
        (false, false) => "impossible at this base address; moderators sign in by mail alone",
    }
}

/// What follows where each moderator needs a passkey and none can have one.
#[must_use]
pub fn without_passkeys(config: &Config) -> Option<String> {
    let is_locked = config.are_passkeys_required && !config.passkeys().are_possible();
    is_locked.then(|| {
        format!(
            "Nobody can moderate: each moderator needs a passkey (ALLMENDE_MODERATOR_PASSKEYS=required), and browsers offer \
             passkeys only with https and a host name, or at http://localhost. ALLMENDE_BASE_URL is {}: serve with https, or set \
             ALLMENDE_MODERATOR_PASSKEYS=optional; then whoever reads a moderator's mails can act as one.",
            config.base_url
        )
    })
}

/// Who may show lists and maps in their pages.
fn embedding(embedders: &Embedders) -> String {
    match embedders {
        Embedders::All => "on all sites".to_owned(),
        Embedders::Only(sites) if sites.is_empty() => "nowhere".to_owned(),
        Embedders::Only(sites) => format!("on {}", sites.join(", ")),
    }
}
