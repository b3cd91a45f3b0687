//! Markdown to safe HTML. `pulldown-cmark` reads it (CommonMark, the parser of rustdoc), `ammonia` keeps only
//! what is harmless: whoever writes an entry, no page runs their code or loads from elsewhere.

use ammonia::Builder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};
use std::{collections::HashSet, sync::LazyLock};

static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(["p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "code", "pre", "a", "h3", "h4", "h5"]))
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into_iter().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .link_rel(Some("nofollow ugc"));
    builder
});

/// Renders a passage. Headings start at level 3, below those of the page; pictures become their text.
#[must_use]
pub fn to_html(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH);
    let events =
        events.filter(|event| !matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image))).map(|event| match event {
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
            // Raw HTML is shown as it was typed.
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            other => other,
        });
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events);
    SAFE.clean(&out).to_string()
}

fn below(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel as H;
    match level {
        H::H1 => H::H3,
        H::H2 => H::H4,
        _ => H::H5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structure_stays_and_headings_fit_below_the_page() {
        assert_eq!(
            to_html("# A\n\n- *b*\n- [c](https://d.de)").replace('\n', ""),
            "<h3>A</h3><ul><li><em>b</em></li><li><a href=\"https://d.de\" rel=\"nofollow ugc\">c</a></li></ul>"
        );
    }

    #[test]
    fn nothing_runs_and_nothing_loads() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "![x](https://tracker.example/p.gif)",
            "<a href=\"https://x.de\" style=\"position:fixed\" onclick=\"x()\">y</a>",
            "<iframe src=//x.de></iframe>",
        ] {
            let html = to_html(attack);
            // What begins with `<` is a tag, and each must be one of these; the rest is text.
            for tag in html.split('<').skip(1) {
                let harmless = ["p>", "/p>", "/a>", "a rel=\"nofollow ugc\">"];
                assert!(harmless.iter().any(|start| tag.starts_with(start)), "{attack} became {html}");
            }
        }
    }

    #[test]
    fn pictures_become_their_text() {
        assert_eq!(
            to_html("Vorher ![ein *Bild*](https://tracker.example/p.gif) nachher").trim(),
            "<p>Vorher ein <em>Bild</em> nachher</p>"
        );
    }
}
