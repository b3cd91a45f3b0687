//! Deleting one's own account: what was published stays, under an id that leads to nobody any more.

use super::members::is_last_owner;
use crate::{
    Backend,
    failure::Result,
    storage::{
        Tx, accounts, agreements, approvals, claims, invitations, mails,
        members::{self, Organisation},
        passkeys, readings, reports, sessions, sign_ins, suggestions,
    },
};
use domain::{Error, FieldError, Problem, account::Actor, id::AccountId};

/// What deleting the account of whoever asks comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    /// Its address.
    pub email: String,
    /// Organisations with other members whom nobody would manage any more: while there are any, it cannot be deleted.
    pub in_the_way: Vec<Organisation>,
    /// Organisations that nobody will belong to any more.
    pub left_alone: Vec<Organisation>,
}

/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn show_deletion(backend: &Backend, actor: &Actor) -> Result<Deletion> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let memberships = members::of_account(&mut tx, id).await?;
    let (in_the_way, left_alone) = sorted(&mut tx, id, memberships.into_iter().map(|(organisation, ..)| organisation)).await?;
    Ok(Deletion { email: account.email.to_string(), in_the_way, left_alone })
}

/// Deletes the account of whoever asks: its address, sessions, passkeys, memberships, claims, invitations, and mails on their
/// way to it; also where it stands as a reader's. `typed` is its address, so that nobody does it by mistake.
///
/// # Errors
/// [`Error::Invalid`] on `typed`; on `organisations` where others would be left with nobody who manages them.
pub async fn delete_account(backend: &Backend, actor: &Actor, typed: &str) -> Result<()> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.write().await?;
    if !accounts::lock(&mut tx, id).await? {
        return Err(Error::Unauthenticated.into());
    }
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    if typed.trim().to_lowercase() != *account.email {
        return Err(vec![FieldError::new("typed", Problem::Unconfirmed)].into());
    }
    let memberships = members::of_account(&mut tx, id).await?;
    let mut organisations: Vec<_> = memberships.into_iter().map(|(organisation, ..)| organisation).collect();
    // All take them in the same order.
    organisations.sort_by_key(|organisation| organisation.id);
    for organisation in &organisations {
        members::lock(&mut tx, organisation.id).await?;
    }
    if !sorted(&mut tx, id, organisations.clone().into_iter()).await?.0.is_empty() {
        return Err(vec![FieldError::new("organisations", Problem::LastOwner)].into());
    }
    for organisation in organisations {
        members::leave(&mut tx, id, organisation.id).await?;
    }
    claims::delete_of(&mut tx, id).await?;
    readings::free_all(&mut tx, id).await?;
    approvals::delete_of(&mut tx, id).await?;
    agreements::delete_of(&mut tx, id).await?;
    passkeys::remove_all(&mut tx, id).await?;
    sessions::end_all(&mut tx, id).await?;
    sign_ins::delete_of(&mut tx, &account.email).await?;
    invitations::delete_to(&mut tx, &account.email).await?;
    mails::delete_to(&mut tx, &account.email).await?;
    reports::forget_address(&mut tx, &account.email).await?;
    suggestions::forget_address(&mut tx, &account.email).await?;
    accounts::delete(&mut tx, id, backend.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Those whose other members nobody else manages, and those without other members.
async fn sorted(
    tx: &mut Tx,
    account: AccountId,
    organisations: impl Iterator<Item = Organisation>,
) -> Result<(Vec<Organisation>, Vec<Organisation>)> {
    let (mut in_the_way, mut left_alone) = (vec![], vec![]);
    for organisation in organisations {
        let members = members::of(tx, organisation.id).await?;
        if members.len() <= 1 {
            left_alone.push(organisation);
        } else if is_last_owner(&members, account) {
            in_the_way.push(organisation);
        }
    }
    Ok((in_the_way, left_alone))
}
