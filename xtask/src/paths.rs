//! Where things are. All paths are absolute, so that xtask works from any folder of the checkout.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The static files that the server hands out.
pub fn site() -> PathBuf {
    target().join("site")
}

/// The server's binary of a profile's folder (`debug`, `release`).
pub fn binary(folder: &str) -> PathBuf {
    target().join(folder).join("allmende")
}

/// The directory that an empty database is filled with.
pub fn sample() -> PathBuf {
    root().join("server/sample")
}

/// The npm package of the map element; it also carries esbuild and wasm-opt.
pub fn map_package() -> PathBuf {
    root().join("app/map")
}

/// The npm package of the browser tests.
pub fn end2end() -> PathBuf {
    root().join("end2end")
}

/// A command that an npm package of `app/map` brings.
pub fn npm_tool(name: &str) -> PathBuf {
    map_package().join("node_modules/.bin").join(name)
}
