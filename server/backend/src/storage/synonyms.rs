//! Words of one meaning, as moderators keep them.

use super::{Tx, on, statements};

statements! {
    GROUPS = "SELECT words FROM synonym_group ORDER BY id";
}

/// All groups.
///
/// # Errors
/// When the database fails or a group cannot be read.
pub async fn groups(tx: &mut Tx) -> sqlx::Result<Vec<Vec<String>>> {
    let rows: Vec<String> = on!(tx, |c| sqlx::query_scalar(GROUPS).fetch_all(c).await)?;
    rows.iter().map(|words| serde_json::from_str(words).map_err(|error| sqlx::Error::Decode(Box::new(error)))).collect()
}
