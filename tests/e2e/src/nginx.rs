//! nginx on loopback with the very text of docs/hosting.md, ended with this value.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Failure, Outcome, Scratch, settings};

/// How long it may take until it listens.
const PATIENCE: Duration = Duration::from_secs(10);
/// Another program may take a port that was free.
const ATTEMPTS: usize = 5;
/// The place that the example has for a server's other lines.
const REST: &str = "    # … here everything of the server above from `absolute_redirect` on";

/// What a server often has for its other things: none of it may reach the pages.
const AROUND: &str = r#"
    add_header X-Around "yes" always;
    location ~* \.(js|css)$ {
        expires 30d;
    }
"#;

/// Running nginx, with everything that it writes in a folder of its own.
pub struct Nginx {
    process: Child,
    port: u16,
    prefix: &'static str,
    has_brotli: bool,
    scratch: Scratch,
}

impl Nginx {
    /// The pages of a folder at the root of a host.
    pub fn at_the_root(dist: &Path) -> Outcome<Self> {
        Self::start(dist, "/", root()?)
    }

    /// The pages of a folder below a path of a server that has other things.
    pub fn below_a_path(dist: &Path) -> Outcome<Self> {
        let (root, [_, below]) = (root()?, examples()?);
        let rest = root.lines().skip_while(|line| !line.contains("absolute_redirect"));
        let rest: Vec<_> = rest.take_while(|line| *line != "}").collect();
        let (map, _) = parts(&root, "server {")?;
        let below = replaced(&below, REST, &rest.join("\n"))?;
        Self::start(dist, "/some/where/", format!("{map}server {{\n    listen 80;\n{AROUND}{below}}}\n"))
    }

    fn start(dist: &Path, prefix: &'static str, configuration: String) -> Outcome<Self> {
        let dist = std::fs::canonicalize(dist)?;
        let module = brotli_module();
        let mut configuration = replaced(&configuration, "/srv/frise", &dist.to_string_lossy())?;
        if module.is_some() {
            configuration = replaced(&configuration, "# brotli_static on;", "brotli_static on;")?;
        }
        let mut last = String::new();
        for _ in 0..ATTEMPTS {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let listening = replaced(&configuration, "listen 80;", &format!("listen 127.0.0.1:{port};"))?;
            let scratch = Scratch::new()?;
            scratch.file("nginx.conf", whole(scratch.path(), module.as_deref(), &listening))?;
            let program = settings::nginx();
            let started = Command::new(&program)
                .arg("-p")
                .arg(scratch.path())
                .args(["-c", "nginx.conf", "-e", "error.log"])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn();
            let process =
                started.map_err(|error| Failure::new(format!("{} (FRISE_NGINX): {error}", program.display())))?;
            // From here on the process is ended whatever happens.
            let mut nginx = Self { process, port, prefix, has_brotli: module.is_some(), scratch };
            match nginx.listens() {
                true => return Ok(nginx),
                false => last = std::fs::read_to_string(nginx.scratch.path().join("error.log")).unwrap_or_default(),
            }
        }
        Err(Failure::new(format!("nginx does not listen: {last}")))
    }

    fn listens(&mut self) -> bool {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && matches!(self.process.try_wait(), Ok(None)) {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// The port on loopback.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The path below which the pages are; begins and ends with `/`.
    pub fn prefix(&self) -> &str {
        self.prefix
    }

    /// The address of a path below the prefix. On loopback, which browsers trust as they do HTTPS.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.prefix)
    }

    /// Whether it has the module that sends `.br`.
    pub fn has_brotli(&self) -> bool {
        self.has_brotli
    }

    /// What was asked for so far: status and path.
    pub fn requests(&self) -> Outcome<Vec<(u16, String)>> {
        let log = std::fs::read_to_string(self.scratch.path().join("access.log"))?;
        let line = |line: &str| {
            let (status, path) = line.split_once(' ')?;
            Some((status.parse().ok()?, path.to_owned()))
        };
        Ok(log.lines().filter_map(line).collect())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // One process, without workers: this ends it. It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The fenced examples of docs/hosting.md: a server, and a path of another one.
fn examples() -> Outcome<[String; 2]> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/hosting.md"))?;
    let blocks: Vec<_> = text.split("```nginx\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    match blocks[..] {
        [root, below] => Ok([root.to_owned(), below.to_owned()]),
        _ => Err(Failure::new(format!("docs/hosting.md has {} examples for nginx, not two", blocks.len()))),
    }
}

fn root() -> Outcome<String> {
    examples().map(|[root, _]| root)
}

fn parts<'a>(text: &'a str, at: &str) -> Outcome<(&'a str, &'a str)> {
    text.split_once(at).ok_or_else(|| Failure::new(format!("docs/hosting.md: no `{at}` in the example for nginx")))
}

/// With something in the place of what has to stand there once.
fn replaced(text: &str, old: &str, new: &str) -> Outcome<String> {
    let (before, after) = parts(text, old)?;
    match after.contains(old) {
        false => Ok(format!("{before}{new}{after}")),
        true => Err(Failure::new(format!("docs/hosting.md: `{old}` twice in the example for nginx"))),
    }
}

/// What is around the example: it says where a machine's own nginx writes.
fn whole(scratch: &Path, module: Option<&Path>, configuration: &str) -> String {
    let load = module.map(|module| format!("load_module {};\n", module.display())).unwrap_or_default();
    let folder = scratch.display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary: String = temporary.map(|what| format!("    {what}_temp_path {folder}/{what};\n")).concat();
    format!(
        "{load}daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nevents {{}}\nhttp {{\n{temporary}    \
         log_format short '$status $request_uri';\n    access_log {folder}/access.log short;\n{configuration}}}\n"
    )
}

/// Where the module is, if there is one: beside a program that was unpacked, else where nginx says that it looks.
fn brotli_module() -> Option<PathBuf> {
    const MODULE: &str = "ngx_http_brotli_static_module.so";
    let program = PathBuf::from(settings::whole(&settings::nginx()));
    let beside = program.parent()?.parent()?.join("lib/nginx/modules").join(MODULE);
    if beside.is_file() {
        return Some(beside);
    }
    let says = Command::new(program).arg("-V").output().ok()?.stderr;
    let says = String::from_utf8_lossy(&says).into_owned();
    let folder = says.split_whitespace().find_map(|word| word.strip_prefix("--modules-path="))?;
    Some(Path::new(folder).join(MODULE)).filter(|module| module.is_file())
}
