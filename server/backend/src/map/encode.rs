//! Marks as a Mapbox vector tile: one layer, points only.

use super::{cluster::Mark, columns::Columns, mercator::Square};
use mvt::{GeomEncoder, GeomType, Layer, Tile};

/// The name of the only layer.
pub const LAYER: &str = "entries";
/// Steps from edge to edge of a tile.
pub const EXTENT: u32 = 4096;

/// A tile with these marks; no bytes where there are none, which is how an empty tile is written.
///
/// # Errors
/// None that these marks can cause: the crate refuses a second layer of one name, another extent, and
/// points that are not numbers.
pub fn encode(columns: &Columns, square: Square, marks: &[Mark]) -> Result<Vec<u8>, mvt::Error> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let mut tile = Tile::new(EXTENT);
    let empty = tile.create_layer(LAYER);
    let layer = marks.iter().try_fold(empty, |layer, mark| add(layer, columns, square, mark))?;
    tile.add_layer(layer)?;
    tile.to_bytes()
}

fn add(layer: Layer, columns: &Columns, square: Square, mark: &Mark) -> Result<Layer, mvt::Error> {
    let (x, y) = (steps(mark.at.0, square), steps(mark.at.1, square));
    let mut feature = layer.into_feature(GeomEncoder::new(GeomType::Point).point(x, y)?.encode()?);
    feature.set_id(columns.ids[mark.first].number());
    feature.add_tag_uint("count", mark.count);
    if mark.count == 1 {
        let label = &columns.labels[mark.first];
        feature.add_tag_string("kind", label.kind.id());
        feature.add_tag_string("slug", &label.slug);
        feature.add_tag_string("title", &label.title);
    }
    Ok(feature.into_layer())
}

/// How many steps from the tile's western or northern edge: less than 4096, so never outside.
fn steps(unit: u32, square: Square) -> f32 {
    let inside = u64::from(unit) % square.side();
    (inside * u64::from(EXTENT) / square.side()) as f32
}
