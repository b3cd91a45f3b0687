//! Taking the steps that are due. Each is one unit of work with the mails that tell of it.

use super::{Step, terms};
use crate::{
    Backend,
    failure::Result,
    mail::{self, Asked, Letter},
    secret::Secret,
    storage::{
        Tx, entries,
        events::{self, Event},
        feed,
        freshness::{self, Due},
        members::{self, Member},
    },
};
use domain::{account::Actor, entry::EntryState, id::EntryId};
use std::time::Duration;

/// How often is looked whether something is due.
const PAUSE: Duration = Duration::from_secs(1_800);
/// Entries in one mail: more would not be read.
const IN_ONE_MAIL: usize = 20;

/// What was done: entries by step, and mails.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Entries whose authors were asked.
    pub asked: usize,
    /// Entries whose authors were asked once more.
    pub reminded: usize,
    /// Entries that readers are now told of.
    pub marked: usize,
    /// Entries that were put away.
    pub archived: usize,
    /// Mails that were written.
    pub mails: usize,
}

/// Takes every step that is due. What was taken stays, also where a later one fails.
///
/// # Errors
/// When the database fails.
pub async fn keep_fresh(backend: &Backend) -> Result<Kept> {
    let mut kept = Kept::default();
    // The last first: nothing goes two steps at once, whatever was missed.
    for step in [Step::Archive, Step::Mark, Step::Remind, Step::Ask] {
        while take_some(backend, step, &mut kept).await? {}
    }
    Ok(kept)
}

/// Does so for as long as the process runs, by day.
pub async fn keep_fresh_always(backend: Backend) {
    loop {
        if terms::is_day(backend.clock.now()) {
            match keep_fresh(&backend).await {
                Ok(Kept { mails: 0, marked: 0, .. }) => {}
                Ok(Kept { asked, reminded, marked, archived, mails }) => {
                    tracing::info!(asked, reminded, marked, archived, mails, "authors were asked whether their entries are still right");
                }
                Err(failure) => tracing::error!(cause = %failure, "authors cannot be asked whether entries are right; trying again"),
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Takes a step for the entries that come first. False where there are none left, or somebody else is at it.
async fn take_some(backend: &Backend, step: Step, kept: &mut Kept) -> Result<bool> {
    let Some(since) = terms::since(step, backend.clock.now()) else { return Ok(false) };
    let due = freshness::due(&mut backend.db.read().await?, step, since).await?;
    let mut any = false;
    for of_one in due.chunk_by(|a, b| a.owner == b.owner) {
        any |= take(backend, step, of_one, kept).await?;
    }
    Ok(any)
}

/// Takes a step for entries of one organisation.
async fn take(backend: &Backend, step: Step, due: &[Due], kept: &mut Kept) -> Result<bool> {
    let Some(owner) = due.first().map(|due| due.owner) else { return Ok(false) };
    let mut tx = backend.db.write().await?;
    // Who belongs to it stays so until this is done: nobody is written to who left.
    members::lock(&mut tx, owner).await?;
    // Nobody answers meanwhile. All of them before the first change is told: who tells holds the feed, and waits for no entry.
    for entry in due {
        members::lock(&mut tx, entry.id).await?;
    }
    let (mut taken, mut head) = (vec![], None);
    for entry in due {
        let (is_taken, seq) = step_of(backend, &mut tx, step, entry.id).await?;
        head = seq.or(head);
        taken.extend(is_taken.then_some(entry));
    }
    // That readers are told is seen by the authors on its page; a mail comes before and after.
    let mails = if step == Step::Mark { 0 } else { tell(backend, &mut tx, step, owner, &taken).await? };
    tx.commit().await?;
    if let Some(head) = head {
        backend.notify(head);
    }
    let count = match step {
        Step::Ask => &mut kept.asked,
        Step::Remind => &mut kept.reminded,
        Step::Mark => &mut kept.marked,
        Step::Archive => &mut kept.archived,
    };
    *count += taken.len();
    kept.mails += mails;
    Ok(!taken.is_empty())
}

/// Whether this unit of work takes it, and how far the feed goes where readers see something of it.
async fn step_of(backend: &Backend, tx: &mut Tx, step: Step, id: EntryId) -> Result<(bool, Option<i64>)> {
    let at = backend.clock.now();
    let action = match step {
        Step::Ask => return Ok((freshness::ask(tx, id, at).await?, None)),
        Step::Remind => return Ok((freshness::remind(tx, id, at).await?, None)),
        Step::Mark if freshness::mark(tx, id, at).await? => "marked-stale",
        Step::Archive if archive(backend, tx, id).await? => "put-away",
        Step::Mark | Step::Archive => return Ok((false, None)),
    };
    let by = Actor::System.label();
    events::insert(tx, &Event { id: backend.clock.event_id(), entry: id, revision: None, actor: &by, action, reason: "", at }).await?;
    Ok((true, Some(feed::append(tx, id, at).await?)))
}

async fn archive(backend: &Backend, tx: &mut Tx, id: EntryId) -> Result<bool> {
    let entry = entries::by_ids(tx, &[id]).await?.pop();
    let Some(entry) = entry.filter(|entry| entry.state == EntryState::Published && entry.stale_at.is_some()) else { return Ok(false) };
    Ok(entries::set_state(tx, &entry, EntryState::Archived, backend.clock.now()).await?)
}

/// Writes to every member. Gives how many mails that makes.
async fn tell(backend: &Backend, tx: &mut Tx, step: Step, owner: EntryId, taken: &[&Due]) -> Result<usize> {
    let Some(organisation) = members::by_id(tx, owner).await?.filter(|_| !taken.is_empty()) else { return Ok(0) };
    let mut mails = 0;
    for member in members::of(tx, owner).await? {
        for some in taken.chunks(IN_ONE_MAIL) {
            let entries = asked(tx, &member, some).await?;
            let organisation = organisation.name.clone();
            let letter = match step {
                Step::Archive => Letter::PutAway { organisation, entries },
                _ => Letter::StillRight { organisation, entries, again: step == Step::Remind },
            };
            mail::post_to_member(tx, &backend.clock, owner, &member, &letter, mail::USEFUL_FOR).await?;
            mails += 1;
        }
    }
    Ok(mails)
}

/// The entries as a mail to this member names them, each with a link of its own.
async fn asked(tx: &mut Tx, member: &Member, due: &[&Due]) -> Result<Vec<Asked>> {
    let mut all = vec![];
    for entry in due {
        let secret = Secret::random();
        freshness::link(tx, &secret.hash(""), entry.id, member.account).await?;
        all.push(Asked {
            kind: Some(entry.kind.id().to_owned()),
            title: entry.title.clone(),
            link: format!("/still-right/{}", secret.reveal()),
        });
    }
    Ok(all)
}
