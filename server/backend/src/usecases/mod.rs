//! What the product does, one verb per file: parse, load, permit, change, record, commit.
//!
//! A use case takes the backend, the actor and values that were parsed before, and asks [`domain::permission`]
//! itself. What reads only indexes needs no asking: nothing but what everybody may read is in them. `publish` is a
//! step of other use cases, in their unit of work and with their permission.

mod belonging;
pub mod change_language;
pub mod count_everything;
pub mod create_account;
pub mod curate;
pub mod delete_account;
pub mod difference;
pub mod duplicates;
pub mod explain_hits;
pub mod export_account;
pub mod filter_map;
pub mod find_places;
pub mod free_slug;
pub mod freshness;
pub mod group_results;
pub mod import;
mod labels;
pub mod links;
pub mod list_addresses;
pub mod list_contradictions;
pub mod list_located;
pub mod list_values;
pub mod loosen_query;
pub mod members;
pub mod moderate;
pub mod nearby_topics;
pub mod passkeys;
pub mod place_hits;
pub mod publish;
pub mod readers;
pub mod search_entries;
mod selection;
pub mod show_account;
pub mod show_card;
pub mod show_history;
pub mod show_home;
pub mod show_lesson;
pub mod show_operation;
pub mod show_organisation;
pub mod show_project;
pub mod show_revision;
pub mod sign_in;
mod similar;
pub mod suggest;
mod supersede;
pub mod sweep_files;
pub mod views;
pub mod words;
pub mod write;
