//! What stands on a picture, and where. Colours are those of the pages in daylight.

use super::letters::{Face, Letters};
use backend::usecases::views::Card;
use domain::{Lang, vocabulary::Kind};
use quick_xml::{Writer, events::BytesText};
use std::io::{Error, Result};

const SIZE: (u16, u16) = (1200, 630);
const PAPER: &str = "#fbfaf5";
const INK: &str = "#1d2a24";
const MUTED: &str = "#55635b";
/// The left edge of all text, and how far it may reach.
const LEFT: f32 = 76.0;
const WIDTH: f32 = 770.0;
/// Sizes of titles, largest first.
const TITLES: [f32; 7] = [96.0, 84.0, 76.0, 66.0, 58.0, 52.0, 46.0];
const LINES: usize = 4;
const LEADING: f32 = 1.12;
/// What a title may take from top to bottom.
const HEIGHT: f32 = 260.0;
const FACTS: f32 = 33.0;

/// Fields with paths between them, as on the wordmark, each with its quiet and its full colour.
const PARCELS: [(&str, &str, &str); 6] = [
    ("M968-20 1102-20 1088 170 938 196Z", "#ecdfe9", "#6b3a6e"),
    ("M1124-20 1220-20 1220 154 1110 168Z", "#dfe9d2", "#5c8f3e"),
    ("M935 218 1086 192 1072 396 900 424Z", "#d3e4da", "#1f6b4a"),
    ("M1108 190 1220 176 1220 410 1094 398Z", "#eee3c6", "#8a6410"),
    ("M897 446 1070 418 1060 650 858 650Z", "#d3e2ea", "#1c5f86"),
    ("M1092 420 1220 432 1220 650 1082 650Z", "#e4ebd3", "#5c8f3e"),
];

/// All that decides how a picture looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    /// `None`: the directory itself.
    kind: Option<Kind>,
    lang: Lang,
    title: String,
    /// Below the title: who, and how it went.
    facts: Vec<String>,
}

impl Picture {
    /// The picture of an entry; the general one where our fonts lack most letters of its title.
    ///
    /// # Errors
    /// Never in practice: the fonts are part of the binary.
    pub fn of(card: &Card) -> Result<Self> {
        let lang = card.language;
        if !can_write(&card.title)? {
            return Ok(Self::general(lang));
        }
        let owner = card.organisation.as_ref().map(|(_, name)| name.clone());
        let phase = card.phase.filter(|_| card.kind == Kind::Project).map(|phase| phase.label(lang));
        let outcome = card.outcome.map(|outcome| outcome.label(lang));
        let org_kind = card.org_kind.map(|kind| kind.label(lang));
        let state: Vec<&str> = [phase, outcome, org_kind].into_iter().flatten().chain(card.place.as_deref()).collect();
        let facts = owner.into_iter().chain((!state.is_empty()).then(|| state.join(" · "))).collect();
        Ok(Self { kind: Some(card.kind), lang, title: card.title.clone(), facts })
    }

    /// The picture of everything that is no entry.
    pub fn general(lang: Lang) -> Self {
        let (title, facts) = match lang {
            Lang::De => (
                "Was andere mit KI fürs Gemeinwohl versucht haben",
                ["Projekte, Erfahrungen und Organisationen", "auf einer Karte und in einer Suche"],
            ),
            Lang::En => (
                "What others have tried with AI for the common good",
                ["Projects, lessons and organisations", "on one map and in one search"],
            ),
        };
        Self { kind: None, lang, title: title.to_owned(), facts: facts.map(str::to_owned).to_vec() }
    }

    /// As SVG.
    ///
    /// # Errors
    /// Never in practice: it is written into memory.
    pub fn svg(&self) -> Result<String> {
        let mut xml = Writer::new(vec![]);
        let (width, height) = (SIZE.0.to_string(), SIZE.1.to_string());
        let root = [("xmlns", "http://www.w3.org/2000/svg"), ("width", width.as_str()), ("height", height.as_str())];
        xml.create_element("svg").with_attributes(root).write_inner_content(|xml| {
            path(xml, "M0 0H1200V630H0Z", PAPER, None)?;
            self.parcels(xml)?;
            let top = self.heading(xml)?;
            let below = self.title(xml, top)?;
            self.facts(xml, below)?;
            wordmark(xml)
        })?;
        String::from_utf8(xml.into_inner()).map_err(Error::other)
    }

    /// The field of this kind is the one that is worked on.
    fn parcels(&self, xml: &mut Xml) -> Result<()> {
        let tilled = match self.kind {
            Some(Kind::Project) => vec![2],
            Some(Kind::Lesson) => vec![4],
            Some(Kind::Organisation) => vec![0],
            None => (0..PARCELS.len()).collect(),
        };
        PARCELS
            .iter()
            .enumerate()
            .try_for_each(|(at, (shape, quiet, full))| path(xml, shape, if tilled.contains(&at) { full } else { quiet }, None))
    }

    /// What kind it is, in shape, colour and word. Gives where the title may begin.
    fn heading(&self, xml: &mut Xml) -> Result<f32> {
        let Some(kind) = self.kind else { return Ok(96.0) };
        let (shape, colour) = mark(kind);
        path(xml, shape, colour, Some("translate(76 73)"))?;
        text(xml, Face::Strong, 32.0, colour, (LEFT + 42.0, 100.0), kind.label(self.lang))?;
        Ok(136.0)
    }

    /// Gives where it ends.
    fn title(&self, xml: &mut Xml, top: f32) -> Result<f32> {
        let (size, lines) = self.title_lines()?;
        let mut base = top + size * 0.94;
        for line in &lines {
            text(xml, Face::Display, size, INK, (LEFT, base), line)?;
            base += size * LEADING;
        }
        Ok(base - size * LEADING + size * 0.24)
    }

    /// As large as it fits; the smallest size cuts.
    fn title_lines(&self) -> Result<(f32, Vec<String>)> {
        let mut fitting = (0.0, vec![]);
        for size in TITLES {
            let letters = Letters::new(Face::Display, size)?;
            let mut lines = letters.lines(&letters.known(&self.title), WIDTH);
            let most = ((HEIGHT / (size * LEADING)) as usize).min(LINES);
            let fits = lines.len() <= most && lines.iter().all(|line| letters.width(line) <= WIDTH);
            if lines.len() > most {
                let rest = lines.split_off(most - 1).join(" ");
                lines.push(rest);
            }
            fitting = (size, lines.iter().map(|line| letters.cut(line, WIDTH)).collect());
            if fits {
                break;
            }
        }
        Ok(fitting)
    }

    fn facts(&self, xml: &mut Xml, top: f32) -> Result<()> {
        let letters = Letters::new(Face::Text, FACTS)?;
        for (at, fact) in self.facts.iter().enumerate() {
            let colour = if at == 0 { INK } else { MUTED };
            let base = top + 52.0 + at as f32 * FACTS * 1.35;
            text(xml, Face::Text, FACTS, colour, (LEFT, base), &letters.cut(&letters.known(fact), WIDTH))?;
        }
        Ok(())
    }
}

/// Whether enough of a title is left without the letters that the font lacks: at least half of it.
fn can_write(title: &str) -> Result<bool> {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let known = letters(&Letters::new(Face::Display, TITLES[0])?.known(title));
    Ok(known > 0 && known * 2 >= letters(title))
}

type Xml = Writer<Vec<u8>>;

/// A shape of 30 pixels and its colour.
fn mark(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Project => ("M15 1A14 14 0 1 1 15 29A14 14 0 1 1 15 1Z", "#1f6b4a"),
        Kind::Lesson => ("M15-1 31 15 15 31-1 15Z", "#1c5f86"),
        Kind::Organisation => ("M2 2H28V28H2Z", "#6b3a6e"),
    }
}

/// The sign of `public/icon.svg` with the name.
fn wordmark(xml: &mut Xml) -> Result<()> {
    let parcels = [
        ("M3 6 14 3 13 14 4 15Z", "#1f6b4a"),
        ("M16 3 29 5 28 12 15 14Z", "#8a6410"),
        ("M4 17 12 16 11 28 3 29Z", "#1c5f86"),
        ("M14 16 29 14 28 29 13 28Z", "#5c8f3e"),
    ];
    parcels.iter().try_for_each(|(shape, colour)| path(xml, shape, colour, Some("translate(72 544) scale(1.5)")))?;
    text(xml, Face::Display, 40.0, INK, (132.0, 582.0), "Allmende")
}

fn path(xml: &mut Xml, shape: &str, colour: &str, place: Option<&str>) -> Result<()> {
    let place = place.map(|place| ("transform", place));
    xml.create_element("path").with_attributes([("d", shape), ("fill", colour)]).with_attributes(place).write_empty().map(drop)
}

fn text(xml: &mut Xml, face: Face, size: f32, colour: &str, (x, y): (f32, f32), words: &str) -> Result<()> {
    let (x, y, size) = (x.to_string(), y.to_string(), size.to_string());
    let font = [("font-family", face.family()), ("font-weight", face.weight()), ("font-size", &size)];
    let place = [("x", x.as_str()), ("y", &y), ("fill", colour)];
    xml.create_element("text").with_attributes(font).with_attributes(place).write_text_content(BytesText::new(words)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_written_if_half_of_it_can_be() {
        for (title, can) in
            [("Ärzte 🤖", true), ("KI für 学校", true), ("AI 数字学校", false), ("العربية", false), ("🤖", false), ("", false)]
        {
            assert_eq!(can_write(title).unwrap(), can, "{title}");
        }
    }
}
