//! Writing, handing in and deciding, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    storage::{drafts, entries, mails},
    testing::{
        TestBackend, backends, import_from,
        people::{fields, member, moderator, organisation, told},
        picture, sample,
    },
    usecases::{
        moderate::{Answer, Asked, Decided, Decision, decide, list_queue, show_submission},
        show_history::show_history,
        show_project::show_project,
        write::{
            Beginning, Discarded, Ending, Saved, Seen, Way, Words, add_picture, begin_revision, create_entry, delete_entry,
            describe_picture, discard_draft, end_entry, list_own, move_picture, remove_picture, save_draft, show_draft, submit, take_back,
        },
    },
};
use domain::{
    Error, Lang, Problem,
    account::{Actor, Role},
    entry::EntryState,
    id::{EntryId, RevisionId},
    revision::RevisionState,
    vocabulary::Kind,
};

fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

const QUICK: [(&str, &str); 5] = [
    ("title", "Fahrdienst plant Touren mit KI"),
    ("problem", "Unser Fahrdienst plant jeden Abend zwei Stunden von Hand."),
    ("summary", "Ein Programm schlägt Touren vor."),
    ("phase", "pilot"),
    ("place", "Köln"),
];

/// The sample directory, an editor of one of its organisations, and a moderator.
struct Stage {
    backend: TestBackend,
    organisation: EntryId,
    editor: Actor,
    owner: Actor,
    stranger: Actor,
    moderator: Actor,
}

async fn stages() -> Vec<Stage> {
    let mut stages = vec![];
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        backend.indexer.start(&mut |_, _| {}).await.unwrap();
        let (organisation, other) = (organisation(&backend, "dicv-koeln").await, organisation(&backend, "correlaid").await);
        stages.push(Stage {
            organisation,
            editor: member(&backend, "editor@verein.example.org", organisation, Role::Editor).await,
            owner: member(&backend, "owner@verein.example.org", organisation, Role::Owner).await,
            stranger: member(&backend, "stranger@verein.example.org", other, Role::Owner).await,
            moderator: moderator(&backend, "moderator@verein.example.org").await,
            backend,
        });
    }
    stages
}

fn answer(decision: Decision, reason: &str) -> Answer<'_> {
    Answer { decision, template: "", reason }
}

impl Stage {
    async fn create(&self) -> EntryId {
        self.begin(&self.editor, &QUICK).await.unwrap()
    }

    async fn begin(&self, actor: &Actor, pairs: &[(&str, &str)]) -> backend::Result<EntryId> {
        let new = Beginning { kind: Kind::Project, organisation: self.organisation, typed: &typed(pairs), lang: Lang::De };
        create_entry(&self.backend, actor, &new).await
    }

    async fn save(&self, id: EntryId, section_id: &str, pairs: &[(&str, &str)], version: i64) -> Saved {
        save_draft(&self.backend, &self.editor, id, section_id, &typed(pairs), version).await.unwrap()
    }

    /// The revision that waits and its version.
    async fn waiting(&self, id: EntryId) -> (RevisionId, i64) {
        let revision = drafts::latest(&mut self.backend.db.read().await.unwrap(), id).await.unwrap().unwrap();
        assert_eq!(revision.state, RevisionState::Submitted);
        (revision.id, revision.version)
    }

    async fn decide(&self, id: EntryId, decision: Decision, reason: &str) -> backend::Result<Decided> {
        let (revision, version) = self.waiting(id).await;
        decide(&self.backend, &self.moderator, revision, version, &answer(decision, reason)).await
    }

    async fn mails(&self) -> i64 {
        mails::waiting(&mut self.backend.db.read().await.unwrap()).await.unwrap().total
    }

    async fn state(&self, id: EntryId) -> RevisionState {
        show_draft(&self.backend, &self.editor, id).await.unwrap().state
    }
}

#[tokio::test]
async fn from_a_first_idea_to_an_entry_everyone_can_read_and_on() {
    for stage in stages().await {
        let (backend, editor) = (&stage.backend, &stage.editor);
        let id = stage.create().await;
        let draft = show_draft(backend, editor, id).await.unwrap();
        assert_eq!((draft.state, &*draft.entry.slug, draft.problems.len()), (RevisionState::Draft, "fahrdienst-plant-touren-mit-ki", 0));
        assert_eq!(draft.document["precision"], "town");
        assert!(draft.document["lat"].as_f64().is_some_and(|lat| (lat - 50.94).abs() < 0.1), "{:?}", draft.document);
        assert!(matches!(told(show_project(backend, &Actor::Visitor, &draft.entry.slug).await), Error::NotFound));

        assert_eq!(stage.save(id, "story", &[("setbacks", "Der erste Versuch war zu langsam.")], 1).await, Saved::As(2));
        submit(backend, editor, id).await.unwrap();
        assert!(matches!(told(submit(backend, editor, id).await), Error::Conflict));
        let queue = list_queue(backend, &stage.moderator, &Asked::default(), Lang::De).await.unwrap();
        assert_eq!((queue.total, queue.page.items[0].title.as_str()), (1, QUICK[0].1));

        assert_eq!(fields(told(stage.decide(id, Decision::RequestChanges, " ").await)), [("reason".to_owned(), Problem::Required)]);
        stage.decide(id, Decision::RequestChanges, "Bitte sagt, wer plant.").await.unwrap();
        let draft = show_draft(backend, editor, id).await.unwrap();
        assert_eq!((draft.state, draft.reason().unwrap().reason.as_str()), (RevisionState::ChangesRequested, "Bitte sagt, wer plant."));
        assert_eq!(stage.mails().await, 1);

        assert_eq!(
            stage.save(id, "people", &[("reach", "Drei Leute in der Leitstelle")], draft.version).await,
            Saved::As(draft.version + 1)
        );
        submit(backend, editor, id).await.unwrap();
        stage.decide(id, Decision::Publish, "").await.unwrap();
        let shown = show_project(backend, &Actor::Visitor, &draft.entry.slug).await.unwrap();
        assert_eq!((&*shown.project.setbacks, shown.entry.state), ("Der erste Versuch war zu langsam.", EntryState::Published));
        assert!(shown.entry.confirmed_at.is_some());
        assert_eq!(stage.mails().await, 2);
        assert_eq!(list_queue(backend, &stage.moderator, &Asked::default(), Lang::De).await.unwrap().total, 0);

        // An edit: readers see the old words until it is decided on.
        begin_revision(backend, editor, id, None).await.unwrap();
        let draft = show_draft(backend, editor, id).await.unwrap();
        assert_eq!(fields(told(submit(backend, editor, id).await)), [(String::new(), Problem::Unchanged)]);
        stage.save(id, "story", &[("setbacks", "Der erste Versuch war viel zu langsam.")], draft.version).await;
        submit(backend, editor, id).await.unwrap();
        assert_eq!(&*show_project(backend, &Actor::Visitor, &draft.entry.slug).await.unwrap().project.setbacks, &*shown.project.setbacks);
        let (revision, _) = stage.waiting(id).await;
        let submission = show_submission(backend, &stage.moderator, revision, Lang::De).await.unwrap();
        assert_eq!(submission.changes.iter().map(|change| change.field).collect::<Vec<_>>(), ["setbacks"]);
        assert_eq!(submission.changes[0].words[1].1, "viel ");
        stage.decide(id, Decision::Publish, "").await.unwrap();
        assert!(show_project(backend, &Actor::Visitor, &draft.entry.slug).await.unwrap().project.setbacks.contains("viel zu"));

        let history = show_history(backend, &Actor::Visitor, Kind::Project, &draft.entry.slug, Some((2, 1)), Lang::De).await.unwrap();
        assert_eq!(history.revisions.iter().map(|past| (past.number, past.is_current)).collect::<Vec<_>>(), [(2, true), (1, false)]);
        assert_eq!(history.compared.unwrap().changes.len(), 1);
        assert!(!history.may_restore);
        // Back to what the first said.
        begin_revision(backend, editor, id, Some(1)).await.unwrap();
        assert_eq!(show_draft(backend, editor, id).await.unwrap().document["setbacks"], "Der erste Versuch war zu langsam.");
    }
}

#[tokio::test]
async fn what_is_typed_is_kept_right_or_wrong_and_all_that_is_wrong_is_told_when_it_is_handed_in() {
    for stage in stages().await {
        let id = stage.create().await;
        let long = "x".repeat(500);
        let wrong = [("title", long.as_str()), ("summary", ""), ("phase", "bald"), ("place", "Kölle am Ring"), ("problem", "<script>")];
        stage.save(id, "basics", &wrong, 1).await;
        stage.save(id, "links", &[("website", "javascript:alert(1)")], 2).await;
        let draft = show_draft(&stage.backend, &stage.editor, id).await.unwrap();
        assert_eq!((&draft.document["title"], &draft.document["place"]), (&long.as_str().into(), &"Kölle am Ring".into()));
        let wrong: Vec<_> = fields(told(submit(&stage.backend, &stage.editor, id).await)).into_iter().map(|(field, _)| field).collect();
        assert_eq!(wrong, ["title", "summary", "phase", "place", "website"]);
        assert_eq!(stage.state(id).await, RevisionState::Draft);
        let wrong = fields(told(stage.begin(&stage.editor, &[("title", ""), ("place", "Nirgendheim")]).await));
        assert_eq!(wrong.len(), 5, "{wrong:?}");
    }
}

#[tokio::test]
async fn of_two_who_save_at_once_one_is_told_and_nothing_is_written_over() {
    for stage in stages().await {
        let id = stage.create().await;
        let (one, two) =
            tokio::join!(stage.save(id, "story", &[("solution", "Eins")], 1), stage.save(id, "story", &[("solution", "Zwei")], 1));
        let mut outcomes = [one, two];
        outcomes.sort_by_key(|saved| matches!(saved, Saved::Overtaken(_)));
        assert_eq!(outcomes, [Saved::As(2), Saved::Overtaken(2)]);
        let solution = show_draft(&stage.backend, &stage.editor, id).await.unwrap().document["solution"].clone();
        assert_eq!(solution, if one == Saved::As(2) { "Eins" } else { "Zwei" });
        // The same words again change nothing, whatever the version.
        assert_eq!(stage.save(id, "story", &[("solution", solution.as_str().unwrap())], 1).await, Saved::As(2));
    }
}

#[tokio::test]
async fn of_many_who_save_different_things_at_once_all_are_kept() {
    for stage in stages().await {
        let id = stage.create().await;
        let draft = show_draft(&stage.backend, &stage.editor, id).await.unwrap();
        let seen = |id: &str| {
            let section = domain::form::sections(Kind::Project).iter().find(|section| section.id == id).unwrap();
            Seen::of(&draft.document, section).write()
        };
        let (story, people, data) = (seen("story"), seen("people"), seen("data"));
        // Two in one section, and one each in two others, all from the same version.
        let solution = [("seen", &*story), ("solution", "Eins")];
        let results = [("seen", &*story), ("results", "Zwei")];
        let reach = [("seen", &*people), ("reach", "Drei")];
        let used = [("seen", &*data), ("data_used", "Vier")];
        let saved = tokio::join!(
            stage.save(id, "story", &solution, 1),
            stage.save(id, "story", &results, 1),
            stage.save(id, "people", &reach, 1),
            stage.save(id, "data", &used, 1),
        );
        let mut versions = [saved.0, saved.1, saved.2, saved.3].map(|saved| match saved {
            Saved::As(version) => version,
            Saved::Overtaken(version) => panic!("{version}"),
        });
        versions.sort_unstable();
        assert_eq!(versions, [2, 3, 4, 5]);
        let document = show_draft(&stage.backend, &stage.editor, id).await.unwrap().document;
        let kept = ["solution", "results", "reach", "data_used"].map(|name| document[name].as_str().unwrap().to_owned());
        assert_eq!(kept, ["Eins", "Zwei", "Drei", "Vier"]);
        // An old form that says nothing of what it showed is told, as before.
        assert_eq!(stage.save(id, "story", &[("solution", "Neu")], 1).await, Saved::Overtaken(5));
    }
}

#[tokio::test]
async fn what_nobody_ever_read_can_be_deleted_by_its_owners() {
    for stage in stages().await {
        let (backend, editor, owner) = (&stage.backend, &stage.editor, &stage.owner);
        let id = stage.create().await;
        submit(backend, editor, id).await.unwrap();
        assert!(matches!(told(delete_entry(backend, owner, id).await), Error::Conflict), "it is being read");
        stage.decide(id, Decision::Reject, "Weil.").await.unwrap();
        begin_revision(backend, editor, id, None).await.unwrap();
        assert!(matches!(told(delete_entry(backend, &Actor::Visitor, id).await), Error::Unauthenticated));
        assert!(matches!(told(delete_entry(backend, &stage.stranger, id).await), Error::NotFound));
        assert!(matches!(told(delete_entry(backend, editor, id).await), Error::Forbidden));
        delete_entry(backend, owner, id).await.unwrap();
        assert!(matches!(told(show_draft(backend, owner, id).await), Error::NotFound));

        let id = stage.create().await;
        submit(backend, editor, id).await.unwrap();
        stage.decide(id, Decision::Publish, "").await.unwrap();
        assert!(matches!(told(delete_entry(backend, owner, id).await), Error::Conflict));
        end_entry(backend, owner, id, Ending::Withdraw).await.unwrap();
        assert!(matches!(told(delete_entry(backend, owner, id).await), Error::Conflict), "its history is kept");
        assert!(matches!(told(delete_entry(backend, owner, stage.organisation).await), Error::Conflict));
    }
}

#[tokio::test]
async fn two_who_begin_at_once_find_one_draft() {
    for stage in stages().await {
        let id = stage.create().await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.decide(id, Decision::Publish, "").await.unwrap();
        let begin = || begin_revision(&stage.backend, &stage.editor, id, None);
        let (one, two, three) = tokio::join!(begin(), begin(), begin());
        assert!(one.is_ok() && two.is_ok() && three.is_ok(), "{one:?} {two:?} {three:?}");
        assert_eq!(show_draft(&stage.backend, &stage.editor, id).await.unwrap().number, 2);
    }
}

#[tokio::test]
async fn of_two_decisions_at_once_one_counts() {
    for stage in stages().await {
        let id = stage.create().await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        let (revision, version) = stage.waiting(id).await;
        let answers = [answer(Decision::Publish, "Weil."), answer(Decision::Reject, "Weil.")];
        let decide = |answer| decide(&stage.backend, &stage.moderator, revision, version, answer);
        let (publish, again, reject) = tokio::join!(decide(&answers[0]), decide(&answers[0]), decide(&answers[1]));
        let outcomes = [publish, again, reject];
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        for lost in outcomes.into_iter().filter(Result::is_err) {
            assert!(matches!(told(lost), Error::Conflict));
        }
        assert_eq!(stage.mails().await, 1);
    }
}

#[tokio::test]
async fn what_waits_can_be_taken_back_and_what_was_not_seen_cannot_be_decided_on() {
    for stage in stages().await {
        let id = stage.create().await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        let (revision, version) = stage.waiting(id).await;
        take_back(&stage.backend, &stage.editor, id).await.unwrap();
        stage.save(id, "story", &[("solution", "Neu")], version + 1).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        let stale = decide(&stage.backend, &stage.moderator, revision, version, &answer(Decision::Publish, "")).await;
        assert!(matches!(told(stale), Error::Conflict));
        stage.decide(id, Decision::Reject, "Das ist Werbung.").await.unwrap();
        assert_eq!(stage.state(id).await, RevisionState::Rejected);
        begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
        assert_eq!(stage.state(id).await, RevisionState::Draft);
    }
}

#[tokio::test]
async fn drafts_can_be_thrown_away_and_entries_put_away() {
    for stage in stages().await {
        let (backend, editor, owner) = (&stage.backend, &stage.editor, &stage.owner);
        let id = stage.create().await;
        assert!(matches!(told(discard_draft(backend, editor, id, 9).await), Error::Conflict));
        assert_eq!(discard_draft(backend, editor, id, 1).await.unwrap(), Discarded::Entry);
        assert!(matches!(told(show_draft(backend, editor, id).await), Error::NotFound));

        let id = stage.create().await;
        submit(backend, editor, id).await.unwrap();
        stage.decide(id, Decision::Publish, "").await.unwrap();
        begin_revision(backend, editor, id, None).await.unwrap();
        assert_eq!(discard_draft(backend, editor, id, 1).await.unwrap(), Discarded::Draft, "what readers see stays");
        assert!(matches!(told(end_entry(backend, editor, id, Ending::Archive).await), Error::Forbidden));
        for (ending, state) in
            [(Ending::Archive, EntryState::Archived), (Ending::Withdraw, EntryState::Unpublished), (Ending::Resume, EntryState::Published)]
        {
            end_entry(backend, owner, id, ending).await.unwrap();
            assert_eq!(show_draft(backend, editor, id).await.unwrap().entry.state, state);
        }
        assert!(list_own(backend, editor).await.unwrap()[0].entries.iter().any(|listed| listed.id == id));
    }
}

#[tokio::test]
async fn pictures_are_put_to_a_draft_beside_whatever_others_write() {
    for stage in stages().await {
        let (backend, editor) = (&stage.backend, &stage.editor);
        let id = stage.create().await;
        let words = Words { alt: "Ein Bus", credit: " " };
        let add = |shade| add_picture(backend, editor, id, picture(shade), words);
        // Two pictures and a text at once: all of them are there.
        let (one, two, saved) = tokio::join!(add(10), add(200), stage.save(id, "story", &[("solution", "Neu")], 1));
        one.unwrap();
        two.unwrap();
        let draft = show_draft(backend, editor, id).await.unwrap();
        let images = draft.document["images"].as_array().unwrap().clone();
        assert_eq!((images.len(), &images[0]["alt"], images[0].get("credit")), (2, &"Ein Bus".into(), None));
        assert!(saved != Saved::As(2) || draft.document["solution"] == "Neu");

        let file = images[0]["file"].as_str().unwrap().to_owned();
        let other = Words { alt: "Ein Bus am Morgen", credit: "Foto: Mira" };
        let describe = |version| describe_picture(backend, editor, id, &file, other, version);
        assert_eq!(describe(draft.version - 1).await.unwrap(), Saved::Overtaken(draft.version));
        assert_eq!(describe(draft.version).await.unwrap(), Saved::As(draft.version + 1));
        let nothing = describe_picture(backend, editor, id, &file, Words { alt: "", ..other }, draft.version + 1).await;
        assert_eq!(fields(told(nothing)), [("alt".to_owned(), Problem::Required)]);

        for shade in [60, 90, 120, 150] {
            add(shade).await.unwrap();
        }
        assert_eq!(fields(told(add(180).await)), [("file".to_owned(), Problem::TooMany { max: 6 })]);
        remove_picture(backend, editor, id, &file).await.unwrap();
        remove_picture(backend, editor, id, &file).await.unwrap();
        add(180).await.unwrap();
        submit(backend, editor, id).await.unwrap();
        assert_eq!(told(add(1).await), Error::Conflict);
        assert_eq!(told(remove_picture(backend, editor, id, &file).await), Error::Conflict);
        stage.decide(id, Decision::Publish, "").await.unwrap();
        let shown = show_project(backend, &Actor::Visitor, &draft.entry.slug).await.unwrap();
        assert_eq!(shown.project.images.len(), 6);
        assert!(shown.project.images.iter().all(|image| backend.files.has(&image.file.parse().unwrap())));

        // Who decides on a change sees which pictures go.
        begin_revision(backend, editor, id, None).await.unwrap();
        remove_picture(backend, editor, id, &shown.project.images[0].file).await.unwrap();
        submit(backend, editor, id).await.unwrap();
        let (revision, _) = stage.waiting(id).await;
        let submission = show_submission(backend, &stage.moderator, revision, Lang::De).await.unwrap();
        assert_eq!(submission.changes.iter().map(|change| change.field).collect::<Vec<_>>(), ["images"]);
    }
}

#[tokio::test]
async fn pictures_change_places_and_keep_what_was_typed_of_them() {
    for stage in stages().await {
        let (backend, editor) = (&stage.backend, &stage.editor);
        let id = stage.create().await;
        for (shade, alt) in [(10, "Eins"), (90, "Zwei"), (200, "Drei")] {
            add_picture(backend, editor, id, picture(shade), Words { alt, credit: "" }).await.unwrap();
        }
        let said = async || {
            let draft = show_draft(backend, editor, id).await.unwrap();
            let images = draft.document["images"].as_array().unwrap().clone();
            let text = |name: &'static str| images.iter().map(move |image| image[name].as_str().unwrap_or_default().to_owned());
            (text("alt").collect::<Vec<_>>(), text("file").collect::<Vec<_>>(), draft.version)
        };
        let (_, files, version) = said().await;
        let moved = async |file: &str, way, alt: &str, version| {
            move_picture(backend, editor, id, (file, way), Words { alt, credit: "" }, version).await
        };
        assert_eq!(moved(&files[2], Way::Up, "Drei", version).await.unwrap(), Saved::As(version + 1));
        assert_eq!(said().await.0, ["Eins", "Drei", "Zwei"]);
        // What was typed and not saved yet goes with it.
        assert_eq!(moved(&files[0], Way::Down, "Eins, von vorn", version + 1).await.unwrap(), Saved::As(version + 2));
        assert_eq!(said().await.0, ["Drei", "Eins, von vorn", "Zwei"]);
        // Beyond the ends nothing moves, and nothing is saved where nothing changed.
        assert_eq!(moved(&files[2], Way::Up, "Drei", version + 2).await.unwrap(), Saved::As(version + 2));
        assert_eq!(moved(&files[1], Way::Down, "Zwei", version + 2).await.unwrap(), Saved::As(version + 2));
        // Somebody else saved meanwhile: nothing of it happens.
        assert_eq!(moved(&files[1], Way::Up, "Zwei", version).await.unwrap(), Saved::Overtaken(version + 2));
        assert_eq!(fields(told(moved(&files[1], Way::Up, " ", version + 2).await)), [("alt".to_owned(), Problem::Required)]);
        assert_eq!(told(moved("0", Way::Up, "x", version + 2).await), Error::NotFound);
        assert_eq!(said().await.0, ["Drei", "Eins, von vorn", "Zwei"]);

        // The order is what readers see, and who decides sees that it changed.
        submit(backend, editor, id).await.unwrap();
        assert_eq!(told(moved(&files[1], Way::Up, "Zwei", version + 2).await), Error::Conflict);
        stage.decide(id, Decision::Publish, "").await.unwrap();
        begin_revision(backend, editor, id, None).await.unwrap();
        let version = said().await.2;
        assert_eq!(moved(&files[1], Way::Up, "Zwei", version).await.unwrap(), Saved::As(version + 1));
        submit(backend, editor, id).await.unwrap();
        let (revision, _) = stage.waiting(id).await;
        let submission = show_submission(backend, &stage.moderator, revision, Lang::De).await.unwrap();
        assert_eq!(submission.changes.iter().map(|change| change.field).collect::<Vec<_>>(), ["images"]);
    }
}

#[tokio::test]
async fn strangers_can_do_nothing_and_see_nothing() {
    for stage in stages().await {
        let id = stage.create().await;
        let (revision, version) = {
            submit(&stage.backend, &stage.editor, id).await.unwrap();
            stage.waiting(id).await
        };
        for (actor, hidden, refused) in
            [(&Actor::Visitor, Error::Unauthenticated, Error::Unauthenticated), (&stage.stranger, Error::NotFound, Error::Forbidden)]
        {
            let backend = &stage.backend;
            assert_eq!(told(show_draft(backend, actor, id).await), hidden);
            assert_eq!(told(save_draft(backend, actor, id, "basics", &[], 1).await), hidden);
            assert_eq!(told(submit(backend, actor, id).await), hidden);
            let words = Words { alt: "x", credit: "" };
            assert_eq!(told(add_picture(backend, actor, id, picture(1), words).await), hidden);
            assert_eq!(told(describe_picture(backend, actor, id, "x", words, 1).await), hidden);
            assert_eq!(told(move_picture(backend, actor, id, ("x", Way::Up), words, 1).await), hidden);
            assert_eq!(told(remove_picture(backend, actor, id, "x").await), hidden);
            assert_eq!(told(take_back(backend, actor, id).await), hidden);
            assert_eq!(told(begin_revision(backend, actor, id, None).await), hidden);
            assert_eq!(told(discard_draft(backend, actor, id, 1).await), hidden);
            assert_eq!(told(end_entry(backend, actor, id, Ending::Withdraw).await), hidden);
            assert_eq!(told(list_queue(backend, actor, &Asked::default(), Lang::De).await), refused);
            assert_eq!(told(show_submission(backend, actor, revision, Lang::De).await), refused);
            assert_eq!(told(decide(backend, actor, revision, version, &answer(Decision::Publish, "")).await), refused);
        }
        assert_eq!(told(stage.begin(&Actor::Visitor, &QUICK).await), Error::Unauthenticated);
        assert_eq!(told(stage.begin(&stage.stranger, &QUICK).await), Error::NotFound);
        assert_eq!(told(decide(&stage.backend, &stage.owner, revision, version, &answer(Decision::Publish, "")).await), Error::Forbidden);
    }
}

#[tokio::test]
async fn what_was_put_away_stays_so_and_an_import_overwrites_nobody() {
    for stage in stages().await {
        let (backend, editor) = (&stage.backend, &stage.editor);
        let carifix = entries::by_slug(&mut backend.db.read().await.unwrap(), Kind::Project, "carifix").await.unwrap().unwrap();
        begin_revision(backend, &stage.moderator, carifix.id, None).await.unwrap();
        let document = show_draft(backend, &stage.moderator, carifix.id).await.unwrap().document;
        let typed = typed(&[("advice", "Fragt uns einfach.")]);
        save_draft(backend, &stage.moderator, carifix.id, "story", &typed, 1).await.unwrap();
        // Beside a draft that is open, and after it was published.
        import_from(backend, &sample()).await.unwrap();
        assert_ne!(show_draft(backend, &stage.moderator, carifix.id).await.unwrap().document, document);
        submit(backend, &stage.moderator, carifix.id).await.unwrap();
        stage.decide(carifix.id, Decision::Publish, "").await.unwrap();
        import_from(backend, &sample()).await.unwrap();
        let shown = show_project(backend, &Actor::Visitor, "carifix").await.unwrap();
        assert_eq!(&*shown.project.advice, "Fragt uns einfach.");

        let id = stage.create().await;
        submit(backend, editor, id).await.unwrap();
        stage.decide(id, Decision::Publish, "").await.unwrap();
        begin_revision(backend, editor, id, None).await.unwrap();
        stage.save(id, "story", &[("advice", "Neu")], 1).await;
        submit(backend, editor, id).await.unwrap();
        end_entry(backend, &stage.owner, id, Ending::Withdraw).await.unwrap();
        stage.decide(id, Decision::Publish, "").await.unwrap();
        let draft = show_draft(backend, editor, id).await.unwrap();
        assert_eq!((draft.entry.state, draft.state), (EntryState::Unpublished, RevisionState::Published));
    }
}

#[tokio::test]
async fn a_flood_of_values_is_told_and_costs_little() {
    for stage in stages().await {
        let flood: Vec<(&str, &str)> = [("title", "T"), ("insight", "I"), ("outcome", "open")]
            .into_iter()
            .chain(std::iter::repeat_n(("projects", "!"), 50_000))
            .collect();
        let new = Beginning { kind: Kind::Lesson, organisation: stage.organisation, typed: &typed(&flood), lang: Lang::De };
        let start = std::time::Instant::now();
        let wrong = fields(told(create_entry(&stage.backend, &stage.editor, &new).await));
        assert!(wrong.contains(&("projects".to_owned(), Problem::TooMany { max: domain::limits::LIST })), "{wrong:?}");
        // Generous: it was minutes.
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
