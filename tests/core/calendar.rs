//! The calendar against jiff over all of jiff's years, and against itself beyond them.

use frise::time::{Civil, MAX_YEAR, MIN_YEAR, Moment, SECONDS_PER_DAY, days_from_civil, days_in_month, is_leap_year};
use proptest::prelude::*;

#[test]
fn every_day_that_jiff_knows_has_jiffs_number_and_date() {
    // jiff says which day follows which; that successive days have successive numbers and that
    // 1970-01-01 is day 0 is all there is to say about the numbers.
    let mut day = jiff::civil::Date::MIN;
    let mut number = days_from_civil(-9_999, 1, 1);
    let mut counted = 0;
    loop {
        let (year, month, dom) = (i64::from(day.year()), day.month() as u8, day.day() as u8);
        assert_eq!(days_from_civil(year, month, dom), number, "{day}");
        assert_eq!(Moment(number * SECONDS_PER_DAY).civil(), Civil::midnight(year, month, dom), "{day}");
        if (month, dom) == (1, 1) {
            assert_eq!(is_leap_year(year), day.in_leap_year(), "{day}");
        }
        if dom == 1 {
            assert_eq!(days_in_month(year, month), day.days_in_month() as u8, "{day}");
        }
        counted += 1;
        let Ok(tomorrow) = day.tomorrow() else { break };
        (day, number) = (tomorrow, number + 1);
    }
    assert_eq!(day, jiff::civil::date(9_999, 12, 31));
    // 19,999 years at 146,097 days per 400, less the one that would make them 20,000.
    assert_eq!(counted, 50 * 146_097 - 366);
    assert_eq!(days_from_civil(1970, 1, 1), 0);
}

#[test]
fn a_month_that_does_not_exist_has_no_days() {
    for month in [0, 13, 255] {
        assert_eq!(days_in_month(2000, month), 0);
    }
}

#[test]
fn the_first_and_last_second_of_all_time_come_back_from_their_number() {
    for civil in [
        Civil::midnight(MIN_YEAR, 1, 1),
        Civil { second: 86_399, ..Civil::midnight(MAX_YEAR, 12, 31) },
        Civil { second: 86_399, ..Civil::midnight(0, 2, 29) },
        Civil { second: 86_399, ..Civil::midnight(-1, 12, 31) },
        Civil::midnight(1970, 1, 1),
    ] {
        assert_eq!(civil.moment().civil(), civil);
    }
}

fn first() -> i64 {
    Civil::midnight(MIN_YEAR, 1, 1).moment().0
}

fn last() -> i64 {
    Civil::midnight(MAX_YEAR + 1, 1, 1).moment().0 - 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn any_second_of_two_hundred_billion_years_comes_back_from_its_date(second in first()..=last()) {
        let civil = Moment(second).civil();
        prop_assert!((MIN_YEAR..=MAX_YEAR).contains(&civil.year));
        prop_assert!((1..=12).contains(&civil.month));
        prop_assert!((1..=days_in_month(civil.year, civil.month)).contains(&civil.day));
        prop_assert!(civil.second < 86_400);
        prop_assert_eq!(civil.moment(), Moment(second));
    }

    #[test]
    fn any_date_comes_back_from_its_second(
        year in MIN_YEAR..=MAX_YEAR, month in 1_u8..=12, day in 1_u8..=31, second in 0_u32..86_400,
    ) {
        let civil = Civil { year, month, day: day.min(days_in_month(year, month)), second };
        prop_assert_eq!(civil.moment().civil(), civil);
    }

    #[test]
    fn of_two_moments_the_later_has_the_later_date(
        a in first()..=last(), distance in prop_oneof![0_i64..100, 0_i64..100_000_000, Just(86_400), 0_i64..last()],
    ) {
        let b = a.saturating_add(distance).min(last());
        prop_assert_eq!(Moment(a).civil().cmp(&Moment(b).civil()), a.cmp(&b));
    }

    #[test]
    fn the_calendar_repeats_every_four_hundred_years(
        year in -200_i64..200, month in 1_u8..=12, eras in -249_999_999_i64..=249_999_999,
    ) {
        let far = year + eras * 400;
        prop_assert_eq!(is_leap_year(far), is_leap_year(year));
        prop_assert_eq!(days_in_month(far, month), days_in_month(year, month));
        prop_assert_eq!(days_from_civil(far, month, 1), days_from_civil(year, month, 1) + eras * 146_097);
    }
}
