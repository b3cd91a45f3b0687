//! What words would change for search.

use crate::{context::lang, format, i18n::t, routes};
use backend::usecases::{
    views::Card,
    words::{Hint, Tried, TriedLabel, TriedText},
};
use leptos::prelude::*;

/// Of a label.
#[component]
pub fn EffectOfLabel(tried: TriedLabel) -> impl IntoView {
    match tried {
        TriedLabel::NotSearched => view! { <Frame><p>{t!("effect-not-searched")}</p></Frame> }.into_any(),
        TriedLabel::TooMany(count) => {
            view! { <Frame><p>{t!("effect-too-many", count = count, max = domain::limits::TRIED_ENTRIES)}</p></Frame> }.into_any()
        }
        TriedLabel::Tried(tried) => view! { <Effect tried hints=vec![]/> }.into_any(),
    }
}

/// Of a group of words.
#[component]
pub fn Effect(tried: Tried, hints: Vec<Hint>) -> impl IntoView {
    let (changed, same): (Vec<_>, Vec<_>) = tried.texts.into_iter().partition(|text| text.comes.0 + text.goes.0 > 0);
    let nothing = changed.is_empty().then(|| view! { <p>{t!("effect-none")}</p> });
    let same = (!same.is_empty()).then(|| {
        let row = |text: TriedText| view! { <li>{t!("quoted", word = text.text)}": "{t!("effect-same", count = text.before)}</li> };
        view! { <p>{t!("effect-unchanged")}</p><ul class="plain-list">{same.into_iter().map(row).collect_view()}</ul> }
    });
    let left = (!tried.left.is_empty()).then(|| view! { <p class="notice">{t!("effect-left", words = tried.left.join(", "))}</p> });
    view! {
        <Frame>
            <Hints hints/>
            {nothing}
            {changed.into_iter().map(|text| view! { <Changed text/> }).collect_view()}
            {same}
            {left}
        </Frame>
    }
    .into_any()
}

#[component]
fn Frame(children: Children) -> impl IntoView {
    view! {
        <section class="effect" id="effect" aria-labelledby="effect-title">
            <h2 id="effect-title">{t!("effect")}</h2>
            <p class="quiet">{t!("effect-lead")}</p>
            {children()}
        </section>
    }
    .into_any()
}

/// What is worth knowing, and no mistake.
#[component]
pub fn Hints(hints: Vec<Hint>) -> impl IntoView {
    let row = |hint: Hint| match hint {
        Hint::AlsoIn(word, group) => {
            let words = group.words.join(", ");
            view! { <li>{t!("hint-also", word = word)}" "<a href=routes::synonyms(&group.id)>{words}</a></li> }.into_any()
        }
        Hint::SameStem(one, other) => view! { <li>{t!("hint-same", one = one, other = other)}</li> }.into_any(),
        Hint::Subject(word) => view! { <li>{t!("hint-subject", word = word)}</li> }.into_any(),
    };
    (!hints.is_empty())
        .then(|| view! { <div class="notice"><p><strong>{t!("hints")}</strong></p><ul>{hints.into_iter().map(row).collect_view()}</ul></div> })
        .into_any()
}

/// A text that finds other entries than today.
#[component]
fn Changed(text: TriedText) -> impl IntoView {
    let TriedText { text, before, after, comes, goes } = text;
    let number = |count| format::number(count, lang());
    let counts = t!("effect-counts", before = number(before), after = number(after));
    let href = format!("/explore?{}", domain::query::write([("q", text.as_str())]));
    let today = (before > 0).then(|| view! { " "<a href=href>{t!("effect-today")}</a> });
    view! {
        <article class="effect-word">
            <h3>{t!("quoted", word = text)}</h3>
            <p class="effect-counts">{counts}{today}</p>
            <Entries words=t!("effect-comes", count = comes.0) count=comes.0 cards=comes.1/>
            <Entries words=t!("effect-goes", count = goes.0) count=goes.0 cards=goes.1/>
        </article>
    }
    .into_any()
}

#[component]
fn Entries(words: String, count: u64, cards: Vec<Card>) -> impl IntoView {
    let more = count.saturating_sub(cards.len() as u64);
    let row = |card: Card| {
        let language = (card.language != lang()).then(|| card.language.id());
        view! { <li><a href=routes::entry(card.kind, &card.slug) lang=language>{card.title}</a>" "<span class="quiet">{card.kind.label(lang())}</span></li> }
    };
    (count > 0)
        .then(|| {
            view! {
                <p>{words}</p>
                <ul>{cards.into_iter().map(row).collect_view()}{(more > 0).then(|| view! { <li class="quiet">{t!("effect-more", count = more)}</li> })}</ul>
            }
        })
        .into_any()
}
