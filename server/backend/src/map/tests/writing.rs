//! Changes: replaced, dropped, repeated, and read meanwhile.

use super::{
    decode::decode,
    drop, index,
    sample::{documents, puts},
};
use crate::{
    map::{MapIndex, Selection},
    search::document::Change,
};
use domain::facet::Facet;

fn all(index: &MapIndex) -> u64 {
    index.count_with_point(&Selection::default())
}

#[test]
fn the_last_change_of_an_entry_counts() {
    let mut documents = documents(100);
    documents.retain(|document| document.point.is_some());
    let index = index(&documents);
    let before = all(&index);
    let mut hidden = documents[0].clone();
    hidden.point = None;
    let put = |document| Change::Put(Box::new(document));
    index.apply(&[drop(&documents[1]), put(hidden.clone())]);
    assert_eq!(all(&index), before - 2);
    index.apply(&[put(documents[0].clone()), drop(&documents[0]), put(documents[1].clone())]);
    assert_eq!(all(&index), before - 1);
    index.apply(&[put(hidden), drop(&documents[0]), put(documents[0].clone())]);
    assert_eq!(all(&index), before);
}

#[test]
fn a_replaced_entry_shows_what_it_is_now() {
    let mut document = documents(1).remove(0);
    let index = index(std::slice::from_ref(&document));
    document.title = "New".to_owned();
    document.point = Some(domain::geo::Point { lat: 0.0, lon: 0.0 });
    document.facets.insert(Facet::Topic, ["care".to_owned()].into());
    index.apply(&puts(&[document]));
    let care = Selection { filters: [(Facet::Topic, ["care".to_owned()].into())].into(), ..Selection::default() };
    let features = decode(&index.tile(0, 0, 0, &care).unwrap());
    assert_eq!((features.len(), features[0].texts["title"].as_str(), features[0].x), (1, "New", 2048));
}

#[test]
fn clones_share_and_needless_changes_cost_nothing() {
    let documents = documents(100);
    let (index, empty) = (index(&documents), MapIndex::default());
    let clone = index.clone();
    let state = || std::sync::Arc::as_ptr(&index.shared.current.load());
    let before = state();
    index.apply(&[]);
    index.apply(&[drop(&super::sample::document(1_000, None, &mut super::sample::Lcg(1)))]);
    assert_eq!(state(), before);
    clone.apply(&documents.iter().map(drop).collect::<Vec<_>>());
    assert_eq!((all(&index), all(&empty)), (0, 0));
}

#[test]
fn readers_see_whole_states_while_others_write() {
    let documents = documents(2_000);
    let index = index(&documents);
    let whole = all(&index);
    let part = documents[..1_000].to_vec();
    let gone = part.iter().filter(|document| document.point.is_some()).count() as u64;
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    for _ in 0..20 {
                        index.apply(&part.iter().map(drop).collect::<Vec<_>>());
                        index.apply(&puts(&part));
                    }
                })
            })
            .collect();
        while !writers.iter().all(|writer| writer.is_finished()) {
            let features = decode(&index.tile(0, 0, 0, &Selection::default()).unwrap());
            let count: u64 = features.iter().map(|feature| feature.count).sum();
            assert!(count == whole || count == whole - gone, "{count}");
        }
    });
    assert_eq!(all(&index), whole);
}
