//! `cargo xtask setup`: the WebAssembly target and the pinned tools, once.
//!
//! Trunk, wasm-bindgen and Firefox's driver are built from source under `target/tools`, with hardly any optimisation:
//! it is their compile time that hurts, not their speed. wasm-bindgen's command must be of the very
//! version of its library (`Cargo.toml` pins that one; a test holds both to be the same).

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use crate::project::{self, command, succeed, timed};
use crate::{Outcome, browser, host, nginx, optimize};

/// The page's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A crate whose program is installed: crate, program, version, and how much it is optimised.
type Tool = (&'static str, &'static str, &'static str, &'static str);

const TOOLS: [Tool; 2] = [("trunk", "trunk", "0.21.14", "0"), ("wasm-bindgen-cli", "wasm-bindgen", "0.2.127", "1")];
/// Firefox's driver, which Debian does not have.
const GECKODRIVER: Tool = ("geckodriver", "geckodriver", "0.37.1", "0");

/// Installs what building needs, with `--test` what testing needs too.
pub fn run(arguments: &[String]) -> Outcome {
    let test = crate::flag(arguments, "--test")?;
    let start = Instant::now();
    ready()?;
    optimize::ready()?;
    if test {
        browser::ready()?;
        browser::firefox()?;
        browser::webkit()?;
        browser::axe()?;
        browser::pdftotext()?;
        nginx::ready()?;
    }
    println!("setup: all there ({})", project::duration(start.elapsed()));
    Ok(ExitCode::SUCCESS)
}

/// Makes sure of the target and the tools; silent where there is nothing to do.
pub fn ready() -> Result<(), String> {
    target()?;
    provide(&TOOLS)
}

/// Firefox's driver, built where it is missing.
pub fn geckodriver() -> Result<PathBuf, String> {
    provide(&[GECKODRIVER])?;
    Ok(project::tool(GECKODRIVER.1))
}

fn provide(tools: &[Tool]) -> Result<(), String> {
    let missing: Vec<Tool> = tools.iter().copied().filter(|tool| !present(tool)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if cfg!(unix) && std::env::var_os("CC").is_none() && host::find(&["cc", "gcc", "clang"]).is_none() {
        return Err("a C compiler is missing, which building tools needs: install one (Debian: `apt-get install gcc \
                    libc6-dev`; macOS: `xcode-select --install`)"
            .to_owned());
    }
    for tool in missing {
        install(tool)?;
    }
    // their objects are of no more use, and large
    let _ = std::fs::remove_dir_all(project::tools().join("build"));
    Ok(())
}

fn target() -> Result<(), String> {
    let sysroot = project::output(command("rustc").args(["--print", "sysroot"]))
        .ok_or("`rustc` does not run: install Rust with rustup, from https://rustup.rs")?;
    if std::path::Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    if host::find(&["rustup"]).is_none() {
        return Err(format!("Rust's target {TARGET} is missing: install it as you installed Rust, or use rustup"));
    }
    timed(&format!("setup: adding the target {TARGET}"), || {
        succeed("rustup target add", command("rustup").args(["target", "add", TARGET]))
    })
}

fn present((_, program, version, _): &Tool) -> bool {
    project::output(command(project::tool(program)).arg("--version"))
        .is_some_and(|says| says.split_whitespace().nth(1) == Some(version))
}

fn install((krate, _, version, level): Tool) -> Result<(), String> {
    let folder = project::tools();
    timed(&format!("setup: building {krate} {version} under target/tools, some minutes, once"), || {
        succeed(
            &format!("installing {krate} {version}"),
            command("cargo")
                .args(["install", "--quiet", "--locked", "--force", krate, "--version", version, "--root"])
                .arg(&folder)
                .arg("--target-dir")
                .arg(folder.join("build"))
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level)
                .env("CARGO_PROFILE_RELEASE_LTO", "false")
                .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command must be of the library's version, or the page does not build.
    #[test]
    fn wasm_bindgen_is_of_its_librarys_version() {
        let manifest = project::read(&project::root().join("Cargo.toml")).unwrap_or_default();
        let [_, (_, _, version, _)] = TOOLS;
        assert!(manifest.contains(&format!("wasm-bindgen = {{ version = \"={version}\"")), "Cargo.toml pins another");
    }
}
