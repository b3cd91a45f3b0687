//! `cargo xtask test`: every check and test there is. A step that fails does not end the run, so that one run
//! shows everything; steps that need what failed are left out, and the summary says so.
//!
//! To add a step: one `steps.step(…)` below, with the names of the steps it needs.

mod interrupt;
mod postgres;
mod steps;

use anyhow::{Context, Result};

use self::postgres::Cluster;
use self::steps::Steps;
use crate::{paths, process, setup, site};

/// Runs all steps and prints the summary. Tells whether all passed.
pub fn run() -> Result<bool> {
    interrupt::listen()?;
    let mut steps = Steps::default();
    steps.step("set-up", &[], setup::for_build);
    steps.step("formatting", &[], || cargo("fmt --all --check"));
    steps.step("clippy", &[], || cargo("clippy --workspace --exclude hydrate --all-targets -- -D warnings"));
    steps.step("clippy of the browser's part", &["set-up"], || {
        cargo("clippy --package hydrate --target wasm32-unknown-unknown -- -D warnings")
    });
    steps.step("map element", &["set-up"], map_element);
    // Bins together with tests, so that both use the same build of every dependency.
    steps.step("build", &[], || cargo("build --workspace --exclude hydrate --bins --tests"));
    steps.step("set-up of the Rust tests", &[], setup::for_tests);
    steps.step("Rust tests", &["build", "set-up of the Rust tests"], rust_tests);
    steps.step("site", &["set-up"], site::assemble);
    steps.step("set-up of the browser tests", &["set-up"], setup::for_browser_tests);
    steps.step("browser tests", &["build", "site", "set-up of the browser tests"], browser_tests);
    Ok(steps.finish())
}

fn cargo(words: &str) -> Result<()> {
    process::run(&mut process::cargo(words))
}

fn map_element() -> Result<()> {
    process::run(process::command("node").args(["--test", "--test-reporter=spec"]).current_dir(paths::map_package()))
}

fn rust_tests() -> Result<()> {
    let cluster = Cluster::start().context("the throwaway PostgreSQL did not start")?;
    let mut tests = process::cargo("test --workspace --exclude hydrate --no-fail-fast");
    process::run(tests.env("ALLMENDE_TEST_POSTGRES_URL", cluster.url()))
}

fn browser_tests() -> Result<()> {
    let package = paths::end2end();
    let mut playwright = process::command(package.join("node_modules/.bin/playwright"));
    playwright.arg("test").current_dir(package).env("ALLMENDE_BIN", paths::binary("debug")).env("ALLMENDE_SITE_DIR", paths::site());
    process::run(&mut playwright)
}
