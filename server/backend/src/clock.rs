//! Time and new ids, passed in wherever they are needed, so that tests can hold time still.

use domain::{
    id::{AccountId, EntryId, EventId, RevisionId},
    time::Timestamp,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::SystemTime,
};
use uuid::Uuid;

/// Where now comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Stands still until it is set, in microseconds.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `micros`.
    #[must_use]
    pub fn fixed(micros: i64) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(micros)))
    }

    /// Sets a clock that stands still to `micros`. The machine's is left alone.
    pub fn set(&self, micros: i64) {
        if let Self::Fixed(now) = self {
            now.store(micros, Ordering::Relaxed);
        }
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        Timestamp(match self {
            // A clock before 1970 counts as 1970.
            Self::System => SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| i64::try_from(since.as_micros()).unwrap_or(i64::MAX)),
            Self::Fixed(micros) => micros.load(Ordering::Relaxed),
        })
    }

    /// A new entry id.
    #[must_use]
    pub fn entry_id(&self) -> EntryId {
        EntryId(self.uuid())
    }

    /// A new revision id.
    #[must_use]
    pub fn revision_id(&self) -> RevisionId {
        RevisionId(self.uuid())
    }

    /// A new event id.
    #[must_use]
    pub fn event_id(&self) -> EventId {
        EventId(self.uuid())
    }

    /// A new account id. Wholly random: when somebody joined is nobody's business.
    #[must_use]
    pub fn account_id(&self) -> AccountId {
        AccountId(Uuid::new_v4())
    }

    /// A new id of a mail.
    #[must_use]
    pub fn mail_id(&self) -> String {
        Uuid::new_v4().simple().to_string()
    }

    /// A new id of a row that nothing else refers to. Wholly random.
    #[must_use]
    pub fn fresh_id(&self) -> String {
        Uuid::new_v4().simple().to_string()
    }

    /// UUIDv7: sorted by time, 74 random bits.
    fn uuid(&self) -> Uuid {
        let micros = u64::try_from(self.now().0).unwrap_or_default();
        let nanos = u32::try_from(micros % 1_000_000 * 1_000).unwrap_or_default();
        Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, micros / 1_000_000, nanos))
    }
}
