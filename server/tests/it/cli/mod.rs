//! The real binary, on each database.

mod crash;
mod decided;
mod import;
mod indexes;
mod passkeys;
mod program;
mod serve;
mod sweep;
mod usage;
