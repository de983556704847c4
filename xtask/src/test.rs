//! `cargo xtask test [kind…]`: every kind of test, the quick ones first, all of them reported.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::browser::Named;
use crate::project::{self, cargo, succeed};
use crate::setup::TARGET;
use crate::size::Weight;
use crate::tally::{Row, Tally, close, count};
use crate::{Outcome, browser, build, nginx, setup, single, supply};

/// A kind of test: its name, whether it needs `dist/`, what it does.
struct Kind {
    name: &'static str,
    built: bool,
    run: fn(&mut Built) -> Tally,
}

/// What the release build came to, and how far the kinds go.
struct Built {
    weight: Option<Weight>,
    /// Whether no kind was named: then the other two engines run the part of the tests that stands for all.
    is_part: bool,
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
    Kind { name: "hosting", built: true, run: |_| hosting().unwrap_or_else(failed) },
    Kind { name: "web", built: false, run: |_| web().unwrap_or_else(failed) },
    Kind { name: "e2e", built: true, run: |_| chromium().unwrap_or_else(failed) },
    Kind { name: FIREFOX, built: true, run: |built| other(FIREFOX, browser::firefox, built).unwrap_or_else(failed) },
    Kind { name: WEBKIT, built: true, run: |built| other(WEBKIT, browser::webkit, built).unwrap_or_else(failed) },
];

const BUILD: &str = "build";
/// The names of engines for `tests/e2e`, too.
const FIREFOX: &str = "firefox";
const WEBKIT: &str = "webkit";

/// The kinds' names, in their order.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

/// Runs the kinds named, or all; a kind that needs `dist/` brings the build with it.
pub fn run(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments.iter().find(|argument| !names().contains(&argument.as_str())) {
        return Err(format!("there is no kind of test `{unknown}`: there are {}", names().join(", ")));
    }
    let named = |kind: &Kind| arguments.is_empty() || arguments.iter().any(|argument| argument == kind.name);
    let build = KINDS.iter().any(|kind| kind.built && named(kind));

    let mut built = Built { weight: None, is_part: arguments.is_empty() };
    let mut rows = Vec::new();
    for kind in KINDS.iter().filter(|kind| named(kind) || (build && kind.name == BUILD)) {
        println!("\n── {} ──", kind.name);
        let start = Instant::now();
        if kind.built && built.weight.is_none() {
            println!("skipped: the build failed");
            rows.push(Row { name: kind.name, tally: None, time: Duration::ZERO, is_part: false });
            continue;
        }
        let tally = (kind.run)(&mut built);
        let is_part = built.is_part && [FIREFOX, WEBKIT].contains(&kind.name);
        rows.push(Row { name: kind.name, tally: Some(tally), time: start.elapsed(), is_part });
    }
    Ok(if close(&rows) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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

/// Clippy over all that is compiled, natively and for the browser; any warning fails.
fn lint() -> Tally {
    let native = ["--package", "frise", "--features", "check,prerender", "--all-targets"];
    let browser =
        ["--package", "frise", "--target", TARGET, "--features", "other,room", "--lib", "--bins", "--test", "web"];
    let tools = ["--package", "xtask", "--package", "e2e", "--all-targets"];
    let mut tally = Tally::default();
    for (what, arguments) in [("native", &native[..]), ("browser", &browser[..]), ("tools", &tools[..])] {
        let mut clippy = cargo(["clippy", "--quiet", "--no-deps"].into_iter().chain(arguments.iter().copied()));
        tally += step(&format!("clippy ({what})"), clippy.args(["--", "-D", "warnings"]));
    }
    tally
}

fn release(built: &mut Built) -> Tally {
    let built_all = build::build().and_then(|weight| single::write(&project::dist()).map(|_| weight));
    Tally::step(built_all.map(|weight| {
        print!("{weight}");
        built.weight = Some(weight);
    }))
}

fn size(built: &mut Built) -> Tally {
    Tally::step(built.weight.as_ref().map_or(Ok(()), Weight::within_budget))
}

/// nginx and what docs/hosting.md says of hosts, against `dist/`.
fn hosting() -> Result<Tally, String> {
    Ok(count(
        tests(&["--package", "e2e", "--test", "hosting"])
            .env("FRISE_DIST", project::dist())
            .env("FRISE_NGINX", nginx::ready()?),
    ))
}

/// `tests/web` in headless Chromium.
fn web() -> Result<Tally, String> {
    setup::ready()?;
    let browser = browser::ready()?;
    Ok(count(
        tests(&["--target", TARGET, "--features", "browser", "--test", "web"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", project::tool("wasm-bindgen-test-runner"))
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_USE_BROWSER", "1")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser::webdriver(&browser)?)
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "300"),
    ))
}

/// `tests/e2e` against `dist/`, in Chromium.
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
    tests.env("FRISE_DIST", project::dist()).env("FRISE_AXE", browser::axe()?).env("FRISE_NGINX", nginx::ready()?);
    tests.envs(variables.iter().map(|(name, program)| (name, program)));
    Ok(tests)
}
