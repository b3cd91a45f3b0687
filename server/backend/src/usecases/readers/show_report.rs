//! Where a report stands, for those who have its link.

use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::reports::{self, Report},
};
use domain::{Error, account::Actor};

/// The report with this link.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or none any more.
pub async fn show_report(backend: &Backend, _actor: &Actor, link: &str) -> Result<Report> {
    let link = Secret::given(link);
    if !link.is_whole() {
        return Err(Error::NotFound.into());
    }
    Ok(reports::by_link(&mut backend.db.read().await?, &link.hash("")).await?.ok_or(Error::NotFound)?)
}
