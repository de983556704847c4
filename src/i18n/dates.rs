//! Dates as text, by language and by the precision they have. One formatter serves the prerendered
//! page and the running one; its tables come from `text/<lang>/dates.json`.

use super::keyed::keyed;
use super::phrases::fill;
use crate::time::{Bound, Civil, Date, Edtf, Precision, Unit};

keyed! {
    /// A pattern of `text/<lang>/dates.json`.
    DateForm {
        /// The first of a month: "1er" in French.
        FirstDay = "first",
        /// `{day} {month} {year}`
        Day = "day",
        /// `{day} {month}`
        DayMonth = "day_month",
        /// `{month} {year}`
        Month = "month",
        /// `{date}` and `{time}`
        Time = "time",
        /// `{year}`, counted back from 1
        Bce = "bce",
        /// `{year}` of a year before 1000, which without its era reads like a day or half a year.
        Ce = "ce",
        /// What stands between groups of three digits in a year of five or more.
        Group = "group",
        /// Two days of one month: `{from}`, `{to}`, `{month}`, `{year}`
        DaysOfMonth = "days_of_month",
        /// Two days of one year: `{from}`, `{to}` (each with its month), `{year}`
        DaysOfYear = "days_of_year",
        /// Two months of one year: `{from}`, `{to}`, `{year}`
        MonthsOfYear = "months_of_year",
        /// Two years.
        Years = "years",
        /// Any other two dates.
        Range = "range",
        /// An open end, from a day.
        SinceDay = "since_day",
        /// An open end.
        Since = "since",
        /// An open start, to a day.
        UntilDay = "until_day",
        /// An open start.
        Until = "until",
        /// An unknown end, from a day.
        FromDay = "from_day",
        /// An unknown end.
        From = "from",
        /// An unknown start, to a day.
        ToDay = "to_day",
        /// An unknown start.
        To = "to",
        /// Approximately a day.
        AboutDay = "about_day",
        /// Approximately.
        About = "about",
        /// Approximately, after "since" or "until": French says "vers 2016", yet "depuis 2016 environ".
        AboutAfter = "about_after",
        /// Uncertain.
        Uncertain = "uncertain",
        /// A day under its month on the axis.
        TickDay = "tick_day",
        /// A month on the axis, beside its year.
        TickMonth = "tick_month",
    }
}

/// Names and patterns of one language.
#[derive(Clone, Debug, Default)]
pub struct DateWords {
    /// Names of the months within a date.
    pub months: Vec<String>,
    /// Short names of the months.
    pub months_short: Vec<String>,
    /// Patterns in the order of [`DateForm::ALL`].
    pub forms: Vec<String>,
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// "21 septembre 2017".
    Long,
    /// "21 sept. 2017".
    Short,
}

impl DateWords {
    fn form(&self, form: DateForm) -> &str {
        self.forms.get(form as usize).map(String::as_str).unwrap_or_default()
    }

    fn month_name(&self, month: u8, style: Style) -> &str {
        let names = if style == Style::Long { &self.months } else { &self.months_short };
        names.get(usize::from(month).wrapping_sub(1)).map(String::as_str).unwrap_or_default()
    }

    /// A date or an interval, with its qualifiers and its open or unknown ends.
    pub fn text(&self, date: Edtf, style: Style) -> String {
        match date {
            Edtf::Single(date) => self.date(date, style),
            Edtf::Interval(Bound::Known(from), Bound::Known(to)) => self.range(from, to, style),
            Edtf::Interval(Bound::Known(from), Bound::Open) => {
                self.one_sided(DateForm::SinceDay, DateForm::Since, from, style)
            }
            Edtf::Interval(Bound::Known(from), Bound::Unknown) => {
                self.one_sided(DateForm::FromDay, DateForm::From, from, style)
            }
            Edtf::Interval(Bound::Open, Bound::Known(to)) => {
                self.one_sided(DateForm::UntilDay, DateForm::Until, to, style)
            }
            Edtf::Interval(Bound::Unknown, Bound::Known(to)) => {
                self.one_sided(DateForm::ToDay, DateForm::To, to, style)
            }
            // Edtf::parse makes no interval without a date.
            Edtf::Interval(..) => String::new(),
        }
    }

    /// One date with its qualifier.
    pub fn date(&self, date: Date, style: Style) -> String {
        let about = if date.precision() >= Precision::Day { DateForm::AboutDay } else { DateForm::About };
        self.qualified(date, about, style)
    }

    /// A year: "2017", "476 apr. J.-C.", "13 800 000 000 av. J.-C.".
    pub fn year(&self, year: i64) -> String {
        self.in_era(era(year), &self.counted(year))
    }

    /// A tick's label: what changes at that boundary.
    pub fn tick(&self, civil: Civil, unit: Unit) -> String {
        let Civil { year, month, day, second } = civil;
        match unit {
            Unit::Second if second % 60 != 0 => format!("{}:{:02}", clock(second), second % 60),
            Unit::Second | Unit::Minute | Unit::Hour if second != 0 => clock(second),
            Unit::Month if month != 1 => {
                fill(self.form(DateForm::TickMonth), &[("month", self.month_name(month, Style::Short))])
            }
            Unit::Month | Unit::Year => self.year(year),
            _ if day == 1 && month == 1 => self.year(year),
            _ => fill(
                self.form(DateForm::TickDay),
                &[("day", &self.day_number(day)), ("month", self.month_name(month, Style::Short))],
            ),
        }
    }

    fn plain(&self, date: Date, style: Style) -> String {
        let Civil { year, month, day, second } = date.civil();
        let year = self.year(year);
        let month = self.month_name(month, style);
        let day = self.day_number(day);
        let values = [("day", day.as_str()), ("month", month), ("year", year.as_str())];
        match date.precision() {
            Precision::Year => year,
            Precision::Month => fill(self.form(DateForm::Month), &values),
            Precision::Day => fill(self.form(DateForm::Day), &values),
            Precision::Minute | Precision::Second => {
                let mut time = clock(second);
                if date.precision() == Precision::Second {
                    time.push_str(&format!(":{:02}", second % 60));
                }
                let day = fill(self.form(DateForm::Day), &values);
                fill(self.form(DateForm::Time), &[("date", &day), ("time", &time)])
            }
        }
    }

    fn range(&self, from: Date, to: Date, style: Style) -> String {
        if from == to {
            return self.date(from, style);
        }
        let (a, b) = (from.civil(), to.civil());
        let plain = from.qualifier() == to.qualifier() && !from.qualifier().approximate && !from.qualifier().uncertain;
        let same_precision = from.precision() == to.precision();
        let year = self.year(a.year);
        let form = match from.precision() {
            _ if !plain || !same_precision => None,
            Precision::Day if (a.year, a.month) == (b.year, b.month) => Some(DateForm::DaysOfMonth),
            Precision::Day if a.year == b.year => Some(DateForm::DaysOfYear),
            Precision::Month if a.year == b.year => Some(DateForm::MonthsOfYear),
            Precision::Year if era(a.year) == era(b.year) => Some(DateForm::Years),
            _ => None,
        };
        let (from, to) = match form {
            Some(DateForm::DaysOfMonth) => (self.day_number(a.day), self.day_number(b.day)),
            Some(DateForm::DaysOfYear) => (self.day_month(a, style), self.day_month(b, style)),
            Some(DateForm::MonthsOfYear) => {
                (self.month_name(a.month, style).to_owned(), self.month_name(b.month, style).to_owned())
            }
            Some(DateForm::Years) => (self.counted(a.year), self.counted(b.year)),
            _ => (self.date(from, style), self.date(to, style)),
        };
        let values =
            [("from", from.as_str()), ("to", &to), ("month", self.month_name(a.month, style)), ("year", &year)];
        let text = fill(self.form(form.unwrap_or(DateForm::Range)), &values);
        // The era stands once, after both years.
        if form == Some(DateForm::Years) { self.in_era(era(a.year), &text) } else { text }
    }

    fn one_sided(&self, day: DateForm, other: DateForm, date: Date, style: Style) -> String {
        let form = if date.precision() >= Precision::Day { day } else { other };
        fill(self.form(form), &[("date", &self.qualified(date, DateForm::AboutAfter, style))])
    }

    fn qualified(&self, date: Date, about: DateForm, style: Style) -> String {
        let mut text = self.plain(date, style);
        if date.qualifier().approximate {
            text = fill(self.form(about), &[("date", &text)]);
        }
        if date.qualifier().uncertain {
            text = fill(self.form(DateForm::Uncertain), &[("date", &text)]);
        }
        text
    }

    fn day_month(&self, civil: Civil, style: Style) -> String {
        let values = [("day", self.day_number(civil.day)), ("month", self.month_name(civil.month, style).to_owned())];
        fill(self.form(DateForm::DayMonth), &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    }

    fn day_number(&self, day: u8) -> String {
        if day == 1 { self.form(DateForm::FirstDay).to_owned() } else { day.to_string() }
    }

    fn in_era(&self, era: Option<DateForm>, year: &str) -> String {
        era.map_or_else(|| year.to_owned(), |era| fill(self.form(era), &[("year", year)]))
    }

    /// The year as its era counts it (astronomical year 0 is 1 BCE), digits in groups from five on.
    fn counted(&self, year: i64) -> String {
        let digits = if year > 0 { year } else { 1 - year }.to_string();
        if digits.len() < 5 {
            return digits;
        }
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(self.form(DateForm::Group));
            }
            out.push(digit);
        }
        out
    }
}

/// The form that names a year's era, where the year is not clear without it. The limit is CLDR's.
const fn era(year: i64) -> Option<DateForm> {
    match year {
        ..=0 => Some(DateForm::Bce),
        1..=999 => Some(DateForm::Ce),
        _ => None,
    }
}

fn clock(second: u32) -> String {
    format!("{:02}:{:02}", second / 3_600, second / 60 % 60)
}
