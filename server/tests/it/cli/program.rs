//! Runs the binary, and watches what it does from outside.

use crate::support::public;
use backend::{
    Backend,
    clock::Clock,
    files::Files,
    storage::{Db, entries},
    testing::{self, TestDatabase},
};
use domain::vocabulary::Kind;
use serde_json::Value;
use std::{
    ffi::OsStr,
    fmt::Debug,
    fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// How long anything may take that is not the machine's fault.
pub const DEADLINE: Duration = Duration::from_secs(60);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// An installation: a database and a data folder.
pub struct Installation {
    database: TestDatabase,
    runtime: Runtime,
}

/// An empty one on each database that can be had.
pub fn installations() -> Vec<Installation> {
    let databases = Runtime::new().unwrap().block_on(testing::databases());
    databases.into_iter().map(|database| Installation { database, runtime: Runtime::new().unwrap() }).collect()
}

/// What a command did.
#[derive(Debug)]
pub struct Done {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Installation {
    /// The database, for messages.
    pub fn name(&self) -> &str {
        self.database.name
    }

    pub fn command(&self, words: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_allmende"));
        command.args(words).env_clear().stdin(Stdio::null());
        command.env("ALLMENDE_DATABASE_URL", &self.database.url).env("ALLMENDE_DATA_DIR", self.database.dir.path());
        // Mails about decisions go at once.
        command.env("ALLMENDE_SITE_DIR", public()).env("ALLMENDE_UNDO_MINUTES", "0");
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[impl AsRef<OsStr>]) -> Done {
        done(&mut self.command(words))
    }

    /// Imports a folder; it must succeed.
    pub fn import(&self, folder: &Path) -> String {
        let done = self.run(&["import".as_ref(), folder.as_os_str()]);
        assert_eq!(done.code, Some(0), "{}: {done:?}", self.name());
        done.out
    }

    /// Does something with what is stored, while no server runs or beside one.
    pub fn with_backend<T>(&self, work: impl AsyncFnOnce(&Backend) -> T) -> T {
        self.runtime.block_on(async {
            // An index of its own: the server's is the server's.
            let indexes = tempfile::tempdir().unwrap();
            let backend = Backend::open(&self.database.url, indexes.path(), None, Clock::System).await.unwrap();
            let done = work(&backend).await;
            backend.db.close().await;
            done
        })
    }

    /// Its pictures.
    pub fn files(&self) -> Files {
        Files::at(&self.database.dir.path().join("files"))
    }

    /// Mails that were sent, as they were written into the data folder.
    pub fn mails(&self) -> Vec<String> {
        let Ok(folder) = fs::read_dir(self.database.dir.path().join("mail")) else { return vec![] };
        let paths = folder.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "eml"));
        paths.map(|path| fs::read_to_string(path).unwrap()).collect()
    }

    /// Stored entries: organisations, projects, lessons.
    pub fn counts(&self) -> [usize; 3] {
        self.runtime.block_on(async {
            let db = Db::connect(&self.database.url).await.unwrap();
            db.migrate().await.unwrap();
            let mut tx = db.read().await.unwrap();
            let mut counts = [0; 3];
            for (count, kind) in counts.iter_mut().zip([Kind::Organisation, Kind::Project, Kind::Lesson]) {
                *count = entries::slugs(&mut tx, kind).await.unwrap().len();
            }
            drop(tx);
            db.close().await;
            counts
        })
    }

    /// Starts the server; its port is open on return.
    pub fn serve(&self) -> Server {
        self.serve_with(|_| ())
    }

    /// The same with other settings.
    pub fn serve_with(&self, set: impl FnOnce(&mut Command)) -> Server {
        let address = free_address();
        let mut command = self.command(&["serve"]);
        set(&mut command);
        command.env("ALLMENDE_ADDR", &address).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let opened = lines.next().and_then(Result::ok).unwrap_or_else(|| panic!("{}: the server does not start", self.name()));
        assert!(opened.contains(&address), "{opened}");
        Server { child, address }
    }
}

pub fn done(command: &mut Command) -> Done {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// A running server. It is killed when this is dropped.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Server {
    /// Status and JSON that a `GET` answers.
    pub fn get(&self, path: &str) -> (u16, Value) {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(DEADLINE)).build().into();
        let mut answer = agent.get(format!("http://{}{path}", self.address)).call().unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }

    /// The status that a form is answered with, or `None` where nothing comes.
    pub fn post(address: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Option<u16> {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
        let agent: ureq::Agent = config.timeout_global(Some(DEADLINE)).build().into();
        let sent = agent.post(format!("http://{address}{path}")).header("cookie", cookie).send_form(fields.iter().copied());
        Some(sent.ok()?.status().as_u16())
    }

    /// How many entries a search finds.
    pub fn total(&self, query: &str) -> u64 {
        let (status, answer) = self.get(&format!("/api/v1/search?{query}"));
        assert_eq!(status, 200, "{answer}");
        answer["total"].as_u64().unwrap()
    }

    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, as systemd and containers do.
    pub fn terminate(&self) {
        assert!(Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status().unwrap().success());
    }

    /// Its exit status, once it has ended.
    pub fn ended(&mut self) -> ExitStatus {
        eventually("the server ends", || self.child.try_wait().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// What `look` gives as soon as it gives something.
pub fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < DEADLINE, "waited in vain: {what}");
        thread::sleep(PAUSE);
    }
}

/// A folder with these files.
pub fn folder(files: &[(&str, String)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// A line of `projects.jsonl`.
pub fn project(id: &str, more: &str) -> String {
    format!(r#"{{"id": "{id}", "title": "Titel {id}", "summary": "S", "problem": "P", "phase": "live", "scope": "local"{more}}}"#)
}
