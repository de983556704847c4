//! The other timeline tools: what is taken of their packages, and our entries as they want them.

use frise::content::{Bundle, Text, WireEntry};
use frise::time::{Bound, Date, Edtf, Moment, Precision};
use serde_json::{Value, json};

/// A tool that the page is measured beside.
pub struct Peer {
    /// Folder below `peers/`.
    pub folder: &'static str,
    /// Its name in npm.
    pub package: &'static str,
    /// The version measured.
    pub version: &'static str,
    /// What a page of it loads.
    pub parts: &'static [&'static str],
    /// That page.
    pub page: &'static str,
    /// A bundle's entries in its own format.
    pub data: fn(&Bundle) -> Value,
}

/// As their makers deliver them.
pub const PEERS: [Peer; 2] = [
    Peer {
        folder: "timelinejs",
        package: "@knight-lab/timelinejs",
        version: "3.9.11",
        parts: &["dist/js/timeline.js", "dist/css/timeline.css", "dist/css/icons"],
        page: include_str!("timelinejs.html"),
        data: slides,
    },
    Peer {
        folder: "vis",
        package: "vis-timeline",
        version: "8.5.4",
        parts: &["standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"],
        page: include_str!("vis.html"),
        data: items,
    },
];

/// Both take texts for HTML.
fn html(text: &Text) -> String {
    text.as_str().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn date(entry: &WireEntry) -> Edtf {
    Edtf::parse(&entry.date).unwrap_or_default()
}

/// Slides, as precise as the entries, in a group for each lane.
fn slides(bundle: &Bundle) -> Value {
    let civil = |date: Date| {
        let civil = date.civil();
        match date.precision() {
            Precision::Year => json!({ "year": civil.year }),
            Precision::Month => json!({ "year": civil.year, "month": civil.month }),
            _ => json!({ "year": civil.year, "month": civil.month, "day": civil.day }),
        }
    };
    let slide = |entry: &WireEntry| {
        let lane = bundle.site.lanes.iter().find(|lane| lane.id == entry.lane);
        let mut slide = json!({
            "unique_id": entry.id,
            "group": lane.map(|lane| html(&lane.name)),
            "text": { "headline": html(&entry.title), "text": html(&entry.summary) },
            "start_date": date(entry).start().date().map(civil),
        });
        if let Edtf::Interval(_, Bound::Known(end)) = date(entry) {
            slide["end_date"] = civil(end);
        }
        slide
    };
    json!({ "events": bundle.entries.iter().map(slide).collect::<Vec<_>>() })
}

/// Items: a day is a point, all else has an end; the summary is the tip. A group for each lane.
fn items(bundle: &Bundle) -> Value {
    let text =
        |moment: Moment| Date::new(moment.civil(), Precision::Second).map(|date| date.to_string()).unwrap_or_default();
    let item = |entry: &WireEntry| {
        let date = date(entry);
        let span = date.span();
        let mut item = json!({
            "id": entry.id,
            "group": entry.lane,
            "content": html(&entry.title),
            "title": html(&entry.summary),
            "start": span.start.map(text),
        });
        if matches!(date, Edtf::Interval(..)) || date.precision() < Precision::Day {
            item["end"] = span.end.map(text).into();
        }
        item
    };
    let group = |lane: &frise::content::LaneWords| json!({ "id": lane.id, "content": html(&lane.name) });
    json!({
        "items": bundle.entries.iter().map(item).collect::<Vec<_>>(),
        "groups": bundle.site.lanes.iter().map(group).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn both_get_every_entry_with_its_dates() {
        let bundle = sample::bundle(500);
        let intervals = bundle.entries.iter().filter(|entry| entry.date.contains('/')).count();
        let count = |data: &Value, list: &str, has: &str| {
            data[list].as_array().map_or(0, |list| list.iter().filter(|one| one.get(has).is_some()).count())
        };
        let slides = slides(&bundle);
        assert_eq!((count(&slides, "events", "start_date"), count(&slides, "events", "end_date")), (500, intervals));
        let items = items(&bundle);
        assert_eq!((count(&items, "items", "start"), count(&items, "groups", "id")), (500, 4));
        assert!((intervals..500).contains(&count(&items, "items", "end")));
    }

    #[test]
    fn dates_are_as_each_wants_them() {
        let mut bundle = sample::bundle(1);
        bundle.entries[0].date = "2016-09".to_owned();
        assert_eq!(slides(&bundle)["events"][0]["start_date"], json!({ "year": 2016, "month": 9 }));
        assert_eq!(items(&bundle)["items"][0]["start"], "2016-09-01T00:00:00");
        assert_eq!(items(&bundle)["items"][0]["end"], "2016-10-01T00:00:00");
    }
}
