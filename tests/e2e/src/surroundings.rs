//! What is around a page: the window, the medium, what the browser allows, keeps, saves and logs.

use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

use crate::tab::{PATIENCE, PAUSE, Size};
use crate::{Engine, Failure, Outcome, Scratch, Site, Tab, WIDE, firefox, webkit};

/// What a test has changed in Firefox, as it was.
const AS_BEFORE: &str = "
    const history = context.sessionHistory;
    if (history?.count > 1) history.purgeHistory(history.count - 1);
    context.allowJavascript = true;
    context.fullZoom = 1;
    context.overrideDPPX = 0;
    context.mediumOverride = '';
    context.prefersColorSchemeOverride = 'none';
    context.forcedColorsOverride = 'none';
    context.touchEventsOverride = 'none';
    Services.prefs.clearUserPref('ui.prefersReducedMotion');
";
/// What Firefox has to say of pages; what scripts log it keeps apart.
const LOGGED: &str = "
    const said = Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError
        && one.sourceName.startsWith('http:'));
    Services.console.reset();
    return said.map(one => [one.flags & Ci.nsIScriptError.warningFlag ? 'WARNING'
        : one.flags & Ci.nsIScriptError.infoFlag ? 'INFO' : 'SEVERE', `${one.sourceName}:${one.lineNumber} ${one.errorMessage}`]);
";
/// A browser without a way to forget a site does so by the site's own hand.
const FORGET: &str = "
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    localStorage.clear();
";
/// WebKit cannot drop a tab's history, and keeps 100 steps.
const MANY: usize = 40;

impl Tab {
    /// As it was at the start: an empty page without history, nothing emulated, nothing logged, no key held.
    pub async fn reset(&self) -> Outcome {
        self.driver.goto("about:blank").await?;
        self.driver.action_chain().reset_actions().await?;
        self.turned.set((0, 0));
        match self.engine() {
            Engine::Chromium => {
                // A browser keeps 50 steps: a test that counts them must not begin there.
                self.devtools("Page.resetNavigationHistory", json!({})).await?;
                self.scripts(true).await?;
                self.media("", &[]).await?;
                self.touch_screen(false).await?;
            }
            Engine::Firefox => {
                self.outside(AS_BEFORE, json!([])).await?;
            }
            Engine::WebKit if self.get::<usize>("history.length").await? > MANY => self.replace().await?,
            Engine::WebKit => {}
        }
        self.size(WIDE).await?;
        self.log().await.map(|_| ())
    }

    /// Another tab in its place.
    async fn replace(&self) -> Outcome {
        let fresh = self.driver.new_tab().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(fresh).await?;
        self.prepare().await
    }

    /// Another tab in its place: after a touch, Chromium tells the next page in a tab of no other.
    pub async fn renew(&self) -> Outcome {
        if self.engine() == Engine::Chromium {
            self.replace().await?;
        }
        self.reset().await
    }

    /// Removes all that a site has left in the browser.
    pub async fn forget(&self, site: &Site) -> Outcome {
        if self.engine() == Engine::WebKit {
            self.run(FORGET).await?;
        }
        self.driver.goto("about:blank").await?;
        match self.engine() {
            Engine::Chromium => {
                let all = json!({ "origin": site.origin(), "storageTypes": "all" });
                self.devtools("Storage.clearDataForOrigin", all).await.map(|_| ())
            }
            Engine::Firefox => {
                let clear = "const of = Services.scriptSecurityManager.createContentPrincipalFromOrigin(arguments[0]);
                    return new Promise(done => Services.clearData.deleteDataFromPrincipal(of, true,
                        Services.clearData.CLEAR_ALL, { onDataDeleted: () => done(null) }));";
                self.outside(clear, json!([site.origin()])).await.map(|_| ())
            }
            Engine::WebKit => Ok(()),
        }
    }

    /// Sets the size of the window.
    pub async fn size(&self, size: Size) -> Outcome {
        self.zoomed_size(size, 1.0).await
    }

    /// Sets the size of the window in CSS pixels of so many device pixels, which WebKit has one of always.
    pub async fn zoomed_size(&self, (width, height): Size, ratio: f64) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(|_| ())
            }
            Engine::Firefox => {
                // No window without a screen is as narrow as a phone; what shows the page in it is.
                let resize = "browser.style.width = arguments[0] + 'px';
                    browser.style.height = arguments[1] + 'px';
                    context.overrideDPPX = arguments[2];";
                let ratio = if ratio == 1.0 { 0.0 } else { ratio };
                self.outside(resize, json!([width, height, ratio])).await?;
                self.until(&format!("innerWidth === {width} && innerHeight === {height}")).await
            }
            Engine::WebKit => webkit::size(&self.driver, (width, height)).await,
        }
    }

    /// Emulates a medium (empty: the screen) and features such as `("prefers-color-scheme", "dark")`.
    pub async fn media(&self, medium: &str, features: &[(&str, &str)]) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                let features: Vec<_> =
                    features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                let media = json!({ "media": medium, "features": features });
                self.devtools("Emulation.setEmulatedMedia", media).await.map(|_| ())
            }
            Engine::Firefox => {
                let emulate = "const [medium, { 'prefers-color-scheme': scheme, 'prefers-reduced-motion': motion,
                        'forced-colors': colours }] = arguments;
                    context.mediumOverride = medium;
                    context.prefersColorSchemeOverride = scheme ?? 'none';
                    context.forcedColorsOverride = colours ?? 'none';
                    if (motion) Services.prefs.setIntPref('ui.prefersReducedMotion', motion === 'reduce' ? 1 : 0);
                    else Services.prefs.clearUserPref('ui.prefersReducedMotion');";
                let features: serde_json::Map<_, _> =
                    features.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
                self.outside(emulate, json!([medium, features])).await?;
                for (name, value) in &features {
                    self.until(&format!("matchMedia('({name}: {})').matches", value.as_str().unwrap_or_default()))
                        .await?;
                }
                Ok(())
            }
            Engine::WebKit => Err(lacks("emulates no medium")),
        }
    }

    /// Turns touch on, as on a phone or a tablet; until [`Tab::reset`].
    pub async fn touch_screen(&self, present: bool) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                let emulation = json!({ "enabled": present, "maxTouchPoints": if present { 5 } else { 1 } });
                self.devtools("Emulation.setTouchEmulationEnabled", emulation).await.map(|_| ())
            }
            Engine::Firefox => {
                let events = if present { "enabled" } else { "none" };
                self.outside("context.touchEventsOverride = arguments[0];", json!([events])).await.map(|_| ())
            }
            Engine::WebKit => Err(lacks("has no touch screen")),
        }
    }

    /// Whether the page's own scripts run, from the next page on.
    pub async fn scripts(&self, run: bool) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !run })).await.map(|_| ())
            }
            Engine::Firefox => self.outside("context.allowJavascript = arguments[0];", json!([run])).await.map(|_| ()),
            Engine::WebKit => Err(lacks("cannot keep scripts from running")),
        }
    }

    /// Lets the pages of a site read what was copied.
    pub async fn allow_reading_the_clipboard(&self, site: &Site) -> Outcome {
        match self.engine() {
            Engine::Chromium => {
                let all = ["clipboardReadWrite", "clipboardSanitizedWrite"];
                let permissions = json!({ "origin": site.origin(), "permissions": all });
                self.devtools("Browser.grantPermissions", permissions).await.map(|_| ())
            }
            Engine::Firefox => {
                let allow = "Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', true);";
                self.outside(allow, json!([])).await.map(|_| ())
            }
            Engine::WebKit => Err(lacks("lets no page read what was copied")),
        }
    }

    /// A PDF of what the page prints.
    pub async fn printed(&self) -> Outcome<Vec<u8>> {
        match self.engine() {
            Engine::Chromium => {
                let paper = json!({ "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
                let answer = self.devtools("Page.printToPDF", paper).await?;
                // Decoded by the page: no crate for one use.
                let decode = "text => Array.from(atob(text), byte => byte.charCodeAt(0))";
                self.call(decode, json!([answer.get("data").cloned().unwrap_or_default()])).await
            }
            Engine::Firefox => {
                let a4 = PrintParameters {
                    page: PrintPage { width: 21.0, height: 29.7 },
                    margin: PrintMargins::default(),
                    ..PrintParameters::default()
                };
                Ok(self.driver.print_page(a4).await?)
            }
            Engine::WebKit => Err(lacks("does not print")),
        }
    }

    /// Does something that saves a file, and waits for it: its name and content.
    pub async fn saved(&self, act: impl Future<Output = Outcome>) -> Outcome<(String, Vec<u8>)> {
        let scratch = Scratch::new()?;
        let mut folder = scratch.path().to_owned();
        match self.engine() {
            Engine::Chromium => {
                let behavior = json!({ "behavior": "allow", "downloadPath": folder });
                self.devtools("Browser.setDownloadBehavior", behavior).await?;
            }
            Engine::Firefox => {
                let save = "Services.prefs.setStringPref('browser.download.dir', arguments[0]);";
                self.outside(save, json!([folder])).await?;
            }
            // It saves to one place always.
            Engine::WebKit => {
                folder = self.process.scratch().path().join(webkit::DOWNLOADS);
                std::fs::remove_dir_all(&folder)?;
                std::fs::create_dir_all(&folder)?;
            }
        }
        let size: Size = self.get("[innerWidth, innerHeight]").await?;
        act.await?;
        let start = Instant::now();
        loop {
            // What is still coming has another name, beside an empty file that keeps the name free.
            let files: Vec<_> = std::fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
            if let [file] = files.as_slice()
                && file.extension().is_none_or(|kind| kind != "crdownload" && kind != "part" && kind != "wkdownload")
            {
                let content = std::fs::read(file)?;
                if !content.is_empty() {
                    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    if self.engine() == Engine::WebKit {
                        // A bar that says what was saved takes some of the window.
                        self.until("innerHeight < outerHeight").await?;
                        self.size(size).await?;
                    }
                    return Ok((name, content));
                }
            }
            if start.elapsed() > PATIENCE {
                return Err(Failure::new("no file was saved"));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// What was logged since this was asked last: level and message. Chromium and Firefox say it themselves. In WebKit
    /// the probe does, for the page that is open: it hears of errors and of what scripts log, and not of what the
    /// browser finds wrong.
    pub async fn log(&self) -> Outcome<Vec<(String, String)>> {
        match self.engine() {
            Engine::Chromium => {
                let entries = self.driver.browser_log().await?;
                Ok(entries.into_iter().map(|entry| (entry.level, entry.message)).collect())
            }
            Engine::Firefox => {
                let mut said: Vec<_> = self.get("probe.logged.splice(0)").await?;
                said.extend(serde_json::from_value::<Vec<_>>(self.outside(LOGGED, json!([])).await?)?);
                Ok(said)
            }
            Engine::WebKit => self.get("probe.logged.splice(0)").await,
        }
    }

    /// Runs the body of a function in Firefox itself, outside the page.
    pub(crate) async fn outside(&self, body: &str, arguments: Value) -> Outcome<Value> {
        let Value::Array(arguments) = arguments else { return Err(Failure::new("arguments are a list")) };
        firefox::outside(&self.driver, body, arguments).await
    }
}

fn lacks(what: &str) -> Failure {
    Failure::new(format!("WebKit's driver {what}: leave the test out there, or branch on `Tab::engine`"))
}
