//! Titles that an entry is also known by: a lesson by the projects it came from, an organisation by its projects.

use super::{Tx, entries::Entry, on, statements};
use domain::{id::EntryId, vocabulary::Kind};
use std::collections::HashMap;

/// Ids looked up by one statement.
const CHUNK: usize = 20;

statements! {
    OF_LESSONS = "SELECT l.lesson_id, p.title FROM lesson_project l
                  JOIN entry p ON p.id = l.project_id AND p.state IN ('published', 'archived')
                  WHERE l.lesson_id IN ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)
                  ORDER BY l.lesson_id, p.id";
    // The newest fifty of each.
    OF_ORGANISATIONS = "SELECT organisation_id, title FROM
                        (SELECT organisation_id, title, id, ROW_NUMBER() OVER (PARTITION BY organisation_id ORDER BY id DESC) AS place
                         FROM entry WHERE kind = 'project' AND state IN ('published', 'archived') AND organisation_id IN
                         ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)) AS project
                        WHERE place <= 50 ORDER BY organisation_id, id";
}

/// The titles, by entry.
///
/// # Errors
/// When the database fails or an id cannot be read.
pub async fn titles(tx: &mut Tx, of: &[Entry]) -> sqlx::Result<HashMap<EntryId, Vec<String>>> {
    let mut titles: HashMap<EntryId, Vec<String>> = HashMap::new();
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
            for (id, title) in rows {
                let id: EntryId = id.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
                titles.entry(id).or_default().push(title);
            }
        }
    }
    Ok(titles)
}
