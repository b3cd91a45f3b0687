//! What was counted when something was handed in.

use crate::{context::lang, i18n::t, routes};
use backend::usecases::{
    moderate::{Alike, Whereabouts},
    views::Card,
};
use domain::signal::Signals;
use leptos::prelude::*;

/// So many of what sounds alike stand there at once: what is to be decided on comes below.
const SHOWN: usize = 3;

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
    let rows: Vec<_> = alike.into_iter().map(|other| row(other).into_any()).collect();
    (!rows.is_empty()).then(|| view! { <div class="maybe-doubles">{title}<Few rows/></div> }).into_any()
}

/// What is public and sounds alike, a line for each.
#[component]
pub fn SoundsAlike(cards: Vec<Card>) -> impl IntoView {
    let row = |card: Card| {
        let (href, of) = (routes::entry(card.kind, &card.slug), card.organisation.map(|(_, name)| format!(" · {name}")));
        view! { <li><a href=href>{card.title}</a><span class="quiet">" · "{card.kind.label(lang())}{of}</span></li> }.into_any()
    };
    let rows: Vec<_> = cards.into_iter().map(row).collect();
    let some = |rows| view! { <section class="notice alike"><h2>{t!("moderation-alike")}</h2><div class="maybe-doubles"><Few rows/></div></section> };
    (!rows.is_empty()).then(|| some(rows)).into_any()
}

/// The first of them, and the rest folded up.
#[component]
fn Few(mut rows: Vec<AnyView>) -> impl IntoView {
    // To fold up a single line saves none.
    let rest = if rows.len() > SHOWN + 1 { rows.split_off(SHOWN) } else { vec![] };
    let count = rest.len();
    let rest =
        (count > 0).then(|| view! { <details class="more"><summary>{t!("alike-more", count = count)}</summary><ul>{rest}</ul></details> });
    view! { <ul>{rows}</ul>{rest} }.into_any()
}
