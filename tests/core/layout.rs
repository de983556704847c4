//! Scale, viewport, ticks, density and rows.

use frise::layout::{Scale, Stage, Viewport, density, label_width, lane_rows, ticks};
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

#[test]
fn five_years_with_a_leap_year_less_still_have_room_for_a_label() {
    let start = Civil::midnight(1_000, 1, 1).moment();
    let scale = Scale::between(start, Moment(start.0 + 265_702 * 86_400));
    let axis = 436.53115982302205;
    for pair in ticks(scale, axis, (0.0, 1.0)).windows(2) {
        assert!((pair[1].at - pair[0].at) * axis >= 3.0, "{}", date(pair[0].moment));
    }
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
        let mut viewport = Viewport::new(width, 1e9).zoomed(40.0, 0.5).panned_to(offset);
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
    fn the_stage_holds_the_window_and_is_no_longer_than_an_element_can_be(
        zoom in 0.0f64..30.0, moves in prop::collection::vec(-3.0f64..3.0, 1..40)
    ) {
        let mut viewport = Viewport::new(80.0, 1e11).zoomed(zoom.exp2(), 0.4);
        let mut stage = Stage::of(viewport, None);
        let mut changed = 0;
        for by in moves {
            viewport = viewport.panned_to(viewport.offset() + by / viewport.zoom());
            let next = Stage::of(viewport, Some(stage));
            changed += usize::from(next != stage);
            stage = next;
            let (from, to) = viewport.window();
            let (start, length) = (stage.rem(viewport, from), (to - from) * viewport.axis());
            prop_assert!(start >= -1e-3 && start + length <= stage.length() * viewport.axis() + 1e-3);
            prop_assert!(stage.length() * viewport.axis() <= 60_000.1);
            prop_assert!((stage.at(viewport, start) - from).abs() * viewport.axis() < 1e-3);
        }
        // It is moved rarely: a scroller that is moved loses its momentum.
        prop_assert!(changed <= 1, "moved {changed} times within 120 windows");
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

proptest! {
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
        let is_empty = entries.iter().all(|count| *count == 0);
        for (share, count) in shares.iter().zip(&entries) {
            prop_assert!(is_empty || *count > 0 || *share == 1, "an empty lane takes one row: {:?}", shares);
        }
    }
}

#[test]
fn a_pinch_keeps_the_point_between_the_fingers_and_moves_with_them() {
    let viewport = Viewport::new(80.0, 1e6).zoomed(100.0, 0.5);
    let at = viewport.at(0.25);
    let closer = viewport.pinned(250.0, at, 0.4);
    assert!((closer.in_window(at) - 0.4).abs() < 1e-9 && closer.zoom() == 250.0);
    assert_eq!(viewport.pinned(0.1, at, 0.5).window(), (0.0, 1.0));
    assert_eq!(viewport.pinned(1e9, at, 0.5).zoom(), viewport.deepest());
}

#[test]
fn a_stretch_comes_into_view_by_as_little_as_it_takes() {
    // A tenth of the axis is in view, from 0.45 to 0.55.
    let viewport = Viewport::new(80.0, 1e6).zoomed(10.0, 0.5);
    let shows = |start: f64, end: f64, from: f64| {
        let (seen, _) = viewport.revealing(start, end).window();
        assert!((seen - from).abs() < 1e-9, "{start} to {end}: from {seen}, not {from}");
    };
    shows(0.46, 0.5, 0.45);
    // What ends later moves it until the end is in view, but never its start out of it.
    shows(0.5, 0.57, 0.47);
    shows(0.5, 0.7, 0.5);
    // What begins elsewhere has some room before it.
    shows(0.7, 0.71, 0.67);
    shows(0.2, 0.2, 0.17);
    shows(0.01, 0.02, 0.0);
}

#[test]
fn zoom_ends_at_a_minute_or_at_what_numbers_can_tell_apart() {
    let deepest = |from: &str, to: &str| {
        let scale = between(from, to);
        scale.seconds() as f64 / scale.deepest_zoom()
    };
    assert!((deepest("2006", "2021") - 60.0).abs() < 1e-6);
    assert!(deepest("2017-09-21T10:30:00", "2017-09-21T10:31:00") < 10.0);
    // Of billions of years a window of minutes would be noise.
    assert!(deepest("Y-13800000000", "2026") > 1e6);
}

#[test]
fn wider_texts_are_wider() {
    assert!(label_width("Agenda européen en matière de migration") > label_width("Agenda européen"));
    assert!(label_width("MMMM") > label_width("iiii"));
}
