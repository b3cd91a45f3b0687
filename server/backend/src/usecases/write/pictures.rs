//! The pictures of a project.

use super::{Saved, is_editable, json, open_revision, writable};
use crate::{
    Backend,
    failure::Result,
    files::Files,
    storage::{Tx, drafts, drafts::Revision, unused_files},
};
use domain::{
    Error, FieldError, Problem,
    account::Actor,
    form::text_of,
    id::EntryId,
    limits,
    picture::Picture,
    text::{Line, MaybeLine},
    vocabulary::Kind,
};
use serde_json::{Value, json};

/// How often a picture is put to others' while somebody else saves.
const TRIES: usize = 5;

/// What is said of a picture.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
    /// Who made it; may be empty.
    pub credit: &'a str,
}

impl Words<'_> {
    /// Every problem, and the rest where there is none.
    fn read(self) -> std::result::Result<(Line, MaybeLine), Vec<FieldError>> {
        match (Line::parse(self.alt), MaybeLine::parse(self.credit)) {
            (Ok(alt), Ok(credit)) => Ok((alt, credit)),
            (alt, credit) => {
                let wrong = [("alt", alt.err()), ("credit", credit.err())];
                Err(wrong.into_iter().filter_map(|(field, problem)| Some(FieldError::new(field, problem?))).collect())
            }
        }
    }
}

/// Puts a picture to those of a draft: JPEG, PNG or WebP as it was sent. The same picture again gets the new words.
///
/// It is put to what is there, whatever that is by now: somebody who writes elsewhere in the draft is in nobody's way.
///
/// # Errors
/// [`Error::Invalid`] with all that is wrong with `file`, `alt` and `credit`; [`Error::Conflict`] where it is no draft.
pub async fn add_picture(backend: &Backend, actor: &Actor, id: EntryId, sent: Vec<u8>, words: Words<'_>) -> Result<()> {
    let count = images(&draft(&mut backend.db.read().await?, actor, id).await?).len();
    let file = match sent.is_empty() {
        _ if count >= limits::PICTURES => Err(Problem::TooMany { max: limits::PICTURES }),
        true => Err(Problem::Required),
        false => Files::glance(&sent),
    };
    let (alt, credit) = match (file, words.read()) {
        (Ok(()), Ok(words)) => words,
        (file, words) => {
            let file = file.err().map(|problem| FieldError::new("file", problem));
            return Err(file.into_iter().chain(words.err().into_iter().flatten()).collect::<Vec<_>>().into());
        }
    };
    // First the file, then the words that name it.
    let file = backend.files.keep_picture(sent, async |picture| announce(backend, picture).await).await?.to_string();
    let image = image(&file, &alt, &credit);
    for _ in 0..TRIES {
        let saved = change(backend, actor, id, None, |images| {
            match images.iter().position(|image| image["file"] == *file) {
                Some(same) => images[same] = image.clone(),
                None if images.len() >= limits::PICTURES => {
                    return Err(vec![FieldError::new("file", Problem::TooMany { max: limits::PICTURES })].into());
                }
                None => images.push(image.clone()),
            }
            Ok(())
        });
        if let Saved::As(_) = saved.await? {
            return Ok(());
        }
    }
    Err(Error::Conflict.into())
}

/// Says something else of a picture. `version` is the one that whoever typed had before them.
///
/// # Errors
/// [`Error::Invalid`] of `alt` and `credit`; [`Error::NotFound`] where the picture is gone; [`Error::Conflict`] where it
/// is no draft.
pub async fn describe_picture(backend: &Backend, actor: &Actor, id: EntryId, file: &str, words: Words<'_>, version: i64) -> Result<Saved> {
    draft(&mut backend.db.read().await?, actor, id).await?;
    let (alt, credit) = words.read()?;
    change(backend, actor, id, Some(version), |images| {
        let described = images.iter_mut().find(|image| image["file"] == file).ok_or(Error::NotFound)?;
        *described = image(file, &alt, &credit);
        Ok(())
    })
    .await
}

/// Which way a picture goes among the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Shown before the one that is before it.
    Up,
    /// Shown after the one that is after it.
    Down,
}

/// Moves a picture by one place, and keeps what is said of it as [`describe_picture`] does: whoever typed and then pressed
/// the arrow loses nothing. Nothing moves beyond the ends.
///
/// # Errors
/// As [`describe_picture`].
pub async fn move_picture(
    backend: &Backend,
    actor: &Actor,
    id: EntryId,
    (file, way): (&str, Way),
    words: Words<'_>,
    version: i64,
) -> Result<Saved> {
    draft(&mut backend.db.read().await?, actor, id).await?;
    let (alt, credit) = words.read()?;
    change(backend, actor, id, Some(version), |images| {
        let at = images.iter().position(|image| image["file"] == file).ok_or(Error::NotFound)?;
        images[at] = image(file, &alt, &credit);
        match way {
            Way::Up if at > 0 => images.swap(at, at - 1),
            Way::Down if at + 1 < images.len() => images.swap(at, at + 1),
            Way::Up | Way::Down => {}
        }
        Ok(())
    })
    .await
}

/// Takes a picture out of a draft; nothing happens where it is out already. What is public keeps it until the draft is.
///
/// # Errors
/// [`Error::Conflict`] where it is no draft.
pub async fn remove_picture(backend: &Backend, actor: &Actor, id: EntryId, file: &str) -> Result<()> {
    for _ in 0..TRIES {
        let saved = change(backend, actor, id, None, |images| {
            images.retain(|image| image["file"] != file);
            Ok(())
        });
        if let Saved::As(_) = saved.await? {
            return Ok(());
        }
    }
    Err(Error::Conflict.into())
}

/// No document names it yet, and it is not to be swept.
async fn announce(backend: &Backend, picture: &Picture) -> Result<()> {
    let mut tx = backend.db.write().await?;
    unused_files::sent(&mut tx, &picture.to_string(), backend.clock.now()).await?;
    Ok(tx.commit().await?)
}

fn image(file: &str, alt: &str, credit: &MaybeLine) -> Value {
    let mut image = json!({"file": file, "alt": alt});
    if let Some(credit) = credit.given() {
        image["credit"] = credit.into();
    }
    image
}

/// The draft of a project.
async fn draft(tx: &mut Tx, actor: &Actor, id: EntryId) -> Result<Revision> {
    let entry = writable(tx, actor, id).await?;
    if entry.kind != Kind::Project {
        return Err(Error::NotFound.into());
    }
    Ok(open_revision(tx, id).await?.filter(|revision| is_editable(revision.state)).ok_or(Error::Conflict)?)
}

fn images(draft: &Revision) -> Vec<Value> {
    draft.document.get("images").and_then(Value::as_array).cloned().unwrap_or_default()
}

/// Changes the pictures of the draft as it stands; of the one that was seen, where its version is given.
async fn change(
    backend: &Backend,
    actor: &Actor,
    id: EntryId,
    seen: Option<i64>,
    change: impl FnOnce(&mut Vec<Value>) -> Result<()>,
) -> Result<Saved> {
    let mut tx = backend.db.write().await?;
    let draft = draft(&mut tx, actor, id).await?;
    let (before, mut document) = (images(&draft), draft.document);
    let mut images = before.clone();
    change(&mut images)?;
    if images == before {
        return Ok(Saved::As(draft.version));
    }
    if seen.is_some_and(|seen| seen != draft.version) {
        return Ok(Saved::Overtaken(draft.version));
    }
    match images.is_empty() {
        true => document.remove("images"),
        false => document.insert("images".to_owned(), images.clone().into()),
    };
    if !drafts::save(&mut tx, draft.id, draft.version, &json(&document)?, &actor.label(), backend.clock.now()).await? {
        return Ok(Saved::Overtaken(draft.version));
    }
    for image in images.iter().filter(|image| !before.contains(image)) {
        unused_files::forget(&mut tx, &text_of(image, "file")).await?;
    }
    tx.commit().await?;
    Ok(Saved::As(draft.version + 1))
}
