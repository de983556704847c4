//! Scale, viewport, ticks, packing, clusters, index and scene.

use frise::layout::{
    IntervalIndex, NARROWEST_AXIS, Packing, Place, Scale, Scene, Subject, TARGET, Viewport, density, label_width,
    lane_rows, ticks,
};
use frise::time::{Civil, Edtf, MAX_YEAR, MIN_YEAR, Moment, Span};
use proptest::prelude::*;

fn span(date: &str) -> Span {
    Edtf::parse(date).unwrap().span()
}

fn between(from: &str, to: &str) -> Scale {
    Scale::between(span(from).start.unwrap(), span(to).start.unwrap())
}

/// The calendar date of a tick as text.
fn date(moment: Moment) -> String {
    let Civil { year, month, day, second } = moment.civil();
    format!("{year}-{month:02}-{day:02}T{:02}:{:02}", second / 3_600, second / 60 % 60)
}

#[test]
fn the_scale_is_rounded_out_to_ticks() {
    let scale = Scale::over([span("2006-07-10"), span("2020-12-15")]);
    assert_eq!(date(scale.start()), "2006-01-01T00:00");
    assert_eq!(date(scale.end()), "2021-01-01T00:00");
}

#[test]
fn open_ends_do_not_widen_the_scale_and_reach_its_edges() {
    let scale = Scale::over([span("2006"), span("2010/.."), span("../2008")]);
    assert_eq!(date(scale.start()), "2006-01-01T00:00");
    assert_eq!(scale.place(span("../2008")).0, 0.0);
    let (start, length) = scale.place(span("2010/.."));
    assert!((start + length - 1.0).abs() < 1e-12);
}

#[test]
fn a_single_entry_has_a_scale_of_its_own() {
    for single in ["2017-09-21", "2017", "2017-09-21T10:30:15", "Y-13800000000", "-0043-03-15"] {
        let scale = Scale::over([span(single)]);
        let (start, length) = scale.place(span(single));
        assert!((0.0..=1.0).contains(&start) && length > 0.0 && start + length <= 1.0, "{single}");
    }
}

#[test]
fn no_entry_at_all_still_has_a_scale() {
    let scale = Scale::over([]);
    assert!(scale.start() < scale.end());
}

proptest! {
    #[test]
    fn fraction_and_moment_are_inverse(a in -4_000i64..4_000, years in 1i64..6_000, at in 0.0f64..1.0) {
        let scale = Scale::between(Civil::midnight(a, 1, 1).moment(), Civil::midnight(a + years, 1, 1).moment());
        let moment = scale.moment(at);
        prop_assert_eq!(scale.moment(scale.fraction(moment)), moment);
    }

    #[test]
    fn a_scale_survives_the_ends_of_time(from in MIN_YEAR..0, to in 1..MAX_YEAR, at in 0.0f64..=1.0) {
        let scale = Scale::between(Civil::midnight(from, 1, 1).moment(), Civil::midnight(to, 1, 1).moment());
        prop_assert!((scale.fraction(scale.moment(at)) - at).abs() < 1e-9);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer(
        width in 20.0f64..120.0, offset in 0.0f64..1.0, anchor in 0.0f64..1.0, factors in prop::collection::vec(0.3f64..3.0, 1..12)
    ) {
        let mut viewport = Viewport::whole(width).zoomed(40.0, 0.5).panned_to(offset);
        for factor in factors {
            let (from, to) = viewport.window();
            let point = from + (to - from) * anchor;
            let next = viewport.zoomed(factor, point);
            let (next_from, next_to) = next.window();
            prop_assert!(next_from >= 0.0 && next_to <= 1.0 + 1e-12 && next.zoom() >= 1.0);
            // At an edge of the axis the window has to stop; elsewhere the point has not moved.
            if next_from > 1e-9 && next_to < 1.0 - 1e-9 {
                prop_assert!(((point - next_from) * next.zoom() - anchor).abs() < 1e-6);
            }
            viewport = next;
        }
    }

    #[test]
    fn ticks_lie_on_their_boundaries_and_their_labels_never_touch(
        from in -3_000i64..3_000, days in 1i64..2_000_000, axis in 20.0f64..5_000.0
    ) {
        let start = Civil::midnight(from, 1, 1).moment();
        let scale = Scale::between(start, Moment(start.0 + days * 86_400));
        let ticks = ticks(scale, axis, (0.0, 1.0));
        for pair in ticks.windows(2) {
            let rem = (pair[1].at - pair[0].at) * axis;
            prop_assert!(rem >= 3.0, "{} then {}: {rem} rem", date(pair[0].moment), date(pair[1].moment));
        }
        for tick in &ticks {
            let Civil { month, day, second, .. } = tick.moment.civil();
            use frise::time::Unit::*;
            let on_boundary = match tick.unit {
                Second => true,
                Minute => second % 60 == 0,
                Hour => second % 3_600 == 0,
                Day => second == 0,
                Month => second == 0 && day == 1,
                Year => second == 0 && day == 1 && month == 1,
            };
            prop_assert!(on_boundary, "{} is no {:?}", date(tick.moment), tick.unit);
        }
    }
}

#[test]
fn month_ticks_show_every_month_once() {
    let scale = between("2020-01-31", "2021-01-31");
    let ticks = ticks(scale, 60.0, (0.0, 1.0));
    let months: Vec<_> = ticks.iter().map(|tick| date(tick.moment)[..7].to_owned()).collect();
    let expected =
        ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"].map(|month| format!("2020-{month}"));
    assert_eq!(months[..11], expected);
    assert_eq!(months[11..], ["2021-01"]);
}

#[test]
fn ticks_of_a_window_are_those_of_the_axis() {
    let scale = between("2006", "2021");
    let all = ticks(scale, 2_000.0, (0.0, 1.0));
    let some = ticks(scale, 2_000.0, (0.4, 0.5));
    assert!(some.len() < all.len());
    assert!(some.iter().all(|tick| all.contains(tick)));
    let inside = all.iter().filter(|tick| (0.4..=0.5).contains(&tick.at)).count();
    assert!(some.len() >= inside);
}

#[test]
fn ticks_reach_from_minutes_to_a_billion_years() {
    let scale = between("Y-13800000000", "2026");
    let billions: Vec<_> = ticks(scale, 60.0, (0.0, 1.0)).iter().map(|tick| tick.moment.civil().year).collect();
    assert!(billions.windows(2).all(|pair| pair[1] - pair[0] == billions[1] - billions[0]), "{billions:?}");
    assert!(billions[1] - billions[0] >= 1_000_000_000);
    let scale = between("2017-09-21T10:30:00", "2017-09-21T10:31:00");
    assert!(ticks(scale, 60.0, (0.0, 1.0)).len() >= 3);
}

/// Start and end of everything in a row that can be pressed or read, in rem, as the style sheet draws it.
fn boxes(packing: &Packing, axis: f64, lane: usize, row: usize) -> Vec<(f64, f64)> {
    let mut boxes = Vec::new();
    for place in packing.places.iter().filter(|place| (place.lane, place.row) == (lane, row)) {
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
    for cluster in packing.clusters.iter().filter(|cluster| (cluster.lane, cluster.row) == (lane, row)) {
        let from = (cluster.start * axis - 0.5).min(axis - 2.0).max(0.0);
        boxes.push((from, from + 2.0));
    }
    boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
    boxes
}

fn subjects() -> impl Strategy<Value = Vec<Subject>> {
    let subject = (0usize..4, 0.0f64..1.0, 0.0f64..0.3, 1u8..4, 2.0f64..25.0);
    prop::collection::vec(subject, 0..120).prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(entry, (lane, start, span, weight, label))| {
                // Half of all entries are instants.
                let span = if entry % 2 == 0 { 0.0 } else { span.min(1.0 - start) };
                Subject { entry, lane, start, span, weight, label }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn nothing_in_a_row_overlaps_at_any_width(subjects in subjects(), axis in NARROWEST_AXIS..2_000.0, wider in 1.0f64..4.0) {
        let rows = [3, 2, 4, 3];
        let packing = Packing::new(&subjects, &rows, axis);
        for (lane, &count) in rows.iter().enumerate() {
            for row in 0..count {
                // Packed for one width, stretched to a greater one: both must hold.
                for axis in [axis, axis * wider] {
                    let boxes = boxes(&packing, axis, lane, row);
                    for pair in boxes.windows(2) {
                        prop_assert!(pair[0].1 <= pair[1].0 + 1e-6, "lane {lane} row {row}: {pair:?}");
                    }
                    prop_assert!(boxes.iter().all(|(from, to)| *from >= -1e-6 && to - from >= TARGET - 1e-6));
                }
            }
        }
    }

    #[test]
    fn every_entry_is_a_link_or_in_a_cluster_and_only_once(subjects in subjects(), axis in NARROWEST_AXIS..2_000.0) {
        let packing = Packing::new(&subjects, &[3, 2, 4, 3], axis);
        let mut found: Vec<_> = packing.places.iter().map(|place| place.entry).collect();
        found.extend(packing.clusters.iter().flat_map(|cluster| cluster.entries.iter().copied()));
        found.sort_unstable();
        prop_assert_eq!(found, (0..subjects.len()).collect::<Vec<_>>());
        prop_assert!(packing.clusters.iter().all(|cluster| cluster.entries.len() >= 2));
    }

    #[test]
    fn the_index_finds_what_looking_at_all_finds(
        intervals in prop::collection::vec((0.0f64..1.0, 0.0f64..0.4), 0..200), from in 0.0f64..1.0, length in 0.0f64..0.5
    ) {
        let intervals: Vec<_> = intervals.into_iter().map(|(start, length)| (start, start + length)).collect();
        let to = from + length;
        let mut found = IntervalIndex::new(intervals.iter().copied()).meeting(from, to);
        found.sort_unstable();
        let expected: Vec<_> = (0..intervals.len()).filter(|&at| intervals[at].0 <= to && intervals[at].1 >= from).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_scene_shows_all_that_meets_its_window(subjects in subjects(), from in 0.0f64..1.0, length in 0.01f64..0.3) {
        let axis = 4_000.0;
        let scale = between("2006", "2021");
        let packing = Packing::new(&subjects, &[3, 2, 4, 3], axis);
        let window = (from, (from + length).min(1.0));
        let scene = Scene::new(&packing, &Scene::index(&packing), scale, axis, window);
        let near = packing.places.iter().filter(|place| place.start <= window.1 && place.start + place.span >= window.0);
        for place in near {
            prop_assert!(scene.places.contains(place));
        }
    }

    #[test]
    fn density_counts_what_touches_each_part(intervals in prop::collection::vec((0.0f64..1.0, 0.0f64..0.5), 0..80)) {
        let bins = 30;
        let intervals: Vec<_> = intervals.into_iter().map(|(start, span)| (start, span.min(1.0 - start))).collect();
        let bin = |at: f64| ((at * bins as f64) as usize).min(bins - 1);
        let expected: Vec<_> = (0..bins)
            .map(|at| intervals.iter().filter(|(start, span)| (bin(*start)..=bin(start + span)).contains(&at)).count() as u32)
            .collect();
        prop_assert_eq!(density(intervals, bins), expected);
    }

    #[test]
    fn lanes_share_all_rows(entries in prop::collection::vec(0usize..500, 1..12), rows in 12usize..24) {
        let shares = lane_rows(&entries, rows);
        prop_assert_eq!(shares.iter().sum::<usize>(), rows);
        prop_assert!(shares.iter().all(|share| *share >= 1));
    }
}

#[test]
fn heavier_entries_keep_their_labels() {
    // All at one place: there is room for few labels, and the heaviest get it.
    let subjects: Vec<_> = (0..12)
        .map(|entry| Subject {
            entry,
            lane: 0,
            start: 0.4 + entry as f64 * 0.001,
            span: 0.0,
            weight: if entry >= 10 { 3 } else { 1 },
            label: 12.0,
        })
        .collect();
    let packing = Packing::new(&subjects, &[3], 40.0);
    let labelled: Vec<_> = packing.places.iter().filter(|place| place.room > 0.0).map(|place| place.entry).collect();
    assert_eq!(labelled, [10, 11]);
    assert_eq!(packing.clusters.iter().map(|cluster| cluster.entries.len()).sum::<usize>(), 10);
}

#[test]
fn near_the_end_of_the_axis_a_label_stands_before_its_mark() {
    let subject = Subject { entry: 0, lane: 0, start: 0.99, span: 0.0, weight: 3, label: 15.0 };
    let packing = Packing::new(&[subject], &[2], 60.0);
    assert!(packing.places[0].flipped);
}

#[test]
fn wider_texts_are_wider() {
    assert!(label_width("Agenda européen en matière de migration") > label_width("Agenda européen"));
    assert!(label_width("MMMM") > label_width("iiii"));
}
