//! The browser's part: cargo compiles `hydrate` to wasm, wasm-bindgen writes the bindings, wasm-opt halves the
//! wasm, esbuild minifies the bindings and the script that starts them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{Site, esbuild, workshop};
use crate::stamp::{Inputs, unless_done};
use crate::{lockfile, paths, process};

/// What rustc lets the wasm use, so that wasm-opt neither refuses it nor avoids it.
const OPTIMISE: &str = "-Oz --enable-bulk-memory --enable-nontrapping-float-to-int --enable-reference-types \
    --enable-sign-ext --enable-mutable-globals --enable-multivalue";
const MINIFY: &str = "--bundle --minify --format=esm --target=es2022";
/// Loads the bindings by their address: it is in every page, they are not.
const START: &str = "app/hydrate/start.js";

pub(super) fn add(site: &mut Site) -> Result<()> {
    process::run(&mut process::cargo("build --package hydrate --target wasm32-unknown-unknown --profile wasm-release"))?;
    let compiled = paths::target().join("wasm32-unknown-unknown/wasm-release/hydrate.wasm");
    let (made, start) = (workshop("wasm"), paths::root().join(START));
    let inputs = Inputs::default()
        .word(&lockfile::wasm_bindgen_version()?)
        .word(OPTIMISE)
        .word(MINIFY)
        .path(&paths::map_package().join("package-lock.json"))?
        .path(&start)?
        .path(&compiled)?;
    unless_done(&made.join("stamp"), &inputs, || {
        make(&compiled, &made)?;
        esbuild(MINIFY, &start, &made.join("start.js"))
    })?;
    site.put(&made.join("start.js"), "pkg/start.js")?;
    site.put(&made.join("allmende.js"), "pkg/allmende.js")?;
    site.put(&made.join("allmende.wasm"), "pkg/allmende_bg.wasm")
}

fn make(compiled: &Path, made: &Path) -> Result<()> {
    let bindings = made.join("bindings");
    if bindings.exists() {
        fs::remove_dir_all(&bindings)?;
    }
    bind(compiled, &bindings)?;
    let mut optimise = process::command(paths::npm_tool("wasm-opt"));
    optimise.args(OPTIMISE.split_whitespace()).arg(bindings.join("allmende_bg.wasm")).arg("-o").arg(made.join("allmende.wasm"));
    process::run_quietly(&mut optimise)?;
    esbuild(MINIFY, &bindings.join("allmende.js"), &made.join("allmende.js"))
}

fn bind(compiled: &Path, bindings: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name("allmende").typescript(false).remove_name_section(true).remove_producers_section(true);
    // Pages name the wasm's address themselves.
    bindgen.omit_default_module_path(true);
    bindgen.web(true)?.generate(bindings).context("wasm-bindgen could not write the browser's bindings")
}
