//! The tools that are measured, and what each is fed.

/// Whose page it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// TimelineJS3.
    TimelineJs,
    /// vis-timeline.
    Vis,
    /// Ours.
    Frise,
}

/// In the order of the table.
pub const TOOLS: [Tool; 3] = [Tool::TimelineJs, Tool::Vis, Tool::Frise];

/// What it is fed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Entries {
    /// The programme's, so many.
    Programme(usize),
    /// Ten thousand made up.
    Ten,
    /// A hundred thousand.
    Hundred,
}

impl Tool {
    /// As its makers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::TimelineJs => "TimelineJS3",
            Self::Vis => "vis-timeline",
            Self::Frise => "Frise",
        }
    }

    /// Its name in `watch.js`, in addresses and on the command line.
    pub fn hook(self) -> &'static str {
        match self {
            Self::TimelineJs => "timelinejs",
            Self::Vis => "vis",
            Self::Frise => "frise",
        }
    }

    /// Whether the wheel with Ctrl zooms it.
    pub fn has_wheel(self) -> bool {
        self != Self::TimelineJs
    }

    /// Where its page with these entries is.
    pub fn address(self, entries: Entries) -> String {
        match (self, entries) {
            (Self::Frise, Entries::Programme(_)) => "fr/".to_owned(),
            (Self::Frise, sample) => format!("fr/?timeline=../sample/{}.json", sample.count()),
            (peer, Entries::Programme(_)) => format!("peers/{}/?programme", peer.hook()),
            (peer, sample) => format!("peers/{}/?{}", peer.hook(), sample.count()),
        }
    }
}

impl Entries {
    /// How many.
    pub fn count(self) -> usize {
        match self {
            Self::Programme(count) => count,
            Self::Ten => 10_000,
            Self::Hundred => 100_000,
        }
    }
}
