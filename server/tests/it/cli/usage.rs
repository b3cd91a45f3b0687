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
    for command in ["", "serve", "import", "reindex", "check-index", "check-config"] {
        let words: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let done = installation.run(&words);
        assert!(done.code == Some(0) && done.out.contains("Usage: allmende"), "{words:?}: {done:?}");
    }
}

#[test]
fn a_wrong_setting_is_named_and_ends_with_1() {
    let installation = installation();
    for (name, value) in [
        ("ALLMENDE_ADDR", "here"),
        ("ALLMENDE_BASE_URL", "allmende.org"),
        ("ALLMENDE_BASE_URL", "https://example.org/allmende"),
        ("ALLMENDE_DATABASE_URL", "mysql://u:secret@h/d"),
    ] {
        for command in ["serve", "check-config", "reindex"] {
            let done = done(installation.command(&[command]).env(name, value));
            assert_eq!(done.code, Some(1), "{name}: {done:?}");
            assert!(done.err.starts_with(&format!("allmende: {name}")) && done.err.lines().count() == 1, "{}", done.err);
            assert!(!done.err.contains("secret"), "{}", done.err);
        }
    }
}

#[test]
fn the_check_names_what_does_nothing_and_does_not_say_that_all_is_well() {
    let installation = installation();
    let pages = super::program::folder(&[("imprint.de.md", "# Impressum".to_owned())]);
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir(site.path().join("pkg")).unwrap();
    let check = |more: (&str, &str)| {
        let mut command = installation.command(&["check-config"]);
        done(command.env("ALLMENDE_PAGES_DIR", pages.path()).env("ALLMENDE_SITE_DIR", site.path()).envs([more])).out
    };
    let fine = check(("ALLMENDE_MODERATOR_PASSKEYS", "optional"));
    assert!(fine.contains("Everything is in place."), "{fine}");
    std::fs::write(pages.path().join("imprnt.en.md"), "# Imprint").unwrap();
    let told = check(("ALLMENDE_MODERATOR_PASKEYS", "optional"));
    assert!(told.contains("ALLMENDE_MODERATOR_PASKEYS is no setting") && told.contains("imprnt.en.md in "), "{told}");
    assert!(!told.contains("Everything is in place.") && told.contains("things above"), "{told}");
}

#[test]
fn a_search_index_that_is_not_there_yet_is_built_by_the_check() {
    let installation = installation();
    let first = installation.run(&["check-index"]);
    assert!(first.code == Some(0) && first.out.contains("it was built"), "{first:?}");
    let second = installation.run(&["check-index"]);
    assert!(second.out.contains("is as the database says"), "{second:?}");
}

#[test]
fn a_cause_is_said_once() {
    let url = "sqlite:/nowhere/allmende.db";
    let done = done(installation().command(&["serve"]).env("ALLMENDE_DATABASE_URL", url));
    assert_eq!((done.code, done.err.matches("unable to open").count(), done.err.lines().count()), (Some(1), 1, 1), "{}", done.err);
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
