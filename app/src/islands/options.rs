//! The list of suggestions: groups that are in the page, options that come and go.

use super::live::{address_of_choice, address_with};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, MouseEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Kinds with a group of their own; all others are values of facets.
const KINDS: [&str; 4] = ["project", "lesson", "organisation", "place"];

/// What the page says with numbers in it, `#` being the number.
pub(super) struct Words(HtmlElement);

impl Words {
    /// Those of a list.
    pub fn of(list: &str) -> Option<Self> {
        Some(Self(document().get_element_by_id(list)?.dyn_into().ok()?))
    }

    /// How many suggestions there are.
    pub fn suggestions(&self, count: u32) -> String {
        self.with(if count == 1 { "one" } else { "many" }, f64::from(count))
    }

    fn entries(&self, count: f64) -> String {
        self.with(if count == 1.0 { "entry" } else { "entries" }, count)
    }

    fn with(&self, name: &str, number: f64) -> String {
        let lang = document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
        let number: String = js_sys::Number::from(number).to_locale_string(&lang).into();
        self.0.dataset().get(name).unwrap_or_default().replace('#', &number)
    }
}

/// Puts an answer of the API in place; what the page has no group for is left out. How many there are.
pub(super) fn fill(list: &str, answer: &str) -> Option<u32> {
    let words = Words::of(list)?;
    let list = document().get_element_by_id(list)?;
    let groups = list.query_selector_all("[role=group]").ok()?;
    let groups: Vec<Element> = (0..groups.length()).filter_map(|at| groups.get(at)?.dyn_into().ok()).collect();
    for group in &groups {
        group.toggle_attribute_with_force("hidden", true).ok()?;
        options_of(&group.query_selector_all("[role=option]").ok()?).for_each(|option| option.remove());
    }
    let answer = js_sys::JSON::parse(answer).ok()?;
    let suggestions = get(&answer, "suggestions").filter(|list| list.is_object()).or_else(|| get(&answer, "places"))?;
    let suggestions = js_sys::Array::from(&suggestions);
    let most = list.get_attribute("data-most").and_then(|most| most.parse().ok()).unwrap_or(u32::MAX);
    let mut count = 0;
    for group in groups {
        let name = group.get_attribute("data-group");
        for suggestion in suggestions.iter().filter(|suggestion| Some(group_of(suggestion)) == name) {
            if count == most {
                return Some(count);
            }
            let is_place = get(&suggestion, "kind")?.is_undefined();
            let made = if is_place { place(&list, count, &suggestion) } else { option(&list, count, &suggestion, &words) };
            let Some(option) = made else { continue };
            group.append_child(&option).ok()?;
            group.remove_attribute("hidden").ok()?;
            count += 1;
        }
    }
    Some(count)
}

fn group_of(suggestion: &JsValue) -> String {
    let kind = text(suggestion, "kind").unwrap_or_else(|| "place".to_owned());
    if KINDS.contains(&&*kind) { kind } else { "value".to_owned() }
}

/// A place leads to what the form finds around it.
fn place(list: &Element, at: u32, place: &JsValue) -> Option<Element> {
    let option = link(list, at, &address_with(&form_of(list)?, "near", &text(place, "near")?)?)?;
    option.set_attribute("data-live", "").ok()?;
    let label: Vec<String> = text(place, "postcode").into_iter().chain(text(place, "name")).collect();
    append(&option, "suggestion-label", &label.join(" "))?;
    let region = text(place, "state").or_else(|| text(place, "country"))?;
    // As `Gazetteer::city_beside_region`, which is not here.
    let city = text(place, "part_of").filter(|city| *city != region);
    append(&option, "suggestion-detail", &city.into_iter().chain([region]).collect::<Vec<_>>().join(", "))?;
    Some(option)
}

fn form_of(list: &Element) -> Option<HtmlFormElement> {
    list.closest("form").ok()??.dyn_into().ok()
}

fn link(list: &Element, at: u32, href: &str) -> Option<Element> {
    let link = document().create_element("a").ok()?;
    let name = if list.id() == "places" { "place" } else { "suggestion" };
    let id = format!("{name}-{at}");
    for (name, value) in
        [("role", "option"), ("id", &*id), ("aria-selected", "false"), ("tabindex", "-1"), ("class", "suggestion"), ("href", href)]
    {
        link.set_attribute(name, value).ok()?;
    }
    Some(link)
}

fn option(list: &Element, at: u32, suggestion: &JsValue, words: &Words) -> Option<Element> {
    let is_place = text(suggestion, "kind").as_deref() == Some("place");
    let option = if let Some(value) = text(suggestion, "value") {
        // What the form's own page shows comes without loading another.
        let name = if is_place { "near".to_owned() } else { text(suggestion, "kind")? };
        let option = link(list, at, &address_of_choice(&form_of(list)?, &name, &value)?)?;
        option.set_attribute("data-live", "").ok()?;
        option
    } else {
        // The address without its host: whatever name this server is reached by, we stay there.
        let url = web_sys::Url::new(&text(suggestion, "url")?).ok()?;
        link(list, at, &format!("{}{}", url.pathname(), url.search()))?
    };
    append(&option, "suggestion-label", &text(suggestion, "label")?)?;
    let count = get(suggestion, "count").and_then(|count| count.as_f64()).map(|count| words.entries(count));
    // What it is stands in the heading of the group, where there is one.
    let place = list.get_attribute("data-place").filter(|_| is_place);
    let detail: Vec<String> = place.into_iter().chain(text(suggestion, "detail")).chain(count).collect();
    if !detail.is_empty() {
        append(&option, "suggestion-detail", &detail.join(" · "))?;
    }
    Some(option)
}

fn append(to: &Element, class: &str, text: &str) -> Option<()> {
    let span = document().create_element("span").ok()?;
    span.set_attribute("class", class).ok()?;
    span.set_text_content(Some(text));
    // A space, for those who hear it.
    to.append_with_str_1(" ").ok()?;
    to.append_child(&span).ok().map(|_| ())
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &name.into()).ok()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// Tells those who do not see the list.
pub(super) fn say(list: &str, words: &str) {
    if let Some(said) = document().get_element_by_id(&format!("{list}-said")) {
        said.set_text_content(Some(words));
    }
}

/// Whether something happened to this part of the list.
pub(super) fn hit(event: &MouseEvent, part: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest(part).ok()?).is_some()
}

/// The option that Enter would follow.
pub(super) fn chosen(field: &Element) -> Option<HtmlElement> {
    document().get_element_by_id(&field.get_attribute("aria-activedescendant")?)?.dyn_into().ok()
}

/// Chooses the next option, or the one before; behind the last comes the first.
pub(super) fn choose_next(list: &str, field: &Element, down: bool) {
    let Ok(all) = document().query_selector_all(&format!("#{list} [role=option]")) else { return };
    let all: Vec<Element> = options_of(&all).collect();
    let before = chosen(field).and_then(|chosen| all.iter().position(|option| option.id() == chosen.id()));
    let next = match (before, down) {
        (None, true) => 0,
        (None, false) => all.len().saturating_sub(1),
        (Some(at), true) => (at + 1) % all.len(),
        (Some(at), false) => (at + all.len() - 1) % all.len(),
    };
    for (at, option) in all.iter().enumerate() {
        _ = option.set_attribute("aria-selected", if at == next { "true" } else { "false" });
    }
    if let Some(option) = all.get(next) {
        _ = field.set_attribute("aria-activedescendant", &option.id());
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

fn options_of(nodes: &web_sys::NodeList) -> impl Iterator<Item = Element> {
    (0..nodes.length()).filter_map(|at| nodes.get(at)?.dyn_into().ok())
}
