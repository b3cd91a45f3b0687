//! Reasons that moderators keep to choose from.

use super::may_decide;
use crate::{
    Backend,
    failure::Result,
    storage::templates::{self, Template},
};
use domain::{Error, FieldError, Problem, account::Actor, limits, text::Text};

/// What was typed.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct Typed<'a> {
    pub title_de: &'a str,
    pub title_en: &'a str,
    pub text_de: &'a str,
    pub text_en: &'a str,
}

impl Typed<'_> {
    /// With all that is wrong.
    fn read(&self, id: String, version: i64) -> std::result::Result<Template, Vec<FieldError>> {
        let mut wrong = vec![];
        let mut take = |field: &str, read: std::result::Result<String, Problem>| {
            read.map_err(|problem| wrong.push(FieldError::new(field, problem))).unwrap_or_default()
        };
        let title = |text| Text::<1, { limits::TITLE }>::parse(text).map(|text| text.to_string());
        // Room is left for what is added.
        let text = |text| Text::<1, { limits::REASON / 2 }>::parse(text).map(|text| text.to_string());
        let template = Template {
            id,
            title_de: take("title_de", title(self.title_de)),
            title_en: take("title_en", title(self.title_en)),
            text_de: take("text_de", text(self.text_de)),
            text_en: take("text_en", text(self.text_en)),
            version,
        };
        if wrong.is_empty() { Ok(template) } else { Err(wrong) }
    }
}

/// All of them.
///
/// # Errors
/// [`Error::Forbidden`] of those who do not decide.
pub async fn list_templates(backend: &Backend, actor: &Actor) -> Result<Vec<Template>> {
    may_decide(actor)?;
    Ok(templates::list(&mut backend.db.read().await?).await?)
}

/// Adds one.
///
/// # Errors
/// [`Error::Invalid`] on its fields, or as a whole where there are as many as there may be.
pub async fn add_template(backend: &Backend, actor: &Actor, typed: &Typed<'_>) -> Result<()> {
    may_decide(actor)?;
    let template = typed.read(backend.clock.fresh_id(), 1)?;
    let mut tx = backend.db.write().await?;
    if templates::list(&mut tx).await?.len() >= limits::TEMPLATES {
        return Err(vec![FieldError::new("", Problem::TooMany { max: limits::TEMPLATES })].into());
    }
    templates::insert(&mut tx, &template, backend.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// Changes one that is as it was when it was read.
///
/// # Errors
/// [`Error::Invalid`] on its fields; [`Error::Conflict`] where somebody changed or removed it.
pub async fn change_template(backend: &Backend, actor: &Actor, id: &str, version: i64, typed: &Typed<'_>) -> Result<()> {
    may_decide(actor)?;
    let template = typed.read(id.to_owned(), version)?;
    let mut tx = backend.db.write().await?;
    if !templates::change(&mut tx, &template).await? {
        return Err(Error::Conflict.into());
    }
    Ok(tx.commit().await?)
}

/// Removes one. What was written with it stays.
///
/// # Errors
/// [`Error::Conflict`] where somebody changed or removed it.
pub async fn remove_template(backend: &Backend, actor: &Actor, id: &str, version: i64) -> Result<()> {
    may_decide(actor)?;
    let mut tx = backend.db.write().await?;
    if !templates::remove(&mut tx, id, version).await? {
        return Err(Error::Conflict.into());
    }
    Ok(tx.commit().await?)
}
