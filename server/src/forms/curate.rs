//! What moderators do with entries, and the log as a file.

use super::{Sent, done};
use crate::{rest::problem::Problem, state::AppState};
use axum::{
    body::Body,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Backend, Failure,
    storage::audit::Done,
    usecases::curate::{self, Featuring, Outcome, next_events},
};
use domain::{Error, Lang, account::Actor, audit::AuditQuery, id::EntryId, time::ZONE};
use futures::stream::try_unfold;

const CHECKS: &str = "/moderation/checks";

/// Notes, recommends, takes away, trusts.
pub async fn entry(State(state): State<AppState>, Path(id): Path<String>, sent: Sent) -> Response {
    let page = sent.page();
    match changed(&state.backend, &id, &sent).await {
        Ok(what) => Redirect::to(&done(&page, what)).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// What was done.
async fn changed(backend: &Backend, id: &str, sent: &Sent) -> Result<&'static str, Failure> {
    let (id, actor): (EntryId, _) = (id.parse().map_err(|_| Error::NotFound)?, sent.actor());
    match sent.value("step") {
        "note" => curate::add_note(backend, &actor, id, sent.value("text")).await.map(|()| "noted"),
        "remove-note" => curate::remove_note(backend, &actor, id, sent.value("note")).await.map(|()| "note-removed"),
        "feature" => {
            let typed = Featuring { line_de: sent.value("line_de"), line_en: sent.value("line_en"), ends: sent.value("ends") };
            curate::feature(backend, &actor, id, &typed).await.map(|()| "featured")
        }
        "end-feature" => curate::end_feature(backend, &actor, id).await.map(|()| "feature-ended"),
        "remove" => curate::remove_entry(backend, &actor, id, sent.value("because"), sent.value("reason")).await.map(|()| "removed"),
        "restore" => curate::restore_entry(backend, &actor, id).await.map(|()| "restored"),
        "trust" => curate::trust(backend, &actor, id, sent.value("trust")).await.map(|()| "trusted"),
        "end-trust" => curate::end_trust(backend, &actor, id).await.map(|()| "trust-ended"),
        _ => Err(Error::NotFound.into()),
    }
}

/// Says what came of looking afterwards.
pub async fn check(State(state): State<AppState>, sent: Sent) -> Response {
    let outcome = match sent.value("outcome") {
        "fine" => Ok(Outcome::Fine),
        "take-back" => Ok(Outcome::TakeBack(sent.value("reason"))),
        _ => Err(Error::NotFound),
    };
    let is_fine = matches!(outcome, Ok(Outcome::Fine));
    // Who may not decide is told so, whatever they sent.
    let outcome = match curate::list_checks(&state.backend, &sent.actor()).await {
        Ok(_) => match (sent.value("revision").parse(), outcome) {
            (Ok(revision), Ok(outcome)) => curate::decide_check(&state.backend, &sent.actor(), revision, outcome).await,
            _ => Err(Error::NotFound.into()),
        },
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => Redirect::to(&done(CHECKS, if is_fine { "check-fine" } else { "check-taken-back" })).into_response(),
        Err(failure) => sent.again(CHECKS, failure).await,
    }
}

/// All that was done, as it is asked for: row by row, so that it may be of any length.
pub async fn events_csv(State(state): State<AppState>, sent: Sent) -> Response {
    let query = sent.head.uri.query().unwrap_or_default();
    let asked = match AuditQuery::parse(query, app::is_beside_filters) {
        Ok(asked) => asked,
        Err(errors) => return Problem::from(Error::Invalid(errors)).into_response(),
    };
    let (backend, actor) = (state.backend.clone(), sent.actor());
    // The first rows before the answer begins: who may not read it is told so.
    let first = match next_events(&backend, &actor, &asked, None).await {
        Ok(first) => first,
        Err(failure) => return Problem::from(failure).into_response(),
    };
    let heads = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"allmende-events.csv\""),
    ];
    (heads, Body::from_stream(rows(backend, actor, (asked, sent.lang()), first))).into_response()
}

/// Pieces of the file. The first one begins with the names of the columns.
fn rows(
    backend: Backend,
    actor: Actor,
    (asked, lang): (AuditQuery, Lang),
    first: Vec<Done>,
) -> impl futures::Stream<Item = Result<Vec<u8>, std::io::Error>> {
    try_unfold(Some((first, true)), move |state| {
        let (backend, actor, asked) = (backend.clone(), actor.clone(), asked.clone());
        async move {
            let Some((events, is_first)) = state else { return Ok(None) };
            if events.is_empty() && !is_first {
                return Ok(None);
            }
            let piece = piece(&events, is_first, lang)?;
            let next = match events.last() {
                Some(last) => Some((next_events(&backend, &actor, &asked, Some(last)).await.map_err(std::io::Error::other)?, false)),
                None => None,
            };
            Ok(Some((piece, next)))
        }
    })
}

/// Spreadsheets take a file for one of their own country: by the mark at its beginning they read letters right, and where
/// commas are for decimals, semicolons part cells.
fn piece(events: &[Done], with_names: bool, lang: Lang) -> Result<Vec<u8>, std::io::Error> {
    let before = if with_names { "\u{feff}" } else { "" };
    let delimiter = if lang == Lang::De { b';' } else { b',' };
    let mut csv = csv::WriterBuilder::new().delimiter(delimiter).from_writer(before.as_bytes().to_vec());
    if with_names {
        csv.write_record(["at", "by", "actor", "action", "kind", "slug", "title", "revision", "reason"])?;
    }
    for event in events {
        let at = jiff::Timestamp::from_microsecond(event.at).and_then(|at| at.in_tz(ZONE));
        let at = at.map(|at| at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()).unwrap_or_default();
        let is_person = event.actor.parse::<domain::id::AccountId>().is_ok();
        let by = if is_person { "person" } else { "machine" };
        // As the page calls accounts, and never their addresses.
        let actor = if is_person { app::account_name(lang, &event.actor) } else { event.actor.clone() };
        let number = event.number.map(|number| number.to_string()).unwrap_or_default();
        let cells = [&at, by, &actor, &event.action, &event.kind, &event.slug, &event.title, &number, &event.reason];
        csv.write_record(cells.map(harmless))?;
    }
    csv.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// What a spreadsheet would take for a formula is marked as text.
fn harmless(cell: &str) -> String {
    // Where commas are for decimals, a semicolon begins a cell, too.
    let cells = cell.split_inclusive(';').map(|cell| {
        let is_formula = cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
        if is_formula { format!("'{cell}") } else { cell.to_owned() }
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_as_a_formula_wherever_cells_begin() {
        assert_eq!(harmless("=1"), "'=1");
        assert_eq!(harmless("Rat; =1+1;x"), "Rat;' =1+1;x");
        assert_eq!(harmless("Rat und Tat"), "Rat und Tat");
    }

    #[test]
    fn what_people_wrote_stays_in_its_cell_and_is_no_formula() {
        let event = Done {
            id: "1".into(),
            at: 0,
            actor: "rule:trusted".into(),
            email: None,
            action: "published".into(),
            reason: "=HYPERLINK(\"x\")\nzweite Zeile".into(),
            kind: "project".into(),
            slug: "s".into(),
            title: "Ein; \"Titel\", kurz".into(),
            number: Some(2),
        };
        let text = String::from_utf8(piece(std::slice::from_ref(&event), true, Lang::En).unwrap()).unwrap();
        assert!(text.starts_with("\u{feff}at,by,actor,"), "{text}");
        assert!(
            text.contains(
                "1970-01-01T01:00:00+01:00,machine,rule:trusted,published,project,s,\"Ein; \"\"Titel\"\", kurz\",2,\"'=HYPERLINK"
            ),
            "{text}"
        );
        let event = Done { actor: "0193a5c2-7d00-7000-8000-00000000beef".into(), at: 1_782_900_000_000_000, ..event };
        let text = String::from_utf8(piece(&[event], false, Lang::De).unwrap()).unwrap();
        assert!(text.starts_with("2026-07-01T12:00:00+02:00;person;Konto 00beef;published;project;s;\"Ein; "), "{text}");
    }
}
