//! The frame that projects, lessons and organisations share: head, foot, and what belongs to them.

use super::{
    card::CardList, desk::ModeratorBar, featured::FeaturedHere, kind_mark::KindMark, origin::OriginNotice, page_meta::PageMeta, structured,
};
use crate::{
    context::{caller, lang, site},
    format,
    i18n::t,
    routes,
};
use backend::{markdown, storage::entries::Entry, usecases::views::Listed};
use domain::{
    Lang,
    entry::EntryState,
    facet::Facet,
    permission::{Action, permit},
    query::Query,
    vocabulary::Kind,
};
use leptos::prelude::*;

/// Which fact of an entry's history a page is about.
#[derive(Clone, Copy, PartialEq)]
pub enum Edition {
    /// What readers see.
    Current,
    /// What it said in an older revision; the number of the current one.
    Older(i64),
    /// What it would say; nobody reads it yet.
    Draft,
    /// The same, on a page that says already what it is called.
    Untitled,
}

/// Head of an entry's page. `summary` is as its document has it, `state` is its phase, outcome or kind in words.
#[component]
pub fn EntryHead(
    entry: Entry,
    title: String,
    summary: String,
    #[prop(into)] state: String,
    language: Lang,
    #[prop(default = Edition::Current)] edition: Edition,
) -> impl IntoView {
    // A project says in plain words what it is; what others say is Markdown.
    let description = if entry.kind == Kind::Project { summary.clone() } else { markdown::plain(&summary) };
    let lead = match entry.kind {
        _ if summary.is_empty() => None,
        Kind::Project => Some(view! { <p class="lead" lang=language.id()>{markdown::tied(summary)}</p> }.into_any()),
        _ => Some(view! { <div class="lead prose" lang=language.id() inner_html=markdown::to_html(&summary)></div> }.into_any()),
    };
    let organisation =
        entry.organisation.as_ref().map(|owner| (routes::entry(Kind::Organisation, &owner.slug), owner.document.name.to_string()));
    let meta_title = entry.organisation.as_ref().map_or_else(|| title.clone(), |owner| format!("{title} – {}", &*owner.document.name));
    let number = entry.revision.as_ref().map(|revision| revision.number).filter(|_| matches!(edition, Edition::Older(_)));
    let meta_title = match number {
        Some(number) => t!("edition-title", title = meta_title, number = number),
        None => meta_title,
    };
    view! {
        <PageMeta title=meta_title description canonical=routes::entry(entry.kind, &entry.slug)
            preview=structured::preview(&entry) og_type="article" indexed=edition == Edition::Current/>
        <EditionNotice entry=entry.clone() edition/>
        <header class="entry-head" data-kind=entry.kind.id()>
            {(edition != Edition::Untitled).then(|| view! {
                <p class="card-kind"><KindMark kind=entry.kind/><a href=routes::all_of(entry.kind)>{entry.kind.label(lang())}</a><span class="card-state">{state}</span></p>
                <h1 lang=language.id()>{title}</h1>
            })}
            {organisation.map(|(href, name)| view! { <p class="entry-by">{t!("entry-by")}" "<a href=href>{name}</a></p> })}
            {lead}
            {(edition == Edition::Current).then(|| view! { <EditThis entry=entry.clone()/> })}
        </header>
        {(edition == Edition::Current).then(|| view! { <ModeratorBar entry=entry.clone()/><FeaturedHere entry=entry.id/> })}
        {(language != lang()).then(|| view! { <p class="notice">{t!("entry-language", language = language.label(lang()))}</p> })}
        {(entry.state == EntryState::Archived).then(|| view! { <p class="notice">{t!("entry-archived")}</p> })}
        <StaleNotice entry=entry.clone()/>
        <OriginNotice entry/>
    }
    .into_any()
}

/// Says that nobody confirmed it for long.
#[component]
fn StaleNotice(entry: Entry) -> impl IntoView {
    let last = entry.stale_at.and(entry.confirmed_at.or(entry.published_at));
    last.map(|at| view! { <p class="notice" role="note">{t!("entry-stale", date = format::date(at, lang()))}</p> }).into_any()
}

/// The way to the form, for those who may write here.
#[component]
fn EditThis(entry: Entry) -> impl IntoView {
    let may = permit(&caller(), Action::Edit, entry.subject()).is_ok();
    may.then(|| view! { <p class="entry-edit"><a href=routes::draft(entry.id)>{t!("draft-edit")}</a></p> }).into_any()
}

/// Says that this is not what the entry says today.
#[component]
fn EditionNotice(entry: Entry, edition: Edition) -> impl IntoView {
    let shown = entry.revision.as_ref().map(|revision| (revision.number, format::date(revision.created_at, lang())));
    let href = routes::entry(entry.kind, &entry.slug);
    match (edition, shown) {
        (Edition::Older(current), Some((number, date))) => {
            let words = if current == number {
                t!("edition-current", number = number, date = date)
            } else {
                t!("edition-older", number = number, date = date)
            };
            Some(view! { <p class="notice" role="note">{words}" "<a href=href>{t!("edition-to-current")}</a></p> })
        }
        _ => None,
    }
    .into_any()
}

/// Entries that belong to this one; nothing where there are none. Says so where some are left out.
#[component]
pub fn Related(
    heading: String,
    listed: Listed,
    /// Where to find those that are left out: address and words.
    #[prop(optional_no_strip)]
    all: Option<(String, String)>,
) -> impl IntoView {
    let cut = listed.is_cut().then(|| {
        let link = all.map(|(href, words)| view! { " "<a href=href>{words}</a> });
        view! { <p class="quiet">{part(&listed)}{link}</p> }
    });
    (!listed.items.is_empty())
        .then(|| view! { <section class="related"><h2>{heading}</h2><CardList cards=listed.items/>{cut}</section> })
        .into_any()
}

/// "30 von 45."
pub fn part<T>(listed: &Listed<T>) -> String {
    t!("related-part", shown = listed.items.len(), total = listed.total)
}

/// The way to everything of one kind that an organisation has, in words.
pub fn all_of_organisation(slug: &str, kind: Kind) -> (String, String) {
    let query = Query::default().toggled(Facet::Organisation, slug).toggled(Facet::Kind, kind.id());
    (routes::EXPLORE.href(&query), t!("related-all", kind = kind.id()))
}

/// Foot of an entry's page: how old this is, and how to point to just this text.
#[component]
pub fn EntryFoot(entry: Entry) -> impl IntoView {
    let lang = lang();
    let confirmed = entry.confirmed_at.map_or_else(|| t!("entry-unconfirmed"), |at| format::date(at, lang));
    let revision = entry.revision.as_ref().map(|revision| {
        // Whole, so that it can be copied from paper, too.
        let href = site().url(&routes::revision(entry.kind, &entry.slug, revision.number));
        view! { <div><dt>{t!("entry-revision")}</dt><dd>{t!("entry-revision-of", number = revision.number, date = format::date(revision.created_at, lang))}" "<a href=href>{t!("entry-permalink")}</a>" · "<a href=routes::history(entry.kind, &entry.slug)>{t!("history")}</a></dd></div> }
    });
    let json = format!("/api/v1{}", routes::entry(entry.kind, &entry.slug));
    view! {
        <footer class="entry-foot">
            <dl>
                <div id="confirmed"><dt>{t!("entry-confirmed")}</dt><dd>{confirmed}</dd></div>
                <div><dt>{t!("entry-updated")}</dt><dd>{format::date(entry.updated_at, lang)}</dd></div>
                {revision}
                <div class="entry-data"><dt>{t!("entry-data")}</dt><dd><a href=json>"JSON"</a></dd></div>
            </dl>
            {entry.state.is_public().then(|| view! {
                <p class="entry-wrong"><a href=routes::readers::report(entry.kind, &entry.slug) rel="nofollow">{t!("entry-wrong")}</a>" · "<a href=routes::readers::suggest(entry.kind, &entry.slug) rel="nofollow">{t!("suggest-link")}</a></p>
            })}
        </footer>
    }
    .into_any()
}
