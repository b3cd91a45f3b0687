//! Signing in by mail: a link that is good once, for a quarter of an hour, in the browser that asked for it; or a code
//! to type there. Whoever signs in for the first time has an account from then on, so nothing that happens before tells
//! whether an address is known.

mod ask;
mod confirm;
mod session;

pub use ask::{Asked, ask};
pub use confirm::{Proof, confirm, is_browser_of};
pub use session::{actor, sign_out, sign_out_everywhere};

/// In microseconds.
const MINUTE: i64 = 60_000_000;
