//! The theme, chosen by the reader and remembered on the device.

use crate::browser;

/// The loader reads it before the first paint.
const KEY: &str = "frise.theme";

/// Applies a theme and remembers it; anything but `light` and `dark` is the device's own.
pub fn choose(theme: &str) {
    let chosen = (theme != "auto").then_some(theme);
    browser::set_root_attribute("data-theme", chosen);
    browser::remember(KEY, chosen);
    show(theme);
}

/// Shows which theme the device remembers.
pub fn restore() {
    if let Some(theme) = browser::remembered(KEY).filter(|theme| matches!(theme.as_str(), "light" | "dark")) {
        show(&theme);
    }
}

fn show(theme: &str) {
    browser::set_attribute("[data-theme-set]", "aria-pressed", Some("false"));
    browser::set_attribute(&format!("[data-theme-set='{theme}']"), "aria-pressed", Some("true"));
}
