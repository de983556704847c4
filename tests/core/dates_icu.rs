//! Single dates as text against ICU4X, in the locale of which the words say that they began as its.
//! Every deliberate difference is in [`edited`]; intervals and qualifiers are in `dates_text`.

use frise::i18n::Style;
use frise::time::{Bound, Civil, Date, Edtf, Precision, days_in_month};
use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::{MD, Y, YM, YMD, YMDT};
use icu::datetime::input::{Date as IcuDate, DateTime, Time};
use icu::datetime::options::Length;
use icu::locale::Locale;

use super::language::{FIXTURE, Language, REAL, file, languages};

/// ICU4X's formatters of one locale and length.
struct Icu {
    year: Formatter<Gregorian, Y>,
    month: Formatter<Gregorian, YM>,
    day: Formatter<Gregorian, YMD>,
    day_month: Formatter<Gregorian, MD>,
    minute: Formatter<Gregorian, YMDT>,
    second: Formatter<Gregorian, YMDT>,
}

impl Icu {
    fn new(locale: &str, style: Style) -> Self {
        let locale: Locale = locale.parse().unwrap();
        let length = if style == Style::Long { Length::Long } else { Length::Medium };
        let day = YMD::for_length(length);
        Self {
            year: Formatter::try_new((&locale).into(), Y::for_length(length)).unwrap(),
            month: Formatter::try_new((&locale).into(), YM::for_length(length)).unwrap(),
            day: Formatter::try_new((&locale).into(), YMD::for_length(length)).unwrap(),
            day_month: Formatter::try_new((&locale).into(), MD::for_length(length)).unwrap(),
            minute: Formatter::try_new((&locale).into(), day.with_time_hm()).unwrap(),
            second: Formatter::try_new((&locale).into(), day.with_time_hms()).unwrap(),
        }
    }

    fn text(&self, date: Date) -> String {
        let Civil { year, month, day, second } = date.civil();
        let icu = IcuDate::try_new_gregorian(year as i32, month, day).unwrap();
        let time = Time::try_new((second / 3_600) as u8, (second / 60 % 60) as u8, (second % 60) as u8, 0).unwrap();
        let text = match date.precision() {
            Precision::Year => self.year.format(&icu).to_string(),
            Precision::Month => self.month.format(&icu).to_string(),
            Precision::Day => self.day.format(&icu).to_string(),
            Precision::Minute => self.minute.format(&DateTime { date: icu, time }).to_string(),
            Precision::Second => self.second.format(&DateTime { date: icu, time }).to_string(),
        };
        plain_spaces(&text)
    }
}

fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// What good usage writes otherwise than CLDR. Years of five digits and more, which ICU4X does not
/// know, are grouped; the kinds of space differ throughout.
fn edited(lang: &str, date: Date, icu: &str) -> String {
    let mut text = icu.to_owned();
    if lang == "fr" {
        // Only the first of a month is an ordinal: "1er janvier".
        if date.precision() >= Precision::Day && date.civil().day == 1 {
            text = format!("1er {}", text.strip_prefix("1 ").unwrap());
        }
        // The abbreviation of the Lexique de l’Imprimerie nationale, as "av." is.
        text = text.replace(" ap. J.-C.", " apr. J.-C.");
    }
    text
}

/// Compares dates in both styles and every language of the fixture site.
fn agree(dates: &[Date]) {
    for lang in languages(FIXTURE) {
        let Language { words, cldr, .. } = Language::fixture(&lang);
        for style in [Style::Long, Style::Short] {
            let icu = Icu::new(&cldr, style);
            for &date in dates {
                // CLDR joins a short date and its time by a comma; ours are joined as long ones are.
                if date.precision() > Precision::Day && style == Style::Short {
                    continue;
                }
                let ours = plain_spaces(&words.date(date, style));
                assert_eq!(ours, edited(&lang, date, &icu.text(date)), "{date} in {lang}, {style:?}");
            }
        }
    }
}

fn date(year: i64, month: u8, day: u8, precision: Precision) -> Date {
    Date::new(Civil::midnight(year, month, day), precision).unwrap()
}

#[test]
fn every_day_of_a_leap_year_reads_as_cldr_has_it() {
    let days = (1..=12).flat_map(|month| (1..=days_in_month(2016, month)).map(move |day| (month, day)));
    let dates: Vec<_> = days.map(|(month, day)| date(2016, month, day, Precision::Day)).collect();
    assert_eq!(dates.len(), 366);
    agree(&dates);
}

/// Names of months and the order of a day, of which no good usage differs. All else of a language is its editors'.
#[test]
fn days_in_every_language_that_is_published_read_as_cldr_has_them() {
    let days: Vec<_> =
        (1..=12).flat_map(|month| [2, 15, 28].map(|day| date(2016, month, day, Precision::Day))).collect();
    for lang in languages(REAL) {
        let Language { words, cldr, .. } = Language::read(REAL, &lang);
        // Our digits are Latin.
        let icu = Icu::new(&format!("{cldr}-u-nu-latn"), Style::Long);
        for &day in &days {
            let ours = plain_spaces(&words.date(day, Style::Long));
            assert_eq!(ours, icu.text(day), "{day} by {REAL}/text/{lang}/dates.json, which says that it is of {cldr}");
        }
    }
}

#[test]
fn every_month_of_every_century_reads_as_cldr_has_it() {
    let years = (-9_998..=9_999).step_by(99);
    agree(
        &years.flat_map(|year| (1..=12).map(move |month| date(year, month, 1, Precision::Month))).collect::<Vec<_>>(),
    );
}

#[test]
fn every_year_of_four_digits_reads_as_cldr_has_it() {
    // -9999 is 10 000 BCE, where grouping begins.
    agree(&(-9_998..=9_999).map(|year| date(year, 1, 1, Precision::Year)).collect::<Vec<_>>());
}

#[test]
fn days_of_every_era_read_as_cldr_has_them() {
    let years = [-9_998, -1_000, -43, -1, 0, 1, 14, 476, 999, 1_000, 1_492, 1_949, 1_950, 2_049, 2_050, 9_999];
    let days = years.into_iter().flat_map(|year| [(1, 1), (3, 15), (12, 31)].map(|(month, day)| (year, month, day)));
    agree(&days.map(|(year, month, day)| date(year, month, day, Precision::Day)).collect::<Vec<_>>());
}

#[test]
fn times_of_day_read_as_cldr_has_them() {
    let civil = |second| Civil { second, ..Civil::midnight(2017, 9, 21) };
    let dates = [0, 60, 33_905, 43_200, 46_800, 86_399].map(|second| {
        [Precision::Minute, Precision::Second].map(|precision| Date::new(civil(second), precision).unwrap())
    });
    agree(dates.as_flattened());
}

#[test]
fn every_date_of_the_timeline_reads_as_cldr_has_it() {
    let timeline = file(FIXTURE, "timeline.json");
    let dates: Vec<_> = timeline["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| Edtf::parse(entry["date"].as_str().unwrap()).unwrap())
        .flat_map(|date| [date.start(), date.end()])
        .filter_map(Bound::date)
        // A doubt is told in words of ours.
        .map(|date| date.with_qualifier(Default::default()))
        .collect();
    assert!(dates.len() > 60, "{}", dates.len());
    agree(&dates);
}

#[test]
fn days_without_their_year_read_as_cldr_has_them() {
    for lang in languages(FIXTURE) {
        let Language { words, cldr, .. } = Language::fixture(&lang);
        for style in [Style::Long, Style::Short] {
            let icu = Icu::new(&cldr, style);
            let day_month = |month, day| {
                let date = IcuDate::try_new_gregorian(2016, month, day).unwrap();
                plain_spaces(&icu.day_month.format(&date).to_string())
            };
            for month in 1..=11 {
                let range = Edtf::parse(&format!("2016-{month:02}-02/2016-12-31")).unwrap();
                let expected = format!("{} – {} 2016", day_month(month, 2), day_month(12, 31));
                assert_eq!(plain_spaces(&words.text(range, style)), expected, "{lang}, {style:?}");
            }
        }
    }
}
