//! How mails leave: by SMTP, or as files into a folder.

use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{self, Error as SmtpError},
};
use std::{fmt, path::Path, time::Duration};

/// Longer than any server needs, shorter than the time after which somebody else may try the same mail.
const PATIENCE: Duration = Duration::from_secs(30);

/// How mails leave. Clones share connections.
#[derive(Clone)]
pub enum Transport {
    /// To a mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Into a folder, one `.eml` file each.
    Folder(AsyncFileTransport<Tokio1Executor>),
}

/// An address of a mail server that cannot be used. Does not repeat it: it may hold a password.
#[derive(Debug, thiserror::Error)]
#[error("not the address of a mail server; expected smtps://USER:PASSWORD@HOST or smtp://HOST:25")]
pub struct WrongTransport;

/// Why a mail was not sent.
#[derive(Debug)]
pub(super) struct Unsent {
    /// Whether it never will be: the server refused it for good.
    pub for_good: bool,
    cause: String,
}

impl fmt::Display for Unsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.cause)
    }
}

/// Its address may hold a password.
impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Smtp(_) => "Smtp(…)",
            Self::Folder(_) => "Folder(…)",
        })
    }
}

impl Transport {
    /// To the server at `smtp://…` or `smtps://…`.
    ///
    /// # Errors
    /// Where the address cannot be read.
    pub fn smtp(url: &str) -> Result<Self, WrongTransport> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| WrongTransport)?;
        Ok(Self::Smtp(builder.timeout(Some(PATIENCE)).build()))
    }

    /// Into a folder, which must be there.
    #[must_use]
    pub fn folder(dir: &Path) -> Self {
        Self::Folder(AsyncFileTransport::new(dir))
    }

    /// Tries whether the server can be reached and lets us in.
    ///
    /// # Errors
    /// What it says.
    pub async fn examine(&self) -> Result<(), smtp::Error> {
        match self {
            Self::Smtp(server) => server.test_connection().await.map(drop),
            Self::Folder(_) => Ok(()),
        }
    }

    pub(super) async fn send(&self, message: Message) -> Result<(), Unsent> {
        match self {
            Self::Smtp(server) => server.send(message).await.map(drop).map_err(|error| unsent(&error)),
            Self::Folder(folder) => {
                folder.send(message).await.map(drop).map_err(|error| Unsent { for_good: false, cause: error.to_string() })
            }
        }
    }
}

/// What a server says may repeat the address of whoever was written to: only its code is kept.
fn unsent(error: &SmtpError) -> Unsent {
    let cause = match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "the mail server does not answer".to_owned(),
        None => "the mail server cannot be reached".to_owned(),
    };
    // Of the recipient's address only: a refused password or sender is the operator's to mend, and mails wait for that.
    let for_good = error.status().is_some_and(|code| matches!(code.to_string().as_str(), "550" | "551" | "553"));
    Unsent { for_good, cause }
}
