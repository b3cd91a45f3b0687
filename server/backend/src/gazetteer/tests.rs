//! Known places, all states, the neighbours and the edges of the world.

use super::{Gazetteer, HITS, Hit, tables};
use domain::{geo::Point, project::Project};
use std::{collections::BTreeSet, path::Path};

fn find(text: &str) -> Vec<Hit> {
    Gazetteer::built_in().find(text)
}

fn region(lat: f64, lon: f64) -> Option<&'static str> {
    Gazetteer::built_in().region_of(Point { lat, lon }).map(|region| region.id)
}

#[test]
fn every_line_of_the_tables_is_read() {
    assert_eq!(tables::places().len(), tables::PLACES.lines().count());
    assert_eq!(tables::postcodes().len(), tables::POSTCODES.lines().count());
    assert!(tables::postcodes().len() > 8_000 && tables::places().iter().filter(|place| place.is_german()).count() > 11_000);
}

#[test]
fn postcodes_are_found() {
    for (postcode, town, region, lat, lon) in [
        ("50667", "Köln", "de-nw", 50.9405, 6.9441),
        ("10115", "Berlin", "de-be", 52.5321, 13.3847),
        ("79098", "Freiburg im Breisgau", "de-bw", 47.9949, 7.8485),
        ("80331", "München", "de-by", 48.1360, 11.5729),
        ("15711", "Königs Wusterhausen", "de-bb", 52.30, 13.63),
        ("02826", "Görlitz", "de-sn", 51.15, 14.98),
        ("98554", "Benshausen", "de-th", 50.64, 10.60),
        ("27498", "Helgoland", "de-sh", 54.18, 7.89),
    ] {
        let [hit] = &find(postcode)[..] else { panic!("{postcode}: one hit") };
        assert_eq!((hit.name.as_str(), hit.postcode, hit.region.id), (town, Some(postcode), region));
        assert!(hit.point.distance_km(Point { lat, lon }) < 2.0, "{postcode}: {:?}", hit.point);
    }
    assert_eq!(find("D-50667 Köln"), find("50667"));
    assert_eq!(find("79194")[0].name, "Gundelfingen, Heuweiler");
    assert!(find("00000").is_empty() && find("12").is_empty());
    assert!(find("506").len() == HITS && find("506").iter().all(|hit| hit.postcode.is_some_and(|code| code.starts_with("506"))));
}

#[test]
fn every_postcode_has_a_state() {
    let gazetteer = Gazetteer::built_in();
    assert!(
        gazetteer.postcodes.iter().all(|postcode| gazetteer.postcode_hit(postcode).is_some_and(|hit| hit.region.id.starts_with("de-")))
    );
}

#[test]
fn towns_are_found_however_they_are_typed() {
    for text in ["Köln", "koeln", "KOLN", "koln", " Köln "] {
        assert_eq!((find(text)[0].name.as_str(), find(text)[0].region.id), ("Köln", "de-nw"), "{text}");
    }
    for (text, name, region) in [
        ("Freiburg", "Freiburg im Breisgau", "de-bw"),
        ("frankfurt", "Frankfurt am Main", "de-he"),
        ("Frankfurt (Oder)", "Frankfurt (Oder)", "de-bb"),
        ("Munich", "München", "de-by"),
        ("Muenchen", "München", "de-by"),
        ("nuern", "Nürnberg", "de-by"),
        ("Greifswald", "Greifswald", "de-mv"),
        ("Giessen", "Gießen", "de-he"),
        ("Aue", "Aue", "de-sn"),
        ("Wien", "Wien", "at"),
        ("Zuerich", "Zürich", "ch"),
        ("Lodz", "Łódź", "pl"),
        ("Washington, D.C.", "Washington", "us"),
    ] {
        let hit = find(text).into_iter().next().unwrap();
        assert_eq!((hit.name.as_str(), hit.region.id), (name, region), "{text}");
    }
}

#[test]
fn whole_names_come_first_then_german_ones_then_large_ones() {
    let berlin = find("Berlin");
    assert_eq!((berlin[0].region.id, berlin[0].population > Some(3_000_000)), ("de-be", true));
    let states: BTreeSet<&str> = find("Neustadt").iter().map(|hit| hit.region.id).collect();
    assert!(states.len() > 3, "{states:?}");
    let hits = find("halle");
    assert_eq!(hits[0].region.id, "de-st");
    assert!(hits.len() <= HITS);
}

#[test]
fn what_is_no_place_is_not_found() {
    for text in ["", " ", "-", "xyzzy", "Köln-Atlantis", "\u{0}", "'; DROP TABLE", &"a".repeat(10_000)] {
        assert!(find(text).is_empty(), "{text:?}");
    }
}

#[test]
fn every_state_is_known_by_its_towns() {
    for (town, id, lat, lon) in [
        ("Stuttgart", "de-bw", 48.78, 9.18),
        ("Passau", "de-by", 48.57, 13.46),
        ("Berlin", "de-be", 52.52, 13.40),
        ("Potsdam", "de-bb", 52.40, 13.06),
        ("Bremerhaven", "de-hb", 53.55, 8.58),
        ("Hamburg", "de-hh", 53.55, 9.99),
        ("Kassel", "de-he", 51.32, 9.50),
        ("Rostock", "de-mv", 54.09, 12.14),
        ("Göttingen", "de-ni", 51.53, 9.93),
        ("Aachen", "de-nw", 50.78, 6.08),
        ("Mainz", "de-rp", 50.00, 8.27),
        ("Saarbrücken", "de-sl", 49.23, 7.00),
        ("Görlitz", "de-sn", 51.15, 14.99),
        ("Halle", "de-st", 51.48, 11.97),
        ("Flensburg", "de-sh", 54.78, 9.44),
        ("Jena", "de-th", 50.93, 11.59),
    ] {
        assert_eq!(region(lat, lon), Some(id), "{town}");
        assert!(find(town).iter().any(|hit| hit.region.id == id), "{town}");
    }
}

#[test]
fn so_are_the_neighbours_and_the_world() {
    for (town, id, lat, lon) in [
        ("Zürich", "ch", 47.377, 8.541),
        ("Kreuzlingen", "ch", 47.646, 9.178),
        ("Konstanz", "de-bw", 47.66, 9.176),
        ("Kufstein", "at", 47.583, 12.169),
        ("Straßburg", "fr", 48.573, 7.752),
        ("Kerkrade", "nl", 50.866, 6.063),
        ("Slubice", "pl", 52.350, 14.560),
        ("Amsterdam", "nl", 52.373, 4.893),
        ("Austin", "us", 30.267, -97.743),
        ("Nairobi", "ke", -1.286, 36.817),
        ("Suva", "fj", -18.14, 178.44),
    ] {
        assert_eq!(region(lat, lon), Some(id), "{town}");
    }
    for (sea, lat, lon) in [("Atlantic", 40.0, -40.0), ("North Sea", 56.0, 3.5), ("North Pole", 90.0, 0.0), ("Null Island", 0.0, 0.0)] {
        assert_eq!(region(lat, lon), None, "{sea}");
    }
}

#[test]
fn every_located_project_of_the_sample_has_a_region() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sample/projects.jsonl");
    let sample = std::fs::read_to_string(file).unwrap();
    let mut located = 0;
    for line in sample.lines() {
        let mut json: serde_json::Value = serde_json::from_str(line).unwrap();
        json.as_object_mut().unwrap().remove("id");
        let project: Project = serde_json::from_value(json).unwrap();
        let (Some(lat), Some(lon)) = (project.lat, project.lon) else { continue };
        let name = project.place.to_string();
        let here = region(lat, lon);
        assert!(here.is_some(), "{name}");
        assert!(find(&name).iter().any(|hit| Some(hit.region.id) == here), "{name} is not found in {here:?}");
        located += 1;
    }
    assert!(located > 80, "{located}");
}

#[test]
fn a_region_tells_places_of_one_name_apart() {
    for (text, region) in [
        ("Neustadt, Hessen", "de-he"),
        ("Neustadt (Thüringen)", "de-th"),
        ("neustadt,thuringia", "de-th"),
        ("Freiburg, Schweiz", "ch"),
        ("Frankfurt, Brandenburg", "de-bb"),
        ("Frankfurt (Oder)", "de-bb"),
    ] {
        assert_eq!(find(text).first().map(|hit| hit.region.id), Some(region), "{text}");
    }
    assert!(find("Köln, Bayern").is_empty());
}

#[test]
fn where_several_are_meant_all_are_offered_and_can_be_named() {
    let gazetteer = Gazetteer::built_in();
    for (text, at_least) in [("Neustadt", 4), ("Freiburg", 2), ("Frankfurt", 1), ("Halle", 1), ("506", 4), ("Frei", 3)] {
        let meant = gazetteer.meant(text).unwrap();
        assert!(meant.others.len() >= at_least, "{text}: {:?}", meant.others);
        let first = (meant.place.clone(), gazetteer.name_of(&meant.place).unwrap());
        for (hit, name) in std::iter::once(&first).chain(&meant.others) {
            let found = &find(name)[0];
            assert!(found.region == hit.region && found.point.distance_km(hit.point) < 15.0, "{text}: {hit:?} as {name:?} is {found:?}");
        }
    }
}

#[test]
fn where_there_is_no_doubt_nothing_else_is_offered() {
    for text in ["Berlin", "Köln", "50667", "Munich", "Freiburg im Breisgau", "Frankfurt (Oder)", "Neustadt, Thüringen", "hamburg"] {
        assert_eq!(Gazetteer::built_in().meant(text).unwrap().others, [], "{text}");
    }
    assert_eq!(Gazetteer::built_in().meant("xyzzy"), None);
}

#[test]
fn what_is_understood_whole_is_told_from_streets() {
    let knows = |text| Gazetteer::built_in().knows(text);
    for text in ["50667", "506", "D-50667 Köln", "79194 Heuweiler", "koeln", "Köl", "Neustadt, Hessen", "Frankfurt (Oder)"] {
        assert!(knows(text), "{text}");
    }
    for text in ["Domkloster 4, 50667 Köln", "Domkloster 4, Köln", "50667 Bonn", "Kleinkleckersdorf", "xyzzy", ""] {
        assert!(!knows(text), "{text}");
    }
}

#[test]
fn a_part_of_a_city_is_told_by_the_postcodes_around_it() {
    let gazetteer = Gazetteer::built_in();
    let parts = |text: &str| find(text).iter().map(|hit| (hit.region.id, gazetteer.part_of(hit))).collect::<Vec<_>>();
    assert_eq!(parts("Mitte")[..2], [("de-be", Some("Berlin")), ("de-ni", Some("Hannover"))]);
    for (text, city) in [("Riehl", "Köln"), ("Kreuzberg", "Berlin"), ("Altona", "Hamburg"), ("Loschwitz", "Dresden")] {
        assert!(parts(text).iter().any(|(_, part_of)| *part_of == Some(city)), "{text}: {:?}", parts(text));
    }
    // Towns of their own, however near to a city, villages, places that say it themselves, and those elsewhere.
    for text in ["Berlin", "Köln", "Hürth", "Potsdam", "Fürth", "Hamburg-Mitte", "Helgoland", "Wulkenzin", "50667", "Wien"] {
        assert_eq!(parts(text)[0].1, None, "{text}");
    }
    let told = gazetteer.places.iter().filter(|place| place.is_german()).filter(|place| gazetteer.part_of(&place.hit()).is_some()).count();
    assert!((380..440).contains(&told), "{told}");
}
