//! What reads what others wrote, and the inputs it is tried with: a few in `tests/core`, a million in `main.rs`.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

pub mod bundles;
#[cfg(feature = "check")]
pub mod folder;
pub mod input;
pub mod parsers;

use parsers::Parser;

/// The number-th input of a parser.
pub fn nth(parser: &Parser, kept: &[Vec<u8>], seed: u64, number: u64, long: bool) -> Vec<u8> {
    let random = input::Random::new(seed, parser.name, number);
    let make = if long { input::long } else { input::input };
    let mut bytes = make(&random, kept, parser.tokens);
    if let Some(mend) = parser.mend.filter(|_| random.one_in(2)) {
        mend(&mut bytes);
    }
    bytes
}
