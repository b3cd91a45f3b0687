//! `GET /oembed?url=…` (oembed.com, version 1.0): by which code another site shows a page of ours. `format` is `json` or
//! `xml`; `maxwidth` and `maxheight` are pixels. Names that the protocol does not know are passed over: programs send
//! some of their own.

use crate::{rest::problem::Problem, state::BaseUrl};
use app::embed::{self, Frame, Shown};
use axum::{
    Json, Router,
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use backend::{Backend, Failure, usecases::show_card::show_card};
use domain::{Error, FieldError, Lang, account::Actor, query, vocabulary::Kind};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use serde_json::{Map, Value, json};
use std::io;
use url::Url;

/// How long, in seconds, programs may keep an answer.
const KEPT: u32 = 24 * 60 * 60;
/// Width and height of preview pictures, in pixels.
const PREVIEW: (u32, u32) = (1_200, 630);

/// The one address.
pub fn routes() -> Router<crate::state::AppState> {
    Router::new().route("/oembed", get(oembed))
}

async fn oembed(State(backend): State<Backend>, State(base): State<BaseUrl>, RawQuery(raw): RawQuery) -> Result<Response, Problem> {
    let asked = Asked::parse(raw.as_deref().unwrap_or_default()).map_err(Error::Invalid)?;
    let write = match asked.format.as_deref() {
        None | Some("json") => |answer: Map<String, Value>| Ok(Json(answer).into_response()),
        Some("xml") => |answer: Map<String, Value>| xml(&answer),
        // What the protocol says of formats that are not offered.
        Some(_) => return Ok((StatusCode::NOT_IMPLEMENTED, "json and xml are offered").into_response()),
    };
    // Pages of other hosts, and what is no page, are not found.
    let (path, page_query) = asked.page(&base.0).ok_or(Error::NotFound)?;
    let answer = answer(&backend, &base.0, &asked, &path, &page_query).await?;
    let mut response = write(answer)?;
    response.headers_mut().extend([
        (header::CACHE_CONTROL, header::HeaderValue::from_static("public, max-age=300")),
        // Programs in the browser ask too.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*")),
    ]);
    Ok(response)
}

async fn answer(backend: &Backend, base: &str, asked: &Asked, path: &str, page_query: &str) -> Result<Map<String, Value>, Error> {
    let lang = query::pairs(page_query).into_iter().find(|(name, _)| name == "lang").and_then(|(_, value)| value.parse().ok());
    let lang = lang.unwrap_or(Lang::De);
    // A page whose query is wrong is none.
    let shown = Shown::of_page(path, page_query).map_err(|_| Error::NotFound)?;
    let what = match shown {
        Some(shown) => {
            let (width, height) = asked.fit(shown.size());
            let told = describe(backend, base, &shown, lang, asked).await?;
            let title = told["title"].as_str().unwrap_or_default();
            let frame = Frame { shown, lang, width: Some(width), height };
            [told.clone(), json!({"type": "rich", "html": frame.html(base, title), "width": width, "height": height})]
        }
        // Texts are nothing for a frame: programs learn what they are called.
        None => [json!({"type": "link"}), json!({"title": embed::title_of_text(path, lang).ok_or(Error::NotFound)?})],
    };
    let provider = json!({"version": "1.0", "provider_name": "Allmende", "provider_url": format!("{base}/"), "cache_age": KEPT});
    Ok([provider].into_iter().chain(what).filter_map(|part| part.as_object().cloned()).flatten().collect())
}

/// Title, author and picture.
async fn describe(backend: &Backend, base: &str, shown: &Shown, lang: Lang, asked: &Asked) -> Result<Value, Error> {
    let picture = |file: String| {
        // A picture must keep to the size that was asked for, too, and there is one size of it.
        let fits = asked.fit(PREVIEW) == PREVIEW;
        fits.then(
            || json!({"thumbnail_url": format!("{base}/preview/{file}.png"), "thumbnail_width": PREVIEW.0, "thumbnail_height": PREVIEW.1}),
        )
    };
    let (mut told, picture) = match shown {
        Shown::Hits { query, .. } => {
            let file = if lang == Lang::De { "allmende" } else { "allmende.en" };
            (json!({"title": format!("{} · Allmende", embed::heading_in(lang, query))}), picture(file.to_owned()))
        }
        Shown::Entry { kind, slug } => {
            // What a moderator took away is nothing to show either.
            let card = show_card(backend, &Actor::Visitor, *kind, slug).await.map_err(Failure::tell).map_err(not_there)?;
            let author = card
                .organisation
                .as_ref()
                .map(|(slug, name)| json!({"author_name": name, "author_url": crate::rest::json::url(base, Kind::Organisation, slug)}));
            let mut told = json!({"title": card.title});
            extend(&mut told, author);
            (told, picture(format!("{}/{}", kind.path(), card.slug)))
        }
    };
    extend(&mut told, picture);
    Ok(told)
}

fn extend(told: &mut Value, more: Option<Value>) {
    if let (Value::Object(told), Some(Value::Object(more))) = (told, more) {
        told.extend(more);
    }
}

fn not_there(error: Error) -> Error {
    if error == Error::Gone { Error::NotFound } else { error }
}

fn xml(answer: &Map<String, Value>) -> Result<Response, Problem> {
    let write = || -> io::Result<Vec<u8>> {
        let mut xml = Writer::new(vec![]);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        xml.create_element("oembed").write_inner_content(|xml| {
            answer.iter().try_for_each(|(name, value)| {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                xml.create_element(name.as_str()).write_text_content(BytesText::new(&text)).map(drop)
            })
        })?;
        Ok(xml.into_inner())
    };
    let body = write().map_err(Failure::File)?;
    Ok(([(header::CONTENT_TYPE, "text/xml; charset=utf-8")], body).into_response())
}

/// What a program asks.
struct Asked {
    url: String,
    format: Option<String>,
    max: (Option<u32>, Option<u32>),
}

impl Asked {
    fn parse(raw: &str) -> Result<Self, Vec<FieldError>> {
        let pairs = query::pairs(raw);
        let get =
            |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
        let pixels = |name: &str| {
            let wrong = || FieldError::new(name, domain::Problem::NotInRange { min: 1, max: u32::MAX.into() });
            get(name).map(|value| value.parse().ok().filter(|pixels| *pixels > 0).ok_or_else(wrong)).transpose()
        };
        let url = get("url").map(str::to_owned).ok_or_else(|| FieldError::new("url", domain::Problem::Required));
        match (url, pixels("maxwidth"), pixels("maxheight")) {
            (Ok(url), Ok(width), Ok(height)) => Ok(Self { url, format: get("format").map(str::to_owned), max: (width, height) }),
            (url, width, height) => Err([url.err(), width.err(), height.err()].into_iter().flatten().collect()),
        }
    }

    /// Path and query of the page, if it is one of ours. By which scheme it was reached does not matter.
    fn page(&self, base: &str) -> Option<(String, String)> {
        let (page, ours) = (Url::parse(&self.url).ok()?, Url::parse(base).ok()?);
        let is_ours = matches!(page.scheme(), "http" | "https") && page.host() == ours.host() && page.port() == ours.port();
        is_ours.then(|| (page.path().to_owned(), page.query().unwrap_or_default().to_owned()))
    }

    fn fit(&self, (width, height): (u32, u32)) -> (u32, u32) {
        (width.min(self.max.0.unwrap_or(width)), height.min(self.max.1.unwrap_or(height)))
    }
}
