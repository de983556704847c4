//! Which entries are shown.

use crate::content::{Query, SearchIndex, Timeline};
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
    /// Nothing that ends before this date.
    pub from: Option<Date>,
    /// Nothing that starts after this date.
    pub to: Option<Date>,
}

impl Filters {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        Query::new(&self.text).is_empty()
            && self.lanes.is_empty()
            && self.regions.is_empty()
            && self.from.is_none()
            && self.to.is_none()
    }

    /// For each entry, whether the filters let it pass.
    pub fn passing(&self, timeline: &Timeline, index: &SearchIndex) -> Vec<bool> {
        let query = Query::new(&self.text);
        let from = self.from.map(Date::earliest);
        let to = self.to.map(Date::latest);
        let passes = |(at, entry): (usize, &crate::content::Entry)| {
            let span = entry.date.span();
            (self.lanes.is_empty() || self.lanes.contains(&entry.lane))
                && (self.regions.is_empty() || entry.regions.iter().any(|region| self.regions.contains(region)))
                && from.is_none_or(|from| span.end.is_none_or(|end| end > from))
                && to.is_none_or(|to| span.start.is_none_or(|start| start < to))
                && index.matches(at, &query)
        };
        timeline.entries.iter().enumerate().map(passes).collect()
    }
}

/// Adds an index to a sorted list, or takes it out.
pub(super) fn toggle(list: &mut Vec<usize>, item: usize) {
    match list.binary_search(&item) {
        Ok(at) => {
            list.remove(at);
        }
        Err(at) => list.insert(at, item),
    }
}
