//! What the operator of this copy says on its pages: Markdown files in `ALLMENDE_PAGES_DIR`, read once at the start.
//!
//! `imprint.de.md` takes the place of our imprint; `privacy.de.md` and `accessibility.de.md` follow our texts. The
//! same with `.en.md`; where there is none, readers of English get the German one.

use anyhow::{Context, Result};
use domain::Lang;
use std::{collections::HashMap, io::ErrorKind, path::Path};

/// Pages that take an operator's text.
const PAGES: [&str; 3] = ["imprint", "privacy", "accessibility"];

/// What is in the folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OperatorTexts {
    /// The texts, by page and language.
    pub texts: HashMap<(String, Lang), String>,
    /// Names of other Markdown files, which no page shows.
    pub others: Vec<String>,
}

/// All texts that are there.
///
/// # Errors
/// Where a file is there but cannot be read.
pub fn read(folder: &Path) -> Result<OperatorTexts> {
    let mut texts = HashMap::new();
    let mut others = markdown_files(folder);
    for (page, lang) in PAGES.iter().flat_map(|page| Lang::ALL.iter().map(move |lang| (*page, *lang))) {
        let name = format!("{page}.{}.md", lang.id());
        others.retain(|other| *other != name);
        let file = folder.join(name);
        match std::fs::read_to_string(&file) {
            Ok(text) => _ = texts.insert((page.to_owned(), lang), text),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("cannot read {} (ALLMENDE_PAGES_DIR)", file.display())),
        }
    }
    Ok(OperatorTexts { texts, others })
}

/// The folder need not be there.
fn markdown_files(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        files.filter_map(|file| file.file_name().into_string().ok()).filter(|name| name.ends_with(".md")).collect();
    names.sort_unstable();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_page_and_language() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(&folder.path().join("missing")).unwrap(), OperatorTexts::default());
        std::fs::write(folder.path().join("imprint.en.md"), "# Imprint").unwrap();
        std::fs::write(folder.path().join("about.de.md"), "not ours to replace").unwrap();
        let OperatorTexts { texts, others } = read(folder.path()).unwrap();
        assert_eq!(others, ["about.de.md"]);
        assert_eq!(texts.into_iter().collect::<Vec<_>>(), [(("imprint".to_owned(), Lang::En), "# Imprint".to_owned())]);
        std::fs::create_dir(folder.path().join("privacy.de.md")).unwrap();
        assert!(format!("{:#}", read(folder.path()).unwrap_err()).contains("privacy.de.md"));
    }
}
