//! Doing something as the only process. The lease stands in the database and expires by itself, so that one who was
//! killed holds up nobody for long.

use crate::{
    clock::Clock,
    failure::{Failure, Result},
    search::Error,
    storage::{Db, leases},
};
use domain::time::Timestamp;
use std::{
    future::Future,
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};
use tokio::time::{sleep, timeout};
use uuid::Uuid;

/// How long a lease lasts that is not renewed: longer than an import may keep an SQLite database to itself, and short
/// enough to wait for somebody who was killed.
pub const LASTS: Duration = Duration::from_secs(60);
/// How often it is renewed.
const RENEWAL: Duration = Duration::from_secs(15);
/// Before a renewal that failed is tried again.
const RETRY: Duration = Duration::from_secs(1);

/// A lease that was taken. Dropped, it stays taken until it expires, as after `kill -9`: only who frees it learns whether
/// it was held all the time.
pub struct Lease {
    db: Db,
    clock: Clock,
    name: &'static str,
    holder: String,
    expires_at: AtomicI64,
}

impl Lease {
    /// Takes it, if nobody has it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take(db: &Db, clock: &Clock, name: &'static str) -> Result<Option<Self>> {
        let (holder, now, lasts) = (Uuid::new_v4().simple().to_string(), clock.now(), micros(LASTS));
        let mut tx = db.write().await?;
        let taken = leases::take(&mut tx, name, &holder, now, lasts).await?;
        tx.commit().await?;
        let expires_at = AtomicI64::new(now.0 + lasts);
        Ok(taken.then(|| Self { db: db.clone(), clock: clock.clone(), name, holder, expires_at }))
    }

    /// Works as the only one. The work is broken off as soon as that is not certain any more.
    ///
    /// # Errors
    /// [`Error::Busy`] where the lease was lost, else of the work.
    pub async fn during<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        tokio::select! {
            // First, so that after a standstill nothing is done that another does by now.
            biased;
            () = self.lost() => Err(Failure::Search(Error::Busy)),
            done = work => done,
        }
    }

    /// Renews it in time, again and again. Ends once it is lost.
    async fn lost(&self) {
        let mut pause = RENEWAL;
        loop {
            sleep(pause).await;
            let Some(left) = self.left() else { return };
            pause = match timeout(left, self.renew()).await {
                Ok(Ok(true)) => RENEWAL,
                Ok(Ok(false)) | Err(_) => return,
                Ok(Err(failure)) => {
                    tracing::warn!(cause = %failure, "a lease cannot be renewed; trying again");
                    RETRY
                }
            };
        }
    }

    /// How long it still lasts; `None` where it has expired.
    fn left(&self) -> Option<Duration> {
        let left = self.expires_at.load(Ordering::Relaxed) - self.clock.now().0;
        u64::try_from(left).ok().filter(|left| *left > 0).map(Duration::from_micros)
    }

    /// Makes it last. `false`: it was lost.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renew(&self) -> Result<bool> {
        // From before the question: its answer may take long.
        let until = Timestamp(self.clock.now().0 + micros(LASTS));
        let mut tx = self.db.write().await?;
        let held = leases::renew(&mut tx, self.name, &self.holder, until).await?;
        tx.commit().await?;
        self.expires_at.store(until.0, Ordering::Relaxed);
        Ok(held)
    }

    /// Frees it. Tells whether it was held all the time.
    ///
    /// # Errors
    /// When the database fails; then it expires.
    pub async fn free(&self) -> Result<bool> {
        let mut tx = self.db.write().await?;
        let held = leases::free(&mut tx, self.name, &self.holder).await?;
        tx.commit().await?;
        Ok(held)
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
