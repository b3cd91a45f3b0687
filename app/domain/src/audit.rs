//! What moderators may ask of all that was done: as in the address of `/moderation/events`.

use crate::{FieldError, Problem, id::AccountId, query, time::PartialDate, vocabulary::Kind};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Whoever.
    #[default]
    Anybody,
    /// A person.
    Person,
    /// A rule, a job, or the operator at the command line.
    Machine,
    /// This account.
    Account(AccountId),
}

/// The actor of events of the rule that what trusted organisations hand in is published.
pub const TRUST_RULE: &str = "rule:trusted";

/// All that is recorded, and so can be asked for.
pub const ACTIONS: [&str; 44] = [
    "published",
    "changes-requested",
    "rejected",
    "approved",
    "approval-undone",
    "undone",
    "submitted",
    "taken-back",
    "given-up",
    "removed",
    "restored",
    "archived",
    "withdrawn",
    "resumed",
    "featured",
    "feature-ended",
    "trusted",
    "trust-ended",
    "checked",
    "check-taken-back",
    "noted",
    "note-removed",
    "confirmed",
    "marked-stale",
    "put-away",
    "claimed",
    "claim-refused",
    "suggested",
    "suggestion-taken",
    "suggestion-declined",
    "new-declined",
    "report-answered",
    "report-closed",
    "merged",
    "merged-away",
    "unmerged",
    "not-duplicate",
    "maybe-duplicate",
    "imported",
    "label-changed",
    "synonyms-added",
    "synonyms-changed",
    "synonyms-removed",
    "reading-taken",
];

/// What only moderators are told of.
pub const INTERNAL: [&str; 11] = [
    "approved",
    "approval-undone",
    "trusted",
    "trust-ended",
    "checked",
    "noted",
    "note-removed",
    "reading-taken",
    // Between readers and moderators, and between them and whoever claimed.
    "report-answered",
    "report-closed",
    "claim-refused",
];

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditQuery {
    /// Who did it.
    pub by: By,
    /// What was done; empty for anything.
    pub action: String,
    /// With entries of this kind.
    pub kind: Option<Kind>,
    /// With entries whose title or address holds this.
    pub entry: String,
    /// From this day on.
    pub from: Option<PartialDate>,
    /// To this day, itself counted.
    pub to: Option<PartialDate>,
    /// Counted from 1.
    pub page: u32,
}

impl Default for AuditQuery {
    fn default() -> Self {
        Self { by: By::Anybody, action: String::new(), kind: None, entry: String::new(), from: None, to: None, page: 1 }
    }
}

const NAMES: [&str; 7] = ["by", "action", "kind", "entry", "from", "to", "page"];

impl AuditQuery {
    /// Reads an address. `beside` are names that mean something else; what is empty is not asked.
    ///
    /// # Errors
    /// Every unknown name and value, with what is allowed.
    pub fn parse(query_string: &str, beside: impl Fn(&str) -> bool) -> Result<Self, Vec<FieldError>> {
        let (mut asked, mut errors) = (Self::default(), vec![]);
        for (name, value) in query::pairs(query_string) {
            let value = value.trim();
            if value.is_empty() || beside(&name) {
                continue;
            }
            if let Err(problem) = asked.take(&name, value) {
                errors.push(FieldError::new(name, problem));
            }
        }
        if errors.is_empty() { Ok(asked) } else { Err(errors) }
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Problem> {
        let unknown = |allowed: &[&str]| Problem::UnknownValue {
            value: value.to_owned(),
            allowed: allowed.iter().map(|allowed| (*allowed).to_owned()).collect(),
        };
        match name {
            "by" => {
                self.by = match value {
                    "person" => By::Person,
                    "machine" => By::Machine,
                    id => By::Account(id.parse().map_err(|_| unknown(&["person", "machine"]))?),
                }
            }
            "action" => self.action = ACTIONS.iter().find(|action| **action == value).ok_or_else(|| unknown(&ACTIONS))?.to_string(),
            "kind" => self.kind = Some(value.parse().map_err(|_| unknown(&["project", "lesson", "organisation"]))?),
            "entry" => self.entry = value.chars().filter(|c| !c.is_control()).take(crate::limits::TITLE).collect(),
            "from" => self.from = Some(day(value)?),
            "to" => self.to = Some(day(value)?),
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
        let by = match self.by {
            By::Anybody => String::new(),
            By::Person => "person".into(),
            By::Machine => "machine".into(),
            By::Account(id) => id.to_string(),
        };
        let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        let (from, to, kind) = (date(self.from), date(self.to), self.kind.map_or("", |kind| kind.id()));
        let pairs = [
            ("by", by.as_str()),
            ("action", &self.action),
            ("kind", kind),
            ("entry", &self.entry),
            ("from", &from),
            ("to", &to),
            ("page", &page),
        ];
        query::write(pairs.into_iter().filter(|(_, value)| !value.is_empty()))
    }
}

/// A whole day.
fn day(value: &str) -> Result<PartialDate, Problem> {
    value.parse().ok().filter(|date: &PartialDate| date.day.is_some()).ok_or(Problem::NoDate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_and_back() {
        let address = "by=machine&action=published&kind=lesson&entry=quellen&from=2026-01-01&to=2026-02-01&page=2";
        assert_eq!(AuditQuery::parse(address, |_| false).unwrap().to_query_string(), address);
        let errors = AuditQuery::parse("by=me&action=x&kind=y&from=2026&colour=red", |_| false).unwrap_err();
        assert_eq!(errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["by", "action", "kind", "from", "colour"]);
    }
}
