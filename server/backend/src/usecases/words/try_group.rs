//! What a group of words would change for search.

use super::{
    Hint, Tried,
    groups::{check_others, hints, with},
    may_decide, read,
    tried::try_out,
};
use crate::{Backend, failure::Result, storage::synonyms};
use domain::{Error, account::Actor};

/// Tries out these words in place of those of a group, as a new group where `id` is empty, or the group's removal where
/// nothing is `typed`. With what is worth knowing about the words.
///
/// # Errors
/// [`Error::Invalid`] on `words`, as when they are saved; [`Error::NotFound`].
pub async fn try_group(backend: &Backend, actor: &Actor, id: &str, typed: Option<&str>) -> Result<(Tried, Vec<Hint>)> {
    may_decide(actor)?;
    let words = typed.map(read::group).transpose()?.unwrap_or_default();
    let groups = synonyms::list(&mut backend.db.read().await?).await?;
    let before = match groups.iter().find(|group| group.id == id) {
        Some(group) => group.words.clone(),
        None if id.is_empty() => vec![],
        None => return Err(Error::NotFound.into()),
    };
    if typed.is_some() {
        check_others(id, &words, &groups)?;
    }
    let mut texts = words.clone();
    // Those that are taken out find less: that is to be seen, too.
    let known: Vec<_> = words.iter().map(|word| read::folded(word)).collect();
    texts.extend(before.into_iter().filter(|word| !known.contains(&read::folded(word))));
    let hints = hints(id, &words, &groups);
    let tried = try_out(backend, Some(with(id, &words, &groups)), vec![], texts).await?;
    Ok((tried, hints))
}
