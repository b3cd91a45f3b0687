//! What a page knows of its request.

use crate::site::Site;
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use backend::{Backend, secret::Secret};
use domain::{Error, FieldError, Lang, account::Actor, second_step::Lacks};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use std::sync::Arc;

/// Everything behind the use cases.
pub fn backend() -> Backend {
    expect_context::<Backend>()
}

/// Where this is served, and what its operator says.
pub fn site() -> Site {
    use_context::<Site>().unwrap_or_default()
}

/// Who asks.
pub fn caller() -> Actor {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Actor>().cloned()).unwrap_or(Actor::Visitor)
}

/// The session of whoever is signed in. In the request's extensions.
#[derive(Debug, Clone)]
pub struct Session {
    /// What its cookie holds.
    pub secret: Secret,
    /// What a moderator's lacks.
    pub lacks: Option<Lacks>,
}

/// The session of whoever asks.
pub fn session() -> Option<Session> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Session>().cloned())
}

/// A form that was sent and refused: its page is drawn again with what was typed.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Names and values as they were sent; no secrets.
    pub typed: Vec<(String, String)>,
    /// Why it was refused.
    pub error: Error,
    /// The path that it was sent to.
    pub sent_to: String,
}

impl Attempt {
    /// What somebody wrote; not what the form sends along.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let is_along = |name: &str| {
            name.starts_with("from-")
                || matches!(
                    name,
                    "versions"
                        | "stays"
                        | "a"
                        | "b"
                        | "from"
                        | "to"
                        | "version"
                        | "then"
                        | "seen"
                        | "language"
                        | "organisation"
                        | "another"
                        | "number"
                        | "ending"
                        | "decision"
                        | "next"
                        | "passkey"
                        | "template"
                        | "picked"
                        | "step"
                        | "take-over"
                        | "entry"
                        | "called"
                        | "owner"
                        | "id"
                        | "report"
                        | "revision"
                        | "claim"
                        | "draft"
                        | "field"
                        | "file"
                        | "kind"
                        | "because"
                        | "outcome"
                        | "public"
                        | "sure"
                        | "is_another"
                )
        };
        let written = self.typed.iter().filter(move |(name, value)| !value.trim().is_empty() && !is_along(name));
        written.map(|(_, value)| value.as_str())
    }

    /// What was typed into a field.
    #[must_use]
    pub fn typed(&self, field: &str) -> Option<&str> {
        self.typed.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Everything that is wrong with its fields; what is none's fault has an empty name.
    #[must_use]
    pub fn wrong(&self) -> &[FieldError] {
        match &self.error {
            Error::Invalid(fields) => fields,
            _ => &[],
        }
    }

    /// What is wrong with this field.
    #[must_use]
    pub fn wrong_at(&self, field: &str) -> Option<&FieldError> {
        self.wrong().iter().find(|wrong| wrong.field == field)
    }
}

/// The attempt that this page answers, if it does. Sets the status of its error.
pub fn attempt() -> Option<Attempt> {
    let attempt = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Attempt>().cloned());
    attempt.iter().for_each(|attempt| set_status(&attempt.error));
    attempt
}

/// A form that was sent to see what it would do: its page is drawn again with that. Nothing was done.
#[derive(Debug, Clone)]
pub struct Rehearsal {
    /// Names and values as they were sent.
    pub typed: Vec<(String, String)>,
}

impl Rehearsal {
    /// What was typed into a field.
    pub fn typed(&self, field: &str) -> &str {
        self.typed.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value)
    }
}

/// What this page is to try out, if anything.
pub fn rehearsal() -> Option<Rehearsal> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Rehearsal>().cloned())
}

/// What was sent to this page, whether it was refused or is only tried out: then nothing of it is wrong.
pub fn sent() -> Option<Attempt> {
    let tried = |Rehearsal { typed }| Attempt { typed, error: Error::Invalid(vec![]), sent_to: here().path.to_string() };
    attempt().or_else(|| rehearsal().map(tried))
}

/// The address that was asked for.
#[derive(Clone, Default)]
pub struct Here {
    /// From the root: `/explore`.
    pub path: Arc<str>,
    /// Without the question mark.
    pub query: Arc<str>,
    /// The language of the interface.
    pub lang: Lang,
}

impl Here {
    /// What the query says under this name; of several the first.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<String> {
        domain::query::pairs(&self.query).into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Whether the query says anything under this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }
}

/// Reads the request once for all that ask below.
pub fn provide_here() {
    let here = use_context::<Parts>().map(|parts| Here {
        path: parts.uri.path().into(),
        query: parts.uri.query().unwrap_or_default().into(),
        lang: parts.extensions.get().copied().unwrap_or_default(),
    });
    provide_context(here.unwrap_or_default());
}

/// The address that was asked for.
pub fn here() -> Here {
    use_context::<Here>().unwrap_or_default()
}

/// The language of the interface.
pub fn lang() -> Lang {
    here().lang
}

/// Says that this page is for this reader alone: it is kept nowhere.
pub fn keep_nowhere() {
    if let Some(options) = use_context::<ResponseOptions>() {
        options.insert_header(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
}

/// Answers with the status of this error.
pub fn set_status(error: &Error) {
    if let (Some(options), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(error.status())) {
        options.set_status(status);
    }
}
