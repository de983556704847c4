//! What `cargo xtask test` and `bench` set, with what to take when a program is run by hand.

use std::path::{Path, PathBuf};

use crate::{Failure, Outcome};

/// The pages that tests are written for: those of the fixture site.
pub fn dist() -> PathBuf {
    given("FRISE_DIST", concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/fixture/dist"))
}

/// The pages of `content/`, of which a test may know nothing but that they are pages.
pub fn published() -> PathBuf {
    given("FRISE_PUBLISHED", concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist"))
}

/// Where pages lie in a folder of built ones, as paths below it: the default language's, `<lang>/` and
/// `<lang>/sources/`.
pub fn pages(dist: &Path) -> std::io::Result<Vec<String>> {
    let (mut pages, mut folders) = (Vec::new(), vec![String::new()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(dist.join(&folder))? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(format!("{folder}{}/", entry.file_name().to_string_lossy()));
            } else if entry.file_name() == "index.html" {
                pages.push(folder.clone());
            }
        }
    }
    pages.sort();
    Ok(pages)
}

/// A file at the top of the built pages by the beginning and the end of its name, which has a fingerprint between.
pub fn built(start: &str, end: &str) -> String {
    let files = std::fs::read_dir(dist()).into_iter().flatten().flatten();
    let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with(start) && name.ends_with(end)).unwrap_or_default()
}

/// The same pages as those of [`dist`] as single files.
pub fn single() -> PathBuf {
    given("FRISE_SINGLE", concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/fixture/single"))
}

/// Chromium.
pub fn chromium() -> PathBuf {
    given("FRISE_CHROMIUM", "chromium")
}

/// Its driver.
pub fn chromedriver() -> PathBuf {
    given("FRISE_CHROMEDRIVER", "chromedriver")
}

/// A host.
pub fn nginx() -> PathBuf {
    given("FRISE_NGINX", "nginx")
}

/// Firefox.
pub fn firefox() -> PathBuf {
    given("FRISE_FIREFOX", "firefox-esr")
}

/// Its driver.
pub fn geckodriver() -> PathBuf {
    given("FRISE_GECKODRIVER", "geckodriver")
}

/// WebKit's small browser: Debian has it beside the library.
pub fn minibrowser() -> Outcome<PathBuf> {
    let named = std::env::var_os("FRISE_MINIBROWSER").map(PathBuf::from);
    named.ok_or_else(|| Failure::new("FRISE_MINIBROWSER names no browser: `cargo xtask test webkit` finds it"))
}

/// Its driver.
pub fn webkit_driver() -> PathBuf {
    given("FRISE_WEBKITDRIVER", "WebKitWebDriver")
}

/// Where the bench has its site and leaves its figures.
pub fn bench() -> PathBuf {
    given("FRISE_BENCH", concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bench"))
}

/// The accessibility rules.
pub fn axe() -> PathBuf {
    let installed = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tools/npm/node_modules/axe-core/axe.min.js");
    given("FRISE_AXE", installed)
}

/// The whole path of a program, which drivers want where they are given any.
pub(crate) fn whole(program: &Path) -> String {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = match program.components().count() {
        1 => std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file()),
        _ => None,
    };
    found.unwrap_or_else(|| program.to_owned()).to_string_lossy().into_owned()
}

fn given(variable: &str, otherwise: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| PathBuf::from(otherwise), PathBuf::from)
}
