//! Tiles of the entries that a query selects.

use super::selection::selection;
use crate::{Backend, failure::Result};
use domain::{Error, account::Actor, query::Query};

/// One vector tile; empty where nothing is.
///
/// # Errors
/// [`Error::NotFound`] for a tile that does not exist, [`Error::Invalid`] for a place nobody knows.
pub async fn filter_map(backend: &Backend, _actor: &Actor, query: &Query, (z, x, y): (u8, u32, u32)) -> Result<Vec<u8>> {
    let selection = selection(backend, query).await?;
    Ok(backend.map.tile(z, x, y, &selection).ok_or(Error::NotFound)?)
}
