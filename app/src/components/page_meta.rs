//! What search engines, previews and feed readers learn of a page.
//!
//! leptos_meta writes titles into the page as they are, so they are escaped here: they hold what people typed.
//! Nothing else uses its `Title`.

use crate::{
    context::{here, lang, site},
    embed::{self, Shown},
    i18n::t,
    routes,
};
use backend::search::highlight;
use domain::Lang;
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

/// Characters of a description for search engines and previews.
const DESCRIPTION: usize = 160;
/// Width and height of preview pictures, in pixels.
const PREVIEW: (&str, &str) = ("1200", "630");

/// Title, description, addresses and preview of this page.
#[component]
pub fn PageMeta(
    /// Without the name of the site.
    title: String,
    #[prop(optional, into)] description: String,
    /// From the root, with what of the query belongs to it; this page's path where nothing is said.
    #[prop(optional, into)]
    canonical: Option<String>,
    /// Path of its preview picture; the general one where nothing is said.
    #[prop(optional, into)]
    preview: Option<String>,
    /// `website` or `article`.
    #[prop(default = "website")]
    og_type: &'static str,
    /// The feed of just what this page lists.
    #[prop(optional, into)]
    feed: Option<String>,
    /// Whether it is what its address says, not a page for what went wrong there.
    #[prop(default = true)]
    embeddable: bool,
    /// Whether search engines shall know it.
    #[prop(default = true)]
    indexed: bool,
) -> impl IntoView {
    let (site, lang) = (site(), lang());
    let canonical = canonical.unwrap_or_else(|| here().path.to_string());
    let description = if description.is_empty() { t!("site-description") } else { highlight::crop(&description, &[], DESCRIPTION).0 };
    let whole = if title.is_empty() { t!("site-title") } else { format!("{title} · Allmende") };
    let shown = if title.is_empty() { t!("site-title") } else { title };
    let (locale, general) = if lang == Lang::De { ("de_DE", "/preview/allmende.png") } else { ("en_GB", "/preview/allmende.en.png") };
    let preview = preview.unwrap_or_else(|| general.into());
    view! {
        <Title text=html_escape::encode_text(&whole).into_owned()/>
        <Meta name="description" content=description.clone()/>
        {(!indexed).then(|| view! { <Meta name="robots" content="noindex"/> })}
        {indexed.then(|| view! { <Addresses canonical/> })}
        {embeddable.then(|| view! { <Discovery title=shown.clone()/> })}
        {feed.map(|feed| view! { <Link rel="alternate" type_="application/atom+xml" title=t!("atom-title-search") href=feed/> })}
        <Meta property="og:site_name" content="Allmende"/>
        <Meta property="og:type" content=og_type/>
        <Meta property="og:locale" content=locale/>
        <Meta property="og:title" content=shown.clone()/>
        <Meta property="og:description" content=description/>
        <Meta property="og:image" content=site.url(&preview)/>
        <Meta property="og:image:alt" content=t!("preview-alt", title = shown.as_str())/>
        <Meta property="og:image:width" content=PREVIEW.0/>
        <Meta property="og:image:height" content=PREVIEW.1/>
        <Meta name="twitter:card" content="summary_large_image"/>
    }
    .into_any()
}

/// Where programs learn how to show this page in a frame (oEmbed), if it can be shown in one.
#[component]
fn Discovery(title: String) -> impl IntoView {
    let (site, here) = (site(), here());
    let shown = Shown::of_page(&here.path, &here.query).ok().flatten();
    let query = Some(&*here.query).filter(|query| !query.is_empty()).map(|query| format!("?{query}")).unwrap_or_default();
    let page = site.url(&format!("{}{query}", here.path));
    let is_known = shown.is_some() || embed::title_of_text(&here.path, here.lang).is_some();
    is_known.then(|| {
        let link = |format: &str, kind: &'static str| {
            let href = site.url(&embed::oembed(&page, format));
            view! { <Link rel="alternate" type_=kind title=title.clone() href=href/> }
        };
        view! { {link("json", "application/json+oembed")}{link("xml", "text/xml+oembed")} }
    })
}

/// This page's own address and those of its languages. The bare address is German, and for everybody else.
#[component]
fn Addresses(canonical: String) -> impl IntoView {
    let site = site();
    let (path, query) = canonical.split_once('?').unwrap_or((&canonical, ""));
    let (german, english) = (site.url(&canonical), site.url(&routes::in_language(path, query, Lang::En)));
    // The bare address speaks the language of whoever asks: it stands for itself whatever it was answered in.
    let in_english = here().value("lang").as_deref() == Some(Lang::En.id());
    let own = if in_english { english.clone() } else { german.clone() };
    view! {
        <Link rel="canonical" href=own.clone()/>
        <Link rel="alternate" hreflang="de" href=german.clone()/>
        <Link rel="alternate" hreflang="en" href=english/>
        <Link rel="alternate" hreflang="x-default" href=german/>
        <Meta property="og:url" content=own/>
    }
    .into_any()
}
