//! Doubles among what nobody reads yet.

use crate::stage::{Stage, account, stages, told};
use backend::usecases::{
    moderate::{Alike, Asked, Decision, Whereabouts, list_queue, show_submission},
    write::{find_own_duplicates, take_back},
};
use domain::{
    Error, Lang,
    account::{Actor, Role},
    id::EntryId,
    signal::Signal,
    vocabulary::Kind,
};

const TITLE: &str = "Lesetipps aus der Maschine";

impl Stage {
    /// What the queue says that each may be a double of, and whether the signal says so, too.
    async fn doubles(&self, address: &str) -> Vec<(String, bool, Vec<Alike>)> {
        let asked = Asked::parse(address, |_| false).unwrap();
        let mut queue = list_queue(&self.backend, &self.mona, &asked, Lang::De).await.unwrap();
        let items = std::mem::take(&mut queue.page.items);
        let told = items.into_iter().map(|it| {
            let alike = queue.alike.remove(&it.revision).unwrap();
            (it.title, it.signals.has(Signal::LikelyDuplicate), alike)
        });
        told.collect()
    }

    async fn at(&self, id: EntryId) -> Whereabouts {
        Whereabouts::Waiting(self.waiting(id).await.0)
    }

    /// Somebody of another organisation.
    async fn stranger(&self) -> Actor {
        let id = account(&self.backend, "fremd@anderswo.example.org", false).await;
        let mut tx = self.backend.db.write().await.unwrap();
        let other = backend::storage::entries::by_slug(&mut tx, Kind::Organisation, "correlaid").await.unwrap().unwrap().id;
        backend::storage::accounts::join(&mut tx, id, other, Role::Owner, self.backend.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        Actor::Member { account: id, memberships: vec![(other, Role::Owner)] }
    }
}

#[tokio::test]
async fn what_was_handed_in_twice_is_told_with_the_other_and_no_longer_than_it_is_true() {
    for stage in stages().await {
        let one = stage.submitted(TITLE, &[]).await;
        stage.wait(1);
        let other = stage.submitted("Lesetipps aus der  maschine!", &[]).await;
        stage.wait(1);
        stage.submitted("Ganz etwas anderes", &[]).await;
        let doubles = stage.doubles("").await;
        assert!(doubles[0].1 && doubles[1].1 && !doubles[2].1, "{}: {doubles:?}", stage.backend.database.name);
        assert_eq!(doubles[0].2.iter().map(|alike| alike.at.clone()).collect::<Vec<_>>(), [stage.at(other).await]);
        assert!(doubles[1].2[0].organisation.is_some() && doubles[1].2[0].title == TITLE);
        // Also the first: it was counted when the other was not there.
        assert_eq!(stage.doubles("signal=likely-duplicate").await.len(), 2);
        let seen = show_submission(&stage.backend, &stage.mona, stage.waiting(one).await.0, Lang::De).await.unwrap();
        assert_eq!(seen.alike_unread.iter().map(|alike| alike.at.clone()).collect::<Vec<_>>(), [stage.at(other).await]);

        // A draft of the same organisation still is one; what was refused is none.
        take_back(&stage.backend, &stage.editor, other).await.unwrap();
        assert_eq!(stage.doubles("").await[0].2.iter().map(|alike| alike.at.clone()).collect::<Vec<_>>(), [Whereabouts::Written(other)]);
        backend::usecases::write::submit(&stage.backend, &stage.editor, other).await.unwrap();
        stage.decide(&stage.mona, other, Decision::Reject, "Gibt es schon.").await.unwrap();
        let seen = show_submission(&stage.backend, &stage.mona, stage.waiting(one).await.0, Lang::De).await.unwrap();
        assert!(seen.alike_unread.is_empty() && !seen.desk.counted.0.has(Signal::LikelyDuplicate));
        assert_eq!(stage.doubles("signal=likely-duplicate").await, []);
    }
}

#[tokio::test]
async fn authors_are_told_of_what_their_own_organisation_writes_and_of_nothing_else() {
    for stage in stages().await {
        let stranger = stage.stranger().await;
        let id = stage.drafted(TITLE, &[]).await;
        let find = async |actor: &Actor, kind: Kind, title: &str| {
            let found = find_own_duplicates(&stage.backend, actor, kind, title).await.unwrap();
            found.into_iter().map(|listed| listed.id).collect::<Vec<_>>()
        };
        assert_eq!(find(&stage.owner, Kind::Project, "Lesetips aus der Maschine").await, [id]);
        assert_eq!(find(&stage.owner, Kind::Lesson, TITLE).await, []);
        assert_eq!(find(&stage.owner, Kind::Project, "Maschinen lesen anders").await, []);
        for other in [&stranger, &stage.mona, &Actor::Visitor] {
            assert_eq!(find(other, Kind::Project, TITLE).await, [], "{other:?}");
        }
        backend::usecases::write::submit(&stage.backend, &stage.editor, id).await.unwrap();
        assert_eq!((find(&stage.owner, Kind::Project, TITLE).await, find(&stranger, Kind::Project, TITLE).await), (vec![id], vec![]));
        assert_eq!(told(list_queue(&stage.backend, &stranger, &Asked::default(), Lang::De).await), Error::Forbidden);
    }
}
