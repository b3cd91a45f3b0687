//! The frame of every page, and which page belongs to which address.

use crate::{
    assets::asset,
    components::{done::Done, footer::Footer, header::Header},
    context::{here, lang, provide_here, site},
    i18n::t,
    pages::{
        account::Account,
        claim::Claim,
        claims::Claims,
        create_embed::CreateEmbed,
        delete_account::DeleteAccount,
        duplicates::{Duplicates, MergePage},
        embed::{Embed, EmbeddedLesson, EmbeddedOrganisation, EmbeddedProject},
        explore::{Explore, Lessons, Organisations},
        found::Found,
        history::{LessonHistory, OrganisationHistory, ProjectHistory},
        home::Home,
        invitation::Invitation,
        lesson::Lesson,
        members::Members,
        moderation::{
            BrokenLinksPage, CheckList, EntryDesk, Events, GroupPage, GroupsPage, LabelPage, LabelsPage, Moderation, OperationPage,
            Statistics, SubmissionPage, Templates,
        },
        not_found::NotFound,
        organisation::Organisation,
        passkeys::{Passkeys, SecondStep},
        project::Project,
        readers::{
            CuratePage, DecidePage, ReportState, ReportsOfPage, ReportsPage, SuggestNew, SuggestNewKind, SuggestionQueue, SuggestionSent,
            SuggestionStatePage, correct, correct_section, report,
        },
        revision::{LessonRevision, OrganisationRevision, ProjectRevision},
        sign_in::{SignIn, SignInCode, SignInLink},
        still_right::StillRight,
        style::Style,
        submit::{Alike, DraftPage, DraftPictures, Edit, New, Preview, Submit},
        text::{About, Accessibility, Imprint, Privacy},
        values::Values,
    },
    policy, routes,
};
use axum::http::{HeaderValue, header};
use domain::vocabulary::Kind;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

/// What headings and text of every first view are set in; the style sheet would name them only once it is there.
const FIRST_FONTS: [&str; 2] = ["/fonts/fraunces-latin-600-normal.woff2", "/fonts/source-sans-3-latin-400-normal.woff2"];

/// `<html>` around the application.
pub fn shell() -> impl IntoView {
    provide_here();
    protect();
    islands_only();
    // In the frame of another site, links lead out of it; those that stay say so.
    let leads_out = routes::is_framed(&here().path).then(|| view! { <base target="_blank"/> });
    view! {
        <!DOCTYPE html>
        <html lang=lang().id()>
            <head>
                <meta charset="utf-8"/>
                {leads_out}
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#fbfaf5" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#141b17" media="(prefers-color-scheme: dark)"/>
                {FIRST_FONTS.map(|font| view! { <link rel="preload" href=font r#as="font" r#type="font/woff2" crossorigin=""/> })}
                <link rel="icon" href=asset("icon.svg") type="image/svg+xml"/>
                <link rel="stylesheet" href=asset("pkg/allmende.css")/>
                <link rel="alternate" type="application/atom+xml" title=t!("atom-title") href=feed()/>
                <script type="module" src=asset("pkg/start.js")></script>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Which page belongs to which address. Pages are whole before they are sent: they must be readable
/// without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_here();
    // A frame in another site's page has that page around it.
    let framed = routes::is_framed(&here().path);
    view! {
        <Router>
            {(!framed).then(|| view! { <a class="skip" href="#content">{t!("skip")}</a><Header/> })}
            <main id="content" class:framed=framed aria-label=framed.then_some("Allmende") tabindex="-1">
                {(!framed).then(|| view! { <Done/> })}
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/") view=Home ssr=SsrMode::Async/>
                    <Route path=path!("/explore") view=Explore ssr=SsrMode::Async/>
                    <Route path=path!("/explore/values") view=Values ssr=SsrMode::Async/>
                    <Route path=path!("/lessons") view=Lessons ssr=SsrMode::Async/>
                    <Route path=path!("/organisations") view=Organisations ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:slug") view=Project ssr=SsrMode::Async/>
                    <Route path=path!("/lessons/:slug") view=Lesson ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/new") view=Found ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug") view=Organisation ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:slug/revisions/:number") view=ProjectRevision ssr=SsrMode::Async/>
                    <Route path=path!("/lessons/:slug/revisions/:number") view=LessonRevision ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/revisions/:number") view=OrganisationRevision ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/claim") view=Claim ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/members") view=Members ssr=SsrMode::Async/>
                    <Route path=path!("/invitations/:link") view=Invitation ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in") view=SignIn ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in/code") view=SignInCode ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in/passkey") view=SecondStep ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in/:link") view=SignInLink ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:slug/history") view=ProjectHistory ssr=SsrMode::Async/>
                    <Route path=path!("/lessons/:slug/history") view=LessonHistory ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/history") view=OrganisationHistory ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:slug/report") view=|| report(Kind::Project) ssr=SsrMode::Async/>
                    <Route path=path!("/lessons/:slug/report") view=|| report(Kind::Lesson) ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/report") view=|| report(Kind::Organisation) ssr=SsrMode::Async/>
                    <Route path=path!("/reports/:link") view=ReportState ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:slug/suggest") view=|| correct(Kind::Project) ssr=SsrMode::Async/>
                    <Route path=path!("/lessons/:slug/suggest") view=|| correct(Kind::Lesson) ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/suggest") view=|| correct(Kind::Organisation) ssr=SsrMode::Async/>
                    <Route path=path!("/projects/:slug/suggest/:section") view=|| correct_section(Kind::Project) ssr=SsrMode::Async/>
                    <Route path=path!("/lessons/:slug/suggest/:section") view=|| correct_section(Kind::Lesson) ssr=SsrMode::Async/>
                    <Route path=path!("/organisations/:slug/suggest/:section") view=|| correct_section(Kind::Organisation) ssr=SsrMode::Async/>
                    <Route path=path!("/suggest") view=SuggestNew ssr=SsrMode::Async/>
                    <Route path=path!("/suggest/:kind") view=SuggestNewKind ssr=SsrMode::Async/>
                    <Route path=path!("/suggestions/sent") view=SuggestionSent ssr=SsrMode::Async/>
                    <Route path=path!("/suggestions/:link") view=SuggestionStatePage ssr=SsrMode::Async/>
                    <Route path=path!("/still-right/:link") view=StillRight ssr=SsrMode::Async/>
                    <Route path=path!("/submit") view=Submit ssr=SsrMode::Async/>
                    <Route path=path!("/submit/alike") view=Alike ssr=SsrMode::Async/>
                    <Route path=path!("/submit/new/:kind") view=New ssr=SsrMode::Async/>
                    <Route path=path!("/submit/:id") view=DraftPage ssr=SsrMode::Async/>
                    <Route path=path!("/submit/:id/edit/:section") view=Edit ssr=SsrMode::Async/>
                    <Route path=path!("/submit/:id/pictures") view=DraftPictures ssr=SsrMode::Async/>
                    <Route path=path!("/submit/:id/preview") view=Preview ssr=SsrMode::Async/>
                    <Route path=path!("/submit/:id/suggestions/:number") view=DecidePage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/reports") view=ReportsPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/reports/:entry") view=ReportsOfPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/suggestions") view=SuggestionQueue ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/suggestions/:id") view=CuratePage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation") view=Moderation ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/claims") view=Claims ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/checks") view=CheckList ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/entries/:id") view=EntryDesk ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/events") view=Events ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/statistics") view=Statistics ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/templates") view=Templates ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/vocabulary") view=LabelsPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/vocabulary/:vocabulary/:value") view=LabelPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/synonyms") view=GroupsPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/synonyms/:id") view=GroupPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/links") view=BrokenLinksPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/operation") view=OperationPage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/duplicates") view=Duplicates ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/duplicates/:a/:b") view=MergePage ssr=SsrMode::Async/>
                    <Route path=path!("/moderation/:revision") view=SubmissionPage ssr=SsrMode::Async/>
                    <Route path=path!("/account") view=Account ssr=SsrMode::Async/>
                    <Route path=path!("/account/passkeys") view=Passkeys ssr=SsrMode::Async/>
                    <Route path=path!("/account/delete") view=DeleteAccount ssr=SsrMode::Async/>
                    <Route path=path!("/embed") view=Embed ssr=SsrMode::Async/>
                    <Route path=path!("/embed/create") view=CreateEmbed ssr=SsrMode::Async/>
                    <Route path=path!("/embed/projects/:slug") view=EmbeddedProject ssr=SsrMode::Async/>
                    <Route path=path!("/embed/lessons/:slug") view=EmbeddedLesson ssr=SsrMode::Async/>
                    <Route path=path!("/embed/organisations/:slug") view=EmbeddedOrganisation ssr=SsrMode::Async/>
                    <Route path=path!("/about") view=About ssr=SsrMode::Async/>
                    <Route path=path!("/about/style") view=Style ssr=SsrMode::Async/>
                    <Route path=path!("/privacy") view=Privacy ssr=SsrMode::Async/>
                    <Route path=path!("/accessibility") view=Accessibility ssr=SsrMode::Async/>
                    <Route path=path!("/imprint") view=Imprint ssr=SsrMode::Async/>
                </FlatRoutes>
            </main>
            {(!framed).then(|| view! { <Footer/> })}
        </Router>
    }
}

/// What is new, in words of this language.
fn feed() -> &'static str {
    if lang() == domain::Lang::De { "/feed.atom" } else { "/feed.atom?lang=en" }
}

/// Nothing is prepared for hydration but the inside of islands.
fn islands_only() {
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
}

fn protect() {
    let Some(options) = use_context::<ResponseOptions>() else { return };
    // Settings were checked when they were read: a policy of them is a header.
    if let Ok(policy) = HeaderValue::from_str(&policy::of_page(&site(), &here().path)) {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    options.insert_header(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
}
