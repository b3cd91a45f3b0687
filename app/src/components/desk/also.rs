//! What waits beside submissions.

use crate::{i18n::t, routes::readers};
use backend::usecases::curate::Work;
use leptos::prelude::*;

/// Links to all of it; nothing where nothing else waits.
#[component]
pub fn AlsoWaiting(work: Work) -> impl IntoView {
    let all = [
        ("/moderation/claims", work.claims, t!("also-claims", count = work.claims)),
        (readers::REPORTS, work.reports, t!("also-reports", count = work.reports)),
        (readers::SUGGESTIONS, work.suggestions, t!("also-suggestions", count = work.suggestions)),
        ("/moderation/checks", work.checks, t!("also-checks", count = work.checks)),
        ("/moderation/duplicates", work.duplicates, t!("also-duplicates", count = work.duplicates)),
        ("/moderation/links", work.links, t!("also-links", count = work.links)),
    ];
    let rows: Vec<_> = all.into_iter().filter(|(_, count, _)| *count > 0).collect();
    let row = |(href, _, words): (&'static str, i64, String)| view! { <li><a href=href>{words}</a></li> };
    (!rows.is_empty())
        .then(|| {
            view! { <section class="also-waiting"><h2>{t!("also-waiting")}</h2><ul class="plain-list">{rows.into_iter().map(row).collect_view()}</ul></section> }
        })
        .into_any()
}
