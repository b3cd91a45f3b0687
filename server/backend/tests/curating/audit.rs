//! All that was done, and the figures.

use crate::stage::{DAY, MINUTE, stages, told};
use backend::usecases::{
    curate::{Audit, list_events, next_events, show_statistics, trust},
    delete_account::delete_account,
    moderate::{Decision, undo},
};
use domain::{Error, account::Actor, audit::AuditQuery};

#[tokio::test]
async fn everything_is_found_by_who_what_which_and_when() {
    for stage in stages().await {
        let list = async |address: &str| -> Audit {
            list_events(&stage.backend, &stage.mona, &AuditQuery::parse(address, |_| false).unwrap()).await.unwrap()
        };
        let actions = async |address: &str| list(address).await.page.items.into_iter().map(|it| it.action).collect::<Vec<_>>();
        let imported = list("action=imported").await.page.total;
        assert!(imported > 300 && list("by=machine").await.page.total == imported, "{imported}");
        stage.wait(DAY);
        let id = stage.submitted("50%_Stelle! für KI", &[]).await;
        stage.wait(MINUTE);
        stage.decide(&stage.mona, id, Decision::Publish, "Danke!").await.unwrap();
        stage.wait(MINUTE);
        trust(&stage.backend, &stage.max, stage.organisation, "Verlässlich.").await.unwrap();
        stage.wait(MINUTE);
        let other = stage.drafted("Noch eins", &[]).await;
        backend::usecases::write::submit(&stage.backend, &stage.editor, other).await.unwrap();
        assert_eq!(actions(&format!("by={}", stage.mona.account().unwrap())).await, ["published"]);
        assert_eq!(actions("by=person&from=2026-11-02").await, ["submitted", "trusted", "published", "submitted"]);
        assert_eq!(actions("by=machine&from=2026-11-02").await, ["published"]);
        assert_eq!(actions("entry=50%25_stelle!").await, ["published", "submitted"]);
        assert_eq!(actions("entry=50_%25stelle").await, Vec::<String>::new());
        assert_eq!(actions("kind=organisation&from=2026-11-02").await, ["trusted"]);
        assert_eq!(actions("action=published&to=2026-11-01").await, Vec::<String>::new());
        let audit = list("action=published&by=person").await;
        let done = &audit.page.items[0];
        assert_eq!((done.email.as_deref(), done.reason.as_str(), done.number), (Some("mona@redaktion.example.org"), "Danke!", Some(1)));
        assert_eq!(list("action=submitted").await.page.items[0].email, None, "only of moderators");
        assert_eq!(told(list_events(&stage.backend, &stage.owner, &AuditQuery::default()).await), Error::Forbidden);

        // Row by row for a file: all of it, once.
        let mut rows: Vec<backend::storage::audit::Done> = vec![];
        loop {
            let next = next_events(&stage.backend, &stage.mona, &AuditQuery::default(), rows.last()).await.unwrap();
            if next.is_empty() {
                break;
            }
            rows.extend(next);
        }
        let ids: std::collections::BTreeSet<_> = rows.iter().map(|row| row.id.clone()).collect();
        assert_eq!((ids.len(), ids.len() as u64), (rows.len(), list("").await.page.total));
    }
}

#[tokio::test]
async fn titles_are_found_whatever_their_letters_are_written_like() {
    for stage in stages().await {
        let id = stage.submitted("ÄRZTE IN ŁÓDŹ: ÜBERSICHT ÖFFENTLICHER ÉTUDES", &[]).await;
        stage.publish(id).await;
        for asked in ["Ärzte", "ärzte", "ÄRZTE", "łódź", "übersicht öffentlicher", "études", "Études"] {
            let asked = AuditQuery { entry: asked.into(), ..AuditQuery::default() };
            let audit = list_events(&stage.backend, &stage.mona, &asked).await.unwrap();
            assert_eq!(audit.page.total, 2, "{} on {}", asked.entry, stage.backend.database.name);
        }
        let none = AuditQuery { entry: "Arzte".into(), ..AuditQuery::default() };
        assert_eq!(list_events(&stage.backend, &stage.mona, &none).await.unwrap().page.total, 0);
    }
}

#[tokio::test]
async fn what_somebody_decided_stays_when_their_account_is_deleted_and_leads_to_nobody() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.decide(&stage.mona, id, Decision::Publish, "").await.unwrap();
        let waits = stage.submitted("Noch eins", &[]).await;
        let (revision, _) = stage.waiting(waits).await;
        backend::usecases::moderate::show_submission(&stage.backend, &stage.mona, revision, domain::Lang::De).await.unwrap();
        backend::usecases::curate::add_note(&stage.backend, &stage.mona, waits, "Nachgefragt.").await.unwrap();
        let account = stage.mona.account().unwrap();
        delete_account(&stage.backend, &stage.mona, "mona@redaktion.example.org").await.unwrap();
        let asked = AuditQuery::parse(&format!("by={account}"), |_| false).unwrap();
        let audit = list_events(&stage.backend, &stage.max, &asked).await.unwrap();
        let done: Vec<_> = audit.page.items.iter().map(|it| (it.action.as_str(), it.email.as_deref())).collect();
        assert_eq!((done.len(), done.contains(&("published", None)), done.contains(&("noted", None))), (2, true, true));
        assert!(!audit.moderators.iter().any(|(id, _)| *id == account));
        let curated = backend::usecases::curate::show_curated(&stage.backend, &stage.max, waits).await.unwrap();
        assert_eq!(
            curated.notes.iter().map(|note| (note.text.as_str(), note.email.as_deref())).collect::<Vec<_>>(),
            [("Nachgefragt.", None)]
        );
        // What they were reading is free.
        stage.decide(&stage.max, waits, Decision::Publish, "").await.unwrap();
    }
}

#[tokio::test]
async fn figures_count_what_people_decided_and_nothing_that_was_undone() {
    for stage in stages().await {
        let empty = show_statistics(&stage.backend, &stage.mona).await.unwrap();
        assert_eq!((empty.waits, empty.waiting, empty.weeks.len()), (None, 0, 13));
        for (number, days) in [1, 2, 3].into_iter().enumerate() {
            let id = stage.submitted(&format!("Vorhaben {number}"), &[]).await;
            stage.wait(days * DAY);
            stage.decide(&stage.mona, id, if number == 0 { Decision::Reject } else { Decision::Publish }, "So.").await.unwrap();
        }
        let id = stage.submitted("Versehen", &[]).await;
        stage.wait(80 * DAY);
        let batch = stage.decide(&stage.mona, id, Decision::Publish, "").await.unwrap().batch;
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        backend::usecases::moderate::count_missing(&stage.backend).await.unwrap();
        let figures = show_statistics(&stage.backend, &stage.mona).await.unwrap();
        let waits = figures.waits.unwrap();
        assert_eq!((waits.median, waits.ninetieth, waits.count), (2 * DAY, 3 * DAY, 3));
        let sum = |of: fn(&backend::usecases::curate::Week) -> usize| figures.weeks.iter().map(of).sum::<usize>();
        assert_eq!((sum(|week| week.published), sum(|week| week.rejected), sum(|week| week.by_rule)), (2, 1, 0));
        assert_eq!((figures.waiting, figures.uncounted, figures.oldest.len()), (1, 0, 20));
        let counted: i64 = figures.completeness.iter().flat_map(|(_, fifths)| fifths).sum();
        assert_eq!(counted, figures.published);
        assert!(figures.unconfirmed > 300 && figures.oldest[0].confirmed_at.is_none());
        assert_eq!(told(show_statistics(&stage.backend, &Actor::Visitor).await), Error::Unauthenticated);
    }
}
