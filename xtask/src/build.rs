//! `cargo xtask build`: the pages in `dist/`, ready for any static host, and what they weigh.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::project::{self, command, succeed, timed};
use crate::size::{self, Weight};
use crate::{Outcome, check, compress, setup, stage};

/// Builds, compresses and weighs; with `--fixture` also makes the site that tests are written for, in
/// `target/fixture`.
pub fn run(arguments: &[String]) -> Outcome {
    let fixture = crate::flag(arguments, "--fixture")?;
    build()?;
    print!("{}", compress()?);
    if fixture {
        timed("build: the fixture site", stage::fixture)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Checks the content and builds `dist/`, without the compressed files: few kinds of test read them.
pub fn build() -> Result<(), String> {
    setup::ready()?;
    check::pass(&project::content())?;
    let mut trunk = trunk(&project::dist());
    trunk.arg("--release").env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped());
    timed("build: trunk build --release", || succeed("the release build", &mut trunk))
}

/// Builds `target/quick`, which is not optimised: good for one test, and there in a fraction of the time.
pub fn quick() -> Result<PathBuf, String> {
    setup::ready()?;
    let dist = project::root().join("target/quick");
    timed("build: trunk build", || succeed("the build", &mut trunk(&dist)))?;
    Ok(dist)
}

/// Trunk's build of pages that any sub-path hosts, of content that was checked.
fn trunk(dist: &Path) -> Command {
    let mut trunk = command("trunk");
    trunk.args(["build", "--public-url", "./", "--dist"]).arg(dist);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env(stage::CHECKED, "true");
    trunk
}

/// Compresses every file of `dist/`, and weighs a first visit (also in `target/size.json`).
pub fn compress() -> Result<Weight, String> {
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
