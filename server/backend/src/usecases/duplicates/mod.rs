//! Entries that may be the same: looking for them, saying that they are none, putting two together, and undoing that.

mod dismiss;
mod document;
mod list;
mod look;
mod merge;
mod moved;
mod redirect;
mod show;
mod tell;
mod undo;

pub use dismiss::{dismiss, restore};
pub use list::{Listing, Pairs, Shown, list_duplicates};
pub use look::{look, look_always, look_now};
pub use merge::{Merge, merge};
pub use redirect::moved_to;
pub use show::{Merging, Standing, show_merge};
pub use undo::{Left, undo};
