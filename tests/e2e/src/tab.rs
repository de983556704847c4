//! A tab, with what a person does in it and what a test asks of it.

use std::cell::Cell;
use std::fmt::Debug;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::driver::Driver;
use crate::{Engine, Failure, Outcome, Site, chrome, firefox, webkit};

/// A window of width and height in CSS pixels.
pub type Size = (u32, u32);

/// A desktop's window.
pub const WIDE: Size = (1280, 800);
/// A phone's.
pub const NARROW: Size = (390, 844);

/// For a page that has come without the probe, from no host of ours or from what the browser has kept.
const PROBE: &str = concat!("if (!window.probe) {\n", include_str!("probe.js"), "}\n");

/// How long something may take to become true.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before asking again.
pub(crate) const PAUSE: Duration = Duration::from_millis(10);

/// A tab of a browser that nobody sees.
pub struct Tab {
    pub(crate) driver: WebDriver,
    pub(crate) process: Driver,
    /// How far the wheel has been turned, across and down, since keys and buttons were let go.
    pub(crate) turned: Cell<(i64, i64)>,
    engine: Engine,
}

impl Tab {
    /// Starts a browser with an empty profile, in which every page has the probe before anything of its own.
    /// `flags` and `settings` are the browser's own: what its command line takes, and what its profile begins with.
    pub async fn start(engine: Engine, flags: &[&str], settings: Value) -> Outcome<Self> {
        let mut process = Driver::start(engine)?;
        let wanted = match engine {
            Engine::Chromium => chrome::wanted(flags, settings)?,
            Engine::Firefox => firefox::wanted(flags, settings)?,
            // Its profile is in memory and has no settings.
            Engine::WebKit => webkit::wanted(flags)?,
        };
        let driver = WebDriver::new(process.url(), wanted).await;
        let driver =
            driver.map_err(|error| Failure::new(format!("{} could not be started: {error}", engine.name())))?;
        process.owns(firefox::process(&driver));
        let tab = Self { driver, process, turned: Cell::default(), engine };
        tab.prepare().await?;
        Ok(tab)
    }

    /// A browser of its own, as [`Tab::start`] does; end it with [`Tab::quit`].
    pub async fn another(&self, flags: &[&str], settings: Value) -> Outcome<Self> {
        Self::start(self.engine, flags, settings).await
    }

    /// Where it runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Makes a new tab ready. Elsewhere than in Chromium the host hands out the probe with every page.
    pub(crate) async fn prepare(&self) -> Outcome {
        match self.engine {
            Engine::Chromium => chrome::prepare(&self.driver).await,
            Engine::Firefox => firefox::prepare(&self.driver).await,
            Engine::WebKit => Ok(()),
        }
    }

    /// Opens one more tab in the same browser and goes there. [`Tab::turn`] goes from tab to tab.
    pub async fn beside(&self) -> Outcome {
        let handle = match self.engine {
            // Its driver does not bring a tab to the front, and behind another one nothing is drawn.
            Engine::WebKit => self.driver.new_window().await?,
            _ => self.driver.new_tab().await?,
        };
        self.driver.switch_to_window(handle).await?;
        self.prepare().await?;
        // There the new tab has a window's size of its own.
        if self.engine == Engine::Chromium { Ok(()) } else { self.size(WIDE).await }
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

    /// Closes the browser.
    pub async fn quit(self) -> Outcome {
        Ok(self.driver.quit().await?)
    }

    /// How long a page may take to load, and a script in it to answer.
    pub async fn patience(&self, patience: Duration) -> Outcome {
        let timeouts = thirtyfour::TimeoutConfiguration::new(Some(patience), Some(patience), None);
        Ok(self.driver.update_timeouts(timeouts).await?)
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

    /// Waits until the page is interactive and laid out. Where it does not become so, the failure says what it waits for.
    pub async fn ready(&self) -> Outcome {
        let Err(failure) = self.until("document.documentElement.matches('[data-ready]:not([data-partial])')").await
        else {
            return Ok(());
        };
        let state = self.get::<String>("probe.state()").await;
        Err(Failure::new(format!("{failure:?}\n  {}", state.unwrap_or_else(|error| format!("{error:?}")))))
    }

    /// Loads the page again and waits until it is interactive.
    pub async fn reload(&self) -> Outcome {
        self.refresh().await?;
        self.ready().await
    }

    /// Loads the page again, as it is kept.
    pub async fn refresh(&self) -> Outcome {
        if self.engine != Engine::Firefox {
            return Ok(self.driver.refresh().await?);
        }
        // Its driver loads past all that is kept, the service worker too.
        self.run("window.isLeft = true; location.reload()").await?;
        self.until("!window.isLeft && document.readyState === 'complete'").await
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
        let probe = if self.engine == Engine::Chromium { "" } else { PROBE };
        let value = self.driver.execute(format!("{probe}return ({function})(...arguments)"), arguments).await?;
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

    /// A command of the browser's developer tools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Outcome<Value> {
        let answer = self.driver.cdp().send_raw(command, parameters).await;
        answer.map_err(|error| Failure::new(format!("{command}: {error}")))
    }
}
