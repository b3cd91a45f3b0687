//! Taking an entry away from readers, and putting it back. Whoever writes it is told.

use super::{entry, may_decide, record};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    storage::{feed, redirects, removals},
    usecases::write::title_of,
};
use domain::{
    Error, FieldError,
    account::Actor,
    id::EntryId,
    limits,
    permission::{Action, permit},
    removal::Removal,
    text::{Slug, Text},
    vocabulary::Kind,
};

/// Takes it away. Whoever looks for it is told the class of the reason, its authors and moderators all of it.
///
/// # Errors
/// [`Error::Invalid`] on `because` or `reason`; [`Error::Conflict`] where it is gone already or was changed meanwhile.
pub async fn remove_entry(backend: &Backend, actor: &Actor, id: EntryId, because: &str, reason: &str) -> Result<()> {
    may_decide(actor)?;
    let because: Removal = because.parse().map_err(|problem| vec![FieldError::new("because", problem)])?;
    let reason = Text::<1, { limits::REASON }>::parse(reason).map_err(|problem| vec![FieldError::new("reason", problem)])?;
    let mut tx = backend.db.write().await?;
    let entry = entry(&mut tx, id).await?;
    permit(actor, Action::Remove, entry.subject())?;
    if !removals::remove(&mut tx, &entry, because.id(), backend.clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    record(backend, &mut tx, actor, id, "removed", &format!("{}: {}", because.id(), &*reason)).await?;
    let (title, link) = (title_of(&mut tx, &entry).await?, format!("/submit/{id}"));
    let letter = Letter::Removed { title, because: because.id().to_owned(), reason: reason.to_string(), link };
    mail::post_to_authors(&mut tx, &backend.clock, actor, &entry, &letter, mail::DECISION_USEFUL_FOR).await?;
    let head = feed::append(&mut tx, id, backend.clock.now()).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}

/// Makes it what it was before.
///
/// # Errors
/// [`Error::Conflict`] where it was not taken away.
pub async fn restore_entry(backend: &Backend, actor: &Actor, id: EntryId) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    let entry = entry(&mut tx, id).await?;
    permit(actor, Action::Remove, entry.subject())?;
    // What became part of another comes back where the two were put together.
    if redirects::of(&mut tx, id).await?.is_some() {
        return Err(Error::Conflict.into());
    }
    if !removals::restore(&mut tx, &entry, backend.clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    record(backend, &mut tx, actor, id, "restored", "").await?;
    let letter = Letter::Restored { title: title_of(&mut tx, &entry).await?, link: format!("/submit/{id}") };
    mail::post_to_authors(&mut tx, &backend.clock, actor, &entry, &letter, mail::DECISION_USEFUL_FOR).await?;
    let head = feed::append(&mut tx, id, backend.clock.now()).await?;
    tx.commit().await?;
    backend.notify(head);
    Ok(())
}

/// The class of the reason why the entry at this address was taken away. Everybody may know it.
///
/// # Errors
/// When the database fails.
pub async fn why_removed(backend: &Backend, kind: Kind, slug: &str) -> Result<Option<Removal>> {
    let Ok(slug) = slug.parse::<Slug>() else { return Ok(None) };
    let why = removals::why(&mut backend.db.read().await?, kind, &slug).await?;
    Ok(why.and_then(|why| why.parse().ok()))
}
