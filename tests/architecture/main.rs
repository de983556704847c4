//! The shape of the project, held by reading its text: the standard library only, no compiler, no browser.
//!
//! Every rule is a function from text to what breaks it. One test gives it the project, another gives
//! it a text that is wrong, so that a rule that sees nothing shows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod breach;
mod files;
mod imports;
mod keyboard;
mod layers;
mod page;
mod panics;
mod paths;
mod sheet;
mod sizes;
mod styles;
mod tokens;
