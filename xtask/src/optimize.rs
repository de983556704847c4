//! Programs as binaryen's `wasm-opt` leaves them: about a hundredth smaller compressed, a twentieth as they are.

use std::path::{Path, PathBuf};

use crate::project::{command, succeed, timed};
use crate::{host, npm};

/// The package of npm, and its version: another one makes other files.
const BINARYEN: (&str, &str) = ("binaryen", "132.0.0");
/// What the compiler writes already; a browser that runs the page has it.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// For size, and nothing put into the place of a call: what is repeated compresses better than what is merged.
const HOW: [&str; 3] = ["-Os", "--always-inline-max-function-size=1", "--one-caller-inline-max-function-size=1"];

/// The program, fetched where it is not there.
pub fn ready() -> Result<PathBuf, String> {
    Ok(npm::package(BINARYEN.0, BINARYEN.1)?.join("bin/wasm-opt"))
}

/// Optimises the staged programs for size, but for the one that shows other files, which is to be fast.
pub fn programs(staging: &Path) -> Result<(), String> {
    let tool = ready()?;
    let node = host::provide(&["node"], &["nodejs"], "install Node.js (for binaryen's wasm-opt)")?;
    let files = std::fs::read_dir(staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    for program in files.flatten().map(|file| file.path()) {
        let name = program.file_name().unwrap_or_default().to_string_lossy();
        if !name.ends_with(".wasm") || name.starts_with("other") {
            continue;
        }
        timed(&format!("build: optimising {name}"), || {
            let mut optimise = command(&node);
            optimise.arg(&tool).arg(&program).args(FEATURES).args(HOW).arg("-o").arg(&program);
            succeed("wasm-opt", &mut optimise)
        })?;
    }
    Ok(())
}
