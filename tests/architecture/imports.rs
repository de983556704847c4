//! Which of the program's own modules a file names: through `crate`, `self` and `super`, in `use` and in
//! paths, one by one and in groups.

use crate::tokens::{Kind, Token, group_end};

/// The module that a file of `src/` is: `src/a/b.rs` and `src/a/b/mod.rs` are `a`, `b`.
pub fn module_of(path: &str) -> Vec<String> {
    let plain = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")).unwrap_or(path);
    plain.split('/').filter(|part| *part != "mod" && *part != "lib").map(str::to_owned).collect()
}

/// The modules at the root that the code of a module names, each with its line; `*` is the root itself.
pub fn named(module: &[String], tokens: &[Token]) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut here = module.to_vec();
    // Where the modules written inside the file end.
    let mut ends: Vec<usize> = Vec::new();
    for i in 0..tokens.len() {
        if ends.last() == Some(&i) {
            ends.pop();
            here.pop();
        }
        let follows = |at: usize, sign| tokens.get(at).is_some_and(|token| token.is(sign));
        if tokens[i].is_word("mod") && follows(i + 2, '{') {
            here.extend(tokens[i + 1].word().map(str::to_owned));
            ends.push(group_end(tokens, i + 2));
        }
        let is_start = ["crate", "self", "super"].iter().any(|word| tokens[i].is_word(word));
        // Behind `::` it goes on with a path that has begun; behind `:` it is a type.
        let goes_on = i > 1 && tokens[i - 1].is(':') && tokens[i - 2].is(':');
        if is_start && !goes_on {
            path(here.clone(), tokens, i, false, &mut found);
        }
    }
    found
}

/// Follows the path at `i` as seen from a module, until it is known which module at the root it names.
fn path(mut here: Vec<String>, tokens: &[Token], mut i: usize, in_root_group: bool, found: &mut Vec<(String, usize)>) {
    while let Some(token) = tokens.get(i) {
        match &token.kind {
            Kind::Word(word) => match word.as_str() {
                "crate" => here.clear(),
                "super" => drop(here.pop()),
                "self" if !in_root_group => {}
                other => {
                    if here.is_empty() {
                        found.push((if other == "self" { "*" } else { other }.to_owned(), token.line));
                    }
                    return;
                }
            },
            Kind::Sign('*') if here.is_empty() => return found.push(("*".to_owned(), token.line)),
            Kind::Sign('{') => return group(&here, tokens, i, found),
            _ => return,
        }
        let next = |at: usize, sign| tokens.get(at).is_some_and(|token| token.is(sign));
        if !(next(i + 1, ':') && next(i + 2, ':')) {
            // `use crate as other` would hide what is named.
            if here.is_empty() && tokens.get(i + 1).is_some_and(|token| token.is_word("as")) {
                found.push(("*".to_owned(), token.line));
            }
            return;
        }
        i += 3;
    }
}

fn group(here: &[String], tokens: &[Token], open: usize, found: &mut Vec<(String, usize)>) {
    let end = group_end(tokens, open);
    let mut i = open + 1;
    while i < end {
        path(here.to_vec(), tokens, i, here.is_empty(), found);
        while i < end && !tokens[i].is(',') {
            i = if tokens[i].is('{') { group_end(tokens, i) } else { i + 1 };
        }
        i += 1;
    }
}

#[cfg(test)]
fn names(path: &str, code: &str) -> Vec<String> {
    named(&module_of(path), &crate::tokens::tokens(code)).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn every_way_to_name_a_module_is_seen() {
    let file = "src/html/panels.rs";
    for (code, expected) in [
        ("use crate::i18n::Phrase;", &["i18n"][..]),
        ("use crate::{time::Edtf, content::{self, Text}, i18n};", &["time", "content", "i18n"]),
        (
            "fn a(b: &crate::ui::C) { super::super::session::d(); self::super::super::browser::e() }",
            &["ui", "session", "browser"],
        ),
        ("use super::super::{layout, order::{sorted, sort_by}};", &["layout", "order"]),
        ("use super::{writer::Html, Edition}; use self::a::b; pub(crate) fn c(&self) { self.d() }", &[]),
        ("use crate::*;", &["*"]),
        ("use crate::{self as all};", &["*"]),
        ("use crate as all;", &["*"]),
        ("$crate::content::x!()", &["content"]),
        (
            "mod inner { use super::super::Html; mod deep { use super::super::super::super::time; } } use super::Html;",
            &["time"],
        ),
        ("// crate::ui::A\n/* crate::ui */ \"crate::ui\"", &[]),
    ] {
        assert_eq!(names(file, code), expected, "{code}");
    }
    assert_eq!(names("src/html/mod.rs", "use super::time; use super::super::nowhere;"), ["time", "nowhere"]);
}

#[test]
fn a_file_knows_its_module() {
    assert_eq!(module_of("src/html/panels.rs"), ["html", "panels"]);
    assert_eq!(module_of("src/content/check/mod.rs"), ["content", "check"]);
    assert_eq!(module_of("src/order.rs"), ["order"]);
    assert!(module_of("src/lib.rs").is_empty());
}
