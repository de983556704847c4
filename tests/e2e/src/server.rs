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

use crate::answer::{Answer, kind};
use crate::extra::Extra;
use crate::{Engine, settings};

/// Nothing inline but style attributes, nothing from elsewhere.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'";
/// Where browsers that their driver gives no script for every page find the probe; no request for it is noted.
const PROBE: &str = "/probe.js";
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

/// The built pages on a port of their own, or as single files on the disk.
pub struct Site {
    /// None where they are opened from the disk.
    address: Option<SocketAddr>,
    shared: Arc<Shared>,
}

struct Shared {
    root: PathBuf,
    prefix: String,
    wasm: Wasm,
    /// Whether `file.br` is sent in the place of `file`.
    compressed: bool,
    guarded: bool,
    offline: bool,
    extras: Vec<Extra>,
    /// What becomes of a page before it is sent.
    rewrite: fn(String) -> String,
    requests: Mutex<Vec<Request>>,
    released: Mutex<bool>,
    changed: Condvar,
    closed: AtomicBool,
}

/// What a site is made with, beside its folder.
struct Setup<'a> {
    prefix: &'a str,
    wasm: Wasm,
    compressed: bool,
    /// Whether a policy is sent.
    guarded: bool,
    /// Whether the page may keep itself for use without network. Most tests do without: the browser would keep
    /// every site of a run, and show one of them for another that is given the same port.
    offline: bool,
    extras: Vec<Extra>,
    rewrite: fn(String) -> String,
}

impl Default for Setup<'_> {
    fn default() -> Self {
        Self {
            prefix: "/",
            wasm: Wasm::Served,
            compressed: false,
            guarded: true,
            offline: false,
            extras: Vec::new(),
            rewrite: |page| page,
        }
    }
}

impl Site {
    /// The pages at the root of a host.
    pub fn open() -> std::io::Result<Self> {
        Self::with("/", Wasm::Served)
    }

    /// The pages below a path, which begins and ends with `/`.
    pub fn with(prefix: &str, wasm: Wasm) -> std::io::Result<Self> {
        Self::of(settings::dist(), Setup { prefix, wasm, ..Setup::default() })
    }

    /// The pages of `content/` at the root of a host.
    pub fn published() -> std::io::Result<Self> {
        Self::of(settings::published(), Setup::default())
    }

    /// The pages at the root of a host, with more files beside them.
    pub fn with_files(extras: Vec<Extra>) -> std::io::Result<Self> {
        Self::of(settings::dist(), Setup { extras, ..Setup::default() })
    }

    /// The pages at the root of a host that changes every page before it sends it.
    pub fn rewritten(rewrite: fn(String) -> String) -> std::io::Result<Self> {
        Self::of(settings::dist(), Setup { rewrite, ..Setup::default() })
    }

    /// The same with other files in the place of some.
    pub fn amended(rewrite: fn(String) -> String, extras: Vec<Extra>) -> std::io::Result<Self> {
        Self::of(settings::dist(), Setup { rewrite, extras, ..Setup::default() })
    }

    /// The same on a host that sends no policy: the page's own has to do.
    pub fn unguarded(rewrite: fn(String) -> String) -> std::io::Result<Self> {
        Self::of(settings::dist(), Setup { rewrite, guarded: false, ..Setup::default() })
    }

    /// The pages of a folder below a path, with the script that keeps them for use without network. At its end a
    /// test calls [`crate::Tab::forget`].
    pub fn offline(root: PathBuf, prefix: &str) -> std::io::Result<Self> {
        Self::of(root, Setup { prefix, offline: true, ..Setup::default() })
    }

    /// A folder as a host with brotli sends it: a file of text compressed, as it lies beside the file. Other
    /// makers' pages are in it too, so there is no policy.
    pub fn compressed(root: PathBuf) -> std::io::Result<Self> {
        Self::of(root, Setup { compressed: true, guarded: false, ..Setup::default() })
    }

    /// A folder of pages as single files, `<lang>.html`, opened from the disk: nobody is asked for anything.
    pub fn on_disk(folder: PathBuf) -> Self {
        Self { address: None, shared: Arc::new(Shared::new(folder, Setup::default())) }
    }

    fn of(root: PathBuf, setup: Setup) -> std::io::Result<Self> {
        if !root.join("index.html").is_file() {
            let message = format!("{} holds no page: `cargo xtask build --fixture` makes them", root.display());
            return Err(std::io::Error::other(message));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let shared = Arc::new(Shared::new(root, setup));
        let site = Self { address: Some(listener.local_addr()?), shared: Arc::clone(&shared) };
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
        match self.address {
            Some(_) => format!("{}{}{path}", self.origin(), self.shared.prefix),
            None => format!("file://{}/{}", self.shared.root.display(), path.replacen('/', ".html", 1)),
        }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.address.map_or_else(|| "file://".to_owned(), |address| format!("http://{address}"))
    }

    /// What was asked for so far.
    pub fn requests(&self) -> Vec<Request> {
        locked(&self.shared.requests).clone()
    }

    /// Ends it, as when the network is gone: nobody listens at its address any more.
    pub fn cut(&self) {
        self.shared.closed.store(true, Ordering::Relaxed);
        self.release();
        // Each connection wakes the listener, so that it sees that it is closed.
        while self.address.is_some_and(|address| TcpStream::connect(address).is_ok()) {
            thread::sleep(Duration::from_millis(5));
        }
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
        let _ = self.address.map(TcpStream::connect);
    }
}

impl Shared {
    fn new(root: PathBuf, setup: Setup) -> Self {
        let Setup { prefix, wasm, compressed, guarded, offline, extras, rewrite } = setup;
        Self {
            root,
            prefix: prefix.to_owned(),
            wasm,
            compressed,
            guarded,
            offline,
            requests: Mutex::default(),
            released: Mutex::new(wasm != Wasm::Held && !extras.iter().any(|extra| extra.is_held)),
            extras,
            rewrite,
            changed: Condvar::new(),
            closed: AtomicBool::new(false),
        }
    }

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
        if path == PROBE {
            return self.send_probe(stream);
        }
        let is_wasm = path.ends_with(".wasm");
        let extra = self.extras.iter().find(|extra| path.strip_prefix(self.prefix.as_str()) == Some(&extra.path));
        if extra.map_or(is_wasm && self.wasm == Wasm::Held, |extra| extra.is_held) {
            let held = locked(&self.released);
            drop(self.changed.wait_timeout_while(held, PATIENCE, |released| !*released));
        }
        let answer = match (self.wasm, extra) {
            (_, Some(Extra { status, length, body, .. })) => {
                Answer { status: *status, kind: kind(path), encoding: "", length: *length, body: body.clone() }
            }
            (Wasm::Broken, _) if is_wasm => {
                Answer { body: b"neither code nor data".to_vec(), ..self.file(path).unwrap_or_default() }
            }
            (Wasm::Missing, _) if is_wasm => Answer::default(),
            // Empty: nothing is kept.
            _ if !self.offline && path.ends_with("/offline.js") => {
                Answer { status: 200, kind: kind(path), ..Answer::default() }
            }
            _ => self.file(path).unwrap_or_default(),
        };
        let policy = if self.guarded { format!("Content-Security-Policy: {POLICY}\r\n") } else { String::new() };
        let head = answer.head(&policy);
        let Answer { status, body, .. } = answer;
        locked(&self.requests).push(Request { path: path.to_owned(), status, sent: head.len() + body.len() });
        let mut stream = stream;
        stream.write_all(head.as_bytes())?;
        stream.write_all(&body)
    }

    /// It leaves no trace of itself in the page.
    fn send_probe(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let body = concat!(include_str!("probe.js"), "document.currentScript.remove();\n").as_bytes().to_vec();
        let answer = Answer { status: 200, kind: kind(PROBE), body, ..Answer::default() };
        stream.write_all(answer.head("").as_bytes())?;
        stream.write_all(&answer.body)
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
        let kind = kind(file.to_str()?);
        if self.compressed
            && let Ok(body) = std::fs::read(file.with_added_extension("br"))
        {
            return Some(Answer { status: 200, kind, encoding: "Content-Encoding: br\r\n", body, ..Answer::default() });
        }
        let mut body = std::fs::read(&file).ok()?;
        if kind.starts_with("text/html") {
            let mut page = (self.rewrite)(String::from_utf8(body).ok()?);
            if Engine::of_this_run() != Engine::Chromium {
                // The first thing in its head, of which the tag may be left out.
                page = page.replacen("<meta", &format!("<script src=\"{PROBE}\"></script><meta"), 1);
            }
            body = page.into_bytes();
        }
        Some(Answer { status: 200, kind, body, ..Answer::default() })
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
