//! `cargo xtask bench [native|page]`: how long things take, for people to compare; never part of the tests,
//! since times depend on the machine and its day.
//!
//! `native` is the layout alone. `page` is the page beside two other timeline tools in headless Chromium, all
//! fed the same entries, in one run: the ratios are what counts. `tests/e2e/src/bin/bench` does the measuring.

use std::process::ExitCode;

use crate::project::{self, cargo, succeed, timed};
use crate::{Outcome, browser, build};

mod peers;
mod site;

/// Both halves, or the one named; after `page`, tools to measure alone: `timelinejs`, `vis`, `frise`.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => native().and_then(|()| page(&[]))?,
        ["native"] => native()?,
        ["page", ..] => page(&arguments[1..])?,
        _ => return Err("`bench` has two halves, `native` and `page`".to_owned()),
    }
    Ok(ExitCode::SUCCESS)
}

fn native() -> Result<(), String> {
    if !project::root().join("benches/layout.rs").is_file() {
        println!("bench native: left out, there is no benches/layout.rs");
        return Ok(());
    }
    succeed("cargo bench", &mut cargo(["bench", "--bench", "layout"]))
}

/// Measures `dist/` as it is, and builds it only where there is none.
fn page(tools: &[String]) -> Result<(), String> {
    if !project::dist().join("index.html").is_file() {
        build::build()?;
        build::compress()?;
    }
    let browser = browser::ready()?;
    let folder = project::root().join("target/bench");
    timed("bench page: laying out the site", || site::lay_out(&folder.join("site")))?;
    succeed(
        "the bench in the browser",
        cargo(["run", "--quiet", "--package", "e2e", "--bin", "bench", "--"])
            .args(tools)
            .env("FRISE_BENCH", &folder)
            .env("FRISE_CHROMEDRIVER", &browser.driver)
            .env("FRISE_CHROMIUM", &browser.chromium),
    )
}
