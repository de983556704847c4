//! A headless Chromium with an empty profile, and the tab that the tests of a worker share.

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use crate::{Failure, Outcome, Tab, settings};

/// Quiet, without network of its own, and as root too; scroll bars take no room, so that a width is a width.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1280,1000",
];

/// Starts a browser by the driver at that address, in which every page gets `probe.js` before anything of its own.
/// `flags` are added to the usual ones; `settings` are those of its profile.
pub async fn open(address: &str, flags: &[&str], settings: Value) -> Outcome<Tab> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS.iter().chain(flags) {
        wanted.add_arg(flag)?;
    }
    let chromium = find(&settings::chromium());
    wanted.set_binary(&chromium)?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    wanted.add_experimental_option("prefs", settings)?;
    let driver = WebDriver::new(address, wanted)
        .await
        .map_err(|error| Failure::new(format!("{chromium} (FRISE_CHROMIUM) could not be started: {error}")))?;
    prepare(&driver).await?;
    Ok(Tab::new(driver, address))
}

/// Gives the probe to every page of the tab.
pub(crate) async fn prepare(driver: &WebDriver) -> Outcome {
    let probe = json!({ "source": include_str!("probe.js") });
    driver.cdp().send_raw("Page.enable", json!({})).await?;
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", probe).await?;
    Ok(())
}

/// The driver wants a whole path where it is given any.
fn find(program: &std::path::Path) -> String {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = match program.components().count() {
        1 => std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file()),
        _ => None,
    };
    found.unwrap_or_else(|| program.to_owned()).to_string_lossy().into_owned()
}
