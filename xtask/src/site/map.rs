//! The map element: a small loader for every page with a map, the element with the map library in one file,
//! its style, and the library's worker as a file of its own (a strict content policy allows no other way).

use anyhow::Result;

use super::{Site, esbuild, workshop};
use crate::paths;
use crate::stamp::{Inputs, unless_done};

/// The loader names the element by an address that it makes, so that the element does not become part of it.
const SCRIPT: &str = "--bundle --minify --format=esm --target=es2022";
const STYLE: &str = "--bundle --minify";
/// Source and how it is bundled.
const BUNDLES: [(&str, &str); 3] = [("loader.js", SCRIPT), ("project-map.js", SCRIPT), ("project-map.css", STYLE)];

pub(super) fn add(site: &mut Site) -> Result<()> {
    let (package, made) = (paths::map_package(), workshop("map"));
    let source = package.join("src");
    let inputs = Inputs::default().word(SCRIPT).word(STYLE).path(&source)?.path(&package.join("package-lock.json"))?;
    unless_done(&made.join("stamp"), &inputs, || {
        BUNDLES.iter().try_for_each(|(file, how)| esbuild(how, &source.join(file), &made.join(file)))
    })?;
    for (file, _) in BUNDLES {
        site.put(&made.join(file), format!("map/{file}"))?;
    }
    let library = package.join("node_modules/maplibre-gl");
    site.put(&library.join("LICENSE.txt"), "map/maplibre-gl-LICENSE.txt")?;
    // The worker must be of the very version that was bundled.
    site.put(&library.join("dist/maplibre-gl-worker.mjs"), "map/maplibre-gl-worker.mjs")
}
