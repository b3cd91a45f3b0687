//! `GET /sitemap.xml` (sitemaps.org, protocol 0.9): every public page, German at its bare address, English beside it.
//!
//! Where there is too much for one file, it names the parts `/sitemap-1.xml` and so on. Files are far below what the
//! protocol allows, so that making one takes little memory. Rows are read in the order of an index, without documents.

use crate::{
    rest::{
        json::{time, url},
        problem::{Path, Problem},
    },
    state::BaseUrl,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use backend::{
    Backend, Failure,
    usecases::list_addresses::{Address, count_addresses, list_addresses},
};
use domain::{Error, account::Actor};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use std::io;

/// Entries in one file.
const ENTRIES: u64 = 10_000;
const PAGES: [&str; 8] = ["/", "/explore", "/lessons", "/organisations", "/about", "/privacy", "/imprint", "/accessibility"];
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The whole map, or the list of its parts.
pub async fn sitemap(State(backend): State<Backend>, State(base): State<BaseUrl>) -> Result<Response, Problem> {
    let count = count_addresses(&backend, &Actor::Visitor).await?;
    if count > ENTRIES {
        return answer(index(&base.0, count.div_ceil(ENTRIES)));
    }
    let entries = list_addresses(&backend, &Actor::Visitor, 0, ENTRIES).await?;
    answer(urls(&base.0, &PAGES, &entries))
}

/// One part: `sitemap-1.xml` is the first.
pub async fn part(State(backend): State<Backend>, State(base): State<BaseUrl>, Path(part): Path<String>) -> Result<Response, Problem> {
    let part: u64 = part.strip_suffix(".xml").and_then(|part| part.parse().ok()).ok_or(Error::NotFound)?;
    let before = part.checked_sub(1).and_then(|part| part.checked_mul(ENTRIES)).ok_or(Error::NotFound)?;
    let entries = list_addresses(&backend, &Actor::Visitor, before, ENTRIES).await?;
    if entries.is_empty() {
        return Err(Error::NotFound.into());
    }
    let pages: &[&str] = if part == 1 { &PAGES } else { &[] };
    answer(urls(&base.0, pages, &entries))
}

fn answer(xml: io::Result<Vec<u8>>) -> Result<Response, Problem> {
    let xml = xml.map_err(Failure::File)?;
    let headers = [(header::CONTENT_TYPE, "application/xml; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=3600")];
    Ok((headers, xml).into_response())
}

type Xml = Writer<Vec<u8>>;

fn document(write: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(vec![]);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    write(&mut xml)?;
    Ok(xml.into_inner())
}

fn index(base: &str, parts: u64) -> io::Result<Vec<u8>> {
    document(|xml| {
        xml.create_element("sitemapindex").with_attribute(("xmlns", SITEMAP)).write_inner_content(|xml| {
            (1..=parts).try_for_each(|part| {
                xml.create_element("sitemap").write_inner_content(|xml| text(xml, "loc", &format!("{base}/sitemap-{part}.xml"))).map(drop)
            })
        })?;
        Ok(())
    })
}

fn urls(base: &str, pages: &[&str], entries: &[Address]) -> io::Result<Vec<u8>> {
    document(|xml| {
        let set = xml.create_element("urlset").with_attributes([("xmlns", SITEMAP), ("xmlns:xhtml", XHTML)]);
        set.write_inner_content(|xml| {
            pages.iter().try_for_each(|page| address(xml, &format!("{base}{page}"), None))?;
            entries.iter().try_for_each(|entry| {
                let changed = time(entry.updated_at);
                address(xml, &url(base, entry.kind, &entry.slug), changed.as_str())
            })
        })?;
        Ok(())
    })
}

/// One page with both its languages. The order of the elements is that of the schema.
fn address(xml: &mut Xml, german: &str, changed: Option<&str>) -> io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        text(xml, "loc", german)?;
        changed.map_or(Ok(()), |changed| text(xml, "lastmod", changed))?;
        let english = format!("{german}?lang=en");
        [("de", german), ("en", &english), ("x-default", german)].into_iter().try_for_each(|(lang, href)| {
            let link = xml.create_element("xhtml:link").with_attributes([("rel", "alternate"), ("hreflang", lang), ("href", href)]);
            link.write_empty().map(drop)
        })
    })?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(value)).map(drop)
}
