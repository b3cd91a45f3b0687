//! From picture to PNG: off the threads that answer requests, a few at a time, and not twice in a row.

use super::{letters, picture::Picture};
use axum::body::Bytes;
use moka::future::Cache;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use std::{
    io::{Error, Result},
    sync::{Arc, LazyLock},
};
use tokio::sync::Semaphore;

/// Pictures kept, of some 50 kB each.
const KEPT: u64 = 200;
/// Pictures drawn at once. Each takes a core for a moment; pages must not wait for them.
const AT_ONCE: usize = 2;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| Arc::new(letters::database()));

/// Draws pictures and keeps the latest.
pub struct Studio {
    /// By what stands on them, so that a changed entry has another picture at once.
    kept: Cache<Picture, Bytes>,
    seats: Semaphore,
}

impl Studio {
    pub fn new() -> Self {
        Self { kept: Cache::new(KEPT), seats: Semaphore::new(AT_ONCE) }
    }

    /// The picture as PNG.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub async fn png(&self, picture: Picture) -> Result<Bytes> {
        self.kept
            .try_get_with(picture.clone(), async {
                let _seat = self.seats.acquire().await.map_err(Error::other)?;
                tokio::task::spawn_blocking(move || draw(&picture)).await.map_err(Error::other)?
            })
            .await
            .map_err(Error::other)
    }
}

fn draw(picture: &Picture) -> Result<Bytes> {
    let options = Options { fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(&picture.svg()?, &options).map_err(Error::other)?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or_else(|| Error::other("a picture without size"))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    Ok(pixels.encode_png().map_err(Error::other)?.into())
}
