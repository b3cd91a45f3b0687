//! Groups of words of one meaning.

use super::{may_decide, no_entry, read, record, tell};
use crate::{
    Backend,
    failure::Result,
    search::language::{Synonyms, meaning, reading::SUBJECT},
    storage::{
        Tx,
        audit::Done,
        feed,
        synonyms::{self, Group},
        word_events,
    },
};
use domain::{Error, FieldError, Problem, account::Actor, limits, page::Page};

/// Groups on one page.
const PER_PAGE: u32 = 100;

/// One page of the groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Groups {
    /// By their first word.
    pub page: Page<Group>,
    /// How many there are in all.
    pub total: u64,
}

/// What is worth knowing about a group, and no mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// A word that another group has too: whoever looks for it finds the words of both.
    AlsoIn(String, Group),
    /// Two words that search takes for one anyway.
    SameStem(String, String),
    /// A word for what every entry is about: beside other words, those of the group decide on the order alone.
    Subject(String),
}

/// A group, as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The group.
    pub group: Group,
    /// What is worth knowing.
    pub hints: Vec<Hint>,
    /// Who changed it last.
    pub last: Option<Done>,
}

/// The groups that have a word with these letters; all of them where nothing is looked for.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn list_groups(backend: &Backend, actor: &Actor, find: &str, number: u32) -> Result<Groups> {
    may_decide(actor)?;
    let groups = synonyms::list(&mut backend.db.read().await?).await?;
    let (total, wanted) = (groups.len() as u64, read::folded(find).join(" "));
    let has = |group: &Group| group.words.iter().any(|word| read::folded(word).join(" ").contains(&wanted));
    let mut found: Vec<Group> = groups.into_iter().filter(has).collect();
    found.sort_by_cached_key(|group| (group.words.first().map(|word| read::folded(word)), group.id.clone()));
    let matching = found.len() as u64;
    let items = found.into_iter().skip((number.max(1) - 1) as usize * PER_PAGE as usize).take(PER_PAGE as usize).collect();
    Ok(Groups { page: Page { items, total: matching, number, per_page: PER_PAGE }, total })
}

/// One of them.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide; [`Error::NotFound`].
pub async fn show_group(backend: &Backend, actor: &Actor, id: &str) -> Result<Shown> {
    may_decide(actor)?;
    let mut tx = backend.db.read().await?;
    let groups = synonyms::list(&mut tx).await?;
    let group = groups.iter().find(|group| group.id == id).cloned().ok_or(Error::NotFound)?;
    let last = word_events::last_of(&mut tx, id).await?;
    Ok(Shown { hints: hints(id, &group.words, &groups), group, last })
}

/// Adds a group. Gives its id.
///
/// # Errors
/// [`Error::Invalid`] on `words`, or as a whole where there are as many as there may be.
pub async fn add_group(backend: &Backend, actor: &Actor, typed: &str) -> Result<String> {
    may_decide(actor)?;
    let words = read::group(typed)?;
    let id = backend.clock.event_id().to_string();
    let mut tx = held(backend).await?;
    if synonyms::count(&mut tx).await? >= limits::SYNONYM_GROUPS {
        let max = usize::try_from(limits::SYNONYM_GROUPS).unwrap_or_default();
        return Err(vec![FieldError::new("", Problem::TooMany { max })].into());
    }
    check_others("", &words, &synonyms::list(&mut tx).await?)?;
    synonyms::insert(&mut tx, &id, &words, backend.clock.now()).await?;
    finish(backend, tx, actor, (&id, &words[0]), "synonyms-added", &words.join(", ")).await?;
    Ok(id)
}

/// Changes a group that is as it was when it was read.
///
/// # Errors
/// [`Error::Invalid`] on `words`; [`Error::Conflict`] where somebody changed or removed it.
pub async fn change_group(backend: &Backend, actor: &Actor, id: &str, version: i64, typed: &str) -> Result<()> {
    may_decide(actor)?;
    let words = read::group(typed)?;
    let mut tx = held(backend).await?;
    let groups = synonyms::list(&mut tx).await?;
    let Some(before) = groups.iter().find(|group| group.id == id && group.version == version) else { return Err(Error::Conflict.into()) };
    check_others(id, &words, &groups)?;
    if before.words == words {
        return Ok(());
    }
    if !synonyms::change(&mut tx, id, version, &words, backend.clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    let reason = format!("{} → {}", before.words.join(", "), words.join(", "));
    finish(backend, tx, actor, (id, &words[0]), "synonyms-changed", &reason).await
}

/// Removes a group.
///
/// # Errors
/// [`Error::Conflict`] where somebody changed or removed it.
pub async fn remove_group(backend: &Backend, actor: &Actor, id: &str, version: i64) -> Result<()> {
    may_decide(actor)?;
    let mut tx = held(backend).await?;
    let before = synonyms::list(&mut tx).await?.into_iter().find(|group| group.id == id).map(|group| group.words).unwrap_or_default();
    if !synonyms::remove(&mut tx, id, version).await? {
        return Err(Error::Conflict.into());
    }
    let first = before.first().cloned().unwrap_or_default();
    finish(backend, tx, actor, (id, &first), "synonyms-removed", &before.join(", ")).await
}

/// A unit of work beside which nobody else changes words: else two could add the same group.
async fn held(backend: &Backend) -> Result<Tx> {
    let mut tx = backend.db.write().await?;
    feed::hold(&mut tx).await?;
    Ok(tx)
}

async fn finish(backend: &Backend, mut tx: Tx, actor: &Actor, (id, title): (&str, &str), action: &str, reason: &str) -> Result<()> {
    let event = record(backend, &mut tx, actor, ("synonyms", id, title), action, reason).await?;
    let head = feed::append(&mut tx, no_entry(event), backend.clock.now()).await?;
    tx.commit().await?;
    tell(backend, head).await;
    Ok(())
}

/// Refuses what another group says already.
pub(super) fn check_others(id: &str, words: &[String], groups: &[Group]) -> Result<()> {
    let others = groups.iter().filter(|group| group.id != id);
    for other in others {
        let known: Vec<_> = other.words.iter().map(|word| meaning(word)).collect();
        if words.iter().all(|word| known.contains(&meaning(word))) {
            return Err(vec![FieldError::new("words", Problem::SameGroup { words: other.words.join(", ") })].into());
        }
    }
    Ok(())
}

/// What is worth knowing about these words beside all other groups.
pub(super) fn hints(id: &str, words: &[String], groups: &[Group]) -> Vec<Hint> {
    let subject = words.iter().find(|word| read::folded(word) == [SUBJECT]);
    let mut hints: Vec<_> = subject.map(|word| Hint::Subject(word.clone())).into_iter().collect();
    for (at, word) in words.iter().enumerate() {
        let same = words[..at].iter().find(|one| meaning(one) == meaning(word));
        hints.extend(same.map(|one| Hint::SameStem(one.clone(), word.clone())));
        let others = groups.iter().filter(|group| group.id != id && group.words.iter().any(|other| meaning(other) == meaning(word)));
        hints.extend(others.map(|group| Hint::AlsoIn(word.clone(), group.clone())));
    }
    hints
}

/// All groups as they would be: with these words in place of those of the group, without it where there are none.
pub(super) fn with(id: &str, words: &[String], groups: &[Group]) -> Synonyms {
    let others = groups.iter().filter(|group| group.id != id).map(|group| &group.words[..]);
    Synonyms::new(others.chain([words]))
}
