//! The scripts without what only people read: comments and indentation.
//!
//! Trunk's own minifier understands neither `import(…)` nor `export { … as default }`, and turns getters
//! into methods where it does understand: it is kept away from the loader (`data-no-minify`), and fails on
//! the glue, which Trunk then takes as it is, with a warning. After compression most of the gain is here.

use std::path::Path;

use crate::html::{self, Tag};
use crate::{digest, project};

/// Shortens loader and glue of the staged page; the loader's `integrity` follows.
pub fn squeeze(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let mut html = project::read(&page)?;
    for (tag, attribute) in
        [("script", "src"), ("meta", "data-js"), ("meta", "data-other-js"), ("meta", "data-room-js")]
    {
        let found = html::tags(&html, tag);
        for (tag, name) in found.iter().filter_map(|tag| Some((tag, name(tag, attribute)?.to_owned()))) {
            let file = staging.join(&name);
            let short = without_comments(&project::read(&file)?);
            project::write(&file, &short)?;
            if let Some(old) = tag.get("integrity") {
                // Quoted, as a value that ends in `=` has to be.
                let new = format!("integrity=\"{}\"", digest::integrity(short.as_bytes()));
                html = html.replace(&format!("integrity={old}"), &new).replace(&format!("integrity=\"{old}\""), &new);
            }
        }
    }
    project::write(&page, html)
}

/// Names the files of all programs by what is in them, so that a host may let browsers keep them for good. Trunk does
/// so with the page's own, before they are made short.
pub fn name_by_content(staging: &Path) -> Result<(), String> {
    let page = staging.join("index.html");
    let mut html = project::read(&page)?;
    for attribute in ["data-js", "data-wasm", "data-other-js", "data-other-wasm", "data-room-js", "data-room-wasm"] {
        for old in html::tags(&html, "meta").iter().filter_map(|tag| name(tag, attribute)) {
            let bytes = std::fs::read(staging.join(old)).map_err(|error| format!("{old} was not built: {error}"))?;
            let (stem, kind) = old.split_once('.').unwrap_or((old, ""));
            let fingerprint = digest::fingerprint(&bytes);
            let new = match stem.split_once('-') {
                Some((name, old)) => {
                    let end = old.trim_start_matches(|letter: char| letter.is_ascii_hexdigit());
                    format!("{name}-{fingerprint}{end}.{kind}")
                }
                None => format!("{stem}-{fingerprint}.{kind}"),
            };
            std::fs::rename(staging.join(old), staging.join(&new)).map_err(|error| format!("{old}: {error}"))?;
            html = html.replace(old, &new);
        }
    }
    project::write(&page, html)
}

fn name<'a>(tag: &'a Tag, attribute: &str) -> Option<&'a str> {
    tag.get(attribute)?.rsplit('/').next()
}

/// Takes out indentation, empty lines, and comments that have their lines to themselves. Line ends stay,
/// so nothing can run together. A text across lines (in backquotes) would be changed: then all stays.
pub fn without_comments(script: &str) -> String {
    let mut short = String::new();
    let mut comment = false;
    for line in script.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if comment {
            comment = !line.ends_with("*/");
        } else if line.matches('`').count() % 2 == 1 {
            return script.to_owned();
        } else if !line.is_empty() && !line.starts_with("//") {
            short.push_str(line);
            short.push('\n');
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let script =
            "// a\n/** @param {a}\n * b\n */\nfunction f() {\n\n    return 'http://x'; // stays\n  /* c */\n}\n";
        assert_eq!(without_comments(script), "function f() {\nreturn 'http://x'; // stays\n}\n");
    }

    #[test]
    fn a_text_across_lines_is_left_alone() {
        let script = "  f(`a\n    b`);\n";
        assert_eq!(without_comments(script), script);
        assert_eq!(without_comments("  f(`a` + `\\``);\n"), "  f(`a` + `\\``);\n");
    }

    #[test]
    fn integrity_follows_the_squeezed_loader() -> Result<(), String> {
        let staging = std::env::temp_dir().join(format!("frise-scripts-{}", std::process::id()));
        project::write(&staging.join("l.js"), "  a();\n")?;
        project::write(&staging.join("g.js"), "  b();\n")?;
        let page = "<script src=./l.js integrity=sha384-old></script><meta name=frise data-js=g.js>";
        project::write(&staging.join("index.html"), page)?;
        squeeze(&staging)?;
        assert_eq!(project::read(&staging.join("g.js"))?, "b();\n");
        let expected = page.replace("sha384-old", &format!("\"{}\"", digest::integrity(b"a();\n")));
        assert_eq!(project::read(&staging.join("index.html"))?, expected);
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }

    #[test]
    fn programs_are_named_by_what_is_in_them() -> Result<(), String> {
        let staging = std::env::temp_dir().join(format!("frise-names-{}", std::process::id()));
        for name in ["f-0123456789abcdef.js", "f-0123456789abcdef_bg.wasm", "room_bg.wasm"] {
            project::write(&staging.join(name), name)?;
        }
        let page =
            "<meta data-js=f-0123456789abcdef.js data-wasm=f-0123456789abcdef_bg.wasm data-room-wasm=room_bg.wasm>";
        project::write(&staging.join("index.html"), page)?;
        name_by_content(&staging)?;
        let [js, wasm, room] = ["f-0123456789abcdef.js", "f-0123456789abcdef_bg.wasm", "room_bg.wasm"]
            .map(|name| digest::fingerprint(name.as_bytes()));
        let expected =
            format!("<meta data-js=f-{js}.js data-wasm=f-{wasm}_bg.wasm data-room-wasm=room_bg-{room}.wasm>");
        assert_eq!(project::read(&staging.join("index.html"))?, expected);
        assert!(staging.join(format!("f-{wasm}_bg.wasm")).is_file());
        std::fs::remove_dir_all(&staging).map_err(|error| error.to_string())
    }
}
