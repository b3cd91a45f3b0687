//! Trying out what other words would find, in the engine itself. Nothing is written.

use crate::{
    Backend,
    failure::{Failure, Result},
    search::{Error, document::Change, embedded::Effect, language::Synonyms},
    usecases::views::{Card, cards},
};
use domain::limits;
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;

/// One at a time: it takes a processor for a while, and readers come first.
static TURN: Semaphore = Semaphore::const_new(1);

/// What some texts find now, and would find.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tried {
    /// By text, in their order.
    pub texts: Vec<TriedText>,
    /// Texts for which there was no time left.
    pub left: Vec<String>,
}

/// What a text finds.
#[derive(Debug, Clone, PartialEq)]
pub struct TriedText {
    /// As it would be typed.
    pub text: String,
    /// How many entries are found today.
    pub before: u64,
    /// How many would be.
    pub after: u64,
    /// How many come in anew, and the first of them.
    pub comes: (u64, Vec<Card>),
    /// How many fall out, and the first of them.
    pub goes: (u64, Vec<Card>),
}

/// Tries these texts with other synonyms, and with entries that say something else.
pub(super) async fn try_out(backend: &Backend, synonyms: Option<Synonyms>, changes: Vec<Change>, texts: Vec<String>) -> Result<Tried> {
    let _turn = TURN.acquire().await.map_err(|_| Failure::Search(Error::Stopped))?;
    let engine = backend.search.embedded().clone();
    let work = move || {
        let until = Instant::now() + Duration::from_millis(limits::TRIED_MS);
        let trial = engine.try_out(synonyms, &changes)?;
        let (mut effects, mut left) = (vec![], vec![]);
        for text in texts {
            if effects.is_empty() || Instant::now() < until {
                let effect = trial.effect(&text, limits::TRIED_SHOWN)?;
                effects.push((text, effect));
            } else {
                left.push(text);
            }
        }
        Ok::<_, Error>((effects, left))
    };
    let (effects, left) = tokio::task::spawn_blocking(work).await.unwrap_or(Err(Error::Stopped))?;
    let mut tried = Tried { texts: vec![], left };
    for (text, effect) in effects {
        let Effect { before, after, comes, goes } = effect;
        let mut tx = backend.db.read().await?;
        let (comes, goes) = ((comes.0, cards(&mut tx, &comes.1).await?), (goes.0, cards(&mut tx, &goes.1).await?));
        tried.texts.push(TriedText { text, before, after, comes, goes });
    }
    Ok(tried)
}
