//! `/moderation/synonyms`: words of one meaning, in groups.

use crate::{
    components::{desk::DeskNav, load::load, page_meta::PageMeta, paging::turn},
    context::{backend, caller, here, keep_nowhere},
    i18n::t,
    routes,
};
use backend::{
    storage::synonyms::Group,
    usecases::words::{Groups, list_groups},
};
use domain::{Error, FieldError, Problem, limits};
use leptos::prelude::*;

/// The groups that were looked for.
#[component]
pub fn GroupsPage() -> impl IntoView {
    keep_nowhere();
    let (backend, actor, here) = (backend(), caller(), here());
    let (find, number) = (here.value("q").unwrap_or_default(), here.value("page"));
    let answer = async move {
        let number =
            match number.as_deref() {
                None => 1,
                Some(number) => number.parse().ok().filter(|number| (1..=limits::PAGE).contains(number)).ok_or_else(|| {
                    Error::Invalid(vec![FieldError::new("page", Problem::NotInRange { min: 1, max: limits::PAGE.into() })])
                })?,
            };
        Ok((list_groups(&backend, &actor, &find, number).await?, find))
    };
    load(answer, |(groups, find)| view! { <Page groups find/> })
}

#[component]
fn Page(groups: Groups, find: String) -> impl IntoView {
    let Groups { page, total } = groups;
    let ((from, to), matching, pages, number) = (page.range(), page.total, page.pages(), page.number);
    let said = match (matching, find.is_empty()) {
        (0, _) => t!("synonyms-none"),
        (_, true) => t!("queue-range", from = from, to = to, total = matching),
        (_, false) => t!("synonyms-found", from = from, to = to, found = matching, total = total),
    };
    let turning = {
        let find = find.clone();
        turn(number, pages, move |to, label, rel| {
            let number = to.to_string();
            let pairs = [("q", find.as_str()), ("page", &number)].into_iter().filter(|(_, value)| !value.is_empty());
            view! { <a rel=rel href=format!("/moderation/synonyms?{}", domain::query::write(pairs))>{label}</a> }
        })
    };
    view! {
        <PageMeta title=t!("synonyms") indexed=false/>
        <section class="form-page desk-page">
            <DeskNav/>
            <h1>{t!("synonyms")}</h1>
            <p class="lead">{t!("synonyms-lead")}</p>
            <p><a class="button" href=routes::synonyms("new")>{t!("synonyms-new")}</a></p>
            <form class="words-find" method="get" action="/moderation/synonyms" role="search">
                <div class="form-field"><label for="q">{t!("synonyms-find")}</label><input id="q" name="q" type="search" value=find.clone()/></div>
                <div class="form-row">
                    <button class="button-quiet" type="submit">{t!("synonyms-find-button")}</button>
                    {(!find.is_empty()).then(|| view! { <a href="/moderation/synonyms">{t!("synonyms-all")}</a> })}
                </div>
            </form>
            <p class="quiet" role="status">{said}</p>
            <ul class="row-list">{page.items.into_iter().map(row).collect_view()}</ul>
            {turning}
        </section>
    }
    .into_any()
}

fn row(group: Group) -> impl IntoView {
    view! { <li class="desk-row"><a href=routes::synonyms(&group.id)>{group.words.join(", ")}</a></li> }
}
