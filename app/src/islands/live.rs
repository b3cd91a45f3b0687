//! Instant results on `/explore`: while somebody types or follows a filter, the page of the new address is
//! fetched and its results take the place of the old ones. The server draws them as for everybody else, so
//! there is one truth; without this island the same form and links load whole pages.

use super::{request, values};
use leptos::{
    ev::{Event, MouseEvent, SubmitEvent},
    prelude::*,
    task::spawn_local,
};
use std::{
    cell::{Cell, RefCell},
    time::Duration,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortController, Document, Element, FormData, HtmlFormElement, ScrollIntoViewOptions, ScrollLogicalPosition, UrlSearchParams,
};

/// Typing pauses of this length ask the server.
const PAUSE: Duration = Duration::from_millis(180);
/// What the new page replaces, by id.
const REPLACED: [&str; 9] = ["ways", "found-top", "found", "facets", "filters-done", "carried", "search-count", "heading", "lead"];
/// What it replaces where both pages have it.
const REPLACED_TOO: [&str; 2] = ["place-said", "legend"];
/// Fields that show what an address asks.
const FIELDS: [&str; 3] = ["q", "near", "km"];
/// What screen readers are told of it, by id.
const SAID: [&str; 3] = ["found-count", "place-said", "understood"];
/// Opens the sheet of filters.
const OPENER: &str = "filters-open";
/// Marks the history entry of an address that came from typing, or from moving the map: more of it replaces it.
const TYPING: &str = "typing";
const MOVING: &str = "moving";
/// What a link of the map says in `data-live`: a step of moving it, or a group whose entries are to be read.
const LIST: &str = "list";

thread_local! {
    /// The question under way; a page asks one at a time. Not a value of the island: on the server, where nothing is
    /// asked, the drawing of a page wanders between threads, and such a value must not.
    static RUNNING: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    /// Moves on with each letter and each link: what was typed before a link was followed asks nothing any more.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// The address whose results are on the page.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// How the address bar follows.
#[derive(Clone, Copy, PartialEq)]
enum Move {
    /// A link: a new entry in the history.
    Follow,
    /// A link to a list that is to be read next.
    List,
    /// Typing: one entry for the whole word.
    Type,
    /// Moving the map: one entry for the whole tour.
    Roam,
    /// Back and forward: the history has moved already.
    Stay,
}

/// Makes the form and the links inside it live.
#[island]
pub fn LiveExplore(children: Children) -> impl IntoView {
    let go = move |address: String, how: Move| {
        if how != Move::Stay && is_here(&address) {
            // Nothing new is asked; an older question that is still under way no longer counts.
            overtake(None);
            return;
        }
        spawn_local(async move {
            // A failed fetch is no dead end: the browser loads the page itself and shows what is the matter.
            if let Err(Fault::Broken) = show(&address, how).await {
                _ = window().location().set_href(&address);
            }
        });
    };
    let mut typed = debounce(PAUSE, move |(form, turn): (HtmlFormElement, u32)| {
        if let Some(address) = address_of(&form).filter(|_| turn == TURN.get()) {
            go(address, Move::Type);
        }
    });
    let mut find_later = debounce(PAUSE, values::find);
    Effect::new(move |_| {
        SHOWN.set(page());
        let handle = window_event_listener_untyped("popstate", move |_| {
            // Links within the page, such as the one to its content, are steps in the history too.
            if SHOWN.with_borrow(|shown| *shown == page()) { overtake(None) } else { go(here(), Move::Stay) }
        });
        on_cleanup(move || handle.remove());
    });
    view! {
        <div
            class="live"
            on:input=move |event: Event| {
                if target(&event).is_some_and(|field| field.id() == "near") {
                    // Half a name is no place. A new one is elsewhere than the section of the map.
                    forget_section();
                } else if let Some(form) = form_of(&event, "form[role=search]") {
                    typed((form, next_turn()));
                } else if let Some(form) = form_of(&event, values::FORM) {
                    find_later(form);
                }
            }
            on:submit=move |event: SubmitEvent| {
                if let Some(address) = form_of(&event, "form[role=search]").and_then(|form| address_of(&form)) {
                    event.prevent_default();
                    next_turn();
                    go(address, Move::Follow);
                }
            }
            on:click=move |event: MouseEvent| {
                if let Some((address, how)) = followed(&event) {
                    event.prevent_default();
                    next_turn();
                    go(address, how);
                }
            }
        >
            {children()}
        </div>
    }
}

fn next_turn() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}

enum Fault {
    /// A newer question took its place.
    Overtaken,
    /// No answer, or none that fits this page.
    Broken,
}

impl From<JsValue> for Fault {
    fn from(error: JsValue) -> Self {
        let name = js_name(&error);
        if name.as_deref() == Some("AbortError") { Self::Overtaken } else { Self::Broken }
    }
}

fn js_name(error: &JsValue) -> Option<String> {
    error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name)
}

/// Fetches the page and puts its results in place, unless a newer question was asked meanwhile.
async fn show(address: &str, how: Move) -> Result<(), Fault> {
    let controller = AbortController::new()?;
    overtake(Some(controller.clone()));
    let page = fetch(address, &controller).await?;
    if controller.signal().aborted() {
        return Err(Fault::Overtaken);
    }
    remember(address, how)?;
    replace(&page).ok_or(Fault::Broken)?;
    SHOWN.set(self::page());
    if how != Move::Type {
        FIELDS.iter().for_each(|field| retype(&page, field));
    }
    if how == Move::List
        && let Some(count) = document().get_element_by_id("found-count")
    {
        focus(&count);
        reveal("found");
    }
    busy(false);
    Ok(())
}

/// Stops the question under way for the sake of a newer one, or of none.
fn overtake(newer: Option<AbortController>) {
    busy(newer.is_some());
    if let Some(older) = RUNNING.replace(newer) {
        older.abort();
    }
}

fn busy(yes: bool) {
    if let Some(body) = document().body() {
        _ = body.toggle_attribute_with_force("data-busy", yes);
    }
}

async fn fetch(address: &str, controller: &AbortController) -> Result<Document, Fault> {
    Ok(request::page(address, controller).await?)
}

fn remember(address: &str, how: Move) -> Result<(), JsValue> {
    let history = window().history()?;
    let mark = match how {
        Move::Stay => return Ok(()),
        Move::Type => JsValue::from_str(TYPING),
        Move::Roam => JsValue::from_str(MOVING),
        Move::Follow | Move::List => JsValue::NULL,
    };
    if mark.is_string() && history.state()? == mark {
        history.replace_state_with_url(&mark, "", Some(address))
    } else {
        history.push_state_with_url(&mark, "", Some(address))
    }
}

/// Puts the new parts in place. Whoever had the focus keeps it, or gets to the count where it is gone; screen
/// readers are told the count. `None` where a part is missing.
fn replace(page: &Document) -> Option<()> {
    let inside = document().query_selector("#found-top :focus, #found :focus, #facets :focus").ok().flatten().is_some();
    let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
    let open: Vec<String> = open_groups();
    let opener = document().get_element_by_id(OPENER);
    for id in REPLACED {
        let (old, new) = (document().get_element_by_id(id)?, page.get_element_by_id(id)?);
        old.set_inner_html(&new.inner_html());
    }
    for id in REPLACED_TOO {
        if let (Some(old), Some(new)) = (document().get_element_by_id(id), page.get_element_by_id(id)) {
            old.set_inner_html(&new.inner_html());
        }
    }
    keep(opener);
    for id in open {
        document().get_element_by_id(&id).map(|group| group.set_attribute("open", ""));
    }
    for attribute in ["tiles", "bounds", "all", "around", "section"] {
        follow(page, "project-map", attribute);
    }
    follow(page, "#near", "aria-invalid");
    // The other language of what is found now.
    follow(page, "#language", "href");
    document().set_title(&page.title());
    let count = document().get_element_by_id("found-count")?;
    document().get_element_by_id("said")?.set_text_content(Some(&said()));
    match focused.and_then(|id| document().get_element_by_id(&id)) {
        Some(element) => focus(&element),
        None if inside => focus(&count),
        None => {}
    }
    Some(())
}

/// How many were found, and how the question was understood.
fn said() -> String {
    let text = |id: &&str| document().get_element_by_id(id)?.text_content();
    let words = SAID.iter().filter_map(text).filter(|words| !words.trim().is_empty());
    words.collect::<Vec<_>>().join(". ")
}

/// The sheet, when it closes, gives the focus back to the very button that opened it: that one stays, with new words.
fn keep(opener: Option<Element>) {
    if let (Some(old), Some(new)) = (opener, document().get_element_by_id(OPENER)) {
        old.set_inner_html(&new.inner_html());
        _ = new.replace_with_with_node_1(&old);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        _ = element.focus();
    }
}

/// Scrolls to where it begins, unless some of it is in view.
fn reveal(id: &str) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Groups of filters that somebody opened stay open.
fn open_groups() -> Vec<String> {
    let Ok(groups) = document().query_selector_all("#facets details[id][open]") else { return vec![] };
    (0..groups.length()).filter_map(|i| groups.get(i)?.dyn_into::<Element>().ok()).map(|group| group.id()).collect()
}

/// After back or forward, a field shows what that address asked.
fn retype(page: &Document, field: &str) {
    let chosen = page.query_selector(&format!("#{field} [selected], input#{field}")).ok().flatten();
    let value = chosen.and_then(|field| field.get_attribute("value")).unwrap_or_default();
    if let Some(field) = document().get_element_by_id(field) {
        _ = js_sys::Reflect::set(&field, &"value".into(), &value.into());
    }
}

fn forget_section() {
    if let Ok(Some(section)) = document().query_selector("#carried [name=bbox]") {
        section.remove();
    }
}

/// An element that stays gets one attribute of its new self.
fn follow(page: &Document, selector: &str, attribute: &str) {
    let find = |of: &Document| of.query_selector(selector).ok().flatten();
    if let (Some(old), Some(new)) = (find(&document()), find(page)) {
        _ = old.set_attribute(attribute, &new.get_attribute(attribute).unwrap_or_default());
    }
}

fn is_here(address: &str) -> bool {
    let origin = window().location().origin().unwrap_or_default();
    let here = here();
    here == address || here.strip_prefix(&origin) == Some(address)
}

/// The address without what points into the page.
fn page() -> String {
    here().split('#').next().unwrap_or_default().to_owned()
}

fn here() -> String {
    window().location().href().unwrap_or_default()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The form that an event came from, if it is one of these.
fn form_of(event: &Event, which: &str) -> Option<HtmlFormElement> {
    target(event)?.closest(which).ok()??.dyn_into().ok()
}

/// The address that the form would load.
pub(super) fn address_of(form: &HtmlFormElement) -> Option<String> {
    address(form, &pairs_of(form)?)
}

/// The same with another value for one field.
pub(super) fn address_with(form: &HtmlFormElement, name: &str, value: &str) -> Option<String> {
    let pairs = pairs_of(form)?;
    pairs.set(name, value);
    address(form, &pairs)
}

/// The address of that form with what was typed taken for a value, which comes on top of those chosen, or for a place.
pub(super) fn address_of_choice(form: &HtmlFormElement, name: &str, value: &str) -> Option<String> {
    let pairs = pairs_of(form)?;
    pairs.delete("q");
    if name == "near" {
        pairs.set(name, value);
        // It is elsewhere than the section of the map.
        pairs.delete("bbox");
    } else {
        pairs.append(name, value);
    }
    address(form, &pairs)
}

/// What the form narrows down by, besides what is typed.
pub(super) fn narrowed(form: &HtmlFormElement) -> Option<String> {
    let pairs = pairs_of(form)?;
    for name in ["q", "view", "sort", "per_page"] {
        pairs.delete(name);
    }
    if let Some(kind) = form.get_attribute("data-kind") {
        pairs.append("kind", &kind);
    }
    Some(pairs.to_string().into())
}

fn pairs_of(form: &HtmlFormElement) -> Option<UrlSearchParams> {
    let data = FormData::new_with_form(form).ok()?;
    let pairs = UrlSearchParams::new().ok()?;
    for pair in js_sys::Array::from(&data).iter() {
        let pair: js_sys::Array = pair.dyn_into().ok()?;
        let (name, value) = (pair.get(0).as_string()?, pair.get(1).as_string()?);
        if !value.trim().is_empty() {
            pairs.append(&name, &value);
        }
    }
    Some(pairs)
}

fn address(form: &HtmlFormElement, pairs: &UrlSearchParams) -> Option<String> {
    if pairs.get("near").is_none() {
        // Around nothing.
        pairs.delete("km");
    }
    let query: String = pairs.to_string().into();
    Some(if query.is_empty() { form.action() } else { format!("{}?{query}", form.action()) })
}

/// The address of a live link that was followed in the plain way, not into a new tab, and how it is followed.
fn followed(event: &MouseEvent) -> Option<(String, Move)> {
    if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return None;
    }
    let link = target(event)?.closest("a[data-live]").ok()??;
    let how = match link.get_attribute("data-live").as_deref() {
        Some(MOVING) => Move::Roam,
        Some(LIST) => Move::List,
        _ => Move::Follow,
    };
    Some((link.get_attribute("href")?, how))
}
