//! Confirming or refusing that somebody belongs to an organisation.

use super::{account, admit, as_member, members_path, organisation};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    storage::{
        Tx, accounts,
        claims::{self, ClaimState},
        events::{self, Event},
        members::{self, Organisation},
    },
};
use domain::{
    Error, FieldError, Problem,
    account::{Actor, Role},
    id::AccountId,
    limits,
    permission::{Action, permit},
    text::Text,
};

/// What somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision<'a> {
    /// They belong to it.
    Accept,
    /// They do not, for this reason.
    Refuse(&'a str),
}

/// Decides a claim that waits, with a mail to whoever claimed. Whom an owner confirms, writes entries; whom only a
/// moderator can confirm, manages the members: either there is nobody who does, or nobody who answers.
///
/// # Errors
/// [`Error::Invalid`] on `reason`; [`Error::Conflict`] where it was decided in between, or withdrawn; [`Error::Forbidden`]
/// of others, and of whoever claimed.
pub async fn decide_claim(backend: &Backend, actor: &Actor, slug: &str, claim: &str, decision: Decision<'_>) -> Result<()> {
    let (id, now) = (account(actor)?, backend.clock.now());
    let mut tx = backend.db.write().await?;
    let organisation = organisation(&mut tx, actor, slug).await?;
    may_decide(&mut tx, actor, id, &organisation).await?;
    let claim = claims::by_id(&mut tx, claim, organisation.id).await?.ok_or(Error::Conflict)?;
    if !accounts::lock(&mut tx, claim.account).await? {
        return Err(Error::Conflict.into());
    }
    members::lock(&mut tx, organisation.id).await?;
    // They may have been removed while it was locked.
    let by = may_decide(&mut tx, actor, id, &organisation).await?;
    if claim.account == id {
        return Err(Error::Forbidden.into());
    }
    let name = organisation.name.clone();
    let (state, reason, letter) = match decision {
        Decision::Accept => {
            let role = if by == By::Owner { Role::Editor } else { Role::Owner };
            admit(&mut tx, &organisation, claim.account, role, now).await?;
            let letter = Letter::ClaimAccepted { organisation: name, role: role.id().to_owned(), link: members_path(&organisation) };
            (ClaimState::Accepted, String::new(), letter)
        }
        Decision::Refuse(reason) => {
            let reason = Text::<1, { limits::SUMMARY }>::parse(reason);
            let reason = reason.map_err(|problem: Problem| vec![FieldError::new("reason", problem)])?.to_string();
            (ClaimState::Refused, reason.clone(), Letter::ClaimRefused { organisation: name, reason })
        }
    };
    if !claims::decide(&mut tx, &claim.id, state, &reason, now).await? {
        return Err(Error::Conflict.into());
    }
    let action = if state == ClaimState::Accepted { "claimed" } else { "claim-refused" };
    let (event, actor) = (backend.clock.event_id(), actor.label());
    let event = Event { id: event, entry: organisation.id, revision: None, actor: &actor, action, reason: &reason, at: now };
    events::insert(&mut tx, &event).await?;
    mail::post(&mut tx, &backend.clock, &claim.email, claim.language, &letter, mail::USEFUL_FOR).await?;
    Ok(tx.commit().await?)
}

/// Who decides.
#[derive(PartialEq, Eq)]
enum By {
    Owner,
    Moderator,
}

async fn may_decide(tx: &mut Tx, actor: &Actor, id: AccountId, organisation: &Organisation) -> Result<By> {
    if permit(&as_member(tx, id).await?, Action::DecideClaim, organisation.subject()).is_ok() {
        return Ok(By::Owner);
    }
    permit(actor, Action::DecideClaim, organisation.subject())?;
    Ok(By::Moderator)
}
