//! What could not be done as it was asked.

/// Something that went wrong, with what it was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The address names nothing on this page.
    UnknownFragment(String),
    /// A filter names a lane, region or date that does not exist.
    UnknownFilter(String),
    /// The period's start or end was typed as something that is no date.
    NotADate(String),
    /// The address was written by a newer version of the page.
    NewerLink,
    /// Another one, in words.
    Other(String),
}
