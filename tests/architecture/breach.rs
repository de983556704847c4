//! What breaks a rule, and what to do about it.

use std::fmt;

#[derive(Debug)]
pub struct Breach {
    pub file: String,
    pub line: usize,
    /// The rule, as it is broken here.
    pub what: String,
    pub remedy: &'static str,
}

impl Breach {
    pub fn new(file: &str, line: usize, what: impl Into<String>, remedy: &'static str) -> Self {
        Self { file: file.to_owned(), line, what: what.into(), remedy }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.what, self.remedy)
    }
}

/// Fails with all that breaks a rule.
#[track_caller]
pub fn hold(breaches: &[Breach]) {
    let list: Vec<_> = breaches.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "{} broken:\n{}\n", list.len(), list.join("\n"));
}

/// The lines of what breaks a rule.
pub fn lines(breaches: &[Breach]) -> Vec<usize> {
    breaches.iter().map(|breach| breach.line).collect()
}

#[test]
fn a_message_names_place_rule_and_remedy() {
    let breach = Breach::new("src/a.rs", 3, "`x` is not allowed", "use y");
    assert_eq!(breach.to_string(), "src/a.rs:3: `x` is not allowed: use y");
}

#[test]
#[should_panic(expected = "src/a.rs:3")]
fn a_broken_rule_fails() {
    hold(&[Breach::new("src/a.rs", 3, "`x` is not allowed", "use y")]);
}
