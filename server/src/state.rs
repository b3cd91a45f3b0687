//! What handlers get.

use crate::{
    limit::{Networks, Readers},
    page_cache::PageCache,
};
use app::Site;
use app::assets::Assets;
use axum::extract::FromRef;
use backend::{Backend, map::BaseMap};
use std::sync::Arc;

/// Everything a handler may ask for, each part by its type.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// Where scripts and styles lie.
    pub assets: Assets,
    /// Everything behind the use cases.
    pub backend: Backend,
    /// The base map.
    pub base_map: Arc<BaseMap>,
    /// How readers reach this server.
    pub base_url: BaseUrl,
    /// Which networks tried to sign in.
    pub networks: Networks,
    /// Pages that were drawn a moment ago.
    pub pages: PageCache,
    /// Which networks readers wrote from.
    pub readers: Readers,
    /// What pages know of this copy.
    pub site: Site,
}

/// How readers reach this server, without a slash at the end.
#[derive(Clone)]
pub struct BaseUrl(pub Arc<str>);
