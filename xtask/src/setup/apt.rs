//! Debian's packages, when the program that they bring is missing.

use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

use super::say;
use crate::process::{command, is_there, run_quietly};

/// Installs `packages` unless `program` is there.
pub fn install(program: &str, packages: &[&str], why: &str) -> Result<()> {
    if is_there(program) { Ok(()) } else { install_packages(packages, why) }
}

/// Installs these packages.
pub fn install_packages(packages: &[&str], why: &str) -> Result<()> {
    let names = packages.join(" ");
    let by_hand = || format!("Please install by hand, as root and with network access: apt-get install {names} ({why})");
    say(&format!("apt-get install {names}"), why);
    let Some(_) = as_root("true") else { bail!("{}", by_hand()) };
    update();
    let Some(mut apt) = as_root("apt-get") else { bail!("{}", by_hand()) };
    apt.args(["install", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]).args(packages);
    run_quietly(&mut apt).with_context(by_hand)?;
    Ok(())
}

/// Fetches Debian's lists, once. If that fails the old lists may do: the installation itself will tell.
fn update() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        if let Some(mut apt) = as_root("apt-get") {
            let _ = run_quietly(apt.args(["update", "-o", "DPkg::Lock::Timeout=300"]));
        }
    });
}

/// The command with root's rights, by sudo if need be; `None` if there is no way without a password.
fn as_root(program: &str) -> Option<Command> {
    if is_root() {
        let mut plain = command(program);
        plain.env("DEBIAN_FRONTEND", "noninteractive");
        return Some(plain);
    }
    run_quietly(command("sudo").args(["-n", "true"])).ok()?;
    let mut sudo = command("sudo");
    sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
    Some(sudo)
}

/// Whether we are root.
pub fn is_root() -> bool {
    run_quietly(command("id").arg("-u")).is_ok_and(|id| id == "0")
}
