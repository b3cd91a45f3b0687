//! `allmende account create`.

use crate::config::Config;
use anyhow::Result;
use backend::{Failure, usecases::create_account::create_account};
use domain::{Error, Lang, account::Actor};

/// Makes an account, or makes one that is there a moderator's.
///
/// # Errors
/// Where the address is none, or there is no such organisation.
pub async fn create(config: &Config, email: &str, is_moderator: bool, owner_of: Option<&str>) -> Result<()> {
    let backend = super::open(config).await?;
    let created = create_account(&backend, &Actor::System, email, is_moderator, owner_of).await;
    backend.db.close().await;
    created.map_err(|failure| match failure {
        Failure::Told(Error::Invalid(fields)) => anyhow::anyhow!("--{}: {}", fields[0].field, fields[0].problem.describe(Lang::En)),
        failure => failure.into(),
    })?;
    println!("The account is there. Sign in at {}/sign-in.", config.base_url);
    Ok(())
}
