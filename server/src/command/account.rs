//! `allmende account create`.

use crate::config::Config;
use anyhow::Result;
use backend::{Failure, usecases::create_account::create_account};
use domain::{Error, Lang, account::Actor};

/// Makes an account, or makes one that is there a moderator's.
///
/// # Errors
/// Where the address is none.
pub async fn create(config: &Config, email: &str, is_moderator: bool) -> Result<()> {
    let backend = super::open(config).await?;
    let created = create_account(&backend, &Actor::System, email, is_moderator).await;
    backend.db.close().await;
    created.map_err(|failure| match failure {
        Failure::Told(Error::Invalid(fields)) => anyhow::anyhow!("--email: {}", fields[0].problem.describe(Lang::En)),
        failure => failure.into(),
    })?;
    println!("The account is there. Sign in at {}/sign-in.", config.base_url);
    Ok(())
}
