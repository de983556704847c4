//! Dates as text, as a table: what no formatter of CLDR's says, and good usage does.

use frise::i18n::Style;
use frise::time::{Civil, Edtf, Unit};

use super::language::{FIXTURE, Language, languages};

/// EDTF, French, English. A `_` stands for the no-break space U+00A0.
#[rustfmt::skip] // a row is a line
const LONG: &[(&str, &str, &str)] = &[
    ("2017",                     "2017",                                   "2017"),
    ("2017-09",                  "septembre_2017",                         "September 2017"),
    ("2017-09-21",               "21_septembre_2017",                      "21 September 2017"),
    ("2009-01-01",               "1er_janvier_2009",                       "1 January 2009"),
    ("2017-09-21T09:05",         "21_septembre_2017 à_09:05",              "21 September 2017 at 09:05"),
    ("2017-09-21T09:05:07Z",     "21_septembre_2017 à_09:05:07",           "21 September 2017 at 09:05:07"),
    ("2017-10-01T00:00+05:00",   "1er_octobre_2017 à_00:00",               "1 October 2017 at 00:00"),
    // Eras.
    ("0999",                     "999_apr._J.-C.",                         "999 AD"),
    ("1000",                     "1000",                                   "1000"),
    ("0000",                     "1_av._J.-C.",                            "1 BC"),
    ("-0043-03-15",              "15_mars_44_av._J.-C.",                   "15 March 44 BC"),
    ("-9999",                    "10_000_av._J.-C.",                       "10,000 BC"),
    ("Y12000",                   "12_000",                                 "12,000"),
    ("Y100000000000",            "100_000_000_000",                        "100,000,000,000"),
    ("Y-13799999999~",           "vers 13_800_000_000_av._J.-C.",          "about 13,800,000,000 BC"),
    // Two dates: what they share stands once.
    ("2006-07-10/2006-07-11",    "10-11_juillet_2006",                     "10–11 July 2006"),
    ("2018-05-01/2018-05-02",    "1er-2_mai_2018",                         "1–2 May 2018"),
    ("2019-02-28/2019-03-01",    "28_février_– 1er_mars_2019",             "28 February – 1 March 2019"),
    ("2016-12-28/2017-01-01",    "28_décembre_2016_– 1er_janvier_2017",    "28 December 2016 – 1 January 2017"),
    ("2017-01/2017-11",          "janvier-novembre_2017",                  "January–November 2017"),
    ("2009-08/2013-02",          "août_2009_– février_2013",               "August 2009 – February 2013"),
    ("2012/2015",                "2012-2015",                              "2012–2015"),
    ("2012-01/2015",             "janvier_2012_– 2015",                    "January 2012 – 2015"),
    ("2015-06/2015",             "juin_2015_– 2015",                       "June 2015 – 2015"),
    ("2017/2019-02-28",          "2017_– 28_février_2019",                 "2017 – 28 February 2019"),
    ("2017-01/2017-11-22",       "janvier_2017_– 22_novembre_2017",        "January 2017 – 22 November 2017"),
    ("2017-09-21T09:00/2017-09-21T17:30",
                                 "21_septembre_2017 à_09:00_– 21_septembre_2017 à_17:30",
                                 "21 September 2017 at 09:00 – 21 September 2017 at 17:30"),
    ("2016/2016",                "2016",                                   "2016"),
    ("2016-05-01/2016-05-01",    "1er_mai_2016",                           "1 May 2016"),
    ("-0043/-0010",              "44-11_av._J.-C.",                        "44–11 BC"),
    ("0476/0800",                "476-800_apr._J.-C.",                     "476–800 AD"),
    ("-0026/0014",               "27_av._J.-C._– 14_apr._J.-C.",           "27 BC – 14 AD"),
    ("0987/1328",                "987_apr._J.-C._– 1328",                  "987 AD – 1328"),
    ("Y-11999/-9999",            "12_000-10_000_av._J.-C.",                "12,000–10,000 BC"),
    // Open ends.
    ("2016/..",                  "depuis 2016",                            "since 2016"),
    ("2016-08/..",               "depuis août_2016",                       "since August 2016"),
    ("2020-04-24/..",            "depuis le 24_avril_2020",                "since 24 April 2020"),
    ("2020-04-01/..",            "depuis le 1er_avril_2020",               "since 1 April 2020"),
    ("2020-04-24T10:00/..",      "depuis le 24_avril_2020 à_10:00",        "since 24 April 2020 at 10:00"),
    ("../2016",                  "jusqu’en 2016",                          "until 2016"),
    ("../2016-03",               "jusqu’en mars_2016",                     "until March 2016"),
    ("../2016-03-05",            "jusqu’au 5_mars_2016",                   "until 5 March 2016"),
    ("../2016-03-01",            "jusqu’au 1er_mars_2016",                 "until 1 March 2016"),
    ("../-0043",                 "jusqu’en 44_av._J.-C.",                  "until 44 BC"),
    // Unknown ends.
    ("2016/",                    "2016_– fin inconnue",                    "from 2016, end unknown"),
    ("2016-08/",                 "août_2016_– fin inconnue",               "from August 2016, end unknown"),
    ("2016-03-05/",              "5_mars_2016_– fin inconnue",             "from 5 March 2016, end unknown"),
    ("/2016",                    "début inconnu_– 2016",                   "until 2016, start unknown"),
    ("/2016-03-05",              "début inconnu_– 5_mars_2016",            "until 5 March 2016, start unknown"),
    // Approximate and uncertain.
    ("2016~",                    "vers 2016",                              "about 2016"),
    ("2016-04~",                 "vers avril_2016",                        "about April 2016"),
    ("2016-03-05~",              "vers le 5_mars_2016",                    "about 5 March 2016"),
    ("2016-03-01~",              "vers le 1er_mars_2016",                  "about 1 March 2016"),
    ("2016?",                    "2016 (date incertaine)",                 "2016 (uncertain)"),
    ("2016-03-05%",              "vers le 5_mars_2016 (date incertaine)",  "about 5 March 2016 (uncertain)"),
    ("2012~/2015~",              "vers 2012_– vers 2015",                  "about 2012 – about 2015"),
    ("2012/2015?",               "2012_– 2015 (date incertaine)",          "2012 – 2015 (uncertain)"),
    ("2006-07-10~/2006-07-11",   "vers le 10_juillet_2006_– 11_juillet_2006", "about 10 July 2006 – 11 July 2006"),
    ("2016~/..",                 "depuis 2016 environ",                    "since about 2016"),
    ("2016-03-05~/..",           "depuis le 5_mars_2016 environ",          "since about 5 March 2016"),
    ("../2016-10~",              "jusqu’en octobre_2016 environ",          "until about October 2016"),
    ("../2016-03-05%",           "jusqu’au 5_mars_2016 environ (date incertaine)", "until about 5 March 2016 (uncertain)"),
    ("2016~/",                   "2016 environ_– fin inconnue",            "from about 2016, end unknown"),
    ("/2016?",                   "début inconnu_– 2016 (date incertaine)", "until 2016 (uncertain), start unknown"),
];

/// The same where room is short.
#[rustfmt::skip]
const SHORT: &[(&str, &str, &str)] = &[
    ("2017-09",                  "sept._2017",                "Sept 2017"),
    ("2017-03-01",               "1er_mars_2017",             "1 Mar 2017"),
    ("2017-01/2017-11",          "janv.-nov._2017",           "Jan–Nov 2017"),
    ("2006-07-10/2006-07-11",    "10-11_juil._2006",          "10–11 Jul 2006"),
    ("2019-02-28/2019-03-01",    "28_févr._– 1er_mars_2019",  "28 Feb – 1 Mar 2019"),
    ("../2016-10-03~",           "jusqu’au 3_oct._2016 environ", "until about 3 Oct 2016"),
];

#[test]
fn a_date_reads_as_a_reader_of_the_language_writes_it() {
    for (lang, column) in [("fr", 0), ("en", 1)] {
        let words = Language::fixture(lang).words;
        for (style, table) in [(Style::Long, LONG), (Style::Short, SHORT)] {
            for (edtf, french, english) in table {
                let text = words.text(Edtf::parse(edtf).unwrap(), style);
                assert_eq!(text.replace('\u{a0}', "_"), [french, english][column].to_string(), "{edtf} in {lang}");
            }
        }
    }
}

#[test]
fn a_tick_says_what_changes_at_its_boundary() {
    let at = |year, month, day, second| Civil { year, month, day, second };
    for (unit, civil, french, english) in [
        (Unit::Year, at(2017, 1, 1, 0), "2017", "2017"),
        (Unit::Year, at(-99, 1, 1, 0), "100_av._J.-C.", "100 BC"),
        (Unit::Year, at(100, 1, 1, 0), "100_apr._J.-C.", "100 AD"),
        (Unit::Month, at(2017, 1, 1, 0), "2017", "2017"),
        (Unit::Month, at(2017, 9, 1, 0), "sept.", "Sept"),
        (Unit::Day, at(2017, 1, 1, 0), "2017", "2017"),
        (Unit::Day, at(2017, 9, 1, 0), "1er_sept.", "1 Sept"),
        (Unit::Day, at(2017, 9, 15, 0), "15_sept.", "15 Sept"),
        (Unit::Hour, at(2017, 9, 15, 0), "15_sept.", "15 Sept"),
        (Unit::Hour, at(2017, 9, 15, 21_600), "06:00", "06:00"),
        (Unit::Minute, at(2017, 9, 15, 60), "00:01", "00:01"),
        (Unit::Second, at(2017, 9, 15, 86_399), "23:59:59", "23:59:59"),
        (Unit::Second, at(2017, 9, 15, 43_200), "12:00", "12:00"),
        (Unit::Second, at(2017, 1, 1, 0), "2017", "2017"),
    ] {
        for (lang, expected) in [("fr", french), ("en", english)] {
            let text = Language::fixture(lang).words.tick(civil, unit);
            assert_eq!(text.replace('\u{a0}', "_"), expected, "{unit:?} {civil:?} in {lang}");
        }
    }
}

#[test]
fn no_date_is_without_text_or_with_a_gap_in_it() {
    let ends =
        ["", "..", "2016", "2016~", "2016?", "2016-08", "2016-08%", "2016-08-01", "2016-08-01~", "2016-08-01T10:00"];
    for lang in languages(FIXTURE) {
        let words = Language::fixture(&lang).words;
        let ranges = ends.iter().flat_map(|from| ends.iter().map(move |to| format!("{from}/{to}")));
        for date in ends.iter().map(|&end| end.to_owned()).chain(ranges).filter_map(|text| Edtf::parse(&text).ok()) {
            for style in [Style::Long, Style::Short] {
                let text = words.text(date, style);
                assert!(text.contains("2016"), "{date} in {lang}: {text:?}");
                assert!(text.split([' ', '\u{a0}']).all(|word| !word.is_empty()), "{date} in {lang}: {text:?}");
                assert!(!text.contains(['{', '}']), "{date} in {lang}: {text:?}");
            }
        }
    }
}
