//! Dates as history writes them: a civil calendar without end, EDTF with the precision it states,
//! and the steps by which an axis is divided. Nothing here knows a time zone: times are wall-clock.

mod calendar;
mod edtf;
mod parse;
mod step;

pub use calendar::{
    Civil, MAX_YEAR, MIN_YEAR, Moment, SECONDS_PER_DAY, SECONDS_PER_YEAR, days_from_civil, days_in_month, is_leap_year,
};
pub use edtf::{Bound, Date, Edtf, Precision, Qualifier, Span};
pub use parse::EdtfError;
pub use step::{Step, Unit};
