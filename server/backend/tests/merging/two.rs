//! Where two moderators have to agree before two entries are put together.

use super::{account, actions, add, entry, id, into, moderator, project, told};
use backend::{
    Backend,
    storage::accounts,
    testing::{TestBackend, backends},
    usecases::{
        duplicates::{merge, show_merge, undo},
        moderate::Rules,
    },
};
use domain::{Error, Lang, account::Actor, entry::EntryState, vocabulary::Kind};

async fn other(backend: &TestBackend) -> Actor {
    let id = account(backend, "andere@redaktion.example.org").await;
    let mut tx = backend.db.write().await.unwrap();
    accounts::set_moderator(&mut tx, id, true).await.unwrap();
    tx.commit().await.unwrap();
    Actor::Moderator { account: id }
}

#[tokio::test]
async fn two_agree_to_the_same_before_anything_is_put_together() {
    for stage in backends().await {
        let (mona, max) = (moderator(&stage).await, other(&stage).await);
        let backend = Backend { rules: Rules { two_person: true, ..Rules::default() }, ..stage.clone() };
        add(&stage, &[("projects.jsonl", &[project("a", "A"), project("b", "B")])]).await;
        let how = into(&stage, Kind::Project, "a", "b", &[]).await;
        let (a, b) = (id(&stage, Kind::Project, "a").await, id(&stage, Kind::Project, "b").await);
        assert!(merge(&backend, &mona, &how).await.unwrap());
        assert_eq!(entry(&stage, Kind::Project, "a").await.state, EntryState::Published);
        assert!(
            matches!(told(merge(&backend, &mona, &how).await), Error::Invalid(fields) if fields[0].problem == domain::Problem::NeedsAnother)
        );
        let agreed = show_merge(&backend, &max, (a, b), Lang::De).await.unwrap().agreed.unwrap();
        assert_eq!((agreed.is_own, &agreed.what), (false, &how));
        // To another choice somebody has to agree again.
        let other = into(&stage, Kind::Project, "a", "b", &["title"]).await;
        assert!(merge(&backend, &max, &other).await.unwrap());
        assert!(!merge(&backend, &mona, &other).await.unwrap());
        assert_eq!(entry(&stage, Kind::Project, "a").await.state, EntryState::Removed);
        assert_eq!(entry(&stage, Kind::Project, "b").await.revision.unwrap().document.title(), "A");
        assert_eq!(actions(&stage, b).await.iter().filter(|action| *action == "approved").count(), 2);
        // One is enough to take them apart; what was agreed to before is not agreed to again.
        undo(&backend, &max, a).await.unwrap();
        assert!(merge(&backend, &mona, &into(&stage, Kind::Project, "a", "b", &[]).await).await.unwrap());
        // To what was changed since, nobody agreed.
        add(&stage, &[("projects.jsonl", &[project("a", "A, anders")])]).await;
        assert_eq!(show_merge(&backend, &max, (a, b), Lang::De).await.unwrap().agreed, None);
        assert!(merge(&backend, &max, &into(&stage, Kind::Project, "a", "b", &[]).await).await.unwrap());
    }
}
