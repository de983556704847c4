//! Who may know whom: the table of docs/architecture.md.

use std::collections::BTreeSet;

use crate::breach::{Breach, hold, lines};
use crate::files::{File, files};
use crate::imports::{module_of, named};
use crate::rust::{line, parsed, tokens};

struct Layer {
    /// Under `src/`.
    place: &'static str,
    /// Modules that it may name, beside its own.
    imports: &'static [&'static str],
}

/// The longest place that a file's path begins with counts.
const LAYERS: &[Layer] = &[
    Layer { place: "time", imports: &[] },
    Layer { place: "order", imports: &[] },
    Layer { place: "keyboard", imports: &[] },
    Layer { place: "page", imports: &[] },
    Layer { place: "i18n", imports: &["time"] },
    Layer { place: "content", imports: &["time", "order", "page"] },
    Layer { place: "content/check", imports: &["time", "order", "i18n", "page"] },
    Layer { place: "content/raw", imports: &["time", "order", "i18n"] },
    Layer { place: "layout", imports: &["time", "order"] },
    Layer { place: "session", imports: &["content", "keyboard", "layout", "time", "order"] },
    Layer { place: "notes", imports: &["order"] },
    Layer { place: "export", imports: &["content", "i18n", "notes", "order", "time"] },
    Layer { place: "browser", imports: &["keyboard"] },
    Layer { place: "room", imports: &["browser", "i18n", "page"] },
    Layer { place: "room/ui", imports: &["browser", "export", "i18n", "notes", "page"] },
    Layer { place: "room/model", imports: &["export", "i18n", "keyboard", "notes", "order", "session"] },
    Layer {
        place: "ui",
        imports: &["browser", "content", "i18n", "keyboard", "layout", "order", "page", "session", "time"],
    },
];

/// What only the outside of the program may know.
const LEPTOS: &str = "leptos";
const BROWSER: &[&str] = &["web_sys", "js_sys", "wasm_bindgen"];
/// Where components reach for it: what listens beyond one element.
const HOOKS: &str = "src/ui/hooks/";
/// The crates that the layers above them read and write with.
const SERDE: &[&str] = &["serde", "serde_json"];
/// Modules that need nothing but the standard library.
const PLAIN: &[&str] = &["time", "order", "keyboard"];

/// The root and the programs: they tie everything together, and nothing names them.
pub fn is_top(path: &str) -> bool {
    matches!(path, "src/lib.rs" | "src/main.rs") || path.starts_with("src/bin/")
}

fn layer_of(path: &str) -> Option<&'static Layer> {
    let under = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let holds =
        |layer: &&Layer| under.strip_prefix(layer.place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    LAYERS.iter().filter(holds).max_by_key(|layer| layer.place.len())
}

fn imports(file: &File) -> Vec<Breach> {
    if is_top(&file.path) {
        return Vec::new();
    }
    let Some(layer) = layer_of(&file.path) else {
        let what = "this module has no row in the table of layers";
        return vec![Breach::new(
            &file.path,
            1,
            what,
            "add it to LAYERS in tests/architecture and to docs/architecture.md",
        )];
    };
    let module = module_of(&file.path);
    let wrong = |name: &str| name != module[0] && !layer.imports.contains(&name);
    let named = named(&module, &parsed(file));
    let breaches = named.into_iter().filter(|named| wrong(&named.path[0])).map(|named| {
        let may = if layer.imports.is_empty() { "nothing of ours".to_owned() } else { layer.imports.join(", ") };
        let what = format!("`{}` may import {may}, not `{}`", layer.place, named.path[0]);
        let remedy = "pass in what is needed, or move the code to the layer that knows both";
        Breach::new(&file.path, named.line, what, remedy)
    });
    breaches.collect()
}

fn crates(file: &File) -> Vec<Breach> {
    let module = module_of(&file.path);
    let top = module.first().map_or("", String::as_str);
    let in_ui = top == "ui" || file.path.starts_with("src/room/ui/") || is_top(&file.path);
    let in_browser = top == "browser";
    let mut breaches = Vec::new();
    for token in tokens(file) {
        let word = token.to_string();
        let mut add = |what: String, remedy| breaches.push(Breach::new(&file.path, line(&token), what, remedy));
        if word == LEPTOS && !in_ui {
            add(format!("`{top}` mentions Leptos"), "keep it pure, and call it from src/ui/ or src/room/ui/");
        }
        if BROWSER.contains(&word.as_str()) && !in_browser && !file.path.starts_with(HOOKS) {
            add(format!("`{word}` outside src/browser/"), "add a small verb to src/browser/ and call that");
        }
        if PLAIN.contains(&top) && SERDE.contains(&word.as_str()) {
            add(
                format!("`{top}` uses `{word}`"),
                "only the standard library is used here: do without, or in another layer",
            );
        }
    }
    breaches
}

#[test]
fn a_module_imports_what_its_row_allows() {
    hold(&files("src", ".rs").iter().flat_map(imports).collect::<Vec<_>>());
}

#[test]
fn leptos_and_the_browser_stay_outside() {
    hold(&files("src", ".rs").iter().flat_map(crates).collect::<Vec<_>>());
}

#[test]
fn every_row_has_its_module() {
    let sources = files("src", ".rs");
    let places: BTreeSet<_> = sources.iter().filter_map(|file| layer_of(&file.path)).map(|layer| layer.place).collect();
    for layer in LAYERS {
        assert!(places.contains(layer.place), "src/{} is gone: take its row out of LAYERS", layer.place);
    }
}

fn source(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

#[test]
fn a_wrong_import_is_seen() {
    for (path, name) in [
        ("src/time/step.rs", "order"),
        ("src/order.rs", "time"),
        ("src/i18n/dates.rs", "content"),
        ("src/content/fold.rs", "i18n"),
        ("src/content/raw/facts.rs", "layout"),
        ("src/layout/mod.rs", "content"),
        ("src/session/url.rs", "i18n"),
        ("src/browser/dom.rs", "time"),
        ("src/keyboard.rs", "session"),
        ("src/room/ui/presenter/bar.rs", "layout"),
        ("src/room/model/keeping.rs", "browser"),
        ("src/ui/page.rs", "nowhere"),
    ] {
        let breaches = imports(&source(path, &format!("//! x\nuse crate::{name}::X;")));
        assert_eq!(lines(&breaches), [2], "{path} {name}");
        let escape = "super::".repeat(module_of(path).len());
        assert_eq!(lines(&imports(&source(path, &format!("fn f(x: {escape}{name}::X) {{}}")))), [1], "{path} {name}");
    }
    assert_eq!(lines(&imports(&source("src/stray.rs", ""))), [1]);
    for (path, name) in [
        ("src/content/raw/facts.rs", "i18n"),
        ("src/content/check/mod.rs", "i18n"),
        ("src/session/url.rs", "order"),
        ("src/session/url.rs", "session"),
        ("src/room/ui/presenter/bar.rs", "room"),
        ("src/main.rs", "ui"),
    ] {
        hold(&imports(&source(path, &format!("use crate::{name}::X;"))));
    }
}

#[test]
fn a_wrong_crate_is_seen() {
    for place in
        ["time", "order", "layout", "content", "content/check", "content/raw", "i18n", "html", "session", "room/model"]
    {
        for name in ["leptos", "web_sys", "js_sys", "wasm_bindgen"] {
            let path = format!("src/{place}/x.rs");
            let breaches = crates(&source(&path, &format!("// {name}\n/// {name}::x\nfn f() {{ {name}::x() }}")));
            assert_eq!(lines(&breaches), [3], "{path} {name}");
        }
    }
    assert_eq!(lines(&crates(&source("src/browser/dom.rs", "use leptos::x; use web_sys::Y;"))), [1]);
    for path in ["src/ui/page.rs", "src/room/ui/x.rs"] {
        assert_eq!(lines(&crates(&source(path, "use leptos::x;\nuse leptos::web_sys::X;"))), [2], "{path}");
    }
    assert_eq!(lines(&crates(&source("src/room/x.rs", "use leptos::x;"))), [1]);
    assert_eq!(lines(&crates(&source("src/main.rs", "use leptos::x;\nuse wasm_bindgen::X;"))), [2]);
    assert_eq!(lines(&crates(&source("src/time/step.rs", "use std::fmt;\nuse serde::Serialize;"))), [2]);
}
