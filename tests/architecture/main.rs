//! The shape of the project, held by reading its text: Rust by syn, all else as it stands; no compiler, no browser. Where
//! a text lists what the program knows, the program is asked.
//!
//! Every rule is a function from text to what breaks it. One test gives it the project, another gives
//! it a text that is wrong, so that a rule that sees nothing shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod breach;
mod components;
mod files;
mod imports;
mod keyboard;
mod layers;
mod page;
mod paths;
mod phrases;
mod rings;
mod rust;
mod sheet;
mod shipped;
mod sizes;
mod styles;
