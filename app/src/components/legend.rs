//! What the signs of the map mean, and how many hits it cannot show.

use super::kind_mark::KindMark;
use crate::{
    context::lang,
    i18n::t,
    routes::{Listing, View},
};
use backend::usecases::place_hits::Placing;
use domain::{
    facet::Facet,
    query::Query,
    vocabulary::{Kind, OnMap},
};
use leptos::prelude::*;

/// Kinds that have places.
const SHOWN: [Kind; 2] = [Kind::Project, Kind::Organisation];

/// The signs, and what no point may stand for: by how far it reaches, each with the way to its list.
#[component]
pub fn Legend(listing: Listing, query: Query, placing: Placing) -> impl IntoView {
    let in_list = Listing { view: View::List, ..listing };
    let elsewhere = placing.elsewhere.into_iter().map(|(reach, count)| (in_list.href(&only(&query, reach)), words(reach, count)));
    let elsewhere: Vec<_> = elsewhere.collect();
    let kinds = SHOWN.into_iter().filter(|kind| listing.of.is_none_or(|of| of == *kind));
    view! {
        <ul class="legend-signs" aria-label=t!("legend-signs")>
            {kinds.map(|kind| view! { <li data-kind=kind.id()><KindMark kind/>{kind.label(lang())}</li> }).collect_view()}
            <li><span class="legend-group" aria-hidden="true">"12"</span>{t!("legend-group")}</li>
        </ul>
        {(!elsewhere.is_empty()).then(|| view! {
            <div class="legend-elsewhere">
                <p id="legend-elsewhere">{t!("legend-elsewhere")}</p>
                <ul aria-labelledby="legend-elsewhere">
                    {elsewhere.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> }).collect_view()}
                </ul>
            </div>
        })}
    }
    .into_any()
}

/// The hits of this reach, wherever the map is.
fn only(query: &Query, reach: OnMap) -> Query {
    let mut only = Query { bbox: None, ..query.on_page(1) };
    only.filters.insert(Facet::OnMap, [reach.id().to_owned()].into());
    only
}

fn words(reach: OnMap, count: u64) -> String {
    match reach {
        OnMap::State => t!("legend-state", count = count),
        OnMap::Nationwide => t!("legend-nationwide", count = count),
        OnMap::International => t!("legend-international", count = count),
        OnMap::Online => t!("legend-online", count = count),
        OnMap::Point | OnMap::None => t!("legend-none", count = count),
    }
}
