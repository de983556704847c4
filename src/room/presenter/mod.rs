//! One question at a time, for a room. It lies over the page, which stays where it is and cannot be reached
//! meanwhile, and reads the questions from its text.

mod clock;
mod code;
mod marks;
mod open;
mod reading;
mod screen;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use super::broken;
use crate::browser::{self, Event};
use crate::i18n::{Phrase, Words};
use crate::session::{
    Panel, Presenter, PresenterChange, PresenterCommand, Timer, is_of_this_device, is_presenting, presenter_button,
    presenter_key, with_presenter, without_presenter,
};
pub use open::take_off;
use reading::Question;

/// What lies over the page. It is what is scrolled, and what fills the screen.
const OVER: &str = "#presenter";
const HEADING: &str = "#presenter-question";
const PANEL_HEADING: &str = "#presenter-panel";
/// Minutes of a timer that nobody has set.
const MINUTES: u32 = 10;

/// The presenter of a page.
#[derive(Clone)]
struct Desk(Rc<Inner>);

struct Inner {
    words: Rc<Words>,
    state: RefCell<State>,
}

/// What lasts from one presentation to the next, and the one under way.
struct State {
    timer: Timer,
    /// Whether it was said that time is up.
    said_up: bool,
    open: Option<Open>,
}

/// A presentation under way.
struct Open {
    presenter: Presenter,
    questions: Vec<Question>,
    /// The page's own name.
    title: String,
    came: Came,
    awake: Option<browser::Awake>,
    /// Whether it fills the screen.
    is_full: bool,
}

/// How the presenter was opened.
#[derive(Clone)]
enum Came {
    /// By the button of a question, from this address.
    FromQuestion { id: String, address: String },
    /// By the page's address.
    ByLink,
}

/// Binds the page's buttons, and presents at once where the address asks for it.
pub fn install(words: &Rc<Words>) {
    let state = State { timer: Timer::new(MINUTES), said_up: false, open: None };
    let desk = Desk(Rc::new(Inner { words: Rc::clone(words), state: RefCell::new(state) }));
    marks::show(words);
    browser::enable("[data-presenter]");
    let here = desk.clone();
    broken::on_window("click", move |event| here.clicked(&event));
    let here = desk.clone();
    broken::on_window("keydown", move |event| here.key_down(&event));
    for name in ["input", "change"] {
        let here = desk.clone();
        broken::on_window(name, move |event| here.minutes_typed(&event, name == "change"));
    }
    let here = desk.clone();
    broken::on_window("popstate", move |_| here.follow_address());
    let here = desk.clone();
    broken::on_window("fullscreenchange", move |_| here.screen_changed());
    let here = desk.clone();
    broken::on_window("visibilitychange", move |_| here.seen_again());
    let here = desk.clone();
    browser::every(clock::STEP, move || {
        if !broken::is_broken() {
            here.tick();
        }
    });
    desk.follow_address();
}

impl Desk {
    fn say(&self, phrase: Phrase) -> &str {
        self.0.words.phrases.get(phrase)
    }

    fn is_open(&self) -> bool {
        self.0.state.borrow().open.is_some()
    }

    /// What is asked of the presentation under way, if there is one.
    fn ask<T>(&self, question: impl FnOnce(&Open) -> T) -> Option<T> {
        self.0.state.borrow().open.as_ref().map(question)
    }

    fn is_blank(&self) -> bool {
        self.ask(|open| open.presenter.is_blank()) == Some(true)
    }

    fn clicked(&self, event: &Event) {
        if !self.is_open() {
            if browser::is_within(event, "[data-presenter]") {
                let question = browser::closest_attribute(event, "article[data-question]", "data-question");
                self.open_from(&question.unwrap_or_default());
            }
            return;
        }
        if self.is_blank() {
            return self.act(PresenterCommand::Blank);
        }
        let value = |name: &str| browser::closest_attribute(event, &format!("{OVER} [{name}]"), name);
        if let Some(command) = value("data-press").and_then(|name| presenter_button(&name)) {
            self.act(command);
        } else if let Some(number) = value("data-go").and_then(|number| number.parse::<usize>().ok()) {
            self.act(PresenterCommand::Go(number.saturating_sub(1)));
        }
    }

    fn key_down(&self, event: &Event) {
        let Some((name, modified)) = browser::key(event).filter(|_| self.is_open()) else { return };
        if self.is_blank() {
            if !modified && !["Shift", "Control", "Alt", "AltGraph", "Meta"].contains(&name.as_str()) {
                event.prevent_default();
                self.act(PresenterCommand::Blank);
            }
            return;
        }
        if browser::is_within(event, &format!("{OVER} input")) {
            // What is typed is the field's.
            if name == "Escape" {
                browser::focus(HEADING);
            }
            return;
        }
        let shifted = browser::is_shifted(event);
        if let Some(command) = presenter_key(&name, modified, shifted, browser::is_right_to_left()) {
            event.prevent_default();
            self.act(command);
        }
    }

    /// Carries out a command, with all that follows outside.
    fn act(&self, command: PresenterCommand) {
        let direction = match command {
            PresenterCommand::PageNext => 1,
            PresenterCommand::PagePrevious => -1,
            _ => 0,
        };
        if direction != 0 && browser::scroll_by_page(OVER, direction) {
            return;
        }
        let change = match &mut self.0.state.borrow_mut().open {
            Some(open) => open.presenter.update(command),
            None => return,
        };
        self.notice("");
        match change {
            PresenterChange::Nothing => {}
            PresenterChange::Moved => {
                self.draw();
                self.address_moved();
                browser::scroll_to_start(OVER);
                self.tell_question();
            }
            PresenterChange::Opened => {
                self.draw();
                browser::focus(PANEL_HEADING);
                browser::reveal(PANEL_HEADING);
            }
            PresenterChange::Closed => {
                self.draw();
                browser::scroll_to_start(OVER);
            }
            PresenterChange::Prompts => {
                self.draw();
                browser::reveal(".presenter-prompts > li:last-child");
                let shown = browser::texts_of(".presenter-prompts > li:last-child");
                browser::set_text("#presenter [data-told]", shown.trim());
            }
            PresenterChange::Blanked => self.blanked(),
            PresenterChange::Marked => self.marked(),
            PresenterChange::Timer => self.toggle_timer(),
            PresenterChange::ResetTimer => self.reset_timer(),
            PresenterChange::FullScreen => self.toggle_full_screen(),
            PresenterChange::Left => self.leave(),
        }
    }

    /// Writes the stage anew, and the bar's state. Focus that was on what is gone
    /// goes to the panel, or to the question.
    fn draw(&self) {
        let Some(stage) = self.ask(|open| self.stage(open)) else { return };
        let buttons = ["prompts", "fewer"].map(|press| format!(".presenter-panel [data-press='{press}']"));
        let held = buttons.iter().find(|button| browser::matches(button, ":focus"));
        browser::set_html("#presenter [data-stage]", &stage);
        let state = self.0.state.borrow();
        let Some(Open { presenter, .. }) = &state.open else { return };
        let place =
            [("n", presenter.current() + 1), ("total", presenter.count())].map(|(name, n)| (name, n.to_string()));
        let place: Vec<_> = place.iter().map(|(name, n)| (*name, n.as_str())).collect();
        let place = self.0.words.phrases.fill(Phrase::PresenterPlace, &place);
        browser::set_text("#presenter [data-place]", &place);
        for at in 0..presenter.count() {
            let number = format!("#presenter [data-go='{}']", at + 1);
            browser::set_attribute(&number, "aria-current", (at == presenter.current()).then_some("true"));
            browser::set_attribute(&number, "data-done", presenter.is_discussed(at).then_some(""));
        }
        let panel = presenter.panel().map(view::name_of);
        browser::set_attribute(OVER, "data-panel", panel);
        for name in [Panel::Evidence, Panel::Stressed, Panel::Prompts].map(view::name_of) {
            let expanded = if panel == Some(name) { "true" } else { "false" };
            browser::set_attribute(&format!(".presenter-word[data-press='{name}']"), "aria-expanded", Some(expanded));
        }
        let pressed = if presenter.is_discussed(presenter.current()) { "true" } else { "false" };
        browser::set_attribute(".presenter-word[data-press='discussed']", "aria-pressed", Some(pressed));
        for (press, at_end) in
            [("previous", presenter.current() == 0), ("next", presenter.current() + 1 == presenter.count())]
        {
            let button = format!("#presenter [data-press='{press}']");
            browser::set_attribute(&button, "aria-disabled", at_end.then_some("true"));
        }
        drop(state);
        if browser::has_no_focus() {
            let _ = held.is_some_and(|button| browser::focus(button))
                || browser::focus(PANEL_HEADING)
                || browser::focus(HEADING);
        }
    }

    fn stage(&self, open: &Open) -> String {
        let Some(question) = open.questions.get(open.presenter.current()) else { return String::new() };
        let is = |panel| open.presenter.panel() == Some(panel);
        let entries = if is(Panel::Evidence) { reading::entries(&question.id) } else { Vec::new() };
        let address = format!("{}{}#{}", browser::address(), without_presenter(&browser::query()), question.id);
        let around = view::Around {
            entries: &entries,
            address: &address,
            is_here_only: is_of_this_device(&address),
            is_awake: open.awake.is_some(),
        };
        view::stage(&self.0.words, &open.presenter, question, &around)
    }

    fn blanked(&self) {
        let is_blank = self.is_blank();
        browser::set_attribute(OVER, "data-blank", is_blank.then_some(""));
        browser::set_attribute(".presenter-dark", "hidden", (!is_blank).then_some(""));
        browser::focus(if is_blank { ".presenter-dark" } else { HEADING });
    }

    fn marked(&self) {
        self.draw();
        let marked = self.ask(|open| {
            let at = open.presenter.current();
            (open.questions.get(at).map(|question| question.id.clone()), open.presenter.is_discussed(at))
        });
        if let Some((Some(id), discussed)) = marked {
            marks::set(&id, discussed);
            marks::show(&self.0.words);
        }
    }

    /// Says what has happened, in the line for it.
    fn notice(&self, text: &str) {
        browser::set_text("#presenter [data-said]", text);
    }

    /// Tells a screen reader which question is shown now.
    fn tell_question(&self) {
        let text = self.ask(|open| open.questions.get(open.presenter.current()).map(|one| one.text.text.clone()));
        let place = browser::text_of("#presenter [data-place]").unwrap_or_default();
        let colon = self.say(Phrase::Colon);
        let told = format!("{place}{colon}{}", text.flatten().unwrap_or_default());
        browser::set_text("#presenter [data-told]", &told);
    }
}
