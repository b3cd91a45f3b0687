//! Large directories for benchmarks: the sample, over and over, at other places. Real words, real facets.

use super::{TestBackend, import_from, sample, sqlite};
use crate::{Backend, clock::Clock, search::document::IndexDocument};
use domain::{geo::Point, id::EntryId};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

/// Files of the sample in the order in which they refer to each other, and what their lines call a title.
const FILES: [(&str, &str); 3] = [("organisations", "name"), ("projects", "title"), ("lessons", "title")];
/// Where lines name other entries: one, or a list of them.
const REFERENCES: [&str; 4] = ["id", "organisation", "project", "projects"];

/// Passages that copies have from elsewhere.
const PASSAGES: [&str; 4] = ["problem", "solution", "context", "recommendation"];

/// The slug of an organisation to which 2 % of all entries belong.
pub const GIANT: &str = "giant";
/// Of projects and lessons, which are seven tenths of all entries, one in so many belongs to it.
const GIANT_STEP: u64 = 35;

/// `size` index documents, cycling through those of the sample.
#[must_use]
pub fn index_documents(sample: &[IndexDocument], size: usize) -> Vec<IndexDocument> {
    let entries = sample.iter().cycle().take(size).zip(0..);
    entries
        .map(|(entry, n)| IndexDocument {
            id: EntryId(uuid::Uuid::from_u128(u128::from(n) + 1)),
            point: entry.point.map(|point| moved(point, n)),
            ..entry.clone()
        })
        .collect()
}

/// A backend on SQLite with at least `size` entries in database, search and map.
///
/// # Panics
/// Where it cannot be made.
pub async fn with_entries(size: usize) -> TestBackend {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), size).expect("the sample in many copies");
    let database = sqlite();
    let backend = Backend::open(&database.url, database.dir.path(), None, Clock::fixed(super::NOON)).await.expect("a backend");
    let report = import_from(&backend, folder.path()).await.expect("the copies can be imported");
    assert_eq!(report.errors, []);
    // Only now: whole indexes are built faster at once than followed.
    backend.indexer.start(&mut |_, _| ()).await.expect("indexes");
    TestBackend { backend, database }
}

/// Writes files for an import of at least `size` entries.
///
/// # Errors
/// Where the sample cannot be read or the folder not written.
pub fn write(folder: &Path, size: usize) -> io::Result<()> {
    let mut lines = vec![];
    for (file, title) in FILES {
        let text = fs::read_to_string(sample().join(file).with_extension("jsonl"))?;
        let documents = text.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
        lines.push((file, title, documents));
    }
    let rounds = size.div_ceil(lines.iter().map(|(_, _, documents)| documents.len()).sum());
    for (file, title, documents) in lines {
        let mut to = BufWriter::new(File::create(folder.join(file).with_extension("jsonl"))?);
        if file == "organisations" {
            writeln!(to, "{}", json!({"id": GIANT, "name": "Giant", "kind": "welfare-association"}))?;
        }
        for round in 0..rounds as u64 {
            for n in round * documents.len() as u64..(round + 1) * documents.len() as u64 {
                let mut copy = copy(&documents, title, round, n);
                if round > 0 && file != "organisations" && n.is_multiple_of(GIANT_STEP) {
                    copy["organisation"] = json!(GIANT);
                }
                writeln!(to, "{copy}")?;
            }
        }
        to.flush()?;
    }
    Ok(())
}

/// The line of a document in a round of its own: it refers to entries of the same round. The first is the sample itself.
fn copy(all: &[Value], title: &str, round: u64, n: u64) -> Value {
    let mut copy = all[n as usize % all.len()].clone();
    if round == 0 {
        return copy;
    }
    for name in REFERENCES {
        match copy.get_mut(name) {
            Some(Value::String(slug)) => slug.push_str(&format!("-{round}")),
            Some(Value::Array(slugs)) => {
                slugs.iter_mut().for_each(|slug| *slug = json!(format!("{}-{round}", slug.as_str().unwrap_or_default())))
            }
            _ => {}
        }
    }
    copy[title] = json!(format!("{} ({round})", copy[title].as_str().unwrap_or_default()));
    // Passages of other entries, so that words meet in ever new ways, and words that are nowhere else.
    for (passage, salt) in PASSAGES.into_iter().zip(1..) {
        if copy[passage].is_string() {
            let other = (n + round * salt * 7) as usize % all.len();
            copy[passage] = json!(format!("{} {}.", all[other][passage].as_str().unwrap_or_default(), coined(all, title, n * salt)));
        }
    }
    if let (Some(lat), Some(lon)) = (copy["lat"].as_f64(), copy["lon"].as_f64()) {
        let point = moved(Point { lat, lon }, n);
        (copy["lat"], copy["lon"], copy["precision"]) = (json!(point.lat), json!(point.lon), json!("address"));
    }
    copy
}

/// A compound of words from two titles.
fn coined(all: &[Value], title: &str, n: u64) -> String {
    let word = |n: u64| {
        let words = all[n as usize % all.len()][title].as_str().unwrap_or_default().split(|c: char| !c.is_alphabetic());
        words.max_by_key(|word| word.len()).unwrap_or_default().to_lowercase()
    };
    format!("{}{}", word(n.wrapping_mul(31)), word(n.wrapping_mul(17) / 5 + 3))
}

/// A point up to about 300 km away.
fn moved(point: Point, n: u64) -> Point {
    let share = |salt: u64| (n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(salt).rotate_left(31) % 1_000) as f64 / 1_000.0;
    Point { lat: (point.lat + (share(1) - 0.5) * 5.0).clamp(-85.0, 85.0), lon: (point.lon + (share(7) - 0.5) * 6.0).clamp(-180.0, 180.0) }
}
