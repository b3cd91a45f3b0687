//! Small pieces of HTML without state, drawn on the server. `/about/style` shows each in every state.

pub mod card;
pub mod chips;
pub mod contradiction;
pub mod entry_page;
pub mod facets;
pub mod facts;
pub mod failure;
pub mod footer;
pub mod header;
pub mod kind_mark;
pub mod load;
pub mod map;
pub mod marked;
pub mod nothing;
pub mod origin;
pub mod page_meta;
pub mod paging;
pub mod passage;
pub mod phase;
pub mod records;
pub mod search_form;
pub mod similar;
pub mod structured;
pub mod table;
pub mod views;
