//! The site that the bench measures: the built pages, the samples, the peers with the same entries; beside
//! every file that gains by it the same compressed, as a host with brotli sends it.

use std::path::Path;

use frise::content::Bundle;

use super::peers::PEERS;
use crate::project::{self, copy};
use crate::{digest, npm, sample, size};

/// The sample that the peers are fed too, and the one that only our page is.
const SHARED: usize = 10_000;
const OURS: usize = 100_000;

/// From this size on, brotli's best would take minutes.
const LARGE: usize = 1 << 20;
const QUICK: i32 = 5;

/// Lays it out anew.
pub fn lay_out(site: &Path) -> Result<(), String> {
    let _ = std::fs::remove_dir_all(site);
    copy(&project::dist(), site)?;
    let programme = project::read(&site.join("bundle/fr.json"))?;
    let programme = Bundle::from_json(&programme).map_err(|error| format!("bundle/fr.json: {error}"))?;
    for n in [SHARED, OURS] {
        copy(&sample::write(n)?, &site.join(format!("sample/{n}.json")))?;
    }
    let shared = sample::bundle(SHARED);
    for peer in PEERS {
        let folder = site.join("peers").join(peer.folder);
        let package = npm::package(peer.package, peer.version)?;
        for part in peer.parts {
            copy(&package.join(part), &folder.join(part))?;
        }
        project::write(&folder.join("index.html"), peer.page)?;
        for (name, bundle) in [("programme", &programme), (&SHARED.to_string(), &shared)] {
            project::write(&folder.join(format!("{name}.json")), (peer.data)(bundle).to_string())?;
        }
    }
    project::files(site)?.iter().try_for_each(|file| compress(file))
}

/// Writes `file.br` beside a file of text or code, where the build has not. What was compressed once is kept by its
/// digest.
fn compress(file: &Path) -> Result<(), String> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_there = file.with_added_extension("br").is_file();
    if is_there || !["html", "css", "js", "json", "svg", "ttf", "wasm"].contains(&ending) {
        return Ok(());
    }
    let failed = |error| format!("{} could not be read: {error}", file.display());
    let bytes = std::fs::read(file).map_err(failed)?;
    let kept = project::root().join(format!("target/bench/brotli/{}", digest::fingerprint(&bytes)));
    if !kept.is_file() {
        let quality = if bytes.len() < LARGE { size::QUALITY } else { QUICK };
        project::write(&kept, size::compressed(&bytes, quality)?)?;
    }
    copy(&kept, &file.with_added_extension("br"))
}
