//! Small pieces of HTML without state, drawn on the server.

pub mod card;
pub mod chips;
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
pub mod origin;
pub mod page_title;
pub mod paging;
pub mod passage;
pub mod search_form;
