//! The binary `allmende`. Exit status: 0 done, 1 failed with one clear line, 2 wrong usage.

use clap::Parser;
use server::cli::Cli;
use std::{io::IsTerminal, process::ExitCode};
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = std::env::var("ALLMENDE_LOG").unwrap_or_else(|_| "info,tantivy=warn,sqlx=warn,webauthn_rs_core=off".into());
    let filter = match EnvFilter::try_new(&filter) {
        Ok(filter) => filter,
        Err(error) => return fail(&anyhow::anyhow!("ALLMENDE_LOG is \"{filter}\": {error}")),
    };
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal()).init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into()),
    };
    match runtime.block_on(cli.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// In one line. Errors that name their cause already say it once.
fn fail(error: &anyhow::Error) -> ExitCode {
    let line =
        error.chain().map(ToString::to_string).reduce(|said, cause| if said.contains(&cause) { said } else { format!("{said}: {cause}") });
    eprintln!("allmende: {}", line.unwrap_or_default().replace('\n', " "));
    ExitCode::FAILURE
}
