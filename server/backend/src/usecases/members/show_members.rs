//! Who belongs to an organisation.

use super::{account, as_member, organisation};
use crate::{
    Backend,
    failure::Result,
    storage::{
        claims::{self, Claim},
        invitations::{self, Invitation},
        members::{self, Member, Organisation},
    },
};
use domain::{
    account::Actor,
    id::AccountId,
    permission::{Action, permit},
};

/// An organisation as its members see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembersView {
    /// The organisation.
    pub organisation: Organisation,
    /// Who asks.
    pub me: AccountId,
    /// Everybody, oldest members first.
    pub members: Vec<Member>,
    /// What those who manage them see besides.
    pub managed: Option<Managed>,
    /// Whether whoever asks is the only one who manages them.
    pub is_last_owner: bool,
}

/// What waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Managed {
    /// Of those who were invited.
    pub invitations: Vec<Invitation>,
    /// Of the owners.
    pub claims: Vec<Claim>,
}

/// # Errors
/// [`domain::Error::Forbidden`] of those who do not belong to it, moderators too: addresses are for members.
pub async fn show_members(backend: &Backend, actor: &Actor, slug: &str) -> Result<MembersView> {
    let id = account(actor)?;
    let mut tx = backend.db.read().await?;
    let me = as_member(&mut tx, id).await?;
    let organisation = organisation(&mut tx, &me, slug).await?;
    permit(&me, Action::ReadMembers, organisation.subject())?;
    let members = members::of(&mut tx, organisation.id).await?;
    let managed = match permit(&me, Action::ManageMembers, organisation.subject()) {
        Ok(()) => Some(Managed {
            invitations: invitations::open_of(&mut tx, organisation.id, backend.clock.now()).await?,
            claims: claims::open_of(&mut tx, organisation.id).await?,
        }),
        Err(_) => None,
    };
    let is_last_owner = super::is_last_owner(&members, id);
    Ok(MembersView { organisation, me: id, members, managed, is_last_owner })
}
