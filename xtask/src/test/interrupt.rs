//! Ctrl-C: the children get it too and end; we go on just long enough to clean up behind them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use anyhow::Result;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

static INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// From now on a signal no longer ends us, it is remembered: set within the handler, so that it is known by the time
/// a child is seen to have ended of it.
pub fn listen() -> Result<()> {
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(&INTERRUPTED))?;
    }
    Ok(())
}

/// Whether a signal came.
pub fn came() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}
