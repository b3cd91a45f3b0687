//! Taking back what waits for an answer.

use super::{account, as_member, locked, organisation};
use crate::{
    Backend,
    failure::Result,
    storage::{claims, invitations},
};
use domain::{Error, account::Actor, permission::Action};

/// Withdraws an invitation: its link is good no more.
///
/// # Errors
/// [`Error::Conflict`] where it was accepted or withdrawn in between.
pub async fn withdraw_invitation(backend: &Backend, actor: &Actor, slug: &str, invitation: &str) -> Result<()> {
    let mut tx = backend.db.write().await?;
    let (_, organisation) = locked(&mut tx, actor, slug, Action::ManageMembers).await?;
    if !invitations::withdraw(&mut tx, invitation, organisation.id, backend.clock.now()).await? {
        return Err(Error::Conflict.into());
    }
    Ok(tx.commit().await?)
}

/// Withdraws the claim of whoever asks. Nothing changes where none waits.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn withdraw_claim(backend: &Backend, actor: &Actor, slug: &str) -> Result<()> {
    let id = account(actor)?;
    let mut tx = backend.db.write().await?;
    let me = as_member(&mut tx, id).await?;
    let organisation = organisation(&mut tx, &me, slug).await?;
    claims::withdraw(&mut tx, id, organisation.id).await?;
    Ok(tx.commit().await?)
}
