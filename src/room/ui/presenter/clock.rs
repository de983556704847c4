//! The timer. It goes by the clock: a tab that is put to sleep is right again when it wakes.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::room::broken;
use crate::room::model::Timer;

/// Between two looks at the clock.
const STEP: Duration = Duration::from_millis(250);
/// Minutes of a timer that nobody has set.
const MINUTES: u32 = 10;

/// The timer as it was when the clock was looked at last.
#[derive(Clone, Copy)]
pub struct Clock {
    timer: Timer,
    /// What the clock showed, in milliseconds.
    now: i64,
    /// Whether it was said that time is up.
    said_up: bool,
}

impl Clock {
    /// A timer that has not begun.
    pub fn new() -> Self {
        Self { timer: Timer::new(MINUTES), now: now(), said_up: false }
    }

    /// How many minutes the timer is set to.
    pub fn minutes(self) -> String {
        self.timer.minutes().to_string()
    }

    /// Whether it runs.
    pub fn is_running(self) -> bool {
        self.timer.is_running()
    }

    /// What is left, as it is written.
    pub fn text(self) -> String {
        self.timer.text(self.now)
    }

    fn is_up(self) -> bool {
        self.timer.is_up(self.now)
    }

    /// What it looks like.
    pub fn look(self) -> &'static str {
        match (self.timer.is_running(), self.timer.has_begun()) {
            _ if self.is_up() => "up",
            (true, _) => "runs",
            (false, true) => "halted",
            (false, false) => "set",
        }
    }
}

fn now() -> i64 {
    browser::now() as i64
}

/// Looks at the clock, and does something to the timer at this moment.
pub fn set_timer(clock: RwSignal<Clock>, act: impl FnOnce(&mut Timer, i64)) {
    clock.update(|clock| {
        clock.now = now();
        act(&mut clock.timer, clock.now);
        clock.said_up &= clock.is_up();
    });
}

fn look_at(clock: RwSignal<Clock>) {
    set_timer(clock, |_, _| {});
}

/// Takes what is typed for the timer's minutes. Returns how many there are now.
pub fn type_minutes(clock: RwSignal<Clock>, typed: &str) -> String {
    if let Ok(minutes) = typed.trim().parse() {
        set_timer(clock, |timer, _| timer.set(minutes));
    }
    clock.get_untracked().minutes()
}

/// Looks at the clock as long as the timer runs and is shown, and calls back when time is up.
pub fn use_clock(clock: RwSignal<Clock>, say_up: impl Fn() + 'static) {
    // It may have gone on while nothing was presented.
    look_at(clock);
    let is_running = Memo::new(move |_| clock.get().is_running());
    Effect::new(move |_| {
        let look = move || {
            if !broken::is_broken() {
                look_at(clock);
            }
        };
        if is_running.get()
            && let Ok(ticking) = set_interval_with_handle(look, STEP)
        {
            on_cleanup(move || ticking.clear());
        }
    });
    Effect::new(move |_| {
        if clock.get().is_up() && !clock.get().said_up {
            clock.update_untracked(|clock| clock.said_up = true);
            say_up();
        }
    });
}
