//! Whatever is missing on this machine, and only that. Each step says in one line what it does and why,
//! can be repeated, and survives being interrupted. Where root rights or the network are missing it ends
//! with one sentence that names what to install by hand.

mod apt;
mod chromium;
mod node;
mod npm;
mod postgres;
mod rustup;

use anyhow::Result;

use crate::paths;

pub use apt::is_root;
pub use postgres::binaries as postgres_binaries;

/// What every build needs: the wasm target, Node.js, and the packages of the map element with its tools.
///
/// A C compiler is no step of its own: cargo could not have linked this program without one.
pub fn for_build() -> Result<()> {
    rustup::wasm_target()?;
    node::check()?;
    npm::install(&paths::map_package())
}

/// What the Rust tests need besides: PostgreSQL, and ogrinfo for the exports.
pub fn for_tests() -> Result<()> {
    postgres::install()?;
    apt::install("ogrinfo", &["gdal-bin"], "to check exported map data with another program")
}

/// What the browser tests need besides.
pub fn for_browser_tests() -> Result<()> {
    chromium::install()?;
    apt::install("sqlite3", &["sqlite3"], "to let tests do what happens a year later")?;
    npm::install(&paths::end2end())
}

/// Tells what is done and why.
fn say(what: &str, why: &str) {
    println!("Set-up: {what} ({why}).");
}
