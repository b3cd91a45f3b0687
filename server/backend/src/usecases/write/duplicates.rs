//! What is there already and may be the same.

use crate::{
    Backend,
    failure::Result,
    storage::{accounts, drafts, drafts::Listed},
    usecases::{search_entries::list_entries, views::Card},
};
use domain::{account::Actor, entry::EntryState, facet::Facet, query::Query, vocabulary::Kind};

/// Hits that are looked at, and shown.
const LOOKED_AT: u32 = 12;
const SHOWN: usize = 4;
/// From so many common pairs of letters on (Sørensen and Dice), two titles are taken for one.
const LIKE: f64 = 0.5;
const NEARLY: f64 = 0.8;

/// Public entries of this kind, of any organisation, with a title like this one; nothing for less than four letters.
///
/// # Errors
/// When the search fails.
pub async fn find_duplicates(backend: &Backend, actor: &Actor, kind: Kind, title: &str) -> Result<Vec<Card>> {
    let Some(text) = compared(title) else { return Ok(vec![]) };
    let filters = [(Facet::Kind, [kind.id().to_owned()].into())].into();
    let query = Query { text: text.clone(), filters, per_page: LOOKED_AT, ..Query::default() };
    let cards = list_entries(backend, actor, &query).await?.page.items;
    Ok(cards.into_iter().filter(|card| is_like(&card.title, &text)).take(SHOWN).collect())
}

/// What of a title is compared; nothing for less than four letters.
pub(in crate::usecases) fn compared(title: &str) -> Option<String> {
    let text: String = title.trim().chars().take(domain::limits::SEARCH_TEXT).collect();
    (text.chars().filter(|c| c.is_alphanumeric()).count() >= 4).then_some(text)
}

/// What the organisations of whoever asks are writing, or have handed in, with a title like this one. What others write is
/// nobody's business.
///
/// # Errors
/// When the database fails.
pub async fn find_own_duplicates(backend: &Backend, actor: &Actor, kind: Kind, title: &str) -> Result<Vec<Listed>> {
    let (Some(text), Some(account)) = (compared(title), actor.account()) else { return Ok(vec![]) };
    let mut tx = backend.db.read().await?;
    let mut found = vec![];
    for (organisation, _) in accounts::memberships(&mut tx, account).await? {
        // What readers see is found by the search.
        let own = drafts::own(&mut tx, organisation).await?.into_iter();
        found.extend(own.filter(|it| it.kind == kind && it.state == EntryState::Unpublished && is_nearly(&it.title, &text)));
    }
    found.truncate(SHOWN);
    Ok(found)
}

/// Whether two titles are nearly the same. What nobody reads yet was found by no search that looked for its words: it is
/// compared more strictly, or each would be like each.
pub(in crate::usecases) fn is_nearly(a: &str, b: &str) -> bool {
    alike(a, b) >= NEARLY
}

fn is_like(a: &str, b: &str) -> bool {
    alike(a, b) >= LIKE
}

fn alike(a: &str, b: &str) -> f64 {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    // Somebody may still be typing.
    let start: String = a.chars().take(b.chars().count()).collect();
    strsim::sorensen_dice(&a, &b).max(strsim::sorensen_dice(&start, &b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_sample;

    #[tokio::test]
    async fn the_same_title_is_found_however_it_is_typed_and_others_are_not() {
        let backend = with_sample().await;
        let find = async |title: &str| {
            let found = find_duplicates(&backend, &Actor::Visitor, Kind::Project, title).await.unwrap();
            found.into_iter().map(|card| card.slug.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(find("carifix").await.first().map(String::as_str), Some("carifix"));
        assert_eq!(find("Carfix").await.first().map(String::as_str), Some("carifix"));
        let titles = crate::testing::documents(&backend).await.into_iter().filter(|document| document.kind == Kind::Project);
        for document in titles {
            let found = find(&document.title).await;
            assert!(found.contains(&document.slug.to_string()) && found.len() <= 3, "{}: {found:?}", document.title);
        }
        assert_eq!(find("Fahrpläne für das Bürgermobil in Buxtehude").await, Vec::<String>::new());
        assert_eq!(find("KI").await, Vec::<String>::new());
    }
}
