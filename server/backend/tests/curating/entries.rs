//! Notes, recommendations, and taking entries away.

use crate::stage::{DAY, Stage, fields, stages, told};
use backend::usecases::{
    curate::{
        Featuring, add_note, end_feature, feature, featured_of, list_featured, remove_entry, remove_note, restore_entry, show_bar,
        show_curated, why_removed,
    },
    export_account::export_account,
    show_project::show_project,
    write::show_draft,
};
use domain::{Error, account::Actor, entry::EntryState, id::EntryId, limits, removal::Removal, vocabulary::Kind};

const LINES: Featuring<'static> = Featuring { line_de: "Ehrlich erzählt.", line_en: "Told honestly.", ends: "2026-11-30" };

impl Stage {
    async fn id_of(&self, slug: &str) -> EntryId {
        backend::storage::entries::by_slug(&mut self.backend.db.read().await.unwrap(), Kind::Project, slug).await.unwrap().unwrap().id
    }

    async fn featured(&self) -> Vec<String> {
        list_featured(&self.backend).await.unwrap().into_iter().map(|featured| featured.card.slug.to_string()).collect()
    }
}

#[tokio::test]
async fn notes_are_read_by_moderators_and_nobody_else() {
    for stage in stages().await {
        let (backend, mona) = (&stage.backend, &stage.mona);
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        add_note(backend, mona, id, "Beim Träger nachgefragt.").await.unwrap();
        stage.wait(1);
        add_note(backend, &stage.max, id, "Antwort steht aus.").await.unwrap();
        let curated = show_curated(backend, mona, id).await.unwrap();
        assert_eq!(
            curated.notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(),
            ["Antwort steht aus.", "Beim Träger nachgefragt."]
        );
        assert_eq!(curated.notes[1].email.as_deref(), Some("mona@redaktion.example.org"));
        assert_eq!(show_bar(backend, mona, id).await.unwrap().notes, 2);
        assert_eq!(fields(told(add_note(backend, mona, id, " ").await)), ["text"]);

        // Those who wrote the entry learn neither what the notes say nor that there are any.
        let draft = show_draft(backend, &stage.owner, id).await.unwrap();
        assert!(draft.past.iter().all(|past| past.action == "submitted"), "{:?}", draft.past);
        for actor in [&stage.owner, &stage.editor] {
            assert_eq!(told(show_curated(backend, actor, id).await), Error::Forbidden);
            assert_eq!(told(show_bar(backend, actor, id).await), Error::Forbidden);
            assert_eq!(told(add_note(backend, actor, id, "x").await), Error::Forbidden);
            assert!(!export_account(backend, actor).await.unwrap().to_string().contains("nachgefragt"));
        }
        let own = export_account(backend, mona).await.unwrap().to_string();
        assert!(own.contains("nachgefragt") && !own.contains("steht aus"), "one's own, and nobody else's");
        remove_note(backend, mona, id, &curated.notes[0].id).await.unwrap();
        assert_eq!(told(remove_note(backend, mona, id, &curated.notes[0].id).await), Error::Conflict);
    }
}

#[tokio::test]
async fn what_is_recommended_is_shown_until_its_last_day_is_over() {
    for stage in stages().await {
        let (backend, mona) = (&stage.backend, &stage.mona);
        let id = stage.id_of("carifix").await;
        feature(backend, mona, id, &LINES).await.unwrap();
        assert_eq!(stage.featured().await, ["carifix"]);
        assert_eq!(featured_of(backend, id).await.unwrap().unwrap().1, "Told honestly.");
        assert!(show_bar(backend, mona, id).await.unwrap().is_featured);
        // Noon of 1 November, to the midnight after the 30th in Berlin.
        stage.wait(29 * DAY + 11 * DAY / 24 - 1);
        assert_eq!(stage.featured().await, ["carifix"]);
        stage.wait(1);
        assert_eq!((stage.featured().await.len(), featured_of(backend, id).await.unwrap()), (0, None));

        let wrong = Featuring { line_de: " ", line_en: "", ends: "2026-12-01" };
        assert_eq!(fields(told(feature(backend, mona, id, &wrong).await)), ["line_de", "line_en", "ends"]);
        for ends in ["", "bald", "2026-12", "2026-02-31", "2026-11-30", "2027-12-31"] {
            assert_eq!(fields(told(feature(backend, mona, id, &Featuring { ends, ..LINES }).await)), ["ends"], "{ends}");
        }
        feature(backend, mona, id, &Featuring { ends: "2026-12-24", ..LINES }).await.unwrap();
        feature(backend, mona, id, &Featuring { line_de: "Neu.", ends: "2026-12-24", ..LINES }).await.unwrap();
        assert_eq!(featured_of(backend, id).await.unwrap().unwrap().0, "Neu.");
        end_feature(backend, mona, id).await.unwrap();
        assert_eq!(told(end_feature(backend, mona, id).await), Error::Conflict);
        assert_eq!(told(feature(backend, &stage.owner, id, &LINES).await), Error::Forbidden);
        let draft = stage.submitted("Noch nicht da", &[]).await;
        assert_eq!(told(feature(backend, mona, draft, &Featuring { ends: "2026-12-24", ..LINES }).await), Error::Conflict);
    }
}

#[tokio::test]
async fn only_so_many_are_recommended_at_once_and_only_what_can_be_read() {
    for stage in stages().await {
        let mut ids = vec![];
        for number in 0..=limits::FEATURES {
            let id = stage.submitted(&format!("Vorhaben {number}"), &[]).await;
            stage.publish(id).await;
            ids.push(id);
        }
        for id in &ids[..limits::FEATURES] {
            feature(&stage.backend, &stage.mona, *id, &LINES).await.unwrap();
        }
        let last = ids[limits::FEATURES];
        assert_eq!(fields(told(feature(&stage.backend, &stage.mona, last, &LINES).await)), [""]);
        remove_entry(&stage.backend, &stage.mona, ids[0], "wrong", "Stimmt nicht.").await.unwrap();
        assert_eq!(stage.featured().await.len(), limits::FEATURES - 1);
        feature(&stage.backend, &stage.mona, last, &LINES).await.unwrap();
    }
}

#[tokio::test]
async fn what_was_taken_away_says_why_and_comes_back_as_it_was() {
    for stage in stages().await {
        let (backend, mona) = (&stage.backend, &stage.mona);
        let id = stage.id_of("carifix").await;
        for (because, reason, field) in [("", "x", "because"), ("mood", "x", "because"), ("law", " ", "reason")] {
            assert_eq!(fields(told(remove_entry(backend, mona, id, because, reason).await)), [field]);
        }
        assert_eq!(told(remove_entry(backend, &stage.owner, id, "law", "x").await), Error::Forbidden);
        remove_entry(backend, mona, id, "privacy", "Nennt Klientinnen.").await.unwrap();
        assert_eq!(told(show_project(backend, &Actor::Visitor, "carifix").await), Error::Gone);
        assert_eq!(why_removed(backend, Kind::Project, "carifix").await.unwrap(), Some(Removal::Privacy));
        assert_eq!(told(remove_entry(backend, mona, id, "law", "x").await), Error::Conflict);
        restore_entry(backend, mona, id).await.unwrap();
        assert_eq!(
            (stage.entry(id).await.state, why_removed(backend, Kind::Project, "carifix").await.unwrap()),
            (EntryState::Published, None)
        );
        assert_eq!(told(restore_entry(backend, mona, id).await), Error::Conflict);
        let entry = stage.entry(id).await;
        let mut tx = backend.db.write().await.unwrap();
        assert!(backend::storage::entries::set_state(&mut tx, &entry, EntryState::Archived, backend.clock.now()).await.unwrap());
        tx.commit().await.unwrap();
        remove_entry(backend, mona, id, "request", "Auf Bitte des Trägers.").await.unwrap();
        restore_entry(backend, mona, id).await.unwrap();
        assert_eq!(stage.entry(id).await.state, EntryState::Archived);
    }
}
