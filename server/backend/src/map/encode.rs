//! Marks as a Mapbox vector tile: one layer, points only.

use super::{cluster::Mark, columns::Columns, mercator::Square};
use domain::geo::BBox;
use mvt::{Feature, GeomEncoder, GeomType, Layer, Tile};

/// The name of the only layer.
pub const LAYER: &str = "entries";
/// Steps from edge to edge of a tile.
pub const EXTENT: u32 = 4096;
/// The deepest zoom of maps that show these tiles over our base map: what comes apart beyond it they list.
const LAST_ZOOM: u8 = 14;
/// What is within a box should be so for every engine, however it rounds: about 0.1 m.
const ROOM: f64 = 1e-6;

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
        let (slug, title) = columns.texts.get(mark.first);
        feature.add_tag_string("kind", columns.kinds[mark.first].id());
        feature.add_tag_string("slug", slug);
        feature.add_tag_string("title", title);
    } else {
        add_ways_in(&mut feature, mark, square.depth);
    }
    Ok(feature.into_layer())
}

/// What to do with a group: the zoom at which it comes apart (`split`), and where no map goes that far, the section that
/// holds its entries (`bbox`).
fn add_ways_in(feature: &mut Feature, mark: &Mark, zoom: u8) {
    let split = mark.splits_at(zoom);
    if let Some(split) = split {
        feature.add_tag_uint("split", split.into());
    }
    if let Some(extent) = mark.extent.filter(|_| split.is_none_or(|split| split > LAST_ZOOM)) {
        let BBox { west, south, east, north } = extent;
        let bbox = [(west - ROOM).max(-180.0), (south - ROOM).max(-90.0), (east + ROOM).min(180.0), (north + ROOM).min(90.0)];
        feature.add_tag_string("bbox", &bbox.map(|degrees| format!("{degrees:.6}")).join(","));
    }
}

/// How many steps from the tile's western or northern edge: less than 4096, so never outside.
fn steps(unit: u32, square: Square) -> f32 {
    let inside = u64::from(unit) % square.side();
    (inside * u64::from(EXTENT) / square.side()) as f32
}
