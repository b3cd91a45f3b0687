//! `/embed/create`: makes the code by which another site shows a list or a map of ours, with a preview. A plain form whose
//! state is in the address; an island only saves the button.

use crate::{
    components::{chips::chosen, failure::FailureView, load::load, page_meta::PageMeta},
    context::{backend, caller, here, lang, set_status, site},
    embed::{self, Frame, Shown},
    i18n::t,
    islands::create::LiveCreate,
    routes::{self, EXPLORE, Listing, View},
    site::Embedders,
};
use backend::usecases::search_entries::{Results, search_entries};
use domain::{Error, FieldError, Lang, Problem, query::Query};
use leptos::{either::Either, prelude::*};

const LANG: &str = "embed_lang";
const WIDTH: &str = "width";
const HEIGHT: &str = "height";
/// Pixels that a frame may have.
const SIDE: std::ops::RangeInclusive<u32> = 200..=2_000;

/// What the address asks for.
#[derive(Debug, Clone)]
struct Wanted {
    query: Query,
    view: View,
    /// With what is usual in the place of what is wrong.
    frame: Frame,
    /// Width and height as they were typed.
    typed: [String; 2],
    /// What is wrong with them, or with the language.
    errors: Vec<FieldError>,
}

/// The form, and what comes of it.
#[component]
pub fn CreateEmbed() -> impl IntoView {
    match wanted(&here().query, lang()) {
        Ok(wanted) => {
            if !wanted.errors.is_empty() {
                set_status(&Error::Invalid(wanted.errors.clone()));
            }
            let (backend, actor, asked) = (backend(), caller(), wanted.query.clone());
            let answer = async move { search_entries(&backend, &actor, &asked).await };
            Either::Left(load(answer, move |results| view! { <CreatePage wanted results/> }))
        }
        Err(errors) => {
            let error = Error::Invalid(errors);
            set_status(&error);
            Either::Right(view! { <FailureView error/> })
        }
    }
}

/// Reads the address. An error only where it names what nobody can type into the form.
fn wanted(query_string: &str, lang: Lang) -> Result<Wanted, Vec<FieldError>> {
    let (mut own, mut rest, mut errors, mut typed) = ((lang, None, None), vec![], vec![], [String::new(), String::new()]);
    for (name, value) in domain::query::pairs(query_string) {
        let value = value.trim();
        match name.as_str() {
            WIDTH => value.clone_into(&mut typed[0]),
            HEIGHT => value.clone_into(&mut typed[1]),
            _ => {}
        }
        let read = match name.as_str() {
            LANG | WIDTH | HEIGHT if value.is_empty() => Ok(()),
            LANG => value.parse().map(|lang| own.0 = lang),
            WIDTH => pixels(value).map(|width| own.1 = Some(width)),
            HEIGHT => pixels(value).map(|height| own.2 = Some(height)),
            _ => {
                rest.push((name.clone(), value.to_owned()));
                Ok(())
            }
        };
        errors.extend(read.err().map(|problem| FieldError::new(name, problem)));
    }
    let rest = domain::query::write(rest.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    match Shown::parse(&rest) {
        Ok((query, view)) => {
            let shown = Shown::hits(&query, view);
            let frame = Frame { lang: own.0, width: own.1, height: own.2.unwrap_or(shown.size().1), shown };
            if typed[1].is_empty() {
                typed[1] = frame.height.to_string();
            }
            Ok(Wanted { query, view, frame, typed, errors })
        }
        Err(more) => Err(errors.into_iter().chain(more).collect()),
    }
}

fn pixels(value: &str) -> Result<u32, Problem> {
    let problem = Problem::NotInRange { min: i64::from(*SIDE.start()), max: i64::from(*SIDE.end()) };
    value.parse().ok().filter(|pixels| SIDE.contains(pixels)).ok_or(problem)
}

#[component]
fn CreatePage(wanted: Wanted, results: Results) -> impl IntoView {
    let (query, frame) = (wanted.query.clone(), wanted.frame.clone());
    view! {
        <PageMeta title=t!("create") description=t!("create-lead") indexed=false/>
        <div class="create">
            <h1>{t!("create")}</h1>
            <p class="lead">{t!("create-lead")}</p>
            <Allowed/>
            <LiveCreate>
                <div class="create-body">
                    <Form wanted results/>
                    <div class="create-made" id="made"><Made query frame/></div>
                </div>
                <p class="quiet-words" role="status" id="made-said" data-copied=t!("create-copied")></p>
            </LiveCreate>
        </div>
    }
    .into_any()
}

/// Where the operator lets our frames be shown, if not everywhere.
#[component]
fn Allowed() -> impl IntoView {
    let words = match site().embedders {
        Embedders::All => None,
        Embedders::Only(sites) if sites.is_empty() => Some(t!("create-nowhere")),
        Embedders::Only(sites) => Some(t!("create-only", sites = sites.join(", "))),
    };
    words.map(|words| view! { <p class="notice" role="note">{words}</p> }).into_any()
}

#[component]
fn Form(wanted: Wanted, results: Results) -> impl IntoView {
    let Wanted { query, view, frame, typed: [width, height], errors } = wanted;
    let carried = Query { text: String::new(), page: 1, ..query.clone() };
    let listing = Listing { of: None, view: View::List };
    let filters: Vec<String> = chosen(EXPLORE, &query, &results).into_iter().map(|(words, _)| words).collect();
    let unfiltered = if query.text.is_empty() { t!("create-no-filters") } else { t!("create-only-words") };
    let change = Listing { of: None, view }.href(&query);
    view! {
        <form class="create-form" action=routes::CREATE_EMBED method="get">
            <label class="create-field"><span>{t!("create-text")}</span><input name="q" value=query.text.clone() maxlength=domain::limits::SEARCH_TEXT autocomplete="off"/></label>
            <div class="create-filters">
                {if filters.is_empty() { unfiltered } else { t!("create-filters", filters = filters.join(", ")) }}
                " "<a href=change>{t!("create-change")}</a>
            </div>
            {listing.pairs(&carried).into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view()}
            <Choice legend=t!("create-view") name="view" values=vec![(View::List.id(), t!("view-list")), (View::Map.id(), t!("create-map"))] chosen=view.id()/>
            <Choice legend=t!("create-language") name=LANG values=Lang::ALL.iter().map(|one| (one.id(), one.label(lang()).to_owned())).collect() chosen=frame.lang.id()/>
            <Side name=WIDTH label=t!("create-width") help=t!("create-width-help") typed=width errors=errors.clone()/>
            <Side name=HEIGHT label=t!("create-height") typed=height errors/>
            <button class="button" type="submit">{t!("create-preview")}</button>
        </form>
    }
    .into_any()
}

/// Width or height.
#[component]
fn Side(name: &'static str, label: String, #[prop(optional, into)] help: String, typed: String, errors: Vec<FieldError>) -> impl IntoView {
    let wrong = errors.into_iter().find(|error| error.field == name).map(|error| error.problem.describe(lang()));
    let (help_id, wrong_id, is_wrong) = (format!("{name}-help"), format!("{name}-wrong"), wrong.is_some());
    let described = [(!help.is_empty()).then(|| help_id.clone()), is_wrong.then(|| wrong_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        <label class="create-field">
            <span>{label}</span>
            <input type="number" name=name min=*SIDE.start() max=*SIDE.end() value=typed
                aria-describedby=(!described.is_empty()).then_some(described) aria-invalid=is_wrong.then_some("true")/>
            {(!help.is_empty()).then(|| view! { <span class="create-help" id=help_id>{help}</span> })}
            {wrong.map(|wrong| view! { <span class="form-wrong" id=wrong_id>{wrong}</span> })}
        </label>
    }
    .into_any()
}

#[component]
fn Choice(legend: String, name: &'static str, values: Vec<(&'static str, String)>, chosen: &'static str) -> impl IntoView {
    view! {
        <fieldset class="create-choice">
            <legend>{legend}</legend>
            {values.into_iter().map(|(value, words)| view! {
                <label><input type="radio" name=name value=value checked=value == chosen/>{words}</label>
            }).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Preview, code, and addresses for programs that ask for it themselves.
#[component]
fn Made(query: Query, frame: Frame) -> impl IntoView {
    let (site, language) = (site(), frame.lang);
    let title = format!("{} · Allmende", embed::heading_in(language, &query));
    // Leptos writes what is inside a textarea as it is.
    let code = html_escape::encode_text(&frame.html(&site.base_url, &title)).into_owned();
    let path = frame.shown.path(Some(language));
    let page = site.url(&path);
    let described = site.url(&embed::oembed(&page, "json"));
    let shown = described.clone();
    let (width, height) = (frame.width.map_or_else(|| "100%".to_owned(), |width| width.to_string()), frame.height);
    view! {
        <h2 id="preview">{t!("create-looks")}</h2>
        <iframe class="create-frame" src=path.clone() title=title width=width height=height></iframe>
        <h2 id="code-title">{t!("create-code")}</h2>
        <p>{t!("create-code-help")}</p>
        <textarea class="create-code" id="code" readonly rows="5" aria-labelledby="code-title" inner_html=code></textarea>
        <p class="create-copy"><button class="button" type="button" data-copy="code">{t!("create-copy")}</button></p>
        <h2>{t!("create-address")}</h2>
        <p>{t!("create-address-help")}</p>
        <p class="create-link"><a href=path>{page}</a></p>
        <p>{t!("create-oembed-help")}</p>
        <p class="create-link"><a href=described>{shown}</a></p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_says_what_is_wrong() {
        let fields = |errors: &[FieldError]| errors.iter().map(|error| error.field.clone()).collect::<Vec<_>>();
        let good = wanted("topic=care&view=map&embed_lang=en&width=&height=400&lang=de", Lang::De).unwrap();
        assert_eq!((good.query.to_query_string().as_str(), good.view, good.frame.lang), ("topic=care", View::Map, Lang::En));
        assert_eq!((good.frame.width, good.frame.height, fields(&good.errors)), (None, 400, vec![]));
        let wrong = wanted("q=chatbot&height=90000&width=wide", Lang::De).unwrap();
        assert_eq!((wrong.query.text.as_str(), fields(&wrong.errors)), ("chatbot", vec!["height".to_owned(), "width".to_owned()]));
        assert_eq!((wrong.typed, wrong.frame.width), (["wide".to_owned(), "90000".to_owned()], None));
        let errors = wanted("height=90000&width=wide&embed_lang=fr&topic=pflege", Lang::De).unwrap_err();
        assert_eq!(fields(&errors), ["height", "width", "embed_lang", "topic"]);
    }
}
