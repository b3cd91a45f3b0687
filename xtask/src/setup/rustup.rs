//! The target that the browser's part is compiled for.

use std::path::Path;

use anyhow::{Context, Result};

use super::say;
use crate::process::{command, run_quietly};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain in use. A toolchain without rustup that has the target is fine too.
pub fn wasm_target() -> Result<()> {
    let sysroot = run_quietly(command("rustc").args(["--print", "sysroot"]))?;
    // rustup writes the manifest's list of components last: the folder alone may be half an installation.
    let libraries = Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib");
    let manifest = Path::new(&sysroot).join("lib/rustlib").join(format!("manifest-rust-std-{TARGET}"));
    if libraries.is_dir() && (manifest.is_file() || !Path::new(&sysroot).join("lib/rustlib/multirust-channel-manifest.toml").exists()) {
        return Ok(());
    }
    say(&format!("rustup target add {TARGET}"), "the islands run in the browser as wasm");
    run_quietly(command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("Please add the Rust target by hand, with network access: rustup target add {TARGET}"))?;
    Ok(())
}
