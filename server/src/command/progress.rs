//! Progress: a bar where a person watches, plain lines otherwise.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;

/// Where nobody watches, one line for so many done, and one at the end.
const STEP: u64 = 1_000;

/// One long piece of work.
pub struct Progress {
    what: String,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Work that is yet to begin.
    pub fn new(what: &str) -> Self {
        Self { what: what.to_owned(), bar: None }
    }

    /// So much is done.
    pub fn at(&mut self, done: u64, total: u64) {
        if std::io::stderr().is_terminal() {
            let bar = self.bar.get_or_insert_with(|| bar(&self.what, total));
            bar.set_position(done);
        } else if done == total || done.is_multiple_of(STEP) {
            eprintln!("{}: {done} of {total}", self.what);
        }
        if done == total
            && let Some(bar) = self.bar.take()
        {
            bar.finish();
        }
    }
}

fn bar(what: &str, total: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix:22} {bar:30} {pos} of {len}").unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total).with_style(style).with_prefix(what.to_owned())
}
