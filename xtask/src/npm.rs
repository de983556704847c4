//! Packages from npm under `target/tools/npm`: release builds, tests and the bench use them, the repository holds none.

use std::path::PathBuf;

use crate::host;
use crate::project::{self, command, succeed, timed};

/// The folder of a package in that version, fetched where it is not there. What was fetched before stays:
/// npm keeps a list beside the packages, and would remove what is not on it.
pub fn package(name: &str, version: &str) -> Result<PathBuf, String> {
    let folder = project::tools().join("npm");
    let package = folder.join("node_modules").join(name);
    if is_of(&package, version) {
        return Ok(package);
    }
    let npm = host::provide(&["npm"], &["nodejs", "npm"], &format!("install Node.js, which brings npm (for {name})"))?;
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} could not be made: {error}", folder.display()))?;
    timed(&format!("setup: fetching {name} {version}"), || {
        succeed(
            &format!("npm install {name}"),
            command(&npm)
                .args(["install", "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
                .arg("--prefix")
                .arg(&folder)
                .arg(format!("{name}@{version}")),
        )
    })?;
    if is_of(&package, version) {
        Ok(package)
    } else {
        Err(format!("{name} {version} is not in {}", package.display()))
    }
}

fn is_of(package: &std::path::Path, version: &str) -> bool {
    let manifest = project::read(&package.join("package.json")).unwrap_or_default();
    let manifest = serde_json::from_str::<serde_json::Value>(&manifest).unwrap_or_default();
    manifest.get("version").and_then(serde_json::Value::as_str) == Some(version)
}
