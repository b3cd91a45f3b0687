//! Pictures in the file store: their names, and the sizes they are kept in.

use crate::{error::Problem, limits};
use std::{fmt, str::FromStr};

/// Hexadecimal digits of a name: nobody guesses it.
const HASH: usize = 32;

/// A picture in the file store. Written as documents name it, `{hash}-{width}x{height}`: pages know its shape from that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    hash: String,
    width: u32,
    height: u32,
}

impl Picture {
    /// The picture with this hash, 32 lower-case hexadecimal digits, and this size in pixels.
    ///
    /// # Errors
    /// [`Problem::Malformed`] where it is no such hash, or the size is not one in which pictures are kept.
    pub fn new(hash: &str, width: u32, height: u32) -> Result<Self, Problem> {
        let is_hash = hash.len() == HASH && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let is_size = [width, height].iter().all(|side| (1..=limits::PICTURE_WIDTHS[2]).contains(side));
        if !is_hash || !is_size {
            return Err(Problem::malformed("expected the name of a stored picture"));
        }
        Ok(Self { hash: hash.to_owned(), width, height })
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// The widths it is kept in, in pixels, smallest first; the last is its own.
    #[must_use]
    pub fn widths(&self) -> Vec<u32> {
        limits::PICTURE_WIDTHS.into_iter().filter(|width| *width < self.width).chain([self.width]).collect()
    }

    /// Its file in one of its widths.
    #[must_use]
    pub fn file(&self, width: u32) -> String {
        format!("{self}-{width}.jpg")
    }

    /// What a file is called, read back: the picture and the width.
    #[must_use]
    pub fn of_file(name: &str) -> Option<(Self, u32)> {
        let (picture, width) = name.strip_suffix(".jpg")?.rsplit_once('-')?;
        let (picture, width): (Self, u32) = (picture.parse().ok()?, width.parse().ok()?);
        // Spelt the one way it is kept.
        (picture.widths().contains(&width) && picture.file(width) == name).then_some((picture, width))
    }
}

impl fmt::Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}x{}", self.hash, self.width, self.height)
    }
}

impl FromStr for Picture {
    type Err = Problem;
    fn from_str(raw: &str) -> Result<Self, Problem> {
        let parts = raw.split_once('-').and_then(|(hash, size)| Some((hash, size.split_once('x')?)));
        let (hash, (width, height)) = parts.ok_or_else(|| Problem::malformed("expected the name of a stored picture"))?;
        Self::new(hash, width.parse().unwrap_or_default(), height.parse().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_its_shape_and_leads_nowhere_else() {
        let hash = "0123456789abcdef0123456789abcdef";
        let picture: Picture = format!("{hash}-1200x800").parse().unwrap();
        assert_eq!((picture.size(), picture.widths()), ((1200, 800), vec![480, 960, 1200]));
        assert_eq!(Picture::of_file(&picture.file(480)), Some((picture, 480)));
        assert_eq!(Picture::new(hash, 300, 1600).unwrap().widths(), [300]);
        for wrong in ["", "foto.jpg", "../../etc/passwd", &format!("{hash}-0x3"), &format!("{hash}-9000x3"), &format!("{hash}/-3x3")] {
            assert!(wrong.parse::<Picture>().is_err(), "{wrong}");
        }
        for wrong in [format!("{hash}-1200x800-481.jpg"), format!("{hash}-1200x800-0480.jpg"), format!("{hash}-1200x800-480.png")] {
            assert_eq!(Picture::of_file(&wrong), None);
        }
    }
}
