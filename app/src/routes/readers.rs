//! Where readers help, and where that is decided.

use domain::{id::EntryId, vocabulary::Kind};

/// Where somebody says that something is wrong with an entry.
pub fn report(kind: Kind, slug: &str) -> String {
    format!("/{}/{slug}/report", kind.path())
}

/// Where somebody chooses what to correct in an entry.
pub fn suggest(kind: Kind, slug: &str) -> String {
    format!("/{}/{slug}/suggest", kind.path())
}

/// Where somebody corrects a section of an entry.
pub fn suggest_section(kind: Kind, slug: &str, section: &str) -> String {
    format!("/{}/{slug}/suggest/{section}", kind.path())
}

/// Where somebody tells of something that is not there yet.
pub const SUGGEST: &str = "/suggest";

/// The form for that.
pub fn suggest_new(kind: Kind) -> String {
    format!("{SUGGEST}/{}", kind.id())
}

/// Where somebody is told to look for a mail.
pub const SENT: &str = "/suggestions/sent";

/// Where a suggestion stands, for those who have its link.
pub fn suggestion(link: &str) -> String {
    format!("/suggestions/{link}")
}

/// Where members decide on a correction.
pub fn decide(entry: EntryId, number: i64) -> String {
    format!("/submit/{entry}/suggestions/{number}")
}

/// All that moderators decide on.
pub const SUGGESTIONS: &str = "/moderation/suggestions";

/// Where they decide on one.
pub fn curate(id: &str) -> String {
    format!("{SUGGESTIONS}/{id}")
}

/// All entries that were reported.
pub const REPORTS: &str = "/moderation/reports";

/// The reports about one.
pub fn reports_of(entry: EntryId) -> String {
    format!("{REPORTS}/{entry}")
}
