//! The session's address: the query is the filters, the fragment is the target.
//!
//! `?q=&lane=&region=&disputed=&from=&to=`, lanes and regions by id, several apart by commas, dates in EDTF.
//! `v` is the version of this form; absent it is 1.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::filters::Filters;
use super::problem::Problem;
use crate::content::Outline;
use crate::time::{Date, Edtf};

/// The version of the query's form.
pub const QUERY_VERSION: u32 = 1;

/// The parameters that are the session's own.
const OWN: [&str; 7] = ["v", "q", "lane", "region", "disputed", "from", "to"];

/// What is escaped: all but letters, digits and `-._~`, which mean nothing in any part of an address (RFC 3986), and `/`,
/// which means nothing in a query or a fragment, so that paths stay readable.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `#decade`
    Decade,
    /// `#conversation`
    Conversation,
    /// `#sources`
    Sources,
}

/// What a fragment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An entry, by index.
    Entry(usize),
    /// A question, by index.
    Question(usize),
    /// A part of the page.
    Part(Part),
}

/// The id that a fragment names, with or without its `#`.
pub fn fragment_id(fragment: &str) -> String {
    decode(fragment.trim_start_matches('#'), false)
}

/// Reads a fragment, with or without its `#`. `Ok(None)` for an empty one.
///
/// # Errors
/// The fragment itself, decoded, where it names none of these: a place that the browser finds by
/// itself, such as a source or a year, or nothing on this page.
pub fn target_of(fragment: &str, outline: &Outline) -> Result<Option<Target>, String> {
    let id = fragment_id(fragment);
    Ok(Some(match id.as_str() {
        // `app` is the page itself: the target of "back to top".
        "" | "app" => return Ok(None),
        "decade" => Target::Part(Part::Decade),
        "conversation" => Target::Part(Part::Conversation),
        "sources" => Target::Part(Part::Sources),
        id => {
            let found = outline.find(id).map(Target::Entry);
            let found = found.or_else(|| outline.find_question(id).map(Target::Question));
            return found.map(Some).ok_or_else(|| id.to_owned());
        }
    }))
}

/// A parameter of a query that is not among the filters: as it is written with its name, and its value.
pub fn parameter(query: &str, name: &str) -> Option<(String, String)> {
    let pairs = query.strip_prefix('?').unwrap_or(query).split('&');
    let of = |pair: &str| pair.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| decode(value, true));
    pairs.into_iter().find_map(|pair| Some((pair.to_owned(), of(pair).filter(|value| !value.is_empty())?)))
}

/// Reads a query, with or without its `?`, and says what it could not use. Parameters of others are
/// left alone.
pub fn parse_query(query: &str, outline: &Outline) -> (Filters, Vec<Problem>) {
    let mut filters = Filters::default();
    let mut problems = Vec::new();
    for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (written, value) = (value, decode(value, true));
        if value.is_empty() {
            continue;
        }
        match key {
            "v" if value.parse().is_ok_and(|version: u32| version > QUERY_VERSION) => {
                return (Filters::default(), vec![Problem::NewerLink]);
            }
            "q" => filters.text = value,
            "lane" => {
                let ids = outline.lanes.iter().map(|lane| lane.id.as_str());
                filters.lanes = indices(ids, written, &mut problems);
            }
            "region" => {
                let ids = outline.regions.iter().map(|region| region.id.as_str());
                filters.regions = indices(ids, written, &mut problems);
            }
            "disputed" if value == "1" => filters.disputed = true,
            "disputed" => problems.push(Problem::UnknownFilter(value)),
            "from" => filters.from = date(&value, &mut problems),
            "to" => filters.to = date(&value, &mut problems),
            _ => {}
        }
    }
    (filters, problems)
}

/// Writes the filters as a query with its `?`; empty where nothing is filtered.
/// Inverse of [`parse_query`].
pub fn query_of(filters: &Filters, outline: &Outline) -> String {
    let lane = |&lane: &usize| outline.lanes.get(lane).map(|lane| encode(&lane.id));
    let region = |&region: &usize| outline.regions.get(region).map(|region| encode(&region.id));
    let pairs = [
        ("q", encode(&filters.text)),
        ("lane", filters.lanes.iter().filter_map(lane).collect::<Vec<_>>().join(",")),
        ("region", filters.regions.iter().filter_map(region).collect::<Vec<_>>().join(",")),
        ("disputed", if filters.disputed { "1".to_owned() } else { String::new() }),
        ("from", filters.from.map(|date| encode(&date.to_string())).unwrap_or_default()),
        ("to", filters.to.map(|date| encode(&date.to_string())).unwrap_or_default()),
    ];
    let mut query = String::new();
    for (key, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(key);
        query.push('=');
        query.push_str(value);
    }
    query
}

/// A query of filters with the parameters of others that stand in the current one: what is not ours is kept.
pub fn with_foreign(query: &str, current: &str) -> String {
    let is_foreign = |pair: &&str| !pair.is_empty() && !OWN.contains(&pair.split('=').next().unwrap_or_default());
    let foreign = current.strip_prefix('?').unwrap_or(current).split('&').filter(is_foreign);
    let pairs: Vec<_> = foreign.chain(query.strip_prefix('?').filter(|query| !query.is_empty())).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// Which ids a value names, as it is written: a comma in an id is escaped there, one between them is not. But who passes
/// a link on may have escaped all commas alike.
fn indices<'a>(ids: impl Iterator<Item = &'a str> + Clone, written: &str, problems: &mut Vec<Problem>) -> Vec<usize> {
    let position = |id: &str| ids.clone().position(|known| known == id);
    let mut found = Vec::new();
    for part in written.split(',').map(|part| decode(part, true)) {
        let one = position(&part).map(|_| part.as_str());
        let several = part.split(',').filter(|id| one.is_none() && !id.is_empty());
        for id in one.into_iter().chain(several) {
            match position(id) {
                // Kept in order, each once.
                Some(index) => {
                    if let Err(at) = found.binary_search(&index) {
                        found.insert(at, index);
                    }
                }
                None => problems.push(Problem::UnknownFilter(id.to_owned())),
            }
        }
    }
    found
}

fn date(value: &str, problems: &mut Vec<Problem>) -> Option<Date> {
    match Edtf::parse(value) {
        Ok(Edtf::Single(date)) => Some(date),
        Ok(Edtf::Interval(..)) | Err(_) => {
            problems.push(Problem::UnknownFilter(value.to_owned()));
            None
        }
    }
}

/// Percent-decodes; in a query `+` is a space. A `%` without two hex digits is itself, what is not UTF-8 becomes U+FFFD.
fn decode(text: &str, plus: bool) -> String {
    let spaced = if plus { text.replace('+', " ") } else { text.to_owned() };
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// Percent-encodes everything but what is safe in a query's value and in a fragment.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}
