//! The page while the presenter lies over it. Taking that off needs nothing of the presenter itself, which may have
//! broken down.

use crate::browser;
use crate::page::ids;

/// The root element says so while something is presented.
const PRESENTING: &str = "data-presenting";

/// Keeps all else of the page from being reached.
pub fn close_off() {
    if let Some(over) = browser::by_id(ids::PRESENTER) {
        browser::set_inert_beside(&over, true);
    }
    browser::set_root_attribute(PRESENTING, Some(""));
}

/// Gives the page back.
pub fn take_off() {
    if let Some(over) = browser::by_id(ids::PRESENTER) {
        browser::set_inert_beside(&over, false);
        over.remove();
    }
    browser::set_root_attribute(PRESENTING, None);
}
