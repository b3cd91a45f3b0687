//! Addresses of entries that are told in another: they lead there, on pages and in REST.
//!
//! Only what would be answered with "gone" is looked up, so that nothing else waits for it.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::{Backend, usecases::duplicates::moved_to};
use domain::{text::Slug, vocabulary::Kind};

/// Leads on from an entry that is told in another. What a revision of the old said has no like in the new: from there to
/// the entry itself.
pub async fn lead_on(State(backend): State<Backend>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let uri = request.uri().clone();
    let answer = next.run(request).await;
    if !reads || answer.status() != StatusCode::GONE {
        return answer;
    }
    let Some(place) = Place::in_path(uri.path()) else { return answer };
    match moved_to(&backend, place.kind, place.slug).await {
        Ok(Some(slug)) => place.redirect(&slug, uri.query()).unwrap_or(answer),
        Ok(None) => answer,
        Err(failure) => {
            tracing::error!(cause = %failure, "it cannot be told where an entry is told by now");
            answer
        }
    }
}

/// Where in a path an entry is named.
struct Place<'a> {
    before: &'a str,
    kind: Kind,
    slug: &'a str,
    after: &'a str,
}

impl<'a> Place<'a> {
    fn in_path(path: &'a str) -> Option<Self> {
        Kind::ALL.iter().find_map(|kind| {
            let (before, rest) = path.split_once(&format!("/{}/", kind.path()))?;
            let end = rest.find('/').unwrap_or(rest.len());
            let (slug, after) = rest.split_at(end);
            Some(Self { before, kind: *kind, slug, after })
        })
    }

    /// For good, as far as anybody knows; asked again each time all the same, since it can be undone.
    fn redirect(&self, slug: &Slug, query: Option<&str>) -> Option<Response> {
        let after = if self.after.starts_with("/revisions/") { "" } else { self.after };
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        let to = format!("{}/{}/{slug}{after}{query}", self.before, self.kind.path());
        let headers = [(header::LOCATION, HeaderValue::from_str(&to).ok()?), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))];
        Some((StatusCode::MOVED_PERMANENTLY, headers).into_response())
    }
}
