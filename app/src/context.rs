//! What a page knows of its request.

use crate::site::Site;
use axum::http::{StatusCode, request::Parts};
use backend::Backend;
use domain::{Error, Lang, account::Actor};
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

/// Who asks. Nobody can sign in yet.
pub fn caller() -> Actor {
    Actor::Visitor
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

/// Answers with the status of this error.
pub fn set_status(error: &Error) {
    if let (Some(options), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(error.status())) {
        options.set_status(status);
    }
}
