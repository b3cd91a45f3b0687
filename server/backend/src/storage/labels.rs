//! What moderators call the values of vocabularies.

use super::{Tx, execute, on, statements};
use domain::{
    time::Timestamp,
    vocabulary::Choice,
    words::{Labels, Named, Vocabulary},
};

statements! {
    LIST = "SELECT vocabulary, value, de, en, about_de, about_en, version FROM value_label";
    INSERT = "INSERT INTO value_label (vocabulary, value, version, de, en, about_de, about_en, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
              ON CONFLICT (vocabulary, value) DO NOTHING";
    CHANGE = "UPDATE value_label SET de = $4, en = $5, about_de = $6, about_en = $7, changed_at = $8, version = version + 1
              WHERE vocabulary = $1 AND value = $2 AND version = $3";
}

#[derive(sqlx::FromRow)]
struct Row {
    vocabulary: String,
    value: String,
    de: String,
    en: String,
    about_de: String,
    about_en: String,
    version: i64,
}

/// All of them, each with what guards the next write.
///
/// # Errors
/// When the database fails.
pub async fn list(tx: &mut Tx) -> sqlx::Result<Vec<(&'static Choice, Named, i64)>> {
    let rows: Vec<Row> = on!(tx, |c| sqlx::query_as(LIST).fetch_all(c).await)?;
    // A value that a later release knew is not there.
    let known = rows.into_iter().filter_map(|row| {
        let choice = Vocabulary::named(&row.vocabulary)?.choice(&row.value)?;
        Some((choice, Named { de: row.de, en: row.en, about_de: row.about_de, about_en: row.about_en }, row.version))
    });
    Ok(known.collect())
}

/// All of them.
///
/// # Errors
/// When the database fails.
pub async fn all(tx: &mut Tx) -> sqlx::Result<Labels> {
    let mut labels = Labels::default();
    for (choice, named, _) in list(tx).await? {
        labels.put(choice, named);
    }
    Ok(labels)
}

/// Names a value; `version` is 0 where moderators gave it no name yet. `false`: somebody else did meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn put(tx: &mut Tx, choice: &Choice, named: &Named, version: i64, at: Timestamp) -> sqlx::Result<bool> {
    let (statement, version) = if version == 0 { (INSERT, 1) } else { (CHANGE, version) };
    let Named { de, en, about_de, about_en } = named;
    Ok(execute!(tx, statement, choice.of, choice.id, version, de, en, about_de, about_en, at.0)? == 1)
}
