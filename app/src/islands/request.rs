//! Asking our own server.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response};

/// The text that an address answers with.
///
/// # Errors
/// Where nothing comes, or what comes was aborted meanwhile.
pub(super) async fn text(address: &str, controller: &AbortController) -> Result<String, JsValue> {
    let options = RequestInit::new();
    options.set_signal(Some(&controller.signal()));
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(address, &options)).await?.dyn_into()?;
    JsFuture::from(response.text()?).await?.as_string().ok_or(JsValue::NULL)
}
