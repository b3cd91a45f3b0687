//! Trusted organisations, and looking afterwards.

use crate::stage::{Stage, fields, stages, told};
use backend::{
    storage::drafts,
    usecases::{
        curate::{Outcome, decide_check, end_trust, list_checks, list_trusted, trust},
        moderate::Decision,
        show_project::show_project,
        write::{Discarded, begin_revision, delete_entry, discard_draft, show_draft, submit},
    },
};
use domain::{Error, FieldError, Problem, account::Actor, entry::EntryState, id::RevisionId, revision::RevisionState};

impl Stage {
    async fn checks(&self) -> Vec<RevisionId> {
        let checks = list_checks(&self.backend, &self.mona).await.unwrap();
        assert_eq!(checks.total, checks.waiting.len() as i64);
        checks.waiting.into_iter().map(|check| check.revision_id.parse().unwrap()).collect()
    }

    async fn unread(&self) -> i64 {
        drafts::unread(&mut self.backend.db.read().await.unwrap(), self.organisation).await.unwrap()
    }

    async fn trusted(&self) {
        trust(&self.backend, &self.mona, self.organisation, "Seit Jahren verlässlich.").await.unwrap();
    }
}

#[tokio::test]
async fn what_trusted_members_hand_in_is_live_at_once_by_the_rule_and_not_by_a_person() {
    for stage in stages().await {
        let before = stage.submitted("Wartet schon", &[]).await;
        stage.trusted().await;
        assert_eq!(list_trusted(&stage.backend, &stage.max).await.unwrap()[0].slug, "dicv-koeln");
        assert_eq!(stage.entry(before).await.state, EntryState::Unpublished, "what waits goes on waiting");
        stage.wait(1);
        let id = stage.drafted("Fahrdienst plant Touren", &[]).await;
        backend::usecases::write::submit(&stage.backend, &stage.editor, id).await.unwrap();
        assert_eq!(stage.entry(id).await.state, EntryState::Published);
        let mut past = stage.past(id).await;
        past.sort();
        assert_eq!(past, [("published".to_owned(), false), ("submitted".into(), true)]);
        assert_eq!((stage.mails().await, stage.latest(id).await.changed_by), (1, stage.editor.label()));
        stage.backend.indexer.catch_up().await.unwrap();
        assert_eq!(stage.checks().await, [stage.latest(id).await.id], "the first is always looked at");
        // Moderators who write there are no members.
        begin_revision(&stage.backend, &stage.mona, id, None).await.unwrap();
        stage.write(id, "story", &[("advice", "Fragt nach.")]).await;
        backend::usecases::write::submit(&stage.backend, &stage.mona, id).await.unwrap();
        stage.waiting(id).await;

        end_trust(&stage.backend, &stage.mona, stage.organisation).await.unwrap();
        assert_eq!(told(end_trust(&stage.backend, &stage.mona, stage.organisation).await), Error::Conflict);
        let id = stage.submitted("Wieder wie alle", &[]).await;
        stage.waiting(id).await;
        let refused = trust(&stage.backend, &stage.mona, id, "Kein Verein.").await;
        assert_eq!(told(refused), Error::Conflict);
        assert_eq!(fields(told(trust(&stage.backend, &stage.mona, stage.organisation, "").await)), ["trust"]);
        assert_eq!(told(trust(&stage.backend, &stage.owner, stage.organisation, "Wir uns selbst").await), Error::Forbidden);
    }
}

#[tokio::test]
async fn about_one_in_five_is_looked_at() {
    for stage in stages().await {
        stage.trusted().await;
        for number in 0..60 {
            let id = stage.drafted(&format!("Vorhaben {number}"), &[]).await;
            backend::usecases::write::submit(&stage.backend, &stage.editor, id).await.unwrap();
        }
        let checked = list_checks(&stage.backend, &stage.mona).await.unwrap().total;
        // Of 60 by one in five: less than 2 or more than 32 comes once in a million times.
        assert!((2..=32).contains(&checked), "{checked}");
    }
}

#[tokio::test]
async fn what_is_taken_back_gives_way_to_what_was_there_before() {
    for stage in stages().await {
        let setbacks =
            async |slug: &str| show_project(&stage.backend, &Actor::Visitor, slug).await.map(|view| view.project.setbacks.to_string());
        let id = stage.submitted("Fahrdienst plant Touren", &[("setbacks", "Zu langsam.")]).await;
        stage.decide(&stage.mona, id, Decision::Publish, "").await.unwrap();
        stage.trusted().await;
        stage.changed(id, "Alles super, kauft bei uns!").await;
        let slug = stage.entry(id).await.slug.to_string();
        assert_eq!(setbacks(&slug).await.unwrap(), "Alles super, kauft bei uns!");
        let [check] = stage.checks().await[..] else { panic!() };
        assert_eq!(fields(told(decide_check(&stage.backend, &stage.mona, check, Outcome::TakeBack(" ")).await)), ["reason"]);
        assert_eq!(stage.checks().await.len(), 1);
        decide_check(&stage.backend, &stage.mona, check, Outcome::TakeBack("Das ist Werbung.")).await.unwrap();
        assert_eq!(setbacks(&slug).await.unwrap(), "Zu langsam.");
        let told_of = stage.delivered().await.into_iter().filter_map(|(_, letter)| match letter {
            backend::mail::Letter::Decided { verdict, .. } => Some(verdict),
            _ => None,
        });
        assert!(told_of.into_iter().any(|verdict| verdict == backend::mail::Verdict::TakenBack), "readers see what was there before");
        let latest = stage.latest(id).await;
        assert_eq!((latest.state, &latest.document["setbacks"]), (RevisionState::ChangesRequested, &"Alles super, kauft bei uns!".into()));
        assert_eq!(told(decide_check(&stage.backend, &stage.max, check, Outcome::Fine).await), Error::Conflict);
        assert_eq!(stage.checks().await, []);
    }
}

#[tokio::test]
async fn a_new_entry_that_is_taken_back_is_gone_and_two_at_once_do_it_once() {
    for stage in stages().await {
        stage.trusted().await;
        let id = stage.drafted("Fahrdienst plant Touren", &[]).await;
        backend::usecases::write::submit(&stage.backend, &stage.editor, id).await.unwrap();
        // Its authors go on: then it is kept as refused.
        begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
        let [check] = stage.checks().await[..] else { panic!() };
        let (one, two) = tokio::join!(
            decide_check(&stage.backend, &stage.mona, check, Outcome::TakeBack("Werbung.")),
            decide_check(&stage.backend, &stage.max, check, Outcome::Fine)
        );
        assert_eq!([&one, &two].iter().filter(|outcome| outcome.is_ok()).count(), 1);
        let lost = if one.is_ok() { told(two) } else { told(one.as_ref().map(drop).map_err(|_| Error::Conflict.into())) };
        assert_eq!(lost, Error::Conflict);
        let state = if one.is_ok() { EntryState::Unpublished } else { EntryState::Published };
        assert_eq!(stage.entry(id).await.state, state);
    }
}

#[tokio::test]
async fn what_was_taken_back_is_not_deleted_with_what_moderators_said_and_is_looked_at_again() {
    for stage in stages().await {
        stage.trusted().await;
        let id = stage.drafted("Fahrdienst plant Touren", &[]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        let [check] = stage.checks().await[..] else { panic!() };
        assert_eq!(told(delete_entry(&stage.backend, &stage.owner, id).await), Error::Conflict, "readers see it");
        decide_check(&stage.backend, &stage.mona, check, Outcome::TakeBack("Werbung.")).await.unwrap();
        let kept = Error::Invalid(vec![FieldError::new("", Problem::WasTakenBack)]);
        assert_eq!(told(delete_entry(&stage.backend, &stage.owner, id).await), kept);
        // Nor does it count where only so much may be written at a time.
        assert_eq!(stage.unread().await, 0, "{}", stage.backend.database.name);
        stage.drafted("Noch eins", &[]).await;
        assert_eq!(stage.unread().await, 1);
        let draft = show_draft(&stage.backend, &stage.editor, id).await.unwrap();
        assert!(draft.is_kept && draft.was_public);
        let version = stage.latest(id).await.version;
        assert_eq!(told(discard_draft(&stage.backend, &stage.editor, id, version - 1).await), Error::Conflict);
        assert_eq!(discard_draft(&stage.backend, &stage.editor, id, version).await.unwrap(), Discarded::Kept);
        let latest = stage.latest(id).await;
        assert_eq!((latest.id, latest.state, latest.changed_by), (check, RevisionState::Rejected, stage.editor.label()));
        assert_eq!(told(delete_entry(&stage.backend, &stage.owner, id).await), kept);
        let past = stage.past(id).await;
        assert!(past.iter().any(|(action, _)| action == "check-taken-back"), "{past:?}");
        assert_eq!(past.iter().filter(|(action, by_person)| action == "given-up" && *by_person).count(), 1, "{past:?}");

        // Begun anew it is another revision, and looked at all the same.
        stage.wait(1);
        begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        let again = stage.latest(id).await.id;
        assert_eq!((again != check, stage.checks().await), (true, vec![again]), "{}", stage.backend.database.name);

        // What was begun besides and never public goes.
        decide_check(&stage.backend, &stage.mona, again, Outcome::TakeBack("Immer noch.")).await.unwrap();
        discard_draft(&stage.backend, &stage.editor, id, stage.latest(id).await.version).await.unwrap();
        begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
        let draft = show_draft(&stage.backend, &stage.editor, id).await.unwrap();
        assert!(draft.is_kept && !draft.was_public);
        assert_eq!(discard_draft(&stage.backend, &stage.editor, id, draft.version).await.unwrap(), Discarded::Draft);
        assert_eq!(stage.latest(id).await.id, again);
    }
}

#[tokio::test]
async fn what_is_begun_after_one_was_taken_back_is_looked_at_every_time() {
    for stage in stages().await {
        stage.trusted().await;
        let id = stage.drafted("Fahrdienst plant Touren", &[]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        // By chance, one in five: not ten times in a row.
        for round in 0..10 {
            stage.wait(1);
            let [check] = stage.checks().await[..] else { panic!("round {round}") };
            decide_check(&stage.backend, &stage.mona, check, Outcome::TakeBack("Werbung.")).await.unwrap();
            discard_draft(&stage.backend, &stage.editor, id, stage.latest(id).await.version).await.unwrap();
            stage.wait(1);
            begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
            submit(&stage.backend, &stage.editor, id).await.unwrap();
        }
        // And also while the one before still waits to be looked at.
        for round in 0..10 {
            stage.wait(1);
            stage.changed(id, &format!("Es war langsam, {round}.")).await;
            assert_eq!(stage.checks().await.len(), round + 2, "{}", stage.backend.database.name);
        }
        // Once one was fine, by chance again: not ten times in a row.
        for check in stage.checks().await {
            decide_check(&stage.backend, &stage.mona, check, Outcome::Fine).await.unwrap();
        }
        for round in 0..10 {
            stage.wait(1);
            stage.changed(id, &format!("Es war schnell, {round}.")).await;
        }
        assert!(stage.checks().await.len() < 10);
    }
}
