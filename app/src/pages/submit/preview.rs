//! `/submit/{id}/preview`: as readers will see it.

use super::{Back, entry_id};
use crate::{
    components::{entry_page::Edition, load::load, page_meta::PageMeta},
    context::{backend, caller},
    i18n::t,
    pages::{lesson::LessonArticle, organisation::OrganisationArticle, project::ProjectArticle},
    routes,
};
use backend::usecases::write::{Previewed, preview_draft};
use domain::entry::Document;
use leptos::prelude::*;

/// A draft as readers will see it.
#[component]
pub fn Preview() -> impl IntoView {
    let (backend, actor, id) = (backend(), caller(), entry_id());
    load(async move { preview_draft(&backend, &actor, id?).await }, |previewed| view! { <PreviewPage previewed/> })
}

#[component]
fn PreviewPage(previewed: Previewed) -> impl IntoView {
    let Previewed { entry, title, document, is_editable } = previewed;
    let can_submit = is_editable && document.is_some();
    let id = entry.id;
    let shown = document.map_or_else(
        || view! { <p class="refusal">{t!("preview-wrong")}</p> }.into_any(),
        |document| article(entry, document, Edition::Draft),
    );
    view! {
        <div class="preview-bar">
            <Back id title=title.clone()/>
            <p><strong>{t!("preview")}</strong>" "{t!("preview-text")}</p>
            {can_submit.then(|| view! { <form method="post" action=routes::draft_step(id, "submit")><button class="button" type="submit">{t!("draft-submit")}</button></form> })}
        </div>
        {shown}
        <PageMeta title=t!("preview-title", title = title) indexed=false/>
    }
    .into_any()
}

/// What an entry would say.
pub fn article(entry: backend::storage::entries::Entry, document: Document, edition: Edition) -> AnyView {
    match document {
        Document::Project(project) => view! { <ProjectArticle entry project edition/> }.into_any(),
        Document::Lesson(lesson) => view! { <LessonArticle entry lesson edition/> }.into_any(),
        Document::Organisation(organisation) => view! { <OrganisationArticle entry organisation edition/> }.into_any(),
    }
}
