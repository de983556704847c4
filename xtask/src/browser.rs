//! What browser tests need: Chromium with its driver, axe-core, and how both are started headless.
//!
//! `FRISE_CHROMIUM` and `FRISE_CHROMEDRIVER` name others than those of the path.

use std::path::PathBuf;

use crate::project;
use crate::{host, npm};

const AXE: &str = "4.14.1";

const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-noto-core", "fonts-texgyre"];

/// Quiet, without network of its own, and as root too.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A browser and the driver of its version.
pub struct Browser {
    /// Chromium, or a browser like it.
    pub chromium: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// Finds or installs Chromium and its driver.
pub fn ready() -> Result<Browser, String> {
    Ok(Browser {
        chromium: program(
            "FRISE_CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            "install Chromium (Debian: `apt-get install chromium chromium-driver`), or name one in FRISE_CHROMIUM",
        )?,
        driver: program(
            "FRISE_CHROMEDRIVER",
            &["chromedriver"],
            "install the driver of your browser's version (Debian: `apt-get install chromium-driver`), or name it in \
             FRISE_CHROMEDRIVER",
        )?,
    })
}

fn program(variable: &str, names: &[&str], remedy: &str) -> Result<PathBuf, String> {
    match std::env::var_os(variable).map(PathBuf::from) {
        Some(named) if named.is_file() => Ok(named),
        Some(named) => Err(format!("{variable} names {}, which is no file: correct it or unset it", named.display())),
        None => host::provide(names, PACKAGES, remedy),
    }
}

/// Writes how wasm-bindgen's test runner starts the browser; gives the file.
pub fn webdriver(browser: &Browser) -> Result<PathBuf, String> {
    let options = serde_json::json!({ "goog:chromeOptions": { "binary": browser.chromium, "args": FLAGS } });
    let file = project::tools().join("webdriver.json");
    project::write(&file, format!("{options:#}\n"))?;
    Ok(file)
}

/// The accessibility rules.
pub fn axe() -> Result<PathBuf, String> {
    Ok(npm::package("axe-core", AXE)?.join("axe.min.js"))
}
