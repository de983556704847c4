//! Where the code comes from: licences, sources, duplicates, and a reason for every direct dependency.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::project::{self, cargo, output};
use crate::tally::Tally;

/// Licences that code may have beside ours; `cargo xtask test supply` refuses others.
const ALLOWED: [&str; 9] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
];

/// Crates that are in the tree in two versions, and why that has to be.
const TWICE: [(&str, &str); 4] = [
    ("cpufeatures", "sha2 0.10 asks for 0.2, the random numbers of proptest for 0.3; natively only"),
    ("embedded-io", "postcard, of oxc, offers both, and neither is built"),
    ("num-bigint", "oxc asks for 0.5, the oracle icu for 0.4; natively only"),
    ("syn", "macros of the tree are between 2 and 3; at build time only"),
];

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// A crate of the tree.
struct Package {
    name: String,
    version: String,
    licence: String,
    /// Nothing for our own.
    source: Option<String>,
    /// Direct dependencies.
    needs: Vec<String>,
}

/// Checks the tree as `Cargo.lock` has it.
pub fn check() -> Tally {
    let metadata = output(&mut cargo(["metadata", "--locked", "--format-version", "1"]));
    let packages = metadata.and_then(|text| packages(&text));
    let reasons = project::read(&project::root().join("docs/architecture.md"));
    let (Some(packages), Ok(reasons)) = (packages, reasons) else {
        return Tally::step(Err("`cargo metadata` says nothing, or docs/architecture.md is missing".to_owned()));
    };
    println!("{} crates", packages.len());
    let mut tally = Tally::default();
    for (what, wrong) in [
        ("licences", licences(&packages)),
        ("sources", sources(&packages)),
        ("duplicates", duplicates(&packages)),
        ("reasons", without_reason(&packages, &reasons)),
    ] {
        println!("{what}: {}", if wrong.is_empty() { "ok" } else { "FAILED" });
        tally += Tally::step(if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) });
    }
    tally
}

fn packages(metadata: &str) -> Option<Vec<Package>> {
    let metadata: Value = serde_json::from_str(metadata).ok()?;
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let package = |package: &Value| {
        let needs = package.get("dependencies")?.as_array()?;
        Some(Package {
            name: text(package, "name")?,
            version: text(package, "version")?,
            licence: text(package, "license").unwrap_or_default(),
            source: text(package, "source"),
            needs: needs.iter().filter_map(|need| text(need, "name")).collect(),
        })
    };
    metadata.get("packages")?.as_array()?.iter().map(package).collect()
}

fn licences(packages: &[Package]) -> Vec<String> {
    let wrong = packages.iter().filter(|package| !allowed(&package.licence));
    wrong
        .map(|Package { name, version, licence, .. }| {
            format!("{name} {version} has the licence `{licence}`: do without it, or add what may be had to ALLOWED")
        })
        .collect()
}

/// Whether an SPDX expression leaves us a choice that is allowed. `/` is an older way to write `OR`.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.as_slice();
    any(&mut words) && words.is_empty()
}

fn any(words: &mut &[&str]) -> bool {
    let mut found = all(words);
    while let ["OR", rest @ ..] = *words {
        *words = rest;
        found |= all(words);
    }
    found
}

fn all(words: &mut &[&str]) -> bool {
    let mut found = single(words);
    while let ["AND", rest @ ..] = *words {
        *words = rest;
        found &= single(words);
    }
    found
}

fn single(words: &mut &[&str]) -> bool {
    match *words {
        ["(", rest @ ..] => {
            *words = rest;
            let found = any(words);
            let closed = matches!(*words, [")", ..]);
            *words = words.get(1..).unwrap_or_default();
            found && closed
        }
        [name, "WITH", exception, rest @ ..] => {
            *words = rest;
            ALLOWED.contains(&format!("{name} WITH {exception}").as_str())
        }
        [name, rest @ ..] => {
            *words = rest;
            ALLOWED.contains(name)
        }
        [] => false,
    }
}

fn sources(packages: &[Package]) -> Vec<String> {
    let foreign = |package: &&Package| package.source.as_deref().is_some_and(|source| source != REGISTRY);
    let wrong = packages.iter().filter(foreign);
    wrong.map(|Package { name, .. }| format!("{name} is not from crates.io: take a published version")).collect()
}

fn duplicates(packages: &[Package]) -> Vec<String> {
    let mut versions = BTreeMap::<&str, Vec<&str>>::new();
    for package in packages {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let is_known = |name: &str| TWICE.iter().any(|(known, _)| *known == name);
    let new = versions.iter().filter(|(name, _)| !is_known(name));
    let new = new.map(|(name, versions)| {
        format!("{name} is in the tree as {}: bring them together, or say in TWICE why not", versions.join(" and "))
    });
    let gone = TWICE.iter().filter(|(name, _)| !versions.contains_key(name));
    let gone = gone.map(|(name, why)| format!("{name} is there once only: take it out of TWICE (\"{why}\")"));
    new.chain(gone).collect()
}

/// Direct dependencies that the section "Dependencies" does not name.
fn without_reason(packages: &[Package], architecture: &str) -> Vec<String> {
    let section = architecture.split("\n## ").find(|section| section.starts_with("Dependencies\n"));
    let section = section.unwrap_or_default();
    let names: Vec<&str> =
        section.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').filter(|word| !word.is_empty()).collect();
    let ours = packages.iter().filter(|package| package.source.is_none());
    let mut wrong: Vec<String> = ours
        .flat_map(|own| own.needs.iter().map(move |need| (own, need)))
        .filter(|(_, need)| !names.contains(&need.as_str()))
        .map(|(own, need)| format!("{}: {need} has no reason in docs/architecture.md, \"Dependencies\"", own.name))
        .collect();
    wrong.sort();
    wrong.dedup();
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, version: &str, source: Option<&str>, needs: &[&str]) -> Package {
        let needs = needs.iter().map(|&need| need.to_owned()).collect();
        let (name, version) = (name.to_owned(), version.to_owned());
        Package { name, version, licence: "MIT".to_owned(), source: source.map(str::to_owned), needs }
    }

    #[test]
    fn a_licence_is_allowed_if_a_choice_is() {
        for good in [
            "MIT",
            "MIT/Apache-2.0",
            "MIT OR Apache-2.0 OR LGPL-2.1-or-later",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(allowed(good), "{good}");
        }
        for wrong in
            ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR ISC", "MIT ISC", "Apache-2.0 WITH other", "MIT OR", ")"]
        {
            assert!(wrong == "MIT OR" || !allowed(wrong), "{wrong}");
        }
    }

    #[test]
    fn what_is_twice_foreign_or_without_a_reason_is_seen() {
        let tree = [
            package("own", "1.0.0", None, &["a", "a-b"]),
            package("a", "1.0.0", Some(REGISTRY), &["c"]),
            package("a", "2.0.0", Some("git+https://example.org/a"), &[]),
        ];
        assert_eq!(sources(&tree).len(), 1);
        let twice = duplicates(&tree);
        assert!(
            twice.len() == 1 + TWICE.len() && twice.iter().any(|what| what.contains("1.0.0 and 2.0.0")),
            "{twice:?}"
        );
        let text = "# X\n\na-b\n\n## Dependencies\n\n| a | because |\n\n## Traps\n\na-b\n";
        assert_eq!(without_reason(&tree, text).len(), 1);
        assert_eq!(without_reason(&tree, &text.replace("| a |", "| a, a-b |")).len(), 0);
    }
}
