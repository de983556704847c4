//! The scripts, made short by oxc.
//!
//! Trunk's own minifier understands neither `import(…)` nor `export { … as default }`, and turns getters
//! into methods where it does understand: it is kept away from the loader (`data-no-minify`), and fails on
//! the glue, which Trunk then takes as it is, with a warning.

use std::path::Path;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_mangler::MangleOptions;
use oxc_minifier::{CompressOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

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
            let kind = if tag.get("src").is_some() { Kind::Classic } else { Kind::Module };
            let short = short(&project::read(&file)?, kind).map_err(|error| format!("{name}: {error}"))?;
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

/// How a script is loaded.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// By `<script>` or `importScripts`.
    Classic,
    /// By `import`.
    Module,
}

/// What does the same in fewer letters. wasm-bindgen's second way to start, for programs that are there already, goes: the
/// loader does not call it.
pub fn short(script: &str, kind: Kind) -> Result<String, String> {
    let script = script.replace("export { initSync, ", "export { ");
    let source = if kind == Kind::Module { SourceType::mjs() } else { SourceType::script() };
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, &script, source).parse();
    if let Some(wrong) = parsed.diagnostics.first() {
        return Err(format!("not understood: {wrong}"));
    }
    let mut program = parsed.program;
    let minifier = Minifier::new(MinifierOptions {
        mangle: Some(MangleOptions::default()),
        mangle_properties: None,
        compress: Some(CompressOptions::smallest()),
    });
    let scoping = minifier.minify(&allocator, &mut program).scoping;
    let options = CodegenOptions { minify: true, comments: CommentOptions::disabled(), ..CodegenOptions::default() };
    Ok(Codegen::new().with_options(options).with_scoping(scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_people_read_goes_and_so_does_what_nobody_calls() -> Result<(), String> {
        let glue = "// a\nfunction initSync(module) {\n  return module;\n}\nfunction start(url) {\n  return import(url);\n}\nexport { initSync, start as default };\n";
        let short = short(glue, Kind::Module)?;
        assert!(!short.contains("initSync") && !short.contains("// a"), "{short}");
        assert!(short.contains("import(") && short.ends_with("as default};"), "{short}");
        Ok(())
    }

    #[test]
    fn a_script_that_is_none_is_refused() {
        assert!(short("function {", Kind::Classic).is_err());
    }

    #[test]
    fn integrity_follows_the_squeezed_loader() -> Result<(), String> {
        let staging = std::env::temp_dir().join(format!("frise-scripts-{}", std::process::id()));
        project::write(&staging.join("l.js"), "  a();\n")?;
        project::write(&staging.join("g.js"), "  b(1);\n")?;
        let page = "<script src=./l.js integrity=sha384-old></script><meta name=frise data-js=g.js>";
        project::write(&staging.join("index.html"), page)?;
        squeeze(&staging)?;
        assert_eq!(project::read(&staging.join("g.js"))?, "b(1);");
        let expected = page.replace("sha384-old", &format!("\"{}\"", digest::integrity(b"a();")));
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
