//! The fact column, like a map legend. What nobody told is "keine Angabe", never a guess.

use leptos::{either::Either, prelude::*};

/// One fact. `values` empty: keine Angabe.
#[component]
pub fn Fact(name: &'static str, values: Vec<String>) -> impl IntoView {
    let value = if values.is_empty() {
        Either::Left(view! { <dd class="fact-unknown">"keine Angabe"</dd> })
    } else {
        Either::Right(values.into_iter().map(|value| view! { <dd>{value}</dd> }).collect_view())
    };
    view! { <div class="fact"><dt>{name}</dt>{value}</div> }.into_any()
}

/// Links out, with the host as their words.
#[component]
pub fn Sources(heading: &'static str, urls: Vec<domain::text::WebUrl>) -> impl IntoView {
    (!urls.is_empty()).then(|| {
        view! {
            <section class="sources">
                <h2>{heading}</h2>
                <ul>{urls.into_iter().map(|url| view! { <li><a href=url.to_string() rel="nofollow noopener">{shown(&url)}</a></li> }).collect_view()}</ul>
            </section>
        }
    })
    .into_any()
}

/// Host and path, so that two sources of one house can be told apart.
fn shown(url: &domain::text::WebUrl) -> String {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map(|(_, path)| path.trim_end_matches('/'));
    match path.filter(|path| !path.is_empty()) {
        Some(path) => format!("{} / {}", url.host(), path.replace('/', " / ")),
        None => url.host().to_owned(),
    }
}
