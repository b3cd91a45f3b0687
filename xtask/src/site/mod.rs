//! Assembles `target/site/`, the folder of static files. Each part is rebuilt only when its inputs changed,
//! and what no part names any more is removed.

mod compress;
mod fonts;
mod map;
mod style;
mod wasm;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::stamp::files;
use crate::{paths, process};

/// Builds whatever changed. Expects `setup::for_build`.
pub fn assemble() -> Result<()> {
    let mut site = Site::at(paths::site());
    site.put_folder(&paths::root().join("public"), "")?;
    fonts::add(&mut site)?;
    map::add(&mut site)?;
    style::add(&mut site)?;
    wasm::add(&mut site)?;
    compress::add(&mut site)?;
    site.finish()
}

/// A folder that will hold exactly what was put into it.
struct Site {
    folder: PathBuf,
    kept: BTreeSet<PathBuf>,
}

impl Site {
    fn at(folder: PathBuf) -> Self {
        Self { folder, kept: BTreeSet::new() }
    }

    /// Copies a file to `name`, a path below the site, unless it is there already.
    fn put(&mut self, file: &Path, name: impl AsRef<Path>) -> Result<()> {
        let to = self.folder.join(name);
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        if fs::read(&to).ok().as_deref() != Some(&bytes) {
            fs::create_dir_all(to.parent().unwrap_or(&self.folder))?;
            // Renamed into place, so that a server that runs never hands out half a file.
            let half = to.with_added_extension("half");
            fs::write(&half, bytes)?;
            fs::rename(half, &to)?;
        }
        self.kept.insert(to);
        Ok(())
    }

    /// Copies all files of a folder to `name`.
    fn put_folder(&mut self, folder: &Path, name: &str) -> Result<()> {
        for file in files(folder)? {
            self.put(&file, Path::new(name).join(file.strip_prefix(folder)?))?;
        }
        Ok(())
    }

    /// Removes what was not put.
    fn finish(self) -> Result<()> {
        for file in files(&self.folder)? {
            if !self.kept.contains(&file) {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    }
}

/// A folder for what a part makes on its way into the site.
fn workshop(part: &str) -> PathBuf {
    paths::target().join("site-parts").join(part)
}

/// Runs esbuild with these words; `from` and `to` are added.
fn esbuild(words: &str, from: &Path, to: &Path) -> Result<()> {
    let mut esbuild = process::command(paths::npm_tool("esbuild"));
    esbuild.arg(from).args(words.split_whitespace()).arg(format!("--outfile={}", to.display())).arg("--log-level=warning");
    process::run_quietly(&mut esbuild)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_holds_exactly_what_was_put_into_it() -> Result<()> {
        let temp = tempfile::tempdir()?;
        let source = temp.path().join("public");
        fs::create_dir_all(source.join("map"))?;
        fs::write(source.join("map/a"), "new")?;
        let folder = temp.path().join("site");
        fs::create_dir_all(folder.join("map"))?;
        fs::write(folder.join("map/a"), "old")?;
        fs::write(folder.join("left-over"), "")?;
        let mut site = Site::at(folder.clone());
        site.put_folder(&source, "")?;
        site.finish()?;
        assert_eq!(files(&folder)?, [folder.join("map/a")]);
        assert_eq!(fs::read_to_string(folder.join("map/a"))?, "new");
        Ok(())
    }
}
