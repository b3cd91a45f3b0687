//! Mails about decisions: only what still stands is told.

use crate::stage::{MINUTE, Stage, stages, told};
use backend::{
    mail::{Letter, Verdict},
    storage::entries,
    usecases::{
        curate::{Outcome, decide_check, remove_entry, restore_entry, trust},
        duplicates::{Merge, merge},
        moderate::Decision,
        write::{Ending, end_entry, list_own, show_draft, show_removed, submit},
    },
};
use domain::{Error, account::Actor, id::EntryId, removal::Removal};

impl Stage {
    /// Lets the time pass within which decisions can be undone. Gives the verdicts and reasons that were told.
    async fn told(&self) -> Vec<(Verdict, String)> {
        self.wait(11 * MINUTE);
        let told = self.delivered().await;
        assert_eq!(self.mails().await, 0, "nothing is left behind: {}", self.backend.database.name);
        let decided = told.into_iter().filter_map(|(_, letter)| match letter {
            Letter::Decided { verdict, reason, .. } => Some((verdict, reason)),
            _ => None,
        });
        decided.collect()
    }

    async fn sent_back(&self, id: EntryId, reason: &str) {
        self.decide(&self.mona, id, Decision::RequestChanges, reason).await.unwrap();
        self.wait(1);
    }
}

#[tokio::test]
async fn nobody_is_told_that_readers_see_what_was_taken_away_or_withdrawn() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.publish(id).await;
        remove_entry(&stage.backend, &stage.mona, id, "advertising", "Nur ein Angebot.").await.unwrap();
        assert_eq!(stage.told().await, []);

        // What was taken away by mistake and is there again is told.
        let id = stage.submitted("Noch eins", &[]).await;
        stage.publish(id).await;
        remove_entry(&stage.backend, &stage.mona, id, "wrong", "Verwechselt.").await.unwrap();
        restore_entry(&stage.backend, &stage.mona, id).await.unwrap();
        assert_eq!(stage.told().await, [(Verdict::Published, String::new())]);

        let id = stage.submitted("Und noch eins", &[]).await;
        stage.publish(id).await;
        end_entry(&stage.backend, &stage.owner, id, Ending::Withdraw).await.unwrap();
        assert_eq!(stage.told().await, []);
        // It is in order while nobody sees it; seen again, there is nothing to say.
        stage.changed(id, "Es war langsam.").await;
        stage.publish(id).await;
        assert_eq!(stage.told().await, [(Verdict::Accepted, String::new())]);
        stage.changed(id, "Es war sehr langsam.").await;
        stage.publish(id).await;
        end_entry(&stage.backend, &stage.owner, id, Ending::Resume).await.unwrap();
        assert_eq!(stage.told().await, []);
    }
}

#[tokio::test]
async fn what_was_handed_in_again_since_is_asked_for_no_more() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.sent_back(id, "Bitte kürzer.").await;
        stage.write(id, "story", &[("setbacks", "Es war langsam.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        assert_eq!(stage.told().await, []);
        // Of two the second.
        stage.sent_back(id, "Bitte noch kürzer.").await;
        stage.write(id, "story", &[("setbacks", "Langsam.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.sent_back(id, "Bitte länger.").await;
        assert_eq!(stage.told().await, [(Verdict::ChangesRequested, "Bitte länger.".into())]);

        stage.write(id, "story", &[("setbacks", "Es war am Ende doch langsam.")]).await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.sent_back(id, "Quelle?").await;
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.publish(id).await;
        assert_eq!(stage.told().await, [(Verdict::Published, String::new())]);

        // Whoever only goes on writing is told all the same, and what is replaced was published.
        stage.changed(id, "Es ging.").await;
        stage.sent_back(id, "Was ging?").await;
        stage.write(id, "story", &[("setbacks", "Alles ging.")]).await;
        assert_eq!(stage.told().await, [(Verdict::ChangesRequested, "Was ging?".into())]);
    }
}

#[tokio::test]
async fn authors_are_told_that_their_entry_went_and_why_and_that_it_is_back() {
    for stage in stages().await {
        let id = stage.submitted("Fahrdienst plant Touren", &[]).await;
        stage.publish(id).await;
        stage.told().await;
        assert_eq!(show_removed(&stage.backend, &stage.owner, id).await.unwrap(), None);
        let at = stage.backend.clock.now();
        remove_entry(&stage.backend, &stage.mona, id, "privacy", "Nennt Klientinnen: mit Namen.").await.unwrap();
        let letter = Letter::Removed {
            title: "Fahrdienst plant Touren".into(),
            because: "privacy".into(),
            reason: "Nennt Klientinnen: mit Namen.".into(),
            link: format!("/submit/{id}"),
        };
        assert_eq!(stage.delivered().await, [("editor".to_owned(), letter.clone()), ("owner".into(), letter)]);
        let removed = show_removed(&stage.backend, &stage.editor, id).await.unwrap().unwrap();
        assert_eq!((removed.at, removed.because, removed.told_in), (Some(at), Some(Removal::Privacy), None));
        assert_eq!(removed.reason, "Nennt Klientinnen: mit Namen.");
        let stranger = Actor::Member { account: stage.backend.clock.account_id(), memberships: vec![] };
        assert_eq!(told(show_removed(&stage.backend, &stranger, id).await), Error::NotFound);
        assert_eq!(told(show_removed(&stage.backend, &Actor::Visitor, id).await), Error::Unauthenticated);

        restore_entry(&stage.backend, &stage.mona, id).await.unwrap();
        let back = stage.delivered().await;
        assert!(back.len() == 2 && back.iter().all(|(_, letter)| matches!(letter, Letter::Restored { .. })), "{back:?}");
    }
}

#[tokio::test]
async fn an_entry_that_is_told_in_another_leads_its_authors_there() {
    for stage in stages().await {
        let (one, other) = (stage.submitted("Fahrdienst plant Touren", &[]).await, stage.submitted("Touren plant die KI", &[]).await);
        stage.publish(one).await;
        stage.publish(other).await;
        let both = entries::by_ids(&mut stage.backend.db.read().await.unwrap(), &[one, other]).await.unwrap();
        let version = |id| both.iter().find(|entry| entry.id == id).unwrap().version;
        let how = Merge { stays: (one, version(one)), goes: (other, version(other)), taken: Default::default() };
        merge(&stage.backend, &stage.mona, &how).await.unwrap();
        let removed = show_removed(&stage.backend, &stage.owner, other).await.unwrap().unwrap();
        assert_eq!((removed.title.as_str(), removed.because, removed.at.is_some()), ("Touren plant die KI", None, true));
        assert_eq!(removed.told_in.as_ref().map(|it| it.title.as_str()), Some("Fahrdienst plant Touren"));
        let own = list_own(&stage.backend, &stage.owner).await.unwrap();
        assert_eq!(own[0].told_in.get(&other), removed.told_in.as_ref());
        assert_eq!(own[0].told_in.len(), 1);
    }
}

#[tokio::test]
async fn who_is_trusted_is_told_so_before_and_that_an_entry_went_offline_afterwards() {
    for stage in stages().await {
        let id = stage.drafted("Fahrdienst plant Touren", &[]).await;
        assert!(!show_draft(&stage.backend, &stage.editor, id).await.unwrap().goes_live);
        trust(&stage.backend, &stage.mona, stage.organisation, "Seit Jahren verlässlich.").await.unwrap();
        assert!(show_draft(&stage.backend, &stage.editor, id).await.unwrap().goes_live);
        assert!(!show_draft(&stage.backend, &stage.mona, id).await.unwrap().goes_live, "moderators who write there are no members");
        submit(&stage.backend, &stage.editor, id).await.unwrap();
        stage.told().await;
        decide_check(&stage.backend, &stage.mona, stage.latest(id).await.id, Outcome::TakeBack("Werbung.")).await.unwrap();
        assert_eq!(stage.told().await, [(Verdict::TakenOffline, "Werbung.".into())]);
        // Handed in again, it is live again, and looked at again.
        for _ in 0..2 {
            submit(&stage.backend, &stage.editor, id).await.unwrap();
            assert_eq!(stage.told().await, [(Verdict::Published, String::new())]);
            decide_check(&stage.backend, &stage.mona, stage.latest(id).await.id, Outcome::TakeBack("Immer noch.")).await.unwrap();
            assert_eq!(stage.told().await, [(Verdict::TakenOffline, "Immer noch.".into())]);
        }
    }
}
