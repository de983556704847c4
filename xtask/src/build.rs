//! `cargo xtask build`: the pages in `dist/`, ready for any static host, and what they weigh.

use std::process::ExitCode;

use crate::project::{self, command, succeed, timed};
use crate::size::{self, Weight};
use crate::{Outcome, check, compress, setup, stage};

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
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped())
                .env("TRUNK_SKIP_VERSION_CHECK", "true")
                .env(stage::CHECKED, "true"),
        )
    })?;
    timed("build: compressing every file", || compress::all(&project::dist()))?;
    let weight = size::weigh(&project::dist())?;
    project::write(&project::root().join("target/size.json"), weight.json())?;
    Ok(weight)
}

/// Panic messages carry the paths of sources: those of this machine are nobody's business, and bytes.
fn remapped() -> String {
    let cargo_home =
        std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let registry = cargo_home.map(|home| format!("--remap-path-prefix={home}/registry/src=")).unwrap_or_default();
    format!("{registry} --remap-path-prefix={}=", project::root().display())
}
