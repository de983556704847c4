//! The steps that ticks may be apart.

use crate::time::{Step, Unit};

/// Steps below ten years; above, 1, 2 and 5 times the powers of ten follow.
const STEPS: &[Step] = &[
    Step::new(Unit::Second, 1),
    Step::new(Unit::Second, 5),
    Step::new(Unit::Second, 15),
    Step::new(Unit::Second, 30),
    Step::new(Unit::Minute, 1),
    Step::new(Unit::Minute, 5),
    Step::new(Unit::Minute, 15),
    Step::new(Unit::Minute, 30),
    Step::new(Unit::Hour, 1),
    Step::new(Unit::Hour, 3),
    Step::new(Unit::Hour, 6),
    Step::new(Unit::Hour, 12),
    Step::new(Unit::Day, 1),
    Step::new(Unit::Day, 2),
    Step::new(Unit::Day, 7),
    Step::new(Unit::Day, 14),
    Step::new(Unit::Month, 1),
    Step::new(Unit::Month, 3),
    Step::new(Unit::Month, 6),
    Step::new(Unit::Year, 1),
    Step::new(Unit::Year, 2),
    Step::new(Unit::Year, 5),
];

/// The smallest step of at least so many seconds.
pub fn step_for(seconds: i64) -> Step {
    if let Some(step) = STEPS.iter().find(|step| step.seconds() >= seconds) {
        return *step;
    }
    let mut years = 10;
    loop {
        for factor in [1, 2, 5] {
            let step = Step::new(Unit::Year, years * factor);
            // Past 10¹¹ years there is no date left to divide.
            if step.seconds() >= seconds || step.count >= 100_000_000_000 {
                return step;
            }
        }
        years *= 10;
    }
}
