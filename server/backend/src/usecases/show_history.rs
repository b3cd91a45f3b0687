//! What an entry said over time, and how it changed.

use super::{
    difference::{Change, difference},
    show_project::readable,
};
use crate::{
    Backend,
    failure::Result,
    public,
    storage::{
        Tx, drafts,
        entries::{self, Entry},
    },
};
use domain::{
    Error, Lang,
    account::Actor,
    permission::{Action, permit},
    revision::RevisionState,
    time::Timestamp,
    vocabulary::Kind,
};
use serde_json::{Map, Value};

/// The history of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The entry.
    pub entry: Entry,
    /// The revisions that readers see or saw, newest first.
    pub revisions: Vec<Past>,
    /// Two of them side by side, older first, where somebody asked.
    pub compared: Option<Compared>,
    /// Whether whoever asks may go on from an older one.
    pub may_restore: bool,
}

/// A revision that readers see or saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Counted from 1.
    pub number: i64,
    /// When it was handed in or imported.
    pub at: Timestamp,
    /// Whether readers see it now.
    pub is_current: bool,
    /// Whether nobody of the organisation wrote it.
    pub is_compiled: bool,
}

/// What one revision says differently from an older one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The number of the older.
    pub from: i64,
    /// The number of the newer.
    pub to: i64,
    /// What differs.
    pub changes: Vec<Change>,
}

/// The history of an entry, with two of its revisions compared: those of these numbers.
///
/// # Errors
/// [`Error::NotFound`] where there is no such entry, or no such revision that readers ever saw.
pub async fn show_history(
    backend: &Backend,
    actor: &Actor,
    kind: Kind,
    slug: &str,
    compare: Option<(i64, i64)>,
    lang: Lang,
) -> Result<History> {
    let mut tx = backend.db.read().await?;
    let entry = readable(&mut tx, actor, kind, slug).await?;
    let all = drafts::of_entry(&mut tx, entry.id).await?;
    let seen = all.into_iter().filter(|revision| matches!(revision.state, RevisionState::Published | RevisionState::Superseded));
    let revisions: Vec<Past> = seen
        .map(|revision| Past {
            number: revision.number,
            at: revision.changed_at,
            is_current: revision.state == RevisionState::Published,
            is_compiled: revision.author == Actor::System.label(),
        })
        .collect();
    let compared = match compare {
        Some((from, to)) => {
            let (from, to) = (from.min(to), from.max(to));
            let (old, new) = (said(&mut tx, &entry, from).await?, said(&mut tx, &entry, to).await?);
            Some(Compared { from, to, changes: difference(kind, lang, &old, &new) })
        }
        None => None,
    };
    let may_restore = permit(actor, Action::Edit, entry.subject()).is_ok();
    Ok(History { entry, revisions, compared, may_restore })
}

/// What a revision said, as everybody may know it today.
async fn said(tx: &mut Tx, entry: &Entry, number: i64) -> Result<Map<String, Value>> {
    let at = entries::by_slug_at(tx, entry.kind, &entry.slug, number).await?.ok_or(Error::NotFound)?;
    let at = match &entry.revision {
        Some(now) => public::earlier(at, &now.document),
        None => public::entry(at),
    };
    let document = at.revision.ok_or(Error::NotFound)?.document;
    match serde_json::to_value(document).map_err(std::io::Error::from)? {
        Value::Object(document) => Ok(document),
        _ => Err(Error::NotFound.into()),
    }
}
