//! Inviting somebody to write for an organisation.

use super::locked;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    secret::Secret,
    storage::{
        accounts,
        invitations::{self, Invitation},
        members,
    },
};
use domain::{
    Error, FieldError, Lang, Problem,
    account::{Actor, Email},
    limits,
    permission::Action,
    time::{DAY, Timestamp},
};

/// Sends an invitation to an address, in the language of its account or, where it has none, in `language`. One sent before
/// is good no more.
///
/// # Errors
/// [`Error::Invalid`] on `email` and `role`, also where too many wait; [`Error::TooMany`] where this address was sent many.
pub async fn invite(backend: &Backend, actor: &Actor, slug: &str, email: &str, role: &str, language: Lang) -> Result<()> {
    let wrong = |problem| vec![FieldError::new("email", problem)];
    let mut tx = backend.db.write().await?;
    let (_, organisation) = locked(&mut tx, actor, slug, Action::ManageMembers).await?;
    let email: Email = email.parse().map_err(wrong)?;
    let role = role.parse().map_err(|problem| vec![FieldError::new("role", problem)])?;
    let now = backend.clock.now();
    let day = Timestamp(now.0 - DAY);
    let members = members::of(&mut tx, organisation.id).await?;
    if members.iter().any(|member| member.email == email) {
        return Err(wrong(Problem::AlreadyMember).into());
    }
    let max = if organisation.state.is_public() { limits::INVITATIONS } else { limits::INVITATIONS_UNPUBLISHED };
    let sent = usize::try_from(invitations::count_of(&mut tx, organisation.id, now, day).await?).unwrap_or(usize::MAX);
    if sent >= max {
        return Err(wrong(Problem::ManyWaiting { max }).into());
    }
    if members.len() >= limits::MEMBERS {
        return Err(wrong(Problem::TooMany { max: limits::MEMBERS }).into());
    }
    if usize::try_from(invitations::count_to(&mut tx, &email, day).await?).unwrap_or(usize::MAX) >= limits::INVITATIONS_A_DAY {
        return Err(Error::TooMany.into());
    }
    let link = Secret::random();
    invitations::replace(&mut tx, organisation.id, &email, now).await?;
    let useful_for = limits::INVITATION_DAYS * DAY;
    let invitation = Invitation {
        id: uuid::Uuid::new_v4().to_string(),
        organisation: organisation.id,
        email,
        role,
        created_at: now,
        expires_at: Timestamp(now.0 + useful_for),
        is_open: true,
    };
    invitations::insert(&mut tx, &invitation, &link.hash("")).await?;
    let known = accounts::by_email(&mut tx, &invitation.email).await?.map(|account| account.language);
    let letter =
        Letter::Invitation { organisation: organisation.name, role: role.id().to_owned(), link: format!("/invitations/{}", link.reveal()) };
    mail::post(&mut tx, &backend.clock, &invitation.email, known.unwrap_or(language), &letter, useful_for).await?;
    Ok(tx.commit().await?)
}
