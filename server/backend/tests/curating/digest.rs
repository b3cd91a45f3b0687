//! The mail that says that something waits.

use crate::stage::{DAY, stages, told};
use backend::usecases::{
    curate::{send_digests, set_digest},
    moderate::Decision,
};
use domain::Error;

#[tokio::test]
async fn moderators_are_told_once_a_day_while_something_waits_and_they_want_it() {
    for stage in stages().await {
        let send = async || send_digests(&stage.backend).await.unwrap();
        // Noon of the day on which they came: nothing before the next morning.
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        assert_eq!(send().await, 0);
        // 06:59 in Berlin, then 07:00.
        stage.wait(DAY * 18 / 24 - 1);
        assert_eq!(send().await, 0);
        stage.wait(1);
        assert_eq!((send().await, send().await), (2, 0));
        assert_eq!(stage.mails().await, 2);
        stage.wait(DAY - 1);
        assert_eq!(send().await, 0, "a minute before the hour");
        set_digest(&stage.backend, &stage.max, false).await.unwrap();
        stage.wait(1);
        assert_eq!(send().await, 1);
        assert_eq!(told(set_digest(&stage.backend, &stage.owner, true).await), Error::Forbidden);

        stage.wait(DAY);
        stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap();
        assert_eq!(send().await, 0, "nothing waits");
        stage.submitted("Noch eins", &[]).await;
        assert_eq!(send().await, 1, "later the same day");
    }
}

#[tokio::test]
async fn of_several_servers_one_tells_and_a_new_start_tells_nobody_again() {
    for stage in stages().await {
        stage.submitted("Fahrdienst plant Touren", &[]).await;
        for day in 0..3 {
            stage.wait(if day == 0 { DAY * 20 / 24 } else { DAY });
            let other =
                backend::Backend::open(&stage.backend.database.url, stage.backend.database.dir.path(), None, stage.backend.clock.clone())
                    .await
                    .unwrap();
            let (one, two, three) = tokio::join!(send_digests(&stage.backend), send_digests(&other), send_digests(&other));
            assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), 2, "day {day}");
            assert_eq!(send_digests(&other).await.unwrap(), 0);
        }
    }
}

#[tokio::test]
async fn a_year_makes_one_mail_a_day_across_the_change_of_clocks() {
    for stage in stages().await {
        set_digest(&stage.backend, &stage.max, false).await.unwrap();
        stage.submitted("Fahrdienst plant Touren", &[]).await;
        let mut sent = 0;
        // Steps of three hours meet the window of each day.
        for _ in 0..365 * 8 {
            stage.wait(DAY / 8);
            sent += send_digests(&stage.backend).await.unwrap();
        }
        assert_eq!(sent, 365);
    }
}
