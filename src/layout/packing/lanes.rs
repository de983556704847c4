//! What is to be packed, made ready once for every zoom.

use super::ranked::Ranked;
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
    /// How far it starts from the entry it is a detail of, if that stands in the same lane; infinite for
    /// all others.
    pub from_parent: f64,
}

/// The subjects of every lane in the order of time, and who of them choose first. It serves every zoom:
/// making it costs what there is, asking it what is asked for.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    lanes: Vec<Lane>,
    /// Lane and position of every entry; an entry that is not shown has none.
    homes: Vec<Option<(u32, u32)>>,
}

/// One lane.
#[derive(Clone, Debug, Default)]
pub(super) struct Lane {
    /// By start.
    pub subjects: Vec<Subject>,
    /// Their starts, close together: they are searched all the time.
    starts: Vec<f64>,
    /// How many rows it has.
    pub rows: usize,
    all: Ranked,
    /// Spans by the power of two they are no longer than, the longest first: class `c` holds those
    /// longer than 2⁻⁽ᶜ⁺¹⁾ and no longer than 2⁻ᶜ.
    classes: Vec<Class>,
}

#[derive(Clone, Debug)]
struct Class {
    class: u32,
    /// Positions among the lane's subjects.
    at: Vec<u32>,
    ranked: Ranked,
}

/// The shortest spans that are told apart: by then they are points at any zoom.
const CLASSES: u32 = 60;

impl Lanes {
    /// Subjects, which are in the order of [`Lanes::sort`], in lanes of `rows[lane]` rows.
    pub fn new(subjects: impl Iterator<Item = Subject>, rows: &[usize]) -> Self {
        let mut lanes: Vec<_> = rows.iter().map(|&rows| Lane { rows: rows.max(1), ..Lane::default() }).collect();
        let mut homes: Vec<Option<(u32, u32)>> = Vec::new();
        for subject in subjects {
            if let Some(lane) = lanes.get_mut(subject.lane) {
                if homes.len() <= subject.entry {
                    homes.resize(subject.entry + 1, None);
                }
                if let Some(home) = homes.get_mut(subject.entry) {
                    *home = Some((subject.lane as u32, lane.subjects.len() as u32));
                }
                lane.subjects.push(subject);
            }
        }
        lanes.iter_mut().for_each(Lane::rank);
        Self { lanes, homes }
    }

    /// Brings subjects into the order of their starts.
    pub fn sort(subjects: &mut Vec<Subject>) {
        sort_by(subjects, &|a, b| a.start.total_cmp(&b.start).then(a.entry.cmp(&b.entry)));
    }

    /// How many subjects there are.
    pub fn len(&self) -> usize {
        self.lanes.iter().map(|lane| lane.subjects.len()).sum()
    }

    /// Whether nothing is shown.
    pub fn is_empty(&self) -> bool {
        self.lanes.iter().all(|lane| lane.subjects.is_empty())
    }

    /// How many lanes there are.
    pub fn count(&self) -> usize {
        self.lanes.len()
    }

    /// The start of the lane's first entry at or after a place on the axis.
    pub fn start_after(&self, lane: usize, at: f64) -> Option<f64> {
        self.lane(lane)?.next_start(at)
    }

    /// The start of the lane's last entry before a place on the axis.
    pub fn start_before(&self, lane: usize, at: f64) -> Option<f64> {
        let lane = self.lane(lane)?;
        lane.starts.get(lane.first_from(at).checked_sub(1)?).copied()
    }

    /// The lane of an entry that is shown.
    pub fn lane_of(&self, entry: usize) -> Option<usize> {
        self.home(entry).map(|(lane, _)| lane)
    }

    /// How many rows a lane has.
    pub fn rows(&self, lane: usize) -> usize {
        self.lane(lane).map_or(1, |lane| lane.rows)
    }

    /// An entry's lane and its position in it, if it is shown.
    pub(super) fn home(&self, entry: usize) -> Option<(usize, usize)> {
        let (lane, at) = (*self.homes.get(entry)?)?;
        Some((lane as usize, at as usize))
    }

    pub(super) fn lane(&self, lane: usize) -> Option<&Lane> {
        self.lanes.get(lane)
    }
}

impl Lane {
    fn rank(&mut self) {
        self.starts = self.subjects.iter().map(|subject| subject.start).collect();
        self.all = Ranked::new(self.subjects.iter().map(|subject| subject.weight));
        let mut members: Vec<Vec<u32>> = Vec::new();
        for (at, subject) in self.subjects.iter().enumerate() {
            if let Some(class) = class(subject.span) {
                let class = class as usize;
                if members.len() <= class {
                    members.resize(class + 1, Vec::new());
                }
                if let Some(members) = members.get_mut(class) {
                    members.push(at as u32);
                }
            }
        }
        let classes = (0..).zip(members).filter(|(_, at)| !at.is_empty()).map(|(class, at)| {
            let ranked =
                Ranked::new(at.iter().map(|&at| self.subjects.get(at as usize).map_or(0, |subject| subject.weight)));
            Class { class, at, ranked }
        });
        self.classes = classes.collect();
    }

    fn start(&self, at: usize) -> f64 {
        self.starts.get(at).copied().unwrap_or(f64::INFINITY)
    }

    /// The starts of positions `from..to`.
    pub fn starts(&self, from: usize, to: usize) -> &[f64] {
        self.starts.get(from..to).unwrap_or_default()
    }

    /// The position of the first subject that starts at or after a place on the axis.
    pub fn first_from(&self, start: f64) -> usize {
        self.starts.partition_point(|other| *other < start)
    }

    /// The start of the first subject that starts at or after a place on the axis.
    pub fn next_start(&self, at: f64) -> Option<f64> {
        self.starts.get(self.first_from(at)).copied()
    }

    /// The classes of spans longer than 2⁻ˡᵉᵛᵉˡ.
    pub fn longer_than(&self, level: u32) -> Vec<u32> {
        self.classes.iter().map(|class| class.class).take_while(|class| *class < level).collect()
    }

    /// The positions of what starts before a place on the axis and ends after another.
    pub fn in_force(&self, before: f64, after: f64) -> Vec<usize> {
        let mut found = Vec::new();
        // Whatever lasts until a place has begun no longer before it than its class allows.
        let mut longest = 1.0;
        let mut last = 0;
        for Class { class, at, .. } in &self.classes {
            for _ in last..*class {
                longest /= 2.0;
            }
            last = *class;
            let first = at.partition_point(|&at| self.start(at as usize) < after - longest);
            let begun = at.iter().skip(first).map(|&at| at as usize).take_while(|&at| self.start(at) < before);
            let lasts = |subject: &Subject| subject.start + subject.span > after;
            found.extend(begun.filter(|&at| self.subjects.get(at).is_some_and(lasts)));
        }
        found
    }

    /// The start of the first of a class that starts at or after a place on the axis.
    pub fn next_of_class(&self, class: u32, at: f64) -> Option<f64> {
        let Class { at: members, .. } = self.classes.iter().find(|other| other.class == class)?;
        let next = members.partition_point(|&member| self.start(member as usize) < at);
        Some(self.start(member(members, next))).filter(|start| start.is_finite())
    }

    /// The `most` weightiest of one class that start in `from..to`, the weightiest first.
    pub fn top_of_class(&self, class: u32, (from, to): (f64, f64), most: usize) -> Vec<usize> {
        let Some(Class { at, ranked, .. }) = self.classes.iter().find(|other| other.class == class) else {
            return Vec::new();
        };
        let position = |start: f64| at.partition_point(|&at| self.start(at as usize) < start);
        let top = ranked.top((position(from), position(to)), most, |_| true);
        top.into_iter().map(|item| member(at, item)).collect()
    }

    /// The `most` weightiest that start in `from..to`, the weightiest first, of those that `keep` wants.
    pub fn top(&self, (from, to): (f64, f64), most: usize, keep: impl Fn(&Subject) -> bool) -> Vec<usize> {
        let range = (self.first_from(from), self.first_from(to));
        self.all.top(range, most, |at| self.subjects.get(at).is_some_and(&keep))
    }
}

fn member(at: &[u32], item: usize) -> usize {
    at.get(item).map_or(usize::MAX, |at| *at as usize)
}

/// The class of a span, or nothing for an instant.
fn class(span: f64) -> Option<u32> {
    (span > 0.0).then(|| {
        let (mut class, mut twice) = (0, span * 2.0);
        while twice <= 1.0 && class < CLASSES {
            twice *= 2.0;
            class += 1;
        }
        class
    })
}
