//! What was counted when something was handed in.

use crate::{i18n::t, routes};
use backend::usecases::moderate::{Alike, Whereabouts};
use domain::signal::Signals;
use leptos::prelude::*;

/// How complete it is, and what to look at.
#[component]
pub fn Signs(signals: Signals, completeness: i64) -> impl IntoView {
    let signals = signals.iter().map(|signal| view! { <li class="signal">{t!("signal", id = signal.id())}</li> }).collect_view();
    view! { <ul class="signals"><li class="quiet">{t!("queue-completeness", percent = completeness)}</li>{signals}</ul> }.into_any()
}

/// What it may be a double of, each with the way there.
#[component]
pub fn MaybeDoubles(alike: Vec<Alike>, #[prop(optional)] is_titled: bool) -> impl IntoView {
    let row = |other: Alike| {
        let (href, place) = match other.at {
            Whereabouts::Public(kind, slug) => (routes::entry(kind, &slug), "public"),
            Whereabouts::Waiting(revision) => (format!("/moderation/{revision}"), "waiting"),
            Whereabouts::Written(entry) => (format!("/moderation/entries/{entry}"), "written"),
        };
        let whose = other.organisation.map(|name| format!(" · {name}"));
        view! { <li><a href=href>{other.title}</a><span class="quiet">" · "{t!("alike-where", place = place)}{whose}</span></li> }
    };
    let title = (!is_titled).then(|| view! { <p class="quiet">{t!("alike-maybe")}</p> });
    (!alike.is_empty())
        .then(|| view! { <div class="maybe-doubles">{title}<ul>{alike.into_iter().map(row).collect_view()}</ul></div> })
        .into_any()
}
