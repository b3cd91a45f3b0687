//! Searching with Meilisearch: a real one where `ALLMENDE_TEST_MEILISEARCH` names a server or a binary, and a small one
//! made for tests that is slow, talks nonsense or goes away.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod alone;
mod answers;
mod away;
mod chaos;
mod compared;
mod fake;
mod following;
mod places;
mod planted;
mod rights;
mod support;
mod ties;
