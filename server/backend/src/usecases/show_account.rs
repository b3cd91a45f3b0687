//! One's own account.

use super::sign_in;
use crate::{
    Backend,
    failure::Result,
    storage::{
        accounts::{self, Account},
        claims::{self, Claim, ClaimState},
        digests, invitations, members, sessions,
    },
};
use domain::{
    Error, Lang,
    account::{Actor, Role},
};

/// An account as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Where its mails go.
    pub email: String,
    /// Whether it curates the directory.
    pub is_moderator: bool,
    /// Whether it is told by mail that something waits.
    pub wants_digest: bool,
    /// The language of its mails.
    pub language: Lang,
    /// What it belongs to, published or not.
    pub organisations: Vec<(members::Organisation, Role)>,
    /// What it claimed, and what became of it.
    pub claims: Vec<Claim>,
    /// Names of the organisations that invited its address; the links are in the mails.
    pub invitations: Vec<String>,
    /// On how many devices it is signed in.
    pub sessions: i64,
}

/// The account of whoever asks.
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn show_account(backend: &Backend, actor: &Actor) -> Result<Shown> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let organisations = members::of_account(&mut tx, id).await?.into_iter().map(|(organisation, role, _)| (organisation, role)).collect();
    let claims = claims::of_account(&mut tx, id).await?.into_iter().filter(|claim| claim.state != ClaimState::Accepted).collect();
    let mut invitations = vec![];
    for invitation in invitations::open_to(&mut tx, &account.email, backend.clock.now()).await? {
        invitations.extend(members::by_id(&mut tx, invitation.organisation).await?.map(|organisation| organisation.name));
    }
    let sessions = sessions::count(&mut tx, id, sign_in::since(backend.clock.now())).await?;
    let wants_digest = digests::wants(&mut tx, id).await?;
    let Account { email, language, is_moderator, .. } = account;
    Ok(Shown { email: email.to_string(), is_moderator, wants_digest, language, organisations, claims, invitations, sessions })
}
