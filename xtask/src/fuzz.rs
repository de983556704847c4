//! `cargo xtask fuzz [parser] [count] [seed]`: a million inputs for every parser, which none may choke on.
//!
//! `tests/fuzz` makes the inputs and tries them; built fast, and with every check that a debug build has.

use std::process::ExitCode;

use crate::Outcome;
use crate::project::{self, cargo, succeed};

/// All parsers, or those named; a number is how many inputs each gets, a second one the seed.
pub fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| argument.starts_with('-')) {
        return Err(format!("unknown argument `{unknown}`: `fuzz` takes names of parsers, a count and a seed"));
    }
    let build = ["test", "--quiet", "--profile", "fuzz", "--features", "check", "--test", "fuzz", "--"];
    let mut fuzz = cargo(build);
    fuzz.args(arguments).env("FRISE_FUZZ", project::root().join("target/fuzz"));
    succeed("fuzz", &mut fuzz)?;
    Ok(ExitCode::SUCCESS)
}
