//! What claiming an organisation would come to.

use super::{as_member, claim::is_at_home, organisation};
use crate::{
    Backend,
    failure::Result,
    storage::{
        accounts, claims,
        members::{self, Organisation},
    },
};
use domain::{
    Error,
    account::{Actor, Role},
    permission::{Action, permit},
    time::Timestamp,
};

/// Where somebody stands with an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// They have to sign in first.
    Visitor,
    /// They manage it already.
    Owner,
    /// They asked, and it waits since then.
    Waiting(Timestamp),
    /// Their address is of its website, with this domain, and nobody manages it: it is theirs if they say so.
    AtHome(String),
    /// Somebody has to confirm it.
    Stranger,
}

/// The page on which an organisation is claimed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimView {
    /// What it is called.
    pub name: String,
    /// Its address.
    pub slug: String,
    /// Where whoever asks stands.
    pub standing: Standing,
    /// Whether anybody manages it: they decide.
    pub has_owners: bool,
}

/// # Errors
/// [`Error::NotFound`] of what is not public.
pub async fn show_claim(backend: &Backend, actor: &Actor, slug: &str) -> Result<ClaimView> {
    let mut tx = backend.db.read().await?;
    let Some(id) = actor.account() else {
        let Organisation { name, slug, .. } = organisation(&mut tx, actor, slug).await?;
        return Ok(ClaimView { name, slug: slug.to_string(), standing: Standing::Visitor, has_owners: false });
    };
    let me = as_member(&mut tx, id).await?;
    let organisation = organisation(&mut tx, &me, slug).await?;
    permit(&me, Action::Claim, organisation.subject())?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let owners: Vec<_> = members::of(&mut tx, organisation.id).await?.into_iter().filter(|member| member.role == Role::Owner).collect();
    let waiting = claims::open_of(&mut tx, organisation.id).await?.into_iter().find(|claim| claim.account == id);
    let standing = match waiting {
        _ if owners.iter().any(|owner| owner.account == id) => Standing::Owner,
        _ if owners.is_empty() && is_at_home(&mut tx, &organisation, &account.email).await? => {
            Standing::AtHome(account.email.domain().to_owned())
        }
        Some(claim) => Standing::Waiting(claim.created_at),
        None => Standing::Stranger,
    };
    Ok(ClaimView { name: organisation.name, slug: organisation.slug.to_string(), standing, has_owners: !owners.is_empty() })
}
