//! What the interface says, in German and English: Project Fluent messages from `app/i18n/{de,en}/*.ftl`.
//!
//! `t!("key", name = value)` is the only way in. A test holds that both languages have the same messages with the
//! same variables, and that every key in the code is one of them. To add a message: a line in both languages' files.
//! To add a file: its name in [`FILES`].

use crate::format;
use domain::{Lang, vocabulary::Kind};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use std::sync::LazyLock;
use unic_langid::langid;

type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($($name:literal)*) => {
        /// Name, German text and English text of every file.
        const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../i18n/de/", $name, ".ftl")),
            include_str!(concat!("../i18n/en/", $name, ".ftl")),
        )),*];
    };
}
files! { "frame" "home" "explore" "entry" "project" "lesson" "organisation" "embed" "failure" "form" "freshness" "history" "moderation" "queue" "curate" "desk" "write" "style" "account" "members" "mail" "passkeys" "readers" "duplicates" "words" "standing" "done" }

static GERMAN: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::De));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));

/// The text of a message in the language of this page; `t!("found", count = 3)`.
macro_rules! t {
    ($key:literal $(,)?) => {
        $crate::i18n::text($crate::context::lang(), $key, &fluent_bundle::FluentArgs::new())
    };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = fluent_bundle::FluentArgs::new();
        $(args.set(stringify!($name), $value);)+
        $crate::i18n::text($crate::context::lang(), $key, &args)
    }};
}
pub(crate) use t;

/// The text of a message. A key that is not there is shown as it is; tests see to it that there is none.
pub fn text(lang: Lang, key: &str, args: &FluentArgs) -> String {
    let bundle = if lang == Lang::De { &*GERMAN } else { &*ENGLISH };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, "a text is missing");
        return key.to_owned();
    };
    let mut errors: Vec<FluentError> = vec![];
    let text = bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a text cannot be put together");
    }
    text
}

/// What is said of a field or a section of the form that authors fill in. A test holds that all of them are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Its name.
    pub label: String,
    /// What helps to fill it in.
    pub help: Option<String>,
    /// What others wrote there.
    pub example: Option<String>,
}

/// The words of a field of an entry's form; of the fields in rows, with the name of the rows before.
#[must_use]
pub fn field(lang: Lang, kind: Kind, name: &str) -> Words {
    words(lang, &format!("field-{}-{}", kind.id(), name.replace('.', "-")), "help")
}

/// The words of a section of an entry's form.
#[must_use]
pub fn section(lang: Lang, kind: Kind, id: &str) -> Words {
    words(lang, &format!("section-{}-{id}", kind.id()), "lead")
}

fn words(lang: Lang, key: &str, help: &str) -> Words {
    let bundle = if lang == Lang::De { &*GERMAN } else { &*ENGLISH };
    let message = bundle.get_message(key);
    let said = |name: &str| {
        let pattern = message.as_ref()?.get_attribute(name)?.value();
        Some(bundle.format_pattern(pattern, None, &mut vec![]).into_owned())
    };
    Words { label: text(lang, key, &FluentArgs::new()), help: said(help), example: said("example") }
}

fn bundle(lang: Lang) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![if lang == Lang::De { langid!("de") } else { langid!("en-GB") }]);
    // Marks around what is put in would reach titles and attributes; both languages run from left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(if lang == Lang::De { |value, _| number(value, Lang::De) } else { |value, _| number(value, Lang::En) }));
    for (name, german, english) in FILES {
        let text = if lang == Lang::De { german } else { english };
        // What is broken is logged and left out: its neighbours can still be read.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(name, ?errors, "a file of texts cannot be read");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(name, ?errors, "a text stands twice");
        }
    }
    bundle
}

fn number(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        // Counts only: what has decimals is formatted before it gets here.
        FluentValue::Number(number) => Some(format::number(number.value as u64, lang)),
        _ => None,
    }
}
