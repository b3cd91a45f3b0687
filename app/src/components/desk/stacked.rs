//! A table that is one block for each row on small screens.

use leptos::prelude::*;

/// The style sheet makes the blocks. That takes away what rows and cells are for those who listen, so it is said; rows
/// say it of themselves. A column without a name has no head.
#[component]
pub fn Stacked(class: &'static str, heads: Vec<String>, children: Children) -> impl IntoView {
    let head = |head: String| match head.as_str() {
        "" => view! { <td role="cell"></td> }.into_any(),
        _ => view! { <th role="columnheader" scope="col">{head}</th> }.into_any(),
    };
    view! {
        <table class=class role="table">
            <thead role="rowgroup"><tr role="row">{heads.into_iter().map(head).collect_view()}</tr></thead>
            <tbody role="rowgroup">{children()}</tbody>
        </table>
    }
    .into_any()
}
