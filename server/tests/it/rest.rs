//! The REST interface, as partners rely on it.

mod details;
mod errors;
mod geo;
mod search;
mod suggest;
