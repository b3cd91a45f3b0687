//! What a member may do.

use super::{is_last_owner, locked};
use crate::{Backend, failure::Result, storage::members};
use domain::{
    Error, FieldError, Problem,
    account::{Actor, Role},
    id::AccountId,
    permission::Action,
};

/// Gives a member another role.
///
/// # Errors
/// [`Error::Invalid`] on `member` where nobody would manage the members any more; [`Error::Conflict`] where they left.
pub async fn change_role(backend: &Backend, actor: &Actor, slug: &str, member: AccountId, role: Role) -> Result<()> {
    let mut tx = backend.db.write().await?;
    let (_, organisation) = locked(&mut tx, actor, slug, Action::ManageMembers).await?;
    let members = members::of(&mut tx, organisation.id).await?;
    if !members.iter().any(|other| other.account == member) {
        return Err(Error::Conflict.into());
    }
    if role != Role::Owner && is_last_owner(&members, member) {
        return Err(vec![FieldError::new("member", Problem::LastOwner)].into());
    }
    members::set_role(&mut tx, member, organisation.id, role).await?;
    Ok(tx.commit().await?)
}
