//! The machine's own programs: found on the path, else installed where a package manager allows it,
//! else asked for by name.

use std::path::{Path, PathBuf};

use crate::project::{self, succeed};

/// The first of these programs that the path has.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        folders
            .iter()
            .map(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
            .find(|program| program.is_file())
    })
}

/// One of these programs, installed from Debian's packages if it is missing and this is root on Debian.
pub fn provide(names: &[&str], packages: &[&str], remedy: &str) -> Result<PathBuf, String> {
    if let Some(program) = find(names) {
        return Ok(program);
    }
    if !may_install() {
        return Err(format!("`{}` is missing: {remedy}", names.join("` or `")));
    }
    install(packages)?;
    find(names)
        .ok_or_else(|| format!("`{}` is missing even after installing {packages:?}: {remedy}", names.join("` or `")))
}

/// Whether this is root on Debian.
fn may_install() -> bool {
    let root = project::output(project::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && find(&["apt-get"]).is_some()
}

fn install(packages: &[&str]) -> Result<(), String> {
    let apt = || {
        let mut apt = project::command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    project::timed(&format!("setup: installing {}", packages.join(" ")), || {
        succeed("apt-get update", apt().arg("update"))?;
        succeed("apt-get install", apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
    })
}
