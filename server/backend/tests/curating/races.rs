//! Many who change the same entries at once: each in turn or told so, and nobody waits for somebody who waits for them.

use crate::stage::{Stage, answer, stages};
use backend::{
    Failure,
    storage::{drafts, entries},
    testing::import_from,
    usecases::{
        curate::{end_trust, trust},
        duplicates::{Merge, merge, undo as part},
        moderate::{Decision, decide, undo},
        write::{begin_revision, discard_draft, submit},
    },
};
use domain::{Error, id::EntryId, revision::RevisionState, vocabulary::Kind};

const ROUNDS: usize = 12;
const LINES: usize = 12;

/// Done, or told why not.
fn ends<T>(what: &str, outcome: backend::Result<T>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(Failure::Told(Error::Conflict | Error::NotFound | Error::Invalid(_) | Error::Reserved(_))) => false,
        Err(failure) => panic!("{what}: {failure:?}"),
    }
}

impl Stage {
    async fn merging(&self, goes: EntryId, stays: EntryId) -> Merge {
        let both = entries::by_ids(&mut self.backend.db.read().await.unwrap(), &[goes, stays]).await.unwrap();
        let version = |id| both.iter().find(|entry| entry.id == id).unwrap().version;
        Merge { stays: (stays, version(stays)), goes: (goes, version(goes)), taken: Default::default() }
    }

    /// That one revision of an entry is public at most, and one open.
    async fn is_whole(&self, id: EntryId) {
        let all = drafts::of_entry(&mut self.backend.db.read().await.unwrap(), id).await.unwrap();
        let public = all.iter().filter(|revision| revision.state == RevisionState::Published).count();
        assert_eq!(public, 1, "{all:?}");
    }
}

#[tokio::test]
async fn publishing_and_putting_together_at_once_end() {
    for stage in stages().await {
        let (one, other) = (stage.submitted("Eins", &[]).await, stage.submitted("Zwei", &[]).await);
        stage.publish(one).await;
        stage.publish(other).await;
        for round in 0..ROUNDS {
            stage.wait(1);
            stage.changed(one, &format!("Es war langsam, {round}.")).await;
            let (revision, version) = stage.waiting(one).await;
            let how = stage.merging(other, one).await;
            let yes = answer(Decision::Publish, "");
            let (published, merged) =
                tokio::join!(decide(&stage.backend, &stage.mona, revision, version, &yes), merge(&stage.backend, &stage.max, &how));
            let batch = published.as_ref().map(|decided| decided.batch.clone()).ok();
            let (is_published, is_merged) = (ends("publish", published), ends("merge", merged));
            assert!(is_published || is_merged, "one of them is not in the way of the other");
            stage.is_whole(one).await;
            // And back.
            match (batch, is_merged) {
                (Some(batch), true) => {
                    let (undone, parted) = tokio::join!(undo(&stage.backend, &stage.mona, &batch), part(&stage.backend, &stage.max, other));
                    assert!(ends("undo", undone) | ends("part", parted));
                }
                (Some(batch), false) => assert!(ends("undo", undo(&stage.backend, &stage.mona, &batch).await)),
                (None, _) => assert!(ends("part", part(&stage.backend, &stage.max, other).await)),
            }
            stage.is_whole(one).await;
            if let RevisionState::Submitted = stage.latest(one).await.state {
                stage.decide(&stage.mona, one, Decision::Publish, "").await.unwrap();
            }
            assert!(stage.entry(other).await.state.is_public(), "round {round}, {}", stage.backend.database.name);
        }
    }
}

#[tokio::test]
async fn who_begins_while_something_is_published_begins_from_that() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.publish(id).await;
        let mut count = 0;
        for round in 0..ROUNDS {
            stage.wait(1);
            stage.changed(id, &format!("Es war langsam, {round}.")).await;
            let (revision, version) = stage.waiting(id).await;
            let yes = answer(Decision::Publish, "");
            let (published, begun) = tokio::join!(
                decide(&stage.backend, &stage.mona, revision, version, &yes),
                begin_revision(&stage.backend, &stage.editor, id, None)
            );
            assert!(ends("publish", published), "round {round}");
            if ends("begin", begun) {
                count += 1;
                let draft = stage.latest(id).await;
                assert_eq!((draft.state, draft.based_on), (RevisionState::Draft, Some(revision)), "{}", stage.backend.database.name);
                discard_draft(&stage.backend, &stage.editor, id, draft.version).await.unwrap();
            }
            stage.is_whole(id).await;
        }
        assert!(count > 0, "nobody ever began, {}", stage.backend.database.name);
    }
}

#[tokio::test]
async fn handing_in_by_trust_and_putting_together_at_once_end() {
    for stage in stages().await {
        let (one, other) = (stage.submitted("Eins", &[]).await, stage.submitted("Zwei", &[]).await);
        stage.publish(one).await;
        stage.publish(other).await;
        trust(&stage.backend, &stage.mona, stage.organisation, "Kennen wir.").await.unwrap();
        for round in 0..ROUNDS {
            stage.wait(1);
            begin_revision(&stage.backend, &stage.editor, one, None).await.unwrap();
            stage.write(one, "story", &[("setbacks", &format!("Es war langsam, {round}."))]).await;
            let how = stage.merging(other, one).await;
            let (handed_in, merged) = tokio::join!(submit(&stage.backend, &stage.editor, one), merge(&stage.backend, &stage.max, &how));
            assert!(ends("submit", handed_in), "nobody else wrote it");
            if ends("merge", merged) {
                part(&stage.backend, &stage.max, other).await.unwrap();
            }
            stage.is_whole(one).await;
        }
        end_trust(&stage.backend, &stage.mona, stage.organisation).await.unwrap();
    }
}

/// Projects of the organisation as others compiled them, and what they say.
fn compiled(round: usize, problem: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let line = |index| {
        format!(
            r#"{{"id": "vorhaben-{round}-{index}", "title": "Vorhaben {index}", "summary": "S", "problem": "{problem}", "phase": "live",
               "scope": "local", "organisation": "dicv-koeln"}}"#
        )
        .replace('\n', " ")
    };
    let lines: Vec<_> = (0..LINES).map(line).collect();
    std::fs::write(dir.path().join("projects.jsonl"), lines.join("\n")).unwrap();
    dir
}

#[tokio::test]
async fn importing_and_publishing_at_once_end() {
    for stage in stages().await {
        for round in 0..ROUNDS {
            import_from(&stage.backend, compiled(round, "Es war.").path()).await.unwrap();
            // One of those that the import comes to when it has changed others.
            let slug = format!("vorhaben-{round}-{}", LINES - 1 - round % 3);
            let id = entries::by_slug(&mut stage.backend.db.read().await.unwrap(), Kind::Project, &slug).await.unwrap().unwrap().id;
            stage.changed(id, &format!("Es war langsam, {round}.")).await;
            let (revision, version) = stage.waiting(id).await;
            let (again, yes) = (compiled(round, "Es ist."), answer(Decision::Publish, ""));
            let (imported, published) =
                tokio::join!(import_from(&stage.backend, again.path()), decide(&stage.backend, &stage.mona, revision, version, &yes));
            assert!(ends("import", imported) && ends("publish", published), "round {round}, {}", stage.backend.database.name);
            stage.is_whole(id).await;
            assert_eq!(stage.entry(id).await.revision.map(|public| public.id), Some(revision), "what the organisation says stays");
        }
    }
}
