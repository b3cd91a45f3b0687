//! Node.js: runs esbuild, wasm-opt and the browser tests. It is asked for, not installed: Debian 12's own is too old.

use anyhow::{Result, bail};

use crate::process::{command, is_there, run_quietly};

const OLDEST: u32 = 20;

/// Node.js and npm are there and new enough.
pub fn check() -> Result<()> {
    let version = run_quietly(command("node").arg("--version")).unwrap_or_default();
    match major(&version) {
        Some(major) if major >= OLDEST && is_there("npm") => Ok(()),
        Some(major) if major >= OLDEST => bail!("Please install npm: Node.js {version} is here but npm is not."),
        Some(_) => bail!("Please install Node.js {OLDEST} or newer with npm: here is {version}."),
        None => bail!("Please install Node.js {OLDEST} or newer with npm: the command `node` was not found."),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_first_number_of_a_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major(""), None);
        assert_eq!(major("command not found"), None);
    }
}
