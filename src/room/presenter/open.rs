//! Opening and leaving, and the address.

use super::{
    Came, Desk, HEADING, OVER, Open, Presenter, browser, is_presenting, marks, reading, view, with_presenter,
    without_presenter,
};

/// All of the page but what lies over it.
const PAGE: &str = "body > :not(#presenter, script)";

impl Desk {
    /// Opens at the question of a button: a step in the browser's history.
    pub(super) fn open_from(&self, id: &str) {
        let address = format!("{}{}{}", browser::address(), browser::query(), browser::fragment());
        if self.open(id, Came::FromQuestion { id: id.to_owned(), address }) {
            browser::push_address(&presented(id));
        }
    }

    /// Opens, moves and closes as the address says: at the start, on Back and Forward.
    pub(super) fn follow_address(&self) {
        let asked = is_presenting(&browser::query());
        match (self.is_open(), asked) {
            (false, false) => {}
            (false, true) => {
                if self.open(browser::fragment().trim_start_matches('#'), Came::ByLink) {
                    self.address_moved();
                }
            }
            (true, true) => self.go_to_fragment(),
            (true, false) => {
                if let Some(Came::FromQuestion { id, .. }) = self.close() {
                    browser::focus(&format!("article[data-question='{id}'] [data-presenter]"));
                }
            }
        }
    }

    fn go_to_fragment(&self) {
        let fragment = browser::fragment();
        let at = self.ask(|open| open.questions.iter().position(|one| one.id == fragment.trim_start_matches('#')));
        if let Some(at) = at.flatten() {
            self.act(super::PresenterCommand::Go(at));
        }
    }

    /// The question shown is the one in the address, without a new step.
    pub(super) fn address_moved(&self) {
        let id = self.ask(|open| open.questions.get(open.presenter.current()).map(|question| question.id.clone()));
        if let Some(id) = id.flatten() {
            browser::replace_address(&presented(&id));
        }
    }

    /// False on a page without questions.
    fn open(&self, id: &str, came: Came) -> bool {
        let questions = reading::questions();
        let current = questions.iter().position(|question| question.id == id).unwrap_or_default();
        let discussed = marks::discussed();
        let shown = questions.iter().map(|question| (question.prompts.len(), discussed.contains(&question.id)));
        let Some(presenter) = Presenter::new(shown, current) else { return false };
        browser::insert_html("body", "beforeend", &view::frame(&self.0.words, &questions, self.0.state.borrow().timer));
        browser::set_attribute(PAGE, "inert", Some(""));
        browser::set_root_attribute("data-presenting", Some(""));
        let title = browser::title();
        self.0.state.borrow_mut().open = Some(Open { presenter, questions, title, came, awake: None, is_full: false });
        self.draw();
        self.show_timer();
        browser::focus(HEADING);
        self.stay_awake();
        true
    }

    /// Leaves for where the reader was: the same address, scrolled as it was, with focus on the button.
    pub(super) fn leave(&self) {
        let id = self.ask(|open| open.questions.get(open.presenter.current()).map(|question| question.id.clone()));
        match self.close() {
            Some(Came::FromQuestion { id, address }) => {
                browser::replace_address(&address);
                browser::focus(&format!("article[data-question='{id}'] [data-presenter]"));
            }
            Some(Came::ByLink) => {
                let id = id.flatten().unwrap_or_default();
                browser::replace_address(&format!(
                    "{}{}#{id}",
                    browser::address(),
                    without_presenter(&browser::query())
                ));
                browser::focus(&format!("#title-{id}"));
                browser::bring_into_view(&format!("[id='{id}']"));
            }
            None => {}
        }
    }

    /// Takes it off the page; says how it had come there.
    fn close(&self) -> Option<Came> {
        let open = self.0.state.borrow_mut().open.take()?;
        browser::spawn(async move {
            if let Some(awake) = open.awake {
                awake.release().await;
            }
            if open.is_full {
                browser::leave_full_screen().await;
            }
        });
        take_off();
        browser::set_title(&open.title);
        Some(open.came)
    }
}

/// Gives the page back.
pub fn take_off() {
    browser::take_out(OVER);
    browser::set_attribute(PAGE, "inert", None);
    browser::set_root_attribute("data-presenting", None);
}

/// The address of a question in the presenter.
fn presented(id: &str) -> String {
    format!("{}{}#{id}", browser::address(), with_presenter(&browser::query()))
}
