//! `allmende serve`.

use super::progress::Progress;
use crate::{config::Config, router};
use anyhow::{Context, Result};
use std::future::IntoFuture;
use tokio::{net::TcpListener, signal::unix};

/// Serves until it is told to stop. The port opens once search and map can answer.
///
/// # Errors
/// Where the port is taken, or database, index or site folder cannot be opened.
pub async fn serve(config: &Config) -> Result<()> {
    let backend = super::open(config).await?;
    let mut progress = Progress::new("reading entries");
    backend.indexer.start(&mut |done, total| progress.at(done, total)).await?;
    let app = router::router(config, backend.clone()).await?;
    let follow = tokio::spawn(backend.indexer.clone().follow());
    let listener = TcpListener::bind(config.addr).await.with_context(|| format!("cannot listen on {} (ALLMENDE_ADDR)", config.addr))?;
    println!("Allmende is open: {}", config.base_url);
    let served = axum::serve(listener, app).with_graceful_shutdown(told_to_stop()).into_future();
    tokio::select! {
        served = served => served?,
        // It follows for as long as the process runs; a server whose search stands still must not look alive.
        stopped = follow => anyhow::bail!("the change feed is no longer followed: {stopped:?}"),
    }
    backend.db.close().await;
    Ok(())
}

async fn told_to_stop() {
    let mut terminated = match unix::signal(unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => return std::future::pending().await,
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated.recv() => {}
    }
}
