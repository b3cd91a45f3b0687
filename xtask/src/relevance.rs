//! `cargo xtask relevance`: the relevance test of the backend, with the tables it prints. It is part of
//! `cargo xtask test` too, where they are seen only when it fails.

use anyhow::Result;

use crate::process;

/// Runs the test, output shown.
pub fn run() -> Result<()> {
    process::run(&mut process::cargo("test --package backend --test relevance -- --nocapture --test-threads 1"))
}
