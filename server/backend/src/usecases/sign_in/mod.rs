//! Signing in by mail: a link that is good once, for a quarter of an hour, in the browser that asked for it; or a code
//! to type there. Whoever signs in for the first time has an account from then on, so nothing that happens before tells
//! whether an address is known.

mod ask;
mod confirm;
mod forget;
mod session;

pub use ask::{Asked, ask};
pub use confirm::{Proof, SignedIn, confirm, is_browser_of, next_of};
pub use forget::{forget, forget_always};
pub use session::{Identified, actor, identify, sign_out, sign_out_everywhere};

use domain::{
    limits,
    time::{DAY, Timestamp},
};

/// Sessions that were not in use since then are over.
pub(super) fn since(now: Timestamp) -> Timestamp {
    Timestamp(now.0 - limits::SESSION_DAYS * DAY)
}
