//! Exit status and words where something is wrong before any work.

use super::program::{Installation, done, installations};

fn installation() -> Installation {
    installations().swap_remove(0)
}

#[test]
fn wrong_usage_ends_with_2() {
    let installation = installation();
    let wrong: [&[&str]; 5] = [&[], &["fly"], &["import"], &["serve", "--fast"], &["import", "a", "b"]];
    for words in wrong {
        let done = installation.run(words);
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{words:?}");
        assert!(done.err.contains("Usage"), "{words:?}: {}", done.err);
    }
}

#[test]
fn every_command_has_help() {
    let installation = installation();
    for command in ["", "serve", "import", "reindex", "check-index", "sweep-files", "check-config"] {
        let words: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let done = installation.run(&words);
        assert!(done.code == Some(0) && done.out.contains("Usage: allmende"), "{words:?}: {done:?}");
    }
}

#[test]
fn a_wrong_setting_is_named_and_ends_with_1() {
    let installation = installation();
    for (name, value) in
        [("ALLMENDE_ADDR", "here"), ("ALLMENDE_BASE_URL", "allmende.org"), ("ALLMENDE_DATABASE_URL", "mysql://u:secret@h/d")]
    {
        for command in ["serve", "check-config", "reindex"] {
            let done = done(installation.command(&[command]).env(name, value));
            assert_eq!(done.code, Some(1), "{name}: {done:?}");
            assert!(done.err.starts_with(&format!("allmende: {name}")) && done.err.lines().count() == 1, "{}", done.err);
            assert!(!done.err.contains("secret"), "{}", done.err);
        }
    }
}

#[test]
fn a_database_that_does_not_answer_is_told_without_its_password() {
    let done = done(installation().command(&["serve"]).env("ALLMENDE_DATABASE_URL", "postgres://me:secret@127.0.0.1:1/none"));
    assert_eq!(done.code, Some(1));
    assert!(done.err.contains("allmende: cannot open the PostgreSQL database") && !done.err.contains("secret"), "{}", done.err);
}

#[test]
fn a_site_folder_without_its_map_is_named() {
    let done = done(installation().command(&["serve"]).env("ALLMENDE_SITE_DIR", "/nowhere"));
    assert_eq!(done.code, Some(1));
    assert!(done.err.contains("/nowhere/map") && done.err.contains("ALLMENDE_SITE_DIR"), "{}", done.err);
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let done = done(installation().command(&["serve"]).env("ALLMENDE_ADDR", &address));
    assert_eq!(done.code, Some(1));
    assert!(done.err.contains(&format!("cannot listen on {address} (ALLMENDE_ADDR)")), "{}", done.err);
}
