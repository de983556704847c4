//! The proleptic Gregorian calendar over ±100 billion years, as day numbers and seconds in `i64`.

/// Seconds in a day; the wall-clock knows no leap seconds.
pub const SECONDS_PER_DAY: i64 = 86_400;
/// Mean length of a Gregorian year in seconds (365.2425 days).
pub const SECONDS_PER_YEAR: i64 = 31_556_952;
/// The earliest year a date may name: older than the universe, far from overflow.
pub const MIN_YEAR: i64 = -100_000_000_000;
/// The latest year a date may name.
pub const MAX_YEAR: i64 = 100_000_000_000;

/// An instant on the wall clock: seconds since 1970-01-01T00:00:00, in no zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A civil date and time of day. Year 0 is 1 BCE, as in ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BCE, −1 is 2 BCE.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to the month's last day.
    pub day: u8,
    /// Second of the day, 0 to 86,399.
    pub second: u32,
}

impl Civil {
    /// Midnight at the start of a date. The date must exist.
    pub const fn midnight(year: i64, month: u8, day: u8) -> Self {
        Self { year, month, day, second: 0 }
    }

    /// The instant of this date and time. Inverse of [`Moment::civil`].
    pub const fn moment(self) -> Moment {
        Moment(days_from_civil(self.year, self.month, self.day) * SECONDS_PER_DAY + self.second as i64)
    }
}

impl Moment {
    /// The calendar date and time of this instant. Inverse of [`Civil::moment`].
    pub const fn civil(self) -> Civil {
        let (year, month, day) = civil_from_days(self.0.div_euclid(SECONDS_PER_DAY));
        Civil { year, month, day, second: self.0.rem_euclid(SECONDS_PER_DAY) as u32 }
    }
}

/// Whether `year` has a 29 February.
pub const fn is_leap_year(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

/// How many days `month` (1 to 12) of `year` has; 0 for a month that does not exist.
pub const fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Days from 1970-01-01 to a date, negative before it.
///
/// The year is counted from March, so that the leap day is its last; eras of 400 years all have
/// 146,097 days. (The method is Howard Hinnant's `days_from_civil`.)
pub const fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i64 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of a day number. Inverse of [`days_from_civil`].
const fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + if month <= 2 { 1 } else { 0 };
    (year, month as u8, day as u8)
}
