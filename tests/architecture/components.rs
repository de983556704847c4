//! Components that can be taken in at one look.

use syn::visit::{self, Visit};
use syn::{Attribute, ItemFn};

use crate::breach::{Breach, hold, lines};
use crate::files::{File, files};
use crate::rust::parsed;

const MOST_LINES: usize = 60;
const ATTRIBUTES: &[&str] = &["component", "island"];

fn breaches(file: &File) -> Vec<Breach> {
    let mut long = Long { file, found: Vec::new() };
    long.visit_file(&parsed(file));
    long.found
}

struct Long<'a> {
    file: &'a File,
    found: Vec<Breach>,
}

impl<'a> Visit<'a> for Long<'_> {
    fn visit_item_fn(&mut self, item: &'a ItemFn) {
        let names = |attribute: &Attribute| {
            attribute.path().segments.last().is_some_and(|part| ATTRIBUTES.iter().any(|name| part.ident == name))
        };
        let first = item.sig.fn_token.span.start().line;
        let count = item.block.brace_token.span.close().end().line + 1 - first;
        if item.attrs.iter().any(names) && count > MOST_LINES {
            let what = format!("the component `{}` has {count} lines, more than {MOST_LINES}", item.sig.ident);
            self.found.push(Breach::new(&self.file.path, first, what, "make a part of it a component of its own"));
        }
        visit::visit_item_fn(self, item);
    }
}

#[test]
fn components_stay_small() {
    hold(&files("src", ".rs").iter().flat_map(breaches).collect::<Vec<_>>());
}

#[test]
fn a_component_that_is_too_long_is_seen() {
    let body = |lines: usize| {
        format!("(\n{}) -> impl IntoView {{\n    view! {{ <p/> }}\n}}\n", "    // a\n".repeat(lines - 4))
    };
    let file = |text: String| File { path: "src/ui/a.rs".to_owned(), text };
    for attribute in ["#[component]", "#[island]", "#[leptos::component]", "#[component(transparent)]"] {
        let text = |lines| format!("/// A.\n{attribute}\npub fn A{}", body(lines));
        hold(&breaches(&file(text(60))));
        assert_eq!(lines(&breaches(&file(text(61)))), [3], "{attribute}");
        assert_eq!(lines(&breaches(&file(format!("mod a {{\n{}}}", text(61))))), [4], "{attribute}");
    }
    hold(&breaches(&file(format!("#[other]\nfn a{}", body(100)))));
}
