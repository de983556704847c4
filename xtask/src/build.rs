//! `cargo xtask build`: the pages in `dist/`, ready for any static host, and what they weigh.

use std::process::ExitCode;

use crate::project::{self, command, succeed, timed};
use crate::size::{self, Weight};
use crate::{Outcome, check, setup, stage};

/// Builds and weighs.
pub fn run(arguments: &[String]) -> Outcome {
    crate::flag(arguments, "")?;
    let weight = build()?;
    print!("{weight}");
    Ok(ExitCode::SUCCESS)
}

/// Checks the content, builds `dist/`, weighs a first visit (also in `target/size.json`).
pub fn build() -> Result<Weight, String> {
    setup::ready()?;
    check::pass()?;
    timed("build: trunk build --release", || {
        succeed(
            "the release build",
            command("trunk")
                .args(["build", "--release", "--public-url", "./"])
                .env("TRUNK_SKIP_VERSION_CHECK", "true")
                .env(stage::CHECKED, "true"),
        )
    })?;
    let weight = size::weigh(&project::dist())?;
    project::write(&project::root().join("target/size.json"), weight.json())?;
    Ok(weight)
}
