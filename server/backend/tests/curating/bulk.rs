//! Many decisions at once, and undoing.

use crate::stage::{MINUTE, Stage, answer, fields, stages, told};
use backend::{
    storage::{drafts, events},
    usecases::{
        moderate::{Batch, Decision, decide, decide_all, show_batch, show_submission, undo},
        show_project::show_project,
        write::{begin_revision, submit, take_back},
    },
};
use domain::{Error, Lang, account::Actor, entry::EntryState, id::EntryId, limits, revision::RevisionState};

impl Stage {
    async fn picked(&self, ids: &[EntryId]) -> Vec<(domain::id::RevisionId, i64)> {
        let mut picked = vec![];
        for id in ids {
            picked.push(self.waiting(*id).await);
        }
        picked
    }

    async fn batch(&self, batch: &str) -> Batch {
        show_batch(&self.backend, &self.mona, batch).await.unwrap()
    }

    /// What readers are told of setbacks.
    async fn setbacks(&self, id: EntryId) -> String {
        let slug = self.entry(id).await.slug;
        show_project(&self.backend, &Actor::Visitor, &slug).await.unwrap().project.setbacks.to_string()
    }

    /// How many find it.
    async fn found(&self, word: &str) -> u64 {
        use backend::usecases::search_entries::search_entries;
        self.backend.indexer.catch_up().await.unwrap();
        let query = domain::query::Query { text: word.to_owned(), ..Default::default() };
        let found = search_entries(&self.backend, &Actor::Visitor, &query).await.unwrap().page.items;
        found.iter().filter(|card| card.title.contains(word)).count() as u64
    }
}

#[tokio::test]
async fn each_of_many_is_decided_alone_and_what_cannot_be_is_told() {
    for stage in stages().await {
        let mut ids = vec![];
        for title in ["Eins", "Zwei", "Drei", "Vier"] {
            ids.push(stage.submitted(&format!("Vorhaben {title}"), &[]).await);
        }
        let picked = stage.picked(&ids).await;
        // One is read by another, one was taken back.
        show_submission(&stage.backend, &stage.max, picked[1].0, Lang::De).await.unwrap();
        take_back(&stage.backend, &stage.editor, ids[2]).await.unwrap();
        let batch = decide_all(&stage.backend, &stage.mona, &picked, &answer(Decision::RequestChanges, "Quelle?")).await.unwrap();
        let batch = stage.batch(&batch).await;
        let told: Vec<_> = batch.decisions.iter().map(|it| (it.title.as_str(), it.action.as_str(), it.failed.as_str())).collect();
        assert_eq!(told[..2].iter().map(|it| it.1).collect::<Vec<_>>(), ["changes-requested"; 2]);
        assert_eq!(told[2..], [("Vorhaben Drei", "", "conflict"), ("Vorhaben Zwei", "", "reserved")]);
        assert_eq!(stage.latest(ids[0]).await.state, RevisionState::ChangesRequested);
        assert_eq!(stage.mails().await, 2);
    }
}

#[tokio::test]
async fn nothing_is_done_where_the_press_itself_is_wrong() {
    for stage in stages().await {
        let id = stage.submitted("Vorhaben", &[]).await;
        let picked = stage.picked(&[id]).await;
        let all =
            async |picked: &[_], decision, reason: &str| decide_all(&stage.backend, &stage.mona, picked, &answer(decision, reason)).await;
        assert_eq!(fields(told(all(&picked, Decision::Reject, " ").await)), ["reason"]);
        assert_eq!(fields(told(all(&[], Decision::Publish, "").await)), ["picked"]);
        assert_eq!(fields(told(all(&vec![picked[0]; limits::QUEUE as usize + 1], Decision::Publish, "").await)), ["picked"]);
        let stranger = decide_all(&stage.backend, &stage.owner, &picked, &answer(Decision::Publish, "")).await;
        assert_eq!(told(stranger), Error::Forbidden);
        assert_eq!(stage.queue(&stage.mona, "").await, ["Vorhaben"]);
    }
}

#[tokio::test]
async fn what_was_published_can_be_undone_as_if_it_had_never_been() {
    for stage in stages().await {
        let new = stage.submitted("Xylophonunterricht im Kreis", &[]).await;
        let old = stage.submitted("Fahrdienst plant Touren", &[("setbacks", "Zu langsam.")]).await;
        stage.publish(old).await;
        let old_before = stage.entry(old).await;
        stage.wait(MINUTE);
        stage.changed(old, "Viel zu langsam.").await;
        let (new_before, revision_before) = (stage.entry(new).await, stage.latest(new).await);
        let mails = stage.mails().await;
        let picked = stage.picked(&[new, old]).await;
        let batch = decide_all(&stage.backend, &stage.mona, &picked, &answer(Decision::Publish, "")).await.unwrap();
        assert_eq!((stage.setbacks(old).await.as_str(), stage.found("Xylophonunterricht").await), ("Viel zu langsam.", 1));
        assert_eq!(stage.mails().await, mails + 2);

        stage.wait(limits::UNDO_MINUTES * MINUTE - 1);
        assert!(stage.batch(&batch).await.undo_until.is_some());
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert!(stage.batch(&batch).await.decisions.iter().all(|it| it.undone_at.is_some() && it.undo_failed.is_empty()));
        assert_eq!((stage.setbacks(old).await.as_str(), stage.found("Xylophonunterricht").await), ("Zu langsam.", 0));
        assert_eq!(stage.mails().await, mails);
        let now = stage.entry(new).await;
        assert_eq!(backend::storage::entries::Entry { version: new_before.version, ..now }, new_before);
        let now = stage.entry(old).await;
        assert_eq!(backend::storage::entries::Entry { version: old_before.version, ..now }, old_before);
        let now = stage.latest(new).await;
        assert_eq!(
            (now.state, &now.document, now.changed_at),
            (RevisionState::Submitted, &revision_before.document, revision_before.changed_at)
        );
        let actions: Vec<_> = stage.past(new).await.into_iter().map(|(action, _)| action).collect();
        assert_eq!(actions, ["undone", "published", "submitted"]);
        // And again, for good.
        stage.publish(new).await;
        assert_eq!(stage.entry(new).await.state, EntryState::Published);
        assert_eq!(told(undo(&stage.backend, &stage.mona, &batch).await), Error::Conflict);
    }
}

#[tokio::test]
async fn what_changed_since_stays_and_is_told() {
    for stage in stages().await {
        let mut ids = vec![];
        for title in ["Eins", "Zwei", "Drei"] {
            ids.push(stage.submitted(&format!("Vorhaben {title}"), &[]).await);
        }
        let picked = stage.picked(&ids).await;
        let batch = decide_all(&stage.backend, &stage.mona, &picked, &answer(Decision::Publish, "")).await.unwrap();
        // Somebody goes on writing; somebody puts it away.
        begin_revision(&stage.backend, &stage.editor, ids[0], None).await.unwrap();
        backend::usecases::write::end_entry(&stage.backend, &stage.owner, ids[1], backend::usecases::write::Ending::Archive).await.unwrap();
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        let mut told: Vec<_> =
            stage.batch(&batch).await.decisions.into_iter().map(|it| (it.title, it.undone_at.is_some(), it.undo_failed)).collect();
        told.sort();
        assert_eq!(
            told,
            [
                ("Vorhaben Drei".to_owned(), true, String::new()),
                ("Vorhaben Eins".into(), false, "conflict".into()),
                ("Vorhaben Zwei".into(), false, "conflict".into()),
            ]
        );
        assert_eq!(stage.mails().await, 2, "what stays is told to those who wrote it");
        assert_eq!(stage.entry(ids[1]).await.state, EntryState::Archived);
        let published = drafts::of_entry(&mut stage.backend.db.read().await.unwrap(), ids[0]).await.unwrap();
        assert!(published.iter().any(|revision| revision.state == RevisionState::Published));
    }
}

#[tokio::test]
async fn only_whoever_decided_undoes_it_and_only_for_ten_minutes() {
    for stage in stages().await {
        let id = stage.submitted("Vorhaben", &[]).await;
        let batch = stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap().batch;
        assert_eq!(told(undo(&stage.backend, &stage.max, &batch).await), Error::Conflict);
        assert!(show_batch(&stage.backend, &stage.max, &batch).await.unwrap().decisions.is_empty());
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert_eq!(stage.latest(id).await.state, RevisionState::Submitted);
        let batch = stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap().batch;
        // The author has begun to change it.
        begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert_eq!(stage.batch(&batch).await.decisions[0].undo_failed, "conflict");
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        let batch = stage.decide(&stage.mona, id, Decision::Reject, "Nein.").await.unwrap().batch;
        stage.wait(limits::UNDO_MINUTES * MINUTE);
        assert_eq!(told(undo(&stage.backend, &stage.mona, &batch).await), Error::Conflict);
    }
}

#[tokio::test]
async fn of_two_who_undo_at_once_one_does() {
    for stage in stages().await {
        let id = stage.submitted("Vorhaben", &[]).await;
        let batch = stage.decide(&stage.mona, id, Decision::Publish, "").await.unwrap().batch;
        let (one, two) = tokio::join!(undo(&stage.backend, &stage.mona, &batch), undo(&stage.backend, &stage.mona, &batch));
        assert!(one.is_ok() || two.is_ok());
        let decision = stage.batch(&batch).await.decisions.pop().unwrap();
        assert!(decision.undone_at.is_some() && decision.undo_failed.is_empty());
        let past = events::of_entry(&mut stage.backend.db.read().await.unwrap(), id).await.unwrap();
        assert_eq!(past.iter().filter(|past| past.action == "undone").count(), 1);
        let (revision, version) = stage.waiting(id).await;
        decide(&stage.backend, &stage.mona, revision, version, &answer(Decision::Publish, "")).await.unwrap();
    }
}
