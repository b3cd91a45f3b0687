//! The shape of a kind: project ●, lesson ◆, organisation ■. Never without its word beside it.

use domain::vocabulary::Kind;
use leptos::{either::EitherOf3, prelude::*};

/// The shape, drawn; hidden from screen readers.
#[component]
pub fn KindMark(kind: Kind) -> impl IntoView {
    let shape = match kind {
        Kind::Project => EitherOf3::A(view! { <circle cx="6" cy="6" r="5"/> }),
        Kind::Lesson => EitherOf3::B(view! { <path d="M6 0 12 6 6 12 0 6Z"/> }),
        Kind::Organisation => EitherOf3::C(view! { <rect x="1" y="1" width="10" height="10"/> }),
    };
    view! { <svg class="kind-mark" viewBox="0 0 12 12" aria-hidden="true">{shape}</svg> }.into_any()
}
