//! Who writes and decides in tests, and what they are told.

use super::TestBackend;
use crate::{
    Failure,
    failure::Result,
    storage::{accounts, entries},
};
use domain::{
    Error, Lang, Problem,
    account::{Actor, Role},
    id::{AccountId, EntryId},
    vocabulary::Kind,
};

/// What somebody was told instead of getting what they asked for.
///
/// # Panics
/// Where they got it, or where it is a fault of ours.
pub fn told<T: std::fmt::Debug>(outcome: Result<T>) -> Error {
    match outcome {
        Err(Failure::Told(error)) => error,
        other => panic!("{other:?}"),
    }
}

/// Fields that are wrong, each with its problem.
///
/// # Panics
/// Where it is another error.
#[must_use]
pub fn fields(error: Error) -> Vec<(String, Problem)> {
    let Error::Invalid(fields) = error else { panic!("{error:?}") };
    fields.into_iter().map(|error| (error.field, error.problem)).collect()
}

/// The organisation of the sample with this slug.
///
/// # Panics
/// Where there is none.
pub async fn organisation(backend: &TestBackend, slug: &str) -> EntryId {
    let mut tx = backend.db.read().await.expect("a connection");
    entries::by_slug(&mut tx, Kind::Organisation, slug).await.expect("a row").expect("an organisation of this slug").id
}

/// The account of this address; made where there is none.
///
/// # Panics
/// When the database fails.
pub async fn account(backend: &TestBackend, email: &str) -> AccountId {
    let mut tx = backend.db.write().await.expect("a connection");
    let (id, email) = (backend.clock.account_id(), email.parse().expect("an address"));
    let account = accounts::find_or_add(&mut tx, id, &email, Lang::De, backend.clock.now()).await.expect("an account");
    tx.commit().await.expect("a commit");
    account.id
}

/// Somebody who belongs to an organisation.
///
/// # Panics
/// When the database fails.
pub async fn member(backend: &TestBackend, email: &str, organisation: EntryId, role: Role) -> Actor {
    let id = account(backend, email).await;
    let mut tx = backend.db.write().await.expect("a connection");
    accounts::join(&mut tx, id, organisation, role, backend.clock.now()).await.expect("a membership");
    tx.commit().await.expect("a commit");
    Actor::Member { account: id, memberships: vec![(organisation, role)] }
}

/// A moderator.
///
/// # Panics
/// When the database fails.
pub async fn moderator(backend: &TestBackend, email: &str) -> Actor {
    Actor::Moderator { account: account(backend, email).await }
}
