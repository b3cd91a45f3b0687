//! What a page may load and who may show it in a frame.
//!
//! Everything comes from here, scripts from our files only: there is none in the pages themselves. No site may frame a
//! page but those made for it, `/embed`, where nothing can be done but read. The one host besides ours is that of the
//! operator's map style, where there is one.

use crate::{routes, site::Site};

/// The policy of the page at this path.
pub fn of_page(site: &Site, path: &str) -> String {
    let map = site.map_style.as_ref().map(|style| format!(" {}", style.origin)).unwrap_or_default();
    let framed_by = if routes::is_framed(path) { site.embedders.as_policy() } else { "'none'".to_owned() };
    // The page that makes the code shows what it makes.
    let frames = if path == routes::CREATE_EMBED { " frame-src 'self';" } else { "" };
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:{map}; font-src 'self'; \
         connect-src 'self'{map}; worker-src 'self';{frames} form-action 'self'; base-uri 'none'; frame-ancestors {framed_by}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{Embedders, MapStyle};

    #[test]
    fn only_what_is_made_for_it_is_shown_in_frames() {
        let site = Site { embedders: Embedders::Only(vec!["https://a.example".into()].into()), ..Site::default() };
        for path in ["/", "/explore", "/projects/embed", "/embed/create", "/embedded"] {
            assert!(of_page(&site, path).ends_with("frame-ancestors 'none'"), "{path}");
        }
        for path in ["/embed", "/embed/projects/carifix"] {
            assert!(of_page(&site, path).ends_with("frame-ancestors 'self' https://a.example"), "{path}");
            assert!(of_page(&Site::default(), path).ends_with("frame-ancestors *"), "{path}");
        }
        let nobody = Site { embedders: Embedders::Only([].into()), ..Site::default() };
        assert!(of_page(&nobody, "/embed").ends_with("frame-ancestors 'self'"));
    }

    #[test]
    fn the_map_style_widens_just_what_it_needs() {
        let style = MapStyle { url: "https://tiles.example/style.json".into(), origin: "https://tiles.example".into() };
        let site = Site { map_style: Some(style), ..Site::default() };
        let (plain, wide) = (of_page(&Site::default(), "/"), of_page(&site, "/"));
        let changed: Vec<_> = wide.split(';').zip(plain.split(';')).filter(|(a, b)| a != b).map(|(a, _)| a.trim()).collect();
        assert_eq!(changed, ["img-src 'self' data: https://tiles.example", "connect-src 'self' https://tiles.example"]);
    }
}
