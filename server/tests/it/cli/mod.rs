//! The real binary, on each database.

mod crash;
mod import;
mod program;
mod serve;
mod usage;
