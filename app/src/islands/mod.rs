//! The only code that runs in the browser. Islands know no router and no context; what they need is in the
//! page's own HTML.

pub mod create;
pub mod live;
mod options;
pub mod passkey;
mod request;
pub mod suggest;
mod values;
pub mod writing;
