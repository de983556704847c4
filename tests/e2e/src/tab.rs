//! A tab, with what a person does in it and what a test asks of it.

use std::fmt::Debug;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::{Failure, Outcome, Scratch, Site, chrome};

/// A window of width and height in CSS pixels.
pub type Size = (u32, u32);

/// A desktop's window.
pub const WIDE: Size = (1280, 800);
/// A phone's.
pub const NARROW: Size = (390, 844);

/// How long something may take to become true.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(10);

/// A tab of a headless browser.
pub struct Tab {
    driver: WebDriver,
    /// Where the driver process listens.
    address: String,
}

impl Tab {
    pub(crate) fn new(driver: WebDriver, address: &str) -> Self {
        Self { driver, address: address.to_owned() }
    }

    /// A browser of its own, with more flags and the settings of its profile; end it with [`Tab::quit`].
    pub async fn another(&self, flags: &[&str], settings: Value) -> Outcome<Self> {
        chrome::open(&self.address, flags, settings).await
    }

    /// Opens one more tab in the same browser and goes there. [`Tab::turn`] goes from tab to tab.
    pub async fn beside(&self) -> Outcome {
        let handle = self.driver.new_tab().await?;
        self.driver.switch_to_window(handle).await?;
        chrome::prepare(&self.driver).await
    }

    /// Goes to the tab of that number, from 0 in the order they were opened.
    pub async fn turn(&self, number: usize) -> Outcome {
        let windows = self.driver.windows().await?;
        let handle = windows.get(number).cloned().ok_or_else(|| Failure::new(format!("there is no tab {number}")))?;
        Ok(self.driver.switch_to_window(handle).await?)
    }

    /// Closes the tab that is open, and goes to the first.
    pub async fn close(&self) -> Outcome {
        self.driver.close_window().await?;
        self.turn(0).await
    }

    /// Chooses files in a file input, as the file dialog would.
    pub async fn choose(&self, selector: &str, files: &[PathBuf]) -> Outcome {
        let paths: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        Ok(self.driver.find(By::Css(selector)).await?.send_keys(paths.join("\n")).await?)
    }

    /// Does something that saves a file, and waits for it: its name and content.
    pub async fn saved(&self, act: impl Future<Output = Outcome>) -> Outcome<(String, Vec<u8>)> {
        let folder = Scratch::new()?;
        let behavior = json!({ "behavior": "allow", "downloadPath": folder.path() });
        self.devtools("Browser.setDownloadBehavior", behavior).await?;
        act.await?;
        let start = Instant::now();
        loop {
            // What is still coming has another name, beside an empty file that keeps the name free.
            let files: Vec<_> = std::fs::read_dir(folder.path())?.flatten().map(|entry| entry.path()).collect();
            if let [file] = files.as_slice()
                && file.extension().is_none_or(|kind| kind != "crdownload")
            {
                let content = std::fs::read(file)?;
                if !content.is_empty() {
                    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    return Ok((name, content));
                }
            }
            if start.elapsed() > PATIENCE {
                return Err(Failure::new("no file was saved"));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Closes the browser.
    pub async fn quit(self) -> Outcome {
        Ok(self.driver.quit().await?)
    }

    /// As it was at the start: an empty page without history, nothing emulated, nothing logged, no key held.
    pub async fn reset(&self) -> Outcome {
        self.driver.goto("about:blank").await?;
        // A browser keeps 50 steps: a test that counts them must not begin there.
        self.devtools("Page.resetNavigationHistory", json!({})).await?;
        self.driver.action_chain().reset_actions().await?;
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
        self.media("", &[]).await?;
        self.touch_screen(false).await?;
        self.size(WIDE).await?;
        self.log().await.map(|_| ())
    }

    /// Removes all that a site has left in the browser.
    pub async fn forget(&self, site: &Site) -> Outcome {
        self.driver.goto("about:blank").await?;
        let all = json!({ "origin": site.origin(), "storageTypes": "all" });
        self.devtools("Storage.clearDataForOrigin", all).await.map(|_| ())
    }

    /// Another tab in its place: after a touch, the browser tells the next page in a tab of no other.
    pub async fn renew(&self) -> Outcome {
        let fresh = self.driver.new_tab().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(fresh).await?;
        chrome::prepare(&self.driver).await?;
        self.reset().await
    }

    /// How long a page may take to load, and a script in it to answer.
    pub async fn patience(&self, patience: Duration) -> Outcome {
        let timeouts = thirtyfour::TimeoutConfiguration::new(Some(patience), Some(patience), None);
        Ok(self.driver.update_timeouts(timeouts).await?)
    }

    /// Sets the size of the window.
    pub async fn size(&self, (width, height): Size) -> Outcome {
        self.zoomed_size((width, height), 1.0).await
    }

    /// Sets the size of the window in CSS pixels of so many device pixels.
    pub async fn zoomed_size(&self, (width, height): Size, ratio: f64) -> Outcome {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(|_| ())
    }

    /// Emulates a medium (empty: the screen) and features such as `("prefers-color-scheme", "dark")`.
    pub async fn media(&self, medium: &str, features: &[(&str, &str)]) -> Outcome {
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let media = json!({ "media": medium, "features": features });
        self.devtools("Emulation.setEmulatedMedia", media).await.map(|_| ())
    }

    /// Opens a page of a site and waits until it is interactive.
    pub async fn open(&self, site: &Site, path: &str) -> Outcome {
        self.open_bare(site, path).await?;
        self.ready().await
    }

    /// Opens a page of a site in a window of a size, its frieze unfolded.
    pub async fn open_unfolded(&self, site: &Site, path: &str, size: Size) -> Outcome {
        self.size(size).await?;
        self.open(site, path).await?;
        self.unfold(size).await
    }

    /// Unfolds the frieze, which begins folded on a phone.
    pub async fn unfold(&self, size: Size) -> Outcome {
        if size == NARROW { self.click("[data-fold]").await } else { Ok(()) }
    }

    /// Opens a page of a site. An open page that differs in the fragment only is loaded anew all the same.
    pub async fn open_bare(&self, site: &Site, path: &str) -> Outcome {
        self.driver.goto("about:blank").await?;
        Ok(self.driver.goto(site.url(path)).await?)
    }

    /// Goes to an address of any host.
    pub async fn visit(&self, address: &str) -> Outcome {
        Ok(self.driver.goto(address).await?)
    }

    /// Waits until the page is interactive.
    pub async fn ready(&self) -> Outcome {
        self.until("document.documentElement.hasAttribute('data-ready')").await
    }

    /// Loads the page again and waits until it is interactive.
    pub async fn reload(&self) -> Outcome {
        self.driver.refresh().await?;
        self.ready().await
    }

    /// One step back in history.
    pub async fn back(&self) -> Outcome {
        Ok(self.driver.back().await?)
    }

    /// The value of an expression of JavaScript in the page; it may `await`.
    pub async fn get<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        self.call(&format!("async () => ({expression})"), json!([])).await
    }

    /// Statements of JavaScript in the page; they may `await`.
    pub async fn run(&self, statements: &str) -> Outcome {
        self.call::<Value>(&format!("async () => {{ {statements} }}"), json!([])).await.map(|_| ())
    }

    /// What a function of JavaScript returns for these arguments.
    pub async fn call<T: DeserializeOwned>(&self, function: &str, arguments: Value) -> Outcome<T> {
        let Value::Array(arguments) = arguments else { return Err(Failure::new("arguments are a list")) };
        let value = self.driver.execute(format!("return ({function})(...arguments)"), arguments).await?;
        Ok(value.convert()?)
    }

    /// Waits until an expression of JavaScript is true.
    pub async fn until(&self, condition: &str) -> Outcome {
        self.until_within(PATIENCE, condition).await
    }

    /// Waits so long until an expression of JavaScript is true.
    pub async fn until_within(&self, patience: Duration, condition: &str) -> Outcome {
        let start = Instant::now();
        loop {
            // While one page goes and another comes there is nobody to answer.
            let answer = self.get::<bool>(&format!("!!({condition})")).await;
            if matches!(answer, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > patience {
                let last = answer.err().map(|error| format!(" ({error:?})")).unwrap_or_default();
                return Err(Failure::new(format!("never true within {patience:?}: {condition}{last}")));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until an expression has a value.
    pub async fn until_is<T>(&self, expression: &str, wanted: T) -> Outcome
    where
        T: DeserializeOwned + PartialEq + Debug,
    {
        let start = Instant::now();
        loop {
            let answer = self.get::<T>(expression).await;
            if answer.as_ref().is_ok_and(|value| *value == wanted) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                return Err(Failure::new(format!("{expression} is {answer:?}, never {wanted:?} within {PATIENCE:?}")));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until two frames have been drawn: what follows from an event has followed.
    pub async fn settle(&self) -> Outcome {
        self.run("await probe.frames(2)").await
    }

    /// Clicks the middle of an element, which is brought into view; an element that is covered cannot be clicked.
    pub async fn click(&self, selector: &str) -> Outcome {
        let element = self.driver.find(By::Css(selector)).await?;
        element.click().await.map_err(|error| Failure::new(format!("click on {selector}: {:?}", Failure::from(error))))
    }

    /// Types into a field, after what is there.
    pub async fn type_into(&self, selector: &str, text: &str) -> Outcome {
        Ok(self.driver.find(By::Css(selector)).await?.send_keys(text).await?)
    }

    /// Moves focus as a script does.
    pub async fn focus(&self, selector: &str) -> Outcome {
        self.call::<Value>("selector => { document.querySelector(selector).focus(); }", json!([selector])).await?;
        let there: bool = self.call("selector => document.activeElement.matches(selector)", json!([selector])).await?;
        if there { Ok(()) } else { Err(Failure::new(format!("{selector} takes no focus"))) }
    }

    /// Presses and releases a key.
    pub async fn press(&self, key: impl Into<char>) -> Outcome {
        self.press_often(key, 1).await
    }

    /// Presses and releases a key so many times, as fast as the browser takes them.
    pub async fn press_often(&self, key: impl Into<char>, times: usize) -> Outcome {
        let key: char = key.into();
        let mut chain = self.driver.action_chain_with_delay(None, Some(Duration::ZERO));
        for _ in 0..times {
            chain = chain.key_down(key).key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Presses and releases a key so many times while another one is held.
    pub async fn press_with(&self, held: impl Into<char>, key: impl Into<char>, times: usize) -> Outcome {
        let (held, key): (char, char) = (held.into(), key.into());
        let mut chain = self.driver.action_chain_with_delay(None, Some(Duration::ZERO)).key_down(held);
        for _ in 0..times {
            chain = chain.key_down(key).key_up(key);
        }
        Ok(chain.key_up(held).perform().await?)
    }

    /// A mouse event at a place in the window, such as `mousePressed`, with more of its properties.
    pub async fn mouse(&self, kind: &str, (x, y): (f64, f64), more: Value) -> Outcome {
        let mut event = json!({ "type": kind, "x": x, "y": y, "pointerType": "mouse" });
        if let (Value::Object(event), Value::Object(more)) = (&mut event, more) {
            event.extend(more);
        }
        self.devtools("Input.dispatchMouseEvent", event).await.map(|_| ())
    }

    /// Turns touch on, as on a phone or a tablet; until [`Tab::reset`].
    pub async fn touch_screen(&self, present: bool) -> Outcome {
        let emulation = json!({ "enabled": present, "maxTouchPoints": if present { 5 } else { 1 } });
        self.devtools("Emulation.setTouchEmulationEnabled", emulation).await.map(|_| ())
    }

    /// A touch event such as `touchMove`, with the fingers that are on the screen after it.
    pub async fn touch(&self, kind: &str, fingers: &[(f64, f64)]) -> Outcome {
        let fingers: Vec<_> = fingers.iter().zip(0..).map(|((x, y), id)| json!({ "x": x, "y": y, "id": id })).collect();
        let event = json!({ "type": kind, "touchPoints": fingers });
        self.devtools("Input.dispatchTouchEvent", event).await.map(|_| ())
    }

    /// A command of the browser's developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.map_err(|error| Failure::new(format!("{command}: {error}")))
    }

    /// What the browser has logged since this was asked last: level and message.
    pub async fn log(&self) -> Outcome<Vec<(String, String)>> {
        let entries = self.driver.browser_log().await?;
        Ok(entries.into_iter().map(|entry| (entry.level, entry.message)).collect())
    }
}
