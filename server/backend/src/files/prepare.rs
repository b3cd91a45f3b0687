//! From a picture as it was sent to ours: upright, in the colours of the web, on white, without anything but pixels.
//!
//! What it is, its bytes say, never its name. How large it is, is read before a pixel is decoded.

use domain::{Problem, limits, picture::Picture};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, imageops, imageops::FilterType,
    metadata::Orientation,
};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// For pixels of twice eight bits in four channels, the widest there are.
const MEMORY: u64 = limits::MEGAPIXELS as u64 * 1_000_000 * 8;
/// Finer is not seen, and weighs more.
const QUALITY: u8 = 80;

/// A picture in its sizes.
pub struct Prepared {
    /// Its name.
    pub picture: Picture,
    /// Width in pixels and JPEG, the widest last.
    pub sizes: Vec<(u32, Vec<u8>)>,
}

/// Decodes a picture and encodes it anew.
///
/// # Errors
/// What is wrong with it.
pub fn prepare(sent: &[u8]) -> Result<Prepared, Problem> {
    let mut decoder = open(sent)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = on_white(DynamicImage::from_decoder(decoder).map_err(problem)?);
    let (width, height) = fit(pixels.width(), pixels.height());
    let mut pixels = scaled(pixels, width, height);
    if let Some(profile) = profile {
        pixels = in_web_colours(pixels, &profile);
    }
    let mut upright = DynamicImage::ImageRgb8(pixels);
    upright.apply_orientation(orientation);
    sizes(&upright.into_rgb8())
}

/// What it is and how large, without decoding it.
pub fn open(sent: &[u8]) -> Result<impl ImageDecoder + '_, Problem> {
    if sent.len() > limits::PICTURE {
        return Err(Problem::FileTooLarge { max_mb: limits::PICTURE / 1_024 / 1_024 });
    }
    let format = image::guess_format(sent).map_err(|_| Problem::NoPicture)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(Problem::NoPicture);
    }
    if format == ImageFormat::Jpeg && !is_whole_jpeg(sent) {
        return Err(Problem::BrokenPicture);
    }
    let mut reader = ImageReader::with_format(Cursor::new(sent), format);
    let mut allowed = Limits::default();
    allowed.max_image_width = Some(limits::PICTURE_SIDE);
    allowed.max_image_height = Some(limits::PICTURE_SIDE);
    allowed.max_alloc = Some(MEMORY);
    reader.limits(allowed);
    let decoder = reader.into_decoder().map_err(problem)?;
    let (width, height) = decoder.dimensions();
    let is_too_large = u64::from(width) * u64::from(height) > u64::from(limits::MEGAPIXELS) * 1_000_000;
    if is_too_large || width.max(height) > limits::PICTURE_SIDE {
        return Err(too_many_pixels());
    }
    Ok(decoder)
}

fn too_many_pixels() -> Problem {
    Problem::TooManyPixels { max: limits::MEGAPIXELS, side: limits::PICTURE_SIDE }
}

fn problem(error: ImageError) -> Problem {
    if matches!(error, ImageError::Limits(_)) { too_many_pixels() } else { Problem::BrokenPicture }
}

/// Whether its end is there: the decoder takes one without, and paints the rest grey.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    // Segments up to the first scan; a small picture for previews within one of them has an end of its own.
    let mut at = 2;
    while let [0xff, marker, ..] = bytes.get(at..).unwrap_or_default() {
        match marker {
            0xff => at += 1,
            0xda => return bytes.get(at..).is_some_and(|scans| scans.windows(2).any(|pair| pair == [0xff, 0xd9])),
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => match bytes.get(at + 2..at + 4) {
                Some(&[high, low]) => at += 2 + usize::from(u16::from_be_bytes([high, low])),
                _ => return false,
            },
        }
    }
    false
}

/// JPEG knows no transparency.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let mut pixels = image.into_rgba8();
    for pixel in pixels.pixels_mut() {
        let alpha = u16::from(pixel.0[3]);
        let mixed = |colour: u8| u8::try_from((u16::from(colour) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        pixel.0 = [mixed(pixel.0[0]), mixed(pixel.0[1]), mixed(pixel.0[2]), 255];
    }
    DynamicImage::ImageRgba8(pixels).into_rgb8()
}

/// The size within a square of our largest width; never more than there is.
fn fit(width: u32, height: u32) -> (u32, u32) {
    let most = limits::PICTURE_WIDTHS[2];
    let longest = width.max(height);
    if longest <= most {
        return (width, height);
    }
    let side = |side: u32| u32::try_from((u64::from(side) * u64::from(most) + u64::from(longest) / 2) / u64::from(longest)).unwrap_or(most);
    (side(width).max(1), side(height).max(1))
}

fn scaled(pixels: RgbImage, width: u32, height: u32) -> RgbImage {
    if pixels.dimensions() == (width, height) {
        return pixels;
    }
    // The fine filter works in wide numbers: what is far too large is made smaller by averages first.
    let pixels = if pixels.width() > 3 * width { imageops::thumbnail(&pixels, 2 * width, 2 * height) } else { pixels };
    imageops::resize(&pixels, width, height, FilterType::Lanczos3)
}

/// Phones store more colours than sRGB: without their profile, pictures would look dull. One that cannot be read is
/// left out, as browsers do.
fn in_web_colours(pixels: RgbImage, profile: &[u8]) -> RgbImage {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return pixels };
    if profile.color_space != DataColorSpace::Rgb {
        return pixels;
    }
    let srgb = ColorProfile::new_srgb();
    let Ok(transform) = profile.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, TransformOptions::default()) else { return pixels };
    let mut turned = RgbImage::new(pixels.width(), pixels.height());
    match transform.transform(&pixels, &mut turned) {
        Ok(()) => turned,
        Err(_) => pixels,
    }
}

fn sizes(pixels: &RgbImage) -> Result<Prepared, Problem> {
    let (width, height) = pixels.dimensions();
    let whole = encoded(pixels)?;
    let hash: String = Sha256::digest(&whole).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let picture = Picture::new(&hash, width, height)?;
    let mut sizes = vec![];
    for narrow in picture.widths().into_iter().filter(|narrow| *narrow < width) {
        let height = u32::try_from(u64::from(height) * u64::from(narrow) / u64::from(width)).unwrap_or(1).max(1);
        sizes.push((narrow, encoded(&scaled(pixels.clone(), narrow, height))?));
    }
    sizes.push((width, whole));
    Ok(Prepared { picture, sizes })
}

fn encoded(pixels: &RgbImage) -> Result<Vec<u8>, Problem> {
    let side = |side: u32| u16::try_from(side).map_err(|_| too_many_pixels());
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let mut bytes = vec![];
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_progressive(true);
    encoder.encode(pixels, width, height, ColorType::Rgb).map_err(|_| Problem::BrokenPicture)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
