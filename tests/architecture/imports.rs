//! What a file names of the program's own modules: in `use`, in paths, and in what it hands to macros.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, Macro, UseGlob, UseName, UseRename, UseTree, Visibility};

/// A name as the code has it.
pub struct Named {
    /// The path from the program's root; `*` is all that a module has, at the root the root itself.
    pub path: Vec<String>,
    pub line: usize,
    /// Whether a `use` only hands it on, to be named as this module's own.
    pub is_handed_on: bool,
    /// Under which name a `use` makes it known in the module, if one does.
    pub known_as: Option<String>,
}

/// The module that a file of `src/` is: `src/a/b.rs` and `src/a/b/mod.rs` are `a`, `b`.
pub fn module_of(path: &str) -> Vec<String> {
    let plain = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")).unwrap_or(path);
    plain.split('/').filter(|part| *part != "mod" && *part != "lib").map(str::to_owned).collect()
}

/// What the code of a module names. Paths that begin with neither `crate`, `self` nor `super` are taken as inside
/// that module: whether they are, or are a crate's or a variable's, is for the reader to see.
pub fn named(module: &[String], tree: &syn::File) -> Vec<Named> {
    let mut names = Names { here: module.to_vec(), found: Vec::new() };
    names.visit_file(tree);
    names.found
}

struct Names {
    here: Vec<String>,
    found: Vec<Named>,
}

impl Names {
    /// The path from the root of one that is written here.
    fn add(&mut self, written: &[String], line: usize) -> &mut Named {
        let mut path = self.here.clone();
        for (at, part) in written.iter().enumerate() {
            match part.as_str() {
                "crate" => path.clear(),
                "super" => drop(path.pop()),
                // Also the last of a group: the module itself.
                "self" if at == 0 || at + 1 == written.len() => {}
                other => path.push(other.to_owned()),
            }
        }
        if path.is_empty() {
            path.push("*".to_owned());
        }
        self.found.push(Named { path, line, is_handed_on: false, known_as: None });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    fn used(&mut self, item: &ItemUse, tree: &UseTree, before: &[String]) {
        let (name, known_as, span) = match tree {
            UseTree::Group(group) => return group.items.iter().for_each(|tree| self.used(item, tree, before)),
            UseTree::Path(path) => return self.used(item, &path.tree, &[before, &[path.ident.to_string()]].concat()),
            UseTree::Name(UseName { ident }) => (ident.to_string(), ident.to_string(), ident.span()),
            UseTree::Rename(UseRename { ident, rename, .. }) => (ident.to_string(), rename.to_string(), ident.span()),
            UseTree::Glob(UseGlob { star_token }) => ("*".to_owned(), "*".to_owned(), star_token.spans[0]),
        };
        let known_as = if known_as == "self" { before.last().cloned().unwrap_or_default() } else { known_as };
        let named = self.add(&[before, &[name]].concat(), span.start().line);
        named.is_handed_on = !matches!(item.vis, Visibility::Inherited);
        named.known_as = Some(known_as);
    }

    /// Paths in what a macro is given: words with `::` between them. What a group there names is not told apart.
    fn in_tokens(&mut self, stream: TokenStream) {
        let tokens: Vec<_> = stream.into_iter().collect();
        let is_colon = |at| matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
        let goes_on = |at| is_colon(at) && is_colon(at + 1);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => self.in_tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let mut written = vec![first.to_string()];
                    while goes_on(at + 1)
                        && let Some(TokenTree::Ident(next)) = tokens.get(at + 3)
                    {
                        written.push(next.to_string());
                        at += 3;
                    }
                    if written.len() > 1 || goes_on(at + 1) {
                        self.add(&written, first.span().start().line);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

impl<'a> Visit<'a> for Names {
    fn visit_item_mod(&mut self, item: &'a ItemMod) {
        self.here.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.here.pop();
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        self.used(item, &item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let written: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if written.len() > 1 {
            self.add(&written, path.segments[0].ident.span().start().line);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, given: &'a Macro) {
        visit::visit_macro(self, given);
        self.in_tokens(given.tokens.clone());
    }
}

#[cfg(test)]
fn names(path: &str, code: &str) -> Vec<String> {
    let tree = syn::parse_file(code).unwrap();
    named(&module_of(path), &tree).into_iter().map(|named| named.path.join("::")).collect()
}

#[test]
fn every_way_to_name_a_module_is_seen() {
    let file = "src/html/panels.rs";
    for (code, expected) in [
        ("use crate::i18n::Phrase;", &["i18n::Phrase"][..]),
        ("use crate::{time::Edtf, content::{self, Text}, i18n};", &["time::Edtf", "content", "content::Text", "i18n"]),
        (
            "fn a(b: &crate::ui::C) { super::super::session::d(); self::super::super::browser::e() }",
            &["ui::C", "session::d", "browser::e"],
        ),
        ("use super::super::{layout, order::{sorted, sort_by}};", &["layout", "order::sorted", "order::sort_by"]),
        (
            "use super::{writer::Html, Edition}; use self::a::b; pub(crate) fn c(&self) { self.d() }",
            &["html::writer::Html", "html::Edition", "html::panels::a::b"],
        ),
        ("use crate::*; use super::*;", &["*", "html::*"]),
        ("use crate::{self as all};", &["*"]),
        ("use crate as all;", &["*"]),
        (
            "fn a() { b!(c, crate::d::E { f: super::g(h::i) }, crate::{j}) }",
            &["d::E", "html::g", "html::panels::h::i", "*"],
        ),
        ("macro_rules! a { () => { $crate::content::x!() } }", &["content::x"]),
        (
            "mod inner { use super::super::Html; mod deep { use super::super::super::super::time; } } use super::Html;",
            &["html::Html", "time", "html::Html"],
        ),
        ("// crate::ui::A\n/* crate::ui */ const A: &str = \"crate::ui\";", &[]),
    ] {
        assert_eq!(names(file, code), expected, "{code}");
    }
    assert_eq!(names("src/html/mod.rs", "use super::time; use super::super::nowhere;"), ["time", "nowhere"]);
}

#[test]
fn a_use_says_under_which_name_and_whether_it_is_handed_on() {
    let tree = syn::parse_file("pub use a::B; use c::{self, D as E};").unwrap();
    let found: Vec<_> = named(&[], &tree)
        .into_iter()
        .map(|one| (one.path.join("::"), one.known_as.unwrap(), one.is_handed_on))
        .collect();
    let expected = [("a::B", "B", true), ("c", "c", false), ("c::D", "E", false)];
    assert_eq!(found, expected.map(|(path, name, on)| (path.to_owned(), name.to_owned(), on)));
}

#[test]
fn a_file_knows_its_module() {
    assert_eq!(module_of("src/html/panels.rs"), ["html", "panels"]);
    assert_eq!(module_of("src/content/check/mod.rs"), ["content", "check"]);
    assert_eq!(module_of("src/order.rs"), ["order"]);
    assert!(module_of("src/lib.rs").is_empty());
}
