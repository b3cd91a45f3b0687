//! PostgreSQL: its programs only. The tests start a cluster of their own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::apt;

/// Installs PostgreSQL unless its programs are there.
pub fn install() -> Result<()> {
    if binaries().is_some() {
        return Ok(());
    }
    apt::install_packages(&["postgresql"], "storage is tested on both databases")?;
    if binaries().is_none() {
        bail!("PostgreSQL was installed, but /usr/lib/postgresql/*/bin/initdb is not there.");
    }
    Ok(())
}

/// The folder with `initdb` and `postgres`, of the newest version that is there.
pub fn binaries() -> Option<PathBuf> {
    newest(Path::new("/usr/lib/postgresql"))
}

fn newest(versions: &Path) -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(versions)
        .ok()?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let bin = entry.path().join("bin");
            Some((entry.file_name().to_str()?.parse().ok()?, bin)).filter(|(_, bin)| bin.join("initdb").is_file())
        })
        .collect();
    found.sort();
    found.pop().map(|(_, bin)| bin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_newest_version_that_can_make_a_cluster() -> Result<()> {
        let versions = tempfile::tempdir()?;
        assert_eq!(newest(versions.path()), None);
        for version in ["9", "15", "16"] {
            fs::create_dir_all(versions.path().join(version).join("bin"))?;
        }
        for version in ["9", "15"] {
            fs::write(versions.path().join(version).join("bin/initdb"), "")?;
        }
        assert_eq!(newest(versions.path()), Some(versions.path().join("15/bin")), "16 holds a client only");
        Ok(())
    }
}
