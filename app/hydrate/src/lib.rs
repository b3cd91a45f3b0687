//! The browser's entry. Naming `app` is what keeps its islands in the bundle.
extern crate app;

/// Called by `start.js` once the wasm is there, before the islands.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
