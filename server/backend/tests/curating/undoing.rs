//! What undoing a decision gives back beside the text: what authors were asked and said, and who had agreed.

use crate::stage::{DAY, MINUTE, Stage, answer, stages, told};
use backend::{
    Backend,
    storage::{approvals, drafts, freshness},
    usecases::{
        curate::{remove_entry, restore_entry},
        delete_account::delete_account,
        freshness::confirm_entry,
        moderate::{Decision, Rules, decide, show_batch, undo},
        write::show_draft,
    },
};
use domain::{Error, account::Actor, entry::EntryState, id::EntryId, limits, removal::Removal, revision::RevisionState};

impl Stage {
    /// Asks its authors, with a link for one of them.
    async fn ask(&self, id: EntryId) -> freshness::Asked {
        let now = self.backend.clock.now();
        let mut tx = self.backend.db.write().await.unwrap();
        assert!(freshness::ask(&mut tx, id, now).await.unwrap() && freshness::remind(&mut tx, id, now).await.unwrap());
        freshness::link(&mut tx, &format!("hash of {id}"), id, self.editor.account().unwrap()).await.unwrap();
        assert!(freshness::mark(&mut tx, id, now).await.unwrap());
        tx.commit().await.unwrap();
        self.asked(id).await.unwrap()
    }

    async fn asked(&self, id: EntryId) -> Option<freshness::Asked> {
        freshness::asked(&mut self.backend.db.read().await.unwrap(), id).await.unwrap()
    }
}

#[tokio::test]
async fn what_authors_were_asked_is_asked_again_unless_they_answered_since() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.publish(id).await;
        stage.wait(400 * DAY);
        let asked = stage.ask(id).await;
        let was = stage.entry(id).await;
        stage.changed(id, "Es war langsam.").await;
        let batch = stage.decide(&stage.max, id, Decision::Publish, "").await.unwrap().batch;
        assert_eq!((stage.asked(id).await, stage.entry(id).await.stale_at), (None, None));
        undo(&stage.backend, &stage.max, &batch).await.unwrap();
        let now = stage.entry(id).await;
        assert_eq!((now.confirmed_at, now.stale_at), (was.confirmed_at, was.stale_at), "{}", stage.backend.database.name);
        assert_eq!(stage.asked(id).await, Some(asked));

        let batch = stage.decide(&stage.max, id, Decision::Publish, "").await.unwrap().batch;
        stage.wait(1);
        confirm_entry(&stage.backend, &stage.editor, id).await.unwrap();
        let confirmed = stage.entry(id).await.confirmed_at;
        undo(&stage.backend, &stage.max, &batch).await.unwrap();
        let now = stage.entry(id).await;
        assert_eq!((now.confirmed_at, now.stale_at, stage.asked(id).await), (confirmed, None, None));
        assert_eq!(stage.latest(id).await.state, RevisionState::Submitted);
    }
}

#[tokio::test]
async fn who_had_agreed_first_has_still_agreed_and_members_are_told_of_neither() {
    for stage in stages().await {
        let backend = Backend { rules: Rules { two_person: true, ..Rules::default() }, ..stage.backend.clone() };
        let publish = async |who: &Actor, id| {
            let (revision, version) = stage.waiting(id).await;
            decide(&backend, who, revision, version, &answer(Decision::Publish, "")).await.unwrap()
        };
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        assert!(publish(&stage.mona, id).await.is_first);
        let batch = publish(&stage.max, id).await.batch;
        undo(&backend, &stage.max, &batch).await.unwrap();
        assert_eq!(stage.entry(id).await.state, EntryState::Unpublished);
        let (revision, version) = stage.waiting(id).await;
        let first = approvals::of(&mut backend.db.read().await.unwrap(), revision, version).await.unwrap();
        assert_eq!(first, stage.mona.account());
        assert!(!publish(&stage.max, id).await.is_first);

        let id = stage.submitted("Noch eins", &[]).await;
        let batch = publish(&stage.mona, id).await.batch;
        undo(&backend, &stage.mona, &batch).await.unwrap();
        let past = show_draft(&backend, &stage.editor, id).await.unwrap().past;
        assert_eq!(past.iter().map(|past| &*past.action).collect::<Vec<_>>(), ["submitted"]);
    }
}

#[tokio::test]
async fn what_somebody_was_told_of_is_not_undone_whatever_the_clock_of_another_process_says() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let batch = stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap().batch;
        // The one that sends mails is ahead of the one that undoes.
        stage.wait(limits::UNDO_MINUTES * MINUTE);
        assert_eq!(stage.delivered().await.len(), 1);
        stage.wait(-MINUTE);
        assert_eq!(show_batch(&stage.backend, &stage.mona, &batch).await.unwrap().undo_until, None);
        assert_eq!(told(undo(&stage.backend, &stage.mona, &batch).await), Error::Conflict, "{}", stage.backend.database.name);
        assert_eq!(stage.latest(id).await.state, RevisionState::Rejected);
    }
}

#[tokio::test]
async fn nothing_waits_of_what_was_taken_away_meanwhile() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.publish(id).await;
        stage.changed(id, "Es war langsam.").await;
        let batch = stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap().batch;
        remove_entry(&stage.backend, &stage.max, id, Removal::ALL[0].id(), "Weg damit.").await.unwrap();
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert_eq!(show_batch(&stage.backend, &stage.mona, &batch).await.unwrap().decisions[0].undo_failed, "conflict");
        let open = drafts::of_entry(&mut stage.backend.db.read().await.unwrap(), id).await.unwrap();
        assert!(open.iter().all(|revision| revision.state != RevisionState::Submitted), "{open:?}");
        restore_entry(&stage.backend, &stage.max, id).await.unwrap();
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert_eq!(stage.latest(id).await.state, RevisionState::Submitted);
        assert_eq!(told(undo(&stage.backend, &stage.mona, &batch).await), Error::Conflict);
    }
}

#[tokio::test]
async fn a_decision_is_undone_although_its_author_left_meanwhile_and_then_nobody_is_told() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let batch = stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap().batch;
        assert_eq!(stage.mails().await, 1);
        delete_account(&stage.backend, &stage.editor, "editor@verein.example.org").await.unwrap();
        assert_eq!(stage.mails().await, 0);
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        let undone = show_batch(&stage.backend, &stage.mona, &batch).await.unwrap().decisions.remove(0);
        assert_eq!((undone.undo_failed.as_str(), undone.undone_at.is_some()), ("", true), "{}", stage.backend.database.name);
        stage.waiting(id).await;
        stage.wait(DAY);
        assert_eq!(stage.delivered().await, []);
    }
}
