//! What values are called, and how many entries carry them.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::{audit::Done, labels, word_events},
    usecases::count_everything::count_everything,
};
use domain::{
    Error,
    account::Actor,
    facet::{Facet, FacetCounts},
    vocabulary::Choice,
    words::{Named, Vocabulary},
};

/// A vocabulary and its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Which one.
    pub vocabulary: Vocabulary,
    /// Its values, in their order.
    pub values: Vec<Value>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Which one.
    pub choice: &'static Choice,
    /// What it is called now.
    pub named: Named,
    /// Guards the next write; 0 where it is called as it is built in.
    pub version: i64,
    /// How many public entries carry it, by facet.
    pub entries: Vec<(Facet, u64)>,
    /// Who changed it last. Only of one that is shown alone.
    pub last: Option<Done>,
}

/// All of them.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn list_labels(backend: &Backend, actor: &Actor) -> Result<Vec<Listed>> {
    may_decide(actor)?;
    let (counts, known) = (count_everything(backend).await?, labels::list(&mut backend.db.read().await?).await?);
    let listed = Vocabulary::ALL.iter().map(|vocabulary| {
        let values = vocabulary.choices.iter().map(|choice| value(*vocabulary, choice, &known, &counts));
        Listed { vocabulary: *vocabulary, values: values.collect() }
    });
    Ok(listed.collect())
}

/// One of them.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide; [`Error::NotFound`].
pub async fn show_label(backend: &Backend, actor: &Actor, vocabulary: &str, id: &str) -> Result<(Vocabulary, Value)> {
    may_decide(actor)?;
    let (vocabulary, choice) = find(vocabulary, id)?;
    let counts = count_everything(backend).await?;
    let mut tx = backend.db.read().await?;
    let mut value = value(vocabulary, choice, &labels::list(&mut tx).await?, &counts);
    value.last = word_events::last_of(&mut tx, &subject(choice)).await?;
    Ok((vocabulary, value))
}

/// A value by the ids in its address.
pub(super) fn find(vocabulary: &str, id: &str) -> std::result::Result<(Vocabulary, &'static Choice), Error> {
    let vocabulary = Vocabulary::named(vocabulary).ok_or(Error::NotFound)?;
    Ok((vocabulary, vocabulary.choice(id).ok_or(Error::NotFound)?))
}

/// How the log names a value.
pub(super) fn subject(choice: &Choice) -> String {
    format!("{}/{}", choice.of, choice.id)
}

fn value(vocabulary: Vocabulary, choice: &'static Choice, known: &[(&Choice, Named, i64)], counts: &FacetCounts) -> Value {
    let of = known.iter().find(|(other, ..)| other.of == choice.of && other.id == choice.id);
    let (named, version) = of.map_or_else(|| (built_in(choice), 0), |(_, named, version)| (named.clone(), *version));
    let count = |facet: &Facet| (*facet, counts.get(facet).and_then(|values| values.get(choice.id)).copied().unwrap_or_default());
    Value { choice, named, version, entries: vocabulary.facets.iter().map(count).collect(), last: None }
}

/// What it is called without moderators.
pub(super) fn built_in(choice: &Choice) -> Named {
    Named { de: choice.de.to_owned(), en: choice.en.to_owned(), ..Named::default() }
}
