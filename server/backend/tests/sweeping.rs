//! Sweeping the file store, on both databases: what nothing names goes, and nothing else, whatever happens meanwhile.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    storage::{drafts, returned, unused_files},
    testing::{
        TestBackend, backends, import_from,
        people::{member, moderator, organisation},
        picture, sample,
    },
    usecases::{
        moderate::{Answer, Decision, decide},
        sweep_files::{Swept, sweep_files, would_sweep},
        write::{Beginning, Words, add_picture, begin_revision, create_entry, discard_draft, remove_picture, show_draft, submit},
    },
};
use domain::{
    Lang,
    account::{Actor, Role},
    id::EntryId,
    limits,
    picture::Picture,
    revision::RevisionState,
    time::HOUR,
    vocabulary::Kind,
};
use serde_json::Value;
use std::time::Duration;
use tokio::time::timeout;

struct Stage {
    backend: TestBackend,
    editor: Actor,
    id: EntryId,
}

/// A draft of a project.
async fn stages() -> Vec<Stage> {
    let mut stages = vec![];
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        let organisation = organisation(&backend, "dicv-koeln").await;
        let editor = member(&backend, "editor@example.org", organisation, Role::Editor).await;
        let typed = [("title", "Mit Bild"), ("problem", "x"), ("summary", "x"), ("phase", "pilot"), ("place", "Köln")];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let new = Beginning { kind: Kind::Project, organisation, typed: &typed, lang: Lang::De };
        let id = create_entry(&backend, &editor, &new).await.unwrap();
        stages.push(Stage { backend, editor, id });
    }
    stages
}

impl Stage {
    /// Puts a picture to the draft, and gives its name.
    async fn add(&self, shade: u8) -> String {
        add_picture(&self.backend, &self.editor, self.id, picture(shade), Words { alt: "Ein Bus", credit: "" }).await.unwrap();
        self.named().await.pop().unwrap()
    }

    async fn remove(&self, file: &str) {
        remove_picture(&self.backend, &self.editor, self.id, file).await.unwrap();
    }

    /// The pictures that the draft names.
    async fn named(&self) -> Vec<String> {
        let draft = show_draft(&self.backend, &self.editor, self.id).await.unwrap();
        let images = draft.document.get("images").and_then(Value::as_array).cloned().unwrap_or_default();
        images.iter().map(|image| image["file"].as_str().unwrap().to_owned()).collect()
    }

    /// A picture in the store that nothing names.
    async fn alone(&self, shade: u8) -> String {
        let file = self.add(shade).await;
        self.remove(&file).await;
        file
    }

    fn has(&self, file: &str) -> bool {
        self.backend.files.has(&file.parse().unwrap())
    }

    fn hours(&self, hours: i64) {
        self.backend.clock.set(self.backend.clock.now().0 + hours * HOUR);
    }

    async fn sweep(&self) -> Swept {
        sweep_files(&self.backend).await.unwrap().unwrap()
    }

    async fn publish(&self) {
        submit(&self.backend, &self.editor, self.id).await.unwrap();
        let revision = drafts::latest(&mut self.backend.db.read().await.unwrap(), self.id).await.unwrap().unwrap();
        let moderator = moderator(&self.backend, "moderator@example.org").await;
        let answer = Answer { decision: Decision::Publish, template: "", reason: "" };
        decide(&self.backend, &moderator, revision.id, revision.version, &answer).await.unwrap();
    }
}

#[tokio::test]
async fn what_nothing_names_for_two_days_goes_and_nothing_else() {
    for stage in stages().await {
        let (kept, gone) = (stage.add(10).await, stage.alone(200).await);
        let stranger = stage.backend.database.dir.path().join("files/notes.txt");
        std::fs::write(&stranger, "x").unwrap();
        std::fs::write(stranger.with_file_name("0123abcd.part"), "half").unwrap();
        assert_eq!(would_sweep(&stage.backend).await.unwrap(), Swept { waiting: 2, ..Swept::default() });
        assert_eq!(stage.sweep().await, Swept { waiting: 2, ..Swept::default() });
        stage.hours(limits::UNUSED_FILE_HOURS - 1);
        assert_eq!(stage.sweep().await.removed, 0);
        stage.hours(1);
        let would = would_sweep(&stage.backend).await.unwrap();
        assert!(stage.has(&gone) && would.removed == 2 && would.waiting == 0 && would.bytes > 4, "{would:?}");
        assert_eq!(stage.sweep().await, would);
        assert!(stage.has(&kept) && !stage.has(&gone) && stranger.is_file());
        assert_eq!(stage.sweep().await, Swept::default(), "once");
        // The same picture again is there again, and its time begins anew.
        assert_eq!(stage.alone(200).await, gone);
        stage.hours(limits::UNUSED_FILE_HOURS - 1);
        assert_eq!((stage.sweep().await.removed, stage.has(&gone)), (0, true));
    }
}

#[tokio::test]
async fn what_was_said_earlier_keeps_its_pictures() {
    for stage in stages().await {
        let (first, second) = (stage.add(10).await, stage.add(90).await);
        stage.publish().await;
        begin_revision(&stage.backend, &stage.editor, stage.id, None).await.unwrap();
        stage.remove(&first).await;
        stage.publish().await;
        begin_revision(&stage.backend, &stage.editor, stage.id, None).await.unwrap();
        let third = stage.add(200).await;
        let fourth = stage.alone(150).await;
        let mut tx = stage.backend.db.write().await.unwrap();
        let sent_back = format!(r#"{{"images": [{{"file": "{fourth}"}}]}}"#);
        let public = drafts::of_entry(&mut tx, stage.id).await.unwrap().into_iter().find(|it| it.state == RevisionState::Published);
        returned::insert(&mut tx, public.unwrap().id, stage.backend.clock.now(), &sent_back).await.unwrap();
        tx.commit().await.unwrap();
        for _ in 0..4 {
            stage.sweep().await;
            stage.hours(limits::UNUSED_FILE_HOURS);
        }
        assert!([&first, &second, &third].iter().all(|file| stage.has(file)), "in an earlier revision, in what is public, in a draft");
        assert!(stage.has(&fourth), "in what was sent back");
        // With the draft goes what only it named, two days after that was seen.
        let version = show_draft(&stage.backend, &stage.editor, stage.id).await.unwrap().version;
        discard_draft(&stage.backend, &stage.editor, stage.id, version).await.unwrap();
        assert_eq!(stage.sweep().await, Swept { waiting: 1, ..Swept::default() });
        stage.hours(limits::UNUSED_FILE_HOURS);
        assert_eq!((stage.sweep().await.removed, stage.has(&third)), (1, false));
        assert!(stage.has(&first) && stage.has(&second));
    }
}

#[tokio::test]
async fn what_is_sent_while_it_is_swept_is_there_in_the_end() {
    for stage in stages().await {
        for round in 0..8 {
            let file = stage.alone(30).await;
            stage.sweep().await;
            stage.hours(limits::UNUSED_FILE_HOURS);
            // The same bytes come again at the very moment when the file is to be removed.
            let words = Words { alt: "Ein Bus", credit: "" };
            let (swept, added, again) = tokio::join!(
                sweep_files(&stage.backend),
                add_picture(&stage.backend, &stage.editor, stage.id, picture(30), words),
                sweep_files(&stage.backend)
            );
            swept.unwrap();
            added.unwrap();
            again.unwrap();
            assert_eq!((stage.named().await, stage.has(&file)), (vec![file.clone()], true), "round {round}");
            stage.remove(&file).await;
        }
    }
}

#[tokio::test]
async fn an_upload_that_takes_its_time_is_left_alone() {
    for stage in stages().await {
        let file = stage.alone(60).await;
        stage.sweep().await;
        stage.hours(limits::UNUSED_FILE_HOURS);
        // Sent again: announced, and no document names it yet.
        let announced = stage.backend.files.keep_picture(picture(60), async |picture: &Picture| {
            let mut tx = stage.backend.db.write().await?;
            unused_files::sent(&mut tx, &picture.to_string(), stage.backend.clock.now()).await?;
            tx.commit().await?;
            assert_eq!(stage.sweep().await.removed, 0);
            Ok(())
        });
        assert_eq!(announced.await.unwrap().to_string(), file);
        assert_eq!((stage.sweep().await.removed, stage.has(&file)), (0, true));
    }
}

#[tokio::test]
async fn a_document_that_is_being_saved_keeps_what_it_names() {
    for stage in stages().await {
        let file = stage.alone(120).await;
        stage.sweep().await;
        stage.hours(limits::UNUSED_FILE_HOURS);
        // Saved, and not committed yet: no list that is made now holds it.
        let mut tx = stage.backend.db.write().await.unwrap();
        let draft = drafts::latest(&mut tx, stage.id).await.unwrap().unwrap();
        let mut document = draft.document.clone();
        document.insert("images".into(), serde_json::json!([{"file": file, "alt": "Ein Bus"}]));
        let text = serde_json::to_string(&document).unwrap();
        let now = stage.backend.clock.now();
        assert!(drafts::save(&mut tx, draft.id, draft.version, &text, &stage.editor.label(), now).await.unwrap());
        let mut sweep = Box::pin(sweep_files(&stage.backend));
        assert!(timeout(Duration::from_millis(300), &mut sweep).await.is_err(), "it waits");
        assert!(stage.has(&file));
        tx.commit().await.unwrap();
        assert_eq!((sweep.await.unwrap().unwrap().removed, stage.has(&file)), (0, true));
        stage.hours(limits::UNUSED_FILE_HOURS);
        assert_eq!((stage.sweep().await.removed, stage.has(&file)), (0, true));
    }
}

#[tokio::test]
async fn a_sweep_that_was_killed_is_gone_on_with() {
    for stage in stages().await {
        let (half, gone, other) = (stage.alone(20).await, stage.alone(70).await, stage.alone(220).await);
        stage.sweep().await;
        stage.hours(limits::UNUSED_FILE_HOURS);
        // It was killed after files were removed, before that was noted: of one all, of another some.
        stage.backend.files.remove(&gone).await.unwrap();
        let folder = stage.backend.database.dir.path().join("files");
        let picture: Picture = half.parse().unwrap();
        std::fs::write(folder.join(picture.file(picture.size().0)), "").unwrap();
        let swept = stage.sweep().await;
        assert_eq!((swept.waiting, stage.backend.files.kept().await.unwrap().len()), (0, 0), "{swept:?}");
        assert!(!stage.has(&half) && !stage.has(&other));
        assert_eq!(stage.sweep().await, Swept::default());
        // Nothing of it is in the way of the same pictures.
        assert_eq!(stage.add(70).await, gone);
        assert!(stage.has(&gone));
    }
}
