//! Nothing that was answered is lost, and nothing is left half done, when the process is killed.

use super::program::{folder, installations, project};
use backend::testing::sample;
use std::{
    io::{BufRead, BufReader},
    os::unix::process::ExitStatusExt,
    process::Stdio,
};

const ORGANISATIONS: usize = 20;
const PROJECTS: usize = 3_000;

#[test]
fn a_killed_import_changed_nothing_and_can_be_repeated() {
    let organisations: Vec<String> =
        (0..ORGANISATIONS).map(|n| format!(r#"{{"id": "o-{n}", "name": "O {n}", "kind": "network"}}"#)).collect();
    let projects: Vec<String> =
        (0..PROJECTS).map(|n| project(&format!("p-{n}"), &format!(r#", "organisation": "o-{}""#, n % ORGANISATIONS))).collect();
    let folder = folder(&[("organisations.jsonl", organisations.join("\n")), ("projects.jsonl", projects.join("\n"))]);
    for installation in installations() {
        let mut command = installation.command(&["import".as_ref(), folder.path().as_os_str()]);
        let mut import = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(import.stderr.take().unwrap()).lines().map_while(Result::ok);
        assert!(told.any(|line| line.starts_with("projects.jsonl: 1000 of")), "the import tells how far it is");
        import.kill().unwrap();
        assert_eq!(import.wait().unwrap().signal(), Some(9), "it was still at work");
        assert_eq!(installation.counts(), [0, 0, 0], "{}", installation.name());
        let report = installation.import(folder.path());
        assert!(report.contains(&format!("organisations.jsonl: {ORGANISATIONS} new, 0 changed, 0 unchanged")), "{report}");
        assert!(report.contains(&format!("projects.jsonl: {PROJECTS} new, 0 changed, 0 unchanged")), "{report}");
        assert_eq!(installation.counts(), [ORGANISATIONS, PROJECTS, 0], "{}", installation.name());
        assert_eq!(installation.serve().total("kind=project"), PROJECTS as u64, "{}", installation.name());
    }
}

#[test]
fn a_killed_server_starts_again_with_the_same() {
    for installation in installations() {
        installation.import(&sample());
        let server = installation.serve();
        let before = server.get("/api/v1/search?q=beratung&per_page=100");
        assert!(before.1["total"].as_u64().unwrap() > 10);
        server.kill();
        let again = installation.serve();
        let mut after = again.get("/api/v1/search?q=beratung&per_page=100");
        // The port is another one, and with it the address of each entry.
        for (hit, old) in after.1["hits"].as_array_mut().unwrap().iter_mut().zip(before.1["hits"].as_array().unwrap()) {
            hit["url"] = old["url"].clone();
        }
        assert_eq!(after, before, "{}", installation.name());
    }
}
