//! Typing mistakes: how many are forgiven, and how they are counted.

/// Mistakes forgiven in a folded query word: one from 5 letters on, two from 9. None in words with digits:
/// another number is another thing.
#[must_use]
pub fn allowed_typos(folded: &str) -> u8 {
    match folded.chars().count() {
        _ if folded.contains(|c: char| c.is_numeric()) => 0,
        // Nobody types such words; the automata of engines grow with them.
        ..5 | 40.. => 0,
        5..9 => 1,
        9.. => 2,
    }
}

/// Mistakes between two words: letters left out, added, exchanged, or two neighbours swapped.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// The fewest mistakes between `typed` and any start of `word`, if not more than `allowed`.
#[must_use]
pub fn distance_of_start(typed: &str, word: &str, allowed: u8) -> Option<usize> {
    let (letters, allowed) = (typed.chars().count(), usize::from(allowed));
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).skip(letters.saturating_sub(allowed + 1)).take(2 * allowed + 1);
    ends.map(|end| distance(typed, &word[..end])).min().filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_words_forgive_more_and_numbers_nothing() {
        for (word, allowed) in [("chat", 0), ("pflge", 1), ("beratnug", 1), ("sozialber", 2), ("50667", 0), ("covid2019", 0)] {
            assert_eq!(allowed_typos(word), allowed, "{word}");
        }
        assert_eq!(allowed_typos(&"a".repeat(200)), 0);
    }

    #[test]
    fn swapped_neighbours_are_one_mistake() {
        assert_eq!(distance("chatbto", "chatbot"), 1);
        assert_eq!(distance_of_start("chatbto", "chatbots", 1), Some(1));
        assert_eq!(distance_of_start("chatbot", "chat", 1), None);
        assert_eq!(distance_of_start("ubersetz", "ubersetzung", 1), Some(0));
        assert_eq!(distance_of_start("ubrsetz", "ubersetzung", 1), Some(1));
    }
}
