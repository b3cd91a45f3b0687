//! Pages that were drawn a moment ago, for readers who are not signed in.
//!
//! A page is kept by its address and language, for the state of the change feed at which it was drawn: a change of this
//! process leaves all pages before it behind at once, one of another process when this one hears of it, and both again
//! when search and map have read it. What is kept depends on nothing else, since it is drawn
//! for a request without headers. The store has a bound in bytes and takes in a page only if it is asked for more
//! often than one that would have to go (`TinyLFU`): thousands of made-up addresses do not drive out the start page.

mod page;

use crate::session::SESSION;
use app::Browser;
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header, response::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use backend::{Backend, feed::Mark};
use domain::{Lang, account::Actor};
use moka::future::Cache;
use page::Page;
use std::{sync::Arc, time::Duration};

/// All kept pages together, in bytes.
const ROOM: u64 = 64 * 1_024 * 1_024;
/// What the change feed does not tell is seen after this time: a date that is said in words, say.
const KEPT_FOR: Duration = Duration::from_secs(5 * 60);

/// Kept pages. Clones share them.
#[derive(Clone)]
pub struct PageCache(Cache<Key, Arc<Page>>);

#[derive(PartialEq, Eq, Hash)]
struct Key {
    /// Path and query as they were asked for.
    address: Box<str>,
    lang: Lang,
    state: Mark,
}

/// A drawn page that is not kept.
enum Unkept {
    /// Readers who asked at the same time get the same.
    Shared(Box<Parts>, Bytes),
    /// It is meant for one reader.
    Personal,
}

impl Default for PageCache {
    fn default() -> Self {
        let weight = |key: &Key, page: &Arc<Page>| u32::try_from(key.address.len() + page.weight()).unwrap_or(u32::MAX);
        Self(Cache::builder().max_capacity(ROOM).weigher(weight).time_to_live(KEPT_FOR).build())
    }
}

/// Answers with a kept page where there is one; keeps the page where it may be kept. Of several requests for a page
/// that is not there, one draws it for all.
pub async fn keep(State(cache): State<PageCache>, State(backend): State<Backend>, request: Request, next: Next) -> Response {
    if is_public(&request) { from(&cache, &backend, request, next).await } else { next.run(request).await }
}

async fn from(cache: &PageCache, backend: &Backend, request: Request, next: Next) -> Response {
    let key = Key {
        address: request.uri().path_and_query().map_or("/", |address| address.as_str()).into(),
        lang: request.extensions().get().copied().unwrap_or_default(),
        // Read before the page is: a page may be newer than it says, never older.
        state: backend.indexer.mark(),
    };
    match cache.0.try_get_with(key, draw(bare(&request), next.clone())).await.as_deref() {
        Ok(page) => page.answer(request.headers()),
        Err(unkept) => match &**unkept {
            Unkept::Shared(head, body) => Response::from_parts(Parts::clone(head), Body::from(body.clone())),
            Unkept::Personal => next.run(request).await,
        },
    }
}

async fn draw(request: Request, next: Next) -> Result<Arc<Page>, Unkept> {
    let (head, body) = next.run(request).await.into_parts();
    if head.headers.contains_key(header::SET_COOKIE) || is_kept_nowhere(&head.headers) {
        return Err(Unkept::Personal);
    }
    let Ok(body) = to_bytes(body, usize::MAX).await else {
        return Err(Unkept::Shared(Box::new(StatusCode::INTERNAL_SERVER_ERROR.into_response().into_parts().0), Bytes::new()));
    };
    if head.status != StatusCode::OK {
        return Err(Unkept::Shared(Box::new(head), body));
    }
    Ok(Arc::new(Page::new(head.headers, body)))
}

fn is_kept_nowhere(headers: &HeaderMap) -> bool {
    headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().ends_with(b"no-store"))
}

fn is_public(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    // Who asks is told by the layer around this one; it may read a cookie in ways that are not seen here.
    reads && !has_session(request.headers()) && matches!(request.extensions().get(), None | Some(Actor::Visitor))
}

fn has_session(headers: &HeaderMap) -> bool {
    let cookies = headers.get_all(header::COOKIE).iter().flat_map(|value| value.as_bytes().split(|byte| *byte == b';'));
    cookies.filter_map(|cookie| cookie.split(|byte| *byte == b'=').next()).any(|name| name.trim_ascii() == SESSION.as_bytes())
}

/// The same address, asked by nobody in particular.
fn bare(request: &Request) -> Request {
    let mut bare = Request::new(Body::empty());
    *bare.uri_mut() = request.uri().clone();
    *bare.extensions_mut() = request.extensions().clone();
    bare.extensions_mut().remove::<Actor>();
    bare.extensions_mut().remove::<Browser>();
    bare
}
