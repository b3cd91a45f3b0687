//! `GET /feed.atom`: what changed last among all that a query finds, 50 entries a page. Atom (RFC 4287) by its own
//! crate, paged by links (RFC 5005). `lang` chooses the language of the feed's own words.

use crate::{
    rest::{
        json::{time, url},
        problem::Problem,
    },
    state::BaseUrl,
};
use atom_syndication::{Category, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use backend::{
    Backend,
    usecases::{
        search_entries::{Results, list_entries},
        views::Card,
    },
};
use domain::{
    Error, Lang,
    account::Actor,
    query::{self, Query},
    time::Timestamp,
    vocabulary::{Origin, Sort},
};

/// Entries on one page.
const ENTRIES: u32 = 50;
const LANG: &str = "lang";

/// The feed of a query; its own order and page size do not matter.
pub async fn feed(State(backend): State<Backend>, State(base): State<BaseUrl>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let raw = raw.unwrap_or_default();
    let asked = Query::parse_beside(&raw, |name| name == LANG).map_err(Error::Invalid)?;
    let lang = query::pairs(&raw).into_iter().find(|(name, _)| name == LANG).and_then(|(_, value)| value.parse().ok()).unwrap_or(Lang::De);
    let query = Query { page: asked.page, per_page: ENTRIES, sort: Some(Sort::Updated), ..asked.selection() };
    let results = list_entries(&backend, &Actor::Visitor, &query).await?;
    let xml = Document { base: &base.0, lang, query: &query }.draw(&results).to_string();
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], xml).into_response())
}

struct Document<'a> {
    base: &'a str,
    lang: Lang,
    query: &'a Query,
}

impl Document<'_> {
    fn draw(&self, results: &Results) -> Feed {
        let cards = &results.page.items;
        Feed {
            id: self.address("/feed.atom", 1),
            title: Text::plain(self.title()),
            subtitle: Some(Text::plain(self.subtitle())),
            lang: Some(self.lang.id().to_owned()),
            // Of nothing there is no newest change; now would be another answer each time.
            updated: date(cards.iter().map(|card| card.updated_at).max().unwrap_or(Timestamp(0))),
            authors: vec![Person { name: "Allmende".to_owned(), uri: Some(format!("{}/", self.base)), ..Person::default() }],
            icon: Some(format!("{}/icon.svg", self.base)),
            generator: Some(Generator { value: "Allmende".to_owned(), uri: None, version: Some(env!("CARGO_PKG_VERSION").to_owned()) }),
            links: self.links(results),
            entries: cards.iter().map(|card| self.entry(card)).collect(),
            ..Feed::default()
        }
    }

    fn title(&self) -> String {
        let text = (!self.query.text.is_empty()).then(|| match self.lang {
            Lang::De => format!("„{}“", self.query.text),
            Lang::En => format!("“{}”", self.query.text),
        });
        let values = self.query.filters.iter().flat_map(|(facet, values)| values.iter().map(|value| facet.value_label(value, self.lang)));
        let place = self.query.near.as_ref().map(|near| format!("{} ({} km)", near.place, near.km));
        ["Allmende".to_owned()].into_iter().chain(text).chain(values).chain(place).collect::<Vec<_>>().join(" · ")
    }

    fn subtitle(&self) -> &'static str {
        match self.lang {
            Lang::De => "KI-Projekte fürs Gemeinwohl: zuletzt geänderte Einträge",
            Lang::En => "AI projects for the common good: entries changed last",
        }
    }

    fn links(&self, results: &Results) -> Vec<Link> {
        let (page, pages) = (self.query.page, results.page.pages());
        let feed = |rel: &str, page| link(rel, &self.address("/feed.atom", page), "application/atom+xml");
        let mut links = vec![feed("self", page), link("alternate", &self.address("/explore", 1), "text/html"), feed("first", 1)];
        links.extend((page > 1).then(|| feed("previous", page - 1)));
        links.extend((page < pages).then(|| feed("next", page + 1)));
        links
    }

    /// Where the same selection is to be found, in the same language.
    fn address(&self, path: &str, page: u32) -> String {
        let selection = Query { page, ..self.query.selection() }.to_query_string();
        let lang = (self.lang != Lang::De).then(|| format!("{LANG}={}", self.lang));
        let query = [Some(selection).filter(|selection| !selection.is_empty()), lang].into_iter().flatten().collect::<Vec<_>>().join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{path}{mark}{query}", self.base)
    }

    fn entry(&self, card: &Card) -> Entry {
        let text = |value: &str| Text { lang: Some(card.language.id().to_owned()), ..Text::plain(value) };
        let owner = card.organisation.as_ref().map(|(slug, name)| Person {
            name: name.clone(),
            uri: Some(url(self.base, domain::vocabulary::Kind::Organisation, slug)),
            ..Person::default()
        });
        let kind = (card.kind.id(), card.kind.label(self.lang));
        let topics = card.topics.iter().map(|topic| (topic.id(), topic.label(self.lang)));
        let themes = card.themes.iter().map(|theme| (theme.id(), theme.label(self.lang)));
        let categories = [kind].into_iter().chain(topics).chain(themes);
        Entry {
            // The same whatever becomes of title and address.
            id: format!("urn:uuid:{}", card.id),
            title: text(&card.title),
            summary: Some(&card.summary).filter(|summary| !summary.is_empty()).map(|summary| text(summary)),
            updated: date(card.updated_at),
            published: card.published_at.map(date),
            // What was compiled from public sources was written by the editors: the feed's own author.
            authors: owner.clone().filter(|_| card.origin == Origin::Organisation).into_iter().collect(),
            contributors: owner.filter(|_| card.origin != Origin::Organisation).into_iter().collect(),
            categories: categories.map(|(term, label)| Category { term: term.into(), scheme: None, label: Some(label.into()) }).collect(),
            links: vec![link("alternate", &url(self.base, card.kind, &card.slug), "text/html")],
            ..Entry::default()
        }
    }
}

fn link(rel: &str, href: &str, kind: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

/// Times outside the years that RFC 3339 knows become 1970.
fn date(at: Timestamp) -> FixedDateTime {
    time(at).as_str().and_then(|at| at.parse().ok()).unwrap_or_default()
}
