//! What a host has beside the built pages.

use crate::answer::Length;

/// A file that is not among the built ones, and how the host answers for it.
#[derive(Clone, Debug)]
pub struct Extra {
    /// Its path below the prefix.
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
    pub(crate) status: u16,
    /// What the head says of the length, in place of what is sent.
    pub(crate) length: Length,
    pub(crate) is_held: bool,
}

impl Extra {
    /// A file as hosts send it.
    pub fn file(path: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { path: path.to_owned(), body: body.into(), status: 200, length: Length::True, is_held: false }
    }

    /// Answered with another status.
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Said to be so many bytes long, which do not come.
    pub fn claiming(self, length: usize) -> Self {
        Self { length: Length::Claimed(length), ..self }
    }

    /// Sent without saying how long it is.
    pub fn of_unsaid_length(self) -> Self {
        Self { length: Length::Unsaid, ..self }
    }

    /// Answered once [`crate::Site::release`] says so.
    pub fn held(self) -> Self {
        Self { is_held: true, ..self }
    }
}
