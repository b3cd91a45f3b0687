//! Answering what readers reported: one of an entry's reports, or all of them at once.

use super::{USEFUL, may_decide};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    storage::{
        events::{self, Event},
        reports::{self, Report},
    },
};
use domain::{Error, FieldError, account::Actor, id::EntryId, limits, text::Text};

/// Answers the report of this id about an entry, or without one all that wait, and tells those who left an address.
/// Without words it is only closed. Gives how many.
///
/// # Errors
/// [`Error::Invalid`] on `answer`; [`Error::Conflict`] where somebody was faster.
pub async fn answer_reports(backend: &Backend, actor: &Actor, entry: EntryId, report: Option<&str>, answer: Option<&str>) -> Result<usize> {
    may_decide(actor)?;
    let answer = answer.map(Text::<1, { limits::READER_TEXT }>::parse).transpose();
    let answer = answer.map_err(|problem| vec![FieldError::new("answer", problem)])?.map(|text| text.to_string()).unwrap_or_default();
    let (now, by) = (backend.clock.now(), actor.label());
    let mut tx = backend.db.write().await?;
    let mut open = reports::open_of(&mut tx, entry).await?;
    open.retain(|known| report.is_none_or(|report| known.id == report));
    if open.is_empty() {
        return Err(Error::Conflict.into());
    }
    for report in &open {
        if !reports::answer(&mut tx, &report.id, &answer, &by, now).await? {
            return Err(Error::Conflict.into());
        }
        tell(backend, &mut tx, report, &answer).await?;
    }
    // What readers wrote, and what they were answered, is between them and the moderators.
    let event = Event { id: backend.clock.event_id(), entry, revision: None, actor: &by, action: "report-answered", reason: "", at: now };
    events::insert(&mut tx, &event).await?;
    tx.commit().await?;
    Ok(open.len())
}

async fn tell(backend: &Backend, tx: &mut crate::storage::Tx, report: &Report, answer: &str) -> Result<()> {
    let Some(email) = &report.email else { return Ok(()) };
    let link = format!("/{}/{}", report.kind.path(), report.slug);
    let letter = Letter::Reader(ReaderLetter::Answered { title: report.title.clone(), answer: answer.to_owned(), link });
    mail::post(tx, &backend.clock, email, report.language, &letter, USEFUL).await
}
