//! Reads the version of a package from `Cargo.lock`.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::paths;

/// The version of `package` in this text of a `Cargo.lock`; the first if there are several.
pub fn version<'a>(lockfile: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The version of wasm-bindgen that the app is built with, which must be that of the bindings' generator.
pub fn wasm_bindgen_version() -> Result<String> {
    let lockfile = fs::read_to_string(paths::root().join("Cargo.lock"))?;
    let of = |package| version(&lockfile, package).with_context(|| format!("Cargo.lock does not name {package}"));
    let (app, generator) = (of("wasm-bindgen")?, of("wasm-bindgen-cli-support")?);
    ensure!(
        app == generator,
        "Cargo.lock has wasm-bindgen {app} but wasm-bindgen-cli-support {generator}: set the same in xtask/Cargo.toml"
    );
    Ok(app.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKFILE: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn finds_the_version_of_exactly_that_package() {
        assert_eq!(version(LOCKFILE, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version(LOCKFILE, "wasm"), None);
        assert_eq!(version("name = \"cut\"", "cut"), None);
    }

    #[test]
    fn the_generator_of_bindings_fits_the_app() {
        assert!(wasm_bindgen_version().is_ok());
    }
}
