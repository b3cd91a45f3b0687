//! How easy the German texts of the interface are to read: the messages of `i18n/de` and the long pages.
//!
//! The measure is Flesch's in Amstad's form for German: 180 − words per sentence − 58.5 × syllables per word. Above
//! 60 is plain, below 30 is officialese. `cargo test -p app --test reading -- --nocapture` prints all figures.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::{collections::BTreeMap, fmt, fs, path::Path};

/// What all texts together must reach.
const OVERALL: f64 = 55.0;
/// What each text must reach, from this many words on.
const FLOOR: f64 = 25.0;
const FLOOR_WORDS: usize = 8;
/// Shorter texts are labels: they count in the sums only.
const LABEL_WORDS: usize = 3;
/// Stands for whatever is filled in.
const FILLED_IN: &str = "Wort";

#[test]
fn the_german_texts_are_easy_to_read() {
    let texts = all_texts();
    let mut files = BTreeMap::<&str, Count>::new();
    for text in &texts {
        *files.entry(text.file.as_str()).or_default() += text.count;
    }
    let overall = files.values().fold(Count::default(), |sum, &count| sum + count);
    println!("all {} texts, {} words: {:.1}", texts.len(), overall.words, overall.ease());
    for (file, count) in &files {
        println!("{:6.1}  {file}, {} words", count.ease(), count.words);
    }
    let mut hardest: Vec<_> = texts.iter().filter(|text| text.count.words >= LABEL_WORDS).collect();
    hardest.sort_by(|a, b| a.count.ease().total_cmp(&b.count.ease()));
    println!("the hardest:");
    hardest.iter().take(10).for_each(|text| println!("{text}"));

    assert!(overall.ease() >= OVERALL, "all texts together reach {:.1}, not {OVERALL}", overall.ease());
    let too_hard: Vec<_> =
        hardest.iter().filter(|text| text.count.words >= FLOOR_WORDS && text.count.ease() < FLOOR).map(|text| text.to_string()).collect();
    assert!(too_hard.is_empty(), "below {FLOOR}; use shorter sentences and shorter words:\n{}", too_hard.join("\n"));
}

// --- the measure

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Count {
    fn of(text: &str) -> Self {
        let tokens: Vec<&str> = text.split_whitespace().collect();
        let mut count = Self::default();
        let mut in_sentence = false;
        for token in tokens {
            let syllables = syllables(token);
            count.words += usize::from(syllables > 0);
            count.syllables += syllables;
            in_sentence |= syllables > 0;
            if in_sentence && ends_sentence(token) {
                count.sentences += 1;
                in_sentence = false;
            }
        }
        count.sentences += usize::from(in_sentence);
        count
    }

    #[expect(clippy::cast_precision_loss, reason = "a few thousand words")]
    fn ease(self) -> f64 {
        let (sentences, words, syllables) = (self.sentences.max(1) as f64, self.words.max(1) as f64, self.syllables as f64);
        180.0 - words / sentences - 58.5 * syllables / words
    }
}

impl std::ops::Add for Count {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { sentences: self.sentences + other.sentences, words: self.words + other.words, syllables: self.syllables + other.syllables }
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// As Flesch counted: a colon and a semicolon end a unit of thought too. The dot of „24. Juni“ ends nothing.
fn ends_sentence(token: &str) -> bool {
    let token = token.trim_end_matches(['"', '“', '”', '«', '‘', ')', ']']);
    let ordinal = token.strip_suffix('.').is_some_and(|number| number.len() < 3 && number.bytes().all(|b| b.is_ascii_digit()));
    token.ends_with(['.', '!', '?', ':', ';', '…']) && !ordinal
}

/// Of one word, which may be a compound with hyphens. A number counts as one.
fn syllables(token: &str) -> usize {
    let parts = token.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let of_letters = parts.map(syllables_of_letters).sum();
    if of_letters == 0 { usize::from(token.contains(|c: char| c.is_ascii_digit())) } else { of_letters }
}

/// Places to hyphenate miss what nobody hyphenates (a-ber, The-o-rie), and sounds miss what only the patterns know
/// (Fe-ri-en): the larger is right nearly always. Abbreviations are spelt out.
fn syllables_of_letters(word: &str) -> usize {
    let letters = word.chars().count();
    if (2..6).contains(&letters) && word.chars().all(char::is_uppercase) {
        return letters;
    }
    let word = word.to_lowercase();
    hypher::hyphenate(&word, hypher::Lang::German).count().max(vowel_sounds(&word)).max(1)
}

fn vowel_sounds(word: &str) -> usize {
    const PAIRS: [&str; 14] = ["aa", "ai", "au", "ay", "äu", "ee", "ei", "eu", "ey", "ie", "oi", "oo", "ou", "oy"];
    let word = word.replace("qu", "q");
    let mut count = 0;
    let mut rest = word.as_str();
    while let Some(first) = rest.chars().next() {
        let pair = PAIRS.iter().find(|pair| rest.starts_with(**pair));
        count += usize::from("aeiouyäöüéèàô".contains(first));
        rest = &rest[pair.map_or(first.len_utf8(), |pair| pair.len())..];
    }
    count
}

// --- the texts

struct Text {
    file: String,
    name: String,
    words: String,
    count: Count,
}

impl Text {
    fn new(file: &str, name: String, words: String) -> Self {
        Self { file: file.to_owned(), name, count: Count::of(&words), words }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:6.1}  {} {}: {}", self.count.ease(), self.file, self.name, self.words)
    }
}

fn all_texts() -> Vec<Text> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for (file, source) in sources(&app.join("i18n/de"), ".ftl") {
        texts.extend(messages(&file, &source));
    }
    for (file, source) in sources(&app.join("pages"), ".de.md") {
        texts.extend(paragraphs(&file, &source));
    }
    assert!(!texts.is_empty(), "no texts found");
    texts
}

/// The files of a folder by name; a folder that is not there has none.
fn sources(folder: &Path, ending: &str) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("the file can be read"))
        })
        .collect();
    files.sort();
    files
}

/// Headings, paragraphs and items of lists. Code counts as one short word.
fn paragraphs(file: &str, source: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut words = String::new();
    let mut heading = String::new();
    for event in Parser::new(source) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Code(_) => words.push_str(FILLED_IN),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Start(Tag::List(_)) | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                let text = std::mem::take(&mut words);
                if matches!(event, Event::End(TagEnd::Heading(_))) {
                    heading.clone_from(&text);
                }
                if !text.is_empty() {
                    texts.push(Text::new(file, format!("under “{heading}”"), text));
                }
            }
            _ => {}
        }
    }
    texts
}

/// Values and attributes of all messages. A message may hold an address, which nobody reads.
fn messages(file: &str, source: &str) -> Vec<Text> {
    let resource = fluent_syntax::parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let mut texts = Vec::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let value = message.value.into_iter().map(|pattern| (id.to_owned(), pattern));
        let attributes = message.attributes.into_iter().map(|attribute| (format!("{id}.{}", attribute.id.name), attribute.value));
        for (name, pattern) in value.chain(attributes) {
            let read = readings(&pattern).into_iter().filter(|words| !words.starts_with('/'));
            texts.extend(read.map(|words| Text::new(file, name.clone(), words)));
        }
    }
    texts
}

/// A message with selectors reads differently by variant: each variant once, the selectors beside it alike.
fn readings(pattern: &Pattern<&str>) -> Vec<String> {
    (0..most_variants(pattern)).map(|variant| reading(pattern, variant)).collect()
}

fn most_variants(pattern: &Pattern<&str>) -> usize {
    let selects = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => Some(variants),
        _ => None,
    });
    selects
        .map(|variants| variants.iter().map(|variant| most_variants(&variant.value)).max().unwrap_or(1).max(variants.len()))
        .max()
        .unwrap_or(1)
}

fn reading(pattern: &Pattern<&str>, variant: usize) -> String {
    let of_element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => value.replace('\n', " "),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.get(variant.min(variants.len() - 1)).map(|chosen| reading(&chosen.value, variant)).unwrap_or_default()
        }
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => (*value).to_owned(),
        PatternElement::Placeable { .. } => FILLED_IN.to_owned(),
    };
    pattern.elements.iter().map(of_element).collect()
}

// --- whether the measure measures

#[test]
fn the_formula_gives_what_one_counts_by_hand() {
    // Die Kat-ze sitzt auf der Mat-te.
    let count = Count::of("Die Katze sitzt auf der Matte.");
    assert_eq!(count, Count { sentences: 1, words: 6, syllables: 8 });
    assert!((count.ease() - (180.0 - 6.0 - 58.5 * 8.0 / 6.0)).abs() < 1e-9, "{}", count.ease());
    // Der An-trag wird ge-prüft: Das dau-ert bis zum drei. Ju-ni zwanzig.
    assert_eq!(Count::of("Der Antrag wird geprüft: Das dauert bis zum 3. Juni 2026."), Count { sentences: 2, words: 11, syllables: 15 });
}

#[test]
fn officialese_falls_through() {
    let officialese = "Die Inanspruchnahme datenschutzrechtlicher Auskunftsansprüche erfolgt unter Berücksichtigung der Zuständigkeiten.";
    let plain = "Wollt ihr wissen, was wir über euch gespeichert haben? Dann fragt uns.";
    assert!(Count::of(officialese).ease() < FLOOR);
    assert!(Count::of(plain).ease() > OVERALL);
}

#[test]
fn syllables_are_counted_as_people_speak_them() {
    const BY_HAND: &str = "a·ber o·der I·dee I·de·en Mu·se·um Fa·mi·lie Fe·ri·en neu·e neu·er ak·tu·ell so·zi·al \
        In·for·ma·ti·on Or·ga·ni·sa·ti·on Quel·le The·o·rie Ra·di·o Pro·jek·te Ver·ein Ver·ei·ne Er·fah·run·gen Eh·ren·amt \
        Ge·mein·wohl Ü·ber·set·zung U·kra·i·ne Pfle·ge Bar·rie·re·frei·heit Bäu·me Leu·te See Meer Rei·he bau·en ei·nig E·he \
        Chat·bot K·I D·S·G·V·O K·I-·Pro·jek·te Mit·ar·bei·ten·de Be·ob·ach·tung";
    let words: Vec<_> = BY_HAND.split_whitespace().map(|word| (word.replace('·', ""), word.split('·').count())).collect();
    let wrong: Vec<_> = words.iter().filter(|(word, by_hand)| syllables(word) != *by_hand).map(|(word, _)| word).collect();
    let hyphens = |word: &str| hypher::hyphenate(&word.to_lowercase(), hypher::Lang::German).count();
    let by_hyphens = words.iter().filter(|(word, by_hand)| hyphens(word) == *by_hand).count();
    println!("of {} words, hyphens alone get {by_hyphens} right, with sounds {}: not {wrong:?}", words.len(), words.len() - wrong.len());
    assert!(wrong.len() * 20 <= words.len(), "{wrong:?}");
}

#[test]
fn every_variant_of_a_message_is_read() {
    let source = "\
found = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge
 } für { $place }.
    .title = Treffer
href = /explore?q=a
-brand = Allmende
";
    let texts = messages("a.ftl", source);
    let words: Vec<_> = texts.iter().map(|text| (text.name.as_str(), text.words.as_str())).collect();
    assert_eq!(words, [("found", "Ein Eintrag für Wort."), ("found", "Wort Einträge für Wort."), ("found.title", "Treffer")]);
}

#[test]
fn a_page_is_read_by_paragraph() {
    let texts = paragraphs("a.de.md", "# Titel\n\nEin *kurzer*\nSatz.\n\n## Mehr\n\n- mit [Link](/a)\n- mit `CODE_X`\n");
    let words: Vec<_> = texts.iter().map(|text| text.words.as_str()).collect();
    assert_eq!(words, ["Titel", "Ein kurzer Satz.", "Mehr", "mit Link", "mit Wort"]);
}
