//! An entry whose organisation waits, too, and is published with it.

use crate::stage::{Stage, answer, stages, told};
use backend::{
    mail::Letter,
    storage::{events, members},
    usecases::{
        members::{Founding, found},
        moderate::{Decision, publish_with_owner, release, show_submission, undo},
        write::{Ending, begin_revision, end_entry, hidden_owner, submit},
    },
};
use domain::{
    Error, Lang,
    account::{Actor, Role},
    entry::EntryState,
    id::{EntryId, RevisionId},
    revision::RevisionState,
};

impl Stage {
    /// From now on whoever writes does so for an organisation that waits.
    async fn founded(&mut self) {
        let given = Founding {
            name: "Nachbarschaft Überall e.V.",
            kind: "association",
            place: "",
            website: "",
            description: "",
            language: Lang::De,
            is_another: true,
        };
        let slug = found(&self.backend, &self.editor, &given).await.unwrap();
        let mut tx = self.backend.db.read().await.unwrap();
        self.organisation = members::by_slug(&mut tx, &slug).await.unwrap().unwrap().id;
        self.editor = Actor::Member { account: self.editor.account().unwrap(), memberships: vec![(self.organisation, Role::Owner)] };
    }

    async fn publish_both(&self, owner: (RevisionId, i64), id: EntryId) -> backend::Result<String> {
        let entry = self.waiting(id).await;
        publish_with_owner(&self.backend, &self.mona, owner, entry, &answer(Decision::Publish, "Danke.")).await
    }

    async fn states(&self, id: EntryId) -> [RevisionState; 2] {
        [self.latest(self.organisation).await.state, self.latest(id).await.state]
    }
}

#[tokio::test]
async fn an_organisation_is_published_with_its_entry_or_neither_is_and_what_is_said_is_said_of_the_entry() {
    for mut stage in stages().await {
        let of_another = stage.submitted("Vorhaben eines anderen", &[]).await;
        stage.founded().await;
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let seen = async |who: &Actor| hidden_owner(&stage.backend, who, id).await.unwrap().unwrap();
        let owner = seen(&stage.mona).await.waits.unwrap();
        assert!(seen(&stage.mona).await.is_new);

        // Of another entry, and where the entry or the organisation changed meanwhile.
        assert_eq!(told(stage.publish_both(owner, of_another).await), Error::Conflict);
        assert_eq!(told(stage.publish_both((owner.0, owner.1 + 1), id).await), Error::Conflict);
        let (entry, version) = stage.waiting(id).await;
        let stale = publish_with_owner(&stage.backend, &stage.mona, owner, (entry, version + 1), &answer(Decision::Publish, "")).await;
        assert_eq!(told(stale), Error::Conflict);
        // Where somebody else reads the organisation.
        show_submission(&stage.backend, &stage.max, owner.0, Lang::De).await.unwrap();
        assert_eq!(seen(&stage.mona).await.other.map(|other| other.account), stage.max.account());
        assert_eq!(seen(&stage.max).await.other, None);
        assert!(matches!(told(stage.publish_both(owner, id).await), Error::Reserved(_)));
        assert_eq!(stage.states(id).await, [RevisionState::Submitted; 2], "{}", stage.backend.database.name);
        assert_eq!(stage.mails().await, 0);

        release(&stage.backend, &stage.max, owner.0).await.unwrap();
        stage.publish_both(owner, id).await.unwrap();
        assert_eq!(stage.states(id).await, [RevisionState::Published; 2]);
        assert_eq!(stage.entry(id).await.organisation.map(|owner| owner.id), Some(stage.organisation));
        for (entry, said) in [(stage.organisation, ""), (id, "Danke.")] {
            let past = events::of_entry(&mut stage.backend.db.read().await.unwrap(), entry).await.unwrap();
            assert_eq!(past.into_iter().find(|past| past.action == "published").unwrap().reason, said);
        }
        stage.wait(domain::limits::UNDO_MINUTES * crate::stage::MINUTE);
        let mut letters: Vec<_> = stage.delivered().await.into_iter().map(|(_, letter)| said(letter)).collect();
        letters.sort();
        assert_eq!(
            letters,
            [("Fahrdienst plant Touren".to_owned(), "Danke.".to_owned()), ("Nachbarschaft Überall e.V.".into(), "".into())]
        );
    }
}

fn said(letter: Letter) -> (String, String) {
    let Letter::Decided { title, reason, .. } = letter else { panic!("{letter:?}") };
    (title, reason)
}

#[tokio::test]
async fn an_organisation_that_would_stay_hidden_is_not_published_with_its_entry() {
    for mut stage in stages().await {
        stage.founded().await;
        stage.publish(stage.organisation).await;
        end_entry(&stage.backend, &stage.editor, stage.organisation, Ending::Withdraw).await.unwrap();
        begin_revision(&stage.backend, &stage.editor, stage.organisation, None).await.unwrap();
        let changed = [("name", "Nachbarschaft Überall e.V."), ("kind", "association"), ("description", "Wir fahren.")];
        stage.write(stage.organisation, "basics", &changed).await;
        submit(&stage.backend, &stage.editor, stage.organisation).await.unwrap();
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let owner = hidden_owner(&stage.backend, &stage.mona, id).await.unwrap().unwrap();
        assert_eq!((owner.id, owner.is_new, owner.waits), (stage.organisation, false, None), "{}", stage.backend.database.name);
        assert_eq!(told(stage.publish_both(stage.waiting(stage.organisation).await, id).await), Error::Conflict);
        assert_eq!(stage.states(id).await, [RevisionState::Submitted; 2]);
        assert_eq!(stage.entry(stage.organisation).await.state, EntryState::Unpublished);
    }
}

#[tokio::test]
async fn an_entry_is_undone_before_the_organisation_that_was_published_with_it_and_keeps_it_where_it_stays() {
    for mut stage in stages().await {
        stage.founded().await;
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        let both = async |stage: &Stage| {
            let owner = hidden_owner(&stage.backend, &stage.mona, id).await.unwrap().unwrap();
            stage.publish_both(owner.waits.unwrap(), id).await.unwrap()
        };
        let batch = both(&stage).await;
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        assert_eq!(stage.states(id).await, [RevisionState::Submitted; 2], "{}", stage.backend.database.name);
        let batch = both(&stage).await;
        begin_revision(&stage.backend, &stage.editor, id, None).await.unwrap();
        undo(&stage.backend, &stage.mona, &batch).await.unwrap();
        for entry in [stage.organisation, id] {
            assert_eq!(stage.entry(entry).await.state, EntryState::Published, "{}", stage.backend.database.name);
        }
    }
}
