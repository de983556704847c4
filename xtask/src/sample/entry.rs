//! One made-up entry.

use frise::content::{Text, WireCitation, WireEntry};
use frise::time::{Date, Moment, Precision, SECONDS_PER_DAY, days_from_civil};

use super::random::Random;
use super::{LANES, REGIONS, SOURCES, source_id, words};

/// The first day, and how many there are: a hundred years.
const FIRST: i64 = days_from_civil(1920, 1, 1);
const DAYS: i64 = days_from_civil(2020, 1, 1) - FIRST;
/// Days that an interval lasts at most, and that pass at most between an entry and its detail.
const LONGEST: i64 = 400;
const SHORTLY: i64 = 60;

/// An entry and its first day; one in twenty is a detail of the last that is none.
pub fn entry(number: usize, last: Option<&(String, i64)>, random: &mut Random) -> (WireEntry, i64) {
    let parent = last.filter(|_| random.percent() < 5);
    let first = match parent {
        Some((_, day)) => (day + 1 + random.below(SHORTLY)).min(DAYS - 1),
        None => random.below(DAYS),
    };
    let precision = match (random.percent(), parent) {
        (0..85, _) | (_, Some(_)) => Precision::Day,
        (85..95, _) => Precision::Month,
        _ => Precision::Year,
    };
    let last = (first + 1 + random.below(LONGEST)).min(DAYS - 1);
    let date = match random.percent() {
        0..30 => format!("{}/{}", date(first, Precision::Day), date(last, Precision::Day)),
        _ => date(first, precision),
    };
    let weight = match random.percent() {
        0..70 => 1,
        70..90 => 2,
        _ => 3,
    };
    let mut regions = vec![random.of(&REGIONS).0.to_owned(), random.of(&REGIONS).0.to_owned()];
    regions.dedup();
    regions.truncate(random.below(3) as usize);
    let (title, summary) = words::write(number, random);
    let entry = WireEntry {
        id: format!("entry-{number:06}"),
        date,
        lane: random.of(&LANES).0.to_owned(),
        weight,
        regions,
        parent: parent.map(|(id, _)| id.clone()),
        uncertain: random.percent() < 3,
        title: Text::own(title),
        short: None,
        summary: Text::own(summary),
        disagreement: None,
        note: None,
        citations: vec![WireCitation { source: source_id(1 + random.below(SOURCES as i64) as usize), says: None }],
    };
    (entry, first)
}

fn date(day: i64, precision: Precision) -> String {
    let civil = Moment((FIRST + day) * SECONDS_PER_DAY).civil();
    Date::new(civil, precision).map(|date| date.to_string()).unwrap_or_default()
}
