//! What a person does with the page, in a real browser against the built files.

mod choosing;
mod finding;
mod load;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    e2e::runner::run(&[load::TESTS, choosing::TESTS, finding::TESTS, tools::TESTS])
}
