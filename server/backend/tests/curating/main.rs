//! Curating, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod audit;
mod bulk;
mod digest;
mod entries;
mod locks;
mod queue;
mod races;
mod stage;
mod templates;
mod trust;
mod undoing;
