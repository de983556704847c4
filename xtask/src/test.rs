//! `cargo xtask test [kind…]`: every kind of test, the quick ones first, all of them reported.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::browser::Named;
use crate::project::{self, cargo, succeed, timed};
use crate::setup::TARGET;
use crate::size::Weight;
use crate::tally::{Row, Tally, close, count};
use crate::{Outcome, browser, build, nginx, single, stage, supply};

/// A kind of test: its name, whether it needs `dist/`, what it does.
struct Kind {
    name: &'static str,
    built: bool,
    run: fn(&mut Built) -> Tally,
}

/// What there is of the release build, and how far the kinds go.
struct Built {
    is_there: bool,
    /// Once its files are compressed, which takes longer than many a kind: only kinds that read them ask for it.
    weight: Option<Weight>,
    /// Whether no kind was named: then the other two engines run the part of the tests that stands for all.
    is_part: bool,
}

impl Built {
    /// What a first visit weighs; compresses the files, where no kind before has.
    fn weight(&mut self) -> Result<&Weight, String> {
        let weight = match self.weight.take() {
            Some(weight) => weight,
            None => {
                let weight = build::compress()?;
                print!("{weight}");
                weight
            }
        };
        Ok(self.weight.insert(weight))
    }
}

const KINDS: &[Kind] = &[
    Kind { name: "format", built: false, run: |_| step("cargo fmt", &mut cargo(["fmt", "--all", "--check"])) },
    // the layers under the components: neither Leptos nor a browser, in seconds
    Kind { name: "core", built: false, run: |_| count(&mut tests(&["--test", "core", "--test", "architecture"])) },
    Kind { name: "content", built: false, run: |_| count(&mut tests(&["--features", "check", "--test", "content"])) },
    Kind { name: "xtask", built: false, run: |_| count(&mut tests(&["--package", "xtask"])) },
    Kind { name: "supply", built: false, run: |_| supply::check() },
    Kind { name: "lint", built: false, run: |_| lint() },
    Kind { name: "render", built: false, run: |_| count(&mut tests(&["--features", "prerender", "--test", "render"])) },
    Kind { name: BUILD, built: false, run: release },
    Kind { name: "size", built: true, run: size },
    Kind { name: "hosting", built: true, run: |built| hosting(built).unwrap_or_else(failed) },
    Kind { name: "e2e", built: true, run: |_| chromium().unwrap_or_else(failed) },
    Kind { name: FIREFOX, built: true, run: |built| other(FIREFOX, browser::firefox, built).unwrap_or_else(failed) },
    Kind { name: WEBKIT, built: true, run: |built| other(WEBKIT, browser::webkit, built).unwrap_or_else(failed) },
];

/// What `quick` runs: the kinds without a browser and without the release build, and one walk through the page.
const QUICK: &[&str] = &["format", "core", "content", "xtask", "supply", "lint", "render"];
/// Not among all kinds, whose `e2e` has it.
const SMOKE: Kind = Kind { name: "smoke", built: false, run: |_| smoke().unwrap_or_else(failed) };

const BUILD: &str = "build";
/// The names of engines for `tests/e2e`, too.
const FIREFOX: &str = "firefox";
const WEBKIT: &str = "webkit";

/// The kinds' names, in their order.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

/// Runs the kinds named, or all, or with `quick` those that take less than two minutes together; a kind that needs
/// `dist/` brings the build with it.
pub fn run(arguments: &[String]) -> Outcome {
    if arguments == ["quick"] {
        let quick = KINDS.iter().filter(|kind| QUICK.contains(&kind.name));
        return Ok(finish(quick.chain([&SMOKE]), Built { is_there: false, weight: None, is_part: false }));
    }
    if let Some(unknown) = arguments.iter().find(|argument| !names().contains(&argument.as_str())) {
        return Err(format!("there is no kind of test `{unknown}`: there are {}", names().join(", ")));
    }
    let named = |kind: &Kind| arguments.is_empty() || arguments.iter().any(|argument| argument == kind.name);
    let build = KINDS.iter().any(|kind| kind.built && named(kind));

    let kinds = KINDS.iter().filter(|kind| named(kind) || (build && kind.name == BUILD));
    Ok(finish(kinds, Built { is_there: false, weight: None, is_part: arguments.is_empty() }))
}

/// Runs kinds one after the other, and closes with the table.
fn finish<'a>(kinds: impl Iterator<Item = &'a Kind>, mut built: Built) -> ExitCode {
    let mut rows = Vec::new();
    for kind in kinds {
        println!("\n── {} ──", kind.name);
        let start = Instant::now();
        if kind.built && !built.is_there {
            println!("skipped: the build failed");
            rows.push(Row { name: kind.name, tally: None, time: Duration::ZERO, is_part: false });
            continue;
        }
        let tally = (kind.run)(&mut built);
        let is_part = built.is_part && [FIREFOX, WEBKIT].contains(&kind.name);
        rows.push(Row { name: kind.name, tally: Some(tally), time: start.elapsed(), is_part });
    }
    if close(&rows) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn tests(arguments: &[&str]) -> Command {
    cargo(["test", "--no-fail-fast"].into_iter().chain(arguments.iter().copied()))
}

fn step(what: &str, command: &mut Command) -> Tally {
    Tally::step(succeed(what, command))
}

fn failed(message: String) -> Tally {
    Tally::step(Err(message))
}

/// Clippy over all that is compiled, natively and for the browser, each with one set of features; any warning fails.
fn lint() -> Tally {
    let native = ["--workspace", "--features", "frise/prerender", "--all-targets"];
    let browser = ["--package", "frise", "--target", TARGET, "--features", "other,room", "--lib", "--bins"];
    let mut tally = Tally::default();
    for (what, arguments) in [("native", &native[..]), ("browser", &browser[..])] {
        let mut clippy = cargo(["clippy", "--quiet", "--no-deps"].into_iter().chain(arguments.iter().copied()));
        tally += step(&format!("clippy ({what})"), clippy.args(["--", "-D", "warnings"]));
    }
    tally
}

fn release(built: &mut Built) -> Tally {
    let single = project::root().join(single::FOLDER);
    let done = build::build().and_then(|()| {
        // That it can be written is all that is asked of the published pages in this form.
        single::write(&project::content(), &single)?;
        timed("build: the fixture site", stage::fixture)
    });
    built.is_there = done.is_ok();
    Tally::step(done)
}

fn size(built: &mut Built) -> Tally {
    Tally::step(built.weight().and_then(Weight::within_budget))
}

/// nginx and what docs/hosting.md says of hosts, against `dist/`.
fn hosting(built: &mut Built) -> Result<Tally, String> {
    built.weight()?;
    Ok(count(
        tests(&["--package", "e2e", "--test", "hosting"])
            .env("FRISE_PUBLISHED", project::dist())
            .env("FRISE_NGINX", nginx::ready()?),
    ))
}

/// One of `tests/e2e` in Chromium, against a build that is not optimised.
fn smoke() -> Result<Tally, String> {
    let dist = build::quick()?;
    let browser = browser::ready()?;
    let mut tests = tests(&["--package", "e2e", "--test", "page", "--", "smoke::"]);
    tests.env("FRISE_DIST", dist);
    Ok(count(tests.env("FRISE_CHROMEDRIVER", browser.driver).env("FRISE_CHROMIUM", browser.chromium)))
}

/// `tests/e2e` in Chromium: all against the fixture site, but one test that opens `dist/`.
fn chromium() -> Result<Tally, String> {
    let browser = browser::ready()?;
    let variables = [("FRISE_CHROMEDRIVER", browser.driver), ("FRISE_CHROMIUM", browser.chromium)];
    Ok(count(&mut e2e(&variables)?))
}

/// The same in another engine.
fn other(engine: &str, browser: fn() -> Result<Named, String>, built: &Built) -> Result<Tally, String> {
    let mut tests = e2e(&browser()?)?;
    tests.arg("--").arg(format!("--engine={engine}"));
    if built.is_part {
        tests.arg("--part");
    }
    Ok(count(&mut tests))
}

fn e2e(variables: &[(&str, PathBuf)]) -> Result<Command, String> {
    let mut tests = tests(&["--package", "e2e", "--test", "page"]);
    tests.env("FRISE_DIST", stage::fixture_dist()).env("FRISE_SINGLE", stage::fixture_single());
    tests.env("FRISE_PUBLISHED", project::dist());
    browser::pdftotext()?;
    tests.env("FRISE_AXE", browser::axe()?).env("FRISE_NGINX", nginx::ready()?);
    tests.envs(variables.iter().map(|(name, program)| (name, program)));
    Ok(tests)
}
