//! What browser tests need: Chromium, Firefox and WebKit's small browser, each with its driver, and axe-core.
//!
//! `FRISE_CHROMIUM`, `FRISE_CHROMEDRIVER` and so on name others than those of the path.

use std::path::{Path, PathBuf};

use crate::{host, npm, setup};

const AXE: &str = "4.14.1";

const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-noto-core", "fonts-texgyre"];
const FIREFOX: &[&str] = &["firefox-esr", "fonts-noto-core", "fonts-texgyre"];
/// The browser comes with the library that the driver needs.
const WEBKIT: &[&str] = &["webkit2gtk-driver", "xvfb", "fonts-noto-core", "fonts-texgyre"];

/// The variables that name a browser and its driver to the tests.
pub type Named = [(&'static str, PathBuf); 2];

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
            PACKAGES,
            "install Chromium (Debian: `apt-get install chromium chromium-driver`), or name one in FRISE_CHROMIUM",
        )?,
        driver: program(
            "FRISE_CHROMEDRIVER",
            &["chromedriver"],
            PACKAGES,
            "install the driver of your browser's version (Debian: `apt-get install chromium-driver`), or name it in \
             FRISE_CHROMEDRIVER",
        )?,
    })
}

/// Finds or installs Firefox and its driver.
pub fn firefox() -> Result<Named, String> {
    let firefox = program(
        "FRISE_FIREFOX",
        &["firefox-esr", "firefox"],
        FIREFOX,
        "install Firefox (Debian: `apt-get install firefox-esr`), or name one in FRISE_FIREFOX",
    )?;
    let driver = match (std::env::var_os("FRISE_GECKODRIVER"), host::find(&["geckodriver"])) {
        (None, Some(driver)) => driver,
        (None, None) => setup::geckodriver()?,
        (Some(_), _) => program("FRISE_GECKODRIVER", &[], &[], "")?,
    };
    Ok([("FRISE_FIREFOX", firefox), ("FRISE_GECKODRIVER", driver)])
}

/// Finds or installs WebKit's small browser, its driver and a screen in memory.
pub fn webkit() -> Result<Named, String> {
    let driver = program(
        "FRISE_WEBKITDRIVER",
        &["WebKitWebDriver"],
        WEBKIT,
        "install WebKitGTK's driver (Debian: `apt-get install webkit2gtk-driver`), or name it in FRISE_WEBKITDRIVER",
    )?;
    host::provide(&["Xvfb"], WEBKIT, "install Xvfb (Debian: `apt-get install xvfb`)")?;
    let browser = match std::env::var_os("FRISE_MINIBROWSER") {
        None => minibrowser().ok_or("MiniBrowser is not beside WebKitGTK's library: name it in FRISE_MINIBROWSER")?,
        Some(_) => program("FRISE_MINIBROWSER", &[], &[], "")?,
    };
    Ok([("FRISE_WEBKITDRIVER", driver), ("FRISE_MINIBROWSER", browser)])
}

/// `/usr/lib/*/webkit2gtk-4.*/MiniBrowser`, of the newest there is.
fn minibrowser() -> Option<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let libraries = inside(Path::new("/usr/lib")).into_iter().flat_map(|folder| inside(&folder));
    let is_webkit =
        |folder: &PathBuf| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4."));
    libraries.filter(is_webkit).map(|folder| folder.join("MiniBrowser")).filter(|file| file.is_file()).max()
}

fn program(variable: &str, names: &[&str], packages: &[&str], remedy: &str) -> Result<PathBuf, String> {
    match std::env::var_os(variable).map(PathBuf::from) {
        Some(named) if named.is_file() => Ok(named),
        Some(named) => Err(format!("{variable} names {}, which is no file: correct it or unset it", named.display())),
        None => host::provide(names, packages, remedy),
    }
}

/// What reads a PDF.
pub fn pdftotext() -> Result<PathBuf, String> {
    host::provide(&["pdftotext"], &["poppler-utils"], "install poppler (Debian: `apt-get install poppler-utils`)")
}

/// The accessibility rules.
pub fn axe() -> Result<PathBuf, String> {
    Ok(npm::package("axe-core", AXE)?.join("axe.min.js"))
}
