//! Where nothing is.

use crate::{components::failure::FailureView, context::set_status};
use domain::Error;
use leptos::prelude::*;

/// The page of every unknown address.
#[component]
pub fn NotFound() -> impl IntoView {
    set_status(&Error::NotFound);
    view! { <FailureView error=Error::NotFound/> }.into_any()
}
