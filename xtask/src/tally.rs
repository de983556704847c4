//! Counting tests: what each kind ran, in a table, and the totals line that closes it.

use std::io::{BufRead, BufReader, Write};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::project;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: usize,
    /// Failed.
    pub failed: usize,
    /// Not run: the tests say why, one by one.
    pub left_out: usize,
}

impl Tally {
    /// One step that is a test as a whole.
    pub fn step(result: Result<(), String>) -> Self {
        match result {
            Ok(()) => Self { passed: 1, ..Self::default() },
            Err(message) => {
                eprintln!("error: {message}");
                Self { failed: 1, ..Self::default() }
            }
        }
    }

    /// The totals line.
    pub fn line(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.left_out += other.left_out;
    }
}

/// Runs `cargo test`, shows what it prints, and counts its `test result:` lines. A run that fails
/// otherwise, or that runs no test at all, counts as a failure: silence must not look like success.
pub fn count(command: &mut Command) -> Tally {
    let mut tally = Tally::default();
    let succeeded = match show(command, |line| tally += parse(line).unwrap_or_default()) {
        Ok(succeeded) => succeeded,
        Err(error) => {
            eprintln!("error: {:?} could not be run: {error}", command.get_program());
            false
        }
    };
    if succeeded && tally == Tally::default() {
        eprintln!("error: this kind ran no test at all");
    }
    if tally.failed == 0 && (!succeeded || tally.passed == 0) {
        tally.failed = 1;
    }
    tally
}

/// Passes a program's standard output on, line by line, as it comes.
fn show(command: &mut Command, mut each: impl FnMut(&str)) -> std::io::Result<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let mut line = line?;
            each(&String::from_utf8_lossy(&line));
            line.push(b'\n');
            std::io::stdout().write_all(&line)?;
        }
    }
    Ok(child.wait()?.success())
}

/// `test result: ok. 3 passed; 1 failed; 2 ignored; …`
fn parse(line: &str) -> Option<Tally> {
    let counts = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let number =
        |what: &str| counts.split(';').find_map(|part| part.trim().strip_suffix(what)?.trim().parse::<usize>().ok());
    Some(Tally { passed: number("passed")?, failed: number("failed")?, left_out: number("ignored")? })
}

/// A kind's line in the table.
pub struct Row {
    /// The kind.
    pub name: &'static str,
    /// Its tests, or nothing where it was skipped.
    pub tally: Option<Tally>,
    /// How long it took.
    pub time: Duration,
    /// Whether it was a part of the kind that stands for all of it.
    pub is_part: bool,
}

/// Prints the table and, last of all, the totals line; gives whether nothing failed.
pub fn close(rows: &[Row]) -> bool {
    let mut total = Tally::default();
    println!("\n{:<14}{:>8}{:>8}{:>10}{:>14}", "kind", "passed", "failed", "left out", "time");
    for Row { name, tally, time, is_part } in rows {
        let time = project::duration(*time);
        match tally {
            None => println!("{name:<14}{:>26}{time:>14}  skipped: the build failed", ""),
            Some(tally) => {
                let Tally { passed, failed, left_out } = tally;
                let left_out = if *left_out == 0 { String::new() } else { left_out.to_string() };
                let says = if *failed == 0 { "ok" } else { "FAILED" };
                let part =
                    if *is_part { format!(" (a part: `cargo xtask test {name}` runs all)") } else { String::new() };
                println!("{name:<14}{passed:>8}{failed:>8}{left_out:>10}{time:>14}  {says}{part}");
                total += *tally;
            }
        }
    }
    let time: Duration = rows.iter().map(|row| row.time).sum();
    println!("{:<40}{:>14}\n\n{}", "all", project::duration(time), total.line());
    total.failed == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(parse(line), Some(Tally { passed: 12, failed: 3, left_out: 1 }));
        assert_eq!(
            parse("test result: ok. 2 passed; 0 failed; 0 ignored"),
            Some(Tally { passed: 2, failed: 0, left_out: 0 })
        );
        assert_eq!(parse("test time::a ... ok"), None);
        assert_eq!(parse("test result: who knows"), None);
    }

    #[test]
    fn the_totals_line_is_plain() {
        let mut tally = Tally { passed: 1, ..Tally::default() };
        tally += Tally { passed: 2, failed: 4, left_out: 5 };
        assert_eq!(tally.line(), "3 passed, 4 failed");
    }

    #[test]
    fn a_run_without_tests_is_a_failure() {
        assert_eq!(count(project::command("cargo").arg("--version")), Tally { failed: 1, ..Tally::default() });
    }
}
