//! Hits by kind, a few of each, with the way to all of them.

use super::{card::CardList, kind_mark::KindMark};
use crate::{context::lang, format, i18n::t, routes::Listing};
use backend::usecases::group_results::Group;
use domain::{facet::Facet, query::Query, vocabulary::Kind};
use leptos::prelude::*;

/// One group after the other.
#[component]
pub fn Groups(listing: Listing, query: Query, groups: Vec<Group>) -> impl IntoView {
    groups
        .into_iter()
        .map(|group| {
            let all = listing.href(&query.toggled(Facet::Kind, group.kind.id()));
            view! { <KindGroup group all/> }
        })
        .collect_view()
        .into_any()
}

/// A kind with its count and its first hits. `all` leads to the rest.
#[component]
fn KindGroup(group: Group, all: String) -> impl IntoView {
    let Group { kind, total, cards } = group;
    let shown = cards.len() as u64;
    let (id, heading_id) = (format!("group-{}", kind.id()), format!("group-{}", kind.id()));
    let count = if shown < total { t!("group-part", shown = shown, total = total) } else { format::number(total, lang()) };
    view! {
        <section class="group" data-kind=kind.id() aria-labelledby=id>
            <div class="group-head">
                <h2 class="group-title" id=heading_id><KindMark kind/>{heading(kind)}</h2>
                <p class="group-count">{count}</p>
            </div>
            <CardList cards/>
            {(shown < total).then(|| view! { <p class="group-all"><a data-live href=all>{everything(kind, total)}</a></p> })}
        </section>
    }
    .into_any()
}

fn heading(kind: Kind) -> String {
    match kind {
        Kind::Project => t!("explore-projects"),
        Kind::Lesson => t!("explore-lessons"),
        Kind::Organisation => t!("explore-organisations"),
    }
}

fn everything(kind: Kind, count: u64) -> String {
    match kind {
        Kind::Project => t!("home-all-projects", count = count),
        Kind::Lesson => t!("home-all-lessons", count = count),
        Kind::Organisation => t!("group-all-organisations", count = count),
    }
}
