//! What the page's program and the conversation's tools ask of each other, as cancelable events of the document.
//!
//! Address, history and announcements are the page program's own. The tools, a program of their own, ask for them;
//! whoever answers cancels the event. Where nobody does, because the page's program has failed, the tools do it
//! themselves. All carry a text (`detail`).

/// To the page's program: say this text, to those who see and to those who listen.
pub const ANNOUNCE: &str = "frise-announce";
/// To the page's program: a new step of history with this address; nothing is scrolled to.
pub const PUSH: &str = "frise-push";
/// To the page's program: this address in place of the current one.
pub const REPLACE: &str = "frise-replace";
/// To the tools: history has moved to the page's present address. Who cancels it has dealt with it: nothing of the
/// page is to be revealed.
pub const ARRIVING: &str = "frise-arriving";
/// To `src/loader.js`: another file could not be shown, for this reason; the page's own program is to start, and finds
/// the reason as `data-refused` on the root element.
pub const REFUSED: &str = "frise-refused";
