//! What moderators may ask of what waits: filters and order, as in the address of `/moderation`.

use crate::{
    FieldError, Problem, query,
    signal::{Signal, Signals},
    text::Slug,
    vocabulary::Kind,
};

/// Whether somebody is at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// Whether or not.
    #[default]
    Any,
    /// Nobody else reads it.
    Free,
    /// Somebody reads it.
    Read,
    /// One has agreed already, where two have to.
    Approved,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What waits longest.
    #[default]
    Waiting,
    /// What tells most.
    Completeness,
    /// What has fewest signals.
    Signals,
}

impl Reader {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Any, Self::Free, Self::Read, Self::Approved];

    /// As in addresses; empty where nothing is asked.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Free => "free",
            Self::Read => "read",
            Self::Approved => "approved",
        }
    }
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Completeness, Self::Signals];

    /// As in addresses.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Completeness => "completeness",
            Self::Signals => "signals",
        }
    }
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueQuery {
    /// Of this kind only.
    pub kind: Option<Kind>,
    /// With all of these.
    pub signals: Signals,
    /// Whether somebody is at it.
    pub reader: Reader,
    /// Of this organisation only.
    pub organisation: Option<Slug>,
    /// What comes first.
    pub order: Order,
    /// Counted from 1.
    pub page: u32,
}

impl Default for QueueQuery {
    fn default() -> Self {
        Self { kind: None, signals: Signals::default(), reader: Reader::Any, organisation: None, order: Order::Waiting, page: 1 }
    }
}

const NAMES: [&str; 6] = ["kind", "signal", "reader", "organisation", "order", "page"];

impl QueueQuery {
    /// Reads an address. `beside` are names that mean something else; what is empty is not asked.
    ///
    /// # Errors
    /// Every unknown name and value, with what is allowed.
    pub fn parse(query_string: &str, beside: impl Fn(&str) -> bool) -> Result<Self, Vec<FieldError>> {
        let (mut asked, mut errors) = (Self::default(), vec![]);
        for (name, value) in query::pairs(query_string) {
            if value.is_empty() || beside(&name) {
                continue;
            }
            if let Err(problem) = asked.take(&name, &value) {
                errors.push(FieldError::new(name, problem));
            }
        }
        if errors.is_empty() { Ok(asked) } else { Err(errors) }
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        match name {
            "kind" => self.kind = Some(one_of(&Kind::ALL.iter().map(|kind| (kind.id(), *kind)).collect::<Vec<_>>(), value)?),
            "signal" => self.signals.set(one_of(&Signal::ALL.map(|signal| (signal.id(), signal)), value)?, true),
            "reader" => self.reader = one_of(&Reader::ALL.map(|reader| (reader.id(), reader)), value)?,
            "organisation" => {
                let unknown = |_| Problem::UnknownReference { value: value.to_owned() };
                self.organisation = Some(value.parse().map_err(unknown)?);
            }
            "order" => self.order = one_of(&Order::ALL.map(|order| (order.id(), order)), value)?,
            "page" => {
                let page = value.parse().ok().filter(|page| (1..=crate::limits::PAGE).contains(page));
                self.page = page.ok_or(Problem::NotInRange { min: 1, max: crate::limits::PAGE.into() })?;
            }
            _ => return Err(Problem::UnknownName { allowed: NAMES.map(str::to_owned).into() }),
        }
        Ok(())
    }

    /// As in addresses; what is not asked is left out.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let page = self.page.to_string();
        let mut pairs: Vec<(&str, &str)> = self.kind.iter().map(|kind| ("kind", kind.id())).collect();
        pairs.extend(self.signals.iter().map(|signal| ("signal", signal.id())));
        pairs.extend(Some(self.reader.id()).filter(|id| !id.is_empty()).map(|id| ("reader", id)));
        pairs.extend(self.organisation.as_ref().map(|slug| ("organisation", &**slug)));
        pairs.extend(Some(self.order).filter(|order| *order != Order::default()).map(|order| ("order", order.id())));
        pairs.extend((self.page > 1).then_some(("page", &*page)));
        query::write(pairs)
    }

    /// The same on another page.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }
}

fn one_of<T: Copy>(allowed: &[(&str, T)], value: &str) -> Result<T, Problem> {
    let unknown = || Problem::UnknownValue {
        value: value.to_owned(),
        allowed: allowed.iter().map(|(id, _)| (*id).to_owned()).filter(|id| !id.is_empty()).collect(),
    };
    allowed.iter().find(|(id, _)| *id == value).map(|(_, value)| *value).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_and_back() {
        let address = "kind=lesson&signal=links&signal=first-entry&reader=free&organisation=dicv-koeln&order=signals&page=3";
        let asked = QueueQuery::parse(address, |_| false).unwrap();
        assert_eq!((asked.signals.0, asked.page), (17, 3));
        assert_eq!(asked.to_query_string(), address);
        assert_eq!(QueueQuery::parse("kind=&reader=&lang=de&order=waiting", |name| name == "lang").unwrap().to_query_string(), "");
    }

    #[test]
    fn everything_that_is_wrong_is_named() {
        let errors = QueueQuery::parse("kind=pflege&signal=x&order=title&page=0&colour=red", |_| false).unwrap_err();
        assert_eq!(errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["kind", "signal", "order", "page", "colour"]);
    }
}
