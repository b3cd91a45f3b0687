//! The address of a new entry.

use crate::{
    failure::Result,
    storage::{Tx, entries},
};
use domain::{limits, text::Slug, vocabulary::Kind};

/// An address made of a title that no entry of this kind has yet: `ki-fuer-die-pflege`, then `ki-fuer-die-pflege-2`.
///
/// # Errors
/// When the database fails.
pub async fn free_slug(tx: &mut Tx, kind: Kind, title: &str) -> Result<Slug> {
    let stem = stem(kind, title);
    for number in 1.. {
        let text = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
        let Ok(slug) = text.parse::<Slug>() else { break };
        // Names of pages beside those of entries.
        let is_taken = matches!(&*slug, "new" | "values");
        if !is_taken && entries::by_slug(tx, kind, &slug).await?.is_none() {
            return Ok(slug);
        }
    }
    Err(domain::Error::Conflict.into())
}

/// German umlauts become two letters, as people write them; the crate would drop the dots. A long title is cut between
/// words.
fn stem(kind: Kind, title: &str) -> String {
    let spelled = title.to_lowercase().replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let whole = slug::slugify(spelled);
    // Room for a number.
    let most = limits::SLUG - 6;
    let cut = match whole.get(..most) {
        Some(start) if whole.len() > most => start.rsplit_once('-').map_or(start, |(words, _)| words),
        _ => &whole,
    };
    if cut.is_empty() { kind.id().to_owned() } else { cut.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_addresses() {
        let of = |title: &str| stem(Kind::Project, title);
        assert_eq!(of("KI für Wohnungslose: Größe zählt!"), "ki-fuer-wohnungslose-groesse-zaehlt");
        assert_eq!(of("Éducation à l’IA"), "education-a-l-ia");
        assert_eq!(of("???"), "project");
        let long = of(&"Beratung ".repeat(20));
        assert!(long.parse::<Slug>().is_ok() && long.len() <= 74 && long.ends_with("beratung"), "{long}");
    }
}
