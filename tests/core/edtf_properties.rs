//! EDTF for any text and any date.

use frise::time::{
    Bound, Civil, Date, Edtf, EdtfError, MAX_YEAR, MIN_YEAR, Moment, Precision, Qualifier, SECONDS_PER_DAY,
    days_in_month, is_leap_year,
};
use proptest::prelude::*;

fn years() -> impl Strategy<Value = i64> {
    prop_oneof![-10..=10_i64, 1_900..=2_100_i64, -10_010..=-9_990_i64, 9_990..=10_010_i64, MIN_YEAR..=MAX_YEAR]
}

fn dates() -> impl Strategy<Value = Date> {
    let precision = prop::sample::select(vec![
        Precision::Year,
        Precision::Month,
        Precision::Day,
        Precision::Minute,
        Precision::Second,
    ]);
    let qualifier = (any::<bool>(), any::<bool>());
    (years(), 1_u8..=12, 1_u8..=31, 0_u32..86_400, precision, qualifier).prop_map(
        |(year, month, day, second, precision, (uncertain, approximate))| {
            let civil = Civil { year, month, day: day.min(days_in_month(year, month)), second };
            Date::new(civil, precision).unwrap().with_qualifier(Qualifier { uncertain, approximate })
        },
    )
}

fn bounds() -> impl Strategy<Value = Bound> {
    prop_oneof![4 => dates().prop_map(Bound::Known), 1 => Just(Bound::Open), 1 => Just(Bound::Unknown)]
}

/// A valid text with one to three characters changed, put in or taken out.
fn nearly_dates() -> impl Strategy<Value = String> {
    let text = (bounds(), bounds(), any::<bool>()).prop_map(|(from, to, single)| match (from, single) {
        (Bound::Known(date), true) => date.to_string(),
        (from, _) => Edtf::Interval(from, to).to_string(),
    });
    let sign = prop_oneof![
        prop::sample::select("0123456789-+/.:TZYXES?~%[]{},uéﷺ🎈\0 ".chars().collect::<Vec<_>>()),
        any::<char>()
    ];
    (text, prop::collection::vec((any::<prop::sample::Index>(), sign, 0..3_u8), 1..=3)).prop_map(|(text, changes)| {
        let mut chars: Vec<_> = text.chars().collect();
        for (at, sign, change) in changes {
            let at = at.index(chars.len() + 1);
            match change {
                0 if at < chars.len() => drop(chars.remove(at)),
                1 if at < chars.len() => chars[at] = sign,
                _ => chars.insert(at, sign),
            }
        }
        chars.into_iter().collect()
    })
}

/// Whatever is read is written so that it reads the same, and covers some time.
fn holds_together(text: &str) -> Result<(), TestCaseError> {
    let Ok(date) = Edtf::parse(text) else { return Ok(()) };
    prop_assert_eq!(Edtf::parse(&date.to_string()), Ok(date));
    let span = date.span();
    prop_assert!(span.start.is_some() || span.end.is_some());
    prop_assert!(span.start.is_none_or(|start| span.end.is_none_or(|end| start < end)), "{span:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        holds_together(&text)?;
    }

    #[test]
    fn any_text_of_edtfs_signs_is_read_or_refused(text in "[-+0-9/.:TZYXES?~%\\[{,]{0,40}") {
        holds_together(&text)?;
    }

    #[test]
    fn a_date_with_a_slip_of_the_pen_is_read_or_refused(text in nearly_dates()) {
        holds_together(&text)?;
    }

    #[test]
    fn any_date_is_read_as_it_was_written(date in dates()) {
        let text = date.to_string();
        prop_assert_eq!(Edtf::parse(&text), Ok(Edtf::Single(date)), "{}", text);
    }

    #[test]
    fn an_interval_is_read_as_it_was_written_or_refused_for_its_order(from in bounds(), to in bounds()) {
        let interval = Edtf::Interval(from, to);
        let expected = match (from, to) {
            (Bound::Known(from), Bound::Known(to)) if to.latest() <= from.earliest() => Err(EdtfError::EndBeforeStart),
            (Bound::Known(_), _) | (_, Bound::Known(_)) => Ok(interval),
            _ => Err(EdtfError::NoDate),
        };
        prop_assert_eq!(Edtf::parse(&interval.to_string()), expected, "{}", interval);
    }

    #[test]
    fn a_date_covers_exactly_what_its_precision_says(date in dates()) {
        let (earliest, latest) = (date.earliest(), date.latest());
        let Civil { year, month, .. } = date.civil();
        prop_assert_eq!(earliest.civil(), date.civil());
        let seconds = match date.precision() {
            Precision::Year => SECONDS_PER_DAY * if is_leap_year(year) { 366 } else { 365 },
            Precision::Month => SECONDS_PER_DAY * i64::from(days_in_month(year, month)),
            Precision::Day => SECONDS_PER_DAY,
            Precision::Minute => 60,
            Precision::Second => 1,
        };
        prop_assert_eq!(latest.0 - earliest.0, seconds);
        // The last instant still has the date's own fields; the one after has not.
        let same = |moment: Moment| Date::new(moment.civil(), date.precision()).unwrap().civil() == date.civil();
        prop_assert!(same(earliest) && same(Moment(latest.0 - 1)));
        prop_assert!(latest.civil().year > MAX_YEAR || !same(latest));
    }
}

#[test]
fn a_text_of_a_megabyte_is_refused() {
    for part in ["9", "2017/", "Y", "-", "..", "?", "é", "2017-01-01T", "[", "X"] {
        assert!(Edtf::parse(&part.repeat(1_000_000 / part.len())).is_err(), "{part}");
    }
    assert_eq!(Edtf::parse(&format!("Y{}", "9".repeat(1_000_000))), Err(EdtfError::Year));
}
