//! One file per address, in the order of `shell`.

pub mod account;
pub mod claim;
pub mod claims;
pub mod create_embed;
pub mod delete_account;
pub mod duplicates;
pub mod embed;
pub mod explore;
pub mod found;
pub mod history;
pub mod home;
pub mod invitation;
pub mod lesson;
pub mod members;
pub mod moderation;
pub mod not_found;
pub mod organisation;
pub mod passkeys;
pub mod project;
pub mod readers;
pub mod revision;
pub mod sign_in;
pub mod still_right;
pub mod style;
pub mod submit;
pub mod text;
pub mod values;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A part of the address.
fn param(name: &str) -> String {
    use_params_map().with_untracked(|params| params.get(name).unwrap_or_default())
}

/// The slug in the address.
fn slug() -> String {
    param("slug")
}
