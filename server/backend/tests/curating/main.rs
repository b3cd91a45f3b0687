//! Curating, on both databases.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod alike;
mod audit;
mod bulk;
mod desk;
mod digest;
mod entries;
mod locks;
mod mails;
mod owners;
mod queue;
mod races;
mod returned;
mod stage;
mod templates;
mod trust;
mod undoing;
