//! Firefox: how it is started, and what its driver may do outside the page.

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, RequestData, SessionId};

use crate::{Failure, Outcome, settings};

/// What a session asks for.
pub(crate) fn wanted(flags: &[&str], settings: Value) -> Outcome<Capabilities> {
    // Scroll bars take no room, so that a width is a width; a mouse is there, as it is in a browser with a window.
    let mut prefs = json!({
        "ui.useOverlayScrollbars": 1,
        "ui.primaryPointerCapabilities": 6,
        "ui.allPointerCapabilities": 6,
        "browser.download.folderList": 2,
        "browser.download.alwaysOpenPanel": false,
    });
    if let (Value::Object(prefs), Value::Object(more)) = (&mut prefs, settings) {
        prefs.extend(more);
    }
    let flags: Vec<_> = ["-headless"].iter().chain(flags).collect();
    let options = json!({ "binary": settings::whole(&settings::firefox()), "args": flags, "prefs": prefs });
    let mut wanted = Capabilities::default();
    wanted.set("browserName", "firefox")?;
    wanted.set("moz:firefoxOptions", options)?;
    Ok(wanted)
}

/// Makes the window larger than any page that a test asks for: what shows the page in it has a size of its own.
pub(crate) async fn prepare(driver: &WebDriver) -> Outcome {
    Ok(driver.set_window_rect(0, 0, 2000, 2000).await?)
}

/// The browser's process, as the session says it.
pub(crate) fn process(driver: &WebDriver) -> Option<u32> {
    driver.capabilities().get("moz:processID")?.as_u64()?.try_into().ok()
}

/// Runs the body of a function in the browser's own window, outside the page. `context` is that of the tab.
pub(crate) async fn outside(driver: &WebDriver, body: &str, arguments: Vec<Value>) -> Outcome<Value> {
    driver.cmd(Context("chrome")).await?;
    let script = format!("const browser = gBrowser.selectedBrowser, context = browser.browsingContext; {body}");
    let answer = driver.execute(script, arguments).await;
    driver.cmd(Context("content")).await?;
    let answer = answer.map_err(|error| Failure::new(format!("outside the page: {:?}", Failure::from(error))))?;
    Ok(answer.json().clone())
}

/// Where scripts run from now on.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let post = thirtyfour::common::command::Command::NewSession(Value::Null).format_request(session);
        RequestData { uri: format!("session/{session}/moz/context").into(), ..post }
            .add_body(json!({ "context": self.0 }))
    }
}
