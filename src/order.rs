//! Sorting, once for the whole program.
//!
//! Every `sort_by` with a closure of its own is compiled anew, three kilobytes each time; all lists here
//! are short, so they share one sort through a `dyn` comparison.

use std::cmp::Ordering;

/// The numbers from 0 to `n`, sorted by a comparison. What compares equal keeps its order.
pub fn sorted(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// Items in the order that [`sorted`] gives their positions.
pub fn sort_by<T: Copy>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = sorted(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    *items = order.into_iter().filter_map(|at| items.get(at).copied()).collect();
}

/// Names with their positions, to look up positions by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ids(Vec<(String, usize)>);

impl Ids {
    /// The positions of names.
    ///
    /// # Errors
    /// A name that occurs twice.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>) -> Result<Self, String> {
        let names: Vec<&str> = names.collect();
        let order = sorted(names.len(), &mut |a, b| names.get(a).cmp(&names.get(b)));
        let ids: Vec<_> = order.into_iter().filter_map(|at| Some(((*names.get(at)?).to_owned(), at))).collect();
        let twice = ids.windows(2).find_map(|pair| match pair {
            [a, b] if a.0 == b.0 => Some(a.0.clone()),
            _ => None,
        });
        twice.map_or(Ok(Self(ids)), Err)
    }

    /// The position of a name.
    pub fn get(&self, name: &str) -> Option<usize> {
        let at = self.0.binary_search_by(|(other, _)| other.as_str().cmp(name)).ok()?;
        self.0.get(at).map(|(_, position)| *position)
    }
}
