//! The server from outside: the whole router in this process, and the real binary.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking, and so do their helpers")]

mod access;
mod bad_input;
mod browser;
mod cli;
mod curating;
mod desk;
mod duplicates;
mod embed;
mod feeds;
mod freshness;
mod members;
mod oembed;
mod page_cache;
mod pages;
mod passkeys;
mod pictures;
mod precision;
mod preview;
mod protect;
mod readers;
mod rest;
mod sign_in;
mod support;
mod tiles;
mod words;
mod writing;
