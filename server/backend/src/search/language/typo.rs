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
    }
}
