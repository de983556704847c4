//! The presenter's buttons and keys: one table of what each command is called, on its button and in the list of keys.
//!
//! `docs/keyboard.md` is the same list for its users; a test compares them.

use super::showing::{Panel, PresenterCommand as Ask};
use crate::i18n::Phrase;
use crate::keyboard::Pressed;

/// A key of the presenter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The arrow in the direction of reading.
    On,
    /// The arrow against it.
    Back,
    /// What types this character, with Shift or without.
    Typed(char),
    /// What types it without Shift.
    Unshifted(char),
    /// What types it with Shift.
    Shifted(char),
    /// A key by its name, and how that is written.
    Named(&'static str, &'static str),
}

const PAGE_DOWN: Key = Key::Named("PageDown", "Page Down");
const PAGE_UP: Key = Key::Named("PageUp", "Page Up");
const HOME: Key = Key::Named("Home", "Home");
const END: Key = Key::Named("End", "End");
const ESCAPE: Key = Key::Named("Escape", "Esc");

impl Key {
    fn is(self, key: &str, is_shifted: bool, right_to_left: bool) -> bool {
        let types = |c: char| key.strip_prefix(c) == Some("");
        match self {
            Self::On | Self::Back => key == self.arrow(right_to_left).0,
            Self::Typed(c) => types(c),
            Self::Unshifted(c) => types(c) && !is_shifted,
            Self::Shifted(c) => types(c) && is_shifted,
            Self::Named(name, _) => key == name,
        }
    }

    /// Which arrow it is: by its name and as it is drawn.
    fn arrow(self, right_to_left: bool) -> (&'static str, &'static str) {
        if (self == Self::On) == right_to_left { ("ArrowLeft", "←") } else { ("ArrowRight", "→") }
    }

    /// As it is written for people: `E`, `Page Down`, `→`.
    pub fn written(self, right_to_left: bool) -> String {
        match self {
            Self::On | Self::Back => self.arrow(right_to_left).1.to_owned(),
            Self::Typed(c) | Self::Unshifted(c) => c.to_ascii_uppercase().to_string(),
            Self::Shifted(c) => format!("Shift + {}", c.to_ascii_uppercase()),
            Self::Named(_, written) => written.to_owned(),
        }
    }

    /// As `aria-keyshortcuts` names it.
    pub fn aria(self, right_to_left: bool) -> String {
        match self {
            Self::On | Self::Back => self.arrow(right_to_left).0.to_owned(),
            Self::Typed(c) | Self::Unshifted(c) => c.to_ascii_uppercase().to_string(),
            Self::Shifted(c) => format!("Shift+{}", c.to_ascii_uppercase()),
            Self::Named(name, _) => name.to_owned(),
        }
    }
}

/// How a command is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// Its button: the value of the hook `data-press`, and what it is called.
    pub button: Option<(&'static str, Phrase)>,
    /// Its keys; the first is written on the button.
    pub keys: &'static [Key],
    /// Its line in the list of keys: what the keys are called where languages name them, and what they do.
    pub line: Option<(Option<Phrase>, Phrase)>,
}

impl Tool {
    /// A button with keys that do what it is called.
    const fn new(press: &'static str, name: Phrase, keys: &'static [Key]) -> Self {
        Self { button: Some((press, name)), keys, line: Some((None, name)) }
    }

    /// Keys without a button.
    const fn of(keys: &'static [Key]) -> Self {
        Self { button: None, keys, line: None }
    }

    const fn does(self, what: Phrase) -> Self {
        Self { line: Some((None, what)), ..self }
    }

    const fn called(self, keys: Phrase, what: Phrase) -> Self {
        Self { line: Some((Some(keys), what)), ..self }
    }

    const fn unlisted(self) -> Self {
        Self { line: None, ..self }
    }
}

impl Ask {
    /// All that have a key or a button, in the order of the list of keys.
    pub const ALL: [Self; 19] = [
        Self::Next,
        Self::Previous,
        Self::PageNext,
        Self::PagePrevious,
        Self::First,
        Self::Last,
        Self::Toggle(Panel::Evidence),
        Self::Toggle(Panel::Stressed),
        Self::Toggle(Panel::Prompts),
        Self::FewerPrompts,
        Self::Discussed,
        Self::Timer,
        Self::ResetTimer,
        Self::Blank,
        Self::FullScreen,
        Self::Toggle(Panel::Code),
        Self::Toggle(Panel::Keys),
        Self::Escape,
        // Escape leaves too, where nothing is open that it could close.
        Self::Leave,
    ];

    /// How it is asked for.
    pub fn tool(self) -> Tool {
        match self {
            Self::Next => Tool::new("next", Phrase::PresenterNext, &[Key::On]),
            Self::Previous => Tool::new("previous", Phrase::PresenterPrevious, &[Key::Back]),
            Self::PageNext => Tool::of(&[PAGE_DOWN]).called(Phrase::PresenterKeyNamePages, Phrase::PresenterKeyPages),
            Self::PagePrevious => Tool::of(&[PAGE_UP]),
            Self::First => Tool::of(&[HOME]).called(Phrase::KeyNameEnds, Phrase::PresenterKeyEnds),
            Self::Last => Tool::of(&[END]),
            Self::Go(_) => Tool::of(&[]),
            Self::Toggle(Panel::Evidence) => Tool::new("evidence", Phrase::PresenterEvidence, &[Key::Typed('e')]),
            Self::Toggle(Panel::Stressed) => Tool::new("stressed", Phrase::PresenterStressed, &[Key::Typed('s')]),
            Self::Toggle(Panel::Prompts) => {
                Tool::new("prompts", Phrase::PresenterPrompts, &[Key::Unshifted('p')]).does(Phrase::PresenterKeyPrompts)
            }
            Self::FewerPrompts => Tool::new("fewer", Phrase::PresenterPromptsFewer, &[Key::Shifted('p')]).unlisted(),
            Self::Discussed => Tool::new("discussed", Phrase::PresenterDiscussed, &[Key::Typed('d')]),
            Self::Timer => {
                Tool::new("timer", Phrase::PresenterStart, &[Key::Typed('t')]).does(Phrase::PresenterKeyTimer)
            }
            Self::ResetTimer => Tool::new("reset", Phrase::PresenterReset, &[]).unlisted(),
            Self::Blank => Tool::new("blank", Phrase::PresenterBlank, &[Key::Typed('b'), Key::Typed('.')])
                .does(Phrase::PresenterKeyBlank),
            Self::FullScreen => Tool::new("full", Phrase::PresenterFull, &[Key::Typed('f')]),
            Self::Toggle(Panel::Code) => Tool::new("code", Phrase::PresenterCode, &[Key::Typed('q')]),
            Self::Toggle(Panel::Keys) => {
                Tool::new("keys", Phrase::PresenterKeys, &[Key::Typed('?')]).does(Phrase::KeyHelp)
            }
            Self::Escape => Tool::new("close", Phrase::KeysClose, &[ESCAPE])
                .called(Phrase::KeyNameEscape, Phrase::PresenterKeyEscape),
            Self::Leave => Tool::new("leave", Phrase::PresenterLeave, &[ESCAPE]).unlisted(),
        }
    }
}

impl Panel {
    /// The name of a panel: that of its button.
    pub fn name(self) -> &'static str {
        Ask::Toggle(self).tool().button.map_or("", |(press, _)| press)
    }
}

/// The command of a key, or nothing.
pub fn presenter_key(pressed: &Pressed, right_to_left: bool) -> Option<Ask> {
    let asks = |key: &str| {
        let has = |asks: &Ask| asks.tool().keys.iter().any(|its| its.is(key, pressed.is_shifted, right_to_left));
        Ask::ALL.into_iter().find(has)
    };
    pressed.meanings().iter().find_map(|key| asks(key))
}
