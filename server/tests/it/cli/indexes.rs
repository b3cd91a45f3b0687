//! Search indexes beside the processes that keep them, with a real Meilisearch where there is one.

use super::program::{Installation, eventually, folder, installations, project};
use backend::testing::{
    meilisearch::{OwnServer, key},
    sample,
};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use tokio::runtime::Runtime;

#[test]
fn an_index_is_compared_with_the_database_on_demand() {
    for installation in installations() {
        installation.import(&sample());
        let first = installation.run(&["check-index"]);
        assert!(first.code == Some(0) && first.out.contains("it was built"), "there is none yet: {first:?}");
        let alone = installation.run(&["check-index"]);
        assert_eq!((alone.code, alone.out.contains("353 entries compared")), (Some(0), true), "{alone:?}");
        let server = installation.serve();
        installation.import(folder(&[("projects.jsonl", project("late", ""))]).path());
        let beside = installation.run(&["check-index"]);
        assert_eq!((beside.code, beside.out.contains("354 entries compared")), (Some(0), true), "{beside:?}");
        let compared = server.get("/readyz").1["search"]["compared"].clone();
        let counts = ["entries", "missing", "stale", "surplus"].map(|count| compared[count].as_u64().unwrap());
        assert_eq!(counts, [354, 0, 0, 0], "{compared}");
        assert!(compared["at"].as_str().unwrap().starts_with("20"), "{compared}");
    }
}

struct WithMeilisearch<'a> {
    installation: &'a Installation,
    url: &'a str,
}

impl WithMeilisearch<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = self.installation.command(words);
        command.env("ALLMENDE_MEILISEARCH_URL", self.url).env("ALLMENDE_MEILISEARCH_KEY", key());
        command
    }

    fn expect_the_indexes_to_be_as_the_database(&self, entries: usize) {
        let told = super::program::done(&mut self.command(&["check-index"]));
        let as_it_should = told.out.matches(&format!("is as the database says: {entries} entries compared")).count();
        assert_eq!((told.code, as_it_should), (Some(0), 2), "{}: {told:?}", self.installation.name());
    }
}

/// Real processes on one Meilisearch: one is killed in the middle of writing, others come while it writes.
#[test]
fn processes_that_write_to_one_meilisearch_leave_nothing_stale() {
    let runtime = Runtime::new().unwrap();
    let Some(meilisearch) = runtime.block_on(OwnServer::start()) else { return };
    for installation in installations() {
        let with = WithMeilisearch { installation: &installation, url: meilisearch.address.url() };
        installation.import(&sample());

        let mut killed = with.command(&["reindex"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(killed.stderr.take().unwrap()).lines().map_while(Result::ok);
        assert!(told.any(|line| line.starts_with("Meilisearch: ")), "it is in the middle of writing");
        killed.kill().unwrap();
        killed.wait().unwrap();

        let begun = Instant::now();
        let server = installation.serve_with(|command| {
            command.env("ALLMENDE_MEILISEARCH_URL", with.url).env("ALLMENDE_MEILISEARCH_KEY", key());
        });
        assert_eq!(server.total(""), 353, "the embedded engine answers meanwhile");
        let importing = thread::scope(|scope| {
            let reindexing = scope.spawn(|| super::program::done(&mut with.command(&["reindex"])));
            for round in 0..10 {
                let changed = project("late", &format!(r#", "solution": "Runde {round}""#));
                installation.import(folder(&[("projects.jsonl", changed)]).path());
                thread::sleep(Duration::from_millis(200));
            }
            reindexing.join().unwrap()
        });
        assert_eq!(importing.code, Some(0), "{importing:?}");
        assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
        with.expect_the_indexes_to_be_as_the_database(354);
        eventually("Meilisearch answers", || {
            _ = server.total("q=runde");
            (server.get("/readyz").1["search"]["answering"] == "meilisearch").then_some(())
        });

        // Stopped while it may be writing, it leaves nothing for the next one to wait for.
        installation.import(folder(&[("projects.jsonl", project("last", ""))]).path());
        let mut server = server;
        server.terminate();
        assert_eq!(server.ended().code(), Some(0));
        let begun = Instant::now();
        with.expect_the_indexes_to_be_as_the_database(355);
        assert!(begun.elapsed() < Duration::from_secs(40), "{:?}", begun.elapsed());
    }
}
