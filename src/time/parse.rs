//! Reading EDTF text, with an error that says what to write instead.

use std::fmt;

use super::calendar::{Civil, MAX_YEAR, MIN_YEAR, days_in_month};
use super::edtf::{Bound, Date, Edtf, Precision, Qualifier};

/// Why a text is not a date we can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdtfError {
    /// Nothing there.
    Empty,
    /// Not of the form of a date.
    Form,
    /// A month outside 01 to 12.
    Month,
    /// A day that the month does not have.
    Day,
    /// A time of day that does not exist.
    Time,
    /// A year further than 100 billion years away.
    Year,
    /// Seasons, unspecified digits, sets and level 2: valid EDTF that the page cannot draw.
    Unsupported,
    /// The interval ends before it starts.
    EndBeforeStart,
    /// An interval with no date at either end.
    NoDate,
}

impl fmt::Display for EdtfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "is empty; write a date such as 2017, 2017-09 or 2017-09-21",
            Self::Form => "is not a date; write 2017, 2017-09, 2017-09-21, or an interval such as 2016/2020-04",
            Self::Month => "names a month that does not exist; months are 01 to 12",
            Self::Day => "names a day that its month does not have",
            Self::Time => "names a time of day that does not exist; hours are 00 to 23, minutes and seconds 00 to 59",
            Self::Year => "is further than 100 billion years away",
            Self::Unsupported => {
                "is EDTF that the page cannot draw (season, unspecified digit or set); write the year, \
                 or an interval"
            }
            Self::EndBeforeStart => "ends before it starts",
            Self::NoDate => "has no date at either end",
        })
    }
}

impl std::error::Error for EdtfError {}

impl Edtf {
    /// Reads a date or an interval.
    ///
    /// ```
    /// use frise::time::{Edtf, Precision};
    /// let date = Edtf::parse("2017-09~").unwrap();
    /// assert_eq!(date.precision(), Precision::Month);
    /// assert_eq!(date.to_string(), "2017-09~");
    /// assert!(Edtf::parse("2021-02-31").is_err());
    /// ```
    ///
    /// # Errors
    /// [`EdtfError`] for text that is not EDTF, a date that does not exist, or one that cannot be drawn.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        if text.is_empty() {
            return Err(EdtfError::Empty);
        }
        let Some((start, end)) = text.split_once('/') else {
            return parse_date(text).map(Self::Single);
        };
        let (start, end) = (parse_bound(start)?, parse_bound(end)?);
        match (start.date(), end.date()) {
            (None, None) => Err(EdtfError::NoDate),
            // "2015-06/2015" ends with the year: only an end wholly before the start is wrong.
            (Some(from), Some(to)) if to.latest() <= from.earliest() => Err(EdtfError::EndBeforeStart),
            _ => Ok(Self::Interval(start, end)),
        }
    }
}

fn parse_bound(text: &str) -> Result<Bound, EdtfError> {
    match text {
        "" => Ok(Bound::Unknown),
        ".." => Ok(Bound::Open),
        date => parse_date(date).map(Bound::Known),
    }
}

fn parse_date(text: &str) -> Result<Date, EdtfError> {
    if !text.is_ascii() {
        return Err(EdtfError::Form);
    }
    let (text, qualifier) = match text.as_bytes().last() {
        Some(b'?') => (strip_last(text), Qualifier { uncertain: true, approximate: false }),
        Some(b'~') => (strip_last(text), Qualifier { uncertain: false, approximate: true }),
        Some(b'%') => (strip_last(text), Qualifier { uncertain: true, approximate: true }),
        _ => (text, Qualifier::default()),
    };
    if is_beyond_level_1(text) {
        return Err(EdtfError::Unsupported);
    }
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let (year, rest) = parse_year(date)?;
    let mut civil = Civil::midnight(year, 1, 1);
    let mut precision = Precision::Year;
    if !rest.is_empty() {
        let (month, rest) = two_digits(rest.strip_prefix('-').ok_or(EdtfError::Form)?)?;
        // "2016-2020" is no month 20, but an interval written with the wrong sign.
        if !rest.is_empty() && !rest.starts_with('-') {
            return Err(EdtfError::Form);
        }
        if (21..=41).contains(&month) {
            return Err(EdtfError::Unsupported);
        }
        if !(1..=12).contains(&month) {
            return Err(EdtfError::Month);
        }
        (civil.month, precision) = (month, Precision::Month);
        if !rest.is_empty() {
            let (day, rest) = two_digits(rest.strip_prefix('-').ok_or(EdtfError::Form)?)?;
            if !rest.is_empty() {
                return Err(EdtfError::Form);
            }
            if day < 1 || day > days_in_month(year, month) {
                return Err(EdtfError::Day);
            }
            (civil.day, precision) = (day, Precision::Day);
        }
    }
    let mut offset = None;
    if let Some(time) = time {
        if precision != Precision::Day {
            return Err(EdtfError::Form);
        }
        (civil.second, precision, offset) = parse_time(time)?;
    }
    let date = Date::new(civil, precision).ok_or(EdtfError::Form)?;
    Ok(date.with_qualifier(qualifier).with_offset(offset))
}

fn strip_last(text: &str) -> &str {
    text.get(..text.len() - 1).unwrap_or_default()
}

/// Whether a text is made of EDTF's signs alone and has one of those that stand for unspecified digits,
/// sets, exponents, significant digits or a qualified part. "Sept. 2017" has an S too, and is no EDTF.
fn is_beyond_level_1(text: &str) -> bool {
    // By bytes: searching a text for a text, and slices that may panic, are 2 kB of WebAssembly which nothing else needs.
    const BEYOND: &[u8] = b"XxuES?~%[]{}";
    let is_beyond = |byte: u8| BEYOND.contains(&byte);
    text.bytes().any(is_beyond) && text.bytes().all(|c| c.is_ascii_digit() || b"-+:.,TYZ".contains(&c) || is_beyond(c))
}

/// The year and what follows it: four digits with an optional minus, or `Y` with more.
fn parse_year(text: &str) -> Result<(i64, &str), EdtfError> {
    let (long, unsigned) = match text.strip_prefix('Y') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (sign, digits) = match unsigned.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, unsigned),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (digits, rest) = digits.split_at_checked(end).ok_or(EdtfError::Form)?;
    // ISO 8601-2 asks for more than four digits after Y, and for exactly four without it.
    if (long && digits.len() < 5) || (!long && digits.len() != 4) {
        return Err(EdtfError::Form);
    }
    // One year has one spelling: neither -0000 nor Y02017 is a year.
    if (sign < 0 && digits == "0000") || (long && digits.starts_with('0')) {
        return Err(EdtfError::Form);
    }
    let year = digits.parse::<i64>().map_err(|_| EdtfError::Year)? * sign;
    if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
        return Err(EdtfError::Year);
    }
    Ok((year, rest))
}

fn two_digits(text: &str) -> Result<(u8, &str), EdtfError> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', units @ b'0'..=b'9', ..] => {
            Ok(((tens - b'0') * 10 + (units - b'0'), text.get(2..).unwrap_or_default()))
        }
        _ => Err(EdtfError::Form),
    }
}

/// Second of the day, precision, and the offset from UTC in minutes where one is written.
fn parse_time(text: &str) -> Result<(u32, Precision, Option<i16>), EdtfError> {
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => (text.get(..at).unwrap_or_default(), Some(text.get(at..).unwrap_or_default())),
        None => (text, None),
    };
    let (hour, minute, rest) = parse_clock(clock)?;
    let (second, precision) = match rest.strip_prefix(':') {
        None if rest.is_empty() => (0, Precision::Minute),
        None => return Err(EdtfError::Form),
        Some(rest) => match two_digits(rest)? {
            (second, "") => (second, Precision::Second),
            _ => return Err(EdtfError::Form),
        },
    };
    if hour > 23 || minute > 59 || second > 59 {
        return Err(EdtfError::Time);
    }
    let offset = offset.map(parse_offset).transpose()?;
    Ok((u32::from(hour) * 3_600 + u32::from(minute) * 60 + u32::from(second), precision, offset))
}

fn parse_clock(text: &str) -> Result<(u8, u8, &str), EdtfError> {
    let (hour, rest) = two_digits(text)?;
    let (minute, rest) = two_digits(rest.strip_prefix(':').ok_or(EdtfError::Form)?)?;
    Ok((hour, minute, rest))
}

fn parse_offset(text: &str) -> Result<i16, EdtfError> {
    if text == "Z" {
        return Ok(0);
    }
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').ok_or(EdtfError::Form)?),
    };
    let (hour, minute) = match two_digits(rest)? {
        (hour, "") => (hour, 0),
        (_, _) => match parse_clock(rest)? {
            (hour, minute, "") => (hour, minute),
            _ => return Err(EdtfError::Form),
        },
    };
    if hour > 14 || minute > 59 {
        return Err(EdtfError::Time);
    }
    Ok(sign * (i16::from(hour) * 60 + i16::from(minute)))
}
