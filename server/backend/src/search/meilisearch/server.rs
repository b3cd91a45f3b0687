//! Asking one Meilisearch server. Whoever waits for an answer is given the embedded engine's where this one has none.

use super::{
    Address, Trouble,
    answer::Answer,
    breaker::{Breaker, Verdict},
    client::Client,
    names::Names,
    question::{Asking, Question, nearest_to},
    standing::Standing,
    variants::{self, Variant},
};
use crate::search::{Found, Request, embedded::Understanding};
use domain::{facet::FacetCounts, query::Query, vocabulary::Sort};
use futures::{
    FutureExt,
    future::{OptionFuture, try_join_all},
};
use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::time::timeout;

/// What a reader waits for Meilisearch at most, all calls of one search together. It answers within 30 ms at 100,000
/// entries and 16 readers at once; the embedded engine then still has its few milliseconds within a second.
const BUDGET: Duration = Duration::from_millis(800);

/// A server, and what is known of it.
pub(super) struct Server {
    pub client: Client,
    pub names: Names,
    pub breaker: Breaker,
    pub standing: Standing,
    /// In milliseconds, see [`BUDGET`].
    patience: AtomicU64,
    /// Requests that it answered.
    pub answered: AtomicU64,
    /// Requests that were left to the embedded engine.
    pub left: AtomicU64,
}

impl Server {
    pub(super) fn new(address: &Address, feed: &str) -> Result<Self, Trouble> {
        Ok(Self {
            client: Client::new(address)?,
            names: Names::of(feed),
            breaker: Breaker::default(),
            standing: Standing::default(),
            patience: AtomicU64::new(BUDGET.as_millis() as u64),
            answered: AtomicU64::default(),
            left: AtomicU64::default(),
        })
    }

    /// Waits this long for an answer from now on.
    pub(super) fn set_patience(&self, patience: Duration) {
        self.patience.store(u64::try_from(patience.as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
    }

    fn patience(&self) -> Duration {
        Duration::from_millis(self.patience.load(Ordering::Relaxed))
    }

    /// Runs a search for a reader. `None` where the embedded engine is to answer: this one is not in step with the
    /// feed as far as `wanted`, is spared, or failed.
    pub(super) async fn ask<T>(self: &Arc<Self>, wanted: i64, search: impl Future<Output = Result<T, Trouble>>) -> Option<T> {
        let answer = if self.standing.is_in_step(wanted, Instant::now()) && self.is_to_be_asked() {
            let patience = self.patience();
            let answer = timeout(patience, search).await.unwrap_or(Err(Trouble::Late(patience)));
            self.note(&answer);
            answer.ok()
        } else {
            None
        };
        let count = if answer.is_some() { &self.answered } else { &self.left };
        count.fetch_add(1, Ordering::Relaxed);
        answer
    }

    fn is_to_be_asked(self: &Arc<Self>) -> bool {
        match self.breaker.verdict(Instant::now()) {
            Verdict::Ask => true,
            Verdict::Spare => false,
            Verdict::Try => {
                let server = Arc::clone(self);
                tokio::spawn(async move { server.try_again().await });
                false
            }
        }
    }

    /// One small search that no reader waits for.
    async fn try_again(&self) {
        let asking = Asking { index: &self.names.entries, variants: &[Variant::everything()], asks_advice: false };
        let request = Request { query: &Query::default(), centre: None };
        let answer = self.put(&asking.count(&request)).await;
        self.note(&answer);
    }

    fn note<T>(&self, answer: &Result<T, Trouble>) {
        match answer {
            Ok(_) => self.breaker.succeeded(),
            Err(trouble) => self.breaker.failed(trouble, Instant::now()),
        }
    }

    pub(super) async fn put(&self, question: &Question<'_>) -> Result<Answer, Trouble> {
        self.client.ask("multi-search", question, self.patience()).await
    }

    /// A page of hits, with the counts of facets or without.
    pub(super) async fn search(&self, text: Understanding, request: &Request<'_>, counting: bool) -> Result<Found, Trouble> {
        let (all, some) = variants_of(&text);
        let asking = Asking { index: &self.names.entries, variants: some.as_ref().unwrap_or(&all), asks_advice: text.reading.asks_advice };
        let page = asking.page(request, counting);
        let others = if counting { asking.others(request) } else { vec![] };
        let with_all = some.as_ref().map(|_| Asking { variants: &all, ..asking }.count(request));
        let (mut page, others, with_all) = tokio::try_join!(
            self.put(&page),
            try_join_all(others.iter().map(|question| self.put(question))),
            OptionFuture::from(with_all.as_ref().map(|question| self.put(question))).map(Option::transpose),
        )?;
        let ranked = request.order() == Sort::Relevance;
        let hits = match nearest_to(request) {
            Some(centre) => page.nearest(centre, request.query)?,
            None => std::mem::take(&mut page.hits).into_iter().map(|hit| hit.hit(request.centre, ranked)).collect(),
        };
        let (mut facets, located) = (FacetCounts::new(), page.located());
        page.count_into(&mut facets);
        others.into_iter().for_each(|mut answer| answer.count_into(&mut facets));
        let with_all = with_all.map(|answer| answer.total_hits);
        Ok(Found { total: page.total_hits, located, hits, facets, with_all, reading: Arc::new(text.reading) })
    }

    /// The numbers of all that match.
    pub(super) async fn matching(&self, text: &Understanding, request: &Request<'_>) -> Result<Vec<u64>, Trouble> {
        let (all, some) = variants_of(text);
        let asking = Asking { index: &self.names.entries, variants: some.as_ref().unwrap_or(&all), asks_advice: text.reading.asks_advice };
        self.put(&asking.numbers(request)).await?.numbers()
    }
}

/// What finds entries that meet all words, and, where some are enough, what finds those.
fn variants_of(text: &Understanding) -> (Vec<Variant>, Option<Vec<Variant>>) {
    (variants::all(text), text.lenient.as_ref().map(|lenient| variants::some(text, lenient)))
}
