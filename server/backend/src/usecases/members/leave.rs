//! Ending a membership: one's own, or as an owner that of another.

use super::{is_last_owner, locked};
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, mails,
        members::{self, Organisation},
    },
};
use domain::{Error, FieldError, Problem, account::Actor, id::AccountId, permission::Action};

/// Ends the membership of whoever asks.
///
/// # Errors
/// [`Error::Invalid`] on `member` where others would be left with nobody who manages them.
pub async fn leave(backend: &Backend, actor: &Actor, slug: &str) -> Result<()> {
    let mut tx = backend.db.write().await?;
    let (account, organisation) = locked(&mut tx, actor, slug, Action::ReadMembers).await?;
    end(&mut tx, &organisation, account).await?;
    Ok(tx.commit().await?)
}

/// Ends the membership of another.
///
/// # Errors
/// [`Error::Invalid`] on `member` as above; [`Error::Conflict`] where they left already.
pub async fn remove(backend: &Backend, actor: &Actor, slug: &str, member: AccountId) -> Result<()> {
    let mut tx = backend.db.write().await?;
    let (_, organisation) = locked(&mut tx, actor, slug, Action::ManageMembers).await?;
    end(&mut tx, &organisation, member).await?;
    Ok(tx.commit().await?)
}

async fn end(tx: &mut Tx, organisation: &Organisation, account: AccountId) -> Result<()> {
    let members = members::of(tx, organisation.id).await?;
    if !members.iter().any(|member| member.account == account) {
        return Err(Error::Conflict.into());
    }
    if members.len() > 1 && is_last_owner(&members, account) {
        return Err(vec![FieldError::new("member", Problem::LastOwner)].into());
    }
    mails::delete_to_member(tx, account, organisation.id).await?;
    Ok(members::leave(tx, account, organisation.id).await?)
}
