//! Sends what was posted, one after the other.
//!
//! An attempt is claimed in the database before it is made, so that of several processes one makes it. If the process is
//! killed between sending and deleting, the mail is tried again later with the same `Message-ID`, by which mail programs
//! know it for the same.

use super::{Letter, Transport, Writer};
use crate::{
    Backend,
    failure::{Failure, Result},
    storage::{
        decisions,
        mails::{self, Mail},
    },
};
use domain::{
    Lang,
    time::{MINUTE, Timestamp},
};
use lettre::{
    Message,
    message::{Mailbox, MultiPart},
};
use std::{sync::Arc, time::Duration};

/// How often is looked whether something was posted.
const POLL: Duration = Duration::from_millis(500);
/// How long the first attempts are apart; each time twice as long.
const FIRST_PAUSE: i64 = MINUTE;
/// Twice as long no more often than this: about eight hours.
const DOUBLINGS: u32 = 9;

/// Sends mails. Clones share it.
#[derive(Clone)]
pub struct Postman {
    backend: Backend,
    transport: Transport,
    from: Mailbox,
    /// How readers reach this server: links begin with it.
    base_url: Arc<str>,
    write: Writer,
}

impl Postman {
    /// One that sends from this address by this transport.
    #[must_use]
    pub fn new(backend: Backend, transport: Transport, from: Mailbox, base_url: &str, write: Writer) -> Self {
        Self { backend, transport, from, base_url: base_url.into(), write }
    }

    /// Sends for as long as the process runs.
    pub async fn follow(self) {
        loop {
            match self.send_all().await {
                Ok(_) => {}
                Err(failure) => tracing::error!(cause = %failure, "mails cannot be sent; trying again"),
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Sends all that is due. Gives how many were sent; what failed is due again later.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn send_all(&self) -> Result<usize> {
        let mut sent = 0;
        while let Some(mail) = self.claim().await? {
            sent += usize::from(self.send(&mail).await?);
        }
        Ok(sent)
    }

    async fn claim(&self) -> Result<Option<Mail>> {
        let now = self.backend.clock.now();
        // Looks without the lock for writing: mostly there is nothing.
        if mails::due(&mut self.backend.db.read().await?, now).await?.is_none() {
            return Ok(None);
        }
        let mut tx = self.backend.db.write().await?;
        let expired = mails::expire(&mut tx, now).await?;
        let mut overtaken = 0;
        let mail = loop {
            match mails::due(&mut tx, now).await? {
                // What was decided may be undone by others than its undoing: an entry is taken away, or handed in again.
                Some(mail) if mails::drop_overtaken(&mut tx, &mail.id).await? => overtaken += 1,
                Some(mail) => {
                    // Whoever undoes that decision takes its row first, too.
                    decisions::close(&mut tx, &mail.id).await?;
                    break mails::claim(&mut tx, &mail, again(now, mail.attempts)).await?.then_some(mail);
                }
                None => break None,
            }
        };
        tx.commit().await?;
        if overtaken > 0 {
            tracing::info!(overtaken, "mails were dropped: what they tell of does not stand any more");
        }
        if expired > 0 {
            tracing::warn!(expired, "mails could not be sent in time and are of no use any more");
        }
        Ok(mail)
    }

    async fn send(&self, mail: &Mail) -> Result<bool> {
        let sent = match self.message(mail) {
            Ok(message) => self.transport.send(message).await,
            Err(cause) => {
                tracing::error!(id = mail.id, %cause, "a mail cannot be written");
                return self.delete(mail).await.map(|()| false);
            }
        };
        match sent {
            Ok(()) => self.delete(mail).await.map(|()| true),
            Err(unsent) if unsent.for_good => {
                tracing::warn!(id = mail.id, cause = %unsent, "a mail was refused for good");
                self.delete(mail).await.map(|()| false)
            }
            Err(unsent) => {
                tracing::warn!(id = mail.id, attempt = mail.attempts + 1, cause = %unsent, "a mail was not sent; trying again later");
                Ok(false)
            }
        }
    }

    async fn delete(&self, mail: &Mail) -> Result<()> {
        let mut tx = self.backend.db.write().await?;
        mails::delete(&mut tx, &mail.id).await?;
        tx.commit().await.map_err(Failure::from)
    }

    fn message(&self, mail: &Mail) -> std::result::Result<Message, String> {
        let letter: Letter = serde_json::from_str(&mail.letter).map_err(|error| error.to_string())?;
        let written = (self.write)(&letter, mail.language.parse().unwrap_or(Lang::De), &self.base_url);
        let builder = Message::builder()
            .from(self.from.clone())
            // What lettre says of a wrong address may repeat it.
            .to(mail.recipient.parse().map_err(|_| "wrong address")?)
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .header(Automatic)
            .subject(written.subject);
        builder.multipart(MultiPart::alternative_plain_html(written.text, written.html)).map_err(|error| error.to_string())
    }
}

fn again(now: Timestamp, attempts: i64) -> Timestamp {
    let doublings = u32::try_from(attempts).unwrap_or_default().min(DOUBLINGS);
    Timestamp(now.0 + (FIRST_PAUSE << doublings))
}

/// Tells mail programs not to answer by themselves ("I am away").
#[derive(Clone)]
struct Automatic;

impl lettre::message::header::Header for Automatic {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
