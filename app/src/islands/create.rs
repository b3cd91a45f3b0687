//! The form that makes the code for frames: whatever somebody changes, the new preview and the new code take the place of
//! the old ones. The server makes both, as it does for those without this island.

use super::{live::address_of, request};
use leptos::{
    ev::{Event, MouseEvent},
    prelude::*,
    task::spawn_local,
};
use std::{cell::RefCell, time::Duration};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Element, HtmlFormElement, HtmlTextAreaElement};

/// Typing pauses of this length ask the server.
const PAUSE: Duration = Duration::from_millis(400);
/// What is replaced, by id, and what says that something was copied.
const MADE: &str = "made";
const SAID: &str = "made-said";

thread_local! {
    /// The question under way.
    static RUNNING: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Makes the form inside it live, and its button copy.
#[island]
pub fn LiveCreate(children: Children) -> impl IntoView {
    let mut change = debounce(PAUSE, |form: HtmlFormElement| {
        // What a browser would not send is not asked for: it says itself what is wrong.
        if let Some(address) = address_of(&form).filter(|_| form.check_validity()) {
            spawn_local(async move {
                _ = show(&address).await;
            });
        }
    });
    view! {
        <div
            class="live"
            on:input=move |event: Event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if let Some(form) = target.and_then(|target| target.closest("form").ok()?).and_then(|form| form.dyn_into().ok()) {
                    change(form);
                }
            }
            on:click=move |event: MouseEvent| {
                if let Some(text) = copied(&event) {
                    spawn_local(async move {
                        _ = copy(&text).await;
                    });
                }
            }
        >
            {children()}
        </div>
    }
}

async fn show(address: &str) -> Result<(), JsValue> {
    let controller = AbortController::new()?;
    if let Some(older) = RUNNING.replace(Some(controller.clone())) {
        older.abort();
    }
    let page = request::page(address, &controller).await?;
    if let (Some(old), Some(new)) = (document().get_element_by_id(MADE), page.get_element_by_id(MADE)) {
        old.set_inner_html(&new.inner_html());
        // One can come back to it, and send it on.
        window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(address))?;
    }
    Ok(())
}

/// The text of the field that a button copies.
fn copied(event: &MouseEvent) -> Option<String> {
    let button = event.target()?.dyn_into::<Element>().ok()?.closest("[data-copy]").ok()??;
    let field = document().get_element_by_id(&button.get_attribute("data-copy")?)?;
    Some(field.dyn_into::<HtmlTextAreaElement>().ok()?.value())
}

async fn copy(text: &str) -> Result<(), JsValue> {
    JsFuture::from(window().navigator().clipboard().write_text(text)).await?;
    let Some(said) = document().get_element_by_id(SAID) else { return Ok(()) };
    said.set_text_content(said.get_attribute("data-copied").as_deref());
    Ok(())
}
