//! Addresses that carry values. Which page belongs to which path stands in `shell`.

pub mod readers;
mod values;

pub use values::ValuesOf;

use crate::context::Here;
use domain::{
    FieldError, Lang, Problem,
    facet::Facet,
    id::EntryId,
    local_path::LocalPath,
    picture::Picture,
    query::Query,
    second_step::Lacks,
    vocabulary::{Kind, Outcome},
};

/// Names beside the query language in addresses of pages: our own, and those that newsletters and social media
/// hang onto links without asking.
pub fn is_beside(name: &str) -> bool {
    matches!(name, "lang" | "view" | "fbclid" | "gclid" | "mc_cid" | "mc_eid") || name.starts_with("utm_")
}

/// Pages for the frames of other sites.
pub const EMBED: &str = "/embed";
/// The page that makes the code for such a frame.
pub const CREATE_EMBED: &str = "/embed/create";

/// Whether a page is made for the frames of other sites.
pub fn is_framed(path: &str) -> bool {
    path != CREATE_EMBED && path.strip_prefix(EMBED).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Signing in, and then this page.
pub fn sign_in_first(here: &Here) -> String {
    let pairs = domain::query::pairs(&here.query);
    let query = domain::query::write(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let page = if query.is_empty() { here.path.to_string() } else { format!("{}?{query}", here.path) };
    let next = page.parse::<LocalPath>().ok();
    next.map_or_else(|| "/sign-in".into(), |next| format!("/sign-in?{}", domain::query::write([("next", &*next)])))
}

/// What a moderator's session lacks, and then this page.
pub fn second_step(lacks: Lacks, next: &str) -> String {
    let page = match lacks {
        Lacks::Passkey => "/account/passkeys",
        Lacks::Proof => "/sign-in/passkey",
    };
    format!("{page}?{}", domain::query::write([("next", next)]))
}

/// A page that says at its top what was just done: see `components/done.rs`.
pub fn done(page: &str, done: &str) -> String {
    let (page, fragment) = page.split_once('#').unwrap_or((page, ""));
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let pairs = domain::query::pairs(query);
    let before = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).filter(|(name, _)| *name != "done");
    let hash = if fragment.is_empty() { "" } else { "#" };
    format!("{path}?{}{hash}{fragment}", domain::query::write(before.chain([("done", done)])))
}

/// Founding an organisation, and then this page.
pub fn found(next: &str) -> String {
    format!("/organisations/new?{}", domain::query::write([("next", next)]))
}

/// An entry's page.
pub fn entry(kind: Kind, slug: &str) -> String {
    format!("/{}/{slug}", kind.path())
}

/// Where somebody says that an organisation is theirs.
pub fn claim(slug: &str) -> String {
    format!("/organisations/{slug}/claim")
}

/// Who belongs to an organisation.
pub fn members(slug: &str) -> String {
    format!("/organisations/{slug}/members")
}

/// What an entry said in one of its revisions; never changes.
pub fn revision(kind: Kind, slug: &str, number: i64) -> String {
    format!("/{}/{slug}/revisions/{number}", kind.path())
}

/// What an entry said over time.
pub fn history(kind: Kind, slug: &str) -> String {
    format!("/{}/{slug}/history", kind.path())
}

/// Signing in, and back to where one was.
pub fn sign_in(next: &str) -> String {
    format!("/sign-in?{}", domain::query::write([("next", next)]))
}

/// Where somebody answers whether an entry is still right.
pub fn still_right(link: &str) -> String {
    format!("/still-right/{link}")
}

/// The form for a new entry.
pub fn begin(kind: Kind) -> String {
    format!("/submit/new/{}", kind.id())
}

/// The form for a lesson that was learned in a project.
pub fn begin_lesson(project: &str) -> String {
    format!("{}?{}", begin(Kind::Lesson), domain::query::write([("project", project)]))
}

/// What a value of a vocabulary is called.
pub fn label(vocabulary: &str, value: &str) -> String {
    format!("/moderation/vocabulary/{vocabulary}/{value}")
}

/// A group of words of one meaning; `new` is one to write.
pub fn synonyms(id: &str) -> String {
    format!("/moderation/synonyms/{id}")
}

/// An entry as its authors see it.
pub fn draft(id: EntryId) -> String {
    format!("/submit/{id}")
}

/// A section of its form.
pub fn draft_section(id: EntryId, section: &str) -> String {
    format!("/submit/{id}/edit/{section}")
}

/// Something that is done with it.
pub fn draft_step(id: EntryId, step: &str) -> String {
    format!("/submit/{id}/{step}")
}

/// Something that is done with its pictures.
pub fn draft_picture(id: EntryId, step: &str) -> String {
    format!("/submit/{id}/pictures/{step}")
}

/// Its pictures after one was moved up or down: the page sets the focus where it was.
pub fn moved_picture(id: EntryId, file: &str, way: &str) -> String {
    format!("{}?{}", draft_step(id, "pictures"), domain::query::write([("moved", file), ("way", way)]))
}

/// A picture in one of its widths.
pub fn picture(picture: &Picture, width: u32) -> String {
    format!("/files/{}", picture.file(width))
}

/// All entries of a kind.
pub fn all_of(kind: Kind) -> String {
    let of = Some(kind).filter(|kind| *kind != Kind::Project);
    let query = if of.is_none() { Query::default().toggled(Facet::Kind, kind.id()) } else { Query::default() };
    Listing { of, view: View::List }.href(&query)
}

/// Lessons that went this way.
pub fn lessons_that(outcome: Outcome) -> String {
    LESSONS.href(&Query::default().toggled(Facet::Outcome, outcome.id()))
}

/// An address in another language of the interface, with everything else that it carries.
pub fn in_language(path: &str, query: &str, lang: Lang) -> String {
    let others: Vec<_> = domain::query::pairs(query).into_iter().filter(|(name, _)| name != "lang").collect();
    let query = domain::query::write(others.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("lang", lang.id())]));
    format!("{path}?{query}")
}

/// `/explore` as a list.
pub const EXPLORE: Listing = Listing { of: None, view: View::List };
/// `/lessons` as a list.
pub const LESSONS: Listing = Listing { of: Some(Kind::Lesson), view: View::List };

/// How the hits of a query are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Cards.
    List,
    /// A map beside the cards.
    Map,
    /// Rows and columns.
    Table,
}

impl View {
    /// In their order on pages.
    pub const ALL: [Self; 3] = [Self::List, Self::Map, Self::Table];

    /// As in addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Map => "map",
            Self::Table => "table",
        }
    }
}

/// A page that answers a query: `/explore`, or one of those for a single kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// The only kind it shows; `None` for all.
    pub of: Option<Kind>,
    /// How it shows them.
    pub view: View,
}

impl Listing {
    /// Reads the address of such a page.
    ///
    /// # Errors
    /// Every unknown name and value, with what is allowed.
    pub fn parse(of: Option<Kind>, query_string: &str) -> Result<(Self, Query), Vec<FieldError>> {
        let view = domain::query::pairs(query_string).into_iter().find(|(name, _)| name == "view").map(|(_, view)| view);
        let view = match view.as_deref() {
            None | Some("") => Ok(View::List),
            Some(raw) => View::ALL.into_iter().find(|view| view.id() == raw).ok_or_else(|| unknown_view(raw)),
        };
        match (Query::parse_beside(query_string, is_beside).and_then(|query| only(of, query)), view) {
            (Ok(query), Ok(view)) => Ok((Self { of, view }, query)),
            (query, view) => Err(query.err().into_iter().flatten().chain(view.err()).collect()),
        }
    }

    /// Its path.
    pub fn path(self) -> String {
        self.of.map_or_else(|| "/explore".into(), |kind| format!("/{}", kind.path()))
    }

    /// The address of a query here.
    pub fn href(self, query: &Query) -> String {
        let pairs = self.pairs(query);
        if pairs.is_empty() {
            return self.path();
        }
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        format!("{}?{}", self.path(), domain::query::write(pairs))
    }

    /// The names and values of that address.
    pub fn pairs(self, query: &Query) -> Vec<(String, String)> {
        let mut query = query.clone();
        if self.of.is_some() {
            query.filters.remove(&Facet::Kind);
        }
        let view = (self.view != View::List).then(|| ("view".to_owned(), self.view.id().to_owned()));
        domain::query::pairs(&query.to_query_string()).into_iter().chain(view).collect()
    }

    /// What one can filter by here.
    pub fn facets(self) -> &'static [Facet] {
        match self.of {
            Some(Kind::Lesson) => &[Facet::Outcome, Facet::Theme, Facet::Phase, Facet::OrgKind, Facet::Organisation, Facet::Language],
            Some(Kind::Organisation) => &[Facet::OrgKind, Facet::Region, Facet::OnMap, Facet::Offers, Facet::Seeks, Facet::Language],
            _ => Facet::ALL,
        }
    }
}

/// A query for entries of one kind; another kind in the address contradicts the page.
fn only(of: Option<Kind>, mut query: Query) -> Result<Query, Vec<FieldError>> {
    let Some(kind) = of else { return Ok(query) };
    if let Some(other) = query.chosen(Facet::Kind).find(|chosen| *chosen != kind.id()) {
        let problem = Problem::UnknownValue { value: other.to_owned(), allowed: vec![kind.id().to_owned()] };
        return Err(vec![FieldError::new(Facet::Kind.id(), problem)]);
    }
    query.filters.insert(Facet::Kind, [kind.id().to_owned()].into());
    Ok(query)
}

fn unknown_view(raw: &str) -> FieldError {
    let allowed = View::ALL.map(|view| view.id().to_owned()).into();
    FieldError::new("view", Problem::UnknownValue { value: raw.to_owned(), allowed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listing_keeps_to_its_kind_and_its_view() {
        let (listing, query) = Listing::parse(Some(Kind::Lesson), "theme=funding&view=table&kind=lesson").unwrap();
        assert_eq!(query.chosen(Facet::Kind).collect::<Vec<_>>(), ["lesson"]);
        assert_eq!(listing.href(&query), "/lessons?theme=funding&view=table");
        assert_eq!(LESSONS.href(&query), "/lessons?theme=funding");
        assert_eq!(all_of(Kind::Project), "/explore?kind=project");
        assert_eq!(all_of(Kind::Organisation), "/organisations");
    }

    #[test]
    fn everything_that_is_wrong_is_named() {
        let errors = Listing::parse(None, "topic=pflege&view=pie").unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["topic", "view"]);
        assert_eq!(Listing::parse(Some(Kind::Lesson), "kind=project").unwrap_err()[0].field, "kind");
    }

    #[test]
    fn another_language_changes_nothing_else() {
        assert_eq!(in_language("/explore", "q=a+b&lang=de&view=map", Lang::En), "/explore?q=a+b&view=map&lang=en");
    }
}
