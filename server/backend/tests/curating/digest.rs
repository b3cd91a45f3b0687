//! The mail that says that something waits.

use crate::stage::{DAY, stages, told, typed};
use backend::{
    mail::{Letter, ReadersWait},
    storage::mails,
    usecases::{
        curate::{send_digests, set_digest},
        moderate::Decision,
        readers::{Complaint, Told, confirm, report, suggest_entry},
    },
};
use domain::{Error, Lang, account::Actor, vocabulary::Kind};

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
async fn what_readers_report_and_suggest_is_told_with_how_long_it_waits() {
    for stage in stages().await {
        let backend = &stage.backend;
        let letter = async || {
            let mut tx = backend.db.write().await.unwrap();
            let mut found = None;
            while let Some(mail) = mails::due(&mut tx, backend.clock.now()).await.unwrap() {
                mails::delete(&mut tx, &mail.id).await.unwrap();
                let letter: Letter = serde_json::from_str(&mail.letter).unwrap();
                if let Letter::Waiting { waiting, readers, .. } = letter {
                    found = Some((waiting, readers));
                }
            }
            tx.commit().await.unwrap();
            found
        };
        stage.wait(DAY * 18 / 24);
        let complaint =
            |text| Complaint { kind: Kind::Project, slug: "carifix", reason: "wrong", text, email: "", trap: "", language: Lang::De };
        report(backend, &Actor::Visitor, &complaint("Der Link geht nicht.")).await.unwrap();
        stage.wait(2 * DAY);
        report(backend, &Actor::Visitor, &complaint("Noch immer nicht.")).await.unwrap();
        let quick = [("title", "Fahrdienst"), ("problem", "x"), ("summary", "x"), ("phase", "pilot"), ("place", "Köln")];
        let sent = Told {
            kind: Kind::Project,
            typed: &typed(&quick),
            organisation: "Verein",
            why: "Ich war dort.",
            email: "reader@example.org",
            trap: "",
            language: Lang::De,
        };
        suggest_entry(backend, &Actor::Visitor, &sent).await.unwrap();
        assert_eq!(send_digests(backend).await.unwrap(), 2, "reports alone are reason enough");
        let wait = ReadersWait { reports: 2, reports_days: 2, ..ReadersWait::default() };
        assert_eq!(letter().await, Some((0, wait)), "nobody is told of what nobody confirmed");
        stage.wait(1);
        suggest_entry(backend, &Actor::Visitor, &sent).await.unwrap();
        let link = {
            let mut tx = backend.db.write().await.unwrap();
            let mail = mails::due(&mut tx, backend.clock.now()).await.unwrap().unwrap();
            mail.letter.split("/suggestions/").nth(1).unwrap().split('"').next().unwrap().to_owned()
        };
        confirm(backend, &Actor::Visitor, &link).await.unwrap();
        stage.wait(DAY);
        assert_eq!(send_digests(backend).await.unwrap(), 2);
        let wait = ReadersWait { reports: 2, reports_days: 3, suggestions: 1, suggestions_days: 1 };
        assert_eq!(letter().await, Some((0, wait)));
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
