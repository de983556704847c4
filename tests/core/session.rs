//! Commands, addresses and keys.

use std::sync::Arc;

use frise::content::{Bundle, Outline, Timeline};
use frise::keyboard::Pressed;
use frise::layout::{Lanes, Packing, Subject};
use frise::session::{
    Choice, Command, Filters, FriezeKey, Outcome, Part, Problem, Session, Target, Toggle, fragment_id, frieze_key,
    neighbour, parameter, parse_query, query_of, stop_of, target_of, with_foreign,
};
use frise::time::{Date, Edtf};
use proptest::prelude::*;

fn outline() -> Outline {
    Outline::of(&timeline())
}

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
            {"id": "later", "date": "2011-05", "lane": "event", "regions": ["asia"], "title": "Bangkok", "summary": "s", "disagreement": "d"},
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
    let passes = filters.passing(&Outline::of(&timeline), &index);
    timeline.entries.iter().zip(passes).filter(|(_, passes)| *passes).map(|(entry, _)| entry.id.clone()).collect()
}

#[test]
fn filters_narrow_by_text_lane_region_disagreement_and_period() {
    assert_eq!(passing(&Filters::default()), ["start", "long", "later"]);
    assert_eq!(passing(&Filters { text: "senegal".into(), ..Filters::default() }), ["start"]);
    assert_eq!(passing(&Filters { lanes: vec![1], ..Filters::default() }), ["later"]);
    assert_eq!(passing(&Filters { regions: vec![0, 1], ..Filters::default() }), ["start", "later"]);
    assert_eq!(passing(&Filters { disputed: true, ..Filters::default() }), ["later"]);
    // An interval belongs to every period it touches.
    assert_eq!(passing(&Filters { from: Some(date("2012")), ..Filters::default() }), ["long"]);
    assert_eq!(passing(&Filters { to: Some(date("2010-01")), ..Filters::default() }), ["start", "long"]);
}

#[test]
fn typing_replaces_and_committing_makes_one_step_that_back_undoes() {
    let outline = outline();
    let mut session = Session::default();
    let typed = session.update(&outline, Command::Type("sén".into()));
    assert_eq!(typed, [Outcome::Replace("?q=s%C3%A9n".into()), Outcome::AnnounceCount]);
    let committed = session.update(&outline, Command::CommitText);
    assert_eq!(committed, [Outcome::Replace(String::new()), Outcome::Push("?q=s%C3%A9n".into())]);
    assert_eq!(session.update(&outline, Command::CommitText), []);
    let back = session.update(
        &outline,
        Command::Arrive { query: String::new(), fragment: String::new(), on_page: false, reveals: true },
    );
    assert_eq!(back, [Outcome::AnnounceCount]);
    assert!(session.filters.is_empty());
}

#[test]
fn a_filter_is_a_history_step_and_clearing_is_one_too() {
    let outline = outline();
    let mut session = Session::default();
    assert_eq!(
        session.update(&outline, Command::Toggle(Toggle::Lane(1))),
        [Outcome::Push("?lane=event".into()), Outcome::AnnounceCount]
    );
    session.update(&outline, Command::Toggle(Toggle::Region(1)));
    session.update(&outline, Command::Toggle(Toggle::Region(0)));
    session.update(&outline, Command::Toggle(Toggle::Disputed));
    assert_eq!(session.filters.regions, [0, 1]);
    assert_eq!(
        session.update(&outline, Command::PeriodFrom(" 2009-04".into())),
        [Outcome::Push("?lane=event&region=africa,asia&disputed=1&from=2009-04".into()), Outcome::AnnounceCount]
    );
    assert_eq!(session.update(&outline, Command::Clear), [Outcome::Push(String::new()), Outcome::AnnounceCount]);
    assert!(session.filters.is_empty());
}

#[test]
fn whatever_is_turned_on_narrows_is_named_and_can_be_cleared() {
    let outline = outline();
    for filter in [Toggle::Lane(0), Toggle::Region(1), Toggle::Disputed] {
        let mut filters = Filters::default();
        filters.toggle(filter);
        assert!(filters.has(filter) && !filters.is_empty(), "{filter:?}: there is nothing to clear");
        assert_eq!(filters.on().collect::<Vec<_>>(), [filter], "{filter:?}: the summary does not name it");
        let shown = passing(&filters).len();
        assert!(shown > 0 && shown < outline.entries.len(), "{filter:?}: {shown} pass");
        let query = query_of(&filters, &outline);
        assert_eq!(with_foreign("", &query), "", "{filter:?}: its parameter counts as another's");
        filters.toggle(filter);
        assert_eq!(filters, Filters::default());
    }
}

#[test]
fn what_is_no_date_is_refused_and_changes_nothing() {
    let outline = outline();
    let mut session = Session::default();
    session.update(&outline, Command::PeriodTo("2010".into()));
    let before = session.filters.clone();
    assert_eq!(session.update(&outline, Command::PeriodTo("juin".into())), []);
    assert_eq!((session.problem.clone(), &session.filters), (Some(Problem::NotADate("juin".into())), &before));
    session.update(&outline, Command::PeriodTo(String::new()));
    assert_eq!((session.problem, session.filters.to), (None, None));
}

#[test]
fn what_is_no_date_stays_until_it_is_corrected_cleared_or_dismissed() {
    let outline = outline();
    let refused = || {
        let mut session = Session::default();
        session.update(&outline, Command::PeriodFrom("2010".into()));
        session.update(&outline, Command::PeriodFrom("20a5".into()));
        session.update(&outline, Command::PeriodTo("juin ".into()));
        assert_eq!(session.period(), ["20a5", "juin "]);
        assert_eq!(session.problem, Some(Problem::NotADate("juin".into())));
        session
    };
    // Another filter leaves both alone, and the message.
    let mut session = refused();
    session.update(&outline, Command::Toggle(Toggle::Lane(1)));
    assert_eq!(session.period(), ["20a5", "juin "]);
    assert!(matches!(session.problem, Some(Problem::NotADate(_))));
    session.update(&outline, Command::PeriodFrom("2005".into()));
    assert_eq!(session.period(), ["2005", "juin "]);
    assert_eq!(session.problem, Some(Problem::NotADate("juin".into())), "one is still wrong");
    session.update(&outline, Command::PeriodTo(String::new()));
    assert_eq!((session.period(), session.problem), (["2005".to_owned(), String::new()], None));
    for (command, from) in [
        (Command::Clear, ""),
        (Command::Dismiss, "2010"),
        (
            Command::Arrive { query: "?from=2011".into(), fragment: String::new(), on_page: false, reveals: true },
            "2011",
        ),
    ] {
        let mut session = refused();
        session.update(&outline, command);
        assert_eq!((session.period(), session.problem), ([from.to_owned(), String::new()], None));
    }
}

#[test]
fn a_new_step_of_history_names_nothing_any_more() {
    let outline = outline();
    let arrive = Command::Arrive { query: String::new(), fragment: "#start".into(), on_page: true, reveals: true };
    let narrow = [
        Command::Toggle(Toggle::Lane(1)),
        Command::Toggle(Toggle::Region(1)),
        Command::Toggle(Toggle::Disputed),
        Command::PeriodFrom("2011".into()),
        Command::PeriodTo("2008".into()),
    ];
    for command in narrow {
        let mut session = Session::default();
        session.update(&outline, arrive.clone());
        assert_eq!(session.target, Some(Target::Entry(0)));
        session.update(&outline, command);
        assert_eq!(session.target, None);
    }
    // Typing replaces the query and leaves the fragment; Enter makes the step.
    let mut session = Session::default();
    session.update(&outline, arrive);
    session.update(&outline, Command::Type("bangkok".into()));
    assert_eq!(session.target, Some(Target::Entry(0)));
    session.update(&outline, Command::CommitText);
    assert_eq!(session.target, None);
}

#[test]
fn what_the_address_names_is_shown_though_it_does_not_pass() {
    let mut session = Session::default();
    let arrive = Command::Arrive { query: String::new(), fragment: "#long".into(), on_page: true, reveals: true };
    session.update(&outline(), arrive);
    assert_eq!(session.shown(vec![true, false, false]), [true, true, false]);
    assert_eq!(session.excluded(&[true, false, false]), Some(1));
    assert_eq!(session.excluded(&[true, true, false]), None);
    assert_eq!(session.excluded(&[]), None);
    assert_eq!(Session::default().shown(vec![false, true]), [false, true]);
}

#[test]
fn a_choice_holds_as_long_as_the_page_stands_where_it_led() {
    assert!(!Choice::None.holds() && Choice::Sought.holds() && Choice::Found(900.0).holds());
    assert_eq!(Choice::Sought.found(900.0), Choice::Found(900.0));
    // A question that was followed from there is none.
    assert_eq!((Choice::None.found(5.0), Choice::Found(900.0).found(5.0)), (Choice::None, Choice::Found(900.0)));
    // On its way it passes any place.
    assert_eq!(Choice::Sought.scrolled(120.0), Choice::Sought);
    assert_eq!(Choice::Sought.left(), Choice::Sought);
    assert_eq!(Choice::Found(900.0).scrolled(900.5), Choice::Found(900.0));
    assert_eq!(Choice::Found(900.0).scrolled(903.0), Choice::None);
    assert_eq!(Choice::Found(900.0).left(), Choice::None);
    assert_eq!(Choice::None.scrolled(900.0), Choice::None);
}

#[test]
fn restoring_never_writes() {
    let outline = outline();
    let mut session = Session::default();
    let arrive =
        Command::Arrive { query: "?lane=event&utm=x".into(), fragment: "#start".into(), on_page: true, reveals: true };
    let outcomes = session.update(&outline, arrive);
    assert!(outcomes.iter().all(|outcome| !matches!(outcome, Outcome::Push(_) | Outcome::Replace(_))));
    assert_eq!(outcomes.last(), Some(&Outcome::Reveal(Target::Entry(0))));
    assert_eq!(session.filters.lanes, [1]);
}

#[test]
fn fragments_name_entries_questions_and_parts() {
    let outline = outline();
    assert_eq!(target_of("#later", &outline), Ok(Some(Target::Entry(2))));
    assert_eq!(target_of("#source-src", &outline), Err("source-src".into()));
    assert_eq!(target_of("#decade", &outline), Ok(Some(Target::Part(Part::Decade))));
    assert_eq!(target_of("", &outline), Ok(None));
    assert_eq!(target_of("#n%C3%A9ant", &outline), Err("néant".into()));
}

#[test]
fn ids_of_any_letters_go_through_an_address() {
    for id in ["2016", "a.b", "l'accord", "d’été 2017", "a\"b]c", "Q1:x", "50%", "a%20b", "#a", "tab\there"] {
        let link = frise::page::ids::link(id);
        assert!(link.starts_with('#') && !link.contains('\t'), "{link}");
        assert_eq!(fragment_id(&link), id);
        // As a browser writes it, and as it is copied.
        assert_eq!(fragment_id(&link.replace(' ', "%20").replace('"', "%22").replace('’', "%E2%80%99")), id);
        assert_eq!(fragment_id(&format!("#{}", frise::session::encode(id))), id);
    }
}

#[test]
fn an_address_escapes_what_may_mean_something_in_it() {
    let signs: String = (' '..='~').filter(|sign| !sign.is_ascii_alphanumeric()).collect();
    let escaped = "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-./%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~";
    assert_eq!(frise::session::encode(&signs), escaped);
    assert_eq!(frise::session::encode("Az09é\t\0"), "Az09%C3%A9%09%00");
}

#[test]
fn what_is_no_escape_is_read_as_it_is() {
    for (written, read) in [("a+b%2Bc", "a b+c"), ("50%", "50%"), ("%2+%zz%e9", "%2 %zz\u{fffd}"), ("%%41", "%A")] {
        assert_eq!(parameter(&format!("?x={written}"), "x").unwrap().1, read);
    }
    assert_eq!(fragment_id("#a+b%"), "a+b%");
}

#[test]
fn lanes_of_any_id_go_through_an_address() {
    let mut outline = outline();
    let ids = ["a,b", "a", "b&c=d", "%2C", "l'é #?+"];
    let lane = outline.lanes[0].clone();
    outline.lanes = ids.map(|id| frise::content::Lane { id: id.to_owned(), ..lane.clone() }).to_vec();
    for chosen in [vec![0], vec![1], vec![0, 1], vec![2, 3], vec![0, 1, 2, 3, 4]] {
        let filters = Filters { lanes: chosen, ..Filters::default() };
        assert_eq!(parse_query(&query_of(&filters, &outline), &outline), (filters, vec![]));
    }
    // Whoever passed the link on has escaped the comma between two.
    assert_eq!(parse_query("?lane=a%2C%252C", &outline).0.lanes, [1, 3]);
}

#[test]
fn an_unknown_fragment_or_filter_says_so() {
    let outline = outline();
    let mut session = Session::default();
    session.update(
        &outline,
        Command::Arrive { query: String::new(), fragment: "#gone".into(), on_page: false, reveals: true },
    );
    assert_eq!(session.problem, Some(Problem::UnknownFragment("gone".into())));
    session.update(&outline, Command::Dismiss);
    assert_eq!(session.problem, None);
    // A source, a year: the browser finds it by itself.
    session.update(
        &outline,
        Command::Arrive { query: String::new(), fragment: "#year-2012".into(), on_page: true, reveals: true },
    );
    assert_eq!((session.problem.clone(), session.target), (None, None));
    session.update(
        &outline,
        Command::Arrive { query: "?lane=nowhere".into(), fragment: String::new(), on_page: false, reveals: true },
    );
    assert_eq!(session.problem, Some(Problem::UnknownFilter("nowhere".into())));
    let (filters, problems) = parse_query("?disputed=yes", &outline);
    assert_eq!((filters, problems), (Filters::default(), vec![Problem::UnknownFilter("yes".into())]));
    let (_, problems) = parse_query("?from=2021-02-31", &outline);
    assert_eq!(problems, [Problem::UnknownFilter("2021-02-31".into())]);
}

#[test]
fn a_link_of_a_newer_version_is_refused_whole() {
    let (filters, problems) = parse_query("?lane=event&v=2", &outline());
    assert_eq!((filters, problems), (Filters::default(), vec![Problem::NewerLink]));
    let (filters, problems) = parse_query("?v=1&lane=event", &outline());
    assert_eq!((filters.lanes, problems), (vec![1], vec![]));
}

proptest! {
    #[test]
    fn addresses_round_trip(text in "\\PC{0,20}", lane in prop::option::of(0usize..2), region in prop::option::of(0usize..2), disputed: bool, year in 0i64..3_000) {
        let outline = outline();
        let filters = Filters {
            text,
            lanes: lane.into_iter().collect(),
            regions: region.into_iter().collect(),
            disputed,
            from: Some(date(&format!("{year:04}"))),
            to: None,
        };
        let (read, problems) = parse_query(&query_of(&filters, &outline), &outline);
        prop_assert_eq!(read, filters);
        prop_assert_eq!(problems, vec![]);
    }

    #[test]
    fn no_address_makes_it_panic(query in "\\PC{0,60}", fragment in "\\PC{0,40}") {
        let outline = outline();
        let _ = parse_query(&query, &outline);
        let _ = target_of(&fragment, &outline);
    }
}

#[test]
fn keys_are_mirrored_from_right_to_left_and_left_alone_with_modifiers() {
    let key = |key: &str, is_modified, right_to_left| {
        frieze_key(&Pressed { key: key.to_owned(), is_modified, ..Pressed::default() }, right_to_left)
    };
    assert_eq!(key("ArrowLeft", false, false), Some(FriezeKey::Previous));
    assert_eq!(key("ArrowLeft", false, true), Some(FriezeKey::Next));
    assert_eq!(key("ArrowRight", false, true), Some(FriezeKey::Previous));
    assert_eq!(key("+", true, false), None);
    assert_eq!(key("a", false, false), None);
    assert_eq!(key("0", false, false), Some(FriezeKey::ZoomAll));
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

/// What others have put into the query stays there, before the filters.
#[test]
fn parameters_of_others_are_kept() {
    for (query, current, kept) in [
        ("?q=a", "", "?q=a"),
        ("?q=a", "?utm_source=x&lane=b&timeline=..%2Fx.json", "?utm_source=x&timeline=..%2Fx.json&q=a"),
        ("", "?present=1&q=a&from=2010", "?present=1"),
        ("", "?q=a", ""),
        ("?lane=b", "?v=1&&region=c", "?lane=b"),
    ] {
        assert_eq!(with_foreign(query, current), kept);
    }
}
