//! The presenter's timer.

/// A timer over a clock in milliseconds that others read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timer {
    minutes: u32,
    /// Milliseconds it ran before it was halted last.
    ran: i64,
    /// When it was started last, if it runs.
    since: Option<i64>,
}

impl Timer {
    /// The most minutes it can be set to.
    pub const MOST: u32 = 180;

    /// A timer of so many minutes, which does not run yet.
    pub fn new(minutes: u32) -> Self {
        Self { minutes: minutes.clamp(1, Self::MOST), ran: 0, since: None }
    }

    /// How long it is set to.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// Sets how long it is; what has passed of it has passed.
    pub fn set(&mut self, minutes: u32) {
        self.minutes = minutes.clamp(1, Self::MOST);
    }

    /// Whether it runs.
    pub fn is_running(self) -> bool {
        self.since.is_some()
    }

    /// Whether it runs, or has run and was halted.
    pub fn has_begun(self) -> bool {
        self.is_running() || self.ran > 0
    }

    /// Starts it, or halts it.
    pub fn toggle(&mut self, now: i64) {
        match self.since.take() {
            Some(since) => self.ran += (now - since).max(0),
            None => self.since = Some(now),
        }
    }

    /// Puts it back to its beginning, where it does not run.
    pub fn reset(&mut self) {
        *self = Self::new(self.minutes);
    }

    /// Milliseconds that are left; below zero, how long time has been up.
    pub fn left(self, now: i64) -> i64 {
        // A clock that was put back does not give time back.
        let running = self.since.map_or(0, |since| (now - since).max(0));
        i64::from(self.minutes) * 60_000 - self.ran - running
    }

    /// Whether time is up.
    pub fn is_up(self, now: i64) -> bool {
        self.left(now) <= 0
    }

    /// What is left as minutes and seconds, `07:32`; what is over, `+00:12`.
    pub fn text(self, now: i64) -> String {
        let left = self.left(now);
        // The second that has begun counts until it is over.
        let (sign, seconds) = if left > 0 { ("", (left + 999) / 1000) } else { ("+", -left / 1000) };
        let sign = if seconds == 0 { "" } else { sign };
        format!("{sign}{:02}:{:02}", seconds / 60, seconds % 60)
    }
}
