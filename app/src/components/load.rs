//! Waiting for a use case while a page is drawn.

use super::failure::FailureView;
use crate::context::set_status;
use leptos::prelude::*;
use std::future::Future;

/// Draws what a use case answers, or the page for its error, with the right status.
pub fn load<T, V>(
    answer: impl Future<Output = backend::Result<T>> + Send + 'static,
    draw: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    Suspend::new(async move {
        match answer.await {
            Ok(value) => draw(value).into_any(),
            Err(failure) => {
                let error = failure.tell();
                set_status(&error);
                view! { <FailureView error/> }.into_any()
            }
        }
    })
}
