//! Calling a value something else.

use super::{
    list_labels::{built_in, find, subject},
    may_decide, no_entry, read, record, tell,
};
use crate::{
    Backend,
    failure::Result,
    storage::{feed, labels},
};
use domain::{Error, account::Actor, vocabulary::Lang, words::Named};

/// What was typed.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct Typed<'a> {
    pub de: &'a str,
    pub en: &'a str,
    pub about_de: &'a str,
    pub about_en: &'a str,
}

/// Calls a value so from now on: on pages, in filters, and for search where entries are found by it. `version` is the one
/// that was shown with what it was called before.
///
/// # Errors
/// [`Error::Invalid`] on its fields; [`Error::NotFound`]; [`Error::Conflict`] where somebody changed it meanwhile.
pub async fn change_label(backend: &Backend, actor: &Actor, vocabulary: &str, id: &str, version: i64, typed: &Typed<'_>) -> Result<()> {
    may_decide(actor)?;
    let (vocabulary, choice) = find(vocabulary, id)?;
    let mut tx = backend.db.write().await?;
    // Two values that are given the same name at once: the second waits, and is told.
    feed::hold(&mut tx).await?;
    let known = labels::all(&mut tx).await?;
    let named = read::label(typed, vocabulary, choice, &known)?;
    let before = known.of(choice).cloned().unwrap_or_else(|| built_in(choice));
    if !labels::put(&mut tx, choice, &named, version, backend.clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    if before == named {
        // Nothing to tell: what is rolled back is no change.
        return Ok(());
    }
    let event =
        record(backend, &mut tx, actor, ("label", &subject(choice), &named.de), "label-changed", &difference(&before, &named)).await?;
    let is_found_by = Lang::ALL.iter().any(|lang| before.label(*lang) != named.label(*lang)) && vocabulary.is_searched_for(choice.id);
    if is_found_by {
        feed::append_tagged(&mut tx, choice.id, backend.clock.now()).await?;
    }
    let head = feed::append(&mut tx, no_entry(event), backend.clock.now()).await?;
    tx.commit().await?;
    tell(backend, head).await;
    Ok(())
}

/// From what to what.
fn difference(before: &Named, after: &Named) -> String {
    let parts = [
        ("de", &before.de, &after.de),
        ("en", &before.en, &after.en),
        ("de", &before.about_de, &after.about_de),
        ("en", &before.about_en, &after.about_en),
    ];
    let changed = parts.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(lang, before, after)| format!("{lang}: „{before}“ → „{after}“")).collect::<Vec<_>>().join("; ")
}
