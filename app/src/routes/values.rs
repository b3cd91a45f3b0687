//! `/explore/values`: all values of one facet beside a query.

use super::Listing;
use domain::{FieldError, Problem, facet::Facet, limits, query::Query, vocabulary::Kind};

const PATH: &str = "/explore/values";
/// Names of its own.
const FACET: &str = "facet";
const FIND: &str = "find";
const OF: &str = "of";

/// Which values, of which list.
#[derive(Debug, Clone, PartialEq)]
pub struct ValuesOf {
    /// The list that they narrow down.
    pub listing: Listing,
    /// The facet.
    pub facet: Facet,
    /// What their names shall hold; empty: all of them.
    pub find: String,
}

impl ValuesOf {
    /// Reads the address.
    ///
    /// # Errors
    /// Every unknown name and value, with what is allowed.
    pub fn parse(query_string: &str) -> Result<(Self, Query), Vec<FieldError>> {
        let (own, others): (Vec<_>, Vec<_>) =
            domain::query::pairs(query_string).into_iter().partition(|(name, _)| [FACET, FIND, OF].contains(&name.as_str()));
        let value =
            |wanted: &str| own.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
        let of = value(OF).map(|id| id.parse::<Kind>().map_err(|problem| FieldError::new(OF, problem))).transpose();
        let facet = facet(value(FACET)).map_err(|problem| FieldError::new(FACET, problem));
        let find = short(value(FIND).unwrap_or_default()).map_err(|problem| FieldError::new(FIND, problem));
        let rest = domain::query::write(others.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let listing = Listing::parse(of.clone().ok().flatten(), &rest);
        match (of, facet, find, listing) {
            (Ok(_), Ok(facet), Ok(find), Ok((listing, query))) => Ok((Self { listing, facet, find }, query)),
            (of, facet, find, listing) => {
                Err([of.err(), facet.err(), find.err()].into_iter().flatten().chain(listing.err().into_iter().flatten()).collect())
            }
        }
    }

    /// Where a form leads that finds values.
    pub fn path() -> &'static str {
        PATH
    }

    /// What such a form carries along.
    pub fn pairs(&self, query: &Query) -> Vec<(String, String)> {
        let own = [(FACET, Some(self.facet.id())), (OF, self.listing.of.map(Kind::id))];
        let own = own.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())));
        own.chain(self.listing.pairs(query)).collect()
    }

    /// The address beside a query.
    pub fn href(&self, query: &Query) -> String {
        let find = Some((FIND, self.find.as_str())).filter(|(_, find)| !find.is_empty());
        let pairs = self.pairs(query);
        let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        format!("{PATH}?{}", domain::query::write(pairs.chain(find)))
    }
}

fn facet(id: Option<&str>) -> Result<Facet, Problem> {
    let id = id.ok_or(Problem::Required)?;
    let allowed = || Facet::ALL.iter().map(|facet| facet.id().to_owned()).collect();
    Facet::named(id).ok_or_else(|| Problem::UnknownValue { value: id.to_owned(), allowed: allowed() })
}

fn short(find: &str) -> Result<String, Problem> {
    let (max, actual) = (limits::SEARCH_TEXT, find.chars().count());
    if actual > max { Err(Problem::TooLong { max, actual }) } else { Ok(find.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::View;

    #[test]
    fn an_address_names_facet_list_and_query() {
        for address in [
            "facet=topic",
            "facet=organisation&q=a&topic=care&page=2&find=Caritas",
            "facet=theme&of=lesson&theme=funding&view=table&find=daten+schutz",
        ] {
            let (values, query) = ValuesOf::parse(address).unwrap();
            assert_eq!(values.href(&query), format!("{PATH}?{address}"));
        }
        let (values, query) = ValuesOf::parse("facet=theme&of=lesson&find=+").unwrap();
        assert_eq!((values.listing.of, values.listing.view, &*values.find), (Some(Kind::Lesson), View::List, ""));
        assert!(query.has(Facet::Kind, "lesson"));
    }

    #[test]
    fn everything_that_is_wrong_is_named() {
        let errors = |address: &str| ValuesOf::parse(address).unwrap_err().into_iter().map(|error| error.field).collect::<Vec<_>>();
        assert_eq!(errors(""), ["facet"]);
        assert_eq!(errors("facet=colour&of=thing&topic=pflege&view=pie"), ["of", "facet", "topic", "view"]);
        assert_eq!(errors(&format!("facet=topic&find={}", "a".repeat(201))), ["find"]);
    }
}
