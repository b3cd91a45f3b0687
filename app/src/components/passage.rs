//! A passage of an entry under its heading.

use domain::Lang;
use leptos::prelude::*;

/// Markdown under a heading; nothing at all where nothing was said.
#[component]
pub fn Passage(
    heading: String,
    text: String,
    /// The language of the text; headings are ours.
    language: Lang,
    /// What kind of passage: `setbacks` and `advice` have a look of their own.
    #[prop(optional)]
    tone: &'static str,
) -> impl IntoView {
    (!text.is_empty())
        .then(|| {
            view! {
                <section class="passage" data-tone=tone>
                    <h2>{heading}</h2>
                    <div class="prose" lang=language.id() inner_html=backend::markdown::to_html(&text)></div>
                </section>
            }
        })
        .into_any()
}
