//! The Extended Date/Time Format (ISO 8601-2:2019), level 0 and the part of level 1 that history
//! needs here: approximate and uncertain dates, open and unknown ends, years beyond four digits.

use std::fmt;

use super::calendar::{Civil, MAX_YEAR, MIN_YEAR, Moment, SECONDS_PER_DAY, days_in_month};

/// How finely a date is known. The order is from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year and no more.
    Year,
    /// Year and month.
    Month,
    /// A whole day.
    Day,
    /// To the minute.
    Minute,
    /// To the second.
    Second,
}

impl Precision {
    /// Its name in the page (`data-precision`) and in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }
}

/// What the source says of the date itself: `?` uncertain, `~` approximate, `%` both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualifier {
    /// It may be another date.
    pub uncertain: bool,
    /// It is about this date.
    pub approximate: bool,
}

/// One date with its precision. Parts finer than the precision are at their least value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    civil: Civil,
    precision: Precision,
    qualifier: Qualifier,
    /// Minutes east of UTC where the text states them: kept for the text, never used to shift.
    offset: Option<i16>,
}

impl Date {
    /// A date to the given precision; finer parts are dropped. `None` where the day does not exist, or
    /// is further away than [`MIN_YEAR`] or [`MAX_YEAR`].
    pub fn new(civil: Civil, precision: Precision) -> Option<Self> {
        let mut civil = civil;
        if precision < Precision::Second {
            civil.second -= civil.second % 60;
        }
        if precision < Precision::Minute {
            civil.second = 0;
        }
        if precision < Precision::Day {
            civil.day = 1;
        }
        if precision < Precision::Month {
            civil.month = 1;
        }
        let exists = (MIN_YEAR..=MAX_YEAR).contains(&civil.year)
            && (1..=12).contains(&civil.month)
            && (1..=days_in_month(civil.year, civil.month)).contains(&civil.day)
            && i64::from(civil.second) < SECONDS_PER_DAY;
        exists.then_some(Self { civil, precision, qualifier: Qualifier::default(), offset: None })
    }

    /// The same date, qualified.
    pub const fn with_qualifier(self, qualifier: Qualifier) -> Self {
        Self { qualifier, ..self }
    }

    pub(super) const fn with_offset(self, offset: Option<i16>) -> Self {
        Self { offset, ..self }
    }

    /// Calendar fields; those finer than the precision are at their least value.
    pub const fn civil(self) -> Civil {
        self.civil
    }

    /// How finely it is known.
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// What the source says of it.
    pub const fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// The first instant the date may mean.
    pub const fn earliest(self) -> Moment {
        self.civil.moment()
    }

    /// The instant after the last one the date may mean: `2017` ends where `2018` begins.
    pub const fn latest(self) -> Moment {
        let Civil { year, month, day, .. } = self.civil;
        match self.precision {
            Precision::Year => Civil::midnight(year + 1, 1, 1).moment(),
            Precision::Month if month == 12 => Civil::midnight(year + 1, 1, 1).moment(),
            Precision::Month => Civil::midnight(year, month + 1, 1).moment(),
            Precision::Day => Moment(Civil::midnight(year, month, day).moment().0 + SECONDS_PER_DAY),
            Precision::Minute => Moment(self.civil.moment().0 + 60),
            Precision::Second => Moment(self.civil.moment().0 + 1),
        }
    }
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date.
    Known(Date),
    /// `..`: it has no end, or goes on.
    Open,
    /// Blank: it has one that nobody knows.
    Unknown,
}

impl Bound {
    /// The date, where there is one.
    pub const fn date(self) -> Option<Date> {
        match self {
            Self::Known(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// A date or an interval in EDTF. [`Edtf::parse`] reads it and [`fmt::Display`] writes it;
/// an interval that ends before it starts, or has no date at all, does not come into being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date.
    Single(Date),
    /// From one end to the other.
    Interval(Bound, Bound),
}

impl Default for Edtf {
    /// 1970, for where a date has to be and none could be read.
    fn default() -> Self {
        let civil = Civil::midnight(1970, 1, 1);
        Self::Single(Date { civil, precision: Precision::Year, qualifier: Qualifier::default(), offset: None })
    }
}

/// The instants a date covers: from `start` up to, not including, `end`. `None` is an end without a
/// date, which the axis draws to its own edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First instant.
    pub start: Option<Moment>,
    /// The instant after the last.
    pub end: Option<Moment>,
}

impl Edtf {
    /// The start, or the date itself.
    pub const fn start(self) -> Bound {
        match self {
            Self::Single(date) => Bound::Known(date),
            Self::Interval(start, _) => start,
        }
    }

    /// The end, or the date itself.
    pub const fn end(self) -> Bound {
        match self {
            Self::Single(date) => Bound::Known(date),
            Self::Interval(_, end) => end,
        }
    }

    /// The instants it covers.
    pub fn span(self) -> Span {
        Span { start: self.start().date().map(Date::earliest), end: self.end().date().map(Date::latest) }
    }

    /// Where it stands in an order by time: the first instant of its first date. `../2016` stands with
    /// what happened in 2016, not with the year after it.
    pub fn anchor(self) -> Moment {
        self.start().date().or(self.end().date()).map(Date::earliest).unwrap_or_default()
    }

    /// The coarsest precision among its dates.
    pub fn precision(self) -> Precision {
        let ends = [self.start().date(), self.end().date()];
        ends.iter().flatten().map(|date| date.precision).min().unwrap_or(Precision::Year)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day, second } = self.civil;
        match year {
            0..=9_999 => write!(f, "{year:04}")?,
            -9_999..=-1 => write!(f, "-{:04}", year.unsigned_abs())?,
            _ => write!(f, "Y{year}")?,
        }
        if self.precision >= Precision::Month {
            write!(f, "-{month:02}")?;
        }
        if self.precision >= Precision::Day {
            write!(f, "-{day:02}")?;
        }
        if self.precision >= Precision::Minute {
            write!(f, "T{:02}:{:02}", second / 3_600, second / 60 % 60)?;
        }
        if self.precision == Precision::Second {
            write!(f, ":{:02}", second % 60)?;
        }
        match self.offset {
            None => {}
            Some(0) => f.write_str("Z")?,
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", offset.unsigned_abs() / 60, offset.unsigned_abs() % 60)?;
            }
        }
        match self.qualifier {
            Qualifier { uncertain: false, approximate: false } => Ok(()),
            Qualifier { uncertain: true, approximate: false } => f.write_str("?"),
            Qualifier { uncertain: false, approximate: true } => f.write_str("~"),
            Qualifier { uncertain: true, approximate: true } => f.write_str("%"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Single(date) => date.fmt(f),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}
