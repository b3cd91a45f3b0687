//! Deciding on entries that may be the same.

use super::Sent;
use crate::state::AppState;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use backend::{
    Failure,
    usecases::duplicates::{self, Merge},
};
use domain::{Error, id::EntryId};

const LIST: &str = "/moderation/duplicates";

/// Looks for them, says that two are none, takes that back, or takes two apart that were put together.
pub async fn step(State(state): State<AppState>, Path(step): Path<String>, sent: Sent) -> Response {
    match done(&state, &step, &sent).await {
        Ok(way) => Redirect::to(&way).into_response(),
        Err(failure) => sent.again(LIST, failure).await,
    }
}

/// Puts two together.
pub async fn merge(State(state): State<AppState>, Path((a, b)): Path<(String, String)>, sent: Sent) -> Response {
    let page = sent.page();
    match merged(&state, (&a, &b), &sent).await {
        // Its page says that it is done, or that another has to agree.
        Ok(_) => Redirect::to(&page).into_response(),
        Err(failure) => sent.again(&page, failure).await,
    }
}

/// Where to go on.
async fn done(state: &AppState, step: &str, sent: &Sent) -> Result<String, Failure> {
    let (backend, actor) = (&state.backend, sent.actor());
    match step {
        "look" => {
            let is_busy = duplicates::look_now(backend, &actor).await?.is_none();
            Ok(format!("{LIST}{}", if is_busy { "?busy=yes" } else { "" }))
        }
        "dismiss" => {
            duplicates::dismiss(backend, &actor, entry(sent.value("a"))?, entry(sent.value("b"))?).await?;
            Ok(LIST.into())
        }
        "restore" => {
            duplicates::restore(backend, &actor, entry(sent.value("a"))?, entry(sent.value("b"))?).await?;
            Ok(format!("{LIST}?show=dismissed"))
        }
        "undo" => {
            let (from, to) = (entry(sent.value("from"))?, entry(sent.value("to"))?);
            let left = duplicates::undo(backend, &actor, from).await?;
            let pairs = std::iter::once(("undone", "yes")).chain(left.iter().map(|left| ("left", left.id())));
            Ok(format!("{LIST}/{}/{}?{}", from.min(to), from.max(to), domain::query::write(pairs)))
        }
        _ => Err(Error::NotFound.into()),
    }
}

async fn merged(state: &AppState, (a, b): (&str, &str), sent: &Sent) -> Result<bool, Failure> {
    let (a, b) = (entry(a)?, entry(b)?);
    let both = [a.min(b), a.max(b)];
    // In the order of their ids, as the page numbers them.
    let seen = sent.value("versions").split_once('.').and_then(|(one, other)| Some([one.parse().ok()?, other.parse().ok()?]));
    let seen: [i64; 2] = seen.unwrap_or_default();
    let stays = usize::from(sent.value("stays") == "1");
    let goes = 1 - stays;
    let from_other = sent.typed.iter().filter(|(_, from)| *from == goes.to_string());
    let taken = from_other.filter_map(|(name, _)| name.strip_prefix("from-")).map(str::to_owned).collect();
    let merge = Merge { stays: (both[stays], seen[stays]), goes: (both[goes], seen[goes]), taken };
    duplicates::merge(&state.backend, &sent.actor(), &merge).await
}

fn entry(id: &str) -> Result<EntryId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}
