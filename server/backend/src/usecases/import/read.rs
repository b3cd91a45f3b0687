//! Reading files of the interchange format into documents, line by line.

use super::LineError;
use domain::{FieldError, Problem, entry::Document, limits, text::Slug, vocabulary::Kind};
use serde_json::Value;
use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

/// File names and what they hold, in the order in which they refer to each other. `None`: contradictions.
const FILES: [(&str, Option<Kind>); 4] = [
    ("organisations.jsonl", Some(Kind::Organisation)),
    ("projects.jsonl", Some(Kind::Project)),
    ("lessons.jsonl", Some(Kind::Lesson)),
    ("contradictions.jsonl", None),
];

/// What was read from one path.
#[derive(Debug, Default)]
pub struct Reading {
    /// By file.
    pub batches: Vec<Batch>,
    /// Lines that cannot be understood.
    pub errors: Vec<LineError>,
}

/// The lines of one file.
#[derive(Debug)]
pub struct Batch {
    /// The file as it was named.
    pub file: PathBuf,
    /// Its good lines.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Debug)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    /// What it says.
    pub content: Content,
}

/// What a line says.
#[derive(Debug)]
pub enum Content {
    /// An entry of this address.
    Entry(Slug, Box<Document>),
    /// Two lessons contradict each other.
    Contradiction(Contradiction),
}

/// Two lessons, and why they pull in different directions.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// One lesson.
    pub a: Slug,
    /// The other.
    pub b: Slug,
    /// Why.
    pub why: domain::text::Summary,
}

impl domain::document::Check for Contradiction {
    fn check(&self) -> Vec<FieldError> {
        let same = self.a == self.b;
        same.then(|| FieldError::new("b", Problem::malformed("a lesson cannot contradict itself"))).into_iter().collect()
    }
}

/// Reads a folder with files of the four names, or one such file.
///
/// # Errors
/// When a file cannot be read, or there is none. Wrong lines are collected, not errors here.
pub fn read(path: &Path) -> io::Result<Reading> {
    let mut reading = Reading::default();
    fs::metadata(path).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
    for (name, kind) in FILES {
        let file = if path.is_dir() { path.join(name) } else { path.to_owned() };
        if file.ends_with(name) && file.exists() {
            let text = fs::read_to_string(&file).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", file.display())))?;
            read_file(&mut reading, file, kind, &text);
        }
    }
    if reading.batches.is_empty() {
        let names = FILES.map(|(name, _)| name).join(", ");
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("{}: found none of {names}", path.display())));
    }
    Ok(reading)
}

fn read_file(reading: &mut Reading, file: PathBuf, kind: Option<Kind>, text: &str) {
    let mut seen = HashSet::new();
    let mut lines = vec![];
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = index + 1;
        match read_line(kind, line, &mut seen) {
            Ok(content) => lines.push(Line { number, content }),
            Err(errors) => {
                reading.errors.extend(errors.into_iter().map(|error| LineError { file: file.clone(), line: number, error }));
            }
        }
    }
    reading.batches.push(Batch { file, lines });
}

fn read_line(kind: Option<Kind>, line: &str, seen: &mut HashSet<Slug>) -> Result<Content, Vec<FieldError>> {
    let wrong = |problem| vec![FieldError::new("(line)", problem)];
    let value: Value = serde_json::from_str(line).map_err(|e| wrong(Problem::malformed(format!("not JSON: {e}"))))?;
    let Some(kind) = kind else { return domain::document::parse(value).map(Content::Contradiction) };
    let Value::Object(mut object) = value else { return Err(wrong(Problem::malformed("expected an object"))) };
    let slug = slug(object.remove("id")).map_err(|problem| vec![FieldError::new("id", problem)])?;
    if !seen.insert(slug.clone()) {
        return Err(vec![FieldError::new("id", Problem::malformed(format!("\"{slug}\" stands twice in this file")))]);
    }
    let document = Document::parse(kind, Value::Object(object))?;
    Ok(Content::Entry(slug, Box::new(document)))
}

fn slug(id: Option<Value>) -> Result<Slug, Problem> {
    match id {
        Some(Value::String(text)) if text.len() <= limits::SLUG => text.parse(),
        Some(Value::String(text)) => Err(Problem::TooLong { max: limits::SLUG, actual: text.len() }),
        Some(_) => Err(Problem::malformed("expected text")),
        None => Err(Problem::Required),
    }
}
