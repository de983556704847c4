//! The theme, chosen by the reader and remembered on the device.

use leptos::prelude::*;

use crate::browser;
use crate::i18n::Phrase;
use crate::ui::parts::IconButton;
use crate::ui::store::{Store, Theme, live, use_store, yes_no};

/// The buttons.
#[component]
pub fn Themes() -> impl IntoView {
    view! {
        <div class="themes needs-script" role="group" aria-label=use_store().say(Phrase::ThemeLabel)>
            <ThemeButton theme=Theme::Auto />
            <ThemeButton theme=Theme::Light />
            <ThemeButton theme=Theme::Dark />
        </div>
    }
}

#[component]
fn ThemeButton(theme: Theme) -> impl IntoView {
    let store = use_store();
    let (press, phrase, shape): (fn(Store), _, _) = match theme {
        Theme::Auto => (
            |store| store.choose_theme(Theme::Auto),
            Phrase::ThemeAuto,
            "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12v12M10.5 3v10M12.5 4.5v7",
        ),
        Theme::Light => (
            |store| store.choose_theme(Theme::Light),
            Phrase::ThemeLight,
            "M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1",
        ),
        Theme::Dark => (
            |store| store.choose_theme(Theme::Dark),
            Phrase::ThemeDark,
            "M13.5 9.5A5.8 5.8 0 1 1 6.5 2.5a4.6 4.6 0 0 0 7 7z",
        ),
    };
    view! {
        <IconButton
            name=store.say(phrase)
            shape
            press
            pressed=live(move || yes_no(store.theme.get() == theme))
            theme=theme.name()
        />
    }
}

/// `src/loader.js` reads it before the first paint.
const KEY: &str = "frise.theme";

impl Store {
    /// Applies a theme and remembers it.
    fn choose_theme(self, theme: Theme) {
        let chosen = Some(theme.name()).filter(|_| theme != Theme::Auto);
        browser::set_root_attribute("data-theme", chosen);
        browser::remember(KEY, chosen);
        self.theme.set(theme);
    }

    /// Shows which theme the device remembers; the loader has applied it.
    pub fn restore_theme(self) {
        let kept = browser::remembered(KEY);
        let theme = [Theme::Light, Theme::Dark].into_iter().find(|theme| kept.as_deref() == Some(theme.name()));
        theme.into_iter().for_each(|theme| self.theme.set(theme));
    }
}
