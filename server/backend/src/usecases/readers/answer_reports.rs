//! Answering what readers reported: one of an entry's reports, or all that were read at once.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    mail::{self, Letter, ReaderLetter},
    storage::{
        Tx, entries,
        events::{self, Event},
        reports::{self, Report},
    },
};
use domain::{Error, FieldError, account::Actor, id::EntryId, limits, text::Text};

/// Answers these reports about an entry, as far as they wait, and tells those who left an address; what came since they were
/// read stays. Without words they are only closed. Gives how many.
///
/// # Errors
/// [`Error::Invalid`] on `answer`; [`Error::Conflict`] where somebody was faster.
pub async fn answer_reports(backend: &Backend, actor: &Actor, entry: EntryId, seen: &[&str], answer: Option<&str>) -> Result<usize> {
    may_decide(actor)?;
    let answer = answer.map(Text::<1, { limits::READER_TEXT }>::parse).transpose();
    let answer = answer.map_err(|problem| vec![FieldError::new("answer", problem)])?.map(|text| text.to_string()).unwrap_or_default();
    let (now, by) = (backend.clock.now(), actor.label());
    let mut tx = backend.db.write().await?;
    let mut open = reports::open_of(&mut tx, entry).await?;
    open.retain(|known| seen.contains(&known.id.as_str()));
    if open.is_empty() {
        return Err(Error::Conflict.into());
    }
    let is_public = entries::by_ids(&mut tx, &[entry]).await?.pop().is_some_and(|entry| entry.state.is_public());
    for report in &open {
        if !reports::answer(&mut tx, &report.id, &answer, &by, now).await? {
            return Err(Error::Conflict.into());
        }
        tell(backend, &mut tx, report, &answer, is_public).await?;
    }
    // What readers wrote, and what they were answered, is between them and the moderators: nobody else is told.
    let action = if answer.is_empty() { "report-closed" } else { "report-answered" };
    let event = Event { id: backend.clock.event_id(), entry, revision: None, actor: &by, action, reason: &answer, at: now };
    events::insert(&mut tx, &event).await?;
    tx.commit().await?;
    Ok(open.len())
}

async fn tell(backend: &Backend, tx: &mut Tx, report: &Report, answer: &str, is_public: bool) -> Result<()> {
    let Some(email) = &report.email else { return Ok(()) };
    let link = format!("/{}/{}", report.kind.path(), report.slug);
    let title = is_public.then(|| report.title.clone());
    let letter = Letter::Reader(ReaderLetter::Answered { title, answer: answer.to_owned(), link });
    mail::post(tx, &backend.clock, email, report.language, &letter, mail::USEFUL_FOR).await
}
