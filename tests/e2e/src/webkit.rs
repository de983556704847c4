//! WebKit: how its small browser is started, and how its window gets a size.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::Capabilities;
use thirtyfour::prelude::*;

use crate::display::MIDDLE;
use crate::tab::Size;
use crate::{Failure, Outcome, settings};

/// The browser's own bars as small as they get, or its window would not be as narrow as a phone.
const STYLE: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }\n";
const SETTINGS: &str = "[Settings]\ngtk-toolbar-icon-size=1\n\
                        gtk-icon-sizes=gtk-large-toolbar=1,1:gtk-small-toolbar=1,1:gtk-menu=1,1:gtk-button=1,1\n";
/// How long a window may take to have its size.
const PATIENCE: Duration = Duration::from_secs(5);
/// With nobody to manage windows, the one that the pointer is in has the keyboard, and is the one in front for the
/// page: the pointer is in the corner.
const PLACE: (i64, i64) = (MIDDLE.0 - 1, MIDDLE.1 - 1);
/// What has not changed for so long stands still.
const STILL: Duration = Duration::from_millis(30);
/// Where the browser saves files, below the driver's folder.
pub(crate) const DOWNLOADS: &str = "downloads";

/// What a session asks for.
pub(crate) fn wanted(flags: &[&str]) -> Outcome<Capabilities> {
    // A window over the whole screen has no bar of tools, which would keep it from being narrow.
    let flags: Vec<_> = ["--automation", "--full-screen"].iter().chain(flags).collect();
    let mut wanted = Capabilities::default();
    wanted.set("browserName", "MiniBrowser")?;
    wanted.set("webkitgtk:browserOptions", json!({ "binary": settings::minibrowser()?, "args": flags }))?;
    Ok(wanted)
}

/// What driver and browser need around them: as root there is no sandbox, without a graphics card nothing draws
/// faster; whatever they write stays in the folder.
pub(crate) fn surround(command: &mut Command, folder: &Path) -> std::io::Result<()> {
    let downloads = folder.join(DOWNLOADS);
    std::fs::create_dir_all(&downloads)?;
    std::fs::write(folder.join("user-dirs.dirs"), format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()))?;
    std::fs::create_dir_all(folder.join("gtk-3.0"))?;
    std::fs::write(folder.join("gtk-3.0/gtk.css"), STYLE)?;
    std::fs::write(folder.join("gtk-3.0/settings.ini"), SETTINGS)?;
    for variable in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder);
    }
    command
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("GDK_BACKEND", "x11")
        .env("GSETTINGS_BACKEND", "memory")
        .env("NO_AT_BRIDGE", "1");
    Ok(())
}

/// Sets the window's size so that the page has that one: bars of tabs and of downloads come and go.
pub(crate) async fn size(driver: &WebDriver, (width, height): Size) -> Outcome {
    let start = Instant::now();
    let mut asked = (width, height);
    driver.set_window_rect(PLACE.0, PLACE.1, width, height).await?;
    let mut before = Vec::new();
    while start.elapsed() < PATIENCE {
        let sizes = driver.execute("return [innerWidth, innerHeight, outerWidth, outerHeight]", Vec::new()).await?;
        let sizes: Vec<u32> = sizes.convert()?;
        match sizes.as_slice() {
            [inner_width, inner_height, ..] if (*inner_width, *inner_height) == (width, height) => return Ok(()),
            // Page and window change one after the other: what is between them counts once both stand still.
            [inner_width, inner_height, outer @ ..] if outer == [asked.0, asked.1] && sizes == before => {
                let around = (asked.0.saturating_sub(*inner_width), asked.1.saturating_sub(*inner_height));
                asked = (width + around.0, height + around.1);
                driver.set_window_rect(PLACE.0, PLACE.1, asked.0, asked.1).await?;
            }
            _ => {}
        }
        before = sizes;
        tokio::time::sleep(STILL).await;
    }
    Err(Failure::new(format!("page and window are {before:?}, never {width} × {height}")))
}
