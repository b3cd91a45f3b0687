//! Packs a list of German nouns, one a line, into the set that compounds are split by:
//! `cargo run -p backend --example pack_nouns -- nouns.txt server/backend/data/nouns.fst`.
//! Where the list comes from is in `data/NOTICE.md`.

use backend::search::language::fold;
use std::{collections::BTreeSet, env, error::Error, fs};

/// Shorter ones are found everywhere in longer words.
const LETTERS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [from, to] = paths.as_slice() else { return Err("give the list and the file to write".into()) };
    let list = fs::read_to_string(from)?;
    let nouns: BTreeSet<String> = list.lines().map(fold).filter(|noun| is_word(noun)).collect();
    fs::write(to, fst::Set::from_iter(&nouns)?.as_fst().as_bytes())?;
    println!("{} nouns in {to}", nouns.len());
    Ok(())
}

/// Abbreviations are no parts of compounds: three letters are in every long word somewhere.
fn is_word(noun: &str) -> bool {
    noun.len() >= LETTERS && noun.bytes().all(|letter| letter.is_ascii_lowercase())
}
