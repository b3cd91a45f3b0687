//! Text with the found words marked.

use backend::{markdown::tied, search::highlight::Segment};
use leptos::{either::Either, prelude::*};

/// Segments as text and `<mark>`.
#[component]
pub fn Marked(segments: Vec<Segment>) -> impl IntoView {
    let draw = |segment: Segment| {
        if segment.hit { Either::Left(view! { <mark>{segment.text}</mark> }) } else { Either::Right(tied(segment.text)) }
    };
    segments.into_iter().map(draw).collect_view()
}
