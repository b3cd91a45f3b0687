//! Everything behind the use cases: storage, search, map, change feed. Native only; draws nothing.

pub mod gazetteer;
pub mod map;
pub mod search;
