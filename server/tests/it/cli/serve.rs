//! `allmende serve`, beside other commands.

use super::program::{Installation, Server, eventually, folder, installations, project};
use backend::testing::sample;
use std::{io::Write, net::TcpStream};

/// Waits until a search of the running server finds so many.
fn finds(installation: &Installation, server: &Server, query: &str, total: u64) {
    eventually(&format!("{}: {query} finds {total}", installation.name()), || (server.total(query) == total).then_some(()));
}

#[test]
fn a_server_is_ready_once_it_says_so_and_stops_when_told() {
    for installation in installations() {
        let mut server = installation.serve();
        let (status, ready) = server.get("/readyz");
        assert_eq!((status, &ready["ready"], &ready["database"]), (200, &true.into(), &"ok".into()), "{ready}");
        assert_eq!(server.get("/healthz"), (200, "ok".into()));
        assert_eq!(server.total(""), 0);
        server.terminate();
        assert_eq!(server.ended().code(), Some(0), "{}", installation.name());
        assert!(TcpStream::connect(&server.address).is_err());
    }
}

#[test]
fn connections_that_say_nothing_or_half_do_not_keep_the_server_from_stopping() {
    let installation = installations().swap_remove(0);
    let mut server = installation.serve();
    let connections = ["", "GET / HTTP/1.1\r\nHost: a", "GET /explore HTTP/1.1\r\nHost: a\r\n\r\n"].map(|said| {
        let mut connection = TcpStream::connect(&server.address).unwrap();
        connection.write_all(said.as_bytes()).unwrap();
        connection
    });
    assert_eq!(server.total(""), 0, "by now the server has taken up the other connections too");
    server.terminate();
    assert_eq!(server.ended().code(), Some(0));
    drop(connections);
}

#[test]
fn a_running_server_takes_up_what_another_process_imports() {
    for installation in installations() {
        let server = installation.serve();
        assert_eq!(server.total(""), 0);
        installation.import(&sample());
        finds(&installation, &server, "", 353);
        installation.import(folder(&[("projects.jsonl", project("late", r#", "solution": "Nachzügler""#))]).path());
        finds(&installation, &server, "q=Nachz%C3%BCgler", 1);
        installation.import(folder(&[("projects.jsonl", project("late", r#", "solution": "Vorreiter""#))]).path());
        finds(&installation, &server, "q=Vorreiter&kind=project", 1);
        assert_eq!(server.total("q=Nachz%C3%BCgler"), 0);
    }
}

#[test]
fn a_running_server_survives_a_new_index_beside_it() {
    for installation in installations() {
        installation.import(&sample());
        let server = installation.serve();
        for round in 0..2 {
            assert_eq!(installation.run(&["reindex"]).code, Some(0), "{}", installation.name());
            assert_eq!(server.total("") - round, 353, "{}", installation.name());
            installation.import(folder(&[("projects.jsonl", project(&format!("late-{round}"), ""))]).path());
            finds(&installation, &server, "", 354 + round);
        }
    }
}
