//! Commands, addresses and keys.

use std::sync::Arc;

use frise::content::{Bundle, Timeline};
use frise::layout::{Lanes, Packing, Subject};
use frise::session::{
    Command, Filters, FriezeKey, Outcome, Part, Problem, Session, Target, frieze_key, neighbour, parse_query, query_of,
    stop_of, target_of,
};
use frise::time::{Date, Edtf};
use proptest::prelude::*;

fn timeline() -> Timeline {
    let json = serde_json::json!({
        "version": 1, "lang": "fr",
        "site": {
            "title": "t", "kicker": "k", "lede": "l", "notice": "n", "method": [], "languages": [],
            "lanes": [
                {"id": "programme", "hue": "blue", "shape": "circle", "name": "P", "short": "P", "description": ""},
                {"id": "event", "hue": "rust", "shape": "triangle", "name": "E", "short": "E", "description": ""}
            ],
            "regions": [{"id": "africa", "name": "Afrique"}, {"id": "asia", "name": "Asie"}],
            "eras": [], "figures": []
        },
        "entries": [
            {"id": "later", "date": "2011-05", "lane": "event", "regions": ["asia"], "title": "Bangkok", "summary": "s"},
            {"id": "start", "date": "2009", "lane": "programme", "regions": ["africa"], "title": "Sénégal", "summary": "s"},
            {"id": "long", "date": "2010/2012", "lane": "programme", "title": "Phase", "summary": "s"}
        ],
        "sources": [{"id": "src", "title": "T", "publisher": "P", "url": "https://example.org/", "lang": "fr"}]
    });
    Timeline::new(Bundle::from_json(&json.to_string()).unwrap()).unwrap()
}

fn date(text: &str) -> Date {
    match Edtf::parse(text).unwrap() {
        Edtf::Single(date) => date,
        Edtf::Interval(..) => panic!("{text} is an interval"),
    }
}

fn passing(filters: &Filters) -> Vec<String> {
    let timeline = timeline();
    let index = frise::content::SearchIndex::new(&timeline);
    let passes = filters.passing(&timeline, &index);
    timeline.entries.iter().zip(passes).filter(|(_, passes)| *passes).map(|(entry, _)| entry.id.clone()).collect()
}

#[test]
fn filters_narrow_by_text_lane_region_and_period() {
    assert_eq!(passing(&Filters::default()), ["start", "long", "later"]);
    assert_eq!(passing(&Filters { text: "senegal".into(), ..Filters::default() }), ["start"]);
    assert_eq!(passing(&Filters { lanes: vec![1], ..Filters::default() }), ["later"]);
    assert_eq!(passing(&Filters { regions: vec![0, 1], ..Filters::default() }), ["start", "later"]);
    // An interval belongs to every period it touches.
    assert_eq!(passing(&Filters { from: Some(date("2012")), ..Filters::default() }), ["long"]);
    assert_eq!(passing(&Filters { to: Some(date("2010-01")), ..Filters::default() }), ["start", "long"]);
}

#[test]
fn typing_replaces_and_committing_makes_one_step_that_back_undoes() {
    let timeline = timeline();
    let mut session = Session::default();
    let typed = session.update(&timeline, Command::Type("sén".into()));
    assert_eq!(typed, [Outcome::Replace("?q=s%C3%A9n".into()), Outcome::AnnounceCount]);
    let committed = session.update(&timeline, Command::CommitText);
    assert_eq!(committed, [Outcome::Replace(String::new()), Outcome::Push("?q=s%C3%A9n".into())]);
    assert_eq!(session.update(&timeline, Command::CommitText), []);
    let back =
        session.update(&timeline, Command::Arrive { query: String::new(), fragment: String::new(), on_page: false });
    assert_eq!(back, [Outcome::AnnounceCount]);
    assert!(session.filters.is_empty());
}

#[test]
fn a_filter_is_a_history_step_and_clearing_is_one_too() {
    let timeline = timeline();
    let mut session = Session::default();
    assert_eq!(
        session.update(&timeline, Command::ToggleLane(1)),
        [Outcome::Push("?lane=event".into()), Outcome::AnnounceCount]
    );
    session.update(&timeline, Command::ToggleRegion(1));
    session.update(&timeline, Command::ToggleRegion(0));
    assert_eq!(session.filters.regions, [0, 1]);
    assert_eq!(
        session.update(&timeline, Command::PeriodFrom(" 2009-04".into())),
        [Outcome::Push("?lane=event&region=africa,asia&from=2009-04".into()), Outcome::AnnounceCount]
    );
    assert_eq!(session.update(&timeline, Command::Clear), [Outcome::Push(String::new()), Outcome::AnnounceCount]);
    assert!(session.filters.is_empty());
}

#[test]
fn what_is_no_date_is_refused_and_changes_nothing() {
    let timeline = timeline();
    let mut session = Session::default();
    session.update(&timeline, Command::PeriodTo("2010".into()));
    let before = session.filters.clone();
    assert_eq!(session.update(&timeline, Command::PeriodTo("juin".into())), []);
    assert_eq!((session.problem.clone(), &session.filters), (Some(Problem::NotADate("juin".into())), &before));
    session.update(&timeline, Command::PeriodTo(String::new()));
    assert_eq!((session.problem, session.filters.to), (None, None));
}

#[test]
fn restoring_never_writes() {
    let timeline = timeline();
    let mut session = Session::default();
    let arrive = Command::Arrive { query: "?lane=event&utm=x".into(), fragment: "#start".into(), on_page: true };
    let outcomes = session.update(&timeline, arrive);
    assert!(outcomes.iter().all(|outcome| !matches!(outcome, Outcome::Push(_) | Outcome::Replace(_))));
    assert_eq!(outcomes.last(), Some(&Outcome::Reveal(Target::Entry(0))));
    assert_eq!(session.filters.lanes, [1]);
}

#[test]
fn fragments_name_entries_questions_and_parts() {
    let timeline = timeline();
    assert_eq!(target_of("#later", &timeline), Ok(Some(Target::Entry(2))));
    assert_eq!(target_of("#source-src", &timeline), Err("source-src".into()));
    assert_eq!(target_of("#decade", &timeline), Ok(Some(Target::Part(Part::Decade))));
    assert_eq!(target_of("", &timeline), Ok(None));
    assert_eq!(target_of("#n%C3%A9ant", &timeline), Err("néant".into()));
}

#[test]
fn an_unknown_fragment_or_filter_says_so() {
    let timeline = timeline();
    let mut session = Session::default();
    session.update(&timeline, Command::Arrive { query: String::new(), fragment: "#gone".into(), on_page: false });
    assert_eq!(session.problem, Some(Problem::UnknownFragment("gone".into())));
    session.update(&timeline, Command::Dismiss);
    assert_eq!(session.problem, None);
    // A source, a year: the browser finds it by itself.
    session.update(&timeline, Command::Arrive { query: String::new(), fragment: "#year-2012".into(), on_page: true });
    assert_eq!((session.problem.clone(), session.target), (None, None));
    session
        .update(&timeline, Command::Arrive { query: "?lane=nowhere".into(), fragment: String::new(), on_page: false });
    assert_eq!(session.problem, Some(Problem::UnknownFilter("nowhere".into())));
    let (_, problems) = parse_query("?from=2021-02-31", &timeline);
    assert_eq!(problems, [Problem::UnknownFilter("2021-02-31".into())]);
}

#[test]
fn a_link_of_a_newer_version_is_refused_whole() {
    let (filters, problems) = parse_query("?lane=event&v=2", &timeline());
    assert_eq!((filters, problems), (Filters::default(), vec![Problem::NewerLink]));
    let (filters, problems) = parse_query("?v=1&lane=event", &timeline());
    assert_eq!((filters.lanes, problems), (vec![1], vec![]));
}

proptest! {
    #[test]
    fn addresses_round_trip(text in "\\PC{0,20}", lane in prop::option::of(0usize..2), region in prop::option::of(0usize..2), year in 0i64..3_000) {
        let timeline = timeline();
        let filters = Filters {
            text,
            lanes: lane.into_iter().collect(),
            regions: region.into_iter().collect(),
            from: Some(date(&format!("{year:04}"))),
            to: None,
        };
        let (read, problems) = parse_query(&query_of(&filters, &timeline), &timeline);
        prop_assert_eq!(read, filters);
        prop_assert_eq!(problems, vec![]);
    }

    #[test]
    fn no_address_makes_it_panic(query in "\\PC{0,60}", fragment in "\\PC{0,40}") {
        let timeline = timeline();
        let _ = parse_query(&query, &timeline);
        let _ = target_of(&fragment, &timeline);
    }
}

#[test]
fn keys_are_mirrored_from_right_to_left_and_left_alone_with_modifiers() {
    assert_eq!(frieze_key("ArrowLeft", false, false), Some(FriezeKey::Previous));
    assert_eq!(frieze_key("ArrowLeft", false, true), Some(FriezeKey::Next));
    assert_eq!(frieze_key("ArrowRight", false, true), Some(FriezeKey::Previous));
    assert_eq!(frieze_key("+", true, false), None);
    assert_eq!(frieze_key("a", false, false), None);
    assert_eq!(frieze_key("0", false, false), Some(FriezeKey::ZoomAll));
}

/// Lanes of three rows on an axis of so many rem; of every entry: lane and start.
fn packed(entries: &[(usize, f64)], axis: f64) -> Packing {
    let subjects = entries.iter().enumerate().map(|(entry, &(lane, start))| Subject {
        entry,
        lane,
        start,
        span: 0.0,
        weight: 1,
        label: 8.0,
        from_parent: f64::INFINITY,
    });
    let mut subjects: Vec<_> = subjects.collect();
    Lanes::sort(&mut subjects);
    Packing::new(Arc::new(Lanes::new(subjects.into_iter(), &[3, 3, 3])), axis)
}

#[test]
fn arrows_walk_a_lane_and_step_to_the_nearest_of_the_next() {
    let packing = packed(&[(0, 0.1), (0, 0.5), (0, 0.5), (2, 0.45), (2, 0.9)], 60.0);
    let to = |from: usize, key| neighbour(&packing, stop_of(&packing, from).unwrap(), key).map(|stop| stop.entry);
    assert_eq!(to(0, FriezeKey::Next), Some(1));
    assert_eq!(to(1, FriezeKey::Next), Some(2));
    assert_eq!(to(2, FriezeKey::Next), None);
    assert_eq!(to(2, FriezeKey::Previous), Some(1));
    assert_eq!(to(1, FriezeKey::First), Some(0));
    assert_eq!(to(0, FriezeKey::Last), Some(2));
    // Lane 1 is empty and passed over.
    assert_eq!(to(1, FriezeKey::LaneBelow), Some(3));
    assert_eq!(to(4, FriezeKey::LaneAbove), Some(2));
    assert_eq!(to(0, FriezeKey::LaneAbove), None);
}

#[test]
fn every_stop_of_a_lane_is_reached_by_arrows_at_any_zoom() {
    for (entries, axis) in [(40, 60.0), (40, 9_000.0), (2_000, 60.0), (2_000, 700.0), (2_000, 30_000.0)] {
        let starts: Vec<_> =
            (0..entries).map(|entry| (0, ((entry * 7_919) % entries) as f64 / entries as f64)).collect();
        let packing = packed(&starts, axis);
        let marks = packing.near((0.0, 1.0));
        let mut expected = marks.places.len() + marks.clusters.len();
        let first = stop_of(&packing, 0).unwrap();
        let mut at = neighbour(&packing, first, FriezeKey::First).unwrap();
        while let Some(next) = neighbour(&packing, at, FriezeKey::Next) {
            assert_eq!(neighbour(&packing, next, FriezeKey::Previous), Some(at));
            expected -= 1;
            at = next;
        }
        assert_eq!(expected, 1, "{entries} entries on {axis} rem");
        assert_eq!(neighbour(&packing, first, FriezeKey::Last), Some(at));
    }
}
