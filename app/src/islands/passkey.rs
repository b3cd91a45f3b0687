//! Adding and using passkeys: the server says what the device is to be asked, the device answers, the server checks it. There
//! is no way without this island: only scripts can ask a device.
//!
//! All words are in the form's own attributes, by what happened.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, FormData, Headers, HtmlButtonElement, HtmlFormElement, RequestInit, Response, UrlSearchParams};

/// What says what happened.
const SAID: &str = "passkey-said";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = parseCreationOptionsFromJSON)]
    fn creation(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = parseRequestOptionsFromJSON)]
    fn request(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "credentials"])]
    async fn create(options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["navigator", "credentials"])]
    async fn get(options: &JsValue) -> Result<JsValue, JsValue>;
}

/// Asks the device when the form inside it is sent.
#[island]
pub fn PasskeyForm(children: Children) -> impl IntoView {
    // Only now is there somebody who listens.
    Effect::new(|_| enable(true));
    view! {
        <div on:submit=|event: SubmitEvent| {
            event.prevent_default();
            let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
            spawn_local(async move {
                enable(false);
                if let Err(what) = run(&form).await {
                    enable(true);
                    say(&form, what);
                }
            });
        }>{children()}</div>
    }
}

fn button() -> Option<HtmlButtonElement> {
    document().query_selector("form[data-passkey] button").ok().flatten()?.dyn_into().ok()
}

fn enable(is_enabled: bool) {
    if let Some(button) = button() {
        button.set_disabled(!is_enabled);
        // Disabled, it lost the focus.
        if is_enabled && document().get_element_by_id(SAID).is_some_and(|said| said.text_content().is_some_and(|said| !said.is_empty())) {
            _ = button.focus();
        }
    }
}

/// Says what the form has for it.
fn say(form: &HtmlFormElement, what: &str) {
    if let Some(said) = document().get_element_by_id(SAID) {
        let words = form.get_attribute(&format!("data-{what}")).or_else(|| form.get_attribute("data-failed"));
        said.set_text_content(words.as_deref());
    }
}

/// All of it; or the name of what went wrong.
async fn run(form: &HtmlFormElement) -> Result<(), &'static str> {
    let is_new = form.get_attribute("data-passkey").as_deref() == Some("add");
    let class = of(&window(), "PublicKeyCredential").ok_or("unsupported")?;
    let parse = if is_new { "parseCreationOptionsFromJSON" } else { "parseRequestOptionsFromJSON" };
    of(&class, parse).ok_or("unsupported")?;
    let fields = FormData::new_with_form(form).and_then(|fields| UrlSearchParams::new_with_str_sequence_sequence(&fields));
    let asked = send(form, "data-options", fields.map_err(|_| "failed")?).await?;
    say(form, "waits");
    let asked = if is_new { creation(&asked) } else { request(&asked) }.map_err(|_| "unsupported")?;
    let options = js_sys::Object::new();
    _ = js_sys::Reflect::set(&options, &"publicKey".into(), &asked);
    let answer = if is_new { create(&options).await } else { get(&options).await }.map_err(|error| happened(&error))?;
    let answer = js_sys::JSON::stringify(&answer).map_err(|_| "unsupported")?;
    let fields = UrlSearchParams::new().map_err(|_| "failed")?;
    fields.append("credential", &String::from(answer));
    send(form, "data-finish", fields).await?;
    let next = form.get_attribute("data-next").unwrap_or_else(|| "/account".into());
    window().location().assign(&next).map_err(|_| "failed")
}

/// A property that is there.
fn of(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// What a device or browser refused. Cancelled and too late are one to them, so that no page learns who has which passkey.
fn happened(error: &JsValue) -> &'static str {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("NotAllowedError" | "AbortError" | "TimeoutError") => "cancelled",
        Some("InvalidStateError") => "known",
        Some("SecurityError") => "elsewhere",
        Some("NotSupportedError" | "ConstraintError") => "unsupported",
        _ => "failed",
    }
}

/// Sends these fields to an address of the form. Gives the JSON of the answer, or the name of what went wrong.
async fn send(form: &HtmlFormElement, to: &str, fields: UrlSearchParams) -> Result<JsValue, &'static str> {
    let response = sent(&form.get_attribute(to).unwrap_or_default(), &fields).await.map_err(|_| "failed")?;
    match response.status() {
        204 => Ok(JsValue::UNDEFINED),
        200 => json(&response).await,
        // The page says what is the matter now: they signed out elsewhere, say.
        401 | 403 | 404 => reload(),
        409 => Err("over"),
        429 => Err("many"),
        400 => {
            let told = json(&response).await?;
            let first = of(&told, "errors").and_then(|errors| of(&errors, "0"));
            let code = first.as_ref().and_then(|first| of(first, "code")).and_then(|code| code.as_string());
            match code.as_deref() {
                Some("prove-first" | "too-many") => reload(),
                Some("required" | "too-long") => Err("named"),
                _ => Err("wrong"),
            }
        }
        _ => Err("failed"),
    }
}

async fn sent(address: &str, fields: &UrlSearchParams) -> Result<Response, JsValue> {
    let (options, headers) = (RequestInit::new(), Headers::new()?);
    headers.set("accept", "application/json")?;
    options.set_method("POST");
    options.set_headers(&headers);
    options.set_body(fields);
    JsFuture::from(window().fetch_with_str_and_init(address, &options)).await?.dyn_into()
}

async fn json(response: &Response) -> Result<JsValue, &'static str> {
    JsFuture::from(response.json().map_err(|_| "failed")?).await.map_err(|_| "failed")
}

fn reload() -> Result<JsValue, &'static str> {
    _ = window().location().reload();
    Err("over")
}
