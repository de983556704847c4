//! The page beside other timeline tools: `cargo xtask bench page` lays out the site and starts this.
//!
//! Given tools (`timelinejs`, `vis`, `frise`), it measures these only. Every figure is taken in a browser of its own with an empty profile. What could not be measured is missing,
//! with its reason; nothing is asserted.

mod figures;
mod hands;
mod page;
mod table;
mod tools;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use e2e::{Failure, Outcome, settings};
use figures::{Figures, Run};
use tools::{Entries, TOOLS, Tool};

/// How often what takes seconds is measured; the median counts.
const TIMES: usize = 3;
/// After so long nothing new is begun: the whole must not take much more than ten minutes.
const LONG: Duration = Duration::from_secs(540);

fn main() -> ExitCode {
    match bench() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Outcome {
    let named: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = named.iter().find(|name| TOOLS.iter().all(|tool| tool.hook() != *name)) {
        let known = TOOLS.map(Tool::hook).join(", ");
        return Err(Failure::new(format!("there is no tool `{unknown}`: there are {known}")));
    }
    let folder = settings::bench();
    let programme = std::fs::read_to_string(folder.join("site/bundle/fr.json"))?;
    let programme: serde_json::Value = serde_json::from_str(&programme)?;
    let programme = Entries::Programme(programme["entries"].as_array().map_or(0, Vec::len));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let start = Instant::now();
    let mut runs = Vec::new();
    let wanted = |tool: Tool| named.is_empty() || named.iter().any(|name| name == tool.hook());
    for (tool, entries, is_slow) in plan(programme).into_iter().filter(|(tool, ..)| wanted(*tool)) {
        let circumstances = if is_slow { ", slow" } else { "" };
        println!("bench page: {}, {} entries{circumstances} …", tool.name(), entries.count());
        let figures = match start.elapsed() < LONG {
            true => runtime.block_on(page::measure(tool, entries, is_slow)),
            false => Figures::none("out of time"),
        };
        runs.push(Run { tool, entries, is_slow, figures });
    }
    let file = folder.join("page.json");
    std::fs::write(&file, format!("{:#}\n", figures::json(&runs)))?;
    println!("\n{}\nall figures: {}", table::write(&runs, programme), file.display());
    Ok(())
}

/// The tools take turns, so that the machine's moods meet all of them. What takes long comes once, and last.
fn plan(programme: Entries) -> Vec<(Tool, Entries, bool)> {
    let mut plan = Vec::new();
    for is_slow in [true, false] {
        for _ in 0..TIMES {
            plan.extend(TOOLS.map(|tool| (tool, programme, is_slow)));
        }
    }
    plan.extend([Entries::Ten, Entries::Hundred].map(|entries| (Tool::Frise, entries, false)));
    plan.extend([Tool::Vis, Tool::TimelineJs].map(|tool| (tool, Entries::Ten, false)));
    plan
}
