//! The head of every page: where one is, and the three ways in.

use leptos::prelude::*;

/// Wordmark and main navigation.
#[component]
pub fn Header() -> impl IntoView {
    view! {
        <header class="head">
            <a class="wordmark" href="/" aria-label="Allmende, zur Startseite">
                <svg class="wordmark-field" viewBox="0 0 32 32" aria-hidden="true">
                    <path d="M3 6 14 3 13 14 4 15Z"/><path d="M16 3 29 5 28 12 15 14Z"/><path d="M4 17 12 16 11 28 3 29Z"/><path d="M14 16 29 14 28 29 13 28Z"/>
                </svg>
                <span>"Allmende"</span>
            </a>
            <nav class="nav" aria-label="Hauptnavigation">
                <a href="/explore?kind=project">"Projekte"</a>
                <a href="/explore?kind=lesson">"Erfahrungen"</a>
                <a href="/explore?kind=organisation">"Organisationen"</a>
            </nav>
        </header>
    }
    .into_any()
}
