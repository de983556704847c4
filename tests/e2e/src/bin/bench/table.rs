//! The table for people: every tool's figure, ours beside the better peer's, the target.

use std::fmt::Write;

use crate::figures::{Figure, LEFT_OUT, Run, median};
use crate::tools::{Entries, TOOLS, Tool};

/// How a figure is written.
#[derive(Clone, Copy)]
enum Unit {
    Bytes,
    Time,
    Plain,
    Shift,
}

/// What ours should come to.
#[derive(Clone, Copy)]
enum Target {
    /// So much at most.
    Most(f64),
    /// So much of the better peer's figure.
    Share(f64),
    /// Twenty milliseconds a frame, or four more than the idle page of the same run.
    Smooth,
}

struct Row {
    what: &'static str,
    entries: Entries,
    is_slow: bool,
    /// Names of figures that are added up.
    names: &'static [&'static str],
    unit: Unit,
    target: Target,
}

fn rows(programme: Entries) -> Vec<Row> {
    use Entries::{Hundred, Ten};
    use Target::{Most, Share, Smooth};
    use Unit::{Bytes, Plain, Shift, Time};
    let row = |what, entries, is_slow, names, unit, target| Row { what, entries, is_slow, names, unit, target };
    vec![
        row("bytes until interactive", programme, true, &["bytes"], Bytes, Most(105_000.0)),
        row("bytes until the text is readable", programme, true, &["readable"], Bytes, Most(40_000.0)),
        row("slow: first contentful paint", programme, true, &["paint"], Time, Share(0.35)),
        row("slow: interactive", programme, true, &["shown"], Time, Share(0.65)),
        row("slow: layout shift (CLS)", programme, true, &["shift"], Shift, Most(0.01)),
        row("pan and zoom: processor", programme, false, &["pan cpu", "zoom cpu"], Time, Share(0.7)),
        row("until the frieze shows", Ten, false, &["shown"], Time, Share(0.15)),
        row("pan: 95th percentile frame", Ten, false, &["pan95"], Time, Smooth),
        row("nodes", Ten, false, &["nodes"], Plain, Most(3_000.0)),
        row("until the frieze shows", Hundred, false, &["shown"], Time, Most(f64::INFINITY)),
        row("pan: 95th percentile frame", Hundred, false, &["pan95"], Time, Smooth),
        row("zoom: 95th percentile frame", Hundred, false, &["zoom95"], Time, Smooth),
    ]
}

/// The table in Markdown, and below it why figures are missing.
pub fn write(runs: &[Run], programme: Entries) -> String {
    let mut table = "| entries | what | TimelineJS3 | vis-timeline | Frise | ratio | target | met |\n\
                     |---:|---|---:|---:|---:|---:|---|---|\n"
        .to_owned();
    let mut missing = String::new();
    for row in rows(programme) {
        let figures = TOOLS.map(|tool| row.figure(runs, tool));
        for (tool, figure) in TOOLS.iter().zip(&figures) {
            if let Err(reason) = figure
                && reason != LEFT_OUT
            {
                let _ = writeln!(missing, "- {} entries, {}: {}: {reason}", row.entries.count(), row.what, tool.name());
            }
        }
        let [first, second, ours] = &figures;
        let better = [first, second].into_iter().flatten().copied().reduce(f64::min);
        let ratio = ours.as_ref().ok().zip(better).map(|(ours, better)| ours / better);
        let (target, limit) = row.target(runs, better);
        let met = ours.as_ref().ok().zip(limit).map(|(ours, limit)| if *ours <= limit { "yes" } else { "no" });
        let cells =
            figures.iter().map(|figure| figure.as_ref().map_or("–".to_owned(), |figure| row.unit.write(*figure)));
        let cells = cells.collect::<Vec<_>>().join(" | ");
        let ratio = ratio.map_or("–".to_owned(), |ratio| format!("{ratio:.2}"));
        let (entries, what, met) = (row.entries.count(), row.what, met.unwrap_or("–"));
        let _ = writeln!(table, "| {entries} | {what} | {cells} | {ratio} | {target} | {met} |");
    }
    if !missing.is_empty() {
        let _ = write!(table, "\nmissing:\n\n{missing}");
    }
    table
}

impl Row {
    fn figure(&self, runs: &[Run], tool: Tool) -> Figure {
        self.names.iter().map(|name| median(runs, tool, self.entries, self.is_slow, name)).sum()
    }

    /// The target in words, and the most that meets it.
    fn target(&self, runs: &[Run], better: Option<f64>) -> (String, Option<f64>) {
        match self.target {
            Target::Most(most) if most.is_infinite() => ("–".to_owned(), None),
            Target::Most(most) => (format!("≤ {}", self.unit.write(most)), Some(most)),
            Target::Share(share) => (format!("≤ {share} × the better peer"), better.map(|better| better * share)),
            Target::Smooth => {
                let idle = median(runs, Tool::Frise, self.entries, self.is_slow, "idle95").ok();
                let idle_text = idle.map_or("–".to_owned(), |idle| self.unit.write(idle));
                (
                    format!("≤ 20 ms, or idle ({idle_text}) + 4 ms"),
                    Some(idle.map_or(20.0, |idle| (idle + 4.0).max(20.0))),
                )
            }
        }
    }
}

impl Unit {
    fn write(self, figure: f64) -> String {
        match self {
            Self::Bytes => format!("{:.1} kB", figure / 1_000.0),
            Self::Time if figure < 1_000.0 => format!("{figure:.0} ms"),
            Self::Time => format!("{:.2} s", figure / 1_000.0),
            Self::Plain => format!("{figure:.0}"),
            Self::Shift => format!("{figure:.3}"),
        }
    }
}
