//! Who reads what waits, and where two have to agree.

use crate::stage::{MINUTE, Stage, answer, fields, is_told, stages, told};
use backend::{
    Backend,
    usecases::moderate::{Decision, Rules, decide, release, show_batch, show_submission, undo},
};
use domain::{Error, Lang, account::Actor, entry::EntryState, limits, time::Timestamp};

impl Stage {
    /// Opens what waits; whether somebody else reads it.
    async fn open(&self, who: &Actor, id: domain::id::EntryId) -> Option<(String, Timestamp)> {
        let (revision, _) = self.waiting(id).await;
        let desk = show_submission(&self.backend, who, revision, Lang::De).await.unwrap().desk;
        desk.other().map(|reading| (reading.email.as_ref().unwrap().to_string(), reading.until))
    }
}

#[tokio::test]
async fn what_one_reads_no_other_decides_until_the_limit() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let until = Timestamp(stage.backend.clock.now().0 + limits::READING_MINUTES * MINUTE);
        assert_eq!(stage.open(&stage.mona, id).await, None);
        assert_eq!(stage.open(&stage.max, id).await, Some(("mona@redaktion.example.org".into(), until)));
        assert_eq!(told(stage.decide(&stage.max, id, Decision::Publish, "").await), Error::Reserved(until));
        stage.wait(limits::READING_MINUTES * MINUTE - 1);
        assert_eq!(told(stage.decide(&stage.max, id, Decision::Publish, "").await), Error::Reserved(until));
        stage.wait(1);
        assert_eq!(stage.open(&stage.max, id).await, None, "it is theirs");
        let later = Timestamp(until.0 + limits::READING_MINUTES * MINUTE);
        assert_eq!(told(stage.decide(&stage.mona, id, Decision::Publish, "").await), Error::Reserved(later));
        stage.decide(&stage.max, id, Decision::Publish, "").await.unwrap();
        assert_eq!(stage.entry(id).await.state, EntryState::Published);
    }
}

#[tokio::test]
async fn what_one_lets_go_is_free_at_once_and_nobody_frees_what_another_reads() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let (revision, _) = stage.waiting(id).await;
        assert_eq!(stage.open(&stage.mona, id).await, None);
        release(&stage.backend, &stage.max, revision).await.unwrap();
        assert!(stage.open(&stage.max, id).await.is_some());
        release(&stage.backend, &stage.mona, revision).await.unwrap();
        assert_eq!(stage.open(&stage.max, id).await, None);
        assert_eq!(told(release(&stage.backend, &stage.owner, revision).await), Error::Forbidden);
    }
}

#[tokio::test]
async fn of_two_who_open_at_once_one_reads_and_of_two_who_decide_at_once_one_counts() {
    for stage in stages().await {
        for round in 0..5 {
            let id = stage.submitted(&format!("Vorhaben {round}"), &[]).await;
            let (one, two) = tokio::join!(stage.open(&stage.mona, id), stage.open(&stage.max, id));
            assert_eq!([&one, &two].iter().filter(|other| other.is_none()).count(), 1, "{one:?} {two:?}");
            // At the limit, both may.
            stage.wait(limits::READING_MINUTES * MINUTE);
            let (revision, version) = stage.waiting(id).await;
            let (yes, no) = (answer(Decision::Publish, ""), answer(Decision::Reject, "Nein."));
            let (one, two) = tokio::join!(
                decide(&stage.backend, &stage.mona, revision, version, &yes),
                decide(&stage.backend, &stage.max, revision, version, &no)
            );
            assert_eq!([&one, &two].iter().filter(|outcome| outcome.is_ok()).count(), 1);
            let lost = if one.is_ok() { &two } else { &one };
            assert!(is_told(lost, &Error::Conflict), "{lost:?}");
            let state = if one.is_ok() { EntryState::Published } else { EntryState::Unpublished };
            assert_eq!(stage.entry(id).await.state, state);
            assert_eq!(stage.past(id).await.len(), 2, "handed in and decided on");
        }
    }
}

#[tokio::test]
async fn where_two_have_to_agree_the_second_publishes_and_it_must_be_another() {
    for stage in stages().await {
        let backend = Backend { rules: Rules { two_person: true, ..Rules::default() }, ..stage.backend.clone() };
        let publish = async |who: &Actor, id| {
            let (revision, version) = stage.waiting(id).await;
            decide(&backend, who, revision, version, &answer(Decision::Publish, "")).await
        };
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let first = publish(&stage.mona, id).await.unwrap();
        assert!(first.is_first);
        assert_eq!((stage.entry(id).await.state, stage.mails().await), (EntryState::Unpublished, 0));
        assert_eq!(fields(told(publish(&stage.mona, id).await)), ["decision"]);
        assert_eq!(stage.queue(&stage.max, "reader=approved").await, ["Fahrdienst plant Touren"]);

        // Undone, it begins anew; so it does where the text became another.
        undo(&backend, &stage.mona, &first.batch).await.unwrap();
        assert!(show_batch(&backend, &stage.mona, &first.batch).await.unwrap().undo_until.is_none());
        assert!(publish(&stage.mona, id).await.unwrap().is_first);
        backend::usecases::write::take_back(&backend, &stage.editor, id).await.unwrap();
        stage.write(id, "story", &[("solution", "Anders")]).await;
        stage.wait(1);
        backend::usecases::write::submit(&backend, &stage.editor, id).await.unwrap();
        stage.wait(1);
        assert!(publish(&stage.max, id).await.unwrap().is_first);
        stage.wait(1);
        assert!(!publish(&stage.mona, id).await.unwrap().is_first);
        assert_eq!((stage.entry(id).await.state, stage.mails().await), (EntryState::Published, 1));
        let past: Vec<_> = stage.past(id).await.into_iter().map(|(action, _)| action).collect();
        assert_eq!(past[..3], ["published", "approved", "submitted"]);

        // One is enough to say no.
        let id = stage.submitted("Noch eins", &[]).await;
        assert!(publish(&stage.mona, id).await.unwrap().is_first);
        stage.decide(&stage.mona, id, Decision::Reject, "Doch nicht.").await.unwrap();

        // At once, by two.
        let id = stage.submitted("Zu zweit", &[]).await;
        let (one, two) = tokio::join!(publish(&stage.mona, id), publish(&stage.max, id));
        let mut outcomes = [one.unwrap().is_first, two.unwrap().is_first];
        outcomes.sort_unstable();
        assert_eq!((outcomes, stage.entry(id).await.state), ([false, true], EntryState::Published));
    }
}
