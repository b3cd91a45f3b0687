//! `cargo xtask dist`: what one copies to a server.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::stamp::files;
use crate::{licences, paths, process, setup, site};

/// Beside the binary and the site: what an operator may want, and what the licences ask for.
const TEXTS: [&str; 6] = ["README.md", "NOTICE", "Cargo.lock", "LICENSE-MIT", "LICENSE-APACHE", "server/maintenance.html"];

/// Builds `target/dist/` anew; the old one stays until the new one is whole.
pub fn run() -> Result<()> {
    setup::for_build()?;
    site::assemble()?;
    process::run(&mut process::cargo("build --release --package server"))?;
    let (dist, half) = (paths::target().join("dist"), paths::target().join("dist.half"));
    remove(&half)?;
    fs::create_dir_all(&half)?;
    fs::copy(paths::binary("release"), half.join("allmende")).context("the binary `allmende` was not built")?;
    copy_folder(&paths::site(), &half.join("site"))?;
    copy_folder(&paths::sample(), &half.join("sample"))?;
    for text in TEXTS {
        let from = paths::root().join(text);
        if from.exists() {
            fs::copy(&from, half.join(from.file_name().unwrap_or(text.as_ref())))?;
        }
    }
    fs::write(half.join("LICENSES.txt"), licences::text()?)?;
    remove(&dist)?;
    fs::rename(half, &dist)?;
    println!("{}: ./allmende serve", dist.display());
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() { fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display())) } else { Ok(()) }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let copy = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copy.parent().unwrap_or(to))?;
        fs::copy(&file, copy)?;
    }
    Ok(())
}
