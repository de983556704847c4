//! What the edges of a window do to what is packed: labels give way, marks do not, and nothing is lost.

use std::sync::Arc;

use frise::layout::{Lanes, Marks, Packing, Place, Rest, Sight, Subject};
use proptest::prelude::*;

const ROWS: [usize; 3] = [3, 2, 1];

/// Marks and bars of three lanes.
fn subjects() -> impl Strategy<Value = Vec<Subject>> {
    let start = prop_oneof![0.0f64..1.0, (0u8..4, 0.0f64..0.01).prop_map(|(at, off)| f64::from(at) / 4.0 + off)];
    let span = prop_oneof![2 => Just(0.0), 1 => 0.0f64..0.02, 2 => 0.0f64..1.0];
    let subject = (0usize..3, start, span, 1u8..4, 2.0f64..40.0);
    prop::collection::vec(subject, 1..90).prop_map(|all| {
        let subjects = all.into_iter().enumerate().map(|(entry, (lane, start, span, weight, label))| {
            let span = span.min(1.0 - start);
            Subject { entry, lane, start, span, weight, label, from_parent: f64::INFINITY }
        });
        let mut subjects: Vec<_> = subjects.collect();
        Lanes::sort(&mut subjects);
        subjects
    })
}

/// A packing, what it has on the whole axis, and a window of 60 rem of it.
fn packed(subjects: &[Subject], axis: f64, from: f64) -> (Packing, Marks, (f64, f64)) {
    let packing = Packing::new(Arc::new(Lanes::new(subjects.iter().copied(), &ROWS)), axis);
    let marks = packing.near((0.0, 1.0));
    let from = from * (1.0 - 60.0 / axis);
    (packing, marks, (from, from + 60.0 / axis))
}

/// Where the label of a link is, in rem of an axis, as the style sheet has it: it stays at the window's start while a
/// long bar is there. Nothing where there is none.
fn label(place: &Place, sight: Sight, axis: f64, window_from: f64) -> Option<(f64, f64)> {
    let (later, most) = match sight {
        Sight::Bare | Sight::Gone => return None,
        Sight::Whole if place.is_bare() => return None,
        Sight::Whole => (0.0, f64::INFINITY),
        Sight::Cut { later, most } => (later, most),
    };
    let (at, bar_ends) = (place.start * axis, (place.start + place.span) * axis);
    if place.flipped {
        let ends = (at + 0.5).max(bar_ends).min(axis);
        let begins = ends - place.room * axis - 0.5;
        let to = at - 0.64;
        return Some((begins.max(to - most.min(place.label)), to));
    }
    let from = at + 0.64 + later;
    let ends = (at.max(0.5) + place.room * axis).max(bar_ends) - 0.1875;
    let width = most.min(place.label).min(ends - from);
    let from = if place.is_long(axis) { from.max((window_from + 0.1875).min(ends - width)) } else { from };
    Some((from, from + width))
}

fn is_gone(rest: Rest, place: &Place, has_button: bool) -> bool {
    rest.link(place, place.row + 1 == ROWS[place.lane], has_button) == Sight::Gone
}

proptest! {
    #[test]
    fn no_label_leaves_the_window_or_its_mark(
        subjects in subjects(), axis in 61.0f64..9_000.0, from in 0.0f64..1.0
    ) {
        let (packing, marks, window) = packed(&subjects, axis, from);
        let rest = Rest::new(window, axis);
        let (from, to) = (window.0 * axis, window.1 * axis);
        for place in &marks.places {
            let has_button = !rest.uncounted(&packing, place.lane, &marks).is_empty();
            let sight = rest.link(place, place.row + 1 == ROWS[place.lane], has_button);
            let Some((begins, ends)) = label(place, sight, axis, from) else { continue };
            if ends <= from || begins >= to {
                continue;
            }
            prop_assert!(begins >= from - 0.3 && ends <= to + 1e-6, "{begins}–{ends} in {from}–{to}: {place:?} {sight:?}");
            let (at, bar_ends) = (place.start * axis, (place.start + place.span) * axis);
            let is_in_view = at + 0.3 >= from && at - 0.3 <= to;
            prop_assert!(is_in_view || at < from && bar_ends > from, "its mark is out of view: {place:?}");
            prop_assert!(ends - begins >= place.label.min(3.25) - 0.2, "it says nothing: {begins}–{ends} {place:?}");
        }
    }

    #[test]
    fn what_is_in_force_is_named_or_counted_once(
        subjects in subjects(), axis in 61.0f64..9_000.0, from in 0.0f64..1.0
    ) {
        let (packing, marks, window) = packed(&subjects, axis, from);
        let rest = Rest::new(window, axis);
        for (lane, rows) in ROWS.into_iter().enumerate() {
            let counted = rest.uncounted(&packing, lane, &marks);
            prop_assert!(counted.windows(2).all(|pair| pair[0] != pair[1]), "twice: {counted:?}");
            for subject in subjects.iter().filter(|subject| subject.lane == lane) {
                let Subject { entry, start, span, .. } = *subject;
                let place = marks.places.iter().find(|place| place.entry == entry);
                let has_button = !counted.is_empty();
                let in_cluster = || marks.clusters.iter().any(|cluster| {
                    rest.cluster(cluster.start, has_button) != Sight::Gone
                        && packing.members(cluster, usize::MAX).contains(&entry)
                });
                let is_seen = place.map_or_else(in_cluster, |place| !is_gone(rest, place, has_button));
                let begins = (start - window.0) * axis;
                if begins > 0.0 && start < window.1 {
                    prop_assert!(is_seen != counted.contains(&entry), "{entry} begins in the window; seen: {is_seen}");
                } else if begins < -0.3 && start + span > window.0 + 1e-9 {
                    let is_named = place.is_some_and(|place| {
                        let sight = rest.link(place, place.row + 1 == rows, has_button);
                        label(place, sight, axis, window.0 * axis).is_some()
                    });
                    prop_assert!(is_named != counted.contains(&entry), "{entry} is in force; named: {is_named}");
                }
            }
        }
    }

    #[test]
    fn bars_of_one_row_are_apart(subjects in subjects(), axis in 61.0f64..9_000.0, wider in 1.0f64..3.0) {
        let (_, marks, _) = packed(&subjects, axis, 0.0);
        for a in &marks.places {
            prop_assert!(a.bar <= a.span && (a.is_bare() || a.bar == a.span), "{a:?}");
            for b in marks.places.iter().filter(|b| (b.lane, b.row) == (a.lane, a.row) && b.start > a.start) {
                let apart = (b.start - a.start - a.bar) * axis * wider;
                prop_assert!(apart > 0.0 || a.bar <= 0.0, "{apart} rem between {a:?} and {b:?}");
            }
        }
    }
}

#[test]
fn forty_bars_of_one_period_are_counted_from_within() {
    let bar =
        |entry| Subject { entry, lane: 0, start: 0.1, span: 0.8, weight: 1, label: 9.0, from_parent: f64::INFINITY };
    let subjects: Vec<_> = (0..40).map(bar).collect();
    let packing = Packing::new(Arc::new(Lanes::new(subjects.into_iter(), &[5])), 600.0);
    let window = (0.45, 0.55);
    let marks = packing.near(window);
    let named = marks.places.iter().filter(|place| !place.is_bare()).count();
    let counted = Rest::new(window, 600.0).uncounted(&packing, 0, &marks);
    assert_eq!((named, counted.len()), (3, 37));
}

#[test]
fn years_and_names_of_periods_give_way_to_the_edges() {
    let rest = Rest::new((0.5, 0.6), 600.0);
    assert_eq!(rest.tick(0.501, 2.0, 3.0), Sight::Bare, "under what the axis begins with");
    assert_eq!(rest.tick(0.51, 2.0, 3.0), Sight::Whole);
    assert_eq!(rest.tick(0.599, 2.0, 3.0), Sight::Bare, "cut by the end");
    let era = |start, span| rest.era((start, span), 12.0, f64::INFINITY);
    assert_eq!(era(0.51, 0.05), Sight::Whole);
    assert_eq!(era(0.2, 0.1), Sight::Whole, "out of view");
    assert!(matches!(era(0.2, 0.6), Sight::Cut { most, .. } if most > 58.0));
    assert_eq!(era(0.2, 0.302), Sight::Bare, "no room for four letters");
    assert_eq!(rest.late((0.55, 0.45), 12.0), None, "the axis goes on");
    let whole = Rest::new((0.0, 1.0), 60.0);
    assert!(whole.late((0.9, 0.1), 12.0).is_some_and(|begins| begins < 54.0));
    assert!(whole.beyond((0.7, 0.2), 47.0) > 6.9);
}
