//! A static host on loopback, as strict as a host may be, that remembers what it was asked for.
//!
//! Every test opens its own: another port is another origin, with its own storage and cache.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::settings;

/// Nothing inline but style attributes, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'";
/// How long a held answer waits to be released.
const PATIENCE: Duration = Duration::from_secs(30);

/// What becomes of a request for the WebAssembly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wasm {
    /// It is answered.
    Served,
    /// There is none.
    Missing,
    /// What comes is no WebAssembly.
    Broken,
    /// It is answered once [`Site::release`] says so.
    Held,
}

/// A request and how it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// As asked for, without the query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// Bytes of the answer, its head included.
    pub sent: usize,
}

/// The built pages on a port of their own.
pub struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    root: PathBuf,
    prefix: String,
    wasm: Wasm,
    /// Whether `file.br` is sent in the place of `file`, and no policy with it.
    compressed: bool,
    requests: Mutex<Vec<Request>>,
    released: Mutex<bool>,
    changed: Condvar,
    closed: AtomicBool,
}

/// What an answer carries.
struct Answer {
    kind: &'static str,
    /// A line of the head, where it is compressed.
    encoding: &'static str,
    body: Vec<u8>,
}

impl Default for Answer {
    fn default() -> Self {
        Self { kind: "text/plain", encoding: "", body: Vec::new() }
    }
}

impl Site {
    /// The pages at the root of a host.
    pub fn open() -> std::io::Result<Self> {
        Self::with("/", Wasm::Served)
    }

    /// The pages below a path, which begins and ends with `/`.
    pub fn with(prefix: &str, wasm: Wasm) -> std::io::Result<Self> {
        Self::of(settings::dist(), prefix, wasm, false)
    }

    /// A folder as a host with brotli sends it: a file of text compressed, as it lies beside the file. Other
    /// makers' pages are in it too, so there is no policy.
    pub fn compressed(root: PathBuf) -> std::io::Result<Self> {
        Self::of(root, "/", Wasm::Served, true)
    }

    fn of(root: PathBuf, prefix: &str, wasm: Wasm, compressed: bool) -> std::io::Result<Self> {
        if !root.join("index.html").is_file() {
            let message = format!("{} (FRISE_DIST) holds no page: `cargo xtask build` makes it", root.display());
            return Err(std::io::Error::other(message));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let shared = Arc::new(Shared {
            root,
            prefix: prefix.to_owned(),
            wasm,
            compressed,
            requests: Mutex::default(),
            released: Mutex::new(wasm != Wasm::Held),
            changed: Condvar::new(),
            closed: AtomicBool::new(false),
        });
        let site = Self { address: listener.local_addr()?, shared: Arc::clone(&shared) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.closed.load(Ordering::Relaxed) {
                    return;
                }
                let shared = Arc::clone(&shared);
                // A browser that goes away in the middle is no news.
                thread::spawn(move || shared.answer(&stream).ok());
            }
        });
        Ok(site)
    }

    /// The address of a path below the prefix, such as `fr/#decade`.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin(), self.shared.prefix)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What was asked for so far.
    pub fn requests(&self) -> Vec<Request> {
        locked(&self.shared.requests).clone()
    }

    /// Answers what was held.
    pub fn release(&self) {
        *locked(&self.shared.released) = true;
        self.shared.changed.notify_all();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        self.release();
        // Wakes the listener, so that it sees that it is closed.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn answer(&self, stream: &TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream.take(64 * 1024));
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let mut header = String::from(" ");
        while !header.trim().is_empty() {
            header.clear();
            reader.read_line(&mut header)?;
        }
        let Some(target) = line.split(' ').nth(1) else { return Ok(()) };
        let path = target.split('?').next().unwrap_or_default();
        let is_wasm = path.ends_with(".wasm");
        if is_wasm {
            let held = locked(&self.released);
            drop(self.changed.wait_timeout_while(held, PATIENCE, |released| !*released));
        }
        let (status, Answer { kind, encoding, body }) = match (self.wasm, self.file(path)) {
            (Wasm::Broken, Some(answer)) if is_wasm => {
                (200, Answer { body: b"neither code nor data".to_vec(), ..answer })
            }
            (Wasm::Missing, _) if is_wasm => (404, Answer::default()),
            (_, Some(answer)) => (200, answer),
            (_, None) => (404, Answer::default()),
        };
        let reason = if status == 200 { "OK" } else { "Not Found" };
        let policy = if self.compressed { String::new() } else { format!("Content-Security-Policy: {POLICY}\r\n") };
        let head = format!(
            "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}\
             Connection: close\r\n{policy}X-Content-Type-Options: nosniff\r\n\r\n",
            body.len()
        );
        locked(&self.requests).push(Request { path: path.to_owned(), status, sent: head.len() + body.len() });
        let mut stream = stream;
        stream.write_all(head.as_bytes())?;
        stream.write_all(&body)
    }

    /// The file that a path names.
    fn file(&self, path: &str) -> Option<Answer> {
        let inside = Path::new(path.strip_prefix(self.prefix.as_str())?);
        if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let mut file = self.root.join(inside);
        if path.ends_with('/') {
            file.push("index.html");
        }
        let kind = match file.extension()?.to_str()? {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "json" => "application/json",
            "svg" => "image/svg+xml",
            "ttf" => "font/ttf",
            "wasm" => "application/wasm",
            "webmanifest" => "application/manifest+json",
            _ => "application/octet-stream",
        };
        if self.compressed
            && let Ok(body) = std::fs::read(file.with_added_extension("br"))
        {
            return Some(Answer { kind, encoding: "Content-Encoding: br\r\n", body });
        }
        Some(Answer { kind, encoding: "", body: std::fs::read(file).ok()? })
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
