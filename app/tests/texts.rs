//! German and English say the same things with the same values, and the code asks for nothing else.

use domain::{
    form::{Input, sections},
    vocabulary::Kind,
};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Messages by key, each with the names of its values.
type Texts = BTreeMap<String, BTreeSet<String>>;

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    let (german, english) = (texts("de"), texts("en"));
    assert!(german.len() > 150, "only {} messages were read", german.len());
    let differences: Vec<_> = german.keys().chain(english.keys()).filter(|key| german.get(*key) != english.get(*key)).collect();
    assert_eq!(differences, Vec::<&String>::new());
}

#[test]
fn the_code_asks_for_messages_that_are_there_with_their_values() {
    let german = texts("de");
    for (file, key, values) in asked() {
        assert_eq!(german.get(&key), Some(&values), "{}: t!(\"{key}\")", file.display());
    }
}

#[test]
fn every_message_is_asked_for() {
    let asked: BTreeSet<String> = asked().into_iter().map(|(_, key, _)| key).collect();
    let of_forms = forms();
    let unused: Vec<_> = texts("de").into_keys().filter(|key| !asked.contains(key) && !of_forms.contains_key(key)).collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_field_and_section_of_a_form_has_its_words_in_both_languages() {
    let attributes = |lang: &str| {
        let file = root().join("i18n").join(lang).join("form.ftl");
        let resource = parser::parse(fs::read_to_string(file).expect("a file that can be read")).expect("a file without faults");
        let messages = resource.body.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message.attributes.into_iter().map(|attribute| attribute.id.name).collect())),
            _ => None,
        });
        messages.collect::<BTreeMap<String, BTreeSet<String>>>()
    };
    let (german, english) = (attributes("de"), attributes("en"));
    assert_eq!(german, english);
    for (key, needs) in forms() {
        let there = german.get(&key).unwrap_or_else(|| panic!("{key} is missing"));
        assert!(needs.iter().all(|need| there.contains(*need)), "{key} has {there:?}, needs {needs:?}");
    }
}

/// The keys of all words of forms, with the attributes that each must have.
fn forms() -> BTreeMap<String, Vec<&'static str>> {
    // Pictures have a page of their own; what changed of them is told under this name.
    let mut keys = BTreeMap::from([("field-project-images".to_owned(), vec![])]);
    for kind in Kind::ALL {
        for section in sections(*kind) {
            keys.insert(format!("section-{}-{}", kind.id(), section.id), vec!["lead"]);
            for field in section.fields {
                let key = format!("field-{}-{}", kind.id(), field.name.replace('.', "-"));
                let is_written = !matches!(field.input, Input::Choice(_) | Input::Choices(_) | Input::Projects | Input::Rows(_));
                if let Input::Rows(cells) = field.input {
                    keys.extend(cells.iter().map(|cell| (format!("{key}-{}", cell.name.replace('.', "-")), vec![])));
                }
                keys.insert(key, if is_written { vec!["help", "example"] } else { vec!["help"] });
            }
        }
    }
    keys
}

#[test]
fn every_long_page_is_there_in_both_languages() {
    let pages = files(&root().join("pages"), "md");
    let names = |lang: &str| -> BTreeSet<String> {
        let end = format!(".{lang}.md");
        pages.iter().filter_map(|file| Some(file.file_name()?.to_str()?.strip_suffix(&end)?.to_owned())).collect()
    };
    assert!(names("de").len() >= 4);
    assert_eq!(names("de"), names("en"));
}

#[test]
fn the_test_sees_what_is_asked() {
    let source = r#"a(t!("one"), t!("two", count = f(1, "x)"), name = y)) t!( "three", a = t!("four"), )"#;
    let values = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let expected = [("one", values(&[])), ("two", values(&["count", "name"])), ("three", values(&["a"])), ("four", values(&[]))];
    assert_eq!(calls(source), expected.map(|(key, values)| (key.to_owned(), values)));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// All files with this ending below a folder.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let path = entry.expect("a file that can be seen").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}

fn texts(lang: &str) -> Texts {
    let mut texts = Texts::new();
    for file in files(&root().join("i18n").join(lang), "ftl") {
        let resource = parser::parse(fs::read_to_string(&file).expect("a file that can be read"))
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut values = BTreeSet::new();
            of_pattern(message.value.as_ref().expect("a text"), &mut values);
            assert!(texts.insert(message.id.name.clone(), values).is_none(), "{} stands twice", message.id.name);
        }
    }
    texts
}

fn of_pattern(pattern: &Pattern<String>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, values);
        }
    }
}

fn of_expression(expression: &Expression<String>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, values),
        Expression::Select { selector, variants } => {
            of_inline(selector, values);
            variants.iter().for_each(|variant| of_pattern(&variant.value, values));
        }
    }
}

fn of_inline(inline: &InlineExpression<String>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => _ = values.insert(id.name.clone()),
        InlineExpression::Placeable { expression } => of_expression(expression, values),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("{other:?} is not looked into"),
    }
}

/// Every `t!(…)` of the code: where, which key, which values.
fn asked() -> Vec<(PathBuf, String, BTreeSet<String>)> {
    let sources = files(&root().join("src"), "rs").into_iter().filter(|file| !file.ends_with("i18n.rs"));
    sources
        .flat_map(|file| {
            calls(&fs::read_to_string(&file).expect("a file that can be read"))
                .into_iter()
                .map(move |(key, values)| (file.clone(), key, values))
        })
        .collect()
}

fn calls(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let starts = source.match_indices("t!(").filter(|(at, _)| !source[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    starts
        .map(|(at, start)| {
            let parts = parts(&source[at + start.len()..]);
            let key = parts[0].trim().trim_matches('"').to_owned();
            let values = parts[1..].iter().filter_map(|part| Some(part.split_once('=')?.0.trim().to_owned()));
            (key, values.collect())
        })
        .collect()
}

/// What stands between the commas of an open bracket, up to its end.
fn parts(rest: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut all) = (0, false, vec![String::new()]);
    for c in rest.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                all.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = all.last_mut() {
            last.push(c);
        }
    }
    all
}
