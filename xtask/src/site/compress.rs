//! Compressed twins (`.br`, `.gz`) of scripts, styles and wasm, which the server may hand out as they are: a fifth
//! smaller than what it could compress while someone waits.

use std::path::PathBuf;

use anyhow::Result;

use super::{Site, workshop};
use crate::stamp::{Inputs, unless_done};
use crate::{paths, process};

const WORTH_IT: [&str; 5] = ["css", "js", "mjs", "svg", "wasm"];

pub(super) fn add(site: &mut Site) -> Result<()> {
    let script = paths::root().join("xtask/compress.mjs");
    let worth_it = |file: &&PathBuf| file.extension().and_then(|it| it.to_str()).is_some_and(|it| WORTH_IT.contains(&it));
    for file in site.kept.iter().filter(worth_it).cloned().collect::<Vec<_>>() {
        let name = file.strip_prefix(&site.folder)?;
        let made = workshop("compressed").join(name);
        let inputs = Inputs::default().path(&script)?.path(&file)?;
        unless_done(&made.with_added_extension("stamp"), &inputs, || {
            std::fs::create_dir_all(made.parent().unwrap_or(&made))?;
            process::run_quietly(process::command("node").arg(&script).args([&file, &made]))?;
            Ok(())
        })?;
        for twin in ["br", "gz"] {
            site.put(&made.with_added_extension(twin), name.with_added_extension(twin))?;
        }
    }
    Ok(())
}
