//! What projects say that an entry is also known by: a lesson by the projects it came from, an organisation by its own.

use super::{Tx, entries::Entry, on, statements};
use domain::{id::EntryId, vocabulary::Kind};
use serde::Deserialize;
use std::collections::HashMap;

/// Ids looked up by one statement.
const CHUNK: usize = 20;

statements! {
    OF_LESSONS = "SELECT l.lesson_id, r.document FROM lesson_project l
                  JOIN entry p ON p.id = l.project_id AND p.state IN ('published', 'archived')
                  JOIN revision r ON r.entry_id = p.id AND r.state = 'published'
                  WHERE l.lesson_id IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)
                  ORDER BY l.lesson_id, p.id";
    // The newest fifty of each. The kind is no plain column here: SQLite would go by it, through all projects each time.
    OF_ORGANISATIONS = "SELECT p.organisation_id, r.document FROM
                        (SELECT organisation_id, id, ROW_NUMBER() OVER (PARTITION BY organisation_id ORDER BY id DESC) AS place
                         FROM entry WHERE kind || '' = 'project' AND state IN ('published', 'archived') AND organisation_id IN
                         ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)) AS p
                        JOIN revision r ON r.entry_id = p.id AND r.state = 'published'
                        WHERE p.place <= 50 ORDER BY p.organisation_id, p.id";
}

/// What of a project's document says what it is about.
#[derive(Deserialize)]
struct About {
    title: String,
    summary: String,
    #[serde(default)]
    target_groups: Vec<String>,
}

/// Titles, summaries and target groups of the projects, by entry.
///
/// # Errors
/// When the database fails or a row cannot be read.
pub async fn texts(tx: &mut Tx, of: &[Entry]) -> sqlx::Result<HashMap<EntryId, Vec<String>>> {
    let mut texts: HashMap<EntryId, Vec<String>> = HashMap::new();
    for (kind, statement) in [(Kind::Lesson, OF_LESSONS), (Kind::Organisation, OF_ORGANISATIONS)] {
        let ids: Vec<EntryId> = of.iter().filter(|entry| entry.kind == kind).map(|entry| entry.id).collect();
        for chunk in ids.chunks(CHUNK) {
            let rows: Vec<(String, String)> = on!(tx, |c| {
                let mut query = sqlx::query_as(statement);
                for slot in 0..CHUNK {
                    query = query.bind(chunk.get(slot).map(ToString::to_string).unwrap_or_default());
                }
                query.fetch_all(c).await
            })?;
            for (id, document) in rows {
                let id: EntryId = id.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
                let about: About = serde_json::from_str(&document).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
                texts.entry(id).or_default().extend([about.title, about.summary].into_iter().chain(about.target_groups));
            }
        }
    }
    Ok(texts)
}
