//! Where: a town or postcode and how far around it. Two fields of the search form; without JavaScript they are just that.

use crate::{i18n::t, islands::suggest::SuggestPlaces};
use domain::limits;
use leptos::prelude::*;

/// Both fields, with what was typed.
#[component]
pub fn PlaceField(
    /// As typed; empty where nothing was.
    place: String,
    km: u32,
    /// Whether nobody knows that place.
    refused: bool,
) -> impl IntoView {
    let others = (!limits::KM_CHOICES.contains(&km)).then_some(km);
    let mut distances: Vec<u32> = limits::KM_CHOICES.into_iter().chain(others).collect();
    distances.sort_unstable();
    view! {
        <div class="search-place">
            <label class="search-label" for="near">{t!("place-label")}</label>
            <div class="search-box">
                <SuggestPlaces>
                    <input class="search-field" id="near" name="near" type="text" value=place maxlength=limits::SEARCH_TEXT autocomplete="off"
                        placeholder=t!("place-placeholder") aria-describedby="place-said" aria-invalid=refused.then_some("true") autofocus=refused/>
                    <div class="suggestions" id="places" role="listbox" hidden aria-label=t!("place-suggest-label")
                        data-one=t!("suggest-count", count = 1) data-many=t!("suggest-count", count = "#")>
                        <div class="suggestion-group" role="group" data-group="place" aria-label=t!("place-suggest-label")></div>
                    </div>
                    <p class="quiet-words" id="places-said" role="status"></p>
                </SuggestPlaces>
            </div>
        </div>
        <div class="search-km">
            <label class="search-label" for="km">{t!("place-km")}</label>
            <select class="search-field" id="km" name="km">
                {distances.into_iter().map(|distance| {
                    // What is the default needs no place in the address.
                    let value = if distance == limits::KM_DEFAULT { String::new() } else { distance.to_string() };
                    view! { <option value=value selected=distance == km>{t!("place-distance", km = distance)}</option> }
                }).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
