//! What docs/hosting.md asks of every host, file by file.

use std::path::Path;

use e2e::{Outcome, settings};

/// The header for names with a fingerprint.
pub const FOR_EVER: &str = "max-age=31536000, immutable";

/// A file of the build, as its path below the pages' folder.
pub fn files() -> Outcome<Vec<String>> {
    let (mut found, mut folders) = (Vec::new(), vec![String::new()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(settings::published().join(&folder))? {
            let entry = entry?;
            let path = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(format!("{path}/"));
            } else if !path.ends_with(".br") && !path.ends_with(".gz") {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 15, "the build has only {found:?}");
    Ok(found)
}

/// The file that nothing compressed lies beside.
pub const ALONE: &str = "offline.js";

/// Addresses of the pages, as readers have them.
pub fn pages() -> Outcome<Vec<String>> {
    Ok(settings::pages(&settings::published())?)
}

/// Paths of all that is there.
pub fn all() -> Outcome<Vec<String>> {
    Ok([files()?, pages()?].concat())
}

/// Its type.
pub fn kind(file: &str) -> &'static str {
    match Path::new(file).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        other => panic!("{file}: a kind of file that docs/hosting.md does not know: {other:?}"),
    }
}

/// Whether its name stands for one content.
pub fn has_fingerprint(file: &str) -> bool {
    let is_digest = |part: &str| part.len() == 16 && part.chars().all(|c| c.is_ascii_hexdigit());
    file.rsplit('/').next().unwrap_or_default().split(['-', '_', '.']).any(is_digest)
}

/// The pages' policy, and who may show them inside theirs.
pub fn policy() -> Outcome<String> {
    let page = std::fs::read_to_string(settings::published().join("index.html"))?;
    let policy = page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1);
    let policy = policy.and_then(|rest| rest.split('"').next()).unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'"), "the page has no policy of its own");
    Ok(format!("{policy}; frame-ancestors 'none'"))
}
