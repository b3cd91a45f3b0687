//! "Was this step done for these very inputs?" A step writes its stamp last, so a step that was interrupted has none.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The fingerprint of a step's inputs.
#[derive(Default)]
pub struct Inputs(DefaultHasher);

impl Inputs {
    /// Adds a word: a version, a list of flags.
    pub fn word(mut self, word: &str) -> Self {
        word.hash(&mut self.0);
        self
    }

    /// Adds a file's bytes, or every file of a folder with its name.
    pub fn path(mut self, path: &Path) -> Result<Self> {
        for file in files(path)? {
            file.strip_prefix(path).unwrap_or(&file).hash(&mut self.0);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut self.0);
        }
        Ok(self)
    }

    /// The fingerprint as text.
    pub fn fingerprint(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

/// All files below a path in a fixed order; the path itself if it is a file; nothing if it is not there.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if path.is_file() {
        found.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            found.extend(files(&entry?.path())?);
        }
    }
    found.sort();
    Ok(found)
}

/// Runs `step` unless the stamp says that it succeeded with the same inputs. Tells whether it ran.
pub fn unless_done(stamp: &Path, inputs: &Inputs, step: impl FnOnce() -> Result<()>) -> Result<bool> {
    let fingerprint = inputs.fingerprint();
    if fs::read_to_string(stamp).is_ok_and(|done| done == fingerprint) {
        return Ok(false);
    }
    // What is half done must not look done if the inputs change back.
    if stamp.exists() {
        fs::remove_file(stamp)?;
    }
    step()?;
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(stamp, fingerprint).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn a_step_runs_once_for_the_same_inputs_and_again_for_others() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (stamp, input) = (folder.path().join("deep/stamp"), folder.path().join("input"));
        fs::write(&input, "one")?;
        let inputs = || Inputs::default().word("-Oz").path(&input);
        assert!(unless_done(&stamp, &inputs()?, || Ok(()))?);
        assert!(!unless_done(&stamp, &inputs()?, || bail!("must not run"))?);
        fs::write(&input, "two")?;
        assert!(unless_done(&stamp, &inputs()?, || Ok(()))?);
        Ok(())
    }

    #[test]
    fn a_failed_step_leaves_no_stamp_of_either_input() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let stamp = folder.path().join("stamp");
        let (old, new) = (Inputs::default().word("old"), Inputs::default().word("new"));
        unless_done(&stamp, &old, || Ok(()))?;
        assert!(unless_done(&stamp, &new, || bail!("interrupted")).is_err());
        assert!(unless_done(&stamp, &old, || Ok(()))?, "half of the new was done: the old must run again");
        Ok(())
    }

    #[test]
    fn a_renamed_file_changes_the_fingerprint_of_its_folder() -> Result<()> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("a"), "same")?;
        let before = Inputs::default().path(folder.path())?.fingerprint();
        fs::rename(folder.path().join("a"), folder.path().join("b"))?;
        assert_ne!(before, Inputs::default().path(folder.path())?.fingerprint());
        Ok(())
    }
}
