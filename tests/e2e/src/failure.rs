//! Why a test did not get to its assertions.

use std::error::Error;
use std::fmt::{Debug, Formatter};

/// Something that could not be done, in words.
pub struct Failure(String);

/// What every test comes to. What it asserts, it asserts with `assert!`.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure in our own words.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl Debug for Failure {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        // The driver's own addresses help nobody.
        let text = error.to_string();
        Self(text.split("Stacktrace:").next().unwrap_or_default().trim_end().to_owned())
    }
}
