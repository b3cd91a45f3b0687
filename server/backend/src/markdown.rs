//! Markdown to safe HTML. `pulldown-cmark` reads it (CommonMark, the parser of rustdoc), `ammonia` keeps only
//! what is harmless: whoever writes an entry, no page runs their code or loads from elsewhere.

use ammonia::Builder;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use std::{collections::HashSet, sync::LazyLock};
use url::{ParseError, Url};

/// Where links of entries may lead; those without a scheme stay on this site.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];
/// Where links of our own texts may lead.
const OWN_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

static SAFE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(["p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "code", "pre", "a", "h3", "h4", "h5"]))
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into_iter().collect())
        .url_schemes(HashSet::from(SCHEMES))
        .link_rel(Some("nofollow ugc"));
    builder
});

static OWN: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(["p", "br", "em", "strong", "del", "ul", "ol", "li", "blockquote", "code", "pre", "a", "h2", "h3", "h4"]))
        .tag_attributes(["h2", "h3"].map(|tag| (tag, HashSet::from(["id"]))).into_iter().chain([("a", HashSet::from(["href"]))]).collect())
        .url_schemes(HashSet::from(OWN_SCHEMES))
        .link_rel(None);
    builder
});

/// Renders a passage. Headings start at level 3, below those of the page; pictures become their text, and so do links that
/// lead nowhere one may go.
#[must_use]
pub fn to_html(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH);
    let mut is_code = false;
    let events =
        events.filter(|event| !matches!(event, Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image))).map(
            move |event| match event {
                Event::Start(Tag::CodeBlock(kind)) => {
                    is_code = true;
                    Event::Start(Tag::CodeBlock(kind))
                }
                Event::End(TagEnd::CodeBlock) => {
                    is_code = false;
                    Event::End(TagEnd::CodeBlock)
                }
                Event::Text(text) if !is_code => Event::Text(tied(text.into_string()).into()),
                Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                    Event::Start(Tag::Heading { level: below(level), id, classes, attrs })
                }
                Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
                // Raw HTML is shown as it was typed.
                Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
                other => other,
            },
        );
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, without_dead_links(events, &SCHEMES));
    SAFE.clean(&out).to_string()
}

/// Of links that would lose their address (`javascript:`, say) only the words: a link that leads nowhere looks like one that
/// is broken.
fn without_dead_links<'a>(events: impl Iterator<Item = Event<'a>>, schemes: &[&str]) -> impl Iterator<Item = Event<'a>> {
    // Links do not nest.
    let mut is_dead = false;
    events.filter(move |event| match event {
        Event::Start(Tag::Link { link_type, dest_url, .. }) => {
            is_dead = *link_type != LinkType::Email && !may_be_followed(dest_url, schemes);
            !is_dead
        }
        Event::End(TagEnd::Link) => !is_dead,
        _ => true,
    })
}

/// As `ammonia` decides it.
fn may_be_followed(address: &str, schemes: &[&str]) -> bool {
    match Url::parse(address) {
        Ok(url) => schemes.contains(&url.scheme()),
        Err(error) => error == ParseError::RelativeUrlWithoutBase,
    }
}

/// The text with no line break behind the hyphen that stands for a word: "Anruferinnen und -anrufer".
#[must_use]
pub fn tied(text: String) -> String {
    if !text.contains(" -") {
        return text;
    }
    let mut parts = text.split(" -");
    let mut tied = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_word = part.chars().take_while(|c| c.is_lowercase()).count() >= 3;
        tied.push_str(if is_word { " \u{2011}" } else { " -" });
        tied.push_str(part);
    }
    tied
}

/// The text of a passage without its marks, in one line: for cards, descriptions and feeds.
#[must_use]
pub fn plain(text: &str) -> String {
    plain_of(Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH))
}

fn plain_of<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    let mut out = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of the site's own, or of its operator: title, lead and the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Plain text of the first heading; empty where the text does not begin with one.
    pub title: String,
    /// The paragraph behind it, safe HTML.
    pub lead: String,
    /// Plain text of the lead, to describe the page with.
    pub description: String,
    /// The rest, safe HTML. Headings start at level 2 and keep the ids that were written: `## Words {#id}`.
    pub html: String,
}

impl Page {
    /// All of it as one part of another page, its title a heading of level 2.
    #[must_use]
    pub fn whole(&self) -> String {
        let words = || own(vec![Event::Text(self.title.as_str().into())]);
        let title = if self.title.is_empty() { String::new() } else { format!("<h2>{}</h2>", words()) };
        format!("{title}{}{}", self.lead, self.html)
    }
}

/// Renders a whole page: `# Title`, a paragraph that says what it is about, then the rest. Pictures become their text.
#[must_use]
pub fn page(text: &str) -> Page {
    let (mut title, mut lead, mut rest) = (vec![], vec![], vec![]);
    let mut reading = Part::Rest;
    for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if title.is_empty() && lead.is_empty() && rest.is_empty() => {
                reading = Part::Title;
            }
            Event::Start(Tag::Paragraph) if lead.is_empty() && rest.is_empty() => reading = Part::Lead,
            _ => {}
        }
        let is_end = matches!(event, Event::End(TagEnd::Heading(_) | TagEnd::Paragraph));
        let part = match reading {
            Part::Title => &mut title,
            Part::Lead => &mut lead,
            Part::Rest => &mut rest,
        };
        match event {
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Html(html) | Event::InlineHtml(html) => part.push(Event::Text(html)),
            // A page has one title.
            Event::Start(Tag::Heading { level: HeadingLevel::H1, id, classes, attrs }) => {
                part.push(Event::Start(Tag::Heading { level: HeadingLevel::H2, id, classes, attrs }));
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => part.push(Event::End(TagEnd::Heading(HeadingLevel::H2))),
            other => part.push(other),
        }
        if is_end {
            reading = Part::Rest;
        }
    }
    let description = plain_of(lead.iter().cloned());
    Page { title: plain_of(title.into_iter()), lead: own(lead), description, html: own(rest) }
}

/// What of a page is being read.
#[derive(Clone, Copy)]
enum Part {
    Title,
    Lead,
    Rest,
}

fn own(events: Vec<Event<'_>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, without_dead_links(events.into_iter(), &OWN_SCHEMES));
    OWN.clean(&out).to_string()
}

fn below(level: HeadingLevel) -> HeadingLevel {
    use HeadingLevel as H;
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
    fn a_hyphen_for_a_word_stays_with_the_rest() {
        assert_eq!(tied("Anruferinnen und -anrufer".into()), "Anruferinnen und \u{2011}anrufer");
        assert_eq!(tied("Das - und -5 Grad, ls -l".into()), "Das - und -5 Grad, ls -l");
        assert!(to_html("Nutzerinnen und -nutzer").contains("und \u{2011}nutzer"));
        assert!(to_html("    befehl -option").contains("befehl -option"));
    }

    #[test]
    fn structure_stays_and_headings_fit_below_the_page() {
        assert_eq!(
            to_html("# A\n\n- *b*\n- [c](https://d.de)").replace('\n', ""),
            "<h3>A</h3><ul><li><em>b</em></li><li><a href=\"https://d.de\" rel=\"nofollow ugc\">c</a></li></ul>"
        );
    }

    #[test]
    fn a_page_has_a_title_a_lead_and_headings_to_point_to() {
        let page = page("# Über *uns*\n\nWer wir\nsind.\n\n## Fragen {#questions}\n\n[Liste](/explore) <script>x</script>\n");
        assert_eq!((page.title.as_str(), page.description.as_str()), ("Über uns", "Wer wir sind."));
        assert!(page.html.starts_with("<h2 id=\"questions\">Fragen</h2>"), "{}", page.html);
        assert!(page.html.contains("<a href=\"/explore\">") && !page.html.contains("<script"), "{}", page.html);
        assert!(page.whole().replace('\n', " ").starts_with("<h2>Über uns</h2><p>Wer wir sind.</p> <h2"), "{}", page.whole());
    }

    #[test]
    fn a_lead_keeps_its_links_and_lines() {
        let page = page("Verein *X*  \nWeg 1\\\n[Mail](mailto:a@b.de) <b>\n\n# Zwei\n\n![Bild](/x.png)\n");
        assert_eq!((page.title.as_str(), page.description.as_str()), ("", "Verein X Weg 1 Mail <b>"));
        let lead = "<p>Verein <em>X</em><br>Weg 1<br><a href=\"mailto:a@b.de\">Mail</a> &lt;b&gt;</p>";
        assert_eq!(page.lead.replace('\n', ""), lead);
        assert_eq!(page.html.replace('\n', ""), "<h2>Zwei</h2><p>Bild</p>");
    }

    #[test]
    fn plain_text_has_no_marks() {
        let text = "# A\n\n**b** [c](https://d.de)\n*e* `f`\n\n- 1 < 2\n- g ![h](i.png) <x>";
        assert_eq!(plain(text), "A b c e f 1 < 2 g h <x>");
        assert_eq!(plain(""), "");
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
                let harmless = ["p>", "/p>"];
                assert!(harmless.iter().any(|start| tag.starts_with(start)), "{attack} became {html}");
            }
        }
    }

    #[test]
    fn a_link_that_may_not_be_followed_becomes_its_words() {
        for address in ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "ftp://x.de/", "tel:+49221", "https://"] {
            assert_eq!(to_html(&format!("Hier [*mehr*]({address}) davon")).trim(), "<p>Hier <em>mehr</em> davon</p>", "{address}");
        }
        assert_eq!(to_html("<javascript:alert(1)>").trim(), "<p>javascript:alert(1)</p>");
        for address in ["/explore", "#was", "mailto:a@b.de", "https://b.de"] {
            let link = format!("<p><a href=\"{address}\" rel=\"nofollow ugc\">c</a></p>");
            assert_eq!(to_html(&format!("[c]({address})")).trim(), link);
        }
        assert!(to_html("<a@b.de>").contains("href=\"mailto:a@b.de\""), "{}", to_html("<a@b.de>"));
        let page = page("# A\n\n[B](javascript:x) [C](tel:+49)\n");
        assert_eq!(page.lead.trim(), "<p>B <a href=\"tel:+49\">C</a></p>");
    }

    #[test]
    fn pictures_become_their_text() {
        assert_eq!(
            to_html("Vorher ![ein *Bild*](https://tracker.example/p.gif) nachher").trim(),
            "<p>Vorher ein <em>Bild</em> nachher</p>"
        );
    }
}
