//! The session and the commands that change it.

use super::filters::{Filters, Toggle};
use super::problem::Problem;
use super::url::{Target, parse_query, query_of, target_of};
use crate::content::Outline;
use crate::time::{Date, Edtf};

/// What the reader is doing, apart from the viewport.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// What the timeline is narrowed to.
    pub filters: Filters,
    /// What the address names.
    pub target: Option<Target>,
    /// Something that could not be done as asked.
    pub problem: Option<Problem>,
    /// What the period's fields hold that is no date.
    pub refused: Refused,
    /// The filters of the last history step: typing goes on from there.
    committed: Filters,
}

/// Ends of the period as they were typed, where that is no date. They stay in their fields to be corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// Its start.
    pub from: Option<String>,
    /// Its end.
    pub to: Option<String>,
}

/// What the reader, or the browser, asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// The page was opened, or history moved, to this query and fragment.
    Arrive {
        /// With or without `?`.
        query: String,
        /// With or without `#`.
        fragment: String,
        /// Whether some element of the page has that id.
        on_page: bool,
        /// Whether what the fragment names is to be brought into view.
        reveals: bool,
    },
    /// The search field holds this.
    Type(String),
    /// Enter was pressed in the search field, or focus left it.
    CommitText,
    /// A filter's button was pressed.
    Toggle(Toggle),
    /// Start of the period, as typed.
    PeriodFrom(String),
    /// End of the period, as typed.
    PeriodTo(String),
    /// Everything is to be shown again.
    Clear,
    /// The message was read.
    Dismiss,
}

/// What has to happen outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A new history step with this query.
    Push(String),
    /// This query in place of the current one.
    Replace(String),
    /// The number of entries shown has changed: say it.
    AnnounceCount,
    /// Bring the target into view.
    Reveal(Target),
}

impl Session {
    /// Carries out a command. Restoring (`Arrive`) never writes an address.
    pub fn update(&mut self, outline: &Outline, command: Command) -> Vec<Outcome> {
        match command {
            Command::Arrive { query, fragment, on_page, reveals } => {
                let mut outcomes = self.arrive(outline, &query, &fragment, on_page);
                outcomes.retain(|outcome| reveals || !matches!(outcome, Outcome::Reveal(_)));
                return outcomes;
            }
            Command::Dismiss => {
                self.problem = None;
                self.refused = Refused::default();
                return Vec::new();
            }
            Command::Type(text) => {
                if text == self.filters.text {
                    return Vec::new();
                }
                self.filters.text = text;
                return vec![Outcome::Replace(query_of(&self.filters, outline)), Outcome::AnnounceCount];
            }
            Command::CommitText => return self.commit(outline),
            Command::Toggle(filter) => self.filters.toggle(filter),
            Command::PeriodFrom(typed) => match read_date(&typed) {
                Ok(date) => (self.filters.from, self.refused.from) = (date, None),
                Err(problem) => {
                    (self.problem, self.refused.from) = (Some(problem), Some(typed));
                    return Vec::new();
                }
            },
            Command::PeriodTo(typed) => match read_date(&typed) {
                Ok(date) => (self.filters.to, self.refused.to) = (date, None),
                Err(problem) => {
                    (self.problem, self.refused.to) = (Some(problem), Some(typed));
                    return Vec::new();
                }
            },
            Command::Clear => (self.filters, self.refused) = (Filters::default(), Refused::default()),
        }
        // What stands in a field and is no date is still to be corrected.
        let refused = self.refused.from.as_deref().or(self.refused.to.as_deref());
        self.problem = refused.and_then(|typed| read_date(typed).err());
        let mut outcomes = self.commit(outline);
        outcomes.push(Outcome::AnnounceCount);
        outcomes
    }

    /// For each entry whether it is shown, of whether it passes the filters: what the address names is shown even if
    /// they exclude it.
    pub fn shown(&self, mut passing: Vec<bool>) -> Vec<bool> {
        if let Some(excluded) = self.excluded(&passing).and_then(|entry| passing.get_mut(entry)) {
            *excluded = true;
        }
        passing
    }

    /// The entry that the address names and the filters exclude.
    pub fn excluded(&self, passing: &[bool]) -> Option<usize> {
        let Some(Target::Entry(entry)) = self.target else { return None };
        (passing.get(entry) == Some(&false)).then_some(entry)
    }

    /// What the period's fields hold: its start and end.
    pub fn period(&self) -> [String; 2] {
        let text = |refused: &Option<String>, date: Option<Date>| {
            refused.clone().or_else(|| date.map(|date| date.to_string())).unwrap_or_default()
        };
        [text(&self.refused.from, self.filters.from), text(&self.refused.to, self.filters.to)]
    }

    /// Makes the filters a history step. What typing has replaced is put back first, so that Back
    /// returns to before the typing. The new address has no fragment: what the old one named may be filtered.
    fn commit(&mut self, outline: &Outline) -> Vec<Outcome> {
        if self.filters == self.committed {
            return Vec::new();
        }
        let mut outcomes = Vec::new();
        if self.filters.text != self.committed.text {
            outcomes.push(Outcome::Replace(query_of(&self.committed, outline)));
        }
        outcomes.push(Outcome::Push(query_of(&self.filters, outline)));
        self.committed = self.filters.clone();
        self.target = None;
        outcomes
    }

    fn arrive(&mut self, outline: &Outline, query: &str, fragment: &str, on_page: bool) -> Vec<Outcome> {
        let (filters, problems) = parse_query(query, outline);
        let changed = filters != self.filters;
        self.filters = filters.clone();
        self.committed = filters;
        self.problem = problems.into_iter().next();
        self.refused = Refused::default();
        let mut outcomes = Vec::new();
        if changed {
            outcomes.push(Outcome::AnnounceCount);
        }
        match target_of(fragment, outline) {
            Ok(target) => {
                self.target = target;
                outcomes.extend(target.map(Outcome::Reveal));
            }
            Err(unknown) => {
                self.target = None;
                if !on_page {
                    self.problem = Some(Problem::UnknownFragment(unknown));
                }
            }
        }
        outcomes
    }
}

/// A date as it was typed; nothing for nothing.
fn read_date(typed: &str) -> Result<Option<Date>, Problem> {
    match Edtf::parse(typed.trim()) {
        _ if typed.trim().is_empty() => Ok(None),
        Ok(Edtf::Single(date)) => Ok(Some(date)),
        Ok(Edtf::Interval(..)) | Err(_) => Err(Problem::NotADate(typed.trim().to_owned())),
    }
}
