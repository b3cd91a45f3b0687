//! Finding a value of a facet while one types: of the page of all values, the list takes the place of the one below.

use super::{live::address_of, request};
use leptos::{prelude::document, task::spawn_local};
use std::cell::RefCell;
use web_sys::{AbortController, HtmlFormElement};

/// Forms of `components/find_value.rs`.
pub(super) const FORM: &str = "form[data-values]";

thread_local! {
    /// The question under way.
    static RUNNING: RefCell<Option<AbortController>> = const { RefCell::new(None) };
}

/// Shows the values that the form finds.
pub(super) fn find(form: HtmlFormElement) {
    // Where nothing comes, the values stay as they are, and Enter leads to the page.
    spawn_local(async move { _ = show(&form).await });
}

async fn show(form: &HtmlFormElement) -> Option<()> {
    let controller = AbortController::new().ok()?;
    if let Some(older) = RUNNING.replace(Some(controller.clone())) {
        older.abort();
    }
    let page = request::page(&address_of(form)?, &controller).await.ok()?;
    // What was asked later comes later, and a list that is gone needs nothing.
    let into = document().get_element_by_id(&form.get_attribute("data-values")?).filter(|_| !controller.signal().aborted())?;
    let found = page.get_element_by_id("values")?;
    into.set_inner_html(&found.inner_html());
    let count = into.query_selector(".values-count").ok()??;
    document().get_element_by_id("said")?.set_text_content(count.text_content().as_deref());
    Some(())
}
