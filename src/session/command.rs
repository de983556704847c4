//! The session and the commands that change it.

use super::filters::{Filters, toggle};
use super::url::{Target, parse_query, query_of, target_of};
use crate::content::Timeline;
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
    /// The filters of the last history step: typing goes on from there.
    committed: Filters,
}

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
    },
    /// The search field holds this.
    Type(String),
    /// Enter was pressed in the search field, or focus left it.
    CommitText,
    /// A lane's filter was pressed.
    ToggleLane(usize),
    /// A region's filter was pressed.
    ToggleRegion(usize),
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
    pub fn update(&mut self, timeline: &Timeline, command: Command) -> Vec<Outcome> {
        match command {
            Command::Arrive { query, fragment, on_page } => return self.arrive(timeline, &query, &fragment, on_page),
            Command::Dismiss => {
                self.problem = None;
                return Vec::new();
            }
            Command::Type(text) => {
                if text == self.filters.text {
                    return Vec::new();
                }
                self.filters.text = text;
                return vec![Outcome::Replace(query_of(&self.filters, timeline)), Outcome::AnnounceCount];
            }
            Command::CommitText => return self.commit(timeline),
            Command::ToggleLane(lane) => toggle(&mut self.filters.lanes, lane),
            Command::ToggleRegion(region) => toggle(&mut self.filters.regions, region),
            Command::PeriodFrom(typed) => match read_date(&typed) {
                Ok(date) => self.filters.from = date,
                Err(problem) => return self.refuse(problem),
            },
            Command::PeriodTo(typed) => match read_date(&typed) {
                Ok(date) => self.filters.to = date,
                Err(problem) => return self.refuse(problem),
            },
            Command::Clear => self.filters = Filters::default(),
        }
        self.problem = None;
        let mut outcomes = self.commit(timeline);
        outcomes.push(Outcome::AnnounceCount);
        outcomes
    }

    fn refuse(&mut self, problem: Problem) -> Vec<Outcome> {
        self.problem = Some(problem);
        Vec::new()
    }

    /// Makes the filters a history step. What typing has replaced is put back first, so that Back
    /// returns to before the typing.
    fn commit(&mut self, timeline: &Timeline) -> Vec<Outcome> {
        if self.filters == self.committed {
            return Vec::new();
        }
        let mut outcomes = Vec::new();
        if self.filters.text != self.committed.text {
            outcomes.push(Outcome::Replace(query_of(&self.committed, timeline)));
        }
        outcomes.push(Outcome::Push(query_of(&self.filters, timeline)));
        self.committed = self.filters.clone();
        outcomes
    }

    fn arrive(&mut self, timeline: &Timeline, query: &str, fragment: &str, on_page: bool) -> Vec<Outcome> {
        let (filters, problems) = parse_query(query, timeline);
        let changed = filters != self.filters;
        self.filters = filters.clone();
        self.committed = filters;
        self.problem = problems.into_iter().next();
        let mut outcomes = Vec::new();
        if changed {
            outcomes.push(Outcome::AnnounceCount);
        }
        match target_of(fragment, timeline) {
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
