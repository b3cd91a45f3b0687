use super::*;
use image::{Rgb, Rgba, RgbaImage};

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

/// Red on the left, blue on the right.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
}

fn bytes(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG that says where it was taken, and that it must be turned (6: a quarter to the right).
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    // A directory of GPS data, at 38.
    exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0, 0, 0, 0]);
    exif.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0GPS-MARKER 50.9413 6.9583");
    let mut with = jpeg[..2].to_vec();
    with.extend([0xff, 0xe1]);
    with.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    with.extend(exif);
    with.extend(&jpeg[2..]);
    with
}

/// The head of a PNG of this size, and hardly a pixel.
fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = bytes(RgbImage::new(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    png
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes
        .iter()
        .fold(!0u32, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }))
}

fn refusal(sent: &[u8]) -> Problem {
    prepare(sent).err().expect("a refusal")
}

fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8()
}

fn is_near(pixel: &Rgb<u8>, expected: Rgb<u8>) -> bool {
    pixel.0.iter().zip(expected.0).all(|(a, b)| a.abs_diff(b) < 30)
}

#[test]
fn jpeg_png_and_webp_are_kept_in_three_widths() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let Prepared { picture, sizes } = prepare(&bytes(halves(2000, 1000), format)).unwrap();
        assert_eq!(picture.size(), (1600, 800));
        let got: Vec<_> = sizes.iter().map(|(width, jpeg)| (*width, decoded(jpeg).dimensions())).collect();
        assert_eq!(got, [(480, (480, 240)), (960, (960, 480)), (1600, (1600, 800))], "{format:?}");
        let pixels = decoded(&sizes[0].1);
        assert!(is_near(pixels.get_pixel(50, 120), RED) && is_near(pixels.get_pixel(430, 120), BLUE));
    }
    let small = prepare(&bytes(halves(40, 3), ImageFormat::Png)).unwrap();
    assert_eq!((small.picture.size(), small.sizes.len()), ((40, 3), 1), "never larger than it was");
}

#[test]
fn what_a_camera_writes_beside_the_pixels_is_gone_and_the_picture_stands_upright() {
    let sent = with_exif(&bytes(halves(640, 320), ImageFormat::Jpeg), 6);
    assert!(sent.windows(10).any(|part| part == b"GPS-MARKER"));
    let Prepared { picture, sizes } = prepare(&sent).unwrap();
    assert_eq!(picture.size(), (320, 640));
    for (_, jpeg) in &sizes {
        assert!(!jpeg.windows(4).any(|part| part == b"Exif") && !jpeg.windows(10).any(|part| part == b"GPS-MARKER"));
    }
    let pixels = decoded(&sizes.last().unwrap().1);
    assert!(is_near(pixels.get_pixel(160, 40), RED) && is_near(pixels.get_pixel(160, 600), BLUE));
}

#[test]
fn what_shines_through_is_white() {
    let clear = RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0]));
    let sizes = prepare(&bytes(clear, ImageFormat::Png)).unwrap().sizes;
    assert!(is_near(decoded(&sizes[0].1).get_pixel(10, 10), Rgb([255; 3])));
}

#[test]
fn bombs_are_refused_before_they_are_decoded() {
    let begun = std::time::Instant::now();
    for (width, height) in [(50_000, 50_000), (12_001, 10), (10, 12_001), (7_100, 7_100)] {
        assert!(matches!(refusal(&png_claiming(width, height)), Problem::TooManyPixels { max: 40, .. }), "{width} × {height}");
    }
    // A real one: 50 megapixels in some kilobytes.
    let mut jpeg = bytes(RgbImage::new(16, 16), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0x1b, 0xbc, 0x1b, 0xbc]);
    assert!(matches!(refusal(&jpeg), Problem::TooManyPixels { .. }));
    assert!(begun.elapsed().as_secs() < 2);
    // What claims a size that is allowed and does not hold it.
    assert_eq!(refusal(&png_claiming(3_000, 3_000)), Problem::BrokenPicture);
}

#[test]
fn what_is_no_picture_is_refused_whatever_its_name_says() {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#;
    let xml_svg = br#"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>"#;
    let html = b"<!DOCTYPE html><script>alert(1)</script>";
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;";
    let bmp = b"BM\x3a\0\0\0\0\0\0\0";
    for sent in [&svg[..], xml_svg, html, gif, bmp, b"", b"\xff", b"%PDF-1.7", b"MZ\x90\0"] {
        assert_eq!(refusal(sent), Problem::NoPicture, "{:?}", String::from_utf8_lossy(sent));
    }
    // The first bytes of a picture, and then something else.
    for start in [&b"\xff\xd8\xff\xe0"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBPVP8 "] {
        assert_eq!(refusal(&[start, html].concat()), Problem::BrokenPicture);
    }
}

#[test]
fn what_was_cut_off_is_refused() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let whole = with_preview(&bytes(noise(300, 200), format), format);
        assert!(prepare(&whole).is_ok(), "{format:?}");
        for part in [whole.len() / 4, whole.len() / 2, whole.len() * 9 / 10] {
            assert_eq!(refusal(&whole[..part]), Problem::BrokenPicture, "{format:?}: {part} of {}", whole.len());
        }
    }
}

/// A JPEG with another within it, which has an end of its own.
fn with_preview(whole: &[u8], format: ImageFormat) -> Vec<u8> {
    if format != ImageFormat::Jpeg {
        return whole.to_vec();
    }
    let preview = bytes(RgbImage::new(8, 8), ImageFormat::Jpeg);
    let head = [&[0xff, 0xe2][..], &u16::try_from(preview.len() + 2).unwrap().to_be_bytes()].concat();
    [&whole[..2], &head, &preview, &whole[2..]].concat()
}

fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 1u32;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    })
}

#[test]
fn ten_megabytes_are_the_most() {
    let mut sent = bytes(halves(20, 20), ImageFormat::Jpeg);
    // Behind the end nobody looks.
    sent.resize(limits::PICTURE, 0);
    assert!(prepare(&sent).is_ok());
    sent.push(0);
    assert_eq!(refusal(&sent), Problem::FileTooLarge { max_mb: 10 });
}

#[test]
fn wide_colours_are_turned_into_those_of_the_web() {
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    let turned = in_web_colours(RgbImage::from_pixel(2, 2, Rgb([200, 100, 100])), &profile);
    let pixel = turned.get_pixel(0, 0);
    assert!(pixel.0[0] > 205, "{pixel:?}");
    assert_eq!(in_web_colours(halves(2, 2), b"no profile"), halves(2, 2));
}
