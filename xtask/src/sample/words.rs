//! Titles and summaries that read like those of a timeline.

use super::random::Random;

const KINDS: &[&str] = &["new", "joint", "first", "regional", "open", "annual", "local", "late", "long", "public"];
const MORE: &[&str] = &["border", "river", "railway", "school", "harbour", "forest", "health", "harvest", "market"];
const THINGS: &[&str] = &[
    "agreement",
    "assembly",
    "campaign",
    "census",
    "charter",
    "conference",
    "council",
    "exhibition",
    "inquiry",
    "law",
    "mission",
    "network",
    "office",
    "programme",
    "report",
    "station",
    "survey",
    "treaty",
    "visit",
    "workshop",
];
const ENDS: &[&str] = &[
    "on trade",
    "on labour",
    "in spring",
    "for towns",
    "with neighbours",
    "on open water",
    "for young people",
    "in the north",
    "in the south",
    "after the flood",
    "before the vote",
    "with two partners",
];
const DOINGS: &[&str] = &["begins", "is announced", "is agreed", "is renewed", "comes to an end", "is put off"];
const PEOPLE: &[&str] = &["the ministry", "a group of towns", "the council", "two universities", "a workers' union"];

/// A title of two to six words with the entry's number, and a summary of one sentence.
pub fn write(number: usize, random: &mut Random) -> (String, String) {
    let mut words = vec![*random.of(KINDS)];
    if random.percent() < 40 {
        words.push(*random.of(MORE));
    }
    let thing = *random.of(THINGS);
    words.push(thing);
    if random.percent() < 60 {
        words.push(*random.of(ENDS));
    }
    let title = words.join(" ");
    let (initial, rest) = title.split_at(1);
    let title = format!("{}{rest} {number}", initial.to_uppercase());
    let summary = format!("The {thing} {}, as {} had asked.", random.of(DOINGS), random.of(PEOPLE));
    (title, summary)
}
