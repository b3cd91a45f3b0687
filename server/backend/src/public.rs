//! What readers may know of an entry. Storage holds what authors gave; whatever leaves the house, to a page, an engine, a
//! tile or a file, passes through here.

use crate::{
    gazetteer::Gazetteer,
    storage::entries::{Entry, Owner, Published},
};
use domain::{entry::Document, geo::Place, organisation::Organisation, text::MaybeLine, vocabulary::Precision};

/// Where it is, as exactly as its authors want it shown.
#[must_use]
pub fn place(document: &Document) -> Option<Place> {
    let (place, gazetteer) = (document.located()?, Gazetteer::built_in());
    Some(if document.precision().is_some() {
        gazetteer.public(place, document.language())
    } else {
        // Who said nothing of precision gave a town, and words of their own.
        Place { point: place.point.map(|point| gazetteer.town_point(place.name.as_deref(), point)), ..place }
    })
}

/// The document with nothing but the public place. Doing it twice changes nothing.
#[must_use]
pub fn document(document: Document) -> Document {
    let Some(Place { name, point, .. }) = place(&document) else { return document };
    document.placed(name.and_then(|name| MaybeLine::parse(&name).ok()).unwrap_or_default(), point)
}

/// The entry with what it says, and its organisation, as everybody may have them.
#[must_use]
pub fn entry(mut entry: Entry) -> Entry {
    entry.revision = entry.revision.map(|revision| Published { document: document(revision.document), ..revision });
    entry.organisation = entry.organisation.map(|owner| Owner { document: organisation(owner.document), ..owner });
    // What readers cannot read has no address for them, whatever the document calls it.
    let owner = entry.organisation.as_ref().map(|owner| owner.slug.clone());
    match entry.revision.as_mut().map(|revision| &mut revision.document) {
        Some(Document::Project(project)) => project.organisation = owner,
        Some(Document::Lesson(lesson)) => lesson.organisation = owner,
        Some(Document::Organisation(_)) | None => {}
    }
    entry
}

/// An earlier revision of what is published now. Its authors may have made the place coarser since: that holds for what
/// they said before, too.
#[must_use]
pub fn earlier(mut earlier: Entry, now: &Document) -> Entry {
    earlier.revision = earlier.revision.map(|revision| {
        let own = revision.document.precision();
        let precision = match now.located() {
            // Taken away altogether: from what they said before, too.
            Some(place) if place.name.is_none() && place.point.is_none() => Some(Precision::None),
            _ if coarseness(now.precision()) > coarseness(own) => Some(now.precision().unwrap_or(Precision::Town)),
            _ => own,
        };
        Published { document: revision.document.with_precision(precision), ..revision }
    });
    entry(earlier)
}

/// A larger number tells less.
fn coarseness(precision: Option<Precision>) -> u8 {
    match precision {
        Some(Precision::Address) => 0,
        Some(Precision::Postcode) => 1,
        None => 2,
        Some(Precision::Town) => 3,
        Some(Precision::State) => 4,
        Some(Precision::None) => 5,
    }
}

fn organisation(told: Organisation) -> Organisation {
    match document(Document::Organisation(told.clone())) {
        Document::Organisation(shown) => shown,
        _ => told,
    }
}
