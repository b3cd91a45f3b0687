//! Pictures of the file store.

use crate::{context::backend, routes};
use domain::{Lang, picture::Picture, project::Image};
use leptos::prelude::*;

/// The pictures of an entry, each with who made it. One that is only named, as in what was taken over from elsewhere, is
/// left out.
#[component]
pub fn Pictures(images: Vec<Image>, language: Lang) -> impl IntoView {
    let files = backend().files;
    let shown = images.into_iter().filter_map(|image| Some((image.file.parse().ok().filter(|picture| files.has(picture))?, image)));
    let shown: Vec<(Picture, Image)> = shown.collect();
    let sizes = if shown.len() == 1 { "(min-width: 48rem) 42rem, 100vw" } else { "(min-width: 48rem) 21rem, 100vw" };
    let figure = |(picture, image): (Picture, Image)| {
        let credit = image.credit.given().map(|credit| view! { <figcaption>{credit.to_owned()}</figcaption> });
        view! { <figure><PictureView picture alt=image.alt.to_string() sizes/>{credit}</figure> }
    };
    let figures = shown.into_iter().map(figure).collect::<Vec<_>>();
    (!figures.is_empty()).then(|| view! { <div class="pictures" lang=language.id()>{figures}</div> }).into_any()
}

/// A picture in the width that fits. `sizes` as in HTML.
#[component]
pub fn PictureView(picture: Picture, alt: String, sizes: &'static str) -> impl IntoView {
    let (width, height) = picture.size();
    let set: Vec<_> = picture.widths().into_iter().map(|width| format!("{} {width}w", routes::picture(&picture, width))).collect();
    view! {
        <img src=routes::picture(&picture, width) srcset=set.join(", ") sizes=sizes width=width.to_string() height=height.to_string() alt=alt loading="lazy"/>
    }
    .into_any()
}
