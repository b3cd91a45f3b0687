//! Web Mercator in 32-bit whole numbers, and the order that keeps neighbours together (Morton's Z curve).
//!
//! Whole numbers, because a tile must come to the same decision about a cluster as the tile next to it:
//! rounding that depends on where one stands would count an entry twice or not at all.

use domain::geo::Point;

/// Beyond this latitude the square map ends; entries up there are shown at its edge.
const LAST_LATITUDE: f64 = 85.051_128_779_806_6;
/// 2³²: the width of the world.
const WORLD: f64 = 4_294_967_296.0;

/// Deepest zoom that can be asked for.
pub const MAX_ZOOM: u8 = 22;

/// Where a point lies on the square world: from the west, from the north. About 1 cm a unit at the equator.
#[must_use]
pub fn project(point: Point) -> (u32, u32) {
    let sin = point.lat.clamp(-LAST_LATITUDE, LAST_LATITUDE).to_radians().sin();
    let y = 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * std::f64::consts::PI);
    (unit((point.lon + 180.0) / 360.0), unit(y))
}

/// A share of the world in units. `as` stops at the bounds: the eastern and the southern edge belong to the last unit.
fn unit(share: f64) -> u32 {
    (share * WORLD) as u32
}

/// Interleaves both coordinates: all points of a tile, or of any quarter of it, are neighbours in this order.
#[must_use]
pub fn interleave(x: u32, y: u32) -> u64 {
    spread(x) | spread(y) << 1
}

/// Both coordinates of a key.
#[must_use]
pub fn separate(key: u64) -> (u32, u32) {
    (gather(key), gather(key >> 1))
}

const MASKS: [(u32, u64); 5] = [
    (16, 0x0000_FFFF_0000_FFFF),
    (8, 0x00FF_00FF_00FF_00FF),
    (4, 0x0F0F_0F0F_0F0F_0F0F),
    (2, 0x3333_3333_3333_3333),
    (1, 0x5555_5555_5555_5555),
];

fn spread(value: u32) -> u64 {
    MASKS.iter().fold(u64::from(value), |bits, (shift, mask)| (bits | bits << shift) & mask)
}

/// [`spread`] backwards: the mask of a step is that of the one before it.
fn gather(key: u64) -> u32 {
    let step = |bits: u64, n: usize| (bits | bits >> MASKS[n].0) & if n > 0 { MASKS[n - 1].1 } else { u64::from(u32::MAX) };
    (0..MASKS.len()).rev().fold(key & MASKS[4].1, step) as u32
}

/// A square of the world: a tile, or a cell of one, 2^depth of them side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// How often the world was halved.
    pub depth: u8,
    /// From the west.
    pub x: u32,
    /// From the north.
    pub y: u32,
}

impl Square {
    /// The tile of this address; `None` where there is none.
    #[must_use]
    pub fn tile(z: u8, x: u32, y: u32) -> Option<Self> {
        let exists = z <= MAX_ZOOM && x < 1 << z && y < 1 << z;
        exists.then_some(Self { depth: z, x, y })
    }

    /// The square so far to the east and south, counted from the one to the north-west: `(1, 1)` is itself.
    #[must_use]
    pub fn neighbour(self, east: u32, south: u32) -> Option<Self> {
        let (x, y) = ((self.x + east).checked_sub(1)?, (self.y + south).checked_sub(1)?);
        (x < 1 << self.depth && y < 1 << self.depth).then_some(Self { x, y, ..self })
    }

    /// The length of its side in units; 2³² for the world.
    #[must_use]
    pub fn side(self) -> u64 {
        1 << (32 - u32::from(self.depth))
    }

    /// The first and the last key in it.
    #[must_use]
    pub fn keys(self) -> (u64, u64) {
        let shift = 2 * (32 - u32::from(self.depth));
        let first = interleave(self.x, self.y).checked_shl(shift).unwrap_or(0);
        (first, first | 1_u64.checked_shl(shift).map_or(u64::MAX, |size| size - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_back_to_their_coordinates() {
        for (x, y) in [(0, 0), (1, 0), (0, 1), (u32::MAX, 0), (0, u32::MAX), (u32::MAX, u32::MAX), (0x1234_5678, 0x9ABC_DEF0)] {
            assert_eq!(separate(interleave(x, y)), (x, y));
        }
    }

    #[test]
    fn the_edges_of_the_world_are_in_it() {
        let at = |lat, lon| project(Point { lat, lon });
        assert_eq!(at(0.0, 0.0), (1 << 31, 1 << 31));
        assert_eq!(at(90.0, -180.0), (0, 0));
        assert_eq!(at(-90.0, 180.0), (u32::MAX, u32::MAX));
    }

    #[test]
    fn cologne_lies_in_its_tile() {
        let (x, y) = project(Point { lat: 50.94, lon: 6.96 });
        assert_eq!((x >> 22, y >> 22), (531, 343));
        let (first, last) = Square::tile(10, 531, 343).unwrap().keys();
        assert!((first..=last).contains(&interleave(x, y)));
    }

    #[test]
    fn tiles_that_do_not_exist_are_refused() {
        assert!(Square::tile(0, 0, 0).is_some() && Square::tile(22, (1 << 22) - 1, 0).is_some());
        assert!(Square::tile(0, 1, 0).is_none() && Square::tile(3, 0, 8).is_none() && Square::tile(23, 0, 0).is_none());
        assert_eq!(Square::tile(0, 0, 0).unwrap().keys(), (0, u64::MAX));
    }
}
