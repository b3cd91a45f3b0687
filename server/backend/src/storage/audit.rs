//! All that was done, over the whole directory.

use super::{Tx, on, statements};
use domain::id::AccountId;

/// A text in small letters. What SQLite calls that leaves all but ASCII as it is: letters of the languages around us follow one
/// by one. On PostgreSQL there is nothing left to do for them.
macro_rules! small {
    ($text:literal $(, $large:literal $small:literal)+) => {
        concat!($(small!(@open $large),)+ "LOWER(", $text, ")" $(, ", '", $large, "', '", $small, "')")+)
    };
    (@open $large:literal) => { "REPLACE(" };
}

/// The same with all letters that follow.
macro_rules! small_letters {
    ($text:literal) => {
        small!(
            $text, "À" "à", "Á" "á", "Â" "â", "Ã" "ã", "Ä" "ä", "Å" "å", "Æ" "æ", "Ç" "ç", "È" "è", "É" "é", "Ê" "ê", "Ë" "ë",
            "Ì" "ì", "Í" "í", "Î" "î", "Ï" "ï", "Ð" "ð", "Ñ" "ñ", "Ò" "ò", "Ó" "ó", "Ô" "ô", "Õ" "õ", "Ö" "ö", "Ø" "ø",
            "Ù" "ù", "Ú" "ú", "Û" "û", "Ü" "ü", "Ý" "ý", "Þ" "þ", "Ā" "ā", "Ă" "ă", "Ą" "ą", "Ć" "ć", "Č" "č", "Ď" "ď",
            "Đ" "đ", "Ē" "ē", "Ė" "ė", "Ę" "ę", "Ě" "ě", "Ğ" "ğ", "Ģ" "ģ", "Ī" "ī", "Į" "į", "Ķ" "ķ", "Ĺ" "ĺ", "Ļ" "ļ",
            "Ľ" "ľ", "Ł" "ł", "Ń" "ń", "Ņ" "ņ", "Ň" "ň", "Ō" "ō", "Ő" "ő", "Œ" "œ", "Ŕ" "ŕ", "Ř" "ř", "Ś" "ś", "Ş" "ş",
            "Š" "š", "Ţ" "ţ", "Ť" "ť", "Ū" "ū", "Ů" "ů", "Ű" "ű", "Ų" "ų", "Ź" "ź", "Ż" "ż", "Ž" "ž", "Ș" "ș", "Ț" "ț",
            "ẞ" "ß"
        )
    };
}

/// Actor, machine or person, action, kind, part of title or slug, from, to.
macro_rules! select {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM event v JOIN entry e ON e.id = v.entry_id LEFT JOIN revision r ON r.id = v.revision_id LEFT JOIN account a ON a.id = v.actor
             WHERE ($1 = '' OR v.actor = $1)
             AND ($2 = '' OR ($2 = 'person' AND v.actor LIKE '________-____-____-____-____________')
                          OR ($2 = 'machine' AND v.actor NOT LIKE '________-____-____-____-____________'))
             AND ($3 = '' OR v.action = $3) AND ($4 = '' OR e.kind = $4)
             AND ($5 = '' OR ",
            small_letters!("e.title"),
            " LIKE $5 ESCAPE '!' OR e.slug LIKE $5 ESCAPE '!') AND v.at >= $6 AND v.at < $7 ",
            $rest
        )
    };
}

statements! {
    LIST = select!(
        "v.id, v.at, v.actor, CASE WHEN a.is_moderator THEN a.email END AS email, v.action, v.reason, e.kind, e.slug, e.title, r.number",
        "ORDER BY v.at DESC, v.id DESC LIMIT $8 OFFSET $9");
    AFTER = select!(
        "v.id, v.at, v.actor, CASE WHEN a.is_moderator THEN a.email END AS email, v.action, v.reason, e.kind, e.slug, e.title, r.number",
        "AND (v.at < $8 OR (v.at = $8 AND v.id < $9)) ORDER BY v.at DESC, v.id DESC LIMIT $10");
    COUNT = select!("COUNT(*)", "");
    MODERATORS = "SELECT id, email FROM account WHERE is_moderator AND deleted_at IS NULL ORDER BY email";
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
#[expect(missing_docs, reason = "the columns of `event`, `entry` and `account`")]
pub struct Done {
    pub id: String,
    pub at: i64,
    pub actor: String,
    /// Of moderators only.
    pub email: Option<String>,
    pub action: String,
    pub reason: String,
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub number: Option<i64>,
}

/// What is asked, as it is bound.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the parameters of the statements above")]
pub struct Asked {
    pub actor: String,
    pub by: &'static str,
    pub action: String,
    pub kind: &'static str,
    pub entry: String,
    pub from: i64,
    pub to: i64,
}

macro_rules! asked {
    ($query:expr, $asked:expr) => {
        $query
            .bind(&$asked.actor)
            .bind($asked.by)
            .bind(&$asked.action)
            .bind($asked.kind)
            .bind(&$asked.entry)
            .bind($asked.from)
            .bind($asked.to)
    };
}

// The log of words is asked in the same way.
pub(super) use {asked, small, small_letters};

/// One page, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx, asked: &Asked, limit: i64, offset: i64) -> sqlx::Result<Vec<Done>> {
    on!(tx, |c| asked!(sqlx::query_as(LIST), asked).bind(limit).bind(offset).fetch_all(c).await)
}

/// The next `limit` behind the one of this time and id, newest first.
///
/// # Errors
/// When the database fails.
pub async fn after(tx: &mut Tx, asked: &Asked, (at, id): (i64, &str), limit: i64) -> sqlx::Result<Vec<Done>> {
    on!(tx, |c| asked!(sqlx::query_as(AFTER), asked).bind(at).bind(id).bind(limit).fetch_all(c).await)
}

/// How many there are.
///
/// # Errors
/// When the database fails.
pub async fn count(tx: &mut Tx, asked: &Asked) -> sqlx::Result<i64> {
    on!(tx, |c| asked!(sqlx::query_scalar(COUNT), asked).fetch_one(c).await)
}

/// Moderators by their address.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn moderators(tx: &mut Tx) -> sqlx::Result<Vec<(AccountId, String)>> {
    let rows: Vec<(String, String)> = on!(tx, |c| sqlx::query_as(MODERATORS).fetch_all(c).await)?;
    rows.into_iter().map(|(id, email)| Ok((super::read(&id)?, email))).collect()
}
