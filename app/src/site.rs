//! What pages know of the copy of Allmende that they belong to.

use domain::Lang;
use std::{collections::HashMap, sync::Arc};

/// The same for every request.
#[derive(Clone, Default)]
pub struct Site {
    /// How readers reach it, without a slash at the end.
    pub base_url: Arc<str>,
    /// Markdown of the operator by name of the page and language: an imprint of their own, and what they add to
    /// `privacy` and `accessibility`.
    pub texts: Arc<HashMap<(String, Lang), String>>,
}

impl Site {
    /// The operator's text for a page, in this language or else in German, and which of them it is.
    #[must_use]
    pub fn text(&self, page: &str, lang: Lang) -> Option<(&str, Lang)> {
        let text = |lang| self.texts.get(&(page.to_owned(), lang)).map(|text| (text.as_str(), lang));
        text(lang).or_else(|| text(Lang::De))
    }

    /// The whole address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}
