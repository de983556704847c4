//! Row packing: what must hold of any entries, at any zoom, wherever one looks.

use std::sync::Arc;

use frise::layout::{Lanes, Marks, NARROWEST_AXIS, Packing, Place, Ranked, Subject, TARGET};
use proptest::prelude::*;

const ROWS: [usize; 4] = [3, 2, 4, 1];

fn packing(subjects: &[Subject], rows: &[usize], axis: f64) -> Packing {
    let mut subjects = subjects.to_vec();
    Lanes::sort(&mut subjects);
    Packing::new(Arc::new(Lanes::new(subjects.into_iter(), rows)), axis)
}

/// All of an axis at once.
fn all(packing: &Packing) -> Marks {
    packing.near((0.0, 1.0))
}

/// Start and end of everything in a row that can be pressed or read, in rem, as the style sheet draws it.
fn boxes(marks: &Marks, axis: f64, lane: usize, row: usize) -> Vec<(f64, f64)> {
    let mut boxes = Vec::new();
    for place in marks.places.iter().filter(|place| (place.lane, place.row) == (lane, row)) {
        let Place { start, span, room, flipped, .. } = *place;
        // On the base row a bare bar is decoration: only its mark is a target.
        let bar = if room > 0.0 { (start + span) * axis } else { 0.0 };
        boxes.push(if flipped {
            let end = (start * axis + 0.5).max(bar).min(axis).max(TARGET);
            (end - (room * axis + 0.5).max(TARGET), end)
        } else {
            let from = (start * axis - 0.5).min(axis - TARGET).max(0.0);
            (from, (from + TARGET).max(bar).max(if room > 0.0 { from + room * axis + 0.5 } else { 0.0 }))
        });
    }
    for cluster in marks.clusters.iter().filter(|cluster| (cluster.lane, cluster.row) == (lane, row)) {
        let from = (cluster.start * axis - 0.5).min(axis - 2.0).max(0.0);
        boxes.push((from, from + 2.0));
    }
    boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
    boxes
}

/// Entries spread evenly, or crowded around a few places, some of them at the very ends of the axis.
fn subjects(most: usize) -> impl Strategy<Value = Vec<Subject>> {
    let start = prop_oneof![
        0.0f64..1.0,
        (0u8..4, 0.0f64..0.002).prop_map(|(at, off)| f64::from(at) / 4.0 + off),
        Just(0.0),
        Just(1.0)
    ];
    let span = prop_oneof![4 => Just(0.0), 2 => 0.0f64..0.02, 1 => 0.0f64..1.0];
    let parent = prop_oneof![4 => Just(f64::INFINITY), 1 => 0.0f64..0.05];
    let subject = (0usize..4, start, span, 1u8..4, 2.0f64..60.0, parent);
    prop::collection::vec(subject, 0..most).prop_map(|all| {
        let subjects = all.into_iter().enumerate();
        let subjects = subjects.map(|(entry, (lane, start, span, weight, label, from_parent))| Subject {
            entry,
            lane,
            start,
            span: span.min(1.0 - start),
            weight,
            label,
            from_parent,
        });
        subjects.collect()
    })
}

/// From one tile to thousands.
fn axis() -> impl Strategy<Value = f64> {
    prop_oneof![NARROWEST_AXIS..200.0, 200.0f64..60_000.0]
}

proptest! {
    #[test]
    fn nothing_in_a_row_overlaps_at_any_zoom(subjects in subjects(160), axis in axis(), wider in 1.0f64..4.0) {
        let marks = all(&packing(&subjects, &ROWS, axis));
        for (lane, &count) in ROWS.iter().enumerate() {
            for row in 0..count {
                // Packed for one width, stretched to a greater one: both must hold.
                for axis in [axis, axis * wider] {
                    let boxes = boxes(&marks, axis, lane, row);
                    for pair in boxes.windows(2) {
                        prop_assert!(pair[0].1 <= pair[1].0 + 1e-6, "lane {lane} row {row}: {pair:?}");
                    }
                    prop_assert!(boxes.iter().all(|(from, to)| *from >= -1e-6 && to - from >= TARGET - 1e-6));
                }
            }
        }
    }

    #[test]
    fn a_label_before_its_mark_has_its_room_there(subjects in subjects(160), axis in axis(), wider in 1.0f64..4.0) {
        let packing = packing(&subjects, &ROWS, axis);
        for place in all(&packing).places.iter().filter(|place| place.flipped) {
            for axis in [axis, axis * wider] {
                // Where its box begins, as `boxes` has it, and where the mark does, which stays on its instant.
                let Place { start, span, room, label, .. } = *place;
                let end = (start * axis + 0.5).max((start + span) * axis).min(axis).max(TARGET);
                let from = end - (room * axis + 0.5).max(TARGET);
                let mark = (start * axis + 0.5).min(axis) - 1.25;
                prop_assert!(mark - from >= label.min(6.0) - 1e-6, "{} rem for {place:?}", mark - from);
            }
        }
    }

    #[test]
    fn links_and_clusters_account_for_every_entry_once(subjects in subjects(300), axis in axis()) {
        let packing = packing(&subjects, &ROWS, axis);
        let marks = all(&packing);
        let mut found: Vec<_> = marks.places.iter().map(|place| place.entry).collect();
        for cluster in &marks.clusters {
            let members = packing.members(cluster, usize::MAX);
            prop_assert_eq!(members.len(), cluster.count);
            prop_assert!(members.len() >= 2 && members[0] == cluster.first);
            found.extend(members);
        }
        found.sort_unstable();
        prop_assert_eq!(found, (0..subjects.len()).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_seen_does_not_depend_on_where_one_looks(
        subjects in subjects(300), axis in axis(), from in 0.0f64..1.0, windows in 0.5f64..3.0
    ) {
        let packing = packing(&subjects, &ROWS, axis);
        let window = (from, (from + windows * 80.0 / axis).min(1.0));
        let (near, all) = (packing.near(window), all(&packing));
        for place in &near.places {
            prop_assert!(all.places.contains(place), "{place:?} is not where it is seen from afar");
        }
        for cluster in &near.clusters {
            prop_assert!(all.clusters.contains(cluster), "{cluster:?} is another one from afar");
        }
        let meets = |start: f64, end: f64| start <= window.1 && end >= window.0;
        // A bare mark's bar is decoration; what can be pressed is all there.
        let missing = all.places.iter().filter(|place| {
            let end = if place.room > 0.0 { place.start + place.span } else { place.start };
            meets(place.start, end) && !near.places.contains(place)
        });
        prop_assert_eq!(missing.collect::<Vec<_>>(), Vec::<&Place>::new());
        let missing = all.clusters.iter().filter(|cluster| meets(cluster.start, cluster.start) && !near.clusters.contains(cluster));
        prop_assert_eq!(missing.count(), 0);
    }

    #[test]
    fn an_entry_is_found_where_it_stands(subjects in subjects(120), axis in axis()) {
        let packing = packing(&subjects, &ROWS, axis);
        let marks = all(&packing);
        for entry in 0..subjects.len() {
            let place = marks.places.iter().find(|place| place.entry == entry).copied();
            prop_assert_eq!(packing.place(entry), place);
            let cluster = marks.clusters.iter().find(|cluster| packing.members(cluster, usize::MAX).contains(&entry));
            prop_assert_eq!(packing.cluster_of(entry), cluster.copied());
        }
    }

    #[test]
    fn the_best_of_a_range_are_those_that_looking_at_all_finds(
        weights in prop::collection::vec(1u8..4, 0..200), from in 0usize..200, length in 0usize..200, most in 1usize..20
    ) {
        let range = from.min(weights.len())..(from + length).min(weights.len());
        let ranked = Ranked::new(weights.iter().copied());
        let mut expected: Vec<_> = range.clone().collect();
        expected.sort_by_key(|&at| (u8::MAX - weights[at], (at as u32).reverse_bits()));
        expected.truncate(most);
        prop_assert_eq!(ranked.top((range.start, range.end), most, |_| true), expected);
        // Of those that are wanted, the best come first; few enough are all found.
        let even = ranked.top((range.start, range.end), most, |at| at % 2 == 0);
        let mut expected: Vec<_> = range.filter(|at| at % 2 == 0).collect();
        expected.sort_by_key(|&at| (u8::MAX - weights[at], (at as u32).reverse_bits()));
        prop_assert!(even.len() <= expected.len() && even[..] == expected[..even.len()]);
    }
}

fn instant(entry: usize, start: f64, weight: u8, label: f64) -> Subject {
    Subject { entry, lane: 0, start, span: 0.0, weight, label, from_parent: f64::INFINITY }
}

#[test]
fn heavier_entries_keep_their_labels() {
    // All at one place: there is room for few labels, and the heaviest get it.
    let subjects: Vec<_> = (0..12)
        .map(|entry| instant(entry, 0.4 + entry as f64 * 0.001, if entry >= 10 { 3 } else { 1 }, 12.0))
        .collect();
    let marks = all(&packing(&subjects, &[3], 40.0));
    let labelled: Vec<_> = marks.places.iter().filter(|place| place.room > 0.0).map(|place| place.entry).collect();
    assert_eq!(labelled, [10, 11]);
    assert_eq!(marks.clusters.iter().map(|cluster| cluster.count).sum::<usize>(), 10);
}

#[test]
fn a_thousand_entries_at_one_instant_are_one_cluster_at_any_zoom() {
    let subjects: Vec<_> = (0..1_000).map(|entry| instant(entry, 0.5, 1, 12.0)).collect();
    for axis in [40.0, 4_000.0, 4e9] {
        let marks = all(&packing(&subjects, &[3], axis));
        assert_eq!((marks.places.len(), marks.clusters.len()), (2, 1), "{axis} rem");
        assert_eq!(marks.clusters[0].count, 998);
    }
}

#[test]
fn a_crowd_of_equals_has_labels_all_along_the_axis() {
    let subjects: Vec<_> = (0..20_000).map(|entry| instant(entry, entry as f64 / 20_000.0, 2, 8.0)).collect();
    for axis in [60.0, 120.0, 900.0] {
        let marks = all(&packing(&subjects, &[3], axis));
        let mut starts: Vec<_> =
            marks.places.iter().filter(|place| place.row < 2).map(|place| place.start * axis).collect();
        starts.sort_by(f64::total_cmp);
        let gaps = starts.windows(2).map(|pair| pair[1] - pair[0]).fold(0.0, f64::max);
        assert!(gaps < 20.0 && axis - starts[starts.len() - 1] < 20.0, "{gaps} of {axis} rem without a label");
    }
}

#[test]
fn details_are_folded_until_they_stand_apart_from_their_parent() {
    let mut subjects = vec![instant(0, 0.5, 3, 10.0)];
    subjects.extend((1..4).map(|entry| Subject {
        from_parent: 0.001 * entry as f64,
        ..instant(entry, 0.5 + 0.001 * entry as f64, 3, 10.0)
    }));
    let near = all(&packing(&subjects, &[4], 60.0));
    assert_eq!(near.places.iter().map(|place| place.entry).collect::<Vec<_>>(), [0], "there is room for all four");
    assert_eq!(near.clusters.iter().map(|cluster| cluster.count).collect::<Vec<_>>(), [3]);
    let apart = all(&packing(&subjects, &[4], 20_000.0));
    assert!(apart.clusters.is_empty() && apart.places.iter().all(|place| place.room > 0.0), "{apart:?}");
}

#[test]
fn a_bar_longer_than_many_windows_keeps_its_row_all_along() {
    let long = Subject { span: 0.8, ..instant(0, 0.1, 1, 10.0) };
    let mut subjects = vec![long];
    subjects.extend((1..400).map(|entry| instant(entry, entry as f64 / 400.0, 2, 8.0)));
    let packing = packing(&subjects, &[4], 5_000.0);
    let row = packing.place(0).map(|place| place.row);
    for from in [0.1, 0.3, 0.5, 0.88] {
        let near = packing.near((from, from + 0.01));
        assert_eq!(near.places.iter().find(|place| place.entry == 0).map(|place| place.row), row, "at {from}");
    }
    assert!(row < Some(3), "it has a row of its own");
}

#[test]
fn near_the_end_of_the_axis_a_label_stands_before_its_mark() {
    let marks = all(&packing(&[instant(0, 0.99, 3, 15.0)], &[2], 60.0));
    assert!(marks.places[0].flipped);
    // So it does where there is a bar: that goes on after the mark, and the label is not over it.
    let bar = Subject { span: 0.1, ..instant(0, 0.85, 3, 15.0) };
    let place = all(&packing(&[bar], &[2], 60.0)).places[0];
    assert!(place.flipped);
    let (bar_ends, mark_ends) = (57.0, 51.5);
    let from = bar_ends - (place.room * 60.0 + 0.5);
    assert!((mark_ends - 1.25 - 15.0 - from).abs() < 1e-6, "label, mark and bar from {from}: {place:?}");
}

#[test]
fn the_heaviest_keep_their_names_beside_each_other() {
    let named = |subjects: &[Subject], rows, axis| {
        let places = all(&packing(subjects, &[rows], axis)).places.into_iter().filter(|place| !place.is_bare());
        let mut named: Vec<_> = places.map(|place| place.entry).collect();
        named.sort_unstable();
        named
    };
    // In one row of labels, ten rem apart: the first gives way.
    assert_eq!(named(&[instant(0, 0.2, 3, 20.0), instant(1, 0.3, 3, 20.0)], 2, 100.0), [0, 1]);
    // A bar of the heaviest takes the row that the bar before it leaves to labels.
    let bar = |entry, start, weight| Subject { span: 0.5, ..instant(entry, start, weight, 20.0) };
    assert_eq!(named(&[bar(0, 0.0, 3), bar(1, 0.3, 3), bar(2, 0.4, 2)], 3, 1_000.0), [0, 1]);
}
