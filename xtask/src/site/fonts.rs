//! Fonts from npm packages into `fonts/`. Fonts of no package lie in `public/fonts/`.
//!
//! Browsers keep a font for a year without asking: whoever puts other bytes into a font file, by a newer package
//! too, gives the file another name.

use anyhow::Result;

use super::Site;
use crate::paths;

/// Package and file, without `.woff2`. The names are those that style sheets and the map's style ask for.
const FONTS: [(&str, &str); 4] = [
    ("noto-sans", "noto-sans-latin-400-normal"),
    ("noto-sans", "noto-sans-latin-700-normal"),
    ("noto-sans", "noto-sans-latin-ext-400-normal"),
    ("noto-sans", "noto-sans-latin-ext-700-normal"),
];

pub(super) fn add(site: &mut Site) -> Result<()> {
    let packages = paths::map_package().join("node_modules/@fontsource");
    for (package, font) in FONTS {
        site.put(&packages.join(package).join("files").join(format!("{font}.woff2")), format!("fonts/{font}.woff2"))?;
        site.put(&packages.join(package).join("LICENSE"), format!("fonts/{package}-LICENSE.txt"))?;
    }
    Ok(())
}
