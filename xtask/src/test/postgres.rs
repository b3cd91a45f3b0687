//! A PostgreSQL cluster for one run of the tests, in a folder of its own: nothing of the machine's is touched.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::process::{command, run_quietly};
use crate::setup::{is_root, postgres_binaries};

const STARTS_WITHIN: Duration = Duration::from_secs(30);
const STOPS_WITHIN: Duration = Duration::from_secs(10);
/// Nothing here must survive a power cut, but many tests want a connection at once.
const SETTINGS: [&str; 5] = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "logging_collector=off"];

/// A running cluster. It is stopped and removed when this is dropped.
pub struct Cluster {
    server: Child,
    port: u16,
    folder: TempDir,
}

impl Cluster {
    /// Makes and starts a cluster on a free port and waits until it answers.
    pub fn start() -> Result<Self> {
        let binaries = postgres_binaries().context("PostgreSQL is not installed")?;
        let folder = tempfile::Builder::new().prefix("allmende-pg-").tempdir()?;
        if is_root() {
            run_quietly(command("chown").arg("postgres:").arg(folder.path()))?;
        }
        let data = folder.path().join("data");
        let mut initdb = unprivileged(&binaries, "initdb", folder.path());
        run_quietly(initdb.args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "-D"]).arg(&data))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut postgres = unprivileged(&binaries, "postgres", folder.path());
        postgres.arg("-D").arg(&data).arg("-k").arg(folder.path()).args(["-h", "127.0.0.1", "-p", &port.to_string()]);
        postgres.args(SETTINGS.iter().flat_map(|setting| ["-c", setting]));
        let log = File::create(folder.path().join("log"))?;
        let server = postgres.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()?;
        let mut cluster = Self { server, port, folder };
        cluster.wait(&binaries)?;
        Ok(cluster)
    }

    /// A superuser's address of the cluster.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self, binaries: &Path) -> Result<()> {
        let start = Instant::now();
        loop {
            let mut ready = command(binaries.join("pg_isready"));
            if run_quietly(ready.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()])).is_ok() {
                return Ok(());
            }
            if self.server.try_wait()?.is_some() || start.elapsed() > STARTS_WITHIN {
                let log = std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
                bail!("PostgreSQL does not answer on port {}:\n{log}", self.port);
            }
            sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown: open connections are cut.
        let _ = run_quietly(command("kill").args(["-INT", &self.server.id().to_string()]));
        let start = Instant::now();
        while matches!(self.server.try_wait(), Ok(None)) {
            if start.elapsed() > STOPS_WITHIN {
                let _ = self.server.kill();
            }
            sleep(Duration::from_millis(20));
        }
    }
}

/// One of PostgreSQL's programs, which refuse to run as root. `setpriv` replaces itself by the program, and has
/// the kernel stop it should this process be killed without a chance to clean up.
fn unprivileged(binaries: &Path, program: &str, folder: &Path) -> Command {
    let mut setpriv = command("setpriv");
    if is_root() {
        setpriv.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    let program: PathBuf = binaries.join(program);
    setpriv.arg("--pdeathsig=INT").arg(program).current_dir(folder);
    setpriv
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_answers_and_is_gone_afterwards() -> Result<()> {
        if postgres_binaries().is_none() {
            println!("LEFT OUT: PostgreSQL is not installed");
            return Ok(());
        }
        let cluster = Cluster::start()?;
        let (port, folder) = (cluster.port, cluster.folder.path().to_path_buf());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(cluster);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
        Ok(())
    }
}
