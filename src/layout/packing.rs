//! Row packing: which row an entry stands in, how much room its label has, and what is so near to its
//! neighbours that it becomes a counted cluster.
//!
//! A lane of three rows:
//!
//! ```text
//!   row 0   ● Création de MIEUX        ● MIEUX II : tous les domaines
//!   row 1        ● MIEUX commence…          ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒      a bar lies under its label
//!   base row          ●   (3)      ● Premiè…          ●                  marks, clusters, spare labels
//! ```
//!
//! A mark is centred on its instant; its target reaches half a mark before it. Heavier entries choose first. What finds no room for a label goes to the base row, where marks
//! nearer than a target's width join a cluster. Nothing here knows the scroll position: a row changes
//! with zoom, filter and width only.

use std::cmp::Ordering;

use super::TARGET;
use crate::order::sort_by;

/// What is to be packed: an entry that is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// Index of the entry.
    pub entry: usize,
    /// Index of its lane.
    pub lane: usize,
    /// Start on the axis.
    pub start: f64,
    /// Length on the axis.
    pub span: f64,
    /// Heavier entries choose their place first.
    pub weight: u8,
    /// Width of its label in rem.
    pub label: f64,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Index of the entry.
    pub entry: usize,
    /// Index of its lane.
    pub lane: usize,
    /// Row within the lane, from 0.
    pub row: usize,
    /// Start on the axis.
    pub start: f64,
    /// Length on the axis.
    pub span: f64,
    /// Room for mark and label together beyond half a mark, as a fraction of the axis; 0 where only the
    /// mark is shown.
    pub room: f64,
    /// Whether the label stands before its mark, because after it the axis ends.
    pub flipped: bool,
}

/// Entries too near to each other to be told apart, as one mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cluster {
    /// Index of the lane.
    pub lane: usize,
    /// Row within the lane.
    pub row: usize,
    /// Start of the first entry.
    pub start: f64,
    /// From there to the start of the last.
    pub span: f64,
    /// At least two, by start.
    pub entries: Vec<usize>,
}

/// A packed frieze: every subject is either in `places` or in one of `clusters`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Packing {
    /// By lane, row and start.
    pub places: Vec<Place>,
    /// By lane and start.
    pub clusters: Vec<Cluster>,
}

/// A mark with its gap to the label, in rem.
const MARK: f64 = 1.25;
/// Half a mark, with the space around it.
const HALF: f64 = 0.5;
/// Space between neighbours in a row.
const GAP: f64 = 0.5;
/// A label shorter than this says nothing.
const LEAST_LABEL: f64 = 6.0;
/// Width of a cluster's button.
const CLUSTER: f64 = 2.0;

impl Packing {
    /// Packs subjects into lanes of `rows[lane]` rows on an axis of `axis` rem.
    pub fn new(subjects: &[Subject], rows: &[usize], axis: f64) -> Self {
        let mut packing = Self::default();
        for (lane, &rows) in rows.iter().enumerate() {
            let mut subjects: Vec<_> = subjects.iter().copied().filter(|subject| subject.lane == lane).collect();
            sort_by(&mut subjects, &|a, b| b.weight.cmp(&a.weight).then(by_start(a, b)));
            pack_lane(&subjects, rows.max(1), axis, &mut packing);
        }
        packing
    }
}

fn by_start(a: &Subject, b: &Subject) -> Ordering {
    a.start.total_cmp(&b.start).then(a.entry.cmp(&b.entry))
}

/// A stretch of a row that is taken, in rem.
#[derive(Clone, Copy)]
struct Taken {
    from: f64,
    to: f64,
    subject: Subject,
    flipped: bool,
}

/// A row: what is taken, by position, never overlapping.
#[derive(Default)]
struct Row(Vec<Taken>);

impl Row {
    /// The free stretch around a position, if it is free.
    fn gap_at(&self, at: f64) -> Option<(f64, f64)> {
        let next = self.0.partition_point(|taken| taken.from <= at);
        let from = next.checked_sub(1).and_then(|previous| self.0.get(previous)).map_or(0.0, |taken| taken.to + GAP);
        let to = self.0.get(next).map_or(f64::INFINITY, |taken| taken.from - GAP);
        (from <= at && at <= to).then_some((from, to))
    }

    fn take(&mut self, taken: Taken) {
        let at = self.0.partition_point(|other| other.from <= taken.from);
        self.0.insert(at, taken);
    }
}

fn pack_lane(subjects: &[Subject], rows: usize, axis: f64, packing: &mut Packing) {
    let mut labelled: Vec<Row> = (1..rows).map(|_| Row::default()).collect();
    let mut base = Vec::new();
    for subject in subjects {
        let whole =
            labelled.iter().enumerate().find_map(|(row, taken)| Some((row, fit(taken, subject, axis, subject.label)?)));
        let place = whole.or_else(|| {
            // No row has room for all of the label: take the one with most of it.
            let least = subject.label.min(LEAST_LABEL);
            let fits =
                labelled.iter().enumerate().filter_map(|(row, taken)| Some((row, fit(taken, subject, axis, least)?)));
            fits.max_by(|(_, a), (_, b)| (a.to - a.from).total_cmp(&(b.to - b.from)))
        });
        match place {
            Some((row, taken)) => {
                if let Some(row) = labelled.get_mut(row) {
                    row.take(taken);
                }
            }
            None => base.push(*subject),
        }
    }
    for (row, taken) in labelled.iter().enumerate() {
        place_row(taken, row, axis, &mut packing.places);
    }
    place_base(base, rows - 1, axis, packing);
}

/// Where a subject would stand in a row with at least `least` rem of label, or nothing.
fn fit(row: &Row, subject: &Subject, axis: f64, least: f64) -> Option<Taken> {
    let (start, end) = extent(subject, axis);
    let (gap_from, gap_to) = row.gap_at(start)?;
    if end > gap_to {
        return None;
    }
    let (wanted, least) = (MARK + subject.label, MARK + least);
    let after = gap_to.min(axis) - start;
    let stands_after = |room: f64| Taken { from: start, to: end.max(start + room), subject: *subject, flipped: false };
    if after >= wanted {
        return Some(stands_after(wanted));
    }
    // The axis ends before the label does: let it stand before its mark.
    let (from, to) = flipped_extent(subject, axis);
    let before = to - gap_from;
    if start + wanted > axis && before >= least.max(after) && from >= gap_from {
        return Some(Taken { from: from.min(to - wanted.min(before)), to, subject: *subject, flipped: true });
    }
    (after >= least).then(|| stands_after(after))
}

/// Start and end of mark or bar in rem: from half a mark before its instant, as long as the entry, at
/// least a target, within the axis.
fn extent(subject: &Subject, axis: f64) -> (f64, f64) {
    let start = (subject.start * axis - HALF).min(axis - TARGET).max(0.0);
    (start, (start + TARGET).max((subject.start + subject.span) * axis))
}

/// The same for a label that stands before its mark: to half a mark after its instant, or to the end of
/// its bar.
fn flipped_extent(subject: &Subject, axis: f64) -> (f64, f64) {
    let to = (subject.start * axis + HALF).max((subject.start + subject.span) * axis).min(axis).max(TARGET);
    ((subject.start * axis - HALF).min(to - TARGET).max(0.0), to)
}

/// Gives each label of a row all the room up to its neighbour.
fn place_row(row: &Row, number: usize, axis: f64, places: &mut Vec<Place>) {
    for (at, taken) in row.0.iter().enumerate() {
        // The neighbour before a flipped label already has the room between them.
        let to = if taken.flipped { taken.to } else { row.0.get(at + 1).map_or(axis, |next| next.from - GAP) };
        places.push(place(&taken.subject, number, room(taken.from, to, axis), taken.flipped));
    }
}

/// Room from one end to another as a fraction, but for the half mark at one of them, which does not
/// stretch: so no box passes its neighbour on a wider axis.
fn room(from: f64, to: f64, axis: f64) -> f64 {
    ((to - from - HALF) / axis).max(0.0)
}

fn place(subject: &Subject, row: usize, room: f64, flipped: bool) -> Place {
    let Subject { entry, lane, start, span, .. } = *subject;
    Place { entry, lane, row, start, span, room, flipped }
}

/// The base row: targets in order, those that would touch joined, labels where there is room to spare.
fn place_base(mut subjects: Vec<Subject>, row: usize, axis: f64, packing: &mut Packing) {
    sort_by(&mut subjects, &by_start);
    let mut groups: Vec<(f64, f64, Vec<Subject>)> = Vec::new();
    for subject in subjects {
        let (from, _) = extent(&subject, axis);
        let mut group = (from, from + TARGET, vec![subject]);
        // A cluster is wider than a mark, so joining may reach back to the group before.
        while let Some(previous) = groups.pop_if(|previous| previous.1 > group.0) {
            let mut members = previous.2;
            members.append(&mut group.2);
            let from = previous.0.min(axis - CLUSTER).max(0.0);
            group = (from, from + CLUSTER, members);
        }
        groups.push(group);
    }
    let starts: Vec<f64> = groups.iter().map(|group| group.0).collect();
    for (at, (from, _, members)) in groups.into_iter().enumerate() {
        match members.as_slice() {
            [subject] => {
                let to = starts.get(at + 1).map_or(axis, |next| next - GAP);
                // With a label the whole bar becomes its target, so all of it has to fit.
                let bar_fits = (subject.start + subject.span) * axis <= to;
                let labelled = bar_fits && to - from >= MARK + subject.label.min(LEAST_LABEL);
                packing.places.push(place(subject, row, if labelled { room(from, to, axis) } else { 0.0 }, false));
            }
            [first, .., last] => packing.clusters.push(Cluster {
                lane: first.lane,
                row,
                start: first.start,
                span: last.start - first.start,
                entries: members.iter().map(|member| member.entry).collect(),
            }),
            [] => {}
        }
    }
}
