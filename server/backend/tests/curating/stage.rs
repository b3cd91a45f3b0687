//! The sample directory, who writes in it, and two moderators.

use backend::{
    Failure,
    mail::{Letter, Postman, Transport, Written},
    storage::{accounts, drafts, entries, events, mails},
    testing::{TestBackend, backends, import_from, sample},
    usecases::{
        moderate::{Answer, Asked, Decided, Decision, decide, list_queue},
        write::{Beginning, begin_revision, create_entry, save_draft, show_draft, submit},
    },
};
use domain::{
    Error, FieldError, Lang,
    account::{Actor, Role},
    id::{AccountId, EntryId, RevisionId},
    revision::RevisionState,
    vocabulary::Kind,
};

pub const MINUTE: i64 = 60_000_000;
pub const DAY: i64 = 24 * 60 * MINUTE;

pub fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(failure) => failure.tell(),
        Ok(done) => panic!("{done:?}"),
    }
}

pub fn fields(error: Error) -> Vec<String> {
    let Error::Invalid(fields) = error else { panic!("{error:?}") };
    fields.into_iter().map(|FieldError { field, .. }| field).collect()
}

pub fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

pub fn answer(decision: Decision, reason: &str) -> Answer<'_> {
    Answer { decision, template: "", reason }
}

pub struct Stage {
    pub backend: TestBackend,
    pub organisation: EntryId,
    pub editor: Actor,
    pub owner: Actor,
    pub mona: Actor,
    pub max: Actor,
}

pub async fn account(backend: &TestBackend, email: &str, is_moderator: bool) -> AccountId {
    let mut tx = backend.db.write().await.unwrap();
    let id = backend.clock.account_id();
    let new = accounts::find_or_add(&mut tx, id, &email.parse().unwrap(), Lang::De, backend.clock.now()).await.unwrap();
    accounts::set_moderator(&mut tx, new.id, is_moderator).await.unwrap();
    tx.commit().await.unwrap();
    new.id
}

async fn member(backend: &TestBackend, email: &str, organisation: EntryId, role: Role) -> Actor {
    let id = account(backend, email, false).await;
    let mut tx = backend.db.write().await.unwrap();
    accounts::join(&mut tx, id, organisation, role, backend.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    Actor::Member { account: id, memberships: vec![(organisation, role)] }
}

pub async fn stages() -> Vec<Stage> {
    let mut stages = vec![];
    for backend in backends().await {
        import_from(&backend, &sample()).await.unwrap();
        backend.indexer.catch_up().await.unwrap();
        let organisation = entries::by_slug(&mut backend.db.read().await.unwrap(), Kind::Organisation, "dicv-koeln").await;
        let organisation = organisation.unwrap().unwrap().id;
        stages.push(Stage {
            organisation,
            editor: member(&backend, "editor@verein.example.org", organisation, Role::Editor).await,
            owner: member(&backend, "owner@verein.example.org", organisation, Role::Owner).await,
            mona: Actor::Moderator { account: account(&backend, "mona@redaktion.example.org", true).await },
            max: Actor::Moderator { account: account(&backend, "max@redaktion.example.org", true).await },
            backend,
        });
    }
    stages
}

impl Stage {
    /// A project that waits.
    pub async fn submitted(&self, title: &str, more: &[(&str, &str)]) -> EntryId {
        let id = self.drafted(title, more).await;
        submit(&self.backend, &self.editor, id).await.unwrap();
        id
    }

    pub async fn drafted(&self, title: &str, more: &[(&str, &str)]) -> EntryId {
        let quick =
            [("title", title), ("problem", "Abends plant jemand von Hand."), ("summary", "Touren."), ("phase", "pilot"), ("place", "Köln")];
        let typed = typed(&quick);
        let new = Beginning { kind: Kind::Project, organisation: self.organisation, typed: &typed, lang: Lang::De };
        let id = create_entry(&self.backend, &self.editor, &new).await.unwrap();
        if !more.is_empty() {
            self.write(id, "story", more).await;
        }
        id
    }

    pub async fn write(&self, id: EntryId, section: &str, pairs: &[(&str, &str)]) {
        let version = show_draft(&self.backend, &self.editor, id).await.unwrap().version;
        save_draft(&self.backend, &self.editor, id, section, &typed(pairs), version).await.unwrap();
    }

    /// A change of what is published, that waits.
    pub async fn changed(&self, id: EntryId, setbacks: &str) {
        begin_revision(&self.backend, &self.editor, id, None).await.unwrap();
        self.write(id, "story", &[("setbacks", setbacks)]).await;
        submit(&self.backend, &self.editor, id).await.unwrap();
    }

    pub async fn latest(&self, id: EntryId) -> drafts::Revision {
        drafts::latest(&mut self.backend.db.read().await.unwrap(), id).await.unwrap().unwrap()
    }

    /// The revision that waits and its version.
    pub async fn waiting(&self, id: EntryId) -> (RevisionId, i64) {
        let revision = self.latest(id).await;
        assert_eq!(revision.state, RevisionState::Submitted);
        (revision.id, revision.version)
    }

    pub async fn decide(&self, who: &Actor, id: EntryId, decision: Decision, reason: &str) -> backend::Result<Decided> {
        let (revision, version) = self.waiting(id).await;
        decide(&self.backend, who, revision, version, &answer(decision, reason)).await
    }

    pub async fn publish(&self, id: EntryId) {
        self.decide(&self.mona, id, Decision::Publish, "").await.unwrap();
    }

    pub fn wait(&self, micros: i64) {
        self.backend.clock.set(self.backend.clock.now().0 + micros);
    }

    /// Titles in the queue.
    pub async fn queue(&self, who: &Actor, address: &str) -> Vec<String> {
        let asked = Asked::parse(address, |_| false).unwrap();
        let queue = list_queue(&self.backend, who, &asked, Lang::De).await.unwrap();
        assert_eq!(queue.page.total, queue.page.items.len() as u64);
        queue.page.items.into_iter().map(|waiting| waiting.title).collect()
    }

    pub async fn entry(&self, id: EntryId) -> entries::Entry {
        entries::by_ids(&mut self.backend.db.read().await.unwrap(), &[id]).await.unwrap().pop().unwrap()
    }

    pub async fn mails(&self) -> i64 {
        mails::waiting(&mut self.backend.db.read().await.unwrap()).await.unwrap().total
    }

    /// Sends all that is due; gives who got which letter.
    pub async fn delivered(&self) -> Vec<(String, Letter)> {
        fn write(letter: &Letter, _: Lang, _: &str) -> Written {
            let text = serde_json::to_string(letter).unwrap();
            Written { subject: "S".into(), html: String::new(), text: format!("<<{text}>>") }
        }
        let folder = self.backend.database.dir.path().join("sent");
        std::fs::create_dir_all(&folder).unwrap();
        let from = "Allmende <post@allmende.example.org>".parse().unwrap();
        Postman::new(self.backend.clone(), Transport::folder(&folder), from, "", write).send_all().await.unwrap();
        let mut all = vec![];
        for file in std::fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            let mail = mail_parser::MessageParser::default().parse(&std::fs::read(&path).unwrap()).unwrap().into_owned();
            let text = mail.body_text(0).unwrap().replace(['\r', '\n'], "");
            let letter = serde_json::from_str(text.split("<<").nth(1).unwrap().split(">>").next().unwrap()).unwrap();
            all.push((mail.to().unwrap().first().unwrap().address().unwrap().split('@').next().unwrap().to_owned(), letter));
            std::fs::remove_file(path).unwrap();
        }
        all.sort_by_key(|(to, letter)| (to.clone(), serde_json::to_string(letter).unwrap()));
        all
    }

    /// What was done with an entry, newest first, and whether by a person.
    pub async fn past(&self, id: EntryId) -> Vec<(String, bool)> {
        let past = events::of_entry(&mut self.backend.db.read().await.unwrap(), id).await.unwrap();
        past.into_iter().map(|past| (past.action, past.actor.parse::<AccountId>().is_ok())).collect()
    }
}

pub fn is_told(outcome: &Result<impl std::fmt::Debug, Failure>, error: &Error) -> bool {
    matches!(outcome, Err(Failure::Told(told)) if told == error)
}
