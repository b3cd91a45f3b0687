//! What a page knows of its request.

use backend::Backend;
use domain::{Error, Lang, account::Actor};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// Everything behind the use cases.
pub fn backend() -> Backend {
    expect_context::<Backend>()
}

/// Who asks. Nobody can sign in yet.
pub fn caller() -> Actor {
    Actor::Visitor
}

/// The language of the interface.
pub fn lang() -> Lang {
    Lang::De
}

/// The query string of the address, without the question mark.
pub fn query_string() -> String {
    use_context::<axum::http::request::Parts>().and_then(|parts| parts.uri.query().map(str::to_owned)).unwrap_or_default()
}

/// Answers with the status of this error.
pub fn set_status(error: &Error) {
    if let (Some(options), Ok(status)) = (use_context::<ResponseOptions>(), axum::http::StatusCode::from_u16(error.status())) {
        options.set_status(status);
    }
}
