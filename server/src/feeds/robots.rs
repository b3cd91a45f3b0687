//! `GET /robots.txt`.

use crate::state::BaseUrl;
use axum::extract::State;

/// Everything may be read but what is no reading matter: calls of pages, work places, and the endless combinations
/// of filters, which lead to nothing that the sitemap does not name.
pub async fn robots(State(base): State<BaseUrl>) -> String {
    let disallow = ["/fn/", "/moderation", "/account", "/explore?", "/lessons?", "/organisations?", "/map/entries/"];
    let lines: Vec<String> = disallow.iter().map(|path| format!("Disallow: {path}\n")).collect();
    format!("User-agent: *\n{}\nSitemap: {}/sitemap.xml\n", lines.concat(), base.0)
}
