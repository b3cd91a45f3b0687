//! One file per address, in the order of `shell`.

pub mod explore;
pub mod home;
pub mod lesson;
pub mod not_found;
pub mod organisation;
pub mod project;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The slug in the address.
fn slug() -> String {
    use_params_map().with_untracked(|params| params.get("slug").unwrap_or_default())
}
