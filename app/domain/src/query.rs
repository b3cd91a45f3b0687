//! The one query language of pages, API, map tiles, feeds and embeds. The only parser of query strings.

use crate::{
    error::{FieldError, Problem},
    facet::Facet,
    geo::BBox,
    limits,
    vocabulary::Sort,
};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// What was typed. Empty: everything.
    pub text: String,
    /// Chosen values by facet: OR inside, AND between.
    pub filters: BTreeMap<Facet, BTreeSet<String>>,
    /// Only entries in this section.
    pub bbox: Option<BBox>,
    /// Only entries around this town or postcode.
    pub near: Option<Near>,
    /// Order of hits; `None`: relevance where there is text, else distance where there is a place, else newest.
    pub sort: Option<Sort>,
    /// From 1.
    pub page: u32,
    /// Hits on a page.
    pub per_page: u32,
}

/// Around a town or postcode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// As typed: `50667`, `Freiburg`.
    pub place: String,
    /// Radius in km.
    pub km: u32,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: String::new(),
            filters: BTreeMap::new(),
            bbox: None,
            near: None,
            sort: None,
            page: 1,
            per_page: limits::PER_PAGE_DEFAULT,
        }
    }
}

/// Names and values of a query string, decoded, in their order: what a form carries along in hidden fields.
#[must_use]
pub fn pairs(query_string: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(query_string.as_bytes()).into_owned().collect()
}

/// The query string of these names and values.
pub fn write<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Names of the query language that are not facets.
const PLAIN: [&str; 7] = ["q", "bbox", "near", "km", "sort", "page", "per_page"];

impl Query {
    /// Reads a query string. Parameters without a value count as not given: that is what forms send.
    ///
    /// # Errors
    /// Every unknown name and value, with what is allowed.
    pub fn parse(query_string: &str) -> Result<Self, Vec<FieldError>> {
        Self::parse_beside(query_string, |_| false)
    }

    /// As [`Query::parse`], for addresses that carry other names too: those that `is_other` knows are passed over.
    ///
    /// # Errors
    /// As [`Query::parse`].
    pub fn parse_beside(query_string: &str, is_other: impl Fn(&str) -> bool) -> Result<Self, Vec<FieldError>> {
        let mut reader = Reader::default();
        let pairs = url::form_urlencoded::parse(query_string.as_bytes());
        for (name, value) in pairs.filter(|(name, _)| !is_other(name)) {
            reader.read(&name, value.trim());
        }
        reader.finish()
    }

    /// The canonical query string: fixed order, nothing that is the default. Empty for the empty query.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut out = url::form_urlencoded::Serializer::new(String::new());
        let mut put = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                out.append_pair(name, &value);
            }
        };
        put("q", (!self.text.is_empty()).then(|| self.text.clone()));
        for (facet, values) in &self.filters {
            values.iter().for_each(|value| put(facet.id(), Some(value.clone())));
        }
        put("bbox", self.bbox.map(|bbox| bbox.to_string()));
        put("near", self.near.as_ref().map(|near| near.place.clone()));
        put("km", self.near.as_ref().filter(|near| near.km != limits::KM_DEFAULT).map(|near| near.km.to_string()));
        put("sort", self.sort.map(|sort| sort.id().to_owned()));
        put("page", (self.page != 1).then(|| self.page.to_string()));
        put("per_page", (self.per_page != limits::PER_PAGE_DEFAULT).then(|| self.per_page.to_string()));
        out.finish()
    }

    /// The order that applies.
    #[must_use]
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(match (&self.near, self.text.is_empty()) {
            (_, false) => Sort::Relevance,
            (Some(_), true) => Sort::Distance,
            (None, true) => Sort::Newest,
        })
    }

    /// The values chosen for a facet.
    pub fn chosen(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.filters.get(&facet).into_iter().flatten().map(String::as_str)
    }

    /// Whether this value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.filters.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// This query with a value added or taken away, back on page 1.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut next = self.on_page(1);
        let values = next.filters.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        next.filters.retain(|_, values| !values.is_empty());
        next
    }

    /// This query on another page.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    /// What selects entries, without order and paging: what a map or a download of this query needs.
    #[must_use]
    pub fn selection(&self) -> Self {
        Self { sort: None, page: 1, per_page: limits::PER_PAGE_DEFAULT, ..self.clone() }
    }
}

#[derive(Default)]
struct Reader {
    query: Query,
    near: Option<String>,
    km: Option<u32>,
    seen: BTreeSet<String>,
    errors: Vec<FieldError>,
}

impl Reader {
    fn read(&mut self, name: &str, value: &str) {
        let result = match Facet::named(name) {
            _ if value.is_empty() => self.known(name),
            Some(facet) => self.filter(facet, value),
            None => self.once(name).and_then(|()| self.plain(name, value)),
        };
        if let Err(problem) = result {
            self.errors.push(FieldError::new(name, problem));
        }
    }

    fn known(&self, name: &str) -> Result<(), Problem> {
        if PLAIN.contains(&name) || Facet::named(name).is_some() { Ok(()) } else { Err(unknown_name()) }
    }

    fn once(&mut self, name: &str) -> Result<(), Problem> {
        if self.seen.insert(name.to_owned()) { Ok(()) } else { Err(Problem::Repeated) }
    }

    fn filter(&mut self, facet: Facet, value: &str) -> Result<(), Problem> {
        let value = facet.parse(value)?;
        let values = self.query.filters.entry(facet).or_default();
        values.insert(value);
        if values.len() > limits::FACET_VALUES {
            return Err(Problem::TooMany { max: limits::FACET_VALUES });
        }
        Ok(())
    }

    fn plain(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        match name {
            "q" => self.query.text = short(value)?,
            "bbox" => self.query.bbox = Some(value.parse()?),
            "near" => self.near = Some(short(value)?),
            "km" => self.km = Some(number(value, limits::KM)?),
            "sort" => self.query.sort = Some(value.parse()?),
            "page" => self.query.page = number(value, limits::PAGE)?,
            "per_page" => self.query.per_page = number(value, limits::PER_PAGE)?,
            _ => return Err(unknown_name()),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Query, Vec<FieldError>> {
        match (self.near, self.km) {
            (Some(place), km) => self.query.near = Some(Near { place, km: km.unwrap_or(limits::KM_DEFAULT) }),
            (None, Some(_)) => {} // A form sends the radius even where no place was typed.
            (None, None) => {}
        }
        if self.query.sort == Some(Sort::Distance) && self.query.near.is_none() {
            self.errors.push(FieldError::new("sort", Problem::Needs { other: "near".into() }));
        }
        if self.errors.is_empty() { Ok(self.query) } else { Err(self.errors) }
    }
}

fn unknown_name() -> Problem {
    let facets = Facet::ALL.iter().map(|facet| facet.id());
    Problem::UnknownName { allowed: PLAIN.into_iter().chain(facets).map(str::to_owned).collect() }
}

fn short(value: &str) -> Result<String, Problem> {
    let (max, actual) = (limits::SEARCH_TEXT, value.chars().count());
    if actual > max { Err(Problem::TooLong { max, actual }) } else { Ok(value.to_owned()) }
}

fn number(value: &str, max: u32) -> Result<u32, Problem> {
    value.parse().ok().filter(|n| (1..=max).contains(n)).ok_or(Problem::NotInRange { min: 1, max: max.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in [
            "",
            "q=KI+f%C3%BCr+alle",
            "q=a&topic=care&topic=health&phase=live&bbox=5.9%2C50.3%2C9.5%2C52.5&near=50667&km=10&sort=distance&page=3&per_page=50",
        ] {
            let query = Query::parse(text).unwrap();
            assert_eq!(Query::parse(&query.to_query_string()).unwrap(), query);
        }
        assert_eq!(Query::parse("?").map(|_| ()).unwrap_err()[0].field, "?");
        assert_eq!(Query::parse("topic=health&q=&topic=care&sort=").unwrap().to_query_string(), "topic=care&topic=health");
    }

    #[test]
    fn unknown_names_and_values_are_named_with_what_is_allowed() {
        let errors = Query::parse("topic=pflege&colour=red&page=0&per_page=101&sort=best&q=a&q=b&bbox=1").unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["topic", "colour", "page", "per_page", "sort", "q", "bbox"]);
        assert!(errors[0].to_string().contains("\"pflege\"; allowed: social-counselling, care"), "{}", errors[0]);
        assert!(errors[1].to_string().contains("q, bbox"), "{}", errors[1]);
        assert!(Query::parse("lang=de").is_err() && Query::parse_beside("lang=de", |name| name == "lang").is_ok());
    }

    #[test]
    fn toggling_twice_changes_nothing_and_returns_to_page_one() {
        let query = Query::parse("q=a&topic=care&page=4").unwrap();
        let more = query.toggled(Facet::Phase, "live");
        assert_eq!(more.to_query_string(), "q=a&topic=care&phase=live");
        assert_eq!(more.toggled(Facet::Phase, "live"), query.on_page(1));
    }

    #[test]
    fn order_follows_text_and_place() {
        assert_eq!(Query::default().order(), Sort::Newest);
        assert_eq!(Query::parse("q=a&near=Bonn").unwrap().order(), Sort::Relevance);
        assert_eq!(Query::parse("near=Bonn").unwrap().order(), Sort::Distance);
        assert!(Query::parse("sort=distance").is_err());
    }
}
