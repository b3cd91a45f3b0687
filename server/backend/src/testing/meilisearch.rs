//! A real Meilisearch for tests: the running server that `ALLMENDE_TEST_MEILISEARCH` names (with
//! `ALLMENDE_TEST_MEILISEARCH_KEY`), or one that is started from the binary it names. Each backend keeps indexes of its
//! own there, so tests run side by side; they are removed when the backend goes.

use super::{TestBackend, TestDatabase, sqlite};
use crate::{
    Backend,
    clock::Clock,
    search::{Meilisearch, Search, meilisearch::Address},
};
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Once, OnceLock},
    time::Duration,
};
use tempfile::TempDir;

const SERVER: &str = "ALLMENDE_TEST_MEILISEARCH";
const KEY: &str = "ALLMENDE_TEST_MEILISEARCH_KEY";
/// Of servers that tests start.
const MASTER_KEY: &str = "of-tests-only-0123456789";
/// Longer than any answer takes.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The address of a server; `None`, said loudly once, where there is none at hand.
///
/// # Panics
/// Where the one that is named cannot be used.
pub async fn address() -> Option<Address> {
    static STARTED: OnceLock<(Child, Address)> = OnceLock::new();
    let named = named()?;
    if named.starts_with("http") {
        let key = std::env::var(KEY).ok();
        return Some(Address::new(&named, key.as_deref()).expect("ALLMENDE_TEST_MEILISEARCH is the address of a server"));
    }
    let (_, address) = STARTED.get_or_init(|| start_for_this_process(Path::new(&named)));
    wait_for(address).await;
    Some(address.clone())
}

/// The key to [`address`] and to each [`OwnServer`].
#[must_use]
pub fn key() -> String {
    let given = named().filter(|named| named.starts_with("http")).and_then(|_| std::env::var(KEY).ok());
    given.unwrap_or_else(|| MASTER_KEY.to_owned())
}

/// The binary, for tests that stop and start servers themselves; `None`, said loudly once, where none is named.
#[must_use]
pub fn binary() -> Option<PathBuf> {
    static SAID: Once = Once::new();
    let named = named()?;
    if named.starts_with("http") {
        SAID.call_once(|| eprintln!("LEFT OUT: tests that stop and start Meilisearch ({SERVER} names a server, no binary)"));
        return None;
    }
    Some(named.into())
}

fn named() -> Option<String> {
    static SAID: Once = Once::new();
    let named = std::env::var(SERVER).ok().filter(|named| !named.is_empty());
    if named.is_none() {
        SAID.call_once(|| eprintln!("LEFT OUT: Meilisearch ({SERVER} names neither a running server nor a binary)"));
    }
    named
}

/// A server that one test starts, stops and kills as it likes. It goes when this does.
pub struct OwnServer {
    binary: PathBuf,
    dir: TempDir,
    port: u16,
    child: Option<Child>,
    /// Where it is.
    pub address: Address,
}

impl OwnServer {
    /// One that is running; `None` where there is no binary.
    ///
    /// # Panics
    /// Where it cannot be started.
    pub async fn start() -> Option<Self> {
        let binary = binary()?;
        let (port, dir) = (free_port(), tempfile::tempdir().expect("a temporary folder"));
        let address = Address::new(&format!("http://127.0.0.1:{port}"), Some(MASTER_KEY)).expect("an address");
        let mut server = Self { binary, dir, port, child: None, address };
        server.run().await;
        Some(server)
    }

    /// Starts it again, with what it had.
    ///
    /// # Panics
    /// Where it cannot be started.
    pub async fn run(&mut self) {
        let mut command = command(&self.binary, self.dir.path(), self.port);
        self.child = Some(command.spawn().expect("the binary that ALLMENDE_TEST_MEILISEARCH names"));
        wait_for(&self.address).await;
    }

    /// Kills it as a power cut would (`kill -9`).
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            _ = child.kill();
            _ = child.wait();
        }
    }

    /// Throws away all that it has. To be killed before.
    ///
    /// # Panics
    /// Where its folder cannot be emptied.
    pub fn empty(&mut self) {
        self.dir = tempfile::tempdir().expect("a temporary folder");
    }

    /// Sends it a signal, such as `STOP` and `CONT`.
    ///
    /// # Panics
    /// Where there is no `kill`.
    pub fn signal(&self, name: &str) {
        let pid = self.child.as_ref().map(|child| child.id().to_string()).unwrap_or_default();
        let sent = Command::new("kill").args([&format!("-{name}"), &pid]).status().expect("kill");
        assert!(sent.success());
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Empty indexes on SQLite and on this server.
///
/// # Panics
/// Where they cannot be made.
pub async fn with_meilisearch(address: &Address) -> MeilisearchBackend {
    on(sqlite(), address).await
}

/// As [`with_meilisearch`], with the sample directory in all indexes, and patient: what is tested is what Meilisearch
/// answers, not how fast a busy machine is.
///
/// # Panics
/// Where it cannot be made.
pub async fn with_sample(address: &Address) -> MeilisearchBackend {
    let backend = with_meilisearch(address).await;
    super::import_from(&backend, &super::sample()).await.expect("the sample can be imported");
    backend.in_step().await;
    backend.engine.set_patience(PATIENCE);
    backend
}

/// A backend that searches with Meilisearch.
pub struct MeilisearchBackend {
    backend: TestBackend,
    /// The engine, to look at what it did.
    pub engine: Meilisearch,
}

impl std::ops::Deref for MeilisearchBackend {
    type Target = TestBackend;
    fn deref(&self) -> &TestBackend {
        &self.backend
    }
}

impl MeilisearchBackend {
    /// Brings all indexes in step with the feed.
    ///
    /// # Panics
    /// Where one fails.
    pub async fn in_step(&self) {
        self.indexer.catch_up().await.expect("the embedded index in step");
        self.indexer.mirror().expect("a mirror").catch_up(&mut |_, _| ()).await.expect("the index in Meilisearch in step");
    }
}

impl Drop for MeilisearchBackend {
    fn drop(&mut self) {
        let engine = self.engine.clone();
        // In a thread of its own: here a runtime may be running already. A server that is gone needs no tidying.
        let tidied = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            _ = runtime.block_on(async { tokio::time::timeout(Duration::from_secs(5), engine.remove()).await });
        });
        _ = tidied.join();
    }
}

/// A backend on a database and a server.
///
/// # Panics
/// Where it cannot be made.
pub async fn on(database: TestDatabase, address: &Address) -> MeilisearchBackend {
    let clock = Clock::fixed(super::NOON);
    let backend = Backend::open(&database.url, database.dir.path(), Some(address), clock).await.expect("a backend");
    backend.indexer.start(&mut |_, _| ()).await.expect("empty indexes");
    let Search::Meilisearch(engine) = backend.search.clone() else { panic!("another engine") };
    MeilisearchBackend { backend: TestBackend { backend, database }, engine }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.expect("a free port").port()
}

fn command(binary: &Path, dir: &Path, port: u16) -> Command {
    let mut command = Command::new(binary);
    arguments(&mut command, dir, port);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn arguments(command: &mut Command, dir: &Path, port: u16) {
    command.args(["--no-analytics", "--master-key", MASTER_KEY, "--http-addr", &format!("127.0.0.1:{port}"), "--db-path"]);
    command.arg(dir.join("data")).arg("--dump-dir").arg(dir.join("dumps")).arg("--snapshot-dir").arg(dir.join("snapshots"));
}

/// Ends with this process, however that ends: a shell waits for its input to close and stops the server then.
fn start_for_this_process(binary: &Path) -> (Child, Address) {
    let (port, dir) = (free_port(), tempfile::tempdir().expect("a temporary folder").keep());
    let script = r#"dir="$1"; shift; "$@" & server=$!; read -r _; kill "$server"; wait "$server"; rm -rf "$dir""#;
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(&dir).arg(binary);
    arguments(&mut command, &dir, port);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn().expect("a shell");
    (child, Address::new(&format!("http://127.0.0.1:{port}"), Some(MASTER_KEY)).expect("an address"))
}

async fn wait_for(address: &Address) {
    for _ in 0..600 {
        if reqwest::get(format!("{}/health", address.url())).await.is_ok_and(|answer| answer.status().is_success()) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("Meilisearch does not start");
}
