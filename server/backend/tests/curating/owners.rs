//! An entry whose organisation waits, too, and is published with it.

use crate::stage::{Stage, stages};
use backend::{
    storage::members,
    usecases::{
        members::{Founding, found},
        write::{Ending, begin_revision, end_entry, hidden_owner, submit},
    },
};
use domain::{
    Lang,
    account::{Actor, Role},
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
    }
}
