//! Cutting a text around its first mark, and into marked and unmarked pieces.

use std::ops::Range;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The piece.
    pub text: String,
    /// Whether it is marked.
    pub hit: bool,
}

/// Cuts a text down to about `max_chars` characters around its first mark, at the edges of words, with "…" where
/// something is left out. Ranges are those of [`super::highlight`]; the returned ones are of the returned text.
#[must_use]
pub fn crop(text: &str, ranges: &[Range<usize>], max_chars: usize) -> (String, Vec<Range<usize>>) {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let chars = starts.len() - 1;
    if chars <= max_chars {
        return (text.to_owned(), ranges.to_vec());
    }
    let char_of = |byte: usize| starts.partition_point(|at| *at < byte);
    let first = ranges.first().map_or(0..0, |range| char_of(range.start)..char_of(range.end));
    // A third before the mark, the rest behind; what one side does not need goes to the other.
    let before = first.start.saturating_sub(max_chars.saturating_sub(first.len()) / 3);
    let from = before.min(chars - max_chars);
    let start = begin_of_word(text, starts[from], ranges.first().map_or(0, |range| range.start));
    let end = starts[(char_of(start) + max_chars).min(chars)];
    let end = end_of_word(text, start, end, ranges.first().map_or(0, |range| range.end));
    let piece = text[start..end].trim();
    let start = start + (text[start..end].len() - text[start..end].trim_start().len());
    let lead = if start > 0 { "…" } else { "" };
    let tail = if start + piece.len() < text.trim_end().len() { "…" } else { "" };
    let kept = ranges.iter().filter(|range| range.start >= start && range.end <= start + piece.len());
    let moved = kept.map(|range| range.start - start + lead.len()..range.end - start + lead.len()).collect();
    (format!("{lead}{piece}{tail}"), moved)
}

/// The next begin of a word from `at` on, but not behind `latest`.
fn begin_of_word(text: &str, at: usize, latest: usize) -> usize {
    if at == 0 || text[..at].ends_with(char::is_whitespace) {
        return at;
    }
    let next = text[at..].find(char::is_whitespace).map_or(text.len(), |gap| at + gap);
    if next <= latest { next } else { at.min(latest) }
}

/// The last end of a word up to `at`, but not before `earliest`.
fn end_of_word(text: &str, start: usize, at: usize, earliest: usize) -> usize {
    if at == text.len() || text[at..].starts_with(char::is_whitespace) {
        return at;
    }
    let last = text[start..at].rfind(char::is_whitespace).map_or(at, |gap| start + gap);
    if last > start && last >= earliest { last } else { at }
}

/// The text in pieces, marked and unmarked, that together are the text.
#[must_use]
pub fn segments(text: &str, ranges: &[Range<usize>]) -> Vec<Segment> {
    let mut pieces = Vec::new();
    let mut done = 0;
    let mut push = |from: usize, to: usize, hit: bool| {
        // Ranges of another text are passed over rather than cut letters in two.
        if let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) {
            pieces.push(Segment { text: piece.to_owned(), hit });
        }
    };
    for range in ranges {
        let fits = range.start >= done && range.start < range.end && text.get(range.clone()).is_some();
        if fits {
            push(done, range.start, false);
            push(range.start, range.end, true);
            done = range.end;
        }
    }
    push(done, text.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::{super::tests::reading, *};
    use domain::vocabulary::Lang;

    fn highlight(text: &str, query: &str) -> Vec<Range<usize>> {
        super::super::highlight(text, &reading(query, &[text]), Lang::De)
    }

    #[test]
    fn pieces_make_up_the_text() {
        let text = "Grüße an alle Grüße";
        let pieces = segments(text, &highlight(text, "grüße"));
        assert_eq!(pieces.iter().map(|piece| piece.hit).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        // Marks of another text do no harm.
        assert_eq!(segments("üü", &[1..3, 0..9]), [Segment { text: "üü".to_owned(), hit: false }]);
        assert_eq!(segments("", &[]), []);
    }

    #[test]
    fn short_texts_stay_whole() {
        let marks = highlight("Grüße", "grüße");
        assert_eq!(crop("Grüße", &marks, 5), ("Grüße".to_owned(), marks));
    }

    #[test]
    fn long_texts_are_cut_around_the_first_mark_at_words() {
        let text = format!("Anfang {0}die Übersetzung {0}ist der Schluss", "eines langen Satzes über große Häuser ".repeat(5));
        for query in ["Anfang", "Übersetzung", "Schluss", "nirgends"] {
            for max in [12, 20, 40, 80] {
                let ranges = highlight(&text, query);
                let (cut, marks) = crop(&text, &ranges, max);
                assert!(cut.chars().count() <= max + 2, "{cut}");
                let inner = cut.trim_matches('…');
                assert!(text.contains(inner) && !inner.is_empty());
                let at = text.find(inner).unwrap();
                assert!(text[..at].is_empty() || text[..at].ends_with(' '), "{cut}");
                assert!(text[at + inner.len()..].is_empty() || text[at + inner.len()..].starts_with(' '), "{cut}");
                assert_eq!(cut.starts_with('…'), at > 0);
                assert_eq!(cut.ends_with('…'), at + inner.len() < text.len());
                assert_eq!(marks.first().map(|range| &cut[range.clone()]), ranges.first().map(|range| &text[range.clone()]), "{cut}");
            }
        }
    }

    #[test]
    fn a_text_without_gaps_is_cut_somewhere() {
        let (cut, marks) = crop(&"ä".repeat(100), &[], 10);
        assert_eq!((cut, marks), (format!("{}…", "ä".repeat(10)), vec![]));
        let text = format!("aa {} cc", "b".repeat(50));
        let (cut, marks) = crop(&text, &highlight(&text, "bbbb"), 10);
        assert!(cut.chars().count() <= 12 && marks.is_empty(), "{cut}");
    }
}
