//! What waits in all, what one can still undo, and going on with what another has open.

use crate::stage::{MINUTE, stages, told};
use backend::usecases::{
    curate::{Work, count_waiting, trust},
    moderate::{Decision, decide_all, list_undoable, show_submission, take_over, undo_only},
    readers::{Complaint, report},
};
use domain::{Error, Lang, account::Actor, limits, vocabulary::Kind};

#[tokio::test]
async fn all_that_waits_is_counted_for_moderators_alone() {
    for stage in stages().await {
        let count = async || count_waiting(&stage.backend, &stage.mona).await.unwrap();
        let before = count().await;
        assert!(before.is_none(), "{before:?}");
        stage.submitted("Fahrdienst plant Touren", &[]).await;
        let complaint =
            Complaint { kind: Kind::Project, slug: "carifix", reason: "wrong", text: "Falsch.", email: "", trap: "", language: Lang::De };
        // Two about one entry are one thing to do.
        for _ in 0..2 {
            report(&stage.backend, &Actor::Visitor, &complaint).await.unwrap();
        }
        trust(&stage.backend, &stage.mona, stage.organisation, "Seit Jahren verlässlich.").await.unwrap();
        stage.submitted("Noch ein Vorhaben", &[]).await;
        assert_eq!(count().await, Work { submissions: 1, reports: 1, checks: 1, ..before });
        for (actor, error) in [(&Actor::Visitor, Error::Unauthenticated), (&stage.owner, Error::Forbidden)] {
            assert_eq!(told(count_waiting(&stage.backend, actor).await), error);
        }
    }
}

#[tokio::test]
async fn what_one_decided_stays_to_be_undone_one_by_one_until_the_time_is_over() {
    for stage in stages().await {
        let mut picked = vec![];
        for title in ["Erstes Vorhaben", "Zweites Vorhaben", "Drittes Vorhaben"] {
            let id = stage.submitted(title, &[]).await;
            picked.push(stage.waiting(id).await);
        }
        let answer = crate::stage::answer(Decision::Reject, "Nein.");
        let batch = decide_all(&stage.backend, &stage.mona, &picked, &answer).await.unwrap();
        let open = async || list_undoable(&stage.backend, &stage.mona).await.unwrap();
        let all = open().await;
        assert_eq!(all.len(), 3);
        assert!(list_undoable(&stage.backend, &stage.max).await.unwrap().is_empty(), "each their own");
        let one = all.iter().find(|it| it.title == "Zweites Vorhaben").unwrap();
        assert_eq!(told(undo_only(&stage.backend, &stage.max, &batch, &one.id).await), Error::Conflict);
        undo_only(&stage.backend, &stage.mona, &batch, &one.id).await.unwrap();
        assert_eq!(told(undo_only(&stage.backend, &stage.mona, &batch, &one.id).await), Error::Conflict, "once");
        assert_eq!(stage.queue(&stage.mona, "").await, ["Zweites Vorhaben"]);
        assert_eq!(open().await.len(), 2);
        stage.wait(limits::UNDO_MINUTES * MINUTE);
        assert!(open().await.is_empty());
        assert_eq!(told(list_undoable(&stage.backend, &stage.owner).await), Error::Forbidden);
    }
}

#[tokio::test]
async fn what_another_has_open_is_taken_over_and_the_log_says_so() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let (revision, _) = stage.waiting(id).await;
        show_submission(&stage.backend, &stage.mona, revision, Lang::De).await.unwrap();
        assert!(matches!(told(stage.decide(&stage.max, id, Decision::Publish, "").await), Error::Reserved(_)));
        assert_eq!(told(take_over(&stage.backend, &stage.owner, revision).await), Error::Forbidden);
        take_over(&stage.backend, &stage.max, revision).await.unwrap();
        assert!(stage.past(id).await.contains(&("reading-taken".to_owned(), true)));
        assert!(matches!(told(stage.decide(&stage.mona, id, Decision::Publish, "").await), Error::Reserved(_)));
        // What is one's own already is nothing to tell.
        take_over(&stage.backend, &stage.max, revision).await.unwrap();
        assert_eq!(stage.past(id).await.iter().filter(|(action, _)| action == "reading-taken").count(), 1);
        stage.decide(&stage.max, id, Decision::Publish, "").await.unwrap();
        assert_eq!(told(take_over(&stage.backend, &stage.mona, revision).await), Error::Conflict);
        // Those who wrote it are not told who read it.
        let draft = backend::usecases::write::show_draft(&stage.backend, &stage.editor, id).await.unwrap();
        assert!(draft.past.iter().all(|past| past.action != "reading-taken"));
    }
}
