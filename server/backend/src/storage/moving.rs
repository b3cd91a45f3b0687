//! Moving what points to an entry to another, and back: each function tells what it moved, so that it can be undone.

use super::{Tx, execute, on, statements};
use domain::{
    id::{AccountId, EntryId},
    time::Timestamp,
};
use serde::{Deserialize, Serialize};

statements! {
    // In the order in which all take several: projects, then lessons.
    REST = "SELECT id FROM entry WHERE organisation_id = $1 OR id IN (SELECT lesson_id FROM lesson_project WHERE project_id = $1)
            ORDER BY kind DESC, id";
    LESSONS = "SELECT lesson_id FROM lesson_project WHERE project_id = $1 ORDER BY lesson_id";
    LINK_LESSON = "INSERT INTO lesson_project (lesson_id, project_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    LINKED = "SELECT COUNT(*) FROM lesson_project WHERE lesson_id = $1 AND project_id = $2";
    UNLINK_LESSON = "DELETE FROM lesson_project WHERE lesson_id = $1 AND project_id = $2";
    CONTRADICTIONS = "SELECT CASE WHEN a_id = $1 THEN b_id ELSE a_id END, why, created_at FROM contradiction
                      WHERE a_id = $1 OR b_id = $1 ORDER BY a_id, b_id";
    CONTRADICT = "INSERT INTO contradiction (a_id, b_id, why, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    SAID = "SELECT COUNT(*) FROM contradiction WHERE a_id = $1 AND b_id = $2";
    UNSAY = "DELETE FROM contradiction WHERE a_id = $1 AND b_id = $2 AND why = $3";
    // Whoever writes one of these meanwhile is told that it changed.
    ENTRIES = "UPDATE entry SET organisation_id = $2, version = version + 1 WHERE organisation_id = $1 RETURNING id";
    ENTRY_BACK = "UPDATE entry SET organisation_id = $3, version = version + 1 WHERE id = $1 AND organisation_id = $2";
    MEMBERS = "SELECT m.account_id, m.role, m.created_at, stays.role AS before FROM membership m
               LEFT JOIN membership stays ON stays.account_id = m.account_id AND stays.organisation_id = $2
               WHERE m.organisation_id = $1 ORDER BY m.account_id";
    JOIN = "INSERT INTO membership (account_id, organisation_id, role, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (account_id, organisation_id) DO UPDATE SET role = excluded.role";
    LEAVE = "DELETE FROM membership WHERE account_id = $1 AND organisation_id = $2";
    OWNED = "SELECT COUNT(*) FROM membership m JOIN account a ON a.id = m.account_id
             WHERE m.organisation_id = $1 AND m.role = 'owner' AND a.email IS NOT NULL AND m.account_id <> $2";
    OTHERS = "SELECT COUNT(*) FROM membership m JOIN account a ON a.id = m.account_id
              WHERE m.organisation_id = $1 AND a.email IS NOT NULL AND m.account_id <> $2";
    ROLE = "SELECT m.role FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.account_id = $1 AND m.organisation_id = $2 AND a.email IS NOT NULL";
    CLAIMS = "UPDATE claim SET organisation_id = $2 WHERE organisation_id = $1 AND NOT EXISTS (
                  SELECT 1 FROM claim stays WHERE stays.organisation_id = $2 AND stays.account_id = claim.account_id
                  AND stays.state = 'open' AND claim.state = 'open') RETURNING id";
    // Asked of both: one answer is enough.
    END_CLAIMS = "UPDATE claim SET state = 'refused', decided_at = $2 WHERE organisation_id = $1 AND state = 'open' RETURNING id";
    CLAIM_BACK = "UPDATE claim SET organisation_id = $3 WHERE id = $1 AND organisation_id = $2";
    REOPEN_CLAIM = "UPDATE claim SET state = 'open', decided_at = NULL WHERE id = $1 AND organisation_id = $2 AND state = 'refused'";
    INVITATIONS = "UPDATE invitation SET organisation_id = $2 WHERE organisation_id = $1 AND ended_at IS NULL AND NOT EXISTS (
                       SELECT 1 FROM invitation stays WHERE stays.organisation_id = $2 AND stays.email = invitation.email
                       AND stays.ended_at IS NULL) RETURNING id";
    END_INVITATIONS = "UPDATE invitation SET ended_at = $2 WHERE organisation_id = $1 AND ended_at IS NULL RETURNING id";
    INVITATION_BACK = "UPDATE invitation SET organisation_id = $3 WHERE id = $1 AND organisation_id = $2 AND ended_at IS NULL";
    REOPEN_INVITATION = "UPDATE invitation SET ended_at = NULL WHERE id = $1 AND organisation_id = $2";
    REPORTS = "UPDATE report SET entry_id = $2 WHERE entry_id = $1 AND answered_at IS NULL RETURNING id";
    REPORT_BACK = "UPDATE report SET entry_id = $3 WHERE id = $1 AND entry_id = $2 AND answered_at IS NULL";
    SUGGESTIONS = "SELECT id, number FROM suggestion WHERE entry_id = $1 AND state IN ('unconfirmed', 'open') ORDER BY number, id";
    // Numbers are an entry's own.
    SUGGESTION = "UPDATE suggestion SET entry_id = $2, number = CASE WHEN number IS NULL THEN NULL
                      ELSE (SELECT COALESCE(MAX(other.number), 0) + 1 FROM suggestion other WHERE other.entry_id = $2) END
                  WHERE id = $1";
    // One that was confirmed meanwhile is counted anew, and so is one whose number somebody else's has.
    SUGGESTION_BACK = "UPDATE suggestion SET entry_id = $3, number = CASE
                           WHEN number IS NULL THEN NULL
                           WHEN NOT EXISTS (SELECT 1 FROM suggestion other WHERE other.entry_id = $3 AND other.number = CAST($4 AS BIGINT))
                               AND CAST($4 AS BIGINT) IS NOT NULL THEN CAST($4 AS BIGINT)
                           ELSE (SELECT COALESCE(MAX(other.number), 0) + 1 FROM suggestion other WHERE other.entry_id = $3) END
                       WHERE id = $1 AND entry_id = $2 AND state IN ('unconfirmed', 'open')";
    MAILS = "UPDATE mail SET organisation_id = $2 WHERE organisation_id = $1";
}

/// A link that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What is at its other end.
    pub other: EntryId,
    /// Whether there was one to the entry that stays, too.
    pub was_there: bool,
}

/// A contradiction that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// Between which.
    #[serde(flatten)]
    pub link: Link,
    /// Why.
    pub why: String,
    /// When it was said, in microseconds.
    pub said_at: i64,
}

/// A member who moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Who.
    pub account: AccountId,
    /// What they were in the organisation that went.
    pub role: String,
    /// What they were in the one that stays.
    pub before: Option<String>,
    /// What they are there now.
    pub after: String,
    /// Since when, in microseconds.
    pub since: i64,
}

/// Ids of what moved, and of what ended since the entry that stays had its like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What moved.
    pub moved: Vec<String>,
    /// What ended.
    pub ended: Vec<String>,
}

/// Keeps what belongs to an organisation, or came from a project, as it is until this unit of work ends.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn hold_rest(tx: &mut Tx, entry: EntryId) -> sqlx::Result<()> {
    let rest: Vec<String> = on!(tx, |c| sqlx::query_scalar(REST).bind(entry.to_string()).fetch_all(c).await)?;
    for id in rest {
        super::members::lock(tx, super::read(&id)?).await?;
    }
    Ok(())
}

/// The lessons of a project become those of another.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn lessons(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<Vec<Link>> {
    let lessons: Vec<String> = on!(tx, |c| sqlx::query_scalar(LESSONS).bind(from.to_string()).fetch_all(c).await)?;
    let mut moved = vec![];
    for lesson in lessons {
        let is_new = execute!(tx, LINK_LESSON, &lesson, to.to_string())? == 1;
        execute!(tx, UNLINK_LESSON, &lesson, from.to_string())?;
        moved.push(Link { other: super::read(&lesson)?, was_there: !is_new });
    }
    Ok(moved)
}

/// Back again. `false`: the lesson came from the other no more.
///
/// # Errors
/// When the database fails.
pub async fn lesson_back(tx: &mut Tx, link: &Link, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    let lesson = link.other.to_string();
    let is_there = if link.was_there {
        let count: i64 = on!(tx, |c| sqlx::query_scalar(LINKED).bind(&lesson).bind(to.to_string()).fetch_one(c).await)?;
        count > 0
    } else {
        execute!(tx, UNLINK_LESSON, &lesson, to.to_string())? > 0
    };
    if !is_there {
        return Ok(false);
    }
    execute!(tx, LINK_LESSON, &lesson, from.to_string()).map(|_| true)
}

/// What contradicts a lesson contradicts another from now on.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn contradictions(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<Vec<Contradiction>> {
    let rows: Vec<(String, String, i64)> = on!(tx, |c| sqlx::query_as(CONTRADICTIONS).bind(from.to_string()).fetch_all(c).await)?;
    let mut moved = vec![];
    for (other, why, said_at) in rows {
        let other: EntryId = super::read(&other)?;
        let (a, b) = in_order(from, other);
        execute!(tx, UNSAY, a, b, &why)?;
        // A lesson does not contradict itself.
        let is_new = other != to && say(tx, to, other, &why, said_at).await?;
        moved.push(Contradiction { link: Link { other, was_there: !is_new }, why, said_at });
    }
    Ok(moved)
}

/// Back again. `false`: it is said otherwise by now, or not any more.
///
/// # Errors
/// When the database fails.
pub async fn contradiction_back(tx: &mut Tx, moved: &Contradiction, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    let (a, b) = in_order(to, moved.link.other);
    let is_there = match moved.link.was_there {
        // The two contradicted each other: what became one could not say so.
        true if moved.link.other == to => true,
        // In other words, maybe.
        true => {
            let count: i64 = on!(tx, |c| sqlx::query_scalar(SAID).bind(a).bind(b).fetch_one(c).await)?;
            count > 0
        }
        false => execute!(tx, UNSAY, a, b, &moved.why)? > 0,
    };
    if !is_there {
        return Ok(false);
    }
    say(tx, from, moved.link.other, &moved.why, moved.said_at).await.map(|_| true)
}

async fn say(tx: &mut Tx, one: EntryId, other: EntryId, why: &str, at: i64) -> sqlx::Result<bool> {
    let (a, b) = in_order(one, other);
    Ok(execute!(tx, CONTRADICT, a, b, why, at)? == 1)
}

fn in_order(one: EntryId, other: EntryId) -> (String, String) {
    (one.min(other).to_string(), one.max(other).to_string())
}

/// What belongs to an organisation belongs to another.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn entries(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<Vec<EntryId>> {
    let ids: Vec<String> = on!(tx, |c| sqlx::query_scalar(ENTRIES).bind(from.to_string()).bind(to.to_string()).fetch_all(c).await)?;
    ids.iter().map(|id| super::read(id)).collect()
}

/// Back again. `false`: it belongs to another by now.
///
/// # Errors
/// When the database fails.
pub async fn entry_back(tx: &mut Tx, entry: EntryId, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, ENTRY_BACK, entry.to_string(), to.to_string(), from.to_string())? == 1)
}

/// Who belongs to an organisation belongs to another, and may do there at least as much. Mails on their way go with them.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn members(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<Vec<Member>> {
    let rows: Vec<(String, String, i64, Option<String>)> =
        on!(tx, |c| sqlx::query_as(MEMBERS).bind(from.to_string()).bind(to.to_string()).fetch_all(c).await)?;
    let mut moved = vec![];
    for (account, role, since, before) in rows {
        let is_owner = role == "owner" || before.as_deref() == Some("owner");
        let after = if is_owner { "owner" } else { "editor" };
        execute!(tx, JOIN, &account, to.to_string(), after, since)?;
        execute!(tx, LEAVE, &account, from.to_string())?;
        moved.push(Member { account: super::read(&account)?, role, before, after: after.into(), since });
    }
    execute!(tx, MAILS, from.to_string(), to.to_string())?;
    Ok(moved)
}

/// Whether somebody manages the members of an organisation.
///
/// # Errors
/// When the database fails.
pub async fn is_owned(tx: &mut Tx, organisation: EntryId) -> sqlx::Result<bool> {
    Ok(count_besides(tx, OWNED, organisation, "").await? > 0)
}

/// Back again. `false`: some left meanwhile, or were given another role; or one has to stay, too, as nobody else would
/// manage those who stay (`is_managed`), or manages those who came back, as their owner left.
///
/// # Errors
/// When the database fails.
pub async fn members_back(tx: &mut Tx, members: &[Member], from: EntryId, to: EntryId, is_managed: bool) -> sqlx::Result<bool> {
    let mut back: Vec<&Member> = vec![];
    for member in members {
        let (account, to) = (member.account.to_string(), to.to_string());
        let now: Option<String> = on!(tx, |c| sqlx::query_scalar(ROLE).bind(&account).bind(&to).fetch_optional(c).await)?;
        if now.as_deref() == Some(&member.after) {
            back.push(member);
        }
    }
    let mut is_whole = back.len() == members.len();
    // Owners last: those whom they manage may go with them.
    back.sort_by_key(|member| (member.after == "owner", member.since));
    for member in &back {
        execute!(tx, JOIN, member.account.to_string(), from.to_string(), &member.role, member.since)?;
        is_whole &= leave(tx, member, to, is_managed).await?;
    }
    let was_managed = members.iter().any(|member| member.role == "owner");
    if let (true, Some(oldest)) = (was_managed && !is_owned(tx, from).await?, back.iter().min_by_key(|member| member.since)) {
        execute!(tx, JOIN, oldest.account.to_string(), from.to_string(), "owner", oldest.since)?;
        is_whole = false;
    }
    Ok(is_whole)
}

/// Leaves the organisation that stays, or is there what they were. `false`: they are needed there as they are.
async fn leave(tx: &mut Tx, member: &Member, organisation: EntryId, is_managed: bool) -> sqlx::Result<bool> {
    let account = member.account.to_string();
    let goes_on = member.before.is_some() || count_besides(tx, OTHERS, organisation, &account).await? > 0;
    let stays_owner = member.after != "owner" || member.before.as_deref() == Some("owner");
    if is_managed && goes_on && !stays_owner && count_besides(tx, OWNED, organisation, &account).await? == 0 {
        return Ok(false);
    }
    match &member.before {
        Some(before) => execute!(tx, JOIN, &account, organisation.to_string(), before, member.since)?,
        None => execute!(tx, LEAVE, &account, organisation.to_string())?,
    };
    Ok(true)
}

async fn count_besides(tx: &mut Tx, sql: &'static str, organisation: EntryId, account: &str) -> sqlx::Result<i64> {
    on!(tx, |c| sqlx::query_scalar(sql).bind(organisation.to_string()).bind(account).fetch_one(c).await)
}

/// Who says that an organisation is theirs says so of another.
///
/// # Errors
/// When the database fails.
pub async fn claims(tx: &mut Tx, from: EntryId, to: EntryId, at: Timestamp) -> sqlx::Result<Asked> {
    asked(tx, (CLAIMS, END_CLAIMS), from, to, at).await
}

/// Who was invited to an organisation is invited to another.
///
/// # Errors
/// When the database fails.
pub async fn invitations(tx: &mut Tx, from: EntryId, to: EntryId, at: Timestamp) -> sqlx::Result<Asked> {
    asked(tx, (INVITATIONS, END_INVITATIONS), from, to, at).await
}

async fn asked(tx: &mut Tx, (go, end): (&'static str, &'static str), from: EntryId, to: EntryId, at: Timestamp) -> sqlx::Result<Asked> {
    let (from, to) = (from.to_string(), to.to_string());
    let moved = on!(tx, |c| sqlx::query_scalar(go).bind(&from).bind(&to).fetch_all(c).await)?;
    let ended = on!(tx, |c| sqlx::query_scalar(end).bind(&from).bind(at.0).fetch_all(c).await)?;
    Ok(Asked { moved, ended })
}

/// Claims back again. `false`: one of them is not there any more.
///
/// # Errors
/// When the database fails.
pub async fn claims_back(tx: &mut Tx, asked: &Asked, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    asked_back(tx, (CLAIM_BACK, REOPEN_CLAIM), asked, from, to).await
}

/// Invitations back again. `false`: one of them was accepted meanwhile, or is over.
///
/// # Errors
/// When the database fails.
pub async fn invitations_back(tx: &mut Tx, asked: &Asked, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    asked_back(tx, (INVITATION_BACK, REOPEN_INVITATION), asked, from, to).await
}

async fn asked_back(
    tx: &mut Tx,
    (back, reopen): (&'static str, &'static str),
    asked: &Asked,
    from: EntryId,
    to: EntryId,
) -> sqlx::Result<bool> {
    let mut all = true;
    for id in &asked.moved {
        all &= execute!(tx, back, id, to.to_string(), from.to_string())? == 1;
    }
    for id in &asked.ended {
        all &= execute!(tx, reopen, id, from.to_string())? == 1;
    }
    Ok(all)
}

/// What readers reported of an entry and nobody answered is of another.
///
/// # Errors
/// When the database fails.
pub async fn reports(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<Vec<String>> {
    on!(tx, |c| sqlx::query_scalar(REPORTS).bind(from.to_string()).bind(to.to_string()).fetch_all(c).await)
}

/// Back again. `false`: somebody answered meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn report_back(tx: &mut Tx, report: &str, from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, REPORT_BACK, report, to.to_string(), from.to_string())? == 1)
}

/// What readers suggested for an entry, and nobody decided on, is for another; with the numbers they had.
///
/// # Errors
/// When the database fails.
pub async fn suggestions(tx: &mut Tx, from: EntryId, to: EntryId) -> sqlx::Result<Vec<(String, Option<i64>)>> {
    let all: Vec<(String, Option<i64>)> = on!(tx, |c| sqlx::query_as(SUGGESTIONS).bind(from.to_string()).fetch_all(c).await)?;
    for (id, _) in &all {
        execute!(tx, SUGGESTION, id, to.to_string())?;
    }
    Ok(all)
}

/// Back again. `false`: somebody decided on it meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn suggestion_back(tx: &mut Tx, (id, number): &(String, Option<i64>), from: EntryId, to: EntryId) -> sqlx::Result<bool> {
    Ok(execute!(tx, SUGGESTION_BACK, id, to.to_string(), from.to_string(), *number)? == 1)
}
