//! Telling the authors of an entry that it became part of another, or is one of its own again.

use super::merge::title;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter},
    storage::{Tx, entries::Entry},
};
use domain::account::Actor;

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
    let (title, into) = (title(went).to_owned(), title(stayed).to_owned());
    let address = |entry: &Entry| format!("/{}/{}", entry.kind.path(), entry.slug);
    let letter = match told {
        Told::Together => Letter::Merged { title, into, link: address(stayed), object: format!("{}/report", address(stayed)) },
        Told::Apart => Letter::Unmerged { title, into, link: address(went) },
    };
    mail::post_to_authors(tx, &backend.clock, actor, went, &letter, mail::DECISION_USEFUL_FOR).await
}
