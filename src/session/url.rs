//! The session's address: the query is the filters, the fragment is the target.
//!
//! `?q=&lane=&region=&from=&to=`, lanes and regions by id, several apart by commas, dates in EDTF.
//! `v` is the version of this form; absent it is 1.

use super::command::Problem;
use super::filters::Filters;
use crate::content::Timeline;
use crate::time::{Date, Edtf};

/// The version of the query's form.
pub const QUERY_VERSION: u32 = 1;

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

/// Reads a fragment, with or without its `#`. `Ok(None)` for an empty one.
///
/// # Errors
/// The fragment itself, decoded, where it names none of these: a place that the browser finds by
/// itself, such as a source or a year, or nothing on this page.
pub fn target_of(fragment: &str, timeline: &Timeline) -> Result<Option<Target>, String> {
    let id = decode(fragment.trim_start_matches('#'), false);
    Ok(Some(match id.as_str() {
        // `app` is the page itself: the target of "back to top".
        "" | "app" => return Ok(None),
        "decade" => Target::Part(Part::Decade),
        "conversation" => Target::Part(Part::Conversation),
        "sources" => Target::Part(Part::Sources),
        id => {
            let found = timeline.find(id).map(Target::Entry);
            let found = found.or_else(|| timeline.find_question(id).map(Target::Question));
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
pub fn parse_query(query: &str, timeline: &Timeline) -> (Filters, Vec<Problem>) {
    let mut filters = Filters::default();
    let mut problems = Vec::new();
    for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = decode(value, true);
        if value.is_empty() {
            continue;
        }
        match key {
            "v" if value.parse().is_ok_and(|version: u32| version > QUERY_VERSION) => {
                return (Filters::default(), vec![Problem::NewerLink]);
            }
            "q" => filters.text = value,
            "lane" => {
                let ids = timeline.site.lanes.iter().map(|lane| lane.id.as_str());
                filters.lanes = indices(ids, &value, &mut problems);
            }
            "region" => {
                let ids = timeline.site.regions.iter().map(|region| region.id.as_str());
                filters.regions = indices(ids, &value, &mut problems);
            }
            "from" => filters.from = date(&value, &mut problems),
            "to" => filters.to = date(&value, &mut problems),
            _ => {}
        }
    }
    (filters, problems)
}

/// Writes the filters as a query with its `?`; empty where nothing is filtered.
/// Inverse of [`parse_query`].
pub fn query_of(filters: &Filters, timeline: &Timeline) -> String {
    let lane = |&lane: &usize| timeline.site.lanes.get(lane).map(|lane| lane.id.as_str());
    let region = |&region: &usize| timeline.site.regions.get(region).map(|region| region.id.as_str());
    let pairs = [
        ("q", encode(&filters.text)),
        ("lane", filters.lanes.iter().filter_map(lane).collect::<Vec<_>>().join(",")),
        ("region", filters.regions.iter().filter_map(region).collect::<Vec<_>>().join(",")),
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

fn indices<'a>(ids: impl Iterator<Item = &'a str> + Clone, value: &str, problems: &mut Vec<Problem>) -> Vec<usize> {
    let mut found = Vec::new();
    for id in value.split(',').filter(|id| !id.is_empty()) {
        match ids.clone().position(|known| known == id) {
            // Kept in order, each once.
            Some(index) => {
                if let Err(at) = found.binary_search(&index) {
                    found.insert(at, index);
                }
            }
            None => problems.push(Problem::UnknownFilter(id.to_owned())),
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

/// Percent-decodes; in a query `+` is a space. What is not UTF-8 becomes U+FFFD.
fn decode(text: &str, plus: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let escaped = || {
            let (high, low) = (rest.clone().next()?, rest.clone().nth(1)?);
            Some((hex(high)? << 4) | hex(low)?)
        };
        bytes.push(match byte {
            b'+' if plus => b' ',
            b'%' => match escaped() {
                Some(decoded) => {
                    rest.nth(1);
                    decoded
                }
                None => b'%',
            },
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Percent-encodes everything but what is safe in a query's value.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
                }
            }
        }
    }
    out
}
