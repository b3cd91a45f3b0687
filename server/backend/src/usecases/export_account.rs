//! Everything that is kept about whoever asks, to take with them.

use crate::{
    Backend,
    failure::Result,
    storage::{accounts, authored, claims, digests, invitations, members, notes, passkeys, reports, sessions, suggestions, word_events},
};
use domain::{
    Error,
    account::{Actor, Role},
    time::Timestamp,
};
use serde_json::{Value, json};

/// All that is kept about an account, with what it wrote and did, oldest first. Times are UTC (RFC 3339).
///
/// # Errors
/// [`Error::Unauthenticated`] of visitors.
pub async fn export_account(backend: &Backend, actor: &Actor) -> Result<Value> {
    let id = actor.account().ok_or(Error::Unauthenticated)?;
    let mut tx = backend.db.read().await?;
    let account = accounts::by_id(&mut tx, id).await?.ok_or(Error::Unauthenticated)?;
    let membership = |(organisation, role, since): (members::Organisation, Role, Timestamp)| json!({ "organisation": *organisation.slug, "name": organisation.name, "role": role.id(), "since": time(since) });
    let memberships: Vec<Value> = members::of_account(&mut tx, id).await?.into_iter().map(membership).collect();
    let session = |(began, seen)| json!({ "created_at": time(began), "seen_at": time(seen) });
    let sessions: Vec<Value> = sessions::times(&mut tx, id).await?.into_iter().map(session).collect();
    let passkey = |it: passkeys::Row| json!({ "name": it.name, "created_at": time(Timestamp(it.created_at)), "used_at": it.used_at.map(|at| time(Timestamp(at))) });
    let passkeys: Vec<Value> = passkeys::of(&mut tx, id).await?.into_iter().map(passkey).collect();
    let claim = |claim: claims::Claim| {
        json!({
            "organisation": *claim.slug, "name": claim.name, "note": claim.note, "state": claim.state.id(), "reason": claim.reason,
            "created_at": time(claim.created_at), "decided_at": claim.decided_at.map(time),
        })
    };
    let claims: Vec<Value> = claims::of_account(&mut tx, id).await?.into_iter().map(claim).collect();
    let mut invited = vec![];
    for invitation in invitations::open_to(&mut tx, &account.email, backend.clock.now()).await? {
        let by = members::by_id(&mut tx, invitation.organisation).await?.map(|by| (by.slug.to_string(), by.name));
        let (organisation, name) = by.unwrap_or_default();
        let (at, until) = (time(invitation.created_at), time(invitation.expires_at));
        invited.push(
            json!({ "organisation": organisation, "name": name, "role": invitation.role.id(), "created_at": at, "expires_at": until }),
        );
    }
    let revision = |it: authored::Written| {
        // Documents are JSON; what is not is given as the text that it is.
        let document = serde_json::from_str(&it.document).unwrap_or(Value::String(it.document));
        let at = time(Timestamp(it.created_at));
        json!({ "kind": it.kind, "slug": it.slug, "number": it.number, "state": it.state, "created_at": at, "document": document })
    };
    let revisions: Vec<Value> = authored::revisions(&mut tx, id).await?.into_iter().map(revision).collect();
    let event = |it: authored::Done| json!({ "kind": it.kind, "slug": it.slug, "action": it.action, "reason": it.reason, "at": time(Timestamp(it.at)) });
    let mut events: Vec<Value> = authored::events(&mut tx, id).await?.into_iter().map(event).collect();
    let word = |it: word_events::Own| json!({ "kind": it.kind, "slug": it.subject, "action": it.action, "reason": it.reason, "at": time(Timestamp(it.at)) });
    events.extend(word_events::of_actor(&mut tx, &id.to_string()).await?.into_iter().map(word));
    let report = |it: reports::Report| {
        let (at, answered) = (time(it.created_at), it.answered_at.map(time));
        json!({ "kind": it.kind.id(), "slug": *it.slug, "reason": it.reason, "text": it.text, "answer": it.answer, "created_at": at, "answered_at": answered })
    };
    let reported: Vec<Value> = reports::from_address(&mut tx, &account.email).await?.into_iter().map(report).collect();
    let suggestion = |it: suggestions::Suggestion| {
        let (at, decided) = (time(it.created_at), it.decided_at.map(time));
        json!({ "kind": it.kind.id(), "title": it.title, "changes": it.changes, "organisation": it.organisation, "why": it.why, "state": it.state.id(), "reason": it.reason, "created_at": at, "decided_at": decided })
    };
    let suggested: Vec<Value> = suggestions::from_address(&mut tx, &account.email).await?.into_iter().map(suggestion).collect();
    let note = |(kind, slug, text, at): (String, String, String, i64)| json!({ "kind": kind, "slug": slug, "text": text, "at": time(Timestamp(at)) });
    let notes: Vec<Value> = notes::of_account(&mut tx, id).await?.into_iter().map(note).collect();
    Ok(json!({
        "exported_at": time(backend.clock.now()),
        "account": {
            "id": id, "email": *account.email, "language": account.language.id(), "is_moderator": account.is_moderator,
            "created_at": time(account.created_at), "wants_digest": account.is_moderator && digests::wants(&mut tx, id).await?,
        },
        "memberships": memberships, "sessions": sessions, "passkeys": passkeys, "claims": claims, "invitations": invited, "revisions": revisions, "events": events, "notes": notes,
        "reports": reported, "suggestions": suggested,
    }))
}

fn time(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.0).map(|at| at.to_string()).unwrap_or_default()
}
