//! Reasons that are given again and again.

use super::{Tx, execute, on, statements};
use domain::{Lang, time::Timestamp};

statements! {
    LIST = "SELECT id, title_de, title_en, text_de, text_en, version FROM reason_template ORDER BY created_at, id LIMIT 200";
    BY_ID = "SELECT id, title_de, title_en, text_de, text_en, version FROM reason_template WHERE id = $1";
    INSERT = "INSERT INTO reason_template (id, title_de, title_en, text_de, text_en, created_at) VALUES ($1, $2, $3, $4, $5, $6)";
    CHANGE = "UPDATE reason_template SET title_de = $3, title_en = $4, text_de = $5, text_en = $6, version = version + 1
              WHERE id = $1 AND version = $2";
    REMOVE = "DELETE FROM reason_template WHERE id = $1 AND version = $2";
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Template {
    /// Its id.
    pub id: String,
    /// What it is called, in German.
    pub title_de: String,
    /// In English.
    pub title_en: String,
    /// What authors read, in German.
    pub text_de: String,
    /// In English.
    pub text_en: String,
    /// Guards the next write.
    pub version: i64,
}

impl Template {
    /// What it is called.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        if lang == Lang::De { &self.title_de } else { &self.title_en }
    }

    /// What authors read.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        if lang == Lang::De { &self.text_de } else { &self.text_en }
    }
}

/// All of them, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx) -> sqlx::Result<Vec<Template>> {
    on!(tx, |c| sqlx::query_as(LIST).fetch_all(c).await)
}

/// One of them.
///
/// # Errors
/// When the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> sqlx::Result<Option<Template>> {
    on!(tx, |c| sqlx::query_as(BY_ID).bind(id).fetch_optional(c).await)
}

/// Adds one.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &mut Tx, new: &Template, at: Timestamp) -> sqlx::Result<()> {
    execute!(tx, INSERT, &new.id, &new.title_de, &new.title_en, &new.text_de, &new.text_en, at.0).map(drop)
}

/// Changes one. `false`: somebody changed or removed it.
///
/// # Errors
/// When the database fails.
pub async fn change(tx: &mut Tx, new: &Template) -> sqlx::Result<bool> {
    Ok(execute!(tx, CHANGE, &new.id, new.version, &new.title_de, &new.title_en, &new.text_de, &new.text_en)? == 1)
}

/// Removes one. `false`: somebody changed or removed it.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &mut Tx, id: &str, version: i64) -> sqlx::Result<bool> {
    Ok(execute!(tx, REMOVE, id, version)? == 1)
}
