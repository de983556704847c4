//! A presentation under way: what is shown, what is asked of it, and what follows from that outside of the views.

use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::clock::set_timer;
use super::lectern::Lectern;
use super::reading::Question;
use crate::browser::{self, Awake, HtmlElement};
use crate::i18n::Phrase;
use crate::room::broken;
use crate::room::model::{Presenter, PresenterChange, PresenterCommand, Timer, without_presenter};

/// A presentation. Copies are the same; components find it in context.
#[derive(Clone, Copy)]
pub struct Desk {
    pub lectern: Lectern,
    pub presenter: RwSignal<Presenter>,
    questions: StoredValue<Vec<Question>>,
    /// What has happened, in the line for it.
    pub notice: RwSignal<String>,
    /// What a screen reader is told of changes that are plain to see.
    pub told: RwSignal<String>,
    /// Whether it fills the screen.
    pub is_full: RwSignal<bool>,
    /// Whether the screen stays on.
    pub is_awake: RwSignal<bool>,
    pub awake: StoredValue<Option<Awake>, LocalStorage>,
    pub places: Places,
}

/// Elements that have focus given to them, or are scrolled.
#[derive(Clone, Copy, Default)]
pub struct Places {
    /// What lies over the page. It is what is scrolled, and what fills the screen.
    pub over: NodeRef<html::Div>,
    /// The question.
    pub question: NodeRef<html::H2>,
    /// The heading of the panel that is open.
    pub panel: NodeRef<html::H3>,
    /// The prompts that are shown.
    pub prompts: NodeRef<html::Ol>,
    /// What is seen while nothing is.
    pub dark: NodeRef<html::Button>,
}

/// What stands on a command's button.
pub struct Label {
    /// The value of its hook.
    pub press: &'static str,
    pub name: String,
    /// The key that is written on it.
    pub key: Option<String>,
    /// All its keys.
    pub shortcuts: Option<String>,
}

/// The presentation that a component belongs to.
pub fn use_desk() -> Desk {
    expect_context()
}

impl Desk {
    /// A presentation of these questions, for the owner that is the current one.
    pub fn new(lectern: Lectern, presenter: Presenter, questions: Vec<Question>) -> Self {
        Self {
            lectern,
            presenter: RwSignal::new(presenter),
            questions: StoredValue::new(questions),
            notice: RwSignal::default(),
            told: RwSignal::default(),
            is_full: RwSignal::new(false),
            is_awake: RwSignal::new(false),
            awake: StoredValue::new_local(None),
            places: Places::default(),
        }
    }

    /// A phrase.
    pub fn say(self, phrase: Phrase) -> String {
        self.lectern.words().phrases.get(phrase).to_owned()
    }

    /// A phrase with values filled in.
    pub fn fill(self, phrase: Phrase, values: [(&str, String); 2]) -> String {
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.lectern.words().phrases.fill(phrase, &values)
    }

    /// A phrase that counts: `{n}` of `{total}`.
    pub fn count(self, phrase: Phrase, n: usize, total: usize) -> String {
        self.fill(phrase, [("n", n.to_string()), ("total", total.to_string())])
    }

    /// What stands on a command's button.
    pub fn label(self, asks: PresenterCommand) -> Label {
        let (tool, right_to_left) = (asks.tool(), browser::is_right_to_left());
        let (press, name) = tool.button.map(|(press, name)| (press, self.say(name))).unwrap_or_default();
        let keys: Vec<_> = tool.keys.iter().map(|key| key.aria(right_to_left)).collect();
        Label {
            press,
            name,
            key: tool.keys.first().map(|key| key.written(right_to_left)),
            shortcuts: Some(keys.join(" ")).filter(|keys| !keys.is_empty()),
        }
    }

    /// What a component wants to know of the presenter; it follows.
    pub fn shown<T>(self, read: impl FnOnce(&Presenter) -> T) -> T {
        self.presenter.with(read)
    }

    /// What a component wants to know of the question that is shown; it follows.
    pub fn question<T: Default>(self, read: impl FnOnce(&Question) -> T) -> T {
        let at = self.shown(Presenter::current);
        self.questions.with_value(|questions| questions.get(at).map(read)).unwrap_or_default()
    }

    /// The id of the question that is shown.
    pub fn question_id(self) -> String {
        untrack(|| self.question(|question| question.id.clone()))
    }

    /// Which of the questions has that id.
    pub fn position(self, question: &str) -> Option<usize> {
        self.questions.with_value(|questions| questions.iter().position(|one| one.id == question))
    }

    /// Whether a question is marked as discussed; it follows.
    pub fn is_discussed(self, at: usize) -> bool {
        self.questions.with_value(|questions| {
            let id = questions.get(at).map(|question| question.id.as_str()).unwrap_or_default();
            self.lectern.discussed.with(|discussed| discussed.contains(id))
        })
    }

    /// `Question 2 of 3`; it follows.
    pub fn place(self) -> String {
        let (n, total) = self.shown(|presenter| (presenter.current() + 1, presenter.count()));
        self.count(Phrase::PresenterPlace, n, total)
    }

    /// Where the question is reached without the presenter.
    pub fn address(self) -> String {
        format!("{}{}#{}", browser::address(), without_presenter(&browser::query()), self.question_id())
    }

    /// Carries out a command.
    pub fn ask(self, command: PresenterCommand) {
        if self.scrolls(command) {
            return;
        }
        if let Some(change) = self.presenter.try_update(|presenter| presenter.update(command)) {
            self.perform(change);
        }
    }

    /// Where there is more to see of a question, turning pages is scrolling.
    fn scrolls(self, command: PresenterCommand) -> bool {
        let direction = match command {
            PresenterCommand::PageNext => 1,
            PresenterCommand::PagePrevious => -1,
            _ => return false,
        };
        self.places.over.get_untracked().is_some_and(|over| browser::scroll_by_page(&over, direction))
    }

    /// Does what a change asks for outside of the views, which follow by themselves.
    fn perform(self, change: PresenterChange) {
        // Leaving may be the end of all this.
        if change == PresenterChange::Left {
            return self.lectern.leave(&self.question_id());
        }
        self.notice.set(String::new());
        match change {
            PresenterChange::Moved => {
                self.lectern.show_address(&self.question_id());
                self.told.set(untrack(|| self.said_whole()));
            }
            PresenterChange::Prompts => self.told.set(untrack(|| self.last_prompt())),
            PresenterChange::Marked => {
                let at = self.presenter.with_untracked(Presenter::current);
                self.lectern.mark(&self.question_id(), !untrack(|| self.is_discussed(at)));
            }
            PresenterChange::Timer => set_timer(self.lectern.clock, Timer::toggle),
            PresenterChange::ResetTimer => set_timer(self.lectern.clock, |timer, _| timer.reset()),
            PresenterChange::FullScreen => self.toggle_full_screen(),
            _ => {}
        }
        spawn_local(async move {
            tick().await;
            if !self.presenter.is_disposed() && !broken::is_broken() {
                self.attend(change);
            }
        });
    }

    /// Scrolls and gives focus as a change asks for, once the views have followed. Focus that was on what is gone goes
    /// to the panel, or to the question.
    fn attend(self, change: PresenterChange) {
        let places = self.places;
        let (panel, is_blank) = self.presenter.with_untracked(|presenter| (presenter.panel(), presenter.is_blank()));
        match change {
            PresenterChange::Moved | PresenterChange::Closed => {
                places.over.get_untracked().into_iter().for_each(|over| over.set_scroll_top(0));
            }
            PresenterChange::Opened => {
                self.focus_panel();
                places.panel.get_untracked().into_iter().for_each(|heading| browser::reveal(&heading));
            }
            PresenterChange::Prompts => {
                let last = places.prompts.get_untracked().and_then(|prompts| prompts.last_element_child());
                last.into_iter().for_each(|last| browser::reveal(&last));
            }
            PresenterChange::Blanked if is_blank => {
                focus(places.dark.get_untracked().as_deref());
            }
            PresenterChange::Blanked => self.focus_question(),
            _ => {}
        }
        if browser::has_no_focus() {
            if panel.is_some() { self.focus_panel() } else { self.focus_question() }
        }
    }

    /// Gives focus to the question.
    pub fn focus_question(self) {
        focus(self.places.question.get_untracked().as_deref());
    }

    fn focus_panel(self) {
        focus(self.places.panel.get_untracked().as_deref());
    }

    /// The question with its place, as it is read to somebody.
    fn said_whole(self) -> String {
        format!("{}{}{}", self.place(), self.say(Phrase::Colon), self.question(|question| question.text.text.clone()))
    }

    /// The prompt that came last.
    fn last_prompt(self) -> String {
        let (shown, _) = self.shown(Presenter::prompts);
        self.question(|question| {
            shown.checked_sub(1).and_then(|at| question.prompts.get(at)).map(|prompt| prompt.text.clone())
        })
        .unwrap_or_default()
    }
}

fn focus(element: Option<&HtmlElement>) {
    if let Some(element) = element {
        browser::focus_on(element);
    }
}
