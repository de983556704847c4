//! Chromium: how it is started, and its developer tools.

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use crate::{Outcome, settings};

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

/// What a session asks for.
pub(crate) fn wanted(flags: &[&str], settings: Value) -> Outcome<Capabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in FLAGS.iter().chain(flags) {
        wanted.add_arg(flag)?;
    }
    wanted.set_binary(&settings::whole(&settings::chromium()))?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    wanted.add_experimental_option("prefs", settings)?;
    Ok(wanted.into())
}

/// Gives the probe to every page of the tab before anything of its own.
pub(crate) async fn prepare(driver: &WebDriver) -> Outcome {
    let probe = json!({ "source": include_str!("probe.js") });
    driver.cdp().send_raw("Page.enable", json!({})).await?;
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", probe).await?;
    Ok(())
}
