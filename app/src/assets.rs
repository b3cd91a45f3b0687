//! Addresses of the files that pages are made with: scripts, styles, the icon.

use leptos::prelude::*;
use std::sync::Arc;

/// Where those files lie. The address changes with their content, so that browsers may keep what they got for good.
#[derive(Debug, Clone)]
pub struct Assets(Arc<str>);

impl Assets {
    /// Files below this address, which has no slash at its end.
    #[must_use]
    pub fn at(base: &str) -> Self {
        Self(base.into())
    }

    /// The address of all of them.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.0
    }

    /// The address of a file, named by its path in the site folder.
    #[must_use]
    pub fn url(&self, file: &str) -> String {
        format!("{}/{file}", self.0)
    }
}

/// The address of a file as pages name it: `asset("pkg/allmende.css")`.
#[must_use]
pub fn asset(file: &str) -> String {
    use_context::<Assets>().map_or_else(|| format!("/{file}"), |assets| assets.url(file))
}
