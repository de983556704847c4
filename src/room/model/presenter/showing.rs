//! One question at a time, for a room: what is shown, and its address.

use crate::session::parameter;

/// What can be opened under a question, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The entries it rests on.
    Evidence,
    /// What participants stressed.
    Stressed,
    /// Prompts for a workshop, one by one.
    Prompts,
    /// The code that leads to it.
    Code,
    /// The list of keys.
    Keys,
}

/// What a facilitator can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresenterCommand {
    /// To the question after.
    Next,
    /// To the question before.
    Previous,
    /// To the question after, once there is nothing more of this one below.
    PageNext,
    /// To the question before, once there is nothing more of this one above.
    PagePrevious,
    /// To the first question.
    First,
    /// To the last question.
    Last,
    /// To a question, by index.
    Go(usize),
    /// Opens a panel, or closes it; opened prompts show one more.
    Toggle(Panel),
    /// Hides the prompt that was shown last.
    FewerPrompts,
    /// Marks the question as discussed, or takes the mark away.
    Discussed,
    /// Starts the timer, or halts it.
    Timer,
    /// Puts the timer back to its beginning.
    ResetTimer,
    /// Fills the screen, or no longer.
    FullScreen,
    /// Shows nothing at all.
    Blank,
    /// Closes what is open, and leaves where nothing is.
    Escape,
    /// Leaves.
    Leave,
}

use PresenterCommand as Ask;

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresenterChange {
    /// Nothing.
    Nothing,
    /// Another question is shown.
    Moved,
    /// A panel was opened.
    Opened,
    /// A panel was closed.
    Closed,
    /// More or fewer prompts are shown.
    Prompts,
    /// The screen was blanked, or is no longer.
    Blanked,
    /// The question's mark is to be set, or taken away.
    Marked,
    /// The timer is to be started or halted.
    Timer,
    /// The timer is to be put back.
    ResetTimer,
    /// The screen is to be filled, or no longer.
    FullScreen,
    /// The page is to be shown again.
    Left,
}

/// What the presenter shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presenter {
    questions: Vec<Shown>,
    current: usize,
    panel: Option<Panel>,
    blank: bool,
}

/// A question's part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Shown {
    /// How many prompts there are.
    prompts: usize,
    /// How many of them have been shown.
    shown: usize,
}

impl Presenter {
    /// Questions, each by how many prompts it has; nothing without any.
    pub fn new(prompts: impl IntoIterator<Item = usize>, current: usize) -> Option<Self> {
        let questions: Vec<_> = prompts.into_iter().map(|prompts| Shown { prompts, shown: 0 }).collect();
        let last = questions.len().checked_sub(1)?;
        Some(Self { questions, current: current.min(last), panel: None, blank: false })
    }

    /// How many questions there are.
    pub fn count(&self) -> usize {
        self.questions.len()
    }

    /// The question shown, by index.
    pub fn current(&self) -> usize {
        self.current
    }

    /// The panel that is open.
    pub fn panel(&self) -> Option<Panel> {
        self.panel
    }

    /// How many prompts of the question are shown where they are open, and how many there are.
    pub fn prompts(&self) -> (usize, usize) {
        self.questions.get(self.current).map(|question| (question.shown, question.prompts)).unwrap_or_default()
    }

    /// Whether nothing is to be seen.
    pub fn is_blank(&self) -> bool {
        self.blank
    }

    /// Carries out a command. What was blanked only comes back, whatever was asked for.
    pub fn update(&mut self, command: PresenterCommand) -> PresenterChange {
        if self.blank {
            self.blank = false;
            return PresenterChange::Blanked;
        }
        match command {
            Ask::Next | Ask::PageNext => self.go(self.current + 1),
            Ask::Previous | Ask::PagePrevious => {
                self.current.checked_sub(1).map_or(PresenterChange::Nothing, |before| self.go(before))
            }
            Ask::First => self.go(0),
            Ask::Last => self.go(self.questions.len().saturating_sub(1)),
            Ask::Go(question) => self.go(question),
            Ask::Toggle(Panel::Prompts) => self.more_prompts(),
            Ask::Toggle(panel) if self.panel == Some(panel) => self.close(),
            Ask::Toggle(panel) => self.open(panel),
            Ask::FewerPrompts => self.fewer_prompts(),
            Ask::Discussed => PresenterChange::Marked,
            Ask::Timer => PresenterChange::Timer,
            Ask::ResetTimer => PresenterChange::ResetTimer,
            Ask::FullScreen => PresenterChange::FullScreen,
            Ask::Blank => {
                self.blank = true;
                PresenterChange::Blanked
            }
            Ask::Escape if self.panel.is_some() => self.close(),
            Ask::Escape | Ask::Leave => PresenterChange::Left,
        }
    }

    /// Shows another question, large: what was open under the one before is closed.
    fn go(&mut self, question: usize) -> PresenterChange {
        if question == self.current || question >= self.questions.len() {
            return PresenterChange::Nothing;
        }
        self.current = question;
        self.panel = None;
        PresenterChange::Moved
    }

    fn open(&mut self, panel: Panel) -> PresenterChange {
        self.panel = Some(panel);
        PresenterChange::Opened
    }

    fn close(&mut self) -> PresenterChange {
        self.panel = None;
        PresenterChange::Closed
    }

    fn more_prompts(&mut self) -> PresenterChange {
        let was_open = self.panel == Some(Panel::Prompts);
        let Some(question) = self.questions.get_mut(self.current).filter(|question| question.prompts > 0) else {
            return PresenterChange::Nothing;
        };
        if was_open && question.shown == question.prompts {
            return PresenterChange::Nothing;
        }
        // Opened again, they are as they were left.
        if was_open || question.shown == 0 {
            question.shown += 1;
        }
        if was_open { PresenterChange::Prompts } else { self.open(Panel::Prompts) }
    }

    fn fewer_prompts(&mut self) -> PresenterChange {
        if self.panel != Some(Panel::Prompts) {
            return PresenterChange::Nothing;
        }
        let Some(question) = self.questions.get_mut(self.current) else { return PresenterChange::Nothing };
        question.shown = question.shown.saturating_sub(1);
        if question.shown == 0 { self.close() } else { PresenterChange::Prompts }
    }
}

/// The parameter of a query that asks for the presenter.
const PRESENT: &str = "present";

/// Whether a query asks for the presenter.
pub fn is_presenting(query: &str) -> bool {
    parameter(query, PRESENT).is_some()
}

/// A query that asks for the presenter beside what it asked for before.
pub fn with_presenter(query: &str) -> String {
    let rest = without_presenter(query);
    format!("{rest}{}{PRESENT}=1", if rest.is_empty() { '?' } else { '&' })
}

/// A query that does not ask for the presenter, and for all else as before.
pub fn without_presenter(query: &str) -> String {
    let is_kept = |pair: &&str| !pair.is_empty() && pair.split('=').next() != Some(PRESENT);
    let rest: Vec<_> = query.strip_prefix('?').unwrap_or(query).split('&').filter(is_kept).collect();
    if rest.is_empty() { String::new() } else { format!("?{}", rest.join("&")) }
}

/// Whether an address leads somewhere on this device only: a file, or the device's own host.
pub fn is_of_this_device(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return true };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(literal) => literal.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let is_loopback =
        host.strip_prefix("127.").is_some_and(|rest| rest.split('.').all(|part| part.parse::<u8>().is_ok()));
    scheme == "file" || host == "localhost" || host.ends_with(".localhost") || host == "::1" || is_loopback
}
