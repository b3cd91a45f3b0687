//! Asking our own server.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Document, DomParser, RequestInit, Response, SupportedType};

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

/// The page at an address.
///
/// # Errors
/// As [`text`].
pub(super) async fn page(address: &str, controller: &AbortController) -> Result<Document, JsValue> {
    DomParser::new()?.parse_from_string(&text(address, controller).await?, SupportedType::TextHtml)
}
