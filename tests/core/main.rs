//! Tests of the core: everything that needs no browser, no Leptos and no `content/` check.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod calendar;
mod dates_icu;
mod dates_text;
mod edtf;
mod edtf_properties;
mod export;
mod fold;
#[path = "../fuzz/mod.rs"]
mod fuzz;
mod inputs;
mod json;
mod language;
mod layout;
mod limits;
mod notes;
mod notes_file;
mod notes_limits;
mod packing;
mod plural;
mod presenter;
mod reading;
mod search;
mod session;
mod step;
