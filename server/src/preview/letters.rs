//! The fonts of pictures: how wide words are, and where lines break.

use resvg::usvg::fontdb::Database;
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};
use std::{
    io::{Error, Result},
    sync::Arc,
};

/// A font of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// For titles.
    Display,
    /// For all else.
    Text,
    /// For what stands out.
    Strong,
}

impl Face {
    const ALL: [Self; 3] = [Self::Display, Self::Text, Self::Strong];

    /// What the fonts call themselves; see `server/fonts/make.py`.
    pub fn family(self) -> &'static str {
        match self {
            Self::Display => "Allmende Display",
            Self::Text | Self::Strong => "Allmende Text",
        }
    }

    pub fn weight(self) -> &'static str {
        match self {
            Self::Text => "400",
            Self::Display | Self::Strong => "600",
        }
    }

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Display => include_bytes!("../../fonts/fraunces-600.ttf"),
            Self::Text => include_bytes!("../../fonts/source-sans-3-400.ttf"),
            Self::Strong => include_bytes!("../../fonts/source-sans-3-600.ttf"),
        }
    }
}

/// All faces for the renderer. No font of the machine is ever used, so that pictures look the same everywhere.
pub fn database() -> Database {
    let mut database = Database::new();
    for face in Face::ALL {
        database.load_font_source(resvg::usvg::fontdb::Source::Binary(Arc::new(face.bytes())));
    }
    database
}

/// A face at a size, in pixels.
pub struct Letters {
    chars: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

impl Letters {
    /// # Errors
    /// Never in practice: the fonts are part of the binary.
    pub fn new(face: Face, size: f32) -> Result<Self> {
        let font = FontRef::new(face.bytes()).map_err(Error::other)?;
        Ok(Self { chars: font.charmap(), metrics: font.glyph_metrics(Size::new(size), LocationRef::default()) })
    }

    /// How wide this is, without kerning: rather a little too wide than too narrow.
    pub fn width(&self, text: &str) -> f32 {
        text.chars().filter_map(|letter| self.metrics.advance_width(self.chars.map(letter)?)).sum()
    }

    /// On one line, without letters that the font lacks: they would be boxes.
    pub fn known(&self, text: &str) -> String {
        let known: String = text
            .chars()
            .map(plain)
            .filter(|letter| letter.is_whitespace() || (*letter != '\u{ad}' && self.chars.map(*letter).is_some()))
            .collect();
        known.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text in lines of at most this width; a word that is wider has its line to itself.
    pub fn lines(&self, text: &str, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = vec![];
        for piece in pieces(text) {
            match lines.last_mut() {
                Some(line) if self.width(format!("{line}{piece}").trim_end()) <= width => line.push_str(piece),
                _ => lines.push(piece.to_owned()),
            }
        }
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    /// As much of the text as fits, with an ellipsis where that is not all.
    pub fn cut(&self, text: &str, width: f32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut cut = text.to_owned();
        while cut.pop().is_some() {
            let shown = format!("{}…", cut.trim_end_matches([' ', ',', '–', '-', ':']));
            if self.width(&shown) <= width {
                return shown;
            }
        }
        String::new()
    }
}

/// Lines may end behind spaces, and behind hyphens and strokes inside words.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/'])
}

/// Invisible or rare forms that the fonts lack.
fn plain(letter: char) -> char {
    match letter {
        '\u{2011}' | '\u{2010}' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title() -> Letters {
        Letters::new(Face::Display, 60.0).unwrap()
    }

    #[test]
    fn lines_hold_all_words_and_fit() {
        let text = "Kita-Einstieg für alle: Übersetzungen ohne Wartezeit/Umweg";
        let lines = title().lines(text, 500.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| title().width(line) <= 500.0), "{lines:?}");
        assert_eq!(lines.join("").replace(' ', ""), text.replace(' ', ""));
        assert!(title().lines("", 500.0).is_empty());
    }

    #[test]
    fn what_does_not_fit_says_so() {
        assert_eq!(title().cut("Kurz", 500.0), "Kurz");
        let width = title().width("Erfahrungen – u");
        assert_eq!(title().cut("Erfahrungen – und was daraus wird", width), "Erfahrungen…");
        assert!(title().width(&title().cut("Donaudampfschifffahrt", 300.0)) <= 300.0);
    }

    #[test]
    fn letters_that_no_font_has_are_left_out() {
        assert_eq!(title().known("Ärzte\n 🤖 ohne\u{a0}Grenzen\u{ad} 数"), "Ärzte ohne Grenzen");
    }
}
