//! `allmende account create` and `allmende account reset-passkeys`.

use crate::config::Config;
use anyhow::Result;
use backend::{
    Failure,
    usecases::{
        create_account::create_account,
        passkeys::{Reset, reset},
    },
};
use domain::{Error, account::Actor};

/// Makes an account, or makes one that is there a moderator's.
///
/// # Errors
/// Where the address is none, or there is no such organisation.
pub async fn create(config: &Config, email: &str, is_moderator: bool, owner_of: Option<&str>) -> Result<()> {
    let backend = super::open(config).await?;
    let created = create_account(&backend, &Actor::System, email, is_moderator, owner_of).await;
    backend.db.close().await;
    created.map_err(named)?;
    println!("The account is there. Sign in at /sign-in of the server, {}/sign-in with these settings.", config.base_url);
    if config.smtp.is_none() {
        println!(
            "The mail with the link will lie in {}, as ALLMENDE_SMTP_URL names no mail server.",
            config.data_dir.join("mail").display()
        );
    }
    Ok(())
}

/// Removes all passkeys of an account and ends its sessions.
///
/// # Errors
/// Where there is no account of this address.
pub async fn reset_passkeys(config: &Config, email: &str) -> Result<()> {
    let backend = super::open(config).await?;
    let done = reset(&backend, &Actor::System, email).await;
    backend.db.close().await;
    let Reset { passkeys, sessions } = done.map_err(named)?;
    println!("Passkeys removed: {passkeys}. Sessions ended: {sessions}.");
    if passkeys > 0 {
        println!("A mail tells the account's owner.");
    }
    println!("Whoever signs in at {}/sign-in next with a mail to this address adds a new passkey.", config.base_url);
    Ok(())
}

/// With the name of the option that is wrong.
fn named(failure: Failure) -> anyhow::Error {
    match failure {
        Failure::Told(Error::Invalid(fields)) => anyhow::anyhow!("--{}: {}", fields[0].field, fields[0].problem.reason()),
        failure => failure.into(),
    }
}
