//! A slug for a new entry, made of its title.

use crate::{
    failure::Result,
    storage::{Tx, entries, feed},
};
use domain::{Error, limits, text::Slug, vocabulary::Kind};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Room for `-2` and the like.
const ROOM: usize = 6;
/// What has a page of its own below a kind's path.
const TAKEN: [&str; 2] = ["new", "values"];

/// A slug that no entry of this kind has: that of the title, or with `-2`, `-3` … behind it. Until this unit of work ends
/// nobody else gets one.
///
/// # Errors
/// When the database fails.
pub async fn free_slug(tx: &mut Tx, kind: Kind, title: &str) -> Result<Slug> {
    let wanted = slug_of(title).unwrap_or_else(|| kind.id().to_owned());
    feed::hold(tx).await?;
    let taken: HashSet<String> = entries::slugs_like(tx, kind, &wanted).await?.into_iter().collect();
    let is_free = |slug: &String| !taken.contains(slug) && !TAKEN.contains(&slug.as_str());
    let mut slugs = std::iter::once(wanted.clone()).chain((2..).map(|n: u64| format!("{wanted}-{n}")));
    let slug = slugs.find(is_free).and_then(|slug| slug.parse().ok());
    Ok(slug.ok_or(Error::Conflict)?)
}

/// In German, `ü` is written `ue` where it cannot be written; other letters lose what is on them. `None` where nothing is
/// left.
fn slug_of(title: &str) -> Option<String> {
    let mut german = String::with_capacity(title.len());
    for c in title.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => german.push_str("ae"),
            'ö' => german.push_str("oe"),
            'ü' => german.push_str("ue"),
            'ß' => german.push_str("ss"),
            // Marks of gender part nothing.
            '*' | ':' | '·' => {}
            // Accents that stand beside their letter go with it.
            '\u{300}'..='\u{36f}' => {}
            // What nobody sees parts nothing either.
            '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {}
            // Pictures would be spelled out in English words.
            c if c.is_alphanumeric() => german.push(c),
            _ => german.push(' '),
        }
    }
    let whole = slug::slugify(&german);
    let most = limits::SLUG - ROOM;
    let cut = match whole.get(..most) {
        Some(cut) if whole.as_bytes().get(most).is_some_and(|next| *next != b'-') => cut.rsplit_once('-').map_or(cut, |(words, _)| words),
        Some(cut) => cut,
        None => &whole,
    };
    Some(cut.trim_end_matches('-').to_owned()).filter(|slug| !slug.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs_as_germans_write_them() {
        for (title, slug) in [
            ("Straßenbäume für Köln e.V.", "strassenbaeume-fuer-koeln-e-v"),
            ("ÜBER-ÖFFNUNG", "ueber-oeffnung"),
            ("U\u{308}ber", "ueber"),
            ("Café für Mieter*innen", "cafe-fuer-mieterinnen"),
            ("Київ", "kiyiv"),
            ("  -- KI & Ich!  ", "ki-ich"),
            ("🚌 Fahrdienst 🚀 mit KI ❤️", "fahrdienst-mit-ki"),
            ("Pflege ™ ➜ 100 € → besser", "pflege-100-besser"),
            ("👩‍👧Familie", "familie"),
            ("X\u{323}uan", "xuan"),
            ("gut\u{202e}tug und\u{ad}so", "guttug-undso"),
        ] {
            assert_eq!(slug_of(title).as_deref(), Some(slug), "{title}");
        }
        assert_eq!(slug_of("!?"), None);
        assert_eq!(slug_of("🚀🚀"), None);
    }

    #[test]
    fn long_ones_end_with_a_word_and_leave_room() {
        let slug = slug_of(&"wort ".repeat(40)).unwrap();
        assert!(slug.len() <= limits::SLUG - ROOM && slug.ends_with("-wort"), "{slug}");
        assert_eq!(slug_of(&"a".repeat(200)).unwrap().len(), limits::SLUG - ROOM);
        assert!(slug_of(&format!("{}-b c", "a".repeat(limits::SLUG - ROOM - 1))).unwrap().parse::<Slug>().is_ok());
    }
}
