//! `cargo xtask stage before|after`: what Trunk's hooks call (Trunk.toml).
//!
//! Before its build the content is checked: errors stop it. After it, each language's bundle is written
//! for whoever downloads it, and the `prerender` program turns Trunk's page into every page, in the
//! staging folder. In a release build the style sheets become one, and the scripts lose what only
//! people read; `offline.js` comes last, since it lists all files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::project::{self, cargo, succeed};
use crate::{Outcome, check, names, offline, scripts, seal, sheets};

/// Set by `cargo xtask build`, which has checked the content already.
pub const CHECKED: &str = "FRISE_CHECKED";

/// Does the named stage's part.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [stage] if stage == "before" => {
            if std::env::var_os(CHECKED).is_none() {
                check::pass()?;
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
    bundles(&staging)?;
    if release {
        sheets::join(&staging)?;
        scripts::squeeze(&staging)?;
        names::shorten(&staging)?;
        scripts::name_by_content(&staging)?;
        offline::announce(&staging)?;
        seal::seal(&staging)?;
    }
    succeed(
        "prerendering the pages",
        cargo(["run", "--quiet", "--package", "frise", "--features", "prerender", "--bin", "prerender", "--"])
            .arg(&staging),
    )?;
    if release { offline::write(&staging) } else { Ok(()) }
}

/// `bundle/<lang>.json`: a page's content as data, for whoever downloads it; and the form that notes have as
/// a file, for whoever reads them elsewhere.
fn bundles(staging: &Path) -> Result<(), String> {
    let report = frise::content::check::read(&project::content());
    for page in report.pages {
        let path = staging.join(format!("bundle/{}.json", page.bundle.lang));
        project::write(&path, json(serde_json::to_string(&page.bundle))?)?;
    }
    project::write(&staging.join("bundle/notes.schema.json"), check::notes_schema())
}

fn json(text: serde_json::Result<String>) -> Result<String, String> {
    text.map_err(|error| format!("a bundle could not be written: {error}"))
}
