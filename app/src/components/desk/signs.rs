//! What was counted when something was handed in.

use crate::i18n::t;
use domain::signal::Signals;
use leptos::prelude::*;

/// How complete it is, and what to look at.
#[component]
pub fn Signs(signals: Signals, completeness: i64) -> impl IntoView {
    let signals = signals.iter().map(|signal| view! { <li class="signal">{t!("signal", id = signal.id())}</li> }).collect_view();
    view! { <ul class="signals"><li class="quiet">{t!("queue-completeness", percent = completeness)}</li>{signals}</ul> }.into_any()
}
