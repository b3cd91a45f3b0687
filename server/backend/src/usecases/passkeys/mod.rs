//! A moderator's second step, by passkeys. All of it belongs to a session, not only to an account: which may do what,
//! [`domain::second_step`] says. To each step there are two questions of the browser: what it is asked, and its answer.

mod add;
mod prove;
mod remove;
mod rename;
mod reset;
mod show;

pub use add::{add, begin_adding};
pub use prove::{begin_proving, prove};
pub use remove::remove;
pub use rename::rename;
pub use reset::{Reset, reset};
pub use show::{Kept, Shown, show};

use super::sign_in::since;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, PasskeyChange},
    secret::Secret,
    storage::{
        Tx,
        accounts::{self, Account},
        passkeys::{self, Row},
        sessions,
    },
};
use domain::{
    Error, FieldError, Problem, limits,
    second_step::SecondStep,
    text::Text,
    time::{MINUTE, Timestamp},
};

type Name = Text<1, { limits::PASSKEY_NAME }>;

/// A moderator's session, and all that decides what it may do.
struct Held {
    /// Hash of the session.
    token: String,
    account: Account,
    step: SecondStep,
    passkeys: Vec<Row>,
}

impl Held {
    /// # Errors
    /// [`Error::Unauthenticated`] where the session ended; [`Error::Forbidden`] of those who are no moderators.
    async fn read(backend: &Backend, tx: &mut Tx, session: &Secret) -> Result<Self> {
        let token = session.hash("");
        let session = sessions::held(tx, &token, since(backend.clock.now())).await?.ok_or(Error::Unauthenticated)?;
        let account = accounts::by_id(tx, session.account).await?.ok_or(Error::Unauthenticated)?;
        if !account.is_moderator {
            return Err(Error::Forbidden.into());
        }
        let passkeys = passkeys::of(tx, account.id).await?;
        let step = SecondStep {
            is_required: backend.passkeys.are_required(),
            has_passkeys: !passkeys.is_empty(),
            signed_in_at: session.created_at,
            done_at: session.second_step_at,
        };
        Ok(Self { token, account, step, passkeys })
    }

    /// The same in a unit of work that changes passkeys: of one account, one at a time.
    async fn lock(backend: &Backend, tx: &mut Tx, session: &Secret) -> Result<Self> {
        let held = Self::read(backend, tx, session).await?;
        accounts::lock(tx, held.account.id).await?;
        Self::read(backend, tx, session).await
    }

    /// # Errors
    /// [`Error::Invalid`] on `passkeys` where who one is was proved too long ago.
    fn must_be_fresh(&self, now: Timestamp) -> Result<()> {
        if self.step.is_fresh(now) {
            return Ok(());
        }
        Err(vec![FieldError::new("passkeys", Problem::ProveFirst)].into())
    }

    fn must_have_room(&self) -> Result<()> {
        if self.passkeys.len() < limits::PASSKEYS {
            return Ok(());
        }
        Err(vec![FieldError::new("passkeys", Problem::TooMany { max: limits::PASSKEYS })].into())
    }

    fn credentials(&self) -> impl Iterator<Item = &str> {
        self.passkeys.iter().map(|row| row.credential.as_str())
    }
}

/// Tells the owner of an account by mail what became of its passkeys.
async fn tell(backend: &Backend, tx: &mut Tx, account: &Account, change: PasskeyChange, name: &str) -> Result<()> {
    let letter = Letter::Passkey { change, name: name.to_owned(), link: "/account/passkeys".to_owned() };
    mail::post(tx, &backend.clock, &account.email, account.language, &letter, mail::USEFUL_FOR).await
}

/// What its owner calls a passkey.
fn name(typed: &str) -> Result<Name> {
    Ok(Name::parse(&typed.replace(['\n', '\r', '\t'], " ")).map_err(|problem| vec![FieldError::new("name", problem)])?)
}

/// When what is begun now is of no use any more.
fn runs_out(now: Timestamp) -> Timestamp {
    Timestamp(now.0 + limits::PASSKEY_MINUTES * MINUTE)
}
