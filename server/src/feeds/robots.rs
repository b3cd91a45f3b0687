//! `GET /robots.txt`.

use crate::state::BaseUrl;
use axum::extract::State;

/// Pages with filters: their combinations are endless, and lead to nothing that the sitemap does not name.
const FILTERED: [&str; 3] = ["/explore", "/lessons", "/organisations"];
/// No reading matter: calls of pages, work places, tiles.
const NO_PAGES: [&str; 5] = ["/embed", "/fn/", "/moderation", "/account", "/map/entries/"];

/// What robots may read. The longer rule wins (RFC 9309), so the English pages that the sitemap names stay open.
pub async fn robots(State(base): State<BaseUrl>) -> String {
    let closed = NO_PAGES.iter().map(|path| format!("Disallow: {path}\n"));
    let filtered = FILTERED.iter().map(|path| format!("Disallow: {path}?\nAllow: {path}?lang=en$\n"));
    let rules: Vec<String> = closed.chain(filtered).collect();
    format!("User-agent: *\n{}\nSitemap: {}/sitemap.xml\n", rules.concat(), base.0)
}
