//! Debian's Chromium: Playwright's own download is not used.

use std::path::Path;

use anyhow::Result;

use super::apt;

/// Installs Chromium unless it is there.
pub fn install() -> Result<()> {
    if Path::new("/usr/bin/chromium").exists() {
        Ok(())
    } else {
        apt::install_packages(&["chromium"], "pages are tested in a real browser")
    }
}
