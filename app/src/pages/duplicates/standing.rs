//! What is said of two that cannot be put together: they are already, or readers do not see one.

use super::{LIST, pair};
use crate::{context::here, i18n::t, routes};
use backend::{
    storage::entries::Entry,
    usecases::duplicates::{Left, Merging, Standing},
};
use domain::id::EntryId;
use leptos::prelude::*;

/// A button that takes them apart.
#[component]
pub fn Undo(from: EntryId, to: EntryId, label: String) -> impl IntoView {
    view! {
        <form method="post" action=format!("{LIST}/undo")>
            <input type="hidden" name="from" value=from.to_string()/>
            <input type="hidden" name="to" value=to.to_string()/>
            <button class="button-quiet" type="submit" aria-label=label>{t!("merge-undo")}</button>
        </form>
    }
    .into_any()
}

/// That they were put together, and how to undo it; or why nothing can be done.
#[component]
pub fn Settled(merging: Merging) -> impl IntoView {
    let Merging { entries, standing, .. } = merging;
    let Standing::Merged { from, further } = standing else {
        return view! { <p class="notice">{t!("merge-hidden")}</p> }.into_any();
    };
    let [went, stayed] = [&entries[from], &entries[1 - from]];
    let (title, href) = (title(stayed), routes::entry(stayed.kind, &stayed.slug));
    let (from, to) = (went.id, stayed.id);
    view! {
        <section class="notice" role="status">
            <p>{t!("merge-done", title = self::title(went))}" "<a href=href>{title}</a></p>
            <p class="quiet">{t!("merge-done-address")}</p>
        </section>
        {match further {
            Some(further) => view! { <p>{t!("merge-further")}" "<a href=pair(to, further)>{t!("merge-further-link")}</a></p> }.into_any(),
            None => view! { <p>{t!("merge-undo-help")}</p><div class="form-row"><Undo from to label=t!("merge-undo")/><a href=LIST>{t!("merge-back")}</a></div> }.into_any(),
        }}
    }
    .into_any()
}

/// What undoing gave back, and what it left.
#[component]
pub fn Undone() -> impl IntoView {
    let pairs = domain::query::pairs(&here().query);
    let left: Vec<String> =
        Left::ALL.into_iter().filter(|left| pairs.iter().any(|(name, id)| name == "left" && id == left.id())).map(word).collect();
    let is_whole = left.is_empty();
    let rows = left.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    pairs
        .iter()
        .any(|(name, _)| name == "undone")
        .then(|| {
            view! {
                <section class="notice" role="status">
                    <p>{if is_whole { t!("undone") } else { t!("undone-but") }}</p>
                    {(!is_whole).then(|| view! { <ul>{rows}</ul> })}
                </section>
            }
        })
        .into_any()
}

fn word(left: Left) -> String {
    match left {
        Left::Text => t!("left-text"),
        Left::Lessons => t!("left-lessons"),
        Left::Contradictions => t!("left-contradictions"),
        Left::Entries => t!("left-entries"),
        Left::Members => t!("left-members"),
        Left::Claims => t!("left-claims"),
        Left::Invitations => t!("left-invitations"),
        Left::Readers => t!("left-readers"),
    }
}

/// What an entry is called.
pub fn title(entry: &Entry) -> String {
    entry.revision.as_ref().map_or_else(|| entry.slug.to_string(), |revision| revision.document.title().to_owned())
}
