//! Where a report stands, for those who have its link.

use crate::{
    Backend,
    failure::Result,
    secret::Secret,
    storage::{
        entries,
        reports::{self, Report},
    },
};
use domain::{Error, account::Actor};

/// The report with this link. Without the title of an entry that readers do not see any more: it may be what was reported.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or none any more.
pub async fn show_report(backend: &Backend, _actor: &Actor, link: &str) -> Result<Report> {
    let link = Secret::given(link);
    if !link.is_whole() {
        return Err(Error::NotFound.into());
    }
    let mut tx = backend.db.read().await?;
    let mut report = reports::by_link(&mut tx, &link.hash("")).await?.ok_or(Error::NotFound)?;
    if !entries::by_ids(&mut tx, &[report.entry]).await?.iter().any(|entry| entry.state.is_public()) {
        report.title.clear();
    }
    Ok(report)
}
