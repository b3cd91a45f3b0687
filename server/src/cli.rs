//! The command line: what it can be told, and which command does it.

use crate::{
    command::{account, check_config, check_index, import, reindex, serve},
    config::Config,
};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// A community map and knowledge directory of AI projects for the common good.
#[derive(Parser)]
#[command(
    name = "allmende",
    version,
    after_help = "Settings come from ALLMENDE_… environment variables; see README.md and `allmende check-config`."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the directory.
    Serve,
    /// Import a folder of JSON Lines files (organisations, projects, lessons, contradictions), or one of them.
    Import {
        /// The folder or file.
        path: PathBuf,
        /// Import the good lines and leave out those with errors.
        #[arg(long)]
        skip_invalid: bool,
        /// Do nothing if the database holds entries already.
        #[arg(long)]
        if_empty: bool,
    },
    /// Build the search index anew; a running server changes over to it by itself.
    Reindex,
    /// Compare the search index with the database, entry by entry, and put right what differs.
    CheckIndex,
    /// Accounts.
    #[command(subcommand)]
    Account(AccountCommand),
    /// Check the settings and say what applies.
    CheckConfig,
}

#[derive(Subcommand)]
enum AccountCommand {
    /// Make an account, or make one that is there a moderator's. Everybody else's is made when they first sign in.
    Create {
        /// Its mail address.
        #[arg(long)]
        email: String,
        /// Let it curate the directory.
        #[arg(long)]
        moderator: bool,
        /// Let it write for this organisation and manage its members.
        #[arg(long, value_name = "SLUG")]
        owner_of: Option<String>,
    },
    /// Remove all passkeys of a moderator who lost theirs, and end their sessions. Whoever signs in next adds a new one: make
    /// sure that it is them who ask.
    ResetPasskeys {
        /// Its mail address.
        #[arg(long)]
        email: String,
    },
}

impl Cli {
    /// Does what was asked.
    ///
    /// # Errors
    /// One clear line.
    pub async fn run(self) -> anyhow::Result<()> {
        let config = Config::from_env()?;
        match self.command {
            Command::Serve => serve::serve(&config).await,
            Command::Import { path, skip_invalid, if_empty } => import::import(&config, &path, skip_invalid, if_empty).await,
            Command::Reindex => reindex::reindex(&config).await,
            Command::CheckIndex => check_index::check_index(&config).await,
            Command::Account(AccountCommand::Create { email, moderator, owner_of }) => {
                account::create(&config, &email, moderator, owner_of.as_deref()).await
            }
            Command::Account(AccountCommand::ResetPasskeys { email }) => account::reset_passkeys(&config, &email).await,
            Command::CheckConfig => check_config::check_config(&config).await,
        }
    }
}
