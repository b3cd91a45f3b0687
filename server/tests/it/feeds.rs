//! What feed readers and search engines get.

use crate::support::{Answer, BASE, TestApp, app};
use atom_syndication::Feed;
use roxmltree::Document;
use std::collections::BTreeSet;

fn feed(answer: &Answer) -> Feed {
    assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8", "{}", answer.address);
    Feed::read_from(&*answer.body).unwrap_or_else(|error| panic!("{}: {error}", answer.address))
}

/// The address behind a link of this kind.
fn link<'a>(links: &'a [atom_syndication::Link], rel: &str) -> Option<&'a str> {
    links.iter().find(|link| link.rel == rel).map(|link| link.href.as_str())
}

#[test]
fn the_feed_has_what_atom_asks_for() {
    let answer = app().get("/feed.atom").expect(200);
    let feed = feed(&answer);
    assert_eq!((feed.title.value.as_str(), feed.lang.as_deref()), ("Allmende", Some("de")));
    assert_eq!(feed.id, format!("{BASE}/feed.atom"));
    assert_eq!(link(&feed.links, "self"), Some(&*format!("{BASE}/feed.atom")));
    assert_eq!(link(&feed.links, "alternate"), Some(&*format!("{BASE}/explore")));
    assert_eq!(feed.updated.to_rfc3339(), "2026-11-01T12:00:00+00:00");
    assert!(!feed.authors.is_empty());
    assert_eq!(feed.entries.len(), 50);
    let ids: BTreeSet<&String> = feed.entries.iter().map(|entry| &entry.id).collect();
    assert_eq!(ids.len(), 50);
    for entry in &feed.entries {
        assert!(entry.id.starts_with("urn:uuid:") && !entry.title.value.is_empty(), "{entry:?}");
        assert!(link(&entry.links, "alternate").unwrap().starts_with(&format!("{BASE}/")), "{entry:?}");
        assert!(["de", "en"].contains(&entry.title.lang.as_deref().unwrap()), "{entry:?}");
    }
    assert!(feed.entries.iter().filter(|entry| entry.summary.is_some()).count() > 40);
}

#[test]
fn a_feed_follows_any_query() {
    let app = app();
    let answer = feed(&app.get("/feed.atom?q=chatbot&kind=project&topic=care&topic=social-counselling&lang=en").expect(200));
    assert_eq!(answer.title.value, "Allmende · “chatbot” · Project · Care · Social counselling");
    assert_eq!(answer.lang.as_deref(), Some("en"));
    let query = "q=chatbot&kind=project&topic=care&topic=social-counselling";
    let total = app.get(&format!("/api/v1/search?{query}")).json()["total"].as_u64().unwrap();
    assert_eq!(answer.entries.len() as u64, total);
    assert_eq!(link(&answer.links, "alternate"), Some(&*format!("{BASE}/explore?{query}&lang=en")));
    let entry = &answer.entries[0];
    assert!(entry.categories.iter().any(|category| category.term == "project" && category.label.as_deref() == Some("Project")));
    let nothing = feed(&app.get("/feed.atom?q=xyzzyxyzzy").expect(200));
    assert_eq!((nothing.entries.len(), nothing.updated.timestamp()), (0, 0));
}

#[test]
fn pages_of_a_feed_lead_through_everything_once() {
    let app = app();
    let (mut seen, mut next) = (BTreeSet::new(), Some("/feed.atom?kind=lesson".to_owned()));
    let mut pages = 0;
    while let Some(address) = next {
        let page = feed(&app.get(&address).expect(200));
        assert_eq!(link(&page.links, "self").map(|url| url.replace(BASE, "")), Some(address));
        for entry in &page.entries {
            assert!(seen.insert(entry.id.clone()), "{}", entry.id);
        }
        next = link(&page.links, "next").map(|url| url.replace(BASE, ""));
        pages += 1;
    }
    assert_eq!((seen.len(), pages), (134, 3));
}

#[test]
fn what_changed_comes_first_and_keeps_its_id() {
    let app = TestApp::new();
    let line = |title: &str| {
        format!(r#"{{"id": "neu", "title": "{title}", "summary": "a < b & c", "problem": "P", "phase": "live", "scope": "local"}}"#)
    };
    app.import_project(&line("Erst"));
    let before = feed(&app.get("/feed.atom").expect(200));
    app.import_project(&line("<b>Dann</b> & \\\"so\\\""));
    let after = feed(&app.get("/feed.atom").expect(200));
    assert_eq!((before.entries[0].title.value.as_str(), after.entries[0].title.value.as_str()), ("Erst", "<b>Dann</b> & \"so\""));
    assert_eq!(before.entries[0].id, after.entries[0].id);
    assert_eq!(before.entries[0].published, after.entries[0].published);
    assert!(after.updated > before.updated && after.entries[0].updated == after.updated);
    assert_eq!(after.entries[0].summary.as_ref().unwrap().value, "a < b & c");
}

#[test]
fn who_has_the_feed_already_is_told_so() {
    let app = app();
    for address in ["/feed.atom?topic=care", "/sitemap.xml", "/robots.txt"] {
        let tag = app.get(address).expect(200).header("etag").to_owned();
        let again = app.send("GET", address, &[("if-none-match", &tag)]).expect(304);
        assert!(again.body.is_empty(), "{address}");
    }
}

#[test]
fn a_wrong_query_is_named() {
    let app = app();
    let problem = app.get("/feed.atom?topic=pflege&colour=red").problem(400);
    assert_eq!((&problem["errors"][0]["field"], &problem["errors"][1]["field"]), (&"topic".into(), &"colour".into()));
    app.get("/feed.atom?near=Nirgendwohausen").problem(400);
}

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

#[test]
fn the_sitemap_names_every_public_page_in_both_languages() {
    let app = app();
    let answer = app.get("/sitemap.xml").expect(200);
    assert!(answer.header("content-type").starts_with("application/xml"));
    let text = answer.text();
    let map = Document::parse(&text).unwrap();
    assert!(map.root_element().has_tag_name((SITEMAP, "urlset")));
    let urls: Vec<_> = map.root_element().children().collect();
    assert_eq!(urls.len(), 8 + 353);
    let mut seen = BTreeSet::new();
    for url in urls {
        assert!(url.has_tag_name((SITEMAP, "url")));
        let names: Vec<_> = url.children().map(|child| child.tag_name().name()).filter(|name| *name != "link").collect();
        assert!(names == ["loc"] || names == ["loc", "lastmod"], "{names:?}");
        let loc = url.first_element_child().unwrap().text().unwrap();
        assert!(loc.starts_with(BASE) && seen.insert(loc), "{loc}");
        let links: Vec<_> = url.children().filter(|child| child.has_tag_name((XHTML, "link"))).collect();
        let links: Vec<_> = links.iter().map(|link| (link.attribute("hreflang").unwrap(), link.attribute("href").unwrap())).collect();
        assert_eq!(links, [("de", loc), ("en", &*format!("{loc}?lang=en")), ("x-default", loc)]);
    }
    assert!(text.contains("<lastmod>2026-11-01T12:00:00Z</lastmod>"));
    for page in ["/", "/projects/carifix", "/lessons/quellen-kuratieren", "/organisations/deutscher-caritasverband"] {
        assert!(seen.contains(&*format!("{BASE}{page}")), "{page}");
    }
}

#[test]
fn parts_of_the_sitemap_are_numbered_from_one() {
    let app = app();
    assert_eq!(app.get("/sitemap-1.xml").expect(200).body, app.get("/sitemap.xml").body, "one part holds all of the sample");
    for address in ["/sitemap-0.xml", "/sitemap-2.xml", "/sitemap-x.xml", "/sitemap-1", "/sitemap-18446744073709551615.xml"] {
        app.get(address).expect(404);
    }
}

#[test]
fn what_was_removed_is_on_no_map() {
    let app = TestApp::new();
    app.remove_project("carifix");
    app.catch_up();
    assert!(!app.get("/sitemap.xml").text().contains("/projects/carifix<"));
    assert!(!app.get("/feed.atom?organisation=deutscher-caritasverband").text().contains("/projects/carifix\""));
}

#[test]
fn robots_are_led_to_the_sitemap() {
    let answer = app().get("/robots.txt").expect(200);
    assert!(answer.header("content-type").starts_with("text/plain"));
    let text = answer.text();
    assert!(text.starts_with("User-agent: *\n") && text.contains(&format!("\nSitemap: {BASE}/sitemap.xml\n")), "{text}");
    for path in ["/fn/", "/moderation", "/account"] {
        assert!(text.contains(&format!("\nDisallow: {path}\n")), "{text}");
    }
    assert!(text.contains("\nDisallow: /explore?\nAllow: /explore?lang=en$\n"), "{text}");
    assert!(!text.contains("Disallow: /\n") && !text.contains("Disallow: /projects"), "{text}");
}
