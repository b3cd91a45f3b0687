//! `cargo xtask run`: from a clean checkout to a server with the sample directory in it.

use std::convert::Infallible;
use std::env;
use std::os::unix::process::CommandExt;

use anyhow::{Context, Result};

use crate::{paths, process, setup, site};

/// Builds, fills an empty database, and becomes the server: Ctrl-C reaches it and nothing is left behind.
pub fn run(args: &[String]) -> Result<Infallible> {
    setup::for_build()?;
    site::assemble()?;
    process::run(&mut process::cargo("build --package server"))?;
    process::run(allmende().args(["import", "--if-empty"]).arg(paths::sample()))?;
    let address = env::var("ALLMENDE_ADDR").unwrap_or_else(|_| "127.0.0.1:3000".into());
    println!("Allmende: http://{address} (Ctrl-C ends it)");
    let mut serve = allmende();
    if env::var_os("ALLMENDE_MODERATOR_PASSKEYS").is_none() && env::var_os("ALLMENDE_BASE_URL").is_none() {
        // For trying it out on one's own machine: browsers have no passkeys for an address without a name.
        serve.env("ALLMENDE_MODERATOR_PASSKEYS", "optional");
    }
    Err(serve.arg("serve").args(args).exec()).context("cannot start the server")
}

fn allmende() -> std::process::Command {
    let mut allmende = process::command(paths::binary("debug"));
    if env::var_os("ALLMENDE_SITE_DIR").is_none() {
        allmende.env("ALLMENDE_SITE_DIR", paths::site());
    }
    allmende
}
