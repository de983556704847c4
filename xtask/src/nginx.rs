//! nginx, for the tests of docs/hosting.md.
//!
//! `FRISE_NGINX` names another than the machine's own.

use std::path::{Path, PathBuf};

use crate::host;

/// Taken before the path: systems keep it where often root's path alone leads.
const USUAL: &str = "/usr/sbin/nginx";
/// What sends `.br`, and where Debian has it.
const BROTLI: (&str, &str) =
    ("libnginx-mod-http-brotli-static", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");

/// Finds or installs it; the tests start one of their own and end it.
pub fn ready() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("FRISE_NGINX").map(PathBuf::from) {
        return match named.is_file() {
            true => Ok(named),
            false => Err(format!("FRISE_NGINX names {}, which is no file: correct it or unset it", named.display())),
        };
    }
    let usual = PathBuf::from(USUAL);
    if usual.is_file() {
        with_brotli();
        return Ok(usual);
    }
    host::provide_idle(
        &["nginx"],
        &["nginx", BROTLI.0],
        "install nginx (Debian: `apt-get install nginx`), or name one in FRISE_NGINX",
    )
}

/// Adds the module where it is missing. It may not fit an nginx from elsewhere: the tests go on without it, and say so.
fn with_brotli() {
    if Path::new(BROTLI.1).is_file() || !host::may_install() {
        return;
    }
    if let Err(message) = host::install_idle(&[BROTLI.0]) {
        println!("{message}: going on without brotli");
    }
}
