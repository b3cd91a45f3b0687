//! The real binary, on each database.

mod crash;
mod decided;
mod import;
mod indexes;
mod program;
mod serve;
mod usage;
