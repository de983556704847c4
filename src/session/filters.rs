//! Which entries are shown.

use crate::content::{Item, Outline, Query, SearchIndex};
use crate::time::Date;

/// What the reader has narrowed the timeline to. Lanes and regions are indices in their order; none
/// chosen means all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filters {
    /// What was typed.
    pub text: String,
    /// Chosen lanes.
    pub lanes: Vec<usize>,
    /// Chosen regions: an entry needs one of them.
    pub regions: Vec<usize>,
    /// Only entries whose sources disagree.
    pub disputed: bool,
    /// Nothing that ends before this date.
    pub from: Option<Date>,
    /// Nothing that starts after this date.
    pub to: Option<Date>,
}

impl Filters {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        Query::new(&self.text).is_empty() && self.on().next().is_none() && self.from.is_none() && self.to.is_none()
    }

    /// The filters that are on, but for text and period.
    pub fn on(&self) -> impl Iterator<Item = Toggle> {
        let lanes = self.lanes.iter().map(|&lane| Toggle::Lane(lane));
        let regions = self.regions.iter().map(|&region| Toggle::Region(region));
        lanes.chain(regions).chain(self.disputed.then_some(Toggle::Disputed))
    }

    /// Whether that filter is on.
    pub fn has(&self, filter: Toggle) -> bool {
        self.on().any(|on| on == filter)
    }

    /// Turns that filter on or off.
    pub fn toggle(&mut self, filter: Toggle) {
        match filter {
            Toggle::Lane(lane) => toggle(&mut self.lanes, lane),
            Toggle::Region(region) => toggle(&mut self.regions, region),
            Toggle::Disputed => self.disputed = !self.disputed,
        }
    }

    /// For each entry, whether the filters let it pass.
    pub fn passing(&self, outline: &Outline, index: &SearchIndex) -> Vec<bool> {
        let query = Query::new(&self.text);
        let from = self.from.map(Date::earliest);
        let to = self.to.map(Date::latest);
        let passes = |(at, entry): (usize, &Item)| {
            let span = entry.date.span();
            (self.lanes.is_empty() || self.lanes.contains(&entry.lane))
                && (self.regions.is_empty() || entry.regions.iter().any(|region| self.regions.contains(region)))
                && (entry.disputed || !self.disputed)
                && from.is_none_or(|from| span.end.is_none_or(|end| end > from))
                && to.is_none_or(|to| span.start.is_none_or(|start| start < to))
                && index.matches(at, &query)
        };
        outline.entries.iter().enumerate().map(passes).collect()
    }
}

/// A filter that is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toggle {
    /// A lane, by index.
    Lane(usize),
    /// A region, by index.
    Region(usize),
    /// Only where sources disagree.
    Disputed,
}

/// Adds an index to a sorted list, or takes it out.
fn toggle(list: &mut Vec<usize>, item: usize) {
    match list.binary_search(&item) {
        Ok(at) => {
            list.remove(at);
        }
        Err(at) => list.insert(at, item),
    }
}
