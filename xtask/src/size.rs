//! What a first visit transfers, as a host with brotli sends it, beside the budget.
//!
//! Deterministic, so it may be asserted: `cargo xtask test` fails over budget.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Component, Path, PathBuf};

use crate::{html, project};

/// The most a first visit may transfer, in bytes after brotli (quality 11).
///
/// It was 155,200 and was raised once: the view layer moves to Leptos components, which was measured at about 40 kB of
/// WebAssembly more, and which every Leptos developer can change. From here it only goes down.
pub const BUDGET: usize = 205_000;

/// The slowest and best: a file is compressed once and sent often.
pub const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// The weight of the heaviest page with all that it loads.
pub struct Weight {
    page: String,
    files: Vec<File>,
}

struct File {
    kind: &'static str,
    name: String,
    raw: usize,
    brotli: usize,
}

/// Weighs every page and keeps the heaviest; what pages share is weighed once.
pub fn weigh(dist: &Path) -> Result<Weight, String> {
    let mut known = BTreeMap::new();
    let mut weights = Vec::new();
    for page in pages(dist)? {
        let text = project::read(&page)?;
        let folder = page.parent().unwrap_or(dist);
        let mut files = vec![file("html", dist, &page, &mut known)?];
        for (kind, address) in loads(&text) {
            files.push(file(kind, dist, &normal(&folder.join(address)), &mut known)?);
        }
        weights.push(Weight { page: relative(dist, &page), files });
    }
    weights.into_iter().max_by_key(Weight::total).ok_or_else(|| format!("{} holds no page", dist.display()))
}

/// Every page that the prerender has written: `index.html` in the folder and in those inside it.
pub fn pages(dist: &Path) -> Result<Vec<PathBuf>, String> {
    let mut pages = project::files(dist)?;
    pages.retain(|file| file.ends_with("index.html"));
    pages.sort();
    Ok(pages)
}

/// What a page makes a browser load: kind and address, in the page's order.
pub fn loads(page: &str) -> Vec<(&'static str, String)> {
    let mut loads = Vec::new();
    for tag in html::tags(page, "link") {
        let kind = match tag.get("rel") {
            Some("stylesheet") => "css",
            Some("icon") => "icon",
            Some("preload" | "modulepreload") => "preload",
            _ => continue,
        };
        loads.extend(tag.get("href").map(|href| (kind, href.to_owned())));
    }
    for tag in html::tags(page, "script") {
        loads.extend(tag.get("src").map(|src| ("loader", src.to_owned())));
    }
    // named relative to the loader, which lies beside them
    let folder = loads.last().and_then(|(_, loader)| loader.rsplit_once('/')).map_or("", |(folder, _)| folder);
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    for tag in html::tags(page, "meta") {
        for (kind, attribute) in [("js", "data-js"), ("wasm", "data-wasm")] {
            loads.extend(tag.get(attribute).map(|name| (kind, format!("{folder}{name}"))));
        }
    }
    loads
}

fn file(
    kind: &'static str,
    dist: &Path,
    path: &Path,
    known: &mut BTreeMap<PathBuf, (usize, usize)>,
) -> Result<File, String> {
    let (raw, brotli) = match known.get(path) {
        Some(sizes) => *sizes,
        None => {
            let sizes =
                (length(path, "")?, length(&path.with_added_extension("br"), ": `cargo xtask build` makes it")?);
            known.insert(path.to_path_buf(), sizes);
            sizes
        }
    };
    Ok(File { kind, name: relative(dist, path), raw, brotli })
}

fn length(path: &Path, remedy: &str) -> Result<usize, String> {
    let length = std::fs::metadata(path).map(|file| file.len() as usize);
    length.map_err(|error| {
        format!("{} is what a first visit transfers but could not be read ({error}){remedy}", path.display())
    })
}

/// The bytes as brotli makes them.
pub fn compressed(bytes: &[u8], quality: i32) -> Result<Vec<u8>, String> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, lgwin: WINDOW, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)
        .map_err(|error| format!("a file could not be compressed: {error}"))?;
    Ok(out)
}

/// The path without `.` and `..`.
pub fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            part => normal.push(part),
        }
    }
    normal
}

/// The path from the folder, with `/`.
pub fn relative(dist: &Path, path: &Path) -> String {
    path.strip_prefix(dist).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

impl Weight {
    /// Bytes on the wire.
    pub fn total(&self) -> usize {
        self.files.iter().map(|file| file.brotli).sum()
    }

    /// An error that says by how much the page is too heavy.
    pub fn within_budget(&self) -> Result<(), String> {
        match self.total().checked_sub(BUDGET) {
            None | Some(0) => Ok(()),
            Some(over) => Err(format!(
                "a first visit of {} transfers {} bytes, {over} over the budget of {BUDGET} (xtask/src/size.rs)",
                self.page,
                self.total()
            )),
        }
    }

    /// For a machine to compare two builds.
    pub fn json(&self) -> String {
        let files: Vec<_> = self
            .files
            .iter()
            .map(|file| serde_json::json!({"kind": file.kind, "name": file.name, "raw": file.raw, "brotli": file.brotli}))
            .collect();
        let weight = serde_json::json!({"page": self.page, "total": self.total(), "budget": BUDGET, "files": files});
        format!("{weight:#}\n")
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "a first visit of {} (bytes, brotli {QUALITY}):", self.page)?;
        for File { kind, name, raw, brotli } in &self.files {
            writeln!(out, "  {kind:<8}{brotli:>8}  of {raw:>8}  {name}")?;
        }
        let share = self.total() * 100 / BUDGET;
        writeln!(out, "  {:<8}{:>8}  of {BUDGET:>8}  allowed ({share} %)", "total", self.total())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_what_it_loads() {
        let page = "<link rel=stylesheet href=../s.css><link rel=alternate href=x><script type=application/json>{}</script>\
                    <script src=../loader.js></script><meta data-js=g.js data-wasm=g.wasm name=frise>";
        let loads = loads(page);
        let loads: Vec<(&str, &str)> = loads.iter().map(|(kind, address)| (*kind, address.as_str())).collect();
        let expected = [("css", "../s.css"), ("loader", "../loader.js"), ("js", "../g.js"), ("wasm", "../g.wasm")];
        assert_eq!(loads, expected);
    }

    #[test]
    fn over_budget_says_by_how_much() {
        let weight = |brotli| Weight {
            page: "fr/index.html".to_owned(),
            files: vec![File { kind: "html", name: "fr/index.html".to_owned(), raw: brotli, brotli }],
        };
        assert!(weight(BUDGET).within_budget().is_ok());
        assert!(weight(BUDGET + 7).within_budget().is_err_and(|message| message.contains(" 7 over")));
    }

    #[test]
    fn a_page_that_is_not_compressed_says_what_compresses_it() -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("frise-size-{}", std::process::id()));
        project::write(&folder.join("index.html"), "<!doctype html>")?;
        let message = weigh(&folder).err().unwrap_or_default();
        assert!(message.contains("index.html.br") && message.contains("`cargo xtask build` makes it"), "{message}");
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())
    }

    #[test]
    fn paths_lose_their_dots() {
        assert_eq!(normal(Path::new("/d/fr/./../a.css")), Path::new("/d/a.css"));
    }
}
