//! What authors see of an entry that is not to be read any more.

use crate::{components::page_meta::PageMeta, context::lang, format, i18n::t, routes};
use backend::usecases::write::Removed;
use leptos::prelude::*;

/// When that was, and why; and what they can do.
#[component]
pub fn RemovedEntry(removed: Removed) -> impl IntoView {
    let Removed { title, at, because, reason, told_in } = removed;
    let date = at.map(|at| format::date(at, lang())).unwrap_or_default();
    let what = match told_in {
        Some(other) => {
            let href = routes::entry(other.kind, &other.slug);
            let object = routes::readers::report(other.kind, &other.slug);
            view! {
                <p class="lead">{t!("removed-merged", date = date)}</p>
                <p><a class="button" href=href>{other.title}</a></p>
                <p>{t!("mail-merged-object")}" "<a href=object>{t!("mail-merged-object-way")}</a></p>
            }
            .into_any()
        }
        None => {
            let because = because.map(|because| view! { <p>{t!("removal", because = because.id())}</p> });
            let reason = (!reason.is_empty()).then(|| {
                view! {
                    <div class="refusal" role="note">
                        <p><strong>{t!("draft-reason")}</strong></p>
                        <div class="prose" inner_html=backend::markdown::to_html(&reason)></div>
                    </div>
                }
            });
            view! {
                <p class="lead">{t!("removed-lead", date = date)}</p>
                {because}{reason}
                <h2>{t!("removed-now")}</h2>
                <p>{t!("removed-object")}" "<a href="/imprint">{t!("foot-imprint")}</a></p>
            }
            .into_any()
        }
    };
    view! {
        <PageMeta title=title.clone() indexed=false/>
        <section class="form-page">
            <p class="form-back"><a href="/submit">{t!("write-desk")}</a></p>
            <h1>{title}</h1>
            {what}
        </section>
    }
    .into_any()
}
