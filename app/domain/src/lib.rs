//! Vocabulary and rules of Allmende: types that cannot hold wrong values, the life cycle of entries,
//! permissions, and the one query language. No I/O, no clock, no randomness; compiles for the browser.
//!
//! To add a noun: a document in its own file, a variant in [`entry::Document`], and its facets in
//! [`facet`]. To add a facet value: one line in [`vocabulary`].

pub mod account;
pub mod audit;
pub mod document;
pub mod entry;
pub mod error;
pub mod facet;
pub mod form;
pub mod geo;
pub mod id;
pub mod lesson;
pub mod limits;
pub mod local_path;
pub mod organisation;
pub mod page;
pub mod permission;
pub mod picture;
pub mod project;
pub mod query;
pub mod queue;
pub mod reader;
pub mod region;
pub mod removal;
pub mod revision;
pub mod second_step;
pub mod signal;
pub mod text;
pub mod time;
pub mod vocabulary;
pub mod words;

pub use error::{Error, FieldError, Problem};
pub use vocabulary::Lang;
