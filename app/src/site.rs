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
    /// Who may show our lists and maps in their pages.
    pub embedders: Embedders,
    /// A name for exactly the base map that is served: tiles of this name may be kept for good.
    pub base_map: Arc<str>,
    /// The operator's own map style.
    pub map_style: Option<MapStyle>,
    /// Whether links of entries are followed.
    pub checks_links: bool,
    /// The host of the operator's geocoder.
    pub geocoder: Option<Arc<str>>,
}

/// A map style on another host, perhaps, for those who want to see streets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapStyle {
    /// The address of the style.
    pub url: Arc<str>,
    /// Its scheme, host and port: all that it needs comes from there.
    pub origin: Arc<str>,
}

/// Sites that may show `/embed` in a frame.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub enum Embedders {
    /// All: there is nothing in it but what everybody may read, and nothing that one could do.
    #[default]
    All,
    /// These: scheme and host, `https://*.example.org` for all hosts below. None where the list is empty.
    Only(Arc<[String]>),
}

impl Embedders {
    /// As `frame-ancestors` takes it. We ourselves always may: for previews.
    #[must_use]
    pub fn as_policy(&self) -> String {
        match self {
            Self::All => "*".to_owned(),
            Self::Only(sites) => ["'self'"].into_iter().chain(sites.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
        }
    }
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
