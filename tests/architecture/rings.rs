//! No ring among the parts of a folder: who reads one of them need not read all.
//!
//! A part is a file, or a folder in it with all that it has. It needs another part where it names something that
//! stands there, wherever a `use` hands that on: `super::X` is in the file that has `X`. That a module hands its
//! children's names on is no need of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::breach::{Breach, hold, lines};
use crate::files::{File, files};
use crate::imports::{Named, module_of, named};
use crate::layers::is_top;
use crate::rust::parsed;

/// How often a name may be handed on.
const MOST_STEPS: usize = 16;

struct Module<'a> {
    file: &'a File,
    names: Vec<Named>,
}

/// Which file names something of which other, and in which line.
type Needs<'a> = BTreeMap<(&'a str, &'a str), usize>;

fn needs<'a>(sources: &'a [File]) -> Needs<'a> {
    let modules: BTreeMap<_, _> = sources
        .iter()
        .filter(|file| !is_top(&file.path))
        .map(|file| {
            let module = module_of(&file.path);
            let names = named(&module, &parsed(file));
            (module, Module { file, names })
        })
        .collect();
    let mut needs = Needs::new();
    for module in modules.values() {
        for name in module.names.iter().filter(|name| !name.is_handed_on) {
            if let Some(there) = home(&modules, &name.path, MOST_STEPS)
                && there != module.file.path
            {
                needs.entry((&module.file.path, there)).or_insert(name.line);
            }
        }
    }
    needs
}

/// The file in which that stands which a path names; nothing for what is not of the program.
fn home<'a>(modules: &BTreeMap<Vec<String>, Module<'a>>, path: &[String], steps: usize) -> Option<&'a str> {
    // The innermost module on the way.
    let at = (1..=path.len()).rev().find(|at| modules.contains_key(&path[..*at]))?;
    let module = &modules[&path[..at]];
    let Some(name) = path.get(at).filter(|name| *name != "*") else { return Some(&module.file.path) };
    match module.names.iter().find(|named| named.known_as.as_ref() == Some(name)) {
        // `use self::a` and the like would lead nowhere else.
        Some(named) if named.path[..] != path[..=at] && steps > 0 => {
            home(modules, &[&named.path[..], &path[at + 1..]].concat(), steps - 1)
        }
        _ => Some(&module.file.path),
    }
}

/// The part of a folder that a file is in.
fn part<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    let inside = path.strip_prefix(folder)?.strip_prefix('/')?;
    let name = inside.split('/').next()?;
    path.get(..folder.len() + 1 + name.len())
}

/// Needs between parts of one folder that lead back to where they began.
fn breaches(sources: &[File]) -> Vec<Breach> {
    let needs = needs(sources);
    let folders: BTreeSet<_> =
        needs.keys().flat_map(|(from, _)| from.match_indices('/').map(|(at, _)| &from[..at])).collect();
    let mut found = Vec::new();
    for folder in folders {
        let inside: Vec<_> = needs
            .iter()
            .filter_map(|((from, to), line)| Some((part(folder, from)?, part(folder, to)?, *from, *line)))
            .filter(|(from, to, ..)| from != to)
            .collect();
        for &(from, to, file, line) in &inside {
            let (mut reached, mut last) = (BTreeSet::from([to]), 0);
            while reached.len() > last {
                last = reached.len();
                let next: Vec<_> = inside.iter().filter(|need| reached.contains(need.0)).map(|need| need.1).collect();
                reached.extend(next);
            }
            if reached.contains(from) {
                let what = format!("this needs `{to}`, which needs this in turn");
                found.push(Breach::new(file, line, what, "move what both need to a third, or pass it in"));
            }
        }
    }
    found
}

#[test]
fn no_part_of_a_folder_needs_what_needs_it() {
    hold(&breaches(&files("src", ".rs")));
}

#[cfg(test)]
fn sources(all: &[(&str, &str)]) -> Vec<File> {
    all.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() }).collect()
}

#[test]
fn a_ring_is_seen() {
    for (ring, expected) in [
        (&[("src/a/b.rs", "use super::c::C;"), ("src/a/c.rs", "\nuse super::b::B;")][..], &[1, 2][..]),
        // Of three, and through a folder.
        (
            &[
                ("src/a/b.rs", "use super::c::C;"),
                ("src/a/c/mod.rs", "mod d;"),
                ("src/a/c/d.rs", "use crate::a::e;"),
                ("src/a/e.rs", "fn f() { super::b::g() }"),
            ],
            &[1, 1, 1],
        ),
        // By a name that is handed on, by one that a parent only uses, and in a macro.
        (
            &[
                ("src/a/mod.rs", "mod b; mod c; pub use b::B; use c::C;"),
                ("src/a/b.rs", "use super::C;"),
                ("src/a/c.rs", "fn f() { g!(super::B) }"),
            ],
            &[1, 1],
        ),
        // With the folder's own module, once that needs its child.
        (&[("src/a/mod.rs", "mod b; pub struct A; fn f() { b::g() }"), ("src/a/b.rs", "use super::A;")], &[1, 1]),
        // Between folders.
        (&[("src/a/b.rs", "use crate::c::d;"), ("src/c/d.rs", "use crate::a::b;")], &[1, 1]),
    ] {
        assert_eq!(lines(&breaches(&sources(ring))), expected, "{:?}", ring[0]);
    }
}

#[test]
fn what_is_no_ring_is_none() {
    hold(&breaches(&sources(&[
        ("src/lib.rs", "pub mod a; pub mod e;"),
        ("src/a/mod.rs", "mod b; mod c; pub use b::B; pub use c::C; pub struct A;"),
        ("src/a/b.rs", "use super::A; use super::C; pub struct B; impl B { fn f() { Self::f() } }"),
        ("src/a/c.rs", "use std::fmt; use crate::e::E; pub struct C; fn c(d: C) { d.b() }"),
        ("src/e.rs", "mod b { use super::E; } pub struct E;"),
    ])));
}
