//! Text as people send it: trimmed, without control characters, and never longer than its limit.

use crate::{error::Problem, limits};
use serde::{Deserialize, Deserializer, Serialize, de};
use std::{fmt, ops::Deref, str::FromStr};

/// Text of `MIN` to `MAX` characters. `MIN` 0 means it may be left out: empty is "keine Angabe".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

/// A title or a name.
pub type Title = Text<1, { limits::TITLE }>;
/// A summary, one or two sentences.
pub type Summary = Text<1, { limits::SUMMARY }>;
/// A Markdown passage that must be there.
pub type Passage = Text<1, { limits::PASSAGE }>;
/// A Markdown passage that may be left out.
pub type MaybePassage = Text<0, { limits::PASSAGE }>;
/// One line.
pub type Line = Text<1, { limits::LINE }>;
/// One line that may be left out.
pub type MaybeLine = Text<0, { limits::LINE }>;

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// Trims, drops control characters other than line breaks and tabs, and checks the length.
    ///
    /// # Errors
    /// [`Problem::Required`] or [`Problem::TooLong`].
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let clean: String = raw.replace("\r\n", "\n").chars().filter(|c| is_seen(*c)).collect();
        let clean = clean.trim().to_owned();
        let actual = clean.chars().count();
        if actual < MIN {
            return Err(Problem::Required);
        }
        if actual > MAX {
            return Err(Problem::TooLong { max: MAX, actual });
        }
        Ok(Self(clean))
    }

    /// The text, or `None` where nothing was said.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        (!self.0.is_empty()).then_some(self.0.as_str())
    }
}

impl<const MAX: usize> Default for Text<0, MAX> {
    fn default() -> Self {
        Self(String::new())
    }
}

impl<const MIN: usize, const MAX: usize> Deref for Text<MIN, MAX> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize> fmt::Display for Text<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de, const MIN: usize, const MAX: usize> Deserialize<'de> for Text<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Only optional text may be null; else serde would take a missing field for an empty one.
        let raw =
            if MIN == 0 { Option::<String>::deserialize(deserializer)?.unwrap_or_default() } else { String::deserialize(deserializer)? };
        Self::parse(&raw).map_err(custom)
    }
}

/// Characters that show, or that shape those beside them; not the ones that make a text look like another, or like none.
fn is_seen(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}');
    let hides = matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{180e}');
    !turns && !hides && (!c.is_control() || matches!(c, '\n' | '\t'))
}

/// The name of an entry in addresses: `a-z`, `0-9` and single hyphens between them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Deref for Slug {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        let words_ok = raw.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
        if raw.len() > limits::SLUG {
            return Err(Problem::TooLong { max: limits::SLUG, actual: raw.len() });
        }
        if !words_ok {
            return Err(Problem::malformed("expected lower-case letters a-z, digits and single hyphens"));
        }
        Ok(Self(raw.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(custom)
    }
}

/// An absolute `http` or `https` address without user name or password.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct WebUrl(String);

impl WebUrl {
    /// The host without a leading `www.`, to show beside a link.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl Deref for WebUrl {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebUrl {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        let actual = raw.chars().count();
        if actual > limits::URL {
            return Err(Problem::TooLong { max: limits::URL, actual });
        }
        let url = url::Url::parse(raw).map_err(|_| Problem::NoAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Problem::NoAddress);
        }
        // Parsers forgive more than readers see: `https:evil.example/://good.example` leads to the first of the two.
        let plain = raw.get(..url.scheme().len() + 3).is_some_and(|start| start.eq_ignore_ascii_case(&format!("{}://", url.scheme())));
        if !plain || raw.contains(|c: char| c == '\\' || c.is_whitespace() || c.is_control()) {
            return Err(Problem::NoAddress);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Problem::NoAddress);
        }
        // Kept as written: what people read and compare is their own text, not a normal form.
        Ok(Self(raw.to_owned()))
    }
}

impl<'de> Deserialize<'de> for WebUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(custom)
    }
}

/// serde carries no more than a text: the problem goes in it behind its sentence, for [`told_in`].
pub(crate) fn custom<E: de::Error>(problem: Problem) -> E {
    let whole = serde_json::to_string(&problem).unwrap_or_default();
    E::custom(format!("{}{APART}{whole}", problem.reason()))
}

/// No text of people holds it.
const APART: char = '\u{1}';

/// The problem in a message of serde.
pub(crate) fn told_in(message: &str) -> Problem {
    let whole = message.split_once(APART).and_then(|(_, whole)| serde_json::from_str(whole).ok());
    whole.unwrap_or_else(|| Problem::malformed(message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_trimmed_and_measured_in_characters() {
        assert_eq!(&*Text::<1, 5>::parse("  Grüße\r\n").unwrap(), "Grüße");
        assert_eq!(Text::<1, 5>::parse(" \t "), Err(Problem::Required));
        assert_eq!(Text::<0, 4>::parse("Grüße"), Err(Problem::TooLong { max: 4, actual: 5 }));
        assert_eq!(&*Text::<0, 9>::parse("a\u{0}b\u{1b}c").unwrap(), "abc");
        assert_eq!(&*Text::<0, 9>::parse("a\u{202e}b\u{200b}c").unwrap(), "abc");
        assert_eq!(Text::<1, 9>::parse("\u{200b}\u{feff}"), Err(Problem::Required));
    }

    #[test]
    fn null_and_blank_mean_nothing_was_said() {
        assert_eq!(serde_json::from_str::<MaybeLine>("null").unwrap().given(), None);
        assert_eq!(serde_json::from_str::<MaybeLine>("\" \"").unwrap().given(), None);
        assert!(serde_json::from_str::<Line>("null").is_err());
    }

    #[test]
    fn slugs_stay_simple() {
        assert!("ki-kompass-2".parse::<Slug>().is_ok());
        for bad in ["", "-a", "a--b", "Ä", "a b", "A", "a/b", "a."] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert_eq!("https://www.caritas.de/x?y#z".parse::<WebUrl>().unwrap().host(), "caritas.de");
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "/x",
            "ftp://x.de",
            "https://a:b@x.de",
            "https://",
            "https:evil.de/://good.de/x",
            "https:\\\\evil.de",
            "https://a\tb.de",
        ] {
            assert!(bad.parse::<WebUrl>().is_err(), "{bad}");
        }
    }
}
