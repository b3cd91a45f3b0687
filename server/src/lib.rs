//! Composes the house: configuration, router, REST, command line. Decides nothing about the product.

pub mod cli;
pub mod command;
pub mod config;
pub mod cookies;
pub mod etag;
pub mod feeds;
pub mod files;
pub mod forms;
pub mod language;
pub mod limit;
pub mod map_style;
mod moved;
pub mod oembed;
pub mod operator_texts;
pub mod page_cache;
pub mod pages;
pub mod preview;
pub mod protect;
pub mod rest;
pub mod router;
pub mod session;
pub mod state;
pub mod static_files;
pub mod tiles;
