//! `cargo xtask serve`: the page at <http://127.0.0.1:8080>, rebuilt on every change.
//!
//! `--release` serves what a host would: prerendered, minified.

use crate::project::command;
use crate::{Outcome, setup};

/// Sets up, then becomes `trunk serve` (address and port are Trunk.toml's).
pub fn run(arguments: &[String]) -> Outcome {
    let release = crate::flag(arguments, "--release")?;
    setup::ready()?;
    let mut trunk = command("trunk");
    trunk.arg("serve").env("TRUNK_SKIP_VERSION_CHECK", "true");
    if release {
        trunk.args(["--release", "--public-url", "./"]);
    }
    println!("serving at http://127.0.0.1:8080 once built; Ctrl+C ends it");
    replace(&mut trunk)
}

/// Where the system allows it, Trunk takes this process' place: ending it ends the server.
#[cfg(unix)]
fn replace(trunk: &mut std::process::Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    Err(format!("trunk could not be started: {}", trunk.exec()))
}

#[cfg(not(unix))]
fn replace(trunk: &mut std::process::Command) -> Outcome {
    crate::project::succeed("trunk serve", trunk).map(|()| std::process::ExitCode::SUCCESS)
}
