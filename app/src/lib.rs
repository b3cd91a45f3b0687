//! Pages, components and islands.
//!
//! Pages are drawn on the server only and call use cases directly; islands are the only code that runs in the
//! browser. To add a page: a file in `pages`, a line in `shell`; its address in [`routes`] if others link to it with values.

#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
pub mod embed;
#[cfg(feature = "ssr")]
mod format;
#[cfg(feature = "ssr")]
mod i18n;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod letters;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod policy;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod site;

#[cfg(feature = "ssr")]
pub use {
    components::desk::{account_name, is_beside as is_beside_filters},
    context::{Attempt, Rehearsal, Session},
    pages::{
        sign_in::Browser,
        submit::{saved, wrong_in},
    },
    routes::is_framed,
    shell::{App, shell},
    site::{Embedders, MapStyle, Site},
};
