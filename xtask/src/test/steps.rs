//! Runs steps, times them and tells at the end how they went.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::interrupt;

/// The steps so far.
#[derive(Default)]
pub struct Steps(Vec<Step>);

struct Step {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

#[derive(Debug, PartialEq)]
enum Outcome {
    Passed,
    Failed,
    LeftOut(String),
}

impl Steps {
    /// Runs a step if all the steps it needs have passed.
    pub fn step(&mut self, name: &'static str, needs: &[&str], work: impl FnOnce() -> Result<()>) {
        let start = Instant::now();
        let outcome = match self.obstacle(needs) {
            Some(reason) => Outcome::LeftOut(reason),
            None => {
                println!("\n── {name} ──");
                match work() {
                    Ok(()) => Outcome::Passed,
                    Err(error) => {
                        println!("{name} FAILED: {error:#}");
                        Outcome::Failed
                    }
                }
            }
        };
        self.0.push(Step { name, outcome, took: start.elapsed() });
    }

    fn obstacle(&self, needs: &[&str]) -> Option<String> {
        if interrupt::came() {
            return Some("interrupted".into());
        }
        let missing = self.0.iter().find(|step| needs.contains(&step.name) && step.outcome != Outcome::Passed)?;
        Some(format!("needs: {}", missing.name))
    }

    /// Prints the summary. Tells whether everything passed and nothing was left out.
    pub fn finish(self) -> bool {
        println!("\n{}", self.summary());
        self.0.iter().all(|step| step.outcome == Outcome::Passed)
    }

    /// The table, a loud line for each step that was left out, and the counts as the last line.
    fn summary(&self) -> String {
        let mut lines = vec![format!("{:<32} {:<9} {:>8}", "step", "outcome", "seconds")];
        lines.extend(self.0.iter().map(|step| format!("{:<32} {:<9} {:>8.1}", step.name, step.outcome.word(), step.took.as_secs_f64())));
        lines.extend(self.0.iter().filter_map(|step| match &step.outcome {
            Outcome::LeftOut(reason) => Some(format!("LEFT OUT: {} ({reason})", step.name)),
            _ => None,
        }));
        let count = |word| self.0.iter().filter(|step| step.outcome.word() == word).count();
        let skipped = match count("left out") {
            0 => String::new(),
            skipped => format!(", {skipped} skipped"),
        };
        lines.push(format!("{} passed, {} failed{skipped}", count("ok"), count("FAILED")));
        lines.join("\n")
    }
}

impl Outcome {
    fn word(&self) -> &'static str {
        match self {
            Self::Passed => "ok",
            Self::Failed => "FAILED",
            Self::LeftOut(_) => "left out",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn a_failure_ends_neither_the_run_nor_goes_unseen() {
        let mut steps = Steps::default();
        steps.step("build", &[], || bail!("no"));
        steps.step("tests", &["build"], || Ok(()));
        steps.step("formatting", &[], || Ok(()));
        let summary = steps.summary();
        assert!(summary.contains("LEFT OUT: tests (needs: build)"), "{summary}");
        assert_eq!(summary.lines().last(), Some("1 passed, 1 failed, 1 skipped"));
        assert!(!steps.finish());
    }

    #[test]
    fn the_last_line_counts_the_steps() {
        let mut steps = Steps::default();
        steps.step("build", &[], || Ok(()));
        steps.step("tests", &["build"], || Ok(()));
        assert_eq!(steps.summary().lines().last(), Some("2 passed, 0 failed"));
        assert!(steps.finish());
    }
}
