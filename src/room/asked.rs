//! What the tools ask of the page's program, which owns address, history and announcements; where nobody answers,
//! because that has failed, they do it themselves.

use crate::browser;
use crate::page::events;

/// Where the page says something to those who listen, inside of the body.
const LIVE: &str = "[data-live]";

/// Says something to those who see the page and to those who listen.
pub fn announce(text: &str) {
    if !browser::ask(events::ANNOUNCE, text)
        && let Some(live) = browser::body().and_then(|body| browser::find(&body, LIVE))
    {
        live.set_text_content(Some(text));
    }
}

/// A new step of history with this address.
pub fn push(address: &str) {
    if !browser::ask(events::PUSH, address) {
        browser::push_address(address);
    }
}

/// This address in place of the current one.
pub fn replace(address: &str) {
    if !browser::ask(events::REPLACE, address) {
        browser::replace_address(address);
    }
}
