//! The content security policy in the page itself, so that it holds on hosts that send no headers.

use std::path::Path;

use crate::{html, project};

/// What the page may do; docs/hosting.md has the same as a header. WebAssembly needs `wasm-unsafe-eval`, and places on
/// the frieze are custom properties in `style` attributes.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          style-src-attr 'unsafe-inline'; connect-src 'self'; img-src 'self'; \
                          form-action 'self'; base-uri 'none'";

/// Puts the policy before anything that it speaks of. Only in a release build: what Trunk serves while one is
/// writing has a script of its own that loads the page again.
pub fn seal(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let mut html = project::read(&page)?;
    let first = html::tags(&html, "meta").into_iter().find(|tag| tag.get("charset").is_some());
    let at = first.ok_or("the page has no <meta charset>: see index.html")?.place.end;
    html.insert_str(at, &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"));
    project::write(&page, html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_first() -> Result<(), String> {
        let staging = std::env::temp_dir().join(format!("frise-seal-{}", std::process::id()));
        project::write(&staging.join("index.html"), "<html><meta charset=utf-8><script src=a.js></script>")?;
        seal(&staging)?;
        let page = project::read(&staging.join("index.html"))?;
        let start =
            format!("<html><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
        assert_eq!(page, format!("{start}<script src=a.js></script>"));
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }

    #[test]
    fn the_document_for_hosts_says_the_same() -> Result<(), String> {
        let text = project::read(&project::root().join("docs/hosting.md"))?;
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&text).contains(&words(POLICY)), "docs/hosting.md: {POLICY}");
        Ok(())
    }
}
