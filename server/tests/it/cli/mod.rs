//! The real binary, on each database.

mod crash;
mod import;
mod indexes;
mod program;
mod serve;
mod usage;
