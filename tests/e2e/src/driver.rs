//! The driver process, on a port that it chooses, ended with this value.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Failure, Outcome, settings};

/// How long the driver may take to close its browsers.
const GRACE: Duration = Duration::from_secs(5);

/// A running chromedriver.
pub struct Driver {
    process: Child,
    port: u16,
    /// What driver and browsers leave behind.
    scratch: PathBuf,
}

impl Driver {
    /// Starts it and waits for the line in which it says its port.
    pub fn start() -> Outcome<Self> {
        let program = settings::chromedriver();
        let scratch = std::env::temp_dir().join(format!("frise-e2e-{}", std::process::id()));
        std::fs::create_dir_all(&scratch)?;
        let started = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            .env("TMPDIR", &scratch)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process =
            started.map_err(|error| Failure::new(format!("{} (FRISE_CHROMEDRIVER): {error}", program.display())))?;
        let Some(output) = process.stdout.take() else { return Err(Failure::new("the driver has no output")) };
        // From here on the process is ended whatever happens.
        let mut driver = Self { process, port: 0, scratch };
        let mut output = BufReader::new(output);
        let mut line = String::new();
        while output.read_line(&mut line)? > 0 {
            if let Some(port) =
                line.trim().rsplit("on port ").next().and_then(|port| port.trim_end_matches('.').parse().ok())
                && line.contains("started successfully")
            {
                driver.port = port;
                // Read on, so that the driver never waits for a reader.
                thread::spawn(move || output.read_to_end(&mut Vec::new()).ok());
                return Ok(driver);
            }
            line.clear();
        }
        Err(Failure::new(format!("{} ended without saying its port", program.display())))
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Closes every browser that it started and ends it.
    pub fn stop(&mut self) {
        if self.shut_down().is_ok() {
            let start = Instant::now();
            while start.elapsed() < GRACE {
                if matches!(self.process.try_wait(), Ok(Some(_))) {
                    return;
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        // It may be gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
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
        // A browser that is slow to end may still hold some of it.
        let _ = std::fs::remove_dir_all(&self.scratch);
    }
}
