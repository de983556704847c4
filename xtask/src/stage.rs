//! `cargo xtask stage before|after`: what Trunk's hooks call (Trunk.toml).
//!
//! Before its build the content is checked: errors stop it. After it, in a release build, the style sheets become
//! one, programs are optimised, and the scripts lose what only people read. Then each language's bundle is written for
//! whoever downloads it, and the `prerender` program turns Trunk's page into every page, in the staging folder;
//! `offline.js` comes last, since it lists all files.
//!
//! Nothing of the content is in programs and styles. So what a release build has before its pages is kept, as the
//! shell, and the pages of the fixture site are made from it in seconds.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::project::{self, cargo, succeed};
use crate::{Outcome, check, names, offline, optimize, scripts, seal, sheets, single};

/// Set by `cargo xtask build`, which has checked the content already.
pub const CHECKED: &str = "FRISE_CHECKED";

/// Does the named stage's part.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [stage] if stage == "before" => {
            if std::env::var_os(CHECKED).is_none() {
                check::pass(&project::content())?;
            }
        }
        [stage] if stage == "after" => after()?,
        _ => return Err("`stage` is called by Trunk's hooks, with `before` or `after`".to_owned()),
    }
    Ok(ExitCode::SUCCESS)
}

fn after() -> Result<(), String> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: `stage after` is for Trunk's hook alone")?;
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if release {
        sheets::join(&staging)?;
        names::shorten(&staging)?;
        optimize::programs(&staging)?;
        scripts::squeeze(&staging)?;
        scripts::name_by_content(&staging)?;
        offline::announce(&staging)?;
        seal::seal(&staging)?;
        // Pages of another build would not fit it.
        for old in [shell(), fixture_dist()] {
            let _ = std::fs::remove_dir_all(old);
        }
        project::copy(&staging, &shell())?;
    }
    pages(&staging, &project::content(), "")?;
    if release { offline::write(&staging) } else { Ok(()) }
}

/// What the last release build had before its pages.
fn shell() -> PathBuf {
    project::root().join("target/shell")
}

/// The finished pages of the fixture site.
pub fn fixture_dist() -> PathBuf {
    project::root().join("target/fixture/dist")
}

/// The same as single files.
pub fn fixture_single() -> PathBuf {
    project::root().join("target/fixture/single")
}

/// Makes the pages of `tests/fixtures/site`, the site that tests are written for, from the last release build.
pub fn fixture() -> Result<(), String> {
    let (content, dist) = (project::root().join("tests/fixtures/site"), fixture_dist());
    check::pass(&content)?;
    let _ = std::fs::remove_dir_all(&dist);
    project::copy(&shell(), &dist)?;
    pages(&dist, &content, "")?;
    offline::write(&dist)?;
    single::write(&content, &fixture_single()).map(drop)
}

/// Makes a folder's pages with all of a language on one of them, from the last release build: for single files.
pub fn whole(content: &Path) -> Result<PathBuf, String> {
    let staging = project::root().join("target/whole");
    let _ = std::fs::remove_dir_all(&staging);
    project::copy(&shell(), &staging)?;
    pages(&staging, content, "whole")?;
    // It is the shell still.
    let _ = std::fs::remove_file(staging.join("index.html"));
    Ok(staging)
}

/// Writes a folder's pages of that kind, and what goes with them, beside the programs and styles that they load.
fn pages(staging: &Path, content: &Path, kind: &str) -> Result<(), String> {
    bundles(staging, content)?;
    succeed(
        "prerendering the pages",
        cargo(["run", "--quiet", "--package", "frise", "--features", "prerender", "--bin", "prerender", "--"])
            .arg(staging)
            .arg(content)
            .arg(kind),
    )
}

/// `bundle/<lang>.json`: a page's content as data, for whoever downloads it; and the form that notes have as
/// a file, for whoever reads them elsewhere.
fn bundles(staging: &Path, content: &Path) -> Result<(), String> {
    let report = frise::content::check::read(content);
    for page in report.pages {
        let path = staging.join(format!("bundle/{}.json", page.bundle.lang));
        project::write(&path, json(serde_json::to_string(&page.bundle))?)?;
    }
    project::write(&staging.join("bundle/notes.schema.json"), check::notes_schema())
}

fn json(text: serde_json::Result<String>) -> Result<String, String> {
    text.map_err(|error| format!("a bundle could not be written: {error}"))
}
