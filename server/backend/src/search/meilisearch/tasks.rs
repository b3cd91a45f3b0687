//! Waiting for what Meilisearch does later: it answers writes with the number of a task.

use super::{Trouble, client::Client};
use serde::Deserialize;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How often a task is looked at: at first, and at the most seldom. In between, each pause is a quarter longer than the one
/// before, so that hardly more than a fifth of the time is lost by looking too late: a publish waits for two tasks.
const POLLS: (Duration, Duration) = (Duration::from_millis(20), Duration::from_secs(2));
/// How long the server may be away while a task is waited for. It keeps its tasks over a restart.
const AWAY: Duration = Duration::from_secs(60);

/// A task that was taken on.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Task {
    task_uid: u64,
}

/// Only what is needed: tasks of newer versions have kinds and details that we do not know.
#[derive(Deserialize)]
struct Progress {
    status: String,
    error: Option<Cause>,
}

#[derive(Deserialize)]
struct Cause {
    #[serde(default)]
    code: String,
}

impl Task {
    /// Waits until it is done. There is no time limit as long as the server says that it will come to it: before it
    /// may stand the tasks of others.
    ///
    /// # Errors
    /// Where it failed or is not known any more, or the server is away for long.
    pub(super) async fn done(self, client: &Client) -> Result<(), Trouble> {
        let (mut pause, mut heard) = (POLLS.0, Instant::now());
        loop {
            match client.get::<Progress>(&format!("tasks/{}", self.task_uid)).await {
                Ok(progress) => match progress.status.as_str() {
                    "succeeded" => return Ok(()),
                    "enqueued" | "processing" => heard = Instant::now(),
                    _ => return Err(failed(progress)),
                },
                Err(trouble) if trouble.is_passing() && heard.elapsed() < AWAY => {}
                Err(trouble) => return Err(trouble),
            }
            sleep(pause).await;
            pause = (pause * 5 / 4).min(POLLS.1);
        }
    }
}

fn failed(progress: Progress) -> Trouble {
    Trouble::TaskFailed { status: progress.status, code: progress.error.map(|cause| cause.code).unwrap_or_default() }
}

/// As [`Task::done`], but what was to be made may be there already and what was to be deleted may be gone.
pub(super) async fn done_or_was(task: Task, client: &Client) -> Result<(), Trouble> {
    match task.done(client).await {
        Err(Trouble::TaskFailed { code, .. }) if code == "index_not_found" || code == "index_already_exists" => Ok(()),
        done => done,
    }
}
