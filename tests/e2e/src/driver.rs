//! The driver process of a browser, on a free port of loopback, ended with this value.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::display::Display;
use crate::{Engine, Failure, Outcome, Scratch, settings, webkit};

/// How long the driver may take to begin, and to close its browser.
const GRACE: Duration = Duration::from_secs(10);

/// A running driver. Two of the three serve one browser each, so every browser has its own.
pub struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// The browser's process, where the driver does not end it with itself.
    browser: Option<u32>,
    /// Held for as long as the driver runs.
    _display: Option<Display>,
    /// What driver and browser leave behind.
    scratch: Scratch,
}

impl Driver {
    /// Starts it and waits until it listens.
    pub fn start(engine: Engine) -> Outcome<Self> {
        let scratch = Scratch::new()?;
        let display = if engine == Engine::WebKit { Some(Display::start()?) } else { None };
        let (program, port) = match engine {
            Engine::Chromium => (settings::chromedriver(), 0),
            Engine::Firefox => (settings::geckodriver(), 0),
            // It does not say which port it has taken.
            Engine::WebKit => (settings::webkit_driver(), free_port()?),
        };
        let mut command = Command::new(&program);
        match engine {
            Engine::Chromium => command.args(["--port=0", "--log-level=SEVERE"]),
            // With access to the system, which is the browser outside the page.
            Engine::Firefox => command.args(["--host", "127.0.0.1", "--port", "0", "--allow-system-access"]),
            Engine::WebKit => command.arg("--host=127.0.0.1").arg(format!("--port={port}")),
        };
        if let Some(display) = &display {
            command.env("DISPLAY", display.name());
            webkit::surround(&mut command, scratch.path())?;
        }
        let process = command
            .env("TMPDIR", scratch.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("{}: {error}", program.display())))?;
        // From here on the process is ended whatever happens.
        let mut driver = Self { engine, process, port, browser: None, _display: display, scratch };
        if driver.listens()? {
            return Ok(driver);
        }
        Err(Failure::new(format!("{} never said that it listens", program.display())))
    }

    /// Waits until it listens, and reads on, so that it never waits for a reader.
    fn listens(&mut self) -> Outcome<bool> {
        let Some(output) = self.process.stdout.take() else { return Ok(false) };
        let mut output = BufReader::new(output);
        if self.port == 0 {
            let mut line = String::new();
            while self.port == 0 && output.read_line(&mut line)? > 0 {
                self.port = port_in(&line).unwrap_or_default();
                line.clear();
            }
        } else {
            let start = Instant::now();
            while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
                if start.elapsed() > GRACE {
                    return Ok(false);
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
        thread::spawn(move || output.read_to_end(&mut Vec::new()).ok());
        Ok(self.port != 0)
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// A folder of its own.
    pub(crate) fn scratch(&self) -> &Scratch {
        &self.scratch
    }

    /// Ends that process too, should the browser outlive its session.
    pub(crate) fn owns(&mut self, browser: Option<u32>) {
        self.browser = browser;
    }

    /// Closes the browser that it started and ends it.
    fn stop(&mut self) {
        if self.engine == Engine::Chromium && self.shut_down().is_ok() {
            let start = Instant::now();
            while start.elapsed() < GRACE {
                if matches!(self.process.try_wait(), Ok(Some(_))) {
                    return;
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        // They may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let Some(browser) = self.browser {
            let _ = Command::new("kill").arg(browser.to_string()).stderr(Stdio::null()).status();
        }
    }

    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(GRACE))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", self.port)?;
        stream.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `… started successfully on port 4321.`, or `… Listening on 127.0.0.1:4321`
fn port_in(line: &str) -> Option<u16> {
    let (_, place) = line.rsplit_once("on port ").or_else(|| line.rsplit_once("Listening on 127.0.0.1:"))?;
    place.trim().trim_end_matches('.').parse().ok()
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
