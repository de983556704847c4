//! What was measured: a number, or why there is none.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::tools::{Entries, Tool};

/// The reason where nobody asked.
pub const LEFT_OUT: &str = "not measured";

/// A number, or the reason for its absence.
pub type Figure = Result<f64, String>;

/// The figures of one run, by name.
#[derive(Default)]
pub struct Figures {
    known: BTreeMap<&'static str, Figure>,
    /// Why everything else is absent.
    otherwise: String,
}

/// One page opened once.
pub struct Run {
    /// Whose page.
    pub tool: Tool,
    /// What it was fed.
    pub entries: Entries,
    /// Over a slow line and on a slow machine, or as it comes.
    pub is_slow: bool,
    /// What was measured.
    pub figures: Figures,
}

impl Figures {
    /// No figure at all, for one reason.
    pub fn none(reason: impl Into<String>) -> Self {
        Self { otherwise: reason.into(), ..Self::default() }
    }

    /// Adds one.
    pub fn set(&mut self, name: &'static str, figure: Figure) {
        self.known.insert(name, figure);
    }

    /// Says why what is still to come will be absent.
    pub fn give_up(&mut self, reason: String) {
        self.otherwise = reason;
    }

    /// One of them.
    pub fn get(&self, name: &str) -> Figure {
        self.known.get(name).cloned().unwrap_or_else(|| Err(self.otherwise.clone()))
    }

    fn json(&self) -> Value {
        let figure = |figure: &Figure| match figure {
            Ok(number) => json!(number),
            Err(reason) => json!({ "missing": reason }),
        };
        let mut known: Map<_, _> = self.known.iter().map(|(name, one)| ((*name).to_owned(), figure(one))).collect();
        if !self.otherwise.is_empty() {
            known.insert("otherwise".to_owned(), json!({ "missing": self.otherwise }));
        }
        known.into()
    }
}

/// The median of a figure over all runs of a page under the same circumstances.
pub fn median(runs: &[Run], tool: Tool, entries: Entries, is_slow: bool, name: &str) -> Figure {
    let alike = runs.iter().filter(|run| (run.tool, run.entries, run.is_slow) == (tool, entries, is_slow));
    let (mut numbers, mut reason) = (Vec::new(), LEFT_OUT.to_owned());
    for figure in alike.map(|run| run.figures.get(name)) {
        match figure {
            Ok(number) => numbers.push(number),
            Err(why) => reason = why,
        }
    }
    part(numbers, 0.5).ok_or(reason)
}

/// The number below which that part of all numbers lies.
pub fn part(mut numbers: Vec<f64>, part: f64) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let at = (numbers.len() as f64 * part).ceil() as usize;
    numbers.get(at.saturating_sub(1)).copied()
}

/// All runs, for a machine to compare.
pub fn json(runs: &[Run]) -> Value {
    let run = |run: &Run| {
        let (tool, entries) = (run.tool.name(), run.entries.count());
        json!({ "tool": tool, "entries": entries, "slow": run.is_slow, "figures": run.figures.json() })
    };
    runs.iter().map(run).collect()
}
