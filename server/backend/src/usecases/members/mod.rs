//! Who belongs to an organisation: founding one, claiming one, inviting others, leaving.
//!
//! Whoever changes who belongs to one locks it first (accounts before organisations), and then looks who does: so two who
//! leave at the same time leave one after the other.

mod accept;
mod change_role;
mod claim;
mod decide_claim;
mod found;
mod invite;
mod leave;
mod list_claims;
mod mail_domain;
mod show_claim;
mod show_invitation;
mod show_members;
mod similar_names;
mod withdraw;

pub use accept::accept;
pub use change_role::change_role;
pub use claim::{Claimed, claim};
pub use decide_claim::{Decision, decide_claim};
pub use found::{Founding, found};
pub use invite::invite;
pub use leave::{leave, remove};
pub use list_claims::{Waiting, list_claims};
pub use show_claim::{ClaimView, Standing, show_claim};
pub use show_invitation::{InvitationView, Invited, show_invitation};
pub use show_members::{MembersView, show_members};
pub use similar_names::similar_names;
pub use withdraw::{withdraw_claim, withdraw_invitation};

use crate::{
    failure::Result,
    storage::{
        Tx, accounts,
        members::{self, Member, Organisation},
        redirects,
    },
};
use domain::{
    Error,
    account::{Actor, Role},
    entry::EntryState,
    id::AccountId,
    permission::{Action, permit},
    text::Slug,
    time::Timestamp,
};

/// The account of whoever asks.
fn account(actor: &Actor) -> Result<AccountId> {
    Ok(actor.account().ok_or(Error::Unauthenticated)?)
}

/// Whoever asks, as a member of what they belong to now; those who curate, too.
async fn as_member(tx: &mut Tx, account: AccountId) -> Result<Actor> {
    Ok(Actor::Member { account, memberships: accounts::memberships(tx, account).await? })
}

/// The organisation at this address, for those who may know of it.
async fn organisation(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<Organisation> {
    let slug: Slug = slug.parse().map_err(|_| Error::NotFound)?;
    let organisation = members::by_slug(tx, &slug).await?.ok_or(Error::NotFound)?;
    if organisation.state == EntryState::Removed && redirects::of(tx, organisation.id).await?.is_some() {
        return Err(Error::Gone.into());
    }
    permit(actor, Action::Read, organisation.subject())?;
    Ok(organisation)
}

/// The organisation at this address, locked, for a member who may do this.
async fn locked(tx: &mut Tx, actor: &Actor, slug: &str, action: Action) -> Result<(AccountId, Organisation)> {
    let account = account(actor)?;
    let me = as_member(tx, account).await?;
    let organisation = organisation(tx, &me, slug).await?;
    members::lock(tx, organisation.id).await?;
    let me = as_member(tx, account).await?;
    permit(&me, action, organisation.subject())?;
    Ok((account, organisation))
}

/// Whether they manage the members, and nobody else does.
pub(super) fn is_last_owner(members: &[Member], account: AccountId) -> bool {
    let mut owners = members.iter().filter(|member| member.role == Role::Owner);
    owners.next().is_some_and(|owner| owner.account == account) && owners.next().is_none()
}

/// Makes an account a member, or lets one that is already do at least as much.
async fn admit(tx: &mut Tx, organisation: &Organisation, account: AccountId, role: Role, at: Timestamp) -> Result<()> {
    accounts::join(tx, account, organisation.id, role, at).await?;
    if role == Role::Owner {
        members::set_role(tx, account, organisation.id, role).await?;
    }
    Ok(())
}

/// Path of an organisation's members.
fn members_path(organisation: &Organisation) -> String {
    format!("/organisations/{}/members", organisation.slug)
}
