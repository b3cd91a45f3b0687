//! Suggestions while somebody types: the combobox of ARIA 1.2 with a list that pops up. Its options are links: chosen
//! by key or mouse, they are followed as links are. Enter without a chosen one sends the form, as without this island.
//!
//! Frame and words of the list are in the page (`components/search_field.rs`, `components/place_field.rs`), its content
//! comes from the API.

use super::{
    live::narrowed,
    options::{self, Words},
    request,
};
use leptos::{
    ev::{Event, FocusEvent, KeyboardEvent},
    prelude::*,
    task::spawn_local,
};
use std::{
    cell::{Cell, RefCell},
    time::Duration,
};
use wasm_bindgen::JsCast;
use web_sys::{AbortController, Element, HtmlElement, HtmlInputElement, Node};

/// Typing pauses of this length ask the server.
const PAUSE: Duration = Duration::from_millis(120);

thread_local! {
    /// The question under way.
    static RUNNING: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    /// Moves on whenever what was asked before does not matter any more.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// A field that suggests, and its list.
#[derive(Clone, Copy)]
struct Combobox {
    field: &'static str,
    list: &'static str,
    api: &'static str,
    /// Whether it counts, within what its form narrows down by.
    counts: bool,
}

/// What may be looked for.
const ENTRIES: Combobox = Combobox { field: "q", list: "suggestions", api: "/api/v1/suggest?", counts: true };
/// Where.
const PLACES: Combobox = Combobox { field: "near", list: "places", api: "/api/v1/places?typed=beginning&", counts: false };

/// Suggests below the search field inside it.
#[island]
pub fn Suggest(children: Children) -> impl IntoView {
    suggesting(ENTRIES, children)
}

/// Suggests below the field for a place inside it.
#[island]
pub fn SuggestPlaces(children: Children) -> impl IntoView {
    suggesting(PLACES, children)
}

fn suggesting(of: Combobox, children: Children) -> impl IntoView {
    let mut ask_later = debounce(PAUSE, move |turn: u32| {
        if turn == TURN.get() {
            of.ask();
        }
    });
    Effect::new(move |_| {
        if let Some(field) = of.field() {
            for (name, value) in
                [("role", "combobox"), ("aria-expanded", "false"), ("aria-autocomplete", "list"), ("aria-controls", of.list)]
            {
                _ = field.set_attribute(name, value);
            }
        }
    });
    view! {
        <div
            class="suggest"
            on:input=move |_| {
                stop();
                ask_later(TURN.get());
            }
            on:keydown=move |event: KeyboardEvent| of.pressed(&event)
            on:mousedown=move |event| if options::hit(&event, "[role=listbox]") { event.prevent_default() }
            on:click=move |event| if options::hit(&event, "[role=option]") { of.close() }
            on:focusout=move |event| of.left(event)
        >
            {children()}
        </div>
    }
}

/// What was asked before does not matter any more.
fn stop() {
    TURN.set(TURN.get().wrapping_add(1));
    if let Some(older) = RUNNING.take() {
        older.abort();
    }
}

impl Combobox {
    fn field(self) -> Option<HtmlInputElement> {
        document().get_element_by_id(self.field)?.dyn_into().ok()
    }

    /// Asks for what is in the field now.
    fn ask(self) {
        let Some(typed) = self.field().map(|field| field.value()) else { return };
        if typed.trim().is_empty() {
            return self.close();
        }
        stop();
        spawn_local(async move {
            // Without suggestions the search works all the same.
            if self.show(&typed).await.is_none() && self.field().is_some_and(|field| field.value() == typed) {
                self.close();
            }
        });
    }

    async fn show(self, typed: &str) -> Option<()> {
        let controller = AbortController::new().ok()?;
        RUNNING.set(Some(controller.clone()));
        let lang = document().document_element()?.get_attribute("lang")?;
        let mut address = format!("{}q={}&lang={lang}", self.api, js_sys::encode_uri_component(typed.trim()));
        let form = self.field().and_then(|field| field.form()).filter(|_| self.counts);
        if let Some(narrowed) = form.and_then(|form| narrowed(&form)).filter(|narrowed| !narrowed.is_empty()) {
            address = format!("{address}&{narrowed}");
        }
        let answer = request::text(&address, &controller).await.ok()?;
        let field = self.field().filter(|_| !controller.signal().aborted())?;
        let count = options::fill(self.list, &answer)?;
        // Whoever went on to something else is not called back.
        let is_here = document().active_element().is_some_and(|active| active == **field);
        if count == 0 || !is_here {
            self.close();
            return Some(());
        }
        self.expand(&field, true);
        _ = field.remove_attribute("aria-activedescendant");
        options::say(self.list, &Words::of(self.list)?.suggestions(count));
        Some(())
    }

    fn expand(self, field: &Element, open: bool) {
        _ = field.set_attribute("aria-expanded", if open { "true" } else { "false" });
        if let Some(list) = document().get_element_by_id(self.list) {
            _ = list.toggle_attribute_with_force("hidden", !open);
        }
    }

    fn close(self) {
        stop();
        if let Some(field) = self.field() {
            self.expand(&field, false);
            _ = field.remove_attribute("aria-activedescendant");
        }
        options::say(self.list, "");
    }

    fn pressed(self, event: &KeyboardEvent) {
        let Some(field) = self.field().filter(|_| !event.is_composing()) else { return };
        let open = field.get_attribute("aria-expanded").as_deref() == Some("true");
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if open => {
                event.prevent_default();
                options::choose_next(self.list, &field, event.key() == "ArrowDown");
            }
            "ArrowDown" if !field.value().trim().is_empty() => {
                event.prevent_default();
                self.ask();
            }
            "Enter" => {
                if let Some(chosen) = options::chosen(&field).filter(|_| open) {
                    event.prevent_default();
                    chosen.click();
                }
                self.close();
            }
            // Before the focus moves: what scrolls would get it.
            "Tab" => self.close(),
            "Escape" if open => {
                // Else the browser empties the field.
                event.prevent_default();
                self.close();
            }
            _ => {}
        }
    }

    /// The list goes when the focus does.
    fn left(self, event: FocusEvent) {
        let inside = |event: &Event| {
            let around = event.current_target()?.dyn_into::<Node>().ok()?;
            let next = event.dyn_ref::<FocusEvent>()?.related_target()?.dyn_into::<HtmlElement>().ok()?;
            Some(around.contains(Some(&next)))
        };
        if inside(&event) != Some(true) {
            self.close();
        }
    }
}
