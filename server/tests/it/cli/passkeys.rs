//! What operators do about moderators' passkeys, and what they are told.

use super::program::{done, installations};
use backend::{
    passkeys::Passkeys,
    secret::Secret,
    storage::{accounts, sessions},
    testing::authenticator::Authenticator,
    usecases::{
        passkeys::{add, begin_adding},
        sign_in::identify,
    },
};
use domain::{account::Actor, second_step::Lacks};

const ANNA: &str = "anna@allmende.example.org";
const BASE: &str = "https://allmende.example";

#[test]
fn passkeys_are_reset_and_it_is_said_what_was_done() {
    for installation in installations() {
        let refused = installation.run(&["account", "reset-passkeys", "--email", ANNA]);
        assert_eq!(refused.code, Some(1), "{refused:?}");
        assert!(refused.err.contains("--email: there is no account"), "{refused:?}");
        assert_eq!(installation.run(&["account", "create", "--email", ANNA]).code, Some(0));
        let refused = installation.run(&["account", "reset-passkeys", "--email", ANNA]);
        assert!(refused.code == Some(1) && refused.err.contains("no moderator's account"), "{refused:?}");
        assert_eq!(installation.run(&["account", "create", "--email", ANNA, "--moderator"]).code, Some(0));
        let session = Secret::random();
        installation.with_backend(async |backend| {
            let backend = backend::Backend { passkeys: Passkeys::new(BASE, true), ..backend.clone() };
            let mut tx = backend.db.write().await.unwrap();
            let account = accounts::by_email(&mut tx, &ANNA.parse().unwrap()).await.unwrap().unwrap();
            sessions::insert(&mut tx, &session.hash(""), account.id, backend.clock.now()).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(identify(&backend, &session).await.unwrap().lacks, Some(Lacks::Passkey));
            let options = begin_adding(&backend, &session, "Telefon").await.unwrap();
            add(&backend, &session, &Authenticator::default().create(BASE, &options)).await.unwrap();
            assert!(matches!(identify(&backend, &session).await.unwrap().actor, Actor::Moderator { .. }));
        });
        let reset = installation.run(&["account", "reset-passkeys", "--email", ANNA]);
        assert!(reset.code == Some(0) && reset.out.contains("Passkeys removed: 1. Sessions ended: 1."), "{reset:?}");
        installation.with_backend(async |backend| {
            assert_eq!(identify(backend, &session).await.unwrap().actor, Actor::Visitor);
        });
        let again = installation.run(&["account", "reset-passkeys", "--email", ANNA]);
        assert!(again.out.contains("Passkeys removed: 0. Sessions ended: 0."), "{again:?}");
    }
}

#[test]
fn the_check_says_where_there_can_be_no_passkeys_and_what_follows() {
    let installation = installations().remove(0);
    let check = |settings: &[(&str, &str)]| done(installation.command(&["check-config"]).envs(settings.iter().copied())).out;
    let locked = check(&[("ALLMENDE_BASE_URL", "http://nas:3000")]);
    assert!(locked.contains("Nobody can moderate") && locked.contains("ALLMENDE_MODERATOR_PASSKEYS=optional"), "{locked}");
    let open = check(&[("ALLMENDE_BASE_URL", "http://nas:3000"), ("ALLMENDE_MODERATOR_PASSKEYS", "optional")]);
    assert!(!open.contains("Nobody can") && open.contains("moderators sign in by mail alone"), "{open}");
    assert!(check(&[("ALLMENDE_BASE_URL", BASE)]).contains("required of each moderator\n"));
}
