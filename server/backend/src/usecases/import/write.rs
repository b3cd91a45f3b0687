//! Writing the lines of one file.

use super::{
    Batch, Progress,
    read::{Content, Contradiction},
    references::References,
};
use crate::{
    clock::Clock,
    failure::Result,
    storage::{Tx, contradictions, feed},
    usecases::publish::{Outcome, Publication, publish},
};
use domain::{
    Error,
    account::Actor,
    entry::Document,
    text::Slug,
    vocabulary::{Kind, Origin},
};

/// What became of one file's lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Its name without folders.
    pub file: String,
    /// New entries.
    pub created: usize,
    /// New revisions.
    pub changed: usize,
    /// Lines that were there already.
    pub unchanged: usize,
}

pub(super) async fn write(
    tx: &mut Tx,
    clock: &Clock,
    actor: &Actor,
    batch: &Batch,
    references: &mut References,
    progress: Progress<'_>,
) -> Result<Summary> {
    let file = batch.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut summary = Summary { file, ..Summary::default() };
    for (done, line) in batch.lines.iter().enumerate() {
        match &line.content {
            Content::Entry(slug, document) => {
                let outcome = entry(tx, clock, actor, references, slug, document).await?;
                summary.count(outcome);
            }
            Content::Contradiction(pair) => summary.count_pair(contradiction(tx, clock, references, pair).await?),
        }
        progress(&summary.file, done + 1, batch.lines.len());
    }
    Ok(summary)
}

impl Summary {
    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Created(_) => self.created += 1,
            Outcome::Changed(_) => self.changed += 1,
            Outcome::Unchanged(_) => self.unchanged += 1,
        }
    }

    fn count_pair(&mut self, new: bool) {
        if new { self.created += 1 } else { self.unchanged += 1 }
    }
}

async fn entry(
    tx: &mut Tx,
    clock: &Clock,
    actor: &Actor,
    references: &mut References,
    slug: &Slug,
    document: &Document,
) -> Result<Outcome> {
    let find = |kind, slug: &Slug| references.id(kind, slug).ok_or(Error::NotFound);
    let organisation = document.organisation().map(|slug| find(Kind::Organisation, slug)).transpose()?;
    let projects = document.projects().iter().map(|slug| find(Kind::Project, slug)).collect::<std::result::Result<_, _>>()?;
    let new = Publication { slug, document, organisation, projects, origin: Origin::PublicSources, action: "imported" };
    let outcome = publish(tx, clock, actor, &new).await?;
    references.learn(document.kind(), slug, outcome.id());
    Ok(outcome)
}

async fn contradiction(tx: &mut Tx, clock: &Clock, references: &References, pair: &Contradiction) -> Result<bool> {
    let find = |slug: &Slug| references.id(Kind::Lesson, slug).ok_or(Error::NotFound);
    let (a, b, now) = (find(&pair.a)?, find(&pair.b)?, clock.now());
    if a == b {
        // Two that were put together.
        return Ok(false);
    }
    let new = contradictions::say(tx, a, b, &pair.why, now).await?;
    if new {
        feed::append(tx, a, now).await?;
        feed::append(tx, b, now).await?;
    }
    Ok(new)
}
