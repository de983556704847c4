//! Ticks on calendar boundaries, spaced so that their labels never touch.

use crate::time::{Moment, Step, Unit};

use super::scale::Scale;
use super::steps::step_for;

/// A tick and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its instant, on a boundary of `unit`.
    pub moment: Moment,
    /// Fraction of the axis.
    pub at: f64,
    /// The unit of the step between ticks.
    pub unit: Unit,
}

/// Ticks of a window of the axis, from the last at or before its start to the first after its end.
///
/// `axis` is the axis' length in rem; the step is the smallest whose labels keep clear of each other.
pub fn ticks(scale: Scale, axis: f64, (from, to): (f64, f64)) -> Vec<Tick> {
    let step = spaced_step(scale, axis);
    let end = scale.moment(to.min(1.0)).min(scale.end());
    let mut ticks = Vec::new();
    let mut next = Some(step.floor(scale.moment(from.max(0.0))));
    while let Some(moment) = next {
        if moment >= scale.start() && moment < scale.end() {
            ticks.push(Tick { moment, at: scale.fraction(moment), unit: step.unit });
        }
        next = if moment > end { None } else { step.next(moment) };
    }
    ticks
}

/// The smallest step at which no label reaches the next tick.
fn spaced_step(scale: Scale, axis: f64) -> Step {
    let seconds_per_rem = scale.seconds() as f64 / axis.max(1.0);
    let mut step = step_for(1);
    loop {
        // Months are up to 8 % shorter than their mean, and ends of months up to half a step; years
        // without a leap day, one or several, are shorter too.
        let shortest = match step.unit {
            Unit::Month => 0.91,
            Unit::Year => 0.99,
            _ => 1.0,
        };
        let room = step.seconds() as f64 * shortest / seconds_per_rem;
        if room >= label_room(scale, step.unit) || step.count >= 100_000_000_000 {
            return step;
        }
        step = step_for(step.seconds() + 1);
    }
}

/// Room for the widest label of a unit, in rem, with a gap.
fn label_room(scale: Scale, unit: Unit) -> f64 {
    match unit {
        Unit::Second => 5.0,
        Unit::Minute | Unit::Hour | Unit::Day => 4.25,
        Unit::Month => 3.5,
        Unit::Year => {
            let longest = scale.start().civil().year.unsigned_abs().max(scale.end().civil().year.unsigned_abs());
            let digits = f64::from(longest.max(1).ilog10() + 1);
            // Before the year 1000 the era is written.
            let era = if scale.start().civil().year < 1_000 { 4.5 } else { 0.0 };
            // Digits are 0.5 rem at most, groups of three are set apart.
            0.75 + digits * 0.5 + (digits / 3.0).floor() * 0.25 + era
        }
    }
}
