//! Everything that somebody writes at.

use super::{ToldIn, removed::told_in};
use crate::{
    Backend,
    failure::Result,
    storage::{accounts, drafts, drafts::Listed, entries},
};
use domain::{
    Error,
    account::{Actor, Role},
    entry::EntryState,
    id::EntryId,
    text::Slug,
};
use std::collections::HashMap;

/// An organisation and its entries.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The organisation.
    pub id: EntryId,
    /// Its address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What one may do there.
    pub role: Role,
    /// Its entries and itself, last changed first.
    pub entries: Vec<Listed>,
    /// Of those that are told in others now, in which.
    pub told_in: HashMap<EntryId, ToldIn>,
}

/// What the organisations of whoever asks write.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn list_own(backend: &Backend, actor: &Actor) -> Result<Vec<Group>> {
    let account = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    let mut groups = vec![];
    for (id, role) in accounts::memberships(&mut tx, account).await? {
        let Some(organisation) = entries::by_ids(&mut tx, &[id]).await?.pop() else { continue };
        let entries = drafts::own(&mut tx, id).await?;
        let own = entries.iter().find(|listed| listed.id == id).map(|listed| listed.title.clone());
        let name = organisation.revision.map(|revision| revision.document.title().to_owned()).or(own).unwrap_or_default();
        let mut others = HashMap::new();
        for removed in entries.iter().filter(|listed| listed.state == EntryState::Removed) {
            others.extend(told_in(&mut tx, removed.id).await?.map(|other| (removed.id, other)));
        }
        groups.push(Group { id, slug: organisation.slug, name, role, entries, told_in: others });
    }
    Ok(groups)
}
