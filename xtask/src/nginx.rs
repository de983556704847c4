//! nginx, for the tests of docs/hosting.md: Debian's, unpacked under `target/tools/nginx` and not installed, so that
//! nothing of the system is written and no service starts.
//!
//! `FRISE_NGINX` names another. Where there are no Debian packages it is the machine's own.

use std::path::{Path, PathBuf};

use crate::host;
use crate::project::{self, command, succeed, timed};

/// The program, and the module that sends `.br`.
const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
/// Where systems keep it, which often is on root's path alone.
const USUAL: &str = "/usr/sbin/nginx";

/// Finds or unpacks it; the tests start one of their own and end it.
pub fn ready() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("FRISE_NGINX").map(PathBuf::from) {
        return match named.is_file() {
            true => Ok(named),
            false => Err(format!("FRISE_NGINX names {}, which is no file: correct it or unset it", named.display())),
        };
    }
    let folder = project::tools().join("nginx");
    let program = folder.join(USUAL.trim_start_matches('/'));
    if runs(&program) {
        return Ok(program);
    }
    match unpack(&folder) {
        Ok(()) if runs(&program) => Ok(program),
        failed => {
            let why = failed.err().unwrap_or_else(|| "Debian's nginx lacks libraries here".to_owned());
            let machines =
                Some(PathBuf::from(USUAL)).filter(|usual| usual.is_file()).or_else(|| host::find(&["nginx"]));
            let machines = machines.ok_or(format!("{why}: install nginx, or name one in FRISE_NGINX"))?;
            println!("{why}: going on with {}", machines.display());
            Ok(machines)
        }
    }
}

fn runs(program: &Path) -> bool {
    project::output(command(program).arg("-v")).is_some()
}

/// Fetches the packages with lists of their own, which needs no root and no list that is there, and unpacks them.
fn unpack(folder: &Path) -> Result<(), String> {
    if host::find(&["apt-get"]).is_none() || host::find(&["dpkg-deb"]).is_none() {
        return Err("this system has no Debian packages".to_owned());
    }
    let _ = std::fs::remove_dir_all(folder);
    let parts = ["lists", "cache"].map(|part| folder.join(part));
    for part in &parts {
        std::fs::create_dir_all(part.join("partial")).map_err(|error| format!("{}: {error}", part.display()))?;
    }
    let [lists, cache] = &parts;
    let apt = || {
        let mut apt = command("apt-get");
        apt.current_dir(cache).args(["-qq", "-o", "APT::Sandbox::User=root"]);
        apt.arg("-o").arg(format!("Dir::State::lists={}", lists.display()));
        apt.arg("-o").arg(format!("Dir::Cache={}", cache.display()));
        apt
    };
    timed("setup: unpacking nginx under target/tools", || {
        succeed("apt-get update", apt().arg("update"))?;
        succeed("apt-get download", apt().arg("download").args(PACKAGES))?;
        let packages = project::files(cache)?;
        for package in packages.iter().filter(|file| file.extension().is_some_and(|ending| ending == "deb")) {
            succeed("unpacking a package", command("dpkg-deb").arg("-x").arg(package).arg(folder))?;
        }
        parts.iter().try_for_each(std::fs::remove_dir_all).map_err(|error| error.to_string())
    })
}
