//! The words of two texts beside each other, so that they can be read: paragraph by paragraph, and within one in few
//! pieces. A word or two that both happen to share between two changes are no agreement.

use super::Side;
use similar::{Algorithm, ChangeTag, DiffOp, DiffableStr, TextDiff, capture_diff_slices};
use std::ops::Range;

/// So many words in a row have to be the same between two changes.
const AGREEMENT: usize = 3;
/// Two paragraphs of which less than one word in so many is the same are two paragraphs.
const SHARED: usize = 3;
/// More pairs of paragraphs are not tried: they are taken in their order.
const PAIRS: usize = 400;

/// All words of both, in order.
pub(super) fn words(before: &str, after: &str) -> Vec<(Side, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut words = Words::default();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { old_index, len, .. } => words.all(Side::Both, &old[old_index..old_index + len]),
            DiffOp::Delete { old_index, old_len, .. } => words.all(Side::Old, &old[old_index..old_index + old_len]),
            DiffOp::Insert { new_index, new_len, .. } => words.all(Side::New, &new[new_index..new_index + new_len]),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                replaced(&mut words, &old[old_index..old_index + old_len], &new[new_index..new_index + new_len]);
            }
        }
    }
    words.0
}

#[derive(Default)]
struct Words(Vec<(Side, String)>);

impl Words {
    fn push(&mut self, side: Side, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some((last, whole)) if *last == side => whole.push_str(text),
            _ => self.0.push((side, text.to_owned())),
        }
    }

    fn all(&mut self, side: Side, texts: &[&str]) {
        texts.iter().for_each(|text| self.push(side, text));
    }
}

/// Paragraphs that gave way to others: those that belong together beside each other, the rest whole.
fn replaced(words: &mut Words, old: &[&str], new: &[&str]) {
    let (mut from, mut to) = (0, 0);
    for (a, b, pieces) in pairs(old, new) {
        words.all(Side::Old, &old[from..a]);
        words.all(Side::New, &new[to..b]);
        pieces.into_iter().for_each(|(side, text)| words.push(side, &text));
        (from, to) = (a + 1, b + 1);
    }
    // Where each line gave way to one, they stand one under the other; the break between them is nobody's.
    let (old, new) = (&old[from..], &new[to..]);
    if let ([one], [other]) = (old, new)
        && let (Some(one), Some(other)) = (one.strip_suffix('\n'), other.strip_suffix('\n'))
    {
        words.push(Side::Old, one);
        words.push(Side::New, other);
        words.push(Side::Both, "\n");
        return;
    }
    words.all(Side::Old, old);
    words.all(Side::New, new);
}

type Pair = (usize, usize, Vec<(Side, String)>);

/// Pairs of paragraphs that share enough, in their order: as much shared as can be.
fn pairs(old: &[&str], new: &[&str]) -> Vec<Pair> {
    if old.len() * new.len() > PAIRS {
        let both = old.iter().zip(new).enumerate();
        return both.filter_map(|(index, (a, b))| Some((index, index, beside(a, b)?.1))).collect();
    }
    let beside: Vec<Vec<_>> = old.iter().map(|a| new.iter().map(|b| beside(a, b)).collect()).collect();
    // From the end: the most that can be shared from here on.
    let mut most = vec![vec![0; new.len() + 1]; old.len() + 1];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            let paired = beside[a][b].as_ref().map_or(0, |(shared, _)| shared + most[a + 1][b + 1]);
            most[a][b] = paired.max(most[a + 1][b]).max(most[a][b + 1]);
        }
    }
    let (mut found, mut a, mut b) = (vec![], 0, 0);
    while a < old.len() && b < new.len() {
        match &beside[a][b] {
            Some((shared, pieces)) if most[a][b] == shared + most[a + 1][b + 1] => {
                found.push((a, b, pieces.clone()));
                (a, b) = (a + 1, b + 1);
            }
            _ if most[a][b] == most[a + 1][b] => a += 1,
            _ => b += 1,
        }
    }
    found
}

/// Two paragraphs in few pieces, and how many words they share; nothing where that is little.
fn beside(old: &str, new: &str) -> Option<(usize, Vec<(Side, String)>)> {
    let (a, b) = (tokens(old), tokens(new));
    let diff = TextDiff::configure().diff_slices(&a, &b);
    let changes: Vec<(ChangeTag, &str)> = diff.iter_all_changes().map(|change| (change.tag(), change.value())).collect();
    let mut runs: Vec<(bool, Range<usize>)> = vec![];
    for (index, (tag, _)) in changes.iter().enumerate() {
        let is_same = *tag == ChangeTag::Equal;
        match runs.last_mut() {
            Some((last, run)) if *last == is_same => run.end = index + 1,
            _ => runs.push((is_same, index..index + 1)),
        }
    }
    let count = |run: &Range<usize>| changes[run.clone()].iter().filter(|(_, token)| is_word(token)).count();
    let last = runs.len().saturating_sub(1);
    let kept: Vec<(bool, Range<usize>)> = runs
        .iter()
        .enumerate()
        // At the edges there is a change on one side only.
        .map(|(index, (is_same, run))| (*is_same && (index == 0 || index == last || count(run) >= AGREEMENT), run.clone()))
        .collect();
    let shared: usize = kept.iter().filter(|(is_same, _)| *is_same).map(|(_, run)| count(run)).sum();
    let words = |tokens: &[&str]| tokens.iter().filter(|token| is_word(token)).count();
    let longer = words(&a).max(words(&b));
    if shared == 0 || shared * SHARED < longer {
        return None;
    }
    let mut pieces = Words::default();
    let (mut gone, mut come) = (String::new(), String::new());
    for (is_same, run) in kept {
        for (tag, token) in &changes[run] {
            match tag {
                _ if is_same => {
                    pieces.push(Side::Old, &std::mem::take(&mut gone));
                    pieces.push(Side::New, &std::mem::take(&mut come));
                    pieces.push(Side::Both, token);
                }
                ChangeTag::Delete => gone.push_str(token),
                ChangeTag::Insert => come.push_str(token),
                ChangeTag::Equal => {
                    gone.push_str(token);
                    come.push_str(token);
                }
            }
        }
    }
    pieces.push(Side::Old, &gone);
    pieces.push(Side::New, &come);
    Some((shared, pieces.0))
}

/// Words and what is between them. An address on the web is one: half of one leads nowhere.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = vec![];
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end_matches(char::is_whitespace);
        if word.contains("://") {
            tokens.extend([word, &part[word.len()..]].into_iter().filter(|token| !token.is_empty()));
        } else {
            tokens.extend(part.tokenize_unicode_words());
        }
    }
    tokens
}

fn is_word(token: &str) -> bool {
    token.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng, rngs::StdRng};

    fn side(words: &[(Side, String)], own: Side) -> String {
        words.iter().filter(|(side, _)| *side == own || *side == Side::Both).map(|(_, text)| text.as_str()).collect()
    }

    /// As it is read: `-gone-`, `+come+`.
    fn read(before: &str, after: &str) -> String {
        let words = words(before, after);
        assert_eq!((side(&words, Side::Old), side(&words, Side::New)), (before.to_owned(), after.to_owned()), "{words:?}");
        let piece = |(side, text): (Side, String)| match side {
            Side::Both => text,
            Side::Old => format!("-{text}-"),
            Side::New => format!("+{text}+"),
        };
        words.into_iter().map(piece).collect()
    }

    #[test]
    fn what_shares_a_word_by_chance_is_no_word_salad() {
        assert_eq!(read("das Feedback fiel gut", "Fragen an Petra Muster"), "-das Feedback fiel gut-+Fragen an Petra Muster+");
        assert_eq!(
            read(
                "Wir planen die Touren abends von Hand, das dauert lange und ist mühsam.",
                "Wir planen die Touren abends mit einem Programm, und das ist schnell und leicht."
            ),
            "Wir planen die Touren abends -von Hand, das dauert lange und ist mühsam-+mit einem Programm, und das ist schnell und leicht+."
        );
        assert_eq!(
            read("Im Mai fing der Dienst mit vier Leuten an.", "Im Juni fing der Dienst mit fünf Leuten an."),
            "Im -Mai-+Juni+ fing der Dienst mit -vier-+fünf+ Leuten an."
        );
    }

    #[test]
    fn paragraphs_stay_by_themselves() {
        let (one, two, three) =
            ("Der erste Absatz bleibt, wie er ist.", "Der zweite sagt etwas über Geld.", "Ganz anders als alles zuvor!");
        assert_eq!(read(&format!("{one}\n{two}"), &format!("{one}\n{three}\n{two}")), format!("{one}\n+{three}\n+{two}"));
        let changed = "Der zweite sagt etwas über Zeit.";
        assert_eq!(
            read(&format!("{one}\n{two}\n"), &format!("{three}\n{changed}\n")),
            format!("-{one}\n-+{three}\n+Der zweite sagt etwas über -Geld-+Zeit+.\n")
        );
        assert_eq!(read("Pilot", "Im Einsatz"), "-Pilot-+Im Einsatz+");
        assert_eq!(read("", "Neu"), "+Neu+");
        assert_eq!(read("Alt", ""), "-Alt-");
    }

    #[test]
    fn addresses_are_whole() {
        assert_eq!(
            read(
                "https://a.example.org/bericht-2024.pdf\nhttps://b.example.org/",
                "https://a.example.org/bericht-2025.pdf\nhttps://b.example.org/"
            ),
            "-https://a.example.org/bericht-2024.pdf-+https://a.example.org/bericht-2025.pdf+\nhttps://b.example.org/"
        );
    }

    /// Whatever is compared: both texts can be read off, word for word, and a change has no crumbs in it.
    #[test]
    fn both_texts_are_there_whatever_they_say() {
        let pieces = [
            "der",
            "die",
            "Tour",
            "KI",
            "fährt",
            " ",
            " ",
            " ",
            ", ",
            ".",
            "\n",
            "\n\n",
            "ä",
            "e\u{301}",
            "👩‍👧",
            "https://a.example.org/x?y=1",
            "\u{a0}",
            "\r\n",
            "2024",
        ];
        let mut random = StdRng::seed_from_u64(7);
        for _ in 0..4_000 {
            let length = random.random_range(0..40);
            let old: Vec<&str> = (0..length).map(|_| pieces[random.random_range(0..pieces.len())]).collect();
            let mut new = old.clone();
            for _ in 0..random.random_range(0..8) {
                let at = random.random_range(0..=new.len());
                if at < new.len() && random.random_bool(0.5) {
                    new.remove(at);
                } else {
                    new.insert(at, pieces[random.random_range(0..pieces.len())]);
                }
            }
            let (old, new) = (old.concat(), new.concat());
            read(&old, &new);
            for run in words(&old, &new).windows(3) {
                let [(before, said), (Side::Both, text), (after, _)] = run else { continue };
                let is_one_paragraph = !text.contains('\n') && !said.ends_with('\n');
                let count = tokens(text).into_iter().filter(|token| is_word(token)).count();
                assert!(!is_one_paragraph || count >= AGREEMENT || before == after, "{old:?} {new:?} {run:?}");
            }
        }
    }

    #[test]
    fn many_lines_take_no_time() {
        let (old, new): (String, String) = (0..3_000).map(|line| (format!("alt {line}\n"), format!("neu {line} x\n"))).unzip();
        let begun = std::time::Instant::now();
        read(&old, &new);
        assert!(begun.elapsed().as_secs() < 10);
    }
}
