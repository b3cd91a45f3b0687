//! npm packages exactly as a lockfile has them.

use std::path::Path;

use anyhow::{Context, Result};

use super::say;
use crate::process::{command, run_quietly};
use crate::stamp::{Inputs, unless_done};

/// Installs a package's dependencies. No package may run a script of its own while it is installed.
pub fn install(package: &Path) -> Result<()> {
    let inputs = Inputs::default().path(&package.join("package.json"))?.path(&package.join("package-lock.json"))?;
    let modules = package.join("node_modules");
    unless_done(&modules.join(".stamp"), &inputs, || {
        say(&format!("npm ci in {}", package.display()), "packages of its lockfile are missing");
        let mut npm = command("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(package);
        run_quietly(&mut npm)
            .with_context(|| format!("Please install the npm packages by hand, with network access: npm ci in {}", package.display()))?;
        Ok(())
    })?;
    Ok(())
}
