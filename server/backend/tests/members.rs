//! Organisations and who belongs to them, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

use backend::{
    Failure,
    mail::{Letter, Postman, Transport, Written},
    storage::{accounts, claims, entries, events, invitations, members, revisions, sessions, sign_ins},
    testing::{NOON, TestBackend, backends, import_from},
    usecases::{
        change_language::change_language,
        create_account::create_account,
        delete_account::{delete_account, show_deletion},
        export_account::export_account,
        members::{
            Claimed, Decision, Founding, Invited, Standing, accept, change_role, claim, decide_claim, found, invite, leave, list_claims,
            remove, show_claim, show_invitation, show_members, similar_names, withdraw_claim, withdraw_invitation,
        },
        show_account::show_account,
        sign_in::{self, Proof},
    },
};
use domain::{
    Error, Lang, Problem,
    account::{Actor, Role},
    entry::{Document, EntryState},
    id::{AccountId, EntryId},
    limits,
    time::Timestamp,
    vocabulary::{Kind, Precision},
};

const DAY: i64 = 24 * 60 * 60_000_000;
const ANNA: &str = "anna@verein.example.org";
const BERT: &str = "bert@verein.example.org";
const CARO: &str = "caro@anderswo.example.net";

fn told<T: std::fmt::Debug>(outcome: backend::Result<T>) -> Error {
    match outcome {
        Err(Failure::Told(error)) => error,
        other => panic!("{other:?}"),
    }
}

/// The one field that is wrong, and why.
fn wrong<T: std::fmt::Debug>(outcome: backend::Result<T>) -> (String, Problem) {
    match told(outcome) {
        Error::Invalid(mut fields) if fields.len() == 1 => fields.pop().map(|it| (it.field, it.problem)).unwrap(),
        other => panic!("{other:?}"),
    }
}

/// Somebody with an account.
async fn somebody(backend: &TestBackend, email: &str) -> Actor {
    let mut tx = backend.db.write().await.unwrap();
    let email = email.parse().unwrap();
    let account = accounts::find_or_add(&mut tx, backend.clock.account_id(), &email, Lang::De, backend.clock.now()).await.unwrap();
    let memberships = accounts::memberships(&mut tx, account.id).await.unwrap();
    tx.commit().await.unwrap();
    Actor::Member { account: account.id, memberships }
}

async fn moderator(backend: &TestBackend) -> Actor {
    create_account(backend, &Actor::System, "redaktion@allmende.example.org", true, None).await.unwrap();
    let somebody = somebody(backend, "redaktion@allmende.example.org").await;
    Actor::Moderator { account: somebody.account().unwrap() }
}

fn id(actor: &Actor) -> AccountId {
    actor.account().unwrap()
}

/// A published organisation with this website, that nobody manages.
async fn published(backend: &TestBackend, slug: &str, website: &str) {
    let folder = tempfile::tempdir().unwrap();
    let line = format!(r#"{{"id": "{slug}", "name": "Verein {slug}", "kind": "association", "website": "{website}"}}"#);
    std::fs::write(folder.path().join("organisations.jsonl"), line).unwrap();
    assert_eq!(import_from(backend, folder.path()).await.unwrap().errors, []);
    backend.indexer.catch_up().await.unwrap();
}

fn founding(name: &str) -> Founding<'_> {
    Founding { name, kind: "association", place: "", website: "", description: "", language: Lang::De, is_another: false }
}

/// Emails and roles of those who belong to it.
async fn belong(backend: &TestBackend, slug: &str) -> Vec<(String, Role)> {
    let mut tx = backend.db.read().await.unwrap();
    let organisation = members::by_slug(&mut tx, &slug.parse().unwrap()).await.unwrap().unwrap();
    members::of(&mut tx, organisation.id).await.unwrap().into_iter().map(|member| (member.email.to_string(), member.role)).collect()
}

fn owner(email: &str) -> (String, Role) {
    (email.to_owned(), Role::Owner)
}

fn editor(email: &str) -> (String, Role) {
    (email.to_owned(), Role::Editor)
}

/// Mails that went out: to whom, and what they say as JSON.
async fn sent(backend: &TestBackend) -> Vec<(String, Letter)> {
    let folder = tempfile::tempdir().unwrap();
    let write = |letter: &Letter, _: Lang, _: &str| Written {
        subject: "subject".into(),
        text: format!("JSON{}END", serde_json_of(letter)),
        html: String::new(),
    };
    let from = "Allmende <post@allmende.example.org>".parse().unwrap();
    Postman::new((**backend).clone(), Transport::folder(folder.path()), from, "", write).send_all().await.unwrap();
    let files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
    let texts = files.filter(|path| path.extension().is_some_and(|end| end == "eml")).map(|path| std::fs::read_to_string(path).unwrap());
    let mut mails: Vec<_> = texts
        .map(|text| {
            let to = text.lines().find_map(|line| line.strip_prefix("To: ")).unwrap().to_owned();
            let plain = text.replace("=\r\n", "").replace("=3D", "=");
            // Boundaries are random letters.
            let letter = plain.split("JSON{").nth(1).unwrap().split("}END").next().unwrap();
            (to, letter_of(&format!("{{{letter}}}")))
        })
        .collect();
    mails.sort_by(|a, b| a.0.cmp(&b.0));
    mails
}

fn serde_json_of(letter: &Letter) -> String {
    serde_json::to_string(letter).unwrap()
}

fn letter_of(text: &str) -> Letter {
    serde_json::from_str(text).unwrap()
}

/// The end of the link in the only invitation that waits to be sent.
async fn link(backend: &TestBackend) -> String {
    let mut links = sent(backend).await.into_iter().filter_map(|(_, letter)| match letter {
        Letter::Invitation { link, .. } => link.strip_prefix("/invitations/").map(str::to_owned),
        _ => None,
    });
    links.next_back().unwrap()
}

/// Invites and accepts.
async fn joined(backend: &TestBackend, by: &Actor, slug: &str, email: &str, role: Role) -> Actor {
    let guest = somebody(backend, email).await;
    invite(backend, by, slug, email, role.id(), Lang::De).await.unwrap();
    accept(backend, &guest, &link(backend).await).await.unwrap();
    somebody(backend, email).await
}

/// Opens connections, so that what is asked at the same time is done at the same time.
async fn awake(backend: &TestBackend) {
    let all = tokio::join!(backend.db.read(), backend.db.read(), backend.db.read(), backend.db.read());
    for tx in [all.0, all.1, all.2, all.3] {
        tx.unwrap().commit().await.unwrap();
    }
    // They go back to the pool a moment later.
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
}

#[tokio::test]
async fn what_is_founded_waits_for_moderators_and_belongs_to_whoever_founded_it() {
    for backend in backends().await {
        let anna = somebody(&backend, ANNA).await;
        let given = Founding { place: "Köln", website: "verein-grün.de", ..founding(" Grüne  Straßen\r\ne.V. ") };
        let slug = found(&backend, &anna, &given).await.unwrap();
        assert_eq!(&*slug, "gruene-strassen-e-v");
        let mut tx = backend.db.read().await.unwrap();
        let entry = entries::by_slug(&mut tx, Kind::Organisation, &slug).await.unwrap().unwrap();
        assert_eq!((entry.state, entry.revision), (EntryState::Unpublished, None), "not public");
        drop(tx);
        let export = export_account(&backend, &anna).await.unwrap();
        let revision = &export["revisions"][0];
        assert_eq!((revision["state"].as_str(), revision["number"].as_i64()), (Some("submitted"), Some(1)));
        let document = Document::parse(Kind::Organisation, revision["document"].clone()).unwrap();
        let Document::Organisation(document) = document else { panic!("{document:?}") };
        assert_eq!((&*document.name, document.website.as_deref()), ("Grüne Straßen e.V.", Some("https://verein-grün.de")));
        assert!(document.lat.is_some() && document.precision == Some(Precision::Town) && &*document.place == "Köln");
        assert_eq!(export["events"][0]["action"], "submitted");
        assert_eq!(belong(&backend, &slug).await, [owner(ANNA)]);
        let account = show_account(&backend, &anna).await.unwrap();
        assert_eq!(account.organisations[0].0.name, "Grüne Straßen e.V.");
        let strangers = [Actor::Visitor, somebody(&backend, CARO).await];
        assert_eq!(told(show_members(&backend, &strangers[0], &slug).await), Error::Unauthenticated);
        assert_eq!(told(show_members(&backend, &strangers[1], &slug).await), Error::NotFound, "nobody else knows of it");
        assert_eq!(told(claim(&backend, &strangers[1], &slug, "").await), Error::NotFound);
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_field_by_field_and_names_that_are_taken_first() {
    for backend in backends().await {
        published(&backend, "tafel-koeln", "https://tafel.example.org").await;
        let anna = somebody(&backend, ANNA).await;
        assert_eq!(told(found(&backend, &Actor::Visitor, &founding("A")).await), Error::Unauthenticated);
        let long = "a".repeat(limits::TITLE + 1);
        let all = Founding { kind: "circus", website: "javascript:alert(1)", ..founding(&long) };
        let Error::Invalid(fields) = told(found(&backend, &anna, &all).await) else { panic!("not told") };
        assert_eq!(fields.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["name", "kind", "website"]);
        assert_eq!(wrong(found(&backend, &anna, &Founding { kind: "", ..founding("Neu") }).await), ("kind".into(), Problem::Required));
        assert_eq!(similar_names(&backend, &anna, "Der Verein Tafel Köln gGmbH").await.unwrap()[0].slug.to_string(), "tafel-koeln");
        let like = founding("Verein Tafel-Köln");
        assert_eq!(wrong(found(&backend, &anna, &like).await), ("is_another".into(), Problem::SimilarNames));
        let slug = found(&backend, &anna, &Founding { is_another: true, ..like }).await.unwrap();
        assert_eq!(&*slug, "verein-tafel-koeln");
        for n in 1..limits::FOUNDED {
            found(&backend, &anna, &founding(&format!("Xyz{n}"))).await.unwrap();
        }
        let max = limits::FOUNDED;
        assert_eq!(wrong(found(&backend, &anna, &founding("Zuviel")).await), ("name".into(), Problem::ManyWaiting { max }));
    }
}

#[tokio::test]
async fn of_many_with_one_name_each_gets_a_slug_of_its_own() {
    for backend in backends().await {
        let founders = [somebody(&backend, ANNA).await, somebody(&backend, BERT).await, somebody(&backend, CARO).await];
        let given = founding("New");
        awake(&backend).await;
        let all = tokio::join!(
            found(&backend, &founders[0], &given),
            found(&backend, &founders[1], &given),
            found(&backend, &founders[2], &given)
        );
        let mut slugs: Vec<String> = [all.0, all.1, all.2].into_iter().map(|slug| slug.unwrap().to_string()).collect();
        slugs.sort();
        // `/organisations/new` is a page.
        assert_eq!(slugs, ["new-2", "new-3", "new-4"], "{}", backend.database.name);
        assert_eq!(revisions::count(&mut backend.db.read().await.unwrap()).await.unwrap(), 3);
    }
}

#[tokio::test]
async fn an_address_of_the_website_owns_what_nobody_owns() {
    for backend in backends().await {
        published(&backend, "verein", "https://www.verein.example.org/wir").await;
        let (anna, bert) = (somebody(&backend, ANNA).await, somebody(&backend, BERT).await);
        assert_eq!(told(claim(&backend, &Actor::Visitor, "verein", "").await), Error::Unauthenticated);
        assert_eq!(show_claim(&backend, &anna, "verein").await.unwrap().standing, Standing::AtHome("verein.example.org".into()));
        assert_eq!(claim(&backend, &anna, "verein", "").await.unwrap(), Claimed::Owner);
        assert_eq!(claim(&backend, &anna, "verein", "").await.unwrap(), Claimed::Owner, "twice");
        assert_eq!(show_claim(&backend, &anna, "verein").await.unwrap().standing, Standing::Owner);
        let view = show_claim(&backend, &bert, "verein").await.unwrap();
        assert_eq!((view.standing, view.has_owners), (Standing::Stranger, true), "somebody owns it now");
        assert_eq!(claim(&backend, &bert, "verein", "Ich bin der Bert.").await.unwrap(), Claimed::Waiting);
        assert_eq!(claim(&backend, &bert, "verein", "again").await.unwrap(), Claimed::Waiting);
        let mails = sent(&backend).await;
        let letter = Letter::ClaimWaiting { organisation: "Verein verein".into(), link: "/organisations/verein/members".into() };
        assert_eq!(mails, [(ANNA.to_owned(), letter)], "to the owner, once");
    }
}

#[tokio::test]
async fn of_two_who_claim_at_once_one_owns_it_and_the_other_waits() {
    for backend in backends().await {
        published(&backend, "verein", "https://verein.example.org").await;
        let (anna, bert) = (somebody(&backend, ANNA).await, somebody(&backend, BERT).await);
        awake(&backend).await;
        let both = tokio::join!(claim(&backend, &anna, "verein", ""), claim(&backend, &bert, "verein", ""));
        let mut got = [both.0.unwrap(), both.1.unwrap()];
        got.sort_by_key(|claimed| *claimed == Claimed::Waiting);
        assert_eq!(got, [Claimed::Owner, Claimed::Waiting], "{}", backend.database.name);
        let (belong, waiting) = (belong(&backend, "verein").await, sent(&backend).await);
        assert_eq!((belong.len(), belong[0].1, waiting.len()), (1, Role::Owner, 1));
        assert_eq!(waiting[0].0, belong[0].0, "the one asks the other");
    }
}

#[tokio::test]
async fn others_are_confirmed_or_refused_and_get_a_mail() {
    for backend in backends().await {
        published(&backend, "verein", "https://verein.example.org").await;
        let (caro, dora, curator) =
            (somebody(&backend, CARO).await, somebody(&backend, "dora@anderswo.example.net").await, moderator(&backend).await);
        let waiting = async || claims::open(&mut backend.db.read().await.unwrap(), 10).await.unwrap();
        assert_eq!(claim(&backend, &caro, "verein", "Vorstand").await.unwrap(), Claimed::Waiting);
        assert_eq!(told(list_claims(&backend, &caro).await), Error::Forbidden);
        assert_eq!(told(list_claims(&backend, &Actor::Visitor).await), Error::Unauthenticated);
        let first = list_claims(&backend, &curator).await.unwrap().claims.remove(0);
        assert_eq!((first.note.as_str(), &*first.email, first.owners), ("Vorstand", CARO, 0));
        // Neither a stranger nor whoever claims may decide.
        for nosy in [&dora, &caro] {
            assert_eq!(told(decide_claim(&backend, nosy, "verein", &first.id, Decision::Accept).await), Error::Forbidden);
        }
        assert_eq!(told(decide_claim(&backend, &Actor::Visitor, "verein", &first.id, Decision::Accept).await), Error::Unauthenticated);
        let refused = decide_claim(&backend, &curator, "verein", &first.id, Decision::Refuse(" "));
        assert_eq!(wrong(refused.await), ("reason".into(), Problem::Required));
        decide_claim(&backend, &curator, "verein", &first.id, Decision::Refuse("Bitte von der Adresse des Vereins.")).await.unwrap();
        assert_eq!(told(decide_claim(&backend, &curator, "verein", &first.id, Decision::Accept).await), Error::Conflict);
        assert!(belong(&backend, "verein").await.is_empty());
        let letter = Letter::ClaimRefused { organisation: "Verein verein".into(), reason: "Bitte von der Adresse des Vereins.".into() };
        assert_eq!(sent(&backend).await, [(CARO.to_owned(), letter)]);
        assert_eq!(show_account(&backend, &caro).await.unwrap().claims[0].reason, "Bitte von der Adresse des Vereins.");
        // Confirmed by a moderator they own it, and then they confirm others, who write.
        claim(&backend, &caro, "verein", "").await.unwrap();
        decide_claim(&backend, &curator, "verein", &waiting().await[0].id, Decision::Accept).await.unwrap();
        assert_eq!(belong(&backend, "verein").await, [owner(CARO)]);
        claim(&backend, &dora, "verein", "").await.unwrap();
        decide_claim(&backend, &caro, "verein", &waiting().await[0].id, Decision::Accept).await.unwrap();
        assert_eq!(belong(&backend, "verein").await, [owner(CARO), editor("dora@anderswo.example.net")]);
        let kinds: Vec<_> =
            sent(&backend).await.into_iter().map(|(to, letter)| (to, matches!(letter, Letter::ClaimAccepted { .. }))).collect();
        let expected = [(CARO, true), (CARO, false), ("dora@anderswo.example.net", true)].map(|(to, yes)| (to.to_owned(), yes));
        assert!(expected.iter().all(|mail| kinds.contains(mail)) && kinds.len() == 3, "{kinds:?}");
        // How it was decided is forgotten after half a year, also in the log.
        let refusal = async || {
            let mut tx = backend.db.read().await.unwrap();
            let organisation = entries::by_slug(&mut tx, Kind::Organisation, "verein").await.unwrap().unwrap().id;
            let past = events::of_entry(&mut tx, organisation).await.unwrap();
            past.into_iter().find(|past| past.action == "claim-refused").unwrap().reason
        };
        backend.clock.set(backend.clock.now().0 + limits::CLAIM_DAYS * DAY - 1);
        sign_in::forget(&backend).await.unwrap();
        assert_eq!(refusal().await, "Bitte von der Adresse des Vereins.");
        backend.clock.set(backend.clock.now().0 + 1);
        sign_in::forget(&backend).await.unwrap();
        assert_eq!(
            (refusal().await.as_str(), show_account(&backend, &caro).await.unwrap().claims.len()),
            ("", 0),
            "{}",
            backend.database.name
        );
    }
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_does_and_one_mail_goes_out() {
    for backend in backends().await {
        published(&backend, "verein", "https://verein.example.org").await;
        let (caro, curator) = (somebody(&backend, CARO).await, moderator(&backend).await);
        claim(&backend, &caro, "verein", "").await.unwrap();
        let claim = list_claims(&backend, &curator).await.unwrap().claims.remove(0).id;
        awake(&backend).await;
        let both = tokio::join!(
            decide_claim(&backend, &curator, "verein", &claim, Decision::Accept),
            decide_claim(&backend, &curator, "verein", &claim, Decision::Refuse("Nein."))
        );
        assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1, "{}", backend.database.name);
        assert_eq!(belong(&backend, "verein").await.len(), usize::from(both.0.is_ok()));
        assert_eq!(sent(&backend).await.len(), 1);
    }
}

#[tokio::test]
async fn claims_can_be_taken_back_and_only_a_few_wait() {
    for backend in backends().await {
        let caro = somebody(&backend, CARO).await;
        for n in 0..=limits::CLAIMS {
            published(&backend, &format!("verein-{n}"), "https://verein.example.org").await;
        }
        for n in 0..limits::CLAIMS {
            claim(&backend, &caro, &format!("verein-{n}"), "").await.unwrap();
        }
        let last = format!("verein-{}", limits::CLAIMS);
        assert_eq!(wrong(claim(&backend, &caro, &last, "").await).1, Problem::ManyWaiting { max: limits::CLAIMS });
        withdraw_claim(&backend, &caro, "verein-0").await.unwrap();
        withdraw_claim(&backend, &caro, "verein-0").await.unwrap();
        assert_eq!(claim(&backend, &caro, &last, "").await.unwrap(), Claimed::Waiting);
        assert_eq!(claims::count_open(&mut backend.db.read().await.unwrap()).await.unwrap(), i64::try_from(limits::CLAIMS).unwrap());
    }
}

/// Anna's organisation.
async fn of_anna(backend: &TestBackend) -> Actor {
    published(backend, "verein", "https://verein.example.org").await;
    let anna = somebody(backend, ANNA).await;
    assert_eq!(claim(backend, &anna, "verein", "").await.unwrap(), Claimed::Owner);
    somebody(backend, ANNA).await
}

#[tokio::test]
async fn an_invitation_is_accepted_by_its_very_address_only() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        let (bert, caro) = (somebody(&backend, BERT).await, somebody(&backend, CARO).await);
        invite(&backend, &anna, "verein", " Bert@Verein.example.org", "editor", Lang::En).await.unwrap();
        let link = link(&backend).await;
        for (who, expected) in [(&Actor::Visitor, Invited::Visitor), (&caro, Invited::Other), (&bert, Invited::Here)] {
            let view = show_invitation(&backend, who, &link).await.unwrap();
            assert_eq!((view.name.as_str(), view.role, view.invited), ("Verein verein", Role::Editor, expected));
        }
        assert_eq!(told(accept(&backend, &Actor::Visitor, &link).await), Error::Unauthenticated);
        assert_eq!(told(accept(&backend, &caro, &link).await), Error::Forbidden);
        assert_eq!(told(accept(&backend, &bert, "guessed").await), Error::NotFound);
        assert_eq!(show_account(&backend, &bert).await.unwrap().invitations, ["Verein verein"]);
        awake(&backend).await;
        let both = tokio::join!(accept(&backend, &bert, &link), accept(&backend, &bert, &link));
        assert_eq!((&*both.0.unwrap(), &*both.1.unwrap()), ("verein", "verein"), "a double click comes to the same");
        assert_eq!(belong(&backend, "verein").await, [owner(ANNA), editor(BERT)], "{}", backend.database.name);
        assert_eq!(told(show_invitation(&backend, &bert, &link).await), Error::NotFound, "used up");
        remove(&backend, &anna, "verein", id(&bert)).await.unwrap();
        assert_eq!(told(accept(&backend, &bert, &link).await), Error::NotFound, "no way back with it");
        assert_eq!(belong(&backend, "verein").await, [owner(ANNA)]);
    }
}

#[tokio::test]
async fn invitations_run_out_are_withdrawn_and_replaced() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        let bert = somebody(&backend, BERT).await;
        invite(&backend, &anna, "verein", BERT, "editor", Lang::De).await.unwrap();
        let first = link(&backend).await;
        invite(&backend, &anna, "verein", BERT, "owner", Lang::De).await.unwrap();
        let second = link(&backend).await;
        assert_eq!(told(accept(&backend, &bert, &first).await), Error::NotFound, "replaced");
        let open = show_members(&backend, &anna, "verein").await.unwrap().managed.unwrap().invitations;
        assert_eq!((open.len(), open[0].role), (1, Role::Owner));
        withdraw_invitation(&backend, &anna, "verein", &open[0].id).await.unwrap();
        assert_eq!(told(withdraw_invitation(&backend, &anna, "verein", &open[0].id).await), Error::Conflict);
        assert_eq!(told(accept(&backend, &bert, &second).await), Error::NotFound, "withdrawn");
        invite(&backend, &anna, "verein", BERT, "editor", Lang::De).await.unwrap();
        let third = link(&backend).await;
        backend.clock.set(NOON + limits::INVITATION_DAYS * DAY);
        assert_eq!(told(accept(&backend, &bert, &third).await), Error::NotFound, "too old");
        sign_in::forget(&backend).await.unwrap();
        let left = invitations::count_to(&mut backend.db.read().await.unwrap(), &BERT.parse().unwrap(), Timestamp(0)).await.unwrap();
        assert_eq!(left, 0, "and its address is forgotten");
    }
}

#[tokio::test]
async fn nobody_is_flooded_with_invitations() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        assert_eq!(wrong(invite(&backend, &anna, "verein", "bert", "editor", Lang::De).await), ("email".into(), Problem::NoEmail));
        assert_eq!(wrong(invite(&backend, &anna, "verein", BERT, "king", Lang::De).await).0, "role");
        assert_eq!(wrong(invite(&backend, &anna, "verein", &ANNA.to_uppercase(), "editor", Lang::De).await).1, Problem::AlreadyMember);
        for _ in 0..limits::INVITATIONS_A_DAY {
            invite(&backend, &anna, "verein", CARO, "editor", Lang::De).await.unwrap();
        }
        assert_eq!(told(invite(&backend, &anna, "verein", CARO, "editor", Lang::De).await), Error::TooMany);
        for n in limits::INVITATIONS_A_DAY..limits::INVITATIONS {
            invite(&backend, &anna, "verein", &format!("a{n}@verein.example.org"), "editor", Lang::De).await.unwrap();
        }
        let full = (String::from("email"), Problem::ManyWaiting { max: limits::INVITATIONS });
        assert_eq!(wrong(invite(&backend, &anna, "verein", BERT, "editor", Lang::De).await), full);
        let bert = somebody(&backend, BERT).await;
        let slug = found(&backend, &bert, &founding("Neu")).await.unwrap();
        for n in 0..limits::INVITATIONS_UNPUBLISHED {
            invite(&backend, &bert, &slug, &format!("b{n}@verein.example.org"), "editor", Lang::De).await.unwrap();
        }
        assert!(invite(&backend, &bert, &slug, "b@verein.example.org", "editor", Lang::De).await.is_err(), "nobody saw its name yet");
    }
}

#[tokio::test]
async fn owners_manage_editors_do_not_and_strangers_see_nothing() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        let bert = joined(&backend, &anna, "verein", BERT, Role::Editor).await;
        let (caro, curator) = (somebody(&backend, CARO).await, moderator(&backend).await);
        let view = show_members(&backend, &bert, "verein").await.unwrap();
        assert_eq!((view.members.len(), view.managed, view.is_last_owner), (2, None, false));
        let view = show_members(&backend, &anna, "verein").await.unwrap();
        assert!(view.managed.is_some() && view.is_last_owner);
        for nosy in [&caro, &curator] {
            assert_eq!(told(show_members(&backend, nosy, "verein").await), Error::Forbidden, "addresses are for members");
        }
        for actor in [&bert, &caro, &curator] {
            assert_eq!(told(invite(&backend, actor, "verein", "d@e.example.org", "editor", Lang::De).await), Error::Forbidden);
            assert_eq!(told(change_role(&backend, actor, "verein", id(&bert), Role::Owner).await), Error::Forbidden);
            assert_eq!(told(remove(&backend, actor, "verein", id(&anna)).await), Error::Forbidden);
        }
        assert_eq!(told(leave(&backend, &caro, "verein").await), Error::Forbidden);
        // Whoever curates and belongs to it is a member like any other.
        let curating = joined(&backend, &anna, "verein", "redaktion@allmende.example.org", Role::Editor).await;
        assert_eq!(id(&curating), id(&curator));
        assert_eq!(show_members(&backend, &curator, "verein").await.unwrap().members.len(), 3);
        leave(&backend, &curator, "verein").await.unwrap();
        // What somebody may do is looked up anew, not taken from when they came.
        remove(&backend, &anna, "verein", id(&bert)).await.unwrap();
        assert_eq!(told(show_members(&backend, &bert, "verein").await), Error::Forbidden);
        assert_eq!(told(remove(&backend, &anna, "verein", id(&bert)).await), Error::Conflict);
    }
}

#[tokio::test]
async fn somebody_always_manages_the_others() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        let bert = joined(&backend, &anna, "verein", BERT, Role::Editor).await;
        let last = (String::from("member"), Problem::LastOwner);
        assert_eq!(wrong(leave(&backend, &anna, "verein").await), last);
        assert_eq!(wrong(remove(&backend, &anna, "verein", id(&anna)).await), last);
        assert_eq!(wrong(change_role(&backend, &anna, "verein", id(&anna), Role::Editor).await), last);
        change_role(&backend, &anna, "verein", id(&bert), Role::Owner).await.unwrap();
        awake(&backend).await;
        let both = tokio::join!(leave(&backend, &anna, "verein"), leave(&backend, &bert, "verein"));
        assert_eq!((both.0.is_ok(), both.1.is_ok()), (true, true), "one after the other: the second leaves nobody behind");
        assert!(belong(&backend, "verein").await.is_empty());
    }
}

#[tokio::test]
async fn of_the_last_two_owners_who_leave_at_once_one_stays_with_the_others() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        let bert = joined(&backend, &anna, "verein", BERT, Role::Owner).await;
        joined(&backend, &anna, "verein", CARO, Role::Editor).await;
        let again = async |account| {
            let mut tx = backend.db.write().await.unwrap();
            let organisation = members::by_slug(&mut tx, &"verein".parse().unwrap()).await.unwrap().unwrap().id;
            accounts::join(&mut tx, account, organisation, Role::Owner, backend.clock.now()).await.unwrap();
            members::set_role(&mut tx, account, organisation, Role::Owner).await.unwrap();
            tx.commit().await.unwrap();
        };
        let owners = async || belong(&backend, "verein").await.iter().filter(|(_, role)| *role == Role::Owner).count();
        // In several rounds: the first ones are held up by what connections do once.
        for round in 0..5 {
            awake(&backend).await;
            let both = tokio::join!(leave(&backend, &anna, "verein"), leave(&backend, &bert, "verein"));
            assert_eq!(usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), 1, "{} {round}", backend.database.name);
            assert_eq!((owners().await, belong(&backend, "verein").await.len()), (1, 2));
            again(id(if both.0.is_ok() { &anna } else { &bert })).await;
            // The same where each makes the other an editor.
            awake(&backend).await;
            let (a, b) = (id(&anna), id(&bert));
            let both = tokio::join!(
                change_role(&backend, &anna, "verein", b, Role::Editor),
                change_role(&backend, &bert, "verein", a, Role::Editor)
            );
            assert_eq!(
                (usize::from(both.0.is_ok()) + usize::from(both.1.is_ok()), owners().await),
                (1, 1),
                "{} {round}",
                backend.database.name
            );
            again(a).await;
            again(b).await;
        }
    }
}

/// Signs in for real, so that everything an account leaves behind is there.
async fn signed_in(backend: &TestBackend, email: &str) -> Actor {
    let asked = sign_in::ask(backend, email, Lang::De, None, None).await.unwrap();
    let code = sent(backend).await.into_iter().find_map(|(_, letter)| match letter {
        Letter::SignIn { code, .. } => Some(code),
        _ => None,
    });
    let signed_in = sign_in::confirm(backend, Proof::Code(&code.unwrap()), &asked.browser, Lang::De).await.unwrap();
    sign_in::actor(backend, &signed_in.session).await.unwrap()
}

#[tokio::test]
async fn a_deleted_account_leaves_nothing_but_what_was_published() {
    for backend in backends().await {
        let anna = signed_in(&backend, ANNA).await;
        published(&backend, "verein", "https://verein.example.org").await;
        claim(&backend, &anna, "verein", "").await.unwrap();
        let slug = found(&backend, &anna, &founding("Neu")).await.unwrap();
        published(&backend, "fremd", "https://fremd.example.org").await;
        claim(&backend, &anna, "fremd", "").await.unwrap();
        let bert = joined(&backend, &anna, "verein", BERT, Role::Editor).await;
        let slug_bert = found(&backend, &bert, &founding("Bert")).await.unwrap();
        invite(&backend, &bert, &slug_bert, ANNA, "editor", Lang::De).await.unwrap();
        sign_in::ask(&backend, ANNA, Lang::De, None, None).await.unwrap();

        let view = show_deletion(&backend, &anna).await.unwrap();
        assert_eq!((view.in_the_way[0].slug.to_string(), view.left_alone[0].slug.to_string()), ("verein".into(), slug.to_string()));
        assert_eq!(wrong(delete_account(&backend, &anna, "nein").await), ("typed".into(), Problem::Unconfirmed));
        assert_eq!(wrong(delete_account(&backend, &anna, ANNA).await), ("organisations".into(), Problem::LastOwner));
        assert_eq!(told(delete_account(&backend, &Actor::Visitor, ANNA).await), Error::Unauthenticated);
        change_role(&backend, &anna, "verein", id(&bert), Role::Owner).await.unwrap();
        delete_account(&backend, &anna, " Anna@verein.example.org ").await.unwrap();

        let (mut tx, email) = (backend.db.read().await.unwrap(), ANNA.parse().unwrap());
        assert_eq!(accounts::by_id(&mut tx, id(&anna)).await.unwrap(), None);
        assert_eq!(accounts::by_email(&mut tx, &email).await.unwrap(), None);
        assert_eq!(sessions::count(&mut tx, id(&anna), Timestamp(0)).await.unwrap(), 0);
        assert_eq!(sign_ins::count(&mut tx, &email, Timestamp(0)).await.unwrap(), 0);
        assert_eq!(invitations::count_to(&mut tx, &email, Timestamp(0)).await.unwrap(), 0);
        assert_eq!(claims::count_open(&mut tx).await.unwrap(), 0);
        assert_eq!(accounts::memberships(&mut tx, id(&anna)).await.unwrap(), Vec::<(EntryId, Role)>::new());
        assert_eq!(revisions::count(&mut tx).await.unwrap(), 4, "what was handed in stays");
        drop(tx);
        assert!(sent(&backend).await.iter().all(|(to, _)| to != ANNA), "nor does a mail go out");
        assert_eq!(told(delete_account(&backend, &anna, ANNA).await), Error::Unauthenticated);
        assert_eq!(told(accept(&backend, &anna, "any").await), Error::Unauthenticated);
        assert_eq!(told(found(&backend, &anna, &founding("Noch eins")).await), Error::Unauthenticated);
        assert_ne!(id(&somebody(&backend, ANNA).await), id(&anna), "whoever comes again is somebody else");
    }
}

#[tokio::test]
async fn an_account_that_is_deleted_while_it_joins_does_not_stay_a_member() {
    for backend in backends().await {
        let anna = of_anna(&backend).await;
        let bert = somebody(&backend, BERT).await;
        invite(&backend, &anna, "verein", BERT, "owner", Lang::De).await.unwrap();
        let link = link(&backend).await;
        awake(&backend).await;
        let both = tokio::join!(accept(&backend, &bert, &link), delete_account(&backend, &bert, BERT));
        // If it joined first, it left again with the account; if it was deleted first, it could not join.
        both.1.unwrap();
        let memberships = accounts::memberships(&mut backend.db.read().await.unwrap(), id(&bert)).await.unwrap();
        assert_eq!(memberships, [], "{}", backend.database.name);
        assert_eq!(belong(&backend, "verein").await, [owner(ANNA)]);
    }
}

#[tokio::test]
async fn the_export_holds_everything_about_oneself_and_nobody_else() {
    for backend in backends().await {
        let anna = signed_in(&backend, ANNA).await;
        published(&backend, "verein", "https://verein.example.org").await;
        claim(&backend, &anna, "verein", "").await.unwrap();
        published(&backend, "fremd", "https://fremd.example.org").await;
        claim(&backend, &anna, "fremd", "Ich arbeite dort.").await.unwrap();
        joined(&backend, &anna, "verein", BERT, Role::Owner).await;
        change_language(&backend, &anna, Lang::En).await.unwrap();
        let export = export_account(&backend, &anna).await.unwrap();
        assert_eq!((export["account"]["email"].as_str(), export["account"]["language"].as_str()), (Some(ANNA), Some("en")));
        assert_eq!(export["account"]["created_at"], "2026-11-01T12:00:00Z");
        assert_eq!((&export["memberships"][0]["organisation"], &export["memberships"][0]["role"]), (&"verein".into(), &"owner".into()));
        assert_eq!(export["sessions"].as_array().unwrap().len(), 1);
        assert_eq!((&export["claims"][0]["note"], &export["claims"][0]["state"]), (&"Ich arbeite dort.".into(), &"open".into()));
        assert_eq!(export["events"][0]["action"], "claimed");
        assert!(!export.to_string().contains(BERT));
        assert_eq!(told(export_account(&backend, &Actor::Visitor).await), Error::Unauthenticated);
        assert_eq!(told(change_language(&backend, &Actor::Visitor, Lang::De).await), Error::Unauthenticated);
    }
}
