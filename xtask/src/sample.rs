//! `cargo xtask sample N`: a bundle of N made-up entries, to try page and layout with more than there is.
//!
//! The same N gives the same bytes, and a smaller sample is the beginning of a larger one: figures of two
//! days can be compared.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use frise::content::{BUNDLE_VERSION, Bundle, LaneWords, Language, Named, Site, Text, WireSource};

use crate::{Outcome, project};

mod entry;
mod random;
mod words;

use random::Random;

/// More would not fit a browser, nor most machines.
const MOST: usize = 1_000_000;
const LANES: [(&str, &str, &str, &str); 4] = [
    ("a", "blue", "circle", "Administration"),
    ("b", "plum", "diamond", "Law"),
    ("c", "green", "square", "Cooperation"),
    ("d", "rust", "triangle", "Meetings"),
];
const REGIONS: [(&str, &str); 4] = [("north", "North"), ("south", "South"), ("east", "East"), ("west", "West")];
const SOURCES: usize = 10;

/// Writes the sample; its path is the last line, alone.
pub fn run(arguments: &[String]) -> Outcome {
    let [n] = arguments else { return Err("`sample` takes one number: how many entries".to_owned()) };
    let n = n.parse().ok().filter(|n| (1..=MOST).contains(n));
    let file = write(n.ok_or_else(|| format!("a sample has 1 to {MOST} entries"))?)?;
    println!("{}", file.display());
    Ok(ExitCode::SUCCESS)
}

/// `target/sample/N.json`, written piece by piece: a million entries as one text would be too much.
pub fn write(n: usize) -> Result<PathBuf, String> {
    let file = project::root().join(format!("target/sample/{n}.json"));
    project::write(&file, "")?;
    let failed = |error: &dyn std::fmt::Display| format!("{} could not be written: {error}", file.display());
    let mut out = BufWriter::new(File::create(&file).map_err(|error| failed(&error))?);
    serde_json::to_writer(&mut out, &bundle(n)).map_err(|error| failed(&error))?;
    out.flush().map_err(|error| failed(&error))?;
    Ok(file)
}

/// N entries over a hundred years in four lanes, three in ten of them intervals.
pub fn bundle(n: usize) -> Bundle {
    let mut random = Random::new();
    let mut entries = Vec::with_capacity(n);
    let mut parent = None;
    for number in 1..=n {
        let (entry, first) = entry::entry(number, parent.as_ref(), &mut random);
        if entry.parent.is_none() {
            parent = Some((entry.id.clone(), first));
        }
        entries.push(entry);
    }
    let own = |text: &str| Text::own(text);
    let lanes = LANES.map(|(id, hue, shape, name)| LaneWords {
        id: id.to_owned(),
        hue: hue.to_owned(),
        shape: shape.to_owned(),
        name: own(name),
        short: own(name),
        description: Text::own(format!("What belongs to {}.", name.to_lowercase())),
    });
    let site = Site {
        title: Text::own(format!("A sample of {n} entries")),
        kicker: own("Made up"),
        lede: own("None of this happened."),
        notice: own("Everything here is made up, to try the page with."),
        method: vec![own("A small generator put words and dates together.")],
        languages: vec![Language { tag: "en".to_owned(), name: "English".to_owned(), dir: "ltr".to_owned() }],
        lanes: lanes.to_vec(),
        regions: REGIONS.map(|(id, name)| Named { id: id.to_owned(), name: own(name) }).to_vec(),
        ..Site::default()
    };
    let sources = (1..=SOURCES).map(source).collect();
    Bundle { version: BUNDLE_VERSION, lang: "en".to_owned(), site, entries, sources, conversation: None }
}

fn source(number: usize) -> WireSource {
    WireSource {
        id: source_id(number),
        title: Text::own(format!("Yearbook {number}")),
        described: false,
        publisher: "Example Press".to_owned(),
        url: format!("https://example.org/yearbook/{number}"),
        lang: "en".to_owned(),
        date: None,
    }
}

fn source_id(number: usize) -> String {
    format!("source-{number:02}")
}

#[cfg(test)]
mod tests;
