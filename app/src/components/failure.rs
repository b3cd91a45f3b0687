//! What happened, and what one can do, in one sentence each.

use super::page_title::PageTitle;
use crate::context::lang;
use domain::Error;
use leptos::prelude::*;

/// The page for an error.
#[component]
pub fn FailureView(error: Error) -> impl IntoView {
    let (title, text) = words(&error);
    let fields = match error {
        Error::Invalid(fields) => fields,
        _ => vec![],
    };
    view! {
        <PageTitle text=title/>
        <section class="failure">
            <h1>{title}</h1>
            <p>{text}</p>
            <ul class="failure-fields">
                {fields.into_iter().map(|f| view! { <li><code>{f.field}</code>": "{f.problem.describe(lang())}</li> }).collect_view()}
            </ul>
            <p><a class="button" href="/explore">"Alles ansehen"</a>" "<a href="/">"Zur Startseite"</a></p>
        </section>
    }
    .into_any()
}

fn words(error: &Error) -> (&'static str, String) {
    match error {
        Error::NotFound => ("Hier ist nichts", "Unter dieser Adresse steht kein Eintrag. Vielleicht hilft die Suche weiter.".into()),
        Error::Gone => ("Dieser Eintrag wurde entfernt", "Die Redaktion hat ihn aus dem Verzeichnis genommen.".into()),
        Error::Unauthenticated | Error::Forbidden => ("Das dürft ihr nicht", "Dafür fehlt die Berechtigung.".into()),
        Error::Conflict => ("Jemand war schneller", "Der Eintrag wurde inzwischen geändert. Bitte ladet die Seite neu.".into()),
        Error::Invalid(_) => ("Das haben wir nicht verstanden", "In der Adresse steht etwas, das es hier nicht gibt:".into()),
        Error::TooMany => ("Das war sehr viel auf einmal", "Bitte wartet einen Moment und versucht es noch einmal.".into()),
        Error::Unavailable => ("Gerade nicht erreichbar", "Bitte versucht es in ein paar Minuten noch einmal.".into()),
        Error::Internal(id) => {
            ("Das hat nicht geklappt", format!("Bitte versucht es noch einmal; wenn es bleibt, nennt uns die Nummer {id}."))
        }
    }
}
