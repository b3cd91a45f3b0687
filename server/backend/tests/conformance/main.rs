//! What every engine must answer alike: each filter and its counts, places and their edges, orders, pages, texts, and
//! what changes. Filters, places and counts are compared with a plain walk over the index documents.
//!
//! To add a case: a line in one of the tables. Each runs on every engine of [`engine::engines`].

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod changes;
mod engine;
mod filters;
mod orders;
mod places;
mod texts;
mod walk;
