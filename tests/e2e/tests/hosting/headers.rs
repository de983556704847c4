//! The file `_headers` of docs/hosting.md, read as its hosts read it.

use e2e::Outcome;

use super::wanted::{FOR_EVER, all, has_fingerprint, policy};

/// A path, in which `*` stands for anything, and a header for it.
type Rule = (String, String, String);

fn rules() -> Outcome<Vec<Rule>> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/hosting.md"))?;
    let block = text.split("```text\n").find(|block| block.starts_with("/*\n")).unwrap_or_default();
    let (mut rules, mut path) = (Vec::new(), "");
    for line in block.split("```").next().unwrap_or_default().lines() {
        match line.trim().split_once(": ").filter(|_| line.starts_with(' ')) {
            Some((name, value)) => rules.push((path.to_owned(), name.to_owned(), value.to_owned())),
            None => path = line,
        }
    }
    assert!(rules.len() > 5, "docs/hosting.md has no example of `_headers`: {rules:?}");
    Ok(rules)
}

/// What is sent with a path: all rules that fit.
fn sent<'a>(rules: &'a [Rule], path: &str, wanted: &str) -> Vec<&'a str> {
    let fits = |pattern: &str| pattern.strip_suffix('*').map_or(pattern == path, |start| path.starts_with(start));
    let found = rules.iter().filter(|(pattern, name, _)| name == wanted && fits(pattern));
    found.map(|(_, _, value)| value.as_str()).collect()
}

#[test]
fn every_file_has_its_headers_once() -> Outcome {
    let (rules, policy) = (rules()?, policy()?);
    for file in all()?.iter().map(String::as_str).chain(["nothing"]) {
        let path = format!("/{file}");
        // Those of `bundle/` may be kept for ever too; these hosts ask again without being told.
        let lasts = has_fingerprint(file) && !file.starts_with("bundle/");
        let caching = if lasts { vec![FOR_EVER] } else { Vec::new() };
        assert_eq!(sent(&rules, &path, "Cache-Control"), caching, "{file}");
        assert_eq!(sent(&rules, &path, "Content-Security-Policy"), [policy.as_str()], "{file}");
        assert_eq!(sent(&rules, &path, "X-Content-Type-Options"), ["nosniff"], "{file}");
    }
    Ok(())
}
