//! The embedded engine on the sample directory.

mod facets;
mod files;
mod geo;
mod order;
mod rebuilds;
mod sample;
mod similar;
mod trials;
mod words;
