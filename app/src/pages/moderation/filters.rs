//! What to show of what waits: a plain form.

use crate::{context::lang, i18n::t};
use backend::usecases::moderate::Asked;
use domain::{
    queue::{Order, Reader},
    signal::Signal,
    text::Slug,
    vocabulary::Kind,
};
use leptos::prelude::*;

/// The form. Open where something is chosen.
#[component]
pub fn Filters(asked: Asked, organisations: Vec<(Slug, String)>, two_person: bool) -> impl IntoView {
    let any = || (String::new(), t!("queue-any"));
    let kinds = [any()].into_iter().chain(Kind::ALL.iter().map(|kind| (kind.id().to_owned(), kind.label(lang()).to_owned())));
    let named = [any()].into_iter().chain(organisations.into_iter().map(|(slug, name)| (slug.to_string(), name)));
    let readers = Reader::ALL.into_iter().filter(|reader| two_person || *reader != Reader::Approved);
    let readers = readers.map(|reader| (reader.id().to_owned(), reader_words(reader)));
    let orders = Order::ALL.map(|order| (order.id().to_owned(), order_words(order)));
    let is_asked = asked != Asked { page: asked.page, ..Asked::default() };
    let signal = |signal: Signal| {
        let is_chosen = asked.signals.iter().any(|chosen| chosen == signal);
        view! { <label class="form-tick"><input type="checkbox" name="signal" value=signal.id() checked=is_chosen/>{t!("signal", id = signal.id())}</label> }
    };
    view! {
        <details class="queue-filters" open=is_asked>
            <summary>{t!("queue-filters")}</summary>
            <form method="get" action="/moderation">
                <Select name="kind" label=t!("queue-kind") choices=kinds.collect() chosen=asked.kind.map_or("", |kind| kind.id()).to_owned()/>
                <Select name="organisation" label=t!("queue-organisation") choices=named.collect() chosen=asked.organisation.as_ref().map(ToString::to_string).unwrap_or_default()/>
                <Select name="reader" label=t!("queue-reader") choices=readers.collect() chosen=asked.reader.id().to_owned()/>
                <Select name="order" label=t!("queue-order") choices=orders.into() chosen=asked.order.id().to_owned()/>
                <fieldset class="queue-signals"><legend>{t!("queue-signals")}</legend>{Signal::ALL.map(signal).into_iter().collect_view()}</fieldset>
                <div class="form-row">
                    <button class="button" type="submit">{t!("queue-show")}</button>
                    {is_asked.then(|| view! { <a href="/moderation">{t!("queue-reset")}</a> })}
                </div>
            </form>
        </details>
    }
    .into_any()
}

fn reader_words(reader: Reader) -> String {
    match reader {
        Reader::Any => t!("queue-any"),
        Reader::Free => t!("queue-reader-free"),
        Reader::Read => t!("queue-reader-read"),
        Reader::Approved => t!("queue-reader-approved"),
    }
}

fn order_words(order: Order) -> String {
    match order {
        Order::Waiting => t!("queue-order-waiting"),
        Order::Completeness => t!("queue-order-completeness"),
        Order::Signals => t!("queue-order-signals"),
    }
}

/// One of several, by what they are called.
#[component]
pub fn Select(name: &'static str, label: String, choices: Vec<(String, String)>, chosen: String) -> impl IntoView {
    let option = |(value, words): (String, String)| view! { <option value=value.clone() selected=value == chosen>{words}</option> };
    view! {
        <div class="form-field">
            <label for=name>{label}</label>
            <select id=name name=name>{choices.into_iter().map(option).collect_view()}</select>
        </div>
    }
    .into_any()
}
