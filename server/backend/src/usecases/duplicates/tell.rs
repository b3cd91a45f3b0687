//! Telling the authors of an entry that it became part of another, or is one of its own again.

use super::merge::title;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    storage::{Tx, entries::Entry, members},
    usecases::sign_in::DAY,
};
use domain::account::Actor;

/// How long it is tried to send the mail, in microseconds.
const USEFUL_FOR: i64 = 14 * DAY;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It is told in the other.
    Together,
    /// It is one of its own again.
    Apart,
}

/// A mail to all who write for the entry that went. Before its members move: mails on their way go with them.
pub(super) async fn tell_authors(backend: &Backend, tx: &mut Tx, actor: &Actor, went: &Entry, stayed: &Entry, told: Told) -> Result<()> {
    let Some(organisation) = went.subject().organisation else { return Ok(()) };
    let (title, into) = (title(went).to_owned(), title(stayed).to_owned());
    let address = |entry: &Entry| format!("/{}/{}", entry.kind.path(), entry.slug);
    let letter = match told {
        Told::Together => Letter::Merged { title, into, link: address(stayed), object: format!("{}/report", address(stayed)) },
        Told::Apart => Letter::Unmerged { title, into, link: address(went) },
    };
    for member in members::of(tx, organisation).await? {
        if Some(member.account) != actor.account() {
            mail::post_to_member(tx, &backend.clock, organisation, &member, &letter, USEFUL_FOR).await?;
        }
    }
    Ok(())
}
