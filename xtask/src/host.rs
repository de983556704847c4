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
    provide_by(install, names, packages, remedy)
}

/// The same for a service, which is not started: a program to test with is not one to serve with.
pub fn provide_idle(names: &[&str], packages: &[&str], remedy: &str) -> Result<PathBuf, String> {
    provide_by(install_idle, names, packages, remedy)
}

fn provide_by(
    install: fn(&[&str]) -> Result<(), String>,
    names: &[&str],
    packages: &[&str],
    remedy: &str,
) -> Result<PathBuf, String> {
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

/// Where Debian asks whether a service that it installs may start.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// While this is there, and its file with it, Debian starts no service that it installs.
///
/// The file goes with the value, on failure and panic too. It stays where the whole program is ended, by Ctrl-C or
/// otherwise: then no service starts when it is installed until someone removes it, which is why the terminal names it.
struct Idle(Option<PathBuf>);

impl Idle {
    /// Leaves alone a file that is there already: someone else has decided.
    fn new(policy: &Path) -> Result<Self, String> {
        if policy.exists() {
            return Ok(Self(None));
        }
        println!(
            "setup: {} forbids Debian to start services for the time of the installation; if that is interrupted, \
             remove it",
            policy.display()
        );
        // From here on it is removed whatever happens, half written too.
        let idle = Self(Some(policy.to_owned()));
        project::write(policy, "#!/bin/sh\nexit 101\n")?;
        succeed("forbidding services", project::command("chmod").arg("755").arg(policy))?;
        Ok(idle)
    }
}

impl Drop for Idle {
    fn drop(&mut self) {
        let Some(policy) = &self.0 else { return };
        match std::fs::remove_file(policy) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                eprintln!("{} could not be removed ({error}): remove it", policy.display());
            }
            _ => println!("setup: {} is removed again", policy.display()),
        }
    }
}

/// Whether this is root on Debian.
pub fn may_install() -> bool {
    let root = project::output(project::command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && find(&["apt-get"]).is_some()
}

/// Installs packages of services without starting them.
pub fn install_idle(packages: &[&str]) -> Result<(), String> {
    let _idle = Idle::new(Path::new(POLICY))?;
    install(packages)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_may_start_again_whatever_became_of_the_installation() -> Result<(), String> {
        let policy = std::env::temp_dir().join(format!("frise-policy-{}", std::process::id()));
        let failing = || -> Result<(), String> {
            let _idle = Idle::new(&policy)?;
            assert!(policy.is_file(), "nothing forbids services");
            Err("apt-get install failed".to_owned())
        };
        assert!(failing().is_err() && !policy.exists(), "the file is still there");
        // Someone else's stays.
        project::write(&policy, "#!/bin/sh\n")?;
        drop(Idle::new(&policy)?);
        assert_eq!(project::read(&policy)?, "#!/bin/sh\n");
        std::fs::remove_file(&policy).map_err(|error| error.to_string())
    }
}
