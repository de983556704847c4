//! Calendar steps: the distances between ticks, each on its own calendar boundary.

use super::calendar::{Civil, MAX_YEAR, MIN_YEAR, Moment, SECONDS_PER_DAY, SECONDS_PER_YEAR};

/// The unit of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Seconds of the wall clock.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days, counted within the month so that months always begin with a step.
    Day,
    /// Months, counted within the year.
    Month,
    /// Years, counted from year 0.
    Year,
}

/// A number of units, such as 3 months. `count` divides the unit that contains it (60, 24, 12), or is
/// any number of years; days are counted within their month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The unit.
    pub unit: Unit,
    /// How many of it, at least 1.
    pub count: i64,
}

impl Step {
    /// `count` units.
    pub const fn new(unit: Unit, count: i64) -> Self {
        Self { unit, count }
    }

    /// Its mean length in seconds.
    pub const fn seconds(self) -> i64 {
        self.count
            * match self.unit {
                Unit::Second => 1,
                Unit::Minute => 60,
                Unit::Hour => 3_600,
                Unit::Day => SECONDS_PER_DAY,
                Unit::Month => SECONDS_PER_YEAR / 12,
                Unit::Year => SECONDS_PER_YEAR,
            }
    }

    /// The last boundary at or before `moment`.
    pub const fn floor(self, moment: Moment) -> Moment {
        let civil = moment.civil();
        match self.unit {
            Unit::Second | Unit::Minute | Unit::Hour => {
                let length = self.seconds();
                Moment(moment.0 - (civil.second as i64).rem_euclid(length))
            }
            Unit::Day => {
                let day = (civil.day as i64 - 1) / self.count * self.count + 1;
                let merged = if self.is_remainder(civil, day) { day - self.count } else { day };
                Civil::midnight(civil.year, civil.month, merged as u8).moment()
            }
            Unit::Month => {
                let month = (civil.month as i64 - 1) / self.count * self.count + 1;
                Civil::midnight(civil.year, month as u8, 1).moment()
            }
            Unit::Year => Civil::midnight(civil.year.div_euclid(self.count) * self.count, 1, 1).moment(),
        }
    }

    /// The first boundary after `moment`; `None` past the last year there is.
    pub const fn next(self, moment: Moment) -> Option<Moment> {
        let civil = self.floor(moment).civil();
        let Civil { year, month, day, .. } = civil;
        let next = match self.unit {
            Unit::Second | Unit::Minute | Unit::Hour => Moment(self.floor(moment).0 + self.seconds()),
            Unit::Day => {
                let next = day as i64 + self.count;
                let last = super::days_in_month(year, month) as i64;
                if next > last || self.is_remainder(civil, next) {
                    first_of_next_month(year, month)
                } else {
                    Civil::midnight(year, month, next as u8).moment()
                }
            }
            Unit::Month if month as i64 + self.count > 12 => Civil::midnight(year + 1, 1, 1).moment(),
            Unit::Month => Civil::midnight(year, month + self.count as u8, 1).moment(),
            Unit::Year => Civil::midnight(year + self.count, 1, 1).moment(),
        };
        let year = next.civil().year;
        if year < MIN_YEAR || year > MAX_YEAR { None } else { Some(next) }
    }

    /// Whether `day` would start a step that the month cuts to less than half: its tick would touch
    /// that of the first (31 after 29, with steps of 2, 7 or 14).
    const fn is_remainder(self, civil: Civil, day: i64) -> bool {
        let left = super::days_in_month(civil.year, civil.month) as i64 - day + 1;
        self.count > 1 && day > 1 && left * 2 <= self.count
    }
}

const fn first_of_next_month(year: i64, month: u8) -> Moment {
    if month == 12 { Civil::midnight(year + 1, 1, 1).moment() } else { Civil::midnight(year, month + 1, 1).moment() }
}
