//! Forms that keep what is typed by themselves, and say what is there already. Without this island the same is done when
//! a button is pressed.
//!
//! A form with `data-save` is sent after each pause, with word that a program asks; the answer is the draft's new version,
//! and what to say of it. While that is under way, the form's own buttons wait: else they would send an old version.

use super::request;
use leptos::{
    ev::{Event, SubmitEvent},
    prelude::*,
    task::spawn_local,
};
use std::{cell::RefCell, time::Duration};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Element, Headers, HtmlElement, HtmlFormElement, HtmlInputElement, RequestInit, Response, UrlSearchParams};

/// Typing pauses of this length keep what is there.
const SAVE_PAUSE: Duration = Duration::from_millis(1_500);
const LOOK_PAUSE: Duration = Duration::from_millis(500);
/// What is said about saving, and what is there already.
const SAID: &str = "saving";
const ALIKE: &str = "alike-now";

thread_local! {
    /// Whether a form is being sent, and the button that waits for it.
    static SAVING: RefCell<Option<Option<HtmlElement>>> = const { RefCell::new(None) };
    /// The question for entries alike that is under way.
    static LOOKING: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Makes the form inside it keep itself, or look for what is there already.
#[island]
pub fn LiveWriting(children: Children) -> impl IntoView {
    let mut save = debounce(SAVE_PAUSE, |form: HtmlFormElement| spawn_local(keep(form)));
    // Whoever typed before this was loaded may have stopped since.
    Effect::new(|_| {
        let form = document().query_selector("form[data-save]").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        if let Some(form) = form.filter(is_touched) {
            set_timeout(move || spawn_local(keep(form)), SAVE_PAUSE);
        }
    });
    let mut look = debounce(LOOK_PAUSE, |address: String| {
        spawn_local(async move {
            _ = alike(&address).await;
        });
    });
    view! {
        <div
            on:input=move |event: Event| {
                let Some(field) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
                let form = field.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
                let Some(form) = form else { return };
                if form.has_attribute("data-save") {
                    save(form);
                } else if let (Some(address), "title") = (form.get_attribute("data-alike"), field.id().as_str()) {
                    look(format!("{address}{}", String::from(js_sys::encode_uri_component(&value(&field)))));
                }
            }
            on:submit=|event: SubmitEvent| {
                let button = event.submitter().and_then(|button| button.dyn_into::<HtmlElement>().ok());
                SAVING.with_borrow_mut(|saving| {
                    if let Some(waiting) = saving {
                        event.prevent_default();
                        *waiting = button;
                    }
                });
            }
        >
            {children()}
        </div>
    }
}

/// Whether a text in a form is another than the page came with.
fn is_touched(form: &HtmlFormElement) -> bool {
    let Ok(fields) = form.query_selector_all("textarea, input[type=text]") else { return false };
    let of = |field: &web_sys::Node, name: &str| js_sys::Reflect::get(field, &name.into()).ok().and_then(|value| value.as_string());
    (0..fields.length()).filter_map(|index| fields.item(index)).any(|field| of(&field, "value") != of(&field, "defaultValue"))
}

fn value(field: &Element) -> String {
    field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

async fn keep(form: HtmlFormElement) {
    // The one under way holds an older text; once it is through, this one has its version.
    if SAVING.with_borrow(Option::is_some) {
        set_timeout(move || spawn_local(keep(form)), SAVE_PAUSE);
        return;
    }
    SAVING.set(Some(None));
    if sent(&form).await.is_err() {
        say(form.get_attribute("data-unsaved"));
    }
    if let Some(Some(button)) = SAVING.take() {
        _ = form.request_submit_with_submitter(Some(&button));
    }
}

async fn sent(form: &HtmlFormElement) -> Result<(), JsValue> {
    let fields = web_sys::FormData::new_with_form(form)?;
    let (options, headers) = (RequestInit::new(), Headers::new()?);
    headers.set("accept", "application/json")?;
    options.set_method("POST");
    options.set_headers(&headers);
    let body: JsValue = UrlSearchParams::new_with_str_sequence_sequence(&fields)?.into();
    options.set_body(&body);
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(&form.action(), &options)).await?.dyn_into()?;
    let answer = JsFuture::from(response.json()?).await?;
    let told = |name: &str| js_sys::Reflect::get(&answer, &name.into());
    if !response.ok() {
        say(form.get_attribute(if response.status() == 409 { "data-overtaken" } else { "data-unsaved" }));
        return Ok(());
    }
    for name in ["version", "seen"] {
        let field = form.query_selector(&format!("input[name={name}]"))?.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let (Some(field), Some(value)) = (field, told(name)?.as_string()) {
            field.set_value(&value);
        }
    }
    say(told("said")?.as_string());
    Ok(())
}

fn say(what: Option<String>) {
    if let Some(said) = document().get_element_by_id(SAID) {
        said.set_text_content(what.as_deref());
    }
}

async fn alike(address: &str) -> Result<(), JsValue> {
    let controller = AbortController::new()?;
    if let Some(older) = LOOKING.replace(Some(controller.clone())) {
        older.abort();
    }
    let page = request::page(address, &controller).await?;
    if let (Some(old), Some(new)) = (document().get_element_by_id(ALIKE), page.get_element_by_id(ALIKE)) {
        old.set_inner_html(&new.inner_html());
    }
    Ok(())
}
