//! Reads vector tiles back, from the format's description, so that the tests do not trust the encoder.

use prost::Message;
use std::collections::BTreeMap;

#[derive(Message)]
struct Tile {
    #[prost(message, repeated, tag = "3")]
    layers: Vec<Layer>,
}

#[derive(Message)]
struct Layer {
    #[prost(uint32, tag = "15")]
    version: u32,
    #[prost(string, tag = "1")]
    name: String,
    #[prost(message, repeated, tag = "2")]
    features: Vec<RawFeature>,
    #[prost(string, repeated, tag = "3")]
    keys: Vec<String>,
    #[prost(message, repeated, tag = "4")]
    values: Vec<Value>,
    #[prost(uint32, tag = "5")]
    extent: u32,
}

#[derive(Message)]
struct RawFeature {
    #[prost(uint64, optional, tag = "1")]
    id: Option<u64>,
    #[prost(uint32, repeated, tag = "2")]
    tags: Vec<u32>,
    #[prost(int32, tag = "3")]
    geometry_type: i32,
    #[prost(uint32, repeated, tag = "4")]
    geometry: Vec<u32>,
}

#[derive(Message)]
struct Value {
    #[prost(string, optional, tag = "1")]
    text: Option<String>,
    #[prost(uint64, optional, tag = "5")]
    number: Option<u64>,
}

/// A point of the only layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature {
    pub id: u64,
    pub count: u64,
    /// The zoom at which a group comes apart.
    pub split: Option<u64>,
    /// All other tags.
    pub texts: BTreeMap<String, String>,
    pub x: u32,
    pub y: u32,
}

pub fn decode(bytes: &[u8]) -> Vec<Feature> {
    let tile = Tile::decode(bytes).unwrap();
    if tile.layers.is_empty() {
        return Vec::new();
    }
    let [layer] = &tile.layers[..] else { panic!("one layer") };
    assert_eq!((layer.version, layer.name.as_str(), layer.extent), (2, "entries", 4096));
    layer.features.iter().map(|feature| read(layer, feature)).collect()
}

fn read(layer: &Layer, raw: &RawFeature) -> Feature {
    let [9, x, y] = raw.geometry[..] else { panic!("one point: {:?}", raw.geometry) };
    assert_eq!(raw.geometry_type, 1);
    let (x, y) = (x / 2, y / 2); // zigzag of what is not negative
    assert!(x < 4096 && y < 4096, "outside of its tile: {x} {y}");
    let mut feature = Feature { id: raw.id.unwrap(), count: 0, split: None, texts: BTreeMap::new(), x, y };
    for tag in raw.tags.chunks(2) {
        let (key, value) = (&layer.keys[tag[0] as usize], &layer.values[tag[1] as usize]);
        match (&value.text, value.number) {
            (Some(text), None) => assert!(feature.texts.insert(key.clone(), text.clone()).is_none()),
            (None, Some(number)) if key == "count" => feature.count = number,
            (None, Some(number)) if key == "split" => feature.split = Some(number),
            other => panic!("{key}: {other:?}"),
        }
    }
    feature
}
