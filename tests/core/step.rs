//! Steps of the axis: each on its own boundary of the calendar, none lost, none twice.

use frise::time::{Civil, MAX_YEAR, MIN_YEAR, Moment, Step, Unit, days_in_month};
use proptest::prelude::*;

/// Every step an axis may take, and some that only a test would.
fn steps() -> Vec<Step> {
    let clock = [1, 2, 5, 10, 15, 20, 30];
    let years = (0..=9).flat_map(|power| [1, 2, 5].map(|n| n * 10_i64.pow(power)));
    let mut steps: Vec<_> =
        clock.into_iter().flat_map(|n| [Step::new(Unit::Second, n), Step::new(Unit::Minute, n)]).collect();
    steps.extend([1, 2, 3, 4, 6, 12].map(|n| Step::new(Unit::Hour, n)));
    steps.extend([1, 2, 3, 5, 7, 10, 14, 15].map(|n| Step::new(Unit::Day, n)));
    steps.extend([1, 2, 3, 4, 6, 12].map(|n| Step::new(Unit::Month, n)));
    steps.extend(years.filter(|&n| n <= 1_000_000_000).map(|n| Step::new(Unit::Year, n)));
    steps
}

/// Whether a moment is on a boundary of the step's own unit, told without [`Step`].
fn on_boundary(step: Step, moment: Moment) -> bool {
    let Civil { year, month, day, second } = moment.civil();
    let count = step.count;
    match step.unit {
        Unit::Second => i64::from(second) % count == 0,
        Unit::Minute => i64::from(second) % (count * 60) == 0,
        Unit::Hour => i64::from(second) % (count * 3_600) == 0,
        Unit::Day => second == 0 && (i64::from(day) - 1) % count == 0,
        Unit::Month => (second, day) == (0, 1) && (i64::from(month) - 1) % count == 0,
        Unit::Year => (second, day, month) == (0, 1, 1) && year % count == 0,
    }
}

/// The boundaries from the one at or before `from` to the last before `to`.
fn boundaries(step: Step, from: Civil, to: Civil) -> Vec<Civil> {
    let first = step.floor(from.moment());
    std::iter::successors(Some(first), |&moment| step.next(moment))
        // A step that stands still is to fail, not to run for ever.
        .take(10_000)
        .take_while(|&moment| moment < to.moment())
        .map(Moment::civil)
        .collect()
}

fn moments() -> impl Strategy<Value = Moment> {
    // Room for a step of five billion years on either side, but for those that test the end.
    let far = Civil::midnight(MAX_YEAR - 5_000_000_000, 1, 1).moment().0;
    prop_oneof![
        -100_000_000_000_i64..100_000_000_000,
        (-10_000_i64..10_000).prop_map(|day| day * 86_400),
        (1800_i64..2200, 1_u8..=12).prop_map(|(year, month)| {
            Civil { second: 86_399, ..Civil::midnight(year, month, days_in_month(year, month)) }.moment().0
        }),
        -far..far,
    ]
    .prop_map(Moment)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn a_moment_lies_between_its_floor_and_the_next_boundary(step in prop::sample::select(steps()), moment in moments()) {
        let floor = step.floor(moment);
        let next = step.next(moment).unwrap();
        prop_assert!(floor <= moment && moment < next, "{floor:?} {next:?}");
        prop_assert_eq!(step.floor(floor), floor);
        prop_assert_eq!(step.next(floor), Some(next));
        prop_assert_eq!(step.floor(next), next);
        prop_assert_eq!(step.floor(Moment(next.0 - 1)), floor);
        prop_assert!(on_boundary(step, floor) && on_boundary(step, next), "{:?} {:?}", floor.civil(), next.civil());
    }

    #[test]
    fn a_boundary_is_about_its_length_from_the_next(step in prop::sample::select(steps()), moment in moments()) {
        let length = step.next(moment).unwrap().0 - step.floor(moment).0;
        // A day's step is cut or stretched by the month; months and years by their days.
        let (least, most) = if step.unit == Unit::Day { (0.5, 1.51) } else { (0.91, 1.09) };
        let ratio = length as f64 / step.seconds() as f64;
        prop_assert!((least..=most).contains(&ratio), "{ratio}");
    }
}

#[test]
fn month_steps_from_31_january_list_every_month_once() {
    let from = Civil::midnight(2015, 1, 31);
    let months: Vec<_> = boundaries(Step::new(Unit::Month, 1), from, Civil::midnight(2017, 1, 1))
        .into_iter()
        .map(|civil| (civil.year, civil.month, civil.day, civil.second))
        .collect();
    let expected: Vec<_> = (0..24).map(|n| (2015 + n / 12, (n % 12 + 1) as u8, 1, 0)).collect();
    assert_eq!(months, expected);
}

#[test]
fn quarters_and_half_years_begin_in_january() {
    for (count, expected) in [(3, vec![10, 1, 4, 7]), (6, vec![7, 1, 7]), (12, vec![1, 1])] {
        let boundaries =
            boundaries(Step::new(Unit::Month, count), Civil::midnight(1999, 12, 31), Civil::midnight(2000, 10, 1));
        assert_eq!(boundaries.iter().map(|civil| civil.month).collect::<Vec<_>>(), expected, "{count}");
    }
}

#[test]
fn day_steps_restart_with_each_month_and_leave_no_short_rest() {
    // 1896 to 1904 has Februaries with 28 and 29 days, and the leap year that 1900 was not.
    let (from, to) = (Civil::midnight(1896, 1, 1), Civil::midnight(1904, 3, 1));
    for step in steps().into_iter().filter(|step| step.unit == Unit::Day) {
        let boundaries = boundaries(step, from, to);
        let firsts = boundaries.iter().filter(|civil| civil.day == 1).count();
        assert_eq!(firsts, 8 * 12 + 2, "{step:?}");
        for pair in boundaries.windows(2) {
            let gap = (pair[1].moment().0 - pair[0].moment().0) / 86_400;
            assert!(gap * 2 > step.count || step.count == 1, "{step:?}: {pair:?}");
            assert!(pair[1].day == 1 || gap == step.count, "{step:?}: {pair:?}");
            assert!(gap * 2 <= step.count * 3, "{step:?}: {pair:?}");
        }
    }
}

#[test]
fn fortnights_of_february_and_march_are_where_a_reader_expects_them() {
    for (count, expected) in [(14, "1 15 1 15 1"), (7, "1 8 15 22 1 8 15 22 1"), (10, "1 11 21 1 11 21 1")] {
        let days = boundaries(Step::new(Unit::Day, count), Civil::midnight(2016, 2, 5), Civil::midnight(2016, 4, 2));
        let days: Vec<_> = days.iter().map(|civil| civil.day.to_string()).collect();
        assert_eq!(days.join(" "), expected, "{count}");
    }
}

#[test]
fn years_are_counted_from_year_zero_in_both_directions() {
    let century = Step::new(Unit::Year, 100);
    for (year, floor, next) in [(2017, 2000, 2100), (0, 0, 100), (-1, -100, 0), (-100, -100, 0), (-101, -200, -100)] {
        let moment = Civil { second: 1, ..Civil::midnight(year, 1, 1) }.moment();
        assert_eq!(century.floor(moment), Civil::midnight(floor, 1, 1).moment(), "{year}");
        assert_eq!(century.next(moment), Some(Civil::midnight(next, 1, 1).moment()), "{year}");
    }
}

#[test]
fn there_is_no_boundary_past_the_last_year() {
    let last = Civil { second: 86_399, ..Civil::midnight(MAX_YEAR, 12, 31) }.moment();
    for step in steps() {
        assert_eq!(step.next(last), None, "{step:?}");
        assert!(step.floor(last) <= last, "{step:?}");
    }
}

#[test]
fn the_first_year_has_a_floor_and_a_next_boundary() {
    let first = Civil::midnight(MIN_YEAR, 1, 1).moment();
    for step in steps() {
        assert_eq!(step.floor(first), first, "{step:?}");
        assert!(step.next(first).is_some_and(|next| next > first), "{step:?}");
    }
}
