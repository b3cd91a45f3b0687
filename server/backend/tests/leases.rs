//! Only one at a time, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Failure,
    clock::Clock,
    feed::{LASTS, Lease},
    search::Error,
    testing::{TestBackend, backends},
};
use std::{future::pending, sync::atomic::Ordering, time::Duration};

const NAME: &str = "trial";

async fn take(backend: &TestBackend) -> Option<Lease> {
    Lease::take(&backend.db, &backend.clock, NAME).await.unwrap()
}

fn wait(backend: &TestBackend, time: Duration) {
    let Clock::Fixed(micros) = &backend.clock else { panic!("a clock that moves") };
    micros.fetch_add(time.as_micros() as i64, Ordering::Relaxed);
}

#[tokio::test]
async fn one_has_it_until_that_one_frees_it() {
    for backend in backends().await {
        let first = take(&backend).await.unwrap();
        assert!(take(&backend).await.is_none(), "{}", backend.database.name);
        assert!(Lease::take(&backend.db, &backend.clock, "another").await.unwrap().is_some());
        assert!(first.free().await.unwrap());
        let second = take(&backend).await.unwrap();
        assert!(!first.renew().await.unwrap() && !first.free().await.unwrap());
        assert!(second.renew().await.unwrap() && take(&backend).await.is_none());
    }
}

#[tokio::test]
async fn what_somebody_held_who_was_killed_is_free_after_a_while_and_not_before() {
    for backend in backends().await {
        let killed = take(&backend).await.unwrap();
        wait(&backend, LASTS / 2);
        assert!(killed.renew().await.unwrap());
        wait(&backend, LASTS - Duration::from_millis(1));
        assert!(take(&backend).await.is_none(), "{}", backend.database.name);
        wait(&backend, Duration::from_millis(1));
        let next = take(&backend).await.unwrap();
        assert!(!killed.renew().await.unwrap(), "it was not killed but stood still");
        assert!(next.free().await.unwrap() && !killed.renew().await.unwrap() && !killed.free().await.unwrap());
    }
}

#[tokio::test]
async fn of_many_at_once_one_gets_it() {
    for backend in backends().await {
        for _ in 0..5 {
            let taken = futures::future::join_all((0..12).map(|_| take(&backend))).await;
            assert_eq!(taken.iter().flatten().count(), 1, "{}", backend.database.name);
            wait(&backend, LASTS);
        }
    }
}

#[tokio::test]
async fn a_clock_that_was_far_ahead_holds_up_nobody() {
    for backend in backends().await {
        Lease::take(&backend.db, &Clock::fixed(i64::MAX / 2), NAME).await.unwrap().unwrap();
        assert!(take(&backend).await.is_some(), "{}", backend.database.name);
    }
}

#[tokio::test]
async fn work_is_broken_off_when_another_may_have_begun() {
    for backend in backends().await {
        let lease = take(&backend).await.unwrap();
        assert_eq!(lease.during(async { Ok(7) }).await.unwrap(), 7);
        wait(&backend, LASTS);
        let next = take(&backend).await.unwrap();
        let done = tokio::time::timeout(Duration::from_secs(20), lease.during(pending::<backend::Result<()>>())).await.unwrap();
        assert!(matches!(done, Err(Failure::Search(Error::Busy))), "{done:?}");
        assert!(!lease.free().await.unwrap() && next.free().await.unwrap(), "{}", backend.database.name);
    }
}
