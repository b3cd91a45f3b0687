//! The title of a page. leptos_meta writes titles into the page as they are, so they are escaped here: they
//! hold what people typed. Nothing else uses its `Title` with words that are not ours.

use leptos::prelude::*;
use leptos_meta::Title;

/// Sets the title of the page.
#[component]
pub fn PageTitle(#[prop(into)] text: String) -> impl IntoView {
    view! { <Title text=html_escape::encode_text(&text).into_owned()/> }
}
