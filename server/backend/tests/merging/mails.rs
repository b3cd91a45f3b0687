//! Authors hear when their entry became part of another, and when it is one of its own again.

use super::{account, add, id, into, moderator, project};
use backend::{
    storage::{accounts, mails},
    testing::{TestBackend, backends},
    usecases::duplicates::{merge, undo},
};
use domain::{account::Role, id::EntryId, vocabulary::Kind};
use serde_json::{Value, json};

/// The mails that wait, as recipient and letter; they are taken out by that.
async fn letters(backend: &TestBackend) -> Vec<(String, Value)> {
    let mut tx = backend.db.write().await.unwrap();
    let mut all = vec![];
    while let Some(mail) = mails::due(&mut tx, backend.clock.now()).await.unwrap() {
        mails::delete(&mut tx, &mail.id).await.unwrap();
        all.push((mail.recipient, serde_json::from_str(&mail.letter).unwrap()));
    }
    tx.commit().await.unwrap();
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all
}

async fn join(backend: &TestBackend, name: &str, organisation: EntryId) {
    let who = account(backend, &format!("{name}@verein.example.org")).await;
    let mut tx = backend.db.write().await.unwrap();
    accounts::join(&mut tx, who, organisation, Role::Owner, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn authors_are_told_once_where_their_entry_went_and_how_to_object() {
    for backend in backends().await {
        let moderator = moderator(&backend).await;
        let organisation = |id: &str| json!({"id": id, "name": format!("Verein {id}"), "kind": "association"});
        let mut theirs = project("a", "A");
        theirs["organisation"] = json!("alt");
        let files: [(&str, &[Value]); 2] =
            [("organisations.jsonl", &["alt", "neu"].map(organisation)), ("projects.jsonl", &[theirs, project("b", "B")])];
        add(&backend, &files).await;
        let [old, new] = [id(&backend, Kind::Organisation, "alt").await, id(&backend, Kind::Organisation, "neu").await];
        join(&backend, "anna", old).await;
        join(&backend, "bert", old).await;
        join(&backend, "caro", new).await;
        assert_eq!(letters(&backend).await, []);

        merge(&backend, &moderator, &into(&backend, Kind::Project, "a", "b", &[]).await).await.unwrap();
        let letter = json!({"kind": "merged", "title": "A", "into": "B", "link": "/projects/b", "object": "/projects/b/report"});
        let to = ["anna@verein.example.org", "bert@verein.example.org"];
        assert_eq!(letters(&backend).await, to.map(|to| (to.to_owned(), letter.clone())));
        undo(&backend, &moderator, id(&backend, Kind::Project, "a").await).await.unwrap();
        let letter = json!({"kind": "unmerged", "title": "A", "into": "B", "link": "/projects/a"});
        assert_eq!(letters(&backend).await, to.map(|to| (to.to_owned(), letter.clone())));

        // What is on its way to members goes with them.
        merge(&backend, &moderator, &into(&backend, Kind::Organisation, "alt", "neu", &[]).await).await.unwrap();
        let told = letters(&backend).await;
        assert_eq!(
            told.iter().map(|(to, letter)| (&**to, letter["kind"].as_str().unwrap())).collect::<Vec<_>>(),
            to.map(|to| (to, "merged"))
        );
        undo(&backend, &moderator, old).await.unwrap();
        let told = letters(&backend).await;
        assert_eq!(
            told.iter().map(|(to, letter)| (&**to, letter["kind"].as_str().unwrap())).collect::<Vec<_>>(),
            to.map(|to| (to, "unmerged"))
        );
    }
}
