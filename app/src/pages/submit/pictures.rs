//! `/submit/{id}/pictures`: the pictures of a project, and a form for another.

use super::{draft::DraftHead, edit::parts, entry_id, not_now::NotNow};
use crate::{
    components::{
        field::{Refusal, sentence},
        load::load,
        pictures::PictureView,
    },
    context::{Attempt, attempt, backend, caller, here},
    i18n::t,
    routes,
};
use backend::usecases::write::{Draft, show_draft};
use domain::{Error, form::text_of, id::EntryId, limits, picture::Picture, vocabulary::Kind};
use leptos::prelude::*;
use serde_json::Value;

/// The pictures of a draft.
#[component]
pub fn DraftPictures() -> impl IntoView {
    let (backend, actor, id) = (backend(), caller(), entry_id());
    let is_sent = attempt().is_some();
    let answer = async move {
        let draft = show_draft(&backend, &actor, id?).await?;
        if draft.entry.kind != Kind::Project {
            return Err(Error::NotFound.into());
        }
        if !draft.is_editable() && is_sent {
            return Err(Error::Conflict.into());
        }
        Ok(draft)
    };
    load(answer, |draft| match draft.is_editable() {
        true => view! { <Page draft/> }.into_any(),
        false => view! { <NotNow draft/> }.into_any(),
    })
}

#[component]
fn Page(draft: Draft) -> impl IntoView {
    let (id, version, attempt) = (draft.entry.id, draft.version, attempt());
    let images = draft.document.get("images").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_full = images.len() >= limits::PICTURES;
    let is_overtaken = attempt.as_ref().is_some_and(|attempt| attempt.error == Error::Conflict);
    // A form of a picture that is there names it.
    let of = |file: &str| attempt.clone().filter(|attempt| attempt.typed("file").unwrap_or_default() == file);
    let count = images.len();
    let row = |(at, image): (usize, &Value)| {
        let attempt = of(&text_of(image, "file"));
        view! { <Row id version place=Place { at, count } image=image.clone() attempt/> }
    };
    let overtaken = if attempt.as_ref().is_some_and(|attempt| is_move(&attempt.sent_to)) {
        t!("pictures-overtaken-order")
    } else {
        t!("pictures-overtaken")
    };
    let rows = images.iter().enumerate().map(row).collect::<Vec<_>>();
    let refusal = attempt.clone().filter(|_| !is_overtaken);
    let new = of("");
    let parts = parts(Kind::Project);
    view! {
        <section class="form-page">
            <DraftHead draft title=t!("pictures") lead=Some(t!("pictures-lead"))/>
            <p class="form-note">{t!("section-of", number = parts, all = parts)}</p>
            <Refusal attempt=refusal/>
            {is_overtaken.then(|| view! { <div class="refusal" role="alert"><p><strong>{t!("overtaken")}</strong></p><p>{overtaken}</p></div> })}
            {(!rows.is_empty()).then(|| view! { <ul class="picture-rows">{rows}</ul> })}
            {if is_full { view! { <p class="notice">{t!("pictures-full", max = limits::PICTURES)}</p> }.into_any() } else { view! { <Add id attempt=new/> }.into_any() }}
        </section>
    }
    .into_any()
}

fn is_move(address: &str) -> bool {
    ["/up", "/down"].iter().any(|way| address.ends_with(way))
}

/// Which of how many pictures.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    count: usize,
}

/// A picture that is there: other words for it, its place among the others, and taking it out.
#[component]
fn Row(id: EntryId, version: i64, place: Place, image: Value, attempt: Option<Attempt>) -> impl IntoView {
    let at = place.at;
    let file = text_of(&image, "file");
    let saved = |name: &str| text_of(&image, name);
    let said = |name: &str| attempt.as_ref().and_then(|attempt| attempt.typed(name).map(str::to_owned)).unwrap_or_else(|| saved(name));
    let (alt, credit) = (saved("alt"), saved("credit"));
    let picture = file.parse::<Picture>().ok().filter(|picture| backend().files.has(picture));
    let shown = match picture {
        Some(picture) => view! { <PictureView picture alt=alt.clone() sizes="(min-width: 40rem) 14rem, 100vw"/> }.into_any(),
        None => view! { <p class="quiet">{t!("pictures-missing")}</p> }.into_any(),
    };
    // Moved elsewhere meanwhile, with nothing else said of it: there is nothing to look at in its words.
    let is_quiet =
        |attempt: &Attempt| attempt.error == Error::Conflict && is_move(&attempt.sent_to) && said("alt") == alt && said("credit") == credit;
    let is_open = attempt.as_ref().is_some_and(|attempt| !is_quiet(attempt));
    let form_id = format!("words-{at}");
    let (alt_id, credit_id) = (format!("alt-{at}"), format!("credit-{at}"));
    view! {
        <li class="picture-row">
            <div class="picture-shown">{shown}</div>
            <div>
                <p>{alt.clone()}</p>
                {(!credit.is_empty()).then(|| view! { <p class="quiet">{credit}</p> })}
                <details class="draft-discard" open=is_open>
                    <summary>{t!("pictures-describe")}<span class="quiet-words">": "{alt.clone()}</span></summary>
                    <form id=form_id.clone() class="form form-wide" method="post" action=routes::draft_picture(id, "describe") novalidate>
                        <input type="hidden" name="version" value=version.to_string()/>
                        <input type="hidden" name="file" value=file.clone()/>
                        <Text id=alt_id name="alt" label=t!("pictures-alt") help=t!("pictures-alt-help") value=said("alt") is_required=true attempt=attempt.clone()/>
                        <Text id=credit_id name="credit" label=t!("pictures-credit") help=t!("pictures-credit-help") value=said("credit") attempt=attempt.clone()/>
                        <div><button class="button-quiet" type="submit">{t!("section-save")}</button></div>
                    </form>
                </details>
                <div class="form-row">
                    <Move id place form=form_id file=file.clone() alt=alt.clone()/>
                    <form method="post" action=routes::draft_picture(id, "remove")>
                        <input type="hidden" name="file" value=file/>
                        <button class="button-quiet" type="submit">{t!("pictures-remove")}<span class="quiet-words">": "{alt}</span></button>
                    </form>
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// Moving a picture among the others. The buttons send the form of its words, so that nothing typed there is lost; they
/// stand behind its own button, so that Enter saves. Whoever moved it finds the focus on it.
#[component]
fn Move(id: EntryId, place: Place, form: String, file: String, alt: String) -> impl IntoView {
    let Place { at, count } = place;
    let is_moved = here().value("moved").as_deref() == Some(&*file);
    // At the end there is no button to press again: then the other one.
    let focused = match here().value("way").as_deref() {
        _ if !is_moved => None,
        Some("up") if at > 0 => Some("up"),
        Some("up") | None => Some("down"),
        Some(_) if at + 1 < count => Some("down"),
        Some(_) => Some("up"),
    };
    let button = |way: &'static str, words: String| {
        let (form, alt) = (form.clone(), alt.clone());
        view! {
            <button class="button-quiet" type="submit" form=form formaction=routes::draft_picture(id, way) autofocus=focused == Some(way)>
                {words}<span class="quiet-words">": "{alt}</span>
            </button>
        }
    };
    let up = (at > 0).then(|| button("up", t!("pictures-up")));
    let down = (at + 1 < count).then(|| button("down", t!("pictures-down")));
    let moved = is_moved.then(|| view! { <p class="picture-moved" role="status">{t!("pictures-moved", at = at + 1, count = count)}</p> });
    view! { {moved}{up}{down} }.into_any()
}

/// A picture more.
#[component]
fn Add(id: EntryId, attempt: Option<Attempt>) -> impl IntoView {
    let wrong = wrong(attempt.as_ref(), "file");
    let is_wrong = wrong.is_some();
    let typed = |name: &str| attempt.as_ref().and_then(|attempt| attempt.typed(name)).unwrap_or_default().to_owned();
    let (alt, credit) = (typed("alt"), typed("credit"));
    let again = attempt.is_some().then(|| view! { <p class="form-note">{t!("pictures-again")}</p> });
    view! {
        <form class="form form-wide" method="post" action=routes::draft_step(id, "pictures") enctype="multipart/form-data" novalidate>
            <h2>{t!("pictures-new")}</h2>
            <div class="form-field" data-wrong=is_wrong.then_some("")>
                <label for="file">{t!("pictures-file")}" "<span class="form-must">{t!("form-must")}</span></label>
                <p class="form-help" id="file-help">{t!("pictures-file-help", mb = limits::PICTURE / 1_024 / 1_024)}</p>
                {wrong.map(|wrong| view! { <p class="form-wrong" id="file-wrong">{wrong}</p> })}
                {again}
                <input id="file" name="file" type="file" accept="image/jpeg,image/png,image/webp" aria-required="true"
                    aria-invalid=is_wrong.then_some("true") aria-describedby=if is_wrong { "file-help file-wrong" } else { "file-help" } autofocus=is_wrong/>
            </div>
            <Text id="alt".to_owned() name="alt" label=t!("pictures-alt") help=t!("pictures-alt-help") value=alt is_required=true attempt=attempt.clone()/>
            <Text id="credit".to_owned() name="credit" label=t!("pictures-credit") help=t!("pictures-credit-help") value=credit attempt/>
            <p class="form-note">{t!("pictures-note")}</p>
            <div><button class="button" type="submit">{t!("pictures-add")}</button></div>
        </form>
    }
    .into_any()
}

/// A line of text about a picture.
#[component]
fn Text(
    id: String,
    name: &'static str,
    label: String,
    help: String,
    value: String,
    #[prop(optional)] is_required: bool,
    attempt: Option<Attempt>,
) -> impl IntoView {
    let wrong = wrong(attempt.as_ref(), name);
    let is_wrong = wrong.is_some();
    let (help_id, wrong_id) = (format!("{id}-help"), format!("{id}-wrong"));
    let described = if is_wrong { format!("{help_id} {wrong_id}") } else { help_id.clone() };
    view! {
        <div class="form-field" data-wrong=is_wrong.then_some("")>
            <label for=id.clone()>{label}" "{is_required.then(|| view! { <span class="form-must">{t!("form-must")}</span> })}</label>
            <p class="form-help" id=help_id>{help}</p>
            {wrong.map(|wrong| view! { <p class="form-wrong" id=wrong_id>{wrong}</p> })}
            <input id=id name=name type="text" value=value autocomplete="off" aria-required=is_required.then_some("true")
                aria-invalid=is_wrong.then_some("true") aria-describedby=described autofocus=is_wrong/>
        </div>
    }
    .into_any()
}

fn wrong(attempt: Option<&Attempt>, name: &str) -> Option<String> {
    attempt?.wrong_at(name).map(|wrong| sentence(&wrong.problem, name == "file"))
}
