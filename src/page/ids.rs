//! Every id of the page, in one place.
//!
//! Ids of the content are fragments of its address: an entry's, a question's. The four parts below and the sources
//! are fragments too, so the content may not take their names. Whatever else the page names begins with `_`, which no
//! id of the content does: [`is_own`] is the rule, and the content's check and the reader of bundles hold it.

/// Where the app is put; as a fragment the top of the page.
pub const APP: &str = "app";
/// The frieze and the chronicle.
pub const DECADE: &str = "decade";
/// The event and its questions.
pub const CONVERSATION: &str = "conversation";
/// Sources and method.
pub const SOURCES: &str = "sources";
/// Nothing stands there; once published, an id of the content is never the page's own again, so it is kept free.
pub const SEARCH: &str = "search";

/// Heading of the decade.
pub const DECADE_TITLE: &str = "_decade-title";
/// Heading of the conversation.
pub const CONVERSATION_TITLE: &str = "_conversation-title";
/// Heading of the sources.
pub const SOURCES_TITLE: &str = "_sources-title";
/// Heading of the phases.
pub const PHASES_TITLE: &str = "_phases-title";
/// The link to the list of sources, where that is a page of its own.
pub const SOURCES_PAGE: &str = "_sources-page";

/// The line that says that the tools do not work; `src/loader.js` knows it too.
pub const FAILED: &str = "_failed";
/// What the page's program has to know (`ui::embedded`).
pub const DATA: &str = "_data";
/// The messages about filters and address, right above the frieze.
pub const MESSAGES: &str = "_messages";
/// What the period's fields are described by.
pub const PERIOD_HINT: &str = "_period-hint";
/// What the frieze is described by.
pub const FRIEZE_HELP: &str = "_frieze-help";

/// Theme, print and download.
pub const MENU: &str = "_menu";
/// The panel that says how to read the frieze and move in it.
pub const KEYS: &str = "_keys";
/// Its heading.
pub const KEYS_TITLE: &str = "_keys-title";
/// The panel with the entries of a cluster.
pub const CLUSTER: &str = "_cluster";
/// Its heading.
pub const CLUSTER_TITLE: &str = "_cluster-title";

/// Where the conversation's tools stand.
pub const ROOM: &str = "_room";
/// Their heading.
pub const ROOM_TITLE: &str = "_room-title";
/// The dialog that asks before all notes are deleted.
pub const DELETE_ALL: &str = "_delete-all";
/// What it asks.
pub const DELETE_ALL_TITLE: &str = "_delete-all-title";
/// Heading of the synthesis.
pub const SYNTHESIS_TITLE: &str = "_synthesis-title";
/// The handout, while it is printed.
pub const HANDOUT: &str = "_handout";

/// The presenter, while it is open.
pub const PRESENTER: &str = "_presenter";
/// Which question it shows.
pub const PRESENTER_PLACE: &str = "_presenter-place";
/// The question itself.
pub const PRESENTER_QUESTION: &str = "_presenter-question";
/// Heading of what is open under it.
pub const PRESENTER_PANEL: &str = "_presenter-panel";

/// What is wrong, and what to do: while there is something.
pub const PROBLEM: &str = "_problem";

/// Heading of the article of an entry or a question.
pub fn title(id: &str) -> String {
    format!("_title-{}", one_word(id))
}

/// Heading of the notes under a question.
pub fn notes(question: &str) -> String {
    format!("_notes-{}", one_word(question))
}

/// Heading of a year.
pub fn year(year: i64) -> String {
    format!("_year-{year}")
}

/// A source's place in the list of sources.
pub fn source(id: &str) -> String {
    format!("{SOURCE}{id}")
}

/// A picture of the frieze: a file has several, a page that is alive one.
pub fn frieze(picture: usize) -> String {
    format!("_frieze-{picture}")
}

/// The element at which an entry, or the cluster it begins, is reached on a picture of the frieze; by index. A file has
/// several pictures.
pub fn stop(picture: usize, entry: usize) -> String {
    format!("_stop-{picture}-{entry}")
}

/// The entry, or the first of the cluster, that an id of [`stop`] is of.
pub fn stop_first(id: &str) -> Option<usize> {
    id.strip_prefix("_stop-")?.split_once('-')?.1.parse().ok()
}

/// A link within the page to what has that id, whatever the id holds: in an address `%` begins an escape, `#` a
/// fragment, and control characters are dropped.
pub fn link(id: &str) -> String {
    format!("#{}", escaped(id, |c| c == '#' || c.is_ascii_control()))
}

/// An id of the content as part of one of the page's own, which attributes list with spaces between.
fn one_word(id: &str) -> String {
    escaped(id, |c| c.is_ascii_whitespace())
}

/// Percent-encodes what has to be, and `%` itself, so that no two ids become one.
fn escaped(id: &str, has_to_be: fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(id.len());
    for c in id.chars() {
        if c == '%' || has_to_be(c) {
            escaped.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

const SOURCE: &str = "source-";

/// Whether an id is that of a source's place.
pub fn is_source(id: &str) -> bool {
    id.starts_with(SOURCE)
}

/// Whether an id is the page's own, so that no entry and no question may have it.
pub fn is_own(id: &str) -> bool {
    [APP, DECADE, CONVERSATION, SOURCES, SEARCH].contains(&id) || is_source(id) || id.starts_with('_')
}
