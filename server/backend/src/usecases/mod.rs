//! What the product does, one verb per file: parse, load, permit, change, record, commit.
//!
//! A use case takes the backend, the actor and values that were parsed before; it asks
//! [`domain::permission`] itself, and it is the only thing that pages, REST and the command line call.

pub mod filter_map;
pub mod import;
pub mod list_located;
pub mod publish;
pub mod search_entries;
mod selection;
pub mod show_lesson;
pub mod show_organisation;
pub mod show_project;
pub mod views;
