//! What was chosen stays current until the reader moves on, by whatever means.
//!
//! A page that scrolls to what was chosen, and a reader who drags the scroll bar, searches, or goes on by Tab, look the
//! same to a listener: the page has scrolled. Only where it has scrolled to tells them apart.

/// What was chosen, and how far the page is with showing it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Choice {
    /// Nothing was, or the reader has moved on: what is being read is current.
    #[default]
    None,
    /// The page is about to scroll to it.
    Sought,
    /// The page has scrolled there: so far from its top, in px.
    Found(f64),
}

impl Choice {
    /// Whether the choice, and not what is being read, is current.
    pub fn holds(self) -> bool {
        self != Self::None
    }

    /// The page has scrolled there, so far from its top.
    pub fn found(self, at: f64) -> Self {
        if self == Self::Sought { Self::Found(at) } else { self }
    }

    /// The page has scrolled: what is left of the choice.
    pub fn scrolled(self, to: f64) -> Self {
        match self {
            // Places are rounded to whole device pixels.
            Self::Found(place) if (place - to).abs() > 1.0 => Self::None,
            kept => kept,
        }
    }

    /// Focus has gone to another entry's article: what is left of the choice.
    pub fn left(self) -> Self {
        match self {
            Self::Sought => self,
            _ => Self::None,
        }
    }
}
