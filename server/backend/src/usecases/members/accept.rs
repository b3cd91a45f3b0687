//! Accepting an invitation.

use super::{account, admit};
use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{accounts, claims, invitations, members},
};
use domain::{Error, account::Actor, entry::EntryState, text::Slug};

/// Makes whoever asks a member, if the invitation went to their very address. Gives the organisation's slug. A second
/// click comes to the same.
///
/// # Errors
/// [`Error::NotFound`] where it is wrong, withdrawn or too old; [`Error::Forbidden`] where it went to another address.
pub async fn accept(backend: &Backend, actor: &Actor, link: &str) -> Result<Slug> {
    let (id, now) = (account(actor)?, backend.clock.now());
    let mut tx = backend.db.write().await?;
    if !accounts::lock(&mut tx, id).await? {
        return Err(Error::Unauthenticated.into());
    }
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let invitation = invitations::by_link(&mut tx, &Secret::given(link).hash(""), now).await?.ok_or(Error::NotFound)?;
    if invitation.email != account.email {
        return Err(Error::Forbidden.into());
    }
    let organisation = members::by_id(&mut tx, invitation.organisation).await?;
    let organisation = organisation.filter(|organisation| organisation.state != EntryState::Removed).ok_or(Error::NotFound)?;
    members::lock(&mut tx, organisation.id).await?;
    if invitations::end(&mut tx, &invitation.id, now).await? {
        admit(&mut tx, &organisation, id, invitation.role, now).await?;
        claims::settle(&mut tx, id, organisation.id, now).await?;
        tx.commit().await?;
        return Ok(organisation.slug);
    }
    let members = members::of(&mut tx, organisation.id).await?;
    if members.iter().any(|member| member.account == id) { Ok(organisation.slug) } else { Err(Error::NotFound.into()) }
}
