//! nginx, for the tests of docs/hosting.md.
//!
//! `FRISE_NGINX` names another than the machine's own.

use std::path::PathBuf;

use crate::host;

/// Beside the path: where systems keep it for root alone.
const USUAL: &str = "/usr/sbin/nginx";

/// Finds or installs it; the tests start one of their own and end it.
pub fn ready() -> Result<PathBuf, String> {
    let usual = Some(PathBuf::from(USUAL)).filter(|program| program.is_file());
    match std::env::var_os("FRISE_NGINX").map(PathBuf::from).or(usual) {
        Some(named) if named.is_file() => Ok(named),
        Some(named) => Err(format!("FRISE_NGINX names {}, which is no file: correct it or unset it", named.display())),
        None => host::provide(
            &["nginx"],
            // With the module that sends `.br`.
            &["nginx", "libnginx-mod-http-brotli-static"],
            "install nginx (Debian: `apt-get install nginx`), or name one in FRISE_NGINX",
        ),
    }
}
