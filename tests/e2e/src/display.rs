//! A screen in memory for a browser that cannot do without one, ended with this value.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::{Failure, Outcome};

/// Room for the tallest window that a test asks for and what the browser puts around the page, from the middle on.
const SCREEN: &str = "4000x4800x24";
/// Where the pointer is from the start.
pub(crate) const MIDDLE: (i64, i64) = (2000, 2400);

/// A running Xvfb.
pub(crate) struct Display {
    process: Child,
    number: String,
}

impl Display {
    /// Starts it and waits for the number that it has found free.
    pub fn start() -> Outcome<Self> {
        let process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let process = process.map_err(|error| Failure::new(format!("Xvfb: {error}")))?;
        // From here on the process is ended whatever happens.
        let mut display = Self { process, number: String::new() };
        if let Some(output) = display.process.stdout.take() {
            BufReader::new(output).read_line(&mut display.number)?;
        }
        match display.number.trim() {
            "" => Err(Failure::new("Xvfb ended without saying its display")),
            _ => Ok(display),
        }
    }

    /// What `DISPLAY` is set to.
    pub fn name(&self) -> String {
        format!(":{}", self.number.trim())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // It may be gone already; the browser on it ends with it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
