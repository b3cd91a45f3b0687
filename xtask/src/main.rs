//! `cargo xtask run | test | relevance | dist`: set-up and build steps, nothing else.
//!
//! One verb a file. A verb first asks `setup` for what it needs (which does only what is missing),
//! then has `site` assemble the static files, then calls cargo. To add a verb: a file with
//! `pub fn run() -> Result<…>` and an arm below.

mod dist;
mod licences;
mod lockfile;
mod paths;
mod process;
mod relevance;
mod run;
mod setup;
mod site;
mod stamp;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Set-up, build and test steps of Allmende.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build, load the sample directory into an empty database, serve on http://127.0.0.1:3000
    Run {
        /// Passed on to `allmende serve`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Every check and test there is
    Test,
    /// How good search is: figures, and the queries that it answers worst
    Relevance,
    /// Release build into target/dist/: the binary and the site it serves
    Dist,
}

fn main() -> ExitCode {
    let done = match Cli::parse().verb {
        Verb::Run { args } => run::run(&args).map(|never| match never {}),
        Verb::Test => test::run(),
        Verb::Relevance => relevance::run().map(|()| true),
        Verb::Dist => dist::run().map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
