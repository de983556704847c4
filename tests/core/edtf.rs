//! EDTF as a table: what is a date, what is not, and what it says instead.

use frise::time::{Bound, Civil, Date, Edtf, EdtfError, MAX_YEAR, MIN_YEAR, Moment, Precision, Span};

/// Texts that are written as they were read.
const VALID: &[&str] = &[
    // Level 0: dates.
    "2017",
    "2017-09",
    "2017-09-21",
    "0000",
    "0001",
    "0044-03-15",
    "9999",
    "9999-12-31",
    "2000-02-29",
    "2016-02-29",
    "2400-02-29",
    "0000-02-29",
    "1970-01-01",
    // Level 0: dates with a time; a minute is ours, for what no source knows to the second.
    "2017-09-21T09:30",
    "2017-09-21T09:30:00",
    "2017-09-21T00:00:00",
    "2017-09-21T23:59:59",
    "2017-09-21T09:30:00Z",
    "2017-09-21T09:30:00+02:00",
    "2017-09-21T09:30:00-03:30",
    "2017-09-21T09:30Z",
    "2017-09-21T09:30+14:00",
    "2017-09-21T09:30-12:00",
    // Level 0: intervals.
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005-02-08",
    "2004-02-01/2005-02",
    "2004-02-01/2005",
    "2005/2006-02",
    "2015-06/2015",
    "2015/2015-06",
    "2015/2015",
    "2015-06-05/2015-06-05",
    "2015-06-05/2015-06",
    "2017-09-21T09:30/2017-09-21T17:00",
    // Level 1: qualifiers, on dates and on either end.
    "1984?",
    "1984~",
    "1984%",
    "2004-06?",
    "2004-06~",
    "2004-06-11%",
    "1984~/2004-06",
    "1984/2004-06~",
    "1984?/2004%",
    "2004-06-11T10:00~",
    // Level 1: open and unknown ends.
    "1985-04-12/..",
    "1985-04/..",
    "1985/..",
    "../1985-04-12",
    "../1985-04",
    "../1985",
    "1985-04-12/",
    "1985/",
    "/1985-04-12",
    "/1985",
    "1985~/..",
    "../1985?",
    // Level 1: years before 1 BCE, and beyond four digits.
    "-0001",
    "-0043-03-15",
    "-1985",
    "-9999",
    "-0004-02-29",
    "Y10000",
    "Y17000",
    "Y-10000",
    "Y170000002",
    "Y-170000002",
    "Y-4540000000~",
    "Y-13800000000%",
    "Y100000000000",
    "Y-100000000000",
    "Y12000-02-29",
    "Y-10000-12-31T23:59:59Z",
    "Y-66000000~/Y-65000000~",
    "Y-300000/-9999",
    "../Y-541000000",
];

/// Texts that mean the same date as another spelling, which is then the one we write.
const REWRITTEN: &[(&str, &str)] = &[
    ("2017-09-21T09:30+02", "2017-09-21T09:30+02:00"),
    ("2017-09-21T09:30:00-04", "2017-09-21T09:30:00-04:00"),
    ("2017-09-21T09:30+00:00", "2017-09-21T09:30Z"),
];

use EdtfError::{Day, Empty, EndBeforeStart, Form, Month, NoDate, Time, Unsupported, Year};

#[rustfmt::skip] // one family a line
const INVALID: &[(EdtfError, &[&str])] = &[
    (Empty, &[""]),
    (Form, &[" ", "2017 ", " 2017", "\n2017", "2017\0", "today", "Sept. 2017", "SEPT", "21 September 2017", "1X1 m", "-"]),
    (Form, &["201", "20170", "17", "2017-", "2017-9", "2017-9-1", "2017-09-", "2017-09-1", "2017-09-211", "2017-091"]),
    (Form, &["20170921", "2017/09/21", "2017-0921", "2017.09", "21-09-2017", "2017-2018", "2017–2018", "２０１７"]),
    (Form, &["-0000", "--2017", "+2017", "-17", "-20170", "Y1234", "Y-1234", "Y", "Y-", "Y02017", "Y-012345", "Y00000"]),
    (Form, &["y12345", "Y+12345", "YY12345", "Y--12345", "?", "~", "%", "..", "...", "2017.."]),
    (Form, &["2017-09-21T", "2017-09-21T9:30", "2017-09-21T09", "2017-09-21T09:30:", "2017-09-21T09:30:0", "T09:30"]),
    (Form, &["2017-09T09:30", "2017T09:30", "2017-09-21 09:30", "2017-09-21t09:30", "2017-09-21T09:30:00.5"]),
    (Form, &["2017-09-21T09:30z", "2017-09-21T09:30ZZ", "2017-09-21T09:30+", "2017-09-21T09:30+2", "2017-09-21T0930"]),
    (Form, &["2017-09-21T09:30+02:00Z", "2017-09-21T09:30+0200", "2017-09-21T09:30+02:0", "2017-09-21T09:30+é"]),
    (Form, &["2016/2017/2018", "2016//2017", "2016/../2017", "2016/ ", "2016/...", "2016/foo", "foo/2016"]),
    (Month, &["2017-00", "2017-13", "2017-20", "2017-42", "2017-99", "2017-13-01", "2017-00-01", "2016/2017-13"]),
    (Day, &["2017-02-31", "2017-02-30", "1900-02-29", "2017-02-29", "2100-02-29", "-0001-02-29", "2017-04-31"]),
    (Day, &["2017-01-00", "2017-01-32", "2017-12-99", "2017-02-31T09:30", "2017-02-31?", "2016/2017-02-31"]),
    (Time, &["2017-09-21T24:00", "2017-09-21T24:00:00", "2017-09-21T09:60", "2017-09-21T09:30:60", "2017-09-21T99:99"]),
    (Time, &["2017-09-21T09:30+15:00", "2017-09-21T09:30+02:60", "2017-09-21T09:30-99"]),
    (Year, &["Y100000000001", "Y-100000000001", "Y9223372036854775807", "Y-9223372036854775808", "Y9223372036854775808"]),
    (Year, &["Y99999999999999999999999999999999999999", "Y999999999999-02-31", "2016/Y999999999999"]),
    (Unsupported, &["2001-21", "2001-24", "2001-33", "2001-41", "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"]),
    (Unsupported, &["156X-12-25", "15XX-12-25", "XXXX-12-XX", "Y-17E7", "Y17E8", "1950S2", "Y171010000S3", "Y3388E2S3"]),
    (Unsupported, &["[1667,1668,1670..1672]", "[..1760-12-03]", "{1960,1961-12}", "2004?-06", "2004-06~-11", "?2004-06"]),
    (Unsupported, &["2004-06-~11", "2016?~", "2016??", "2016/201X", "2001-21/2003", "199u", "199x"]),
    (EndBeforeStart, &["2016/2015", "2016-02/2016-01", "2016-01-02/2016-01-01", "2016-02/2015", "2016/2015-12"]),
    (EndBeforeStart, &["2016-01-01T10:00/2016-01-01T09:59", "Y-10000/Y-10001", "0001/0000", "2016~/2015~", "Y10000/9999"]),
    // Times are on the wall clock: no zone makes the end come later.
    (EndBeforeStart, &["2016-01-01T10:00+05:00/2016-01-01T09:00Z"]),
    (NoDate, &["/", "../..", "../", "/.."]),
];

#[test]
fn a_valid_text_is_written_as_it_was_read() {
    for text in VALID {
        let date = Edtf::parse(text).unwrap_or_else(|error| panic!("{text:?} {error}"));
        assert_eq!(date.to_string(), *text);
        assert_eq!(Edtf::parse(&date.to_string()), Ok(date), "{text:?}");
    }
}

#[test]
fn another_spelling_is_written_in_the_usual_one() {
    for (text, usual) in REWRITTEN {
        assert_eq!(Edtf::parse(text).unwrap().to_string(), *usual);
        assert_eq!(Edtf::parse(text), Edtf::parse(usual), "{text:?}");
    }
}

#[test]
fn an_invalid_text_is_refused_for_its_own_reason() {
    for (error, texts) in INVALID {
        for text in *texts {
            assert_eq!(Edtf::parse(text), Err(*error), "{text:?}");
        }
    }
}

#[test]
fn every_reason_reads_as_a_sentence_about_the_date() {
    for (error, _) in INVALID {
        let text = error.to_string();
        assert!(text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.ends_with('.'), "{text}");
    }
}

#[test]
fn precision_is_what_the_text_states_and_of_two_dates_the_coarser() {
    use Precision::{Day, Minute, Month, Second, Year};
    for (text, precision) in [
        ("2017", Year),
        ("2017-09", Month),
        ("2017-09-21", Day),
        ("2017-09-21T09:30", Minute),
        ("2017-09-21T09:30:00", Second),
        ("2017/2019-02-28", Year),
        ("2012-01/2015-02-03", Month),
        ("2016-01-02/..", Day),
        ("/2016-01", Month),
        ("Y-10000-05", Month),
    ] {
        assert_eq!(Edtf::parse(text).unwrap().precision(), precision, "{text}");
    }
}

#[test]
fn a_span_runs_from_the_first_instant_to_the_one_after_the_last() {
    for (text, start, end) in [
        ("2017", "2017-01-01T00:00:00", "2018-01-01T00:00:00"),
        ("2017-12", "2017-12-01T00:00:00", "2018-01-01T00:00:00"),
        ("2016-02", "2016-02-01T00:00:00", "2016-03-01T00:00:00"),
        ("2016-02-29", "2016-02-29T00:00:00", "2016-03-01T00:00:00"),
        ("2016-12-31T23:59", "2016-12-31T23:59:00", "2017-01-01T00:00:00"),
        ("2016-12-31T23:59:59", "2016-12-31T23:59:59", "2017-01-01T00:00:00"),
        ("2017-09-21T09:30+02:00", "2017-09-21T09:30:00", "2017-09-21T09:31:00"),
        ("0000", "0000-01-01T00:00:00", "0001-01-01T00:00:00"),
        ("-0001", "-0001-01-01T00:00:00", "0000-01-01T00:00:00"),
        ("2017~/2019-02-28?", "2017-01-01T00:00:00", "2019-03-01T00:00:00"),
        ("2015-06/2015", "2015-06-01T00:00:00", "2016-01-01T00:00:00"),
    ] {
        assert_eq!(Edtf::parse(text).unwrap().span(), Span { start: instant(start), end: instant(end) }, "{text}");
    }
}

#[test]
fn an_end_without_a_date_has_no_instant() {
    for (text, start, end) in [
        ("2016/..", instant("2016-01-01T00:00:00"), None),
        ("2016/", instant("2016-01-01T00:00:00"), None),
        ("../2016", None, instant("2017-01-01T00:00:00")),
        ("/2016", None, instant("2017-01-01T00:00:00")),
    ] {
        assert_eq!(Edtf::parse(text).unwrap().span(), Span { start, end }, "{text}");
    }
    assert_eq!(Edtf::parse("2016/..").unwrap().end(), Bound::Open);
    assert_eq!(Edtf::parse("/2016").unwrap().start(), Bound::Unknown);
}

#[test]
fn a_date_stands_in_the_year_it_names() {
    for text in ["2016", "2016-01-01", "2016/2020", "2016/..", "2016/", "../2016", "/2016", "../2016-01-01"] {
        assert_eq!(Edtf::parse(text).unwrap().anchor(), instant("2016-01-01T00:00:00").unwrap(), "{text}");
    }
}

#[test]
fn a_date_that_does_not_exist_cannot_be_made() {
    let second = |second| Civil { second, ..Civil::midnight(2017, 1, 1) };
    for civil in [
        Civil::midnight(2017, 2, 29),
        Civil::midnight(2017, 0, 1),
        Civil::midnight(2017, 13, 1),
        Civil::midnight(2017, 1, 0),
        second(86_400),
        Civil::midnight(MAX_YEAR + 1, 1, 1),
        Civil::midnight(MIN_YEAR - 1, 1, 1),
        Civil::midnight(i64::MAX, 1, 1),
    ] {
        assert_eq!(Date::new(civil, Precision::Second), None, "{civil:?}");
    }
    // What is finer than the precision is dropped before anyone looks at it.
    let year = Date::new(Civil { second: 86_400, ..Civil::midnight(2017, 2, 31) }, Precision::Year).unwrap();
    assert_eq!(year.civil(), Civil::midnight(2017, 1, 1));
}

fn instant(text: &str) -> Option<Moment> {
    Edtf::parse(text).unwrap().span().start
}
