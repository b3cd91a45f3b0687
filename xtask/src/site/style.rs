//! The style sheet: `style/main.css` with all that it imports, as one small file. Layers and nesting stay as written.

use anyhow::Result;

use super::{Site, esbuild, workshop};
use crate::paths;
use crate::stamp::{Inputs, unless_done};

/// Fonts and pictures are served as they are, not drawn into the style sheet.
const HOW: &str = "--bundle --minify --external:/fonts/* --external:/icons/* --external:/map/*";

pub(super) fn add(site: &mut Site) -> Result<()> {
    let (folder, made) = (paths::root().join("style"), workshop("style"));
    if !folder.join("main.css").exists() {
        println!("Left out of the site: style/main.css is not there.");
        return Ok(());
    }
    let inputs = Inputs::default().word(HOW).path(&folder)?.path(&paths::map_package().join("package-lock.json"))?;
    unless_done(&made.join("stamp"), &inputs, || esbuild(HOW, &folder.join("main.css"), &made.join("allmende.css")))?;
    site.put(&made.join("allmende.css"), "pkg/allmende.css")
}
