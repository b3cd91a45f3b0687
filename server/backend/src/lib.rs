//! Everything behind the use cases: storage, search, map, change feed. Native only; draws nothing.

pub mod clock;
pub mod failure;
pub mod search;
pub mod storage;

pub use failure::{Failure, Result};
