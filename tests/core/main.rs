//! Tests of the core: everything that needs no browser, no Leptos and no `content/` check.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod calendar;
mod dates_icu;
mod dates_text;
mod edges;
mod edtf;
mod edtf_properties;
mod export;
mod fold;
#[path = "../fuzz/mod.rs"]
mod fuzz;
mod inputs;
mod json;
mod keyboard;
mod language;
mod layout;
mod limits;
mod notes;
mod notes_file;
mod notes_limits;
mod packing;
mod page;
mod plural;
mod reading;
mod room;
mod search;
mod session;
mod step;
