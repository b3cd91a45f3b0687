//! What other sites can show of ours: in which frame, by which code, and which of our pages it stands for.

use crate::{
    context::{Here, lang},
    i18n::t,
    pages,
    routes::{self, Listing, View},
};
use domain::{FieldError, Lang, Problem, facet::Facet, query::Query, vocabulary::Kind};
use leptos::prelude::{Owner, provide_context};

/// What a frame shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// What a query finds, as a list or on a map.
    Hits {
        /// Boxed: it is much larger than the other.
        query: Box<Query>,
        /// List or map.
        view: View,
    },
    /// One entry.
    Entry {
        /// What it is.
        kind: Kind,
        /// Its address.
        slug: String,
    },
}

/// A frame in another site's page.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// What it shows.
    pub shown: Shown,
    /// The language of its words.
    pub lang: Lang,
    /// In pixels; `None`: as wide as what is around it.
    pub width: Option<u32>,
    /// In pixels.
    pub height: u32,
}

impl Shown {
    /// What a frame shows for one of our pages; `None` for pages that are nothing to show in one.
    ///
    /// # Errors
    /// What is wrong with the query of a list.
    pub fn of_page(path: &str, query: &str) -> Result<Option<Self>, Vec<FieldError>> {
        let kinds = [Kind::Project, Kind::Lesson, Kind::Organisation];
        let path = path.strip_suffix('/').filter(|path| !path.is_empty()).unwrap_or(path);
        let inner = path.strip_prefix(routes::EMBED).filter(|rest| rest.starts_with('/')).unwrap_or(path);
        let of = match inner {
            "/" => return Ok(Some(Self::Hits { query: Box::default(), view: View::Map })),
            "/explore" | routes::EMBED => None,
            "/lessons" => Some(Kind::Lesson),
            "/organisations" => Some(Kind::Organisation),
            path => {
                let entry = |kind: &Kind| path.strip_prefix('/')?.strip_prefix(kind.path())?.strip_prefix('/').map(|slug| (*kind, slug));
                let entry = kinds.iter().find_map(entry).filter(|(_, slug)| !slug.is_empty() && !slug.contains('/'));
                return Ok(entry.map(|(kind, slug)| Self::Entry { kind, slug: slug.to_owned() }));
            }
        };
        let (listing, query) = Listing::parse(of, query)?;
        Ok(Some(Self::hits(&query, listing.view)))
    }

    /// The hits of a query. Where a page shows a table, a frame shows the list.
    #[must_use]
    pub fn hits(query: &Query, view: View) -> Self {
        let view = if view == View::Map { View::Map } else { View::List };
        Self::Hits { query: Box::new(query.clone()), view }
    }

    /// What the address of `/embed` asks for.
    ///
    /// # Errors
    /// Every unknown name and value.
    pub fn parse(query_string: &str) -> Result<(Query, View), Vec<FieldError>> {
        let (listing, query) = Listing::parse(None, query_string)?;
        if listing.view == View::Table {
            let allowed = [View::List, View::Map].map(|view| view.id().to_owned()).into();
            return Err(vec![FieldError::new("view", Problem::UnknownValue { value: View::Table.id().to_owned(), allowed })]);
        }
        Ok((query, listing.view))
    }

    /// The address of what is in the frame, from the root.
    #[must_use]
    pub fn path(&self, lang: Option<Lang>) -> String {
        let (path, mut pairs) = match self {
            Self::Hits { query, view } => (routes::EMBED.to_owned(), Listing { of: None, view: *view }.pairs(query)),
            Self::Entry { kind, slug } => (format!("{}{}", routes::EMBED, routes::entry(*kind, slug)), vec![]),
        };
        pairs.extend(lang.map(|lang| ("lang".to_owned(), lang.id().to_owned())));
        let query = domain::query::write(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// Width and height in pixels that fit it where nobody asks for others.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        match self {
            Self::Hits { .. } => (800, 600),
            Self::Entry { .. } => (600, 400),
        }
    }
}

impl Frame {
    /// The frame as HTML. `base`: our address without a slash at the end. `title`: what those hear who do not see it.
    #[must_use]
    pub fn html(&self, base: &str, title: &str) -> String {
        let escaped = |text: &str| html_escape::encode_double_quoted_attribute(text).into_owned();
        let source = escaped(&format!("{base}{}", self.shown.path(Some(self.lang))));
        let width = self.width.map_or_else(|| "100%".to_owned(), |width| width.to_string());
        let (title, height) = (escaped(title), self.height);
        // `frameborder` is the old way, and the only one that strict sites let pass: they refuse styles in the page.
        format!(r#"<iframe src="{source}" title="{title}" width="{width}" height="{height}" loading="lazy" frameborder="0"></iframe>"#)
    }
}

/// Where programs ask how to show a page of ours: its whole address is told there.
#[must_use]
pub fn oembed(page: &str, format: &str) -> String {
    format!("/oembed?{}", domain::query::write([("url", page), ("format", format)]))
}

/// What a query is about, in a line: "Projekte: „chatbot“, Pflege, 30 km um Köln".
pub fn heading(query: &Query) -> String {
    let kind = match query.chosen(Facet::Kind).collect::<Vec<_>>()[..] {
        ["project"] => t!("explore-projects"),
        ["lesson"] => t!("explore-lessons"),
        ["organisation"] => t!("explore-organisations"),
        _ => t!("embed-everything"),
    };
    let text = (!query.text.is_empty()).then(|| t!("quoted", word = query.text.as_str()));
    let values = query.filters.iter().filter(|(facet, _)| **facet != Facet::Kind);
    let values = values.flat_map(|(facet, values)| values.iter().map(|value| facet.value_label(value, lang())));
    let near = query.near.as_ref().map(|near| t!("chip-near", km = near.km, place = near.place.as_str()));
    let about: Vec<String> = text.into_iter().chain(values).chain(near).collect();
    if about.is_empty() { kind } else { t!("embed-heading", kind = kind, about = about.join(", ")) }
}

/// The same outside of pages, in this language.
#[must_use]
pub fn heading_in(lang: Lang, query: &Query) -> String {
    Owner::new().with(|| {
        provide_context(Here { lang, ..Here::default() });
        heading(query)
    })
}

/// What one of our long texts is called, for those who ask by its path.
#[must_use]
pub fn title_of_text(path: &str, lang: Lang) -> Option<String> {
    pages::text::title(path.strip_prefix('/')?, lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str, query: &str) -> Option<String> {
        Shown::of_page(path, query).unwrap().map(|shown| shown.path(None))
    }

    #[test]
    fn each_page_has_its_frame() {
        for (page, query, framed) in [
            ("/", "", "/embed?view=map"),
            ("/explore", "topic=care&view=table&lang=en", "/embed?topic=care"),
            ("/explore", "topic=care&view=map", "/embed?topic=care&view=map"),
            ("/lessons", "theme=funding", "/embed?kind=lesson&theme=funding"),
            ("/organisations/", "", "/embed?kind=organisation"),
            ("/projects/carifix", "", "/embed/projects/carifix"),
            ("/embed", "q=a", "/embed?q=a"),
            ("/embed/lessons/a-b", "", "/embed/lessons/a-b"),
        ] {
            assert_eq!(path(page, query).as_deref(), Some(framed), "{page}?{query}");
        }
        for page in ["/about", "/projects", "/projects/", "/projects/a/revisions/1", "/embed/create", "/explore/values", "/lessons/a/b", ""]
        {
            assert_eq!(path(page, ""), None, "{page}");
        }
        assert!(Shown::of_page("/explore", "topic=pflege").is_err() && Shown::parse("view=table").is_err());
    }

    #[test]
    fn the_code_holds_what_was_typed_as_text() {
        let shown = Shown::hits(&Query { text: r#""><script>"#.into(), ..Query::default() }, View::List);
        let html = Frame { shown, lang: Lang::De, width: None, height: 600 }.html("https://a.example", r#"„"><b>“ & mehr"#);
        assert_eq!(html.matches(['<', '>']).count(), 4, "{html}");
        assert!(html.contains("&quot;") && html.contains("&amp;lang=de"), "{html}");
        assert!(html.contains(r#"width="100%" height="600""#));
    }

    #[test]
    fn a_query_has_a_heading() {
        let of = |lang, query| heading_in(lang, &Query::parse(query).unwrap());
        assert_eq!(of(Lang::De, "kind=project&topic=care&q=chatbot&near=K%C3%B6ln&km=30"), "Projekte: „chatbot“, Pflege, 30 km um Köln");
        assert_eq!(of(Lang::En, "kind=lesson"), "Lessons");
    }
}
