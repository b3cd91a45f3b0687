//! An invitation, as whoever has its link sees it.

use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{accounts, invitations, members},
};
use domain::{
    Error,
    account::{Actor, Role},
    entry::EntryState,
};

/// What whoever has the link can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invited {
    /// Sign in first.
    Visitor,
    /// Nothing: it went to another address.
    Other,
    /// Accept.
    Here,
}

/// An invitation that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationView {
    /// The organisation's name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// What whoever has the link can do.
    pub invited: Invited,
}

/// # Errors
/// [`Error::NotFound`] where it is wrong, used up, withdrawn or too old.
pub async fn show_invitation(backend: &Backend, actor: &Actor, link: &str) -> Result<InvitationView> {
    let mut tx = backend.db.read().await?;
    let invitation = invitations::by_link(&mut tx, &Secret::given(link).hash(""), backend.clock.now()).await?;
    let invitation = invitation.filter(|invitation| invitation.is_open).ok_or(Error::NotFound)?;
    let organisation = members::by_id(&mut tx, invitation.organisation).await?;
    let organisation = organisation.filter(|organisation| organisation.state != EntryState::Removed).ok_or(Error::NotFound)?;
    let account = match actor.account() {
        Some(id) => accounts::by_id(&mut tx, id).await?,
        None => None,
    };
    let invited = match account {
        None => Invited::Visitor,
        Some(account) if account.email == invitation.email => Invited::Here,
        Some(_) => Invited::Other,
    };
    Ok(InvitationView { name: organisation.name, role: invitation.role, invited })
}
