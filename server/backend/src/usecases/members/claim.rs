//! Saying that an organisation is one's own.

use super::{account, admit, as_member, mail_domain::is_of_website, members_path, organisation};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    storage::{
        Tx, accounts, claims, entries,
        events::{self, Event},
        members::{self, Organisation},
    },
};
use domain::{
    Error, FieldError, Problem,
    account::{Actor, Email, Role},
    entry::Document,
    limits,
    permission::{Action, permit},
    text::{Text, WebUrl},
    vocabulary::Kind,
};

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// They manage the organisation.
    Owner,
    /// Somebody has to confirm it.
    Waiting,
}

/// Claims an organisation. Whoever has a mail address of its website owns it at once if nobody does yet; else its owners,
/// who get a mail, or moderators decide. `note` is for them. Claiming twice changes nothing.
///
/// # Errors
/// [`Error::Invalid`] on `note`, also where too many claims wait.
pub async fn claim(backend: &Backend, actor: &Actor, slug: &str, note: &str) -> Result<Claimed> {
    let id = account(actor)?;
    let note: Text<0, { limits::SUMMARY }> = Text::parse(note).map_err(|problem| vec![FieldError::new("note", problem)])?;
    let now = backend.clock.now();
    let mut tx = backend.db.write().await?;
    if !accounts::lock(&mut tx, id).await? {
        return Err(Error::Unauthenticated.into());
    }
    let me = as_member(&mut tx, id).await?;
    let organisation = organisation(&mut tx, &me, slug).await?;
    permit(&me, Action::Claim, organisation.subject())?;
    members::lock(&mut tx, organisation.id).await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let members = members::of(&mut tx, organisation.id).await?;
    let owners: Vec<_> = members.iter().filter(|member| member.role == Role::Owner).collect();
    if owners.iter().any(|owner| owner.account == id) {
        return Ok(Claimed::Owner);
    }
    if owners.is_empty() && is_at_home(&mut tx, &organisation, &account.email).await? {
        admit(&mut tx, &organisation, id, Role::Owner, now).await?;
        claims::settle(&mut tx, id, organisation.id, now).await?;
        let event = Event {
            id: backend.clock.event_id(),
            entry: organisation.id,
            revision: None,
            actor: &actor.label(),
            action: "claimed",
            reason: "",
            at: now,
        };
        events::insert(&mut tx, &event).await?;
        tx.commit().await?;
        return Ok(Claimed::Owner);
    }
    let others: Vec<_> = claims::of_account(&mut tx, id).await?.into_iter().filter(|claim| claim.decided_at.is_none()).collect();
    if others.iter().any(|claim| claim.slug == organisation.slug) {
        return Ok(Claimed::Waiting);
    }
    if others.len() >= limits::CLAIMS {
        return Err(vec![FieldError::new("note", Problem::ManyWaiting { max: limits::CLAIMS })].into());
    }
    claims::insert(&mut tx, &uuid::Uuid::new_v4().to_string(), organisation.id, id, &note, now).await?;
    let letter = Letter::ClaimWaiting { organisation: organisation.name.clone(), link: members_path(&organisation) };
    for owner in owners {
        mail::post(&mut tx, &backend.clock, &owner.email, owner.language, &letter, mail::USEFUL_FOR).await?;
    }
    tx.commit().await?;
    Ok(Claimed::Waiting)
}

/// Whether an address is of the organisation's website, as published.
pub(super) async fn is_at_home(tx: &mut Tx, organisation: &Organisation, email: &Email) -> Result<bool> {
    Ok(website(tx, organisation).await?.is_some_and(|website| is_of_website(email, &website)))
}

async fn website(tx: &mut Tx, organisation: &Organisation) -> Result<Option<WebUrl>> {
    let entry = entries::by_slug(tx, Kind::Organisation, &organisation.slug).await?;
    Ok(match entry.and_then(|entry| entry.revision).map(|revision| revision.document) {
        Some(Document::Organisation(document)) => document.website,
        _ => None,
    })
}
