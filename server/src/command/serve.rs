//! `allmende serve`.

use super::progress::Progress;
use crate::{config::Config, router};
use anyhow::{Context, Result};
use backend::{
    links::{Checker, Reach},
    usecases::{
        curate::digest_always, duplicates::look_always, freshness::keep_fresh_always, links::check_links_always, sign_in::forget_always,
        sweep_files::sweep_files_always,
    },
};
use std::{net::SocketAddr, time::Duration};
use tokio::{net::TcpListener, signal::unix, sync::oneshot};

/// How long answers under way may take once it is told to stop. A reader who never finishes asking, or never
/// takes the answer, does not hold it up for longer.
const GRACE: Duration = Duration::from_secs(5);

/// Serves until it is told to stop. The port opens once search and map can answer.
///
/// # Errors
/// Where the port is taken, or database, index or site folder cannot be opened.
pub async fn serve(config: &Config) -> Result<()> {
    let backend = super::open(config).await?;
    let mut progress = Progress::new("reading entries");
    backend.indexer.start(&mut |done, total| progress.at(done, total)).await?;
    let app = router::router(config, backend.clone()).await?;
    let mut follow = tokio::spawn(backend.indexer.clone().follow());
    let mut post = tokio::spawn(super::postman(config, &backend)?.follow());
    let digest = tokio::spawn(digest_always(backend.clone()));
    let forget = tokio::spawn(forget_always(backend.clone()));
    let keep_fresh = tokio::spawn(keep_fresh_always(backend.clone()));
    let sweep = tokio::spawn(sweep_files_always(backend.clone()));
    let look = tokio::spawn(look_always(backend.clone()));
    let checker = config.check_links.then(|| Checker::new(&config.base_url, Reach::Public)).transpose().context("ALLMENDE_CHECK_LINKS")?;
    let check_links = checker.map(|checker| tokio::spawn(check_links_always(backend.clone(), checker)));
    let listener = TcpListener::bind(config.addr).await.with_context(|| format!("cannot listen on {} (ALLMENDE_ADDR)", config.addr))?;
    if let Some(warning) = super::check_config::without_passkeys(config) {
        tracing::warn!("{warning}");
    }
    println!("Allmende is open: {}", config.base_url);
    let (stop, stopping) = oneshot::channel();
    let serving = axum::serve(listener, app.into_make_service_with_connect_info::<SocketAddr>()).with_graceful_shutdown(async {
        told_to_stop().await;
        _ = stop.send(());
    });
    tokio::select! {
        served = serving => served?,
        () = grace(stopping) => {}
        // It follows for as long as the process runs; a server whose search stands still must not look alive.
        stopped = &mut follow => anyhow::bail!("the change feed is no longer followed: {stopped:?}"),
        stopped = &mut post => anyhow::bail!("mails are no longer sent: {stopped:?}"),
    }
    digest.abort();
    forget.abort();
    keep_fresh.abort();
    look.abort();
    sweep.abort();
    check_links.inspect(|task| task.abort());
    post.abort();
    _ = post.await;
    follow.abort();
    _ = follow.await;
    backend.indexer.let_go().await;
    backend.db.close().await;
    Ok(())
}

async fn grace(stopping: oneshot::Receiver<()>) {
    match stopping.await {
        Ok(()) => tokio::time::sleep(GRACE).await,
        // It ended by itself; how, `serving` says.
        Err(_) => std::future::pending().await,
    }
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
