//! `LICENSES.txt`: under which licence each crate is that the binary or the wasm file holds.

use std::collections::{BTreeMap, BTreeSet};
use std::env::consts::ARCH;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

const HEAD: &str = "Crates of other authors that are linked into `allmende` and its wasm file: name, version, licence (SPDX), source.\n\
    Cargo.lock holds their checksums; the texts of the licences lie in the sources.\n\n";

/// The text of the file.
pub fn text() -> Result<String> {
    let mut lines = BTreeSet::new();
    for (package, target) in [("server", format!("{ARCH}-unknown-linux-gnu")), ("hydrate", "wasm32-unknown-unknown".to_owned())] {
        let mut cargo = process::cargo("metadata --format-version 1 --locked --quiet --filter-platform");
        let metadata = process::run_quietly(cargo.arg(target))?;
        lines.extend(linked(&serde_json::from_str(&metadata)?, package).context("cargo metadata has another form than we know")?);
    }
    Ok(HEAD.to_owned() + &lines.into_iter().collect::<String>())
}

/// A line for each crate of others that `package` is linked with: not what only builds, tests or expands macros.
fn linked(metadata: &Value, package: &str) -> Option<BTreeSet<String>> {
    let by_id = |list: &'static str| -> Option<BTreeMap<&str, &Value>> {
        let list = metadata.pointer(list)?.as_array()?;
        list.iter().map(|item| Some((item["id"].as_str()?, item))).collect()
    };
    let (packages, nodes) = (by_id("/packages")?, by_id("/resolve/nodes")?);
    let root = packages.iter().find(|(_, item)| item["name"] == package && item["source"].is_null())?.0;
    let (mut waiting, mut seen, mut lines) = (vec![*root], BTreeSet::new(), BTreeSet::new());
    while let Some(id) = waiting.pop() {
        let item = packages.get(id)?;
        if !seen.insert(id) || is_macro(item) {
            continue;
        }
        if !item["source"].is_null() {
            lines.insert(line(item));
        }
        let deps = nodes.get(id)?["deps"].as_array()?;
        waiting.extend(deps.iter().filter(|dep| is_linked(dep)).filter_map(|dep| dep["pkg"].as_str()));
    }
    Some(lines)
}

fn is_macro(package: &Value) -> bool {
    let mut kinds = package["targets"].as_array().into_iter().flatten().filter_map(|target| target["kind"].as_array()).flatten();
    kinds.any(|kind| kind == "proc-macro")
}

/// Other kinds are `build` and `dev`.
fn is_linked(dep: &Value) -> bool {
    dep["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
}

fn line(package: &Value) -> String {
    let of = |key: &str| package[key].as_str().unwrap_or("-");
    let licence = package["license"].as_str().or(package["license_file"].as_str()).unwrap_or("-");
    format!("{} {}\t{licence}\t{}\n", of("name"), of("version"), of("repository"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_is_linked_and_of_others_is_named() {
        let package = |name: &str, source: Option<&str>, kind: &str| json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source, "targets": [{"kind": [kind]}]});
        let dep = |name: &str, kind: Option<&str>| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let others = ["near", "far", "derive", "build", "macros", "stranger"];
        let kind = |name: &str| if name == "derive" { "proc-macro" } else { "lib" };
        let packages = others.iter().map(|name| package(name, Some("registry"), kind(name)));
        let node = |name: &str, deps: &[Value]| json!({"id": name, "deps": deps});
        let metadata = json!({
            "packages": packages.chain([package("server", None, "bin")]).collect::<Vec<_>>(),
            "resolve": {"nodes": [
                node("server", &[dep("near", None), dep("derive", None), dep("build", Some("build"))]),
                node("near", &[dep("far", None), dep("stranger", Some("dev"))]),
                node("far", &[dep("near", None)]),
                node("derive", &[dep("macros", None)]),
            ]},
        });
        let lines = linked(&metadata, "server").unwrap();
        assert_eq!(lines.into_iter().collect::<String>(), "far 1.0.0\tMIT\t-\nnear 1.0.0\tMIT\t-\n");
        assert_eq!((linked(&metadata, "nobody"), linked(&json!({}), "server")), (None, None));
    }

    #[test]
    fn every_linked_crate_says_its_licence() {
        let text = text().unwrap();
        for name in ["axum ", "icu_datetime_data ", "wasm-bindgen "] {
            assert!(text.contains(&format!("\n{name}")), "{name}");
        }
        assert!(!text.contains("\t-\thttp") && !text.contains("allmende 0"), "{text}");
    }
}
