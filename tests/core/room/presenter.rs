//! The presenter: keys, what they change, the timer, the address.

use std::collections::BTreeSet;

use frise::keyboard::Pressed;
use frise::room::model::{
    Discussed, Key, Panel, Presenter, PresenterChange as Change, PresenterCommand as Ask, Timer, is_of_this_device,
    is_presenting, presenter_key, with_presenter, without_presenter,
};
use proptest::prelude::*;

fn presenter() -> Presenter {
    Presenter::new([4, 0, 2], 0).unwrap()
}

/// The command of a key that types this, or has this name.
fn key(key: &str, is_shifted: bool, right_to_left: bool) -> Option<Ask> {
    presenter_key(&Pressed { key: key.to_owned(), is_shifted, ..Pressed::default() }, right_to_left)
}

const KEYS: [(&str, Ask); 27] = [
    ("ArrowRight", Ask::Next),
    ("ArrowLeft", Ask::Previous),
    ("PageDown", Ask::PageNext),
    ("PageUp", Ask::PagePrevious),
    ("Home", Ask::First),
    ("End", Ask::Last),
    ("e", Ask::Toggle(Panel::Evidence)),
    ("E", Ask::Toggle(Panel::Evidence)),
    ("s", Ask::Toggle(Panel::Stressed)),
    ("S", Ask::Toggle(Panel::Stressed)),
    ("p", Ask::Toggle(Panel::Prompts)),
    ("P", Ask::Toggle(Panel::Prompts)),
    ("q", Ask::Toggle(Panel::Code)),
    ("Q", Ask::Toggle(Panel::Code)),
    ("?", Ask::Toggle(Panel::Keys)),
    ("d", Ask::Discussed),
    ("D", Ask::Discussed),
    ("t", Ask::Timer),
    ("T", Ask::Timer),
    ("f", Ask::FullScreen),
    ("F", Ask::FullScreen),
    ("b", Ask::Blank),
    ("B", Ask::Blank),
    (".", Ask::Blank),
    ("Escape", Ask::Escape),
    // What is left to the browser.
    (" ", Ask::Leave),
    ("Enter", Ask::Leave),
];

#[test]
fn each_key_has_its_command_and_no_other_key_has_one() {
    for (name, command) in KEYS {
        let wanted = (command != Ask::Leave).then_some(command);
        assert_eq!(key(name, false, false), wanted, "{name}");
    }
    let known: BTreeSet<_> = KEYS.iter().map(|(key, _)| (*key).to_owned()).collect();
    let printable = (' '..='~').map(String::from);
    let named = ["ArrowUp", "ArrowDown", "Tab", "Backspace", "Delete", "F5", "F11", "Shift", "Unidentified"];
    for name in printable.chain(named.map(str::to_owned)).filter(|name| !known.contains(name)) {
        assert_eq!(key(&name, false, false), None, "{name}");
    }
}

#[test]
fn shift_takes_a_prompt_back_and_changes_nothing_else() {
    assert_eq!(key("P", true, false), Some(Ask::FewerPrompts));
    // With Caps Lock, Shift writes a small letter.
    assert_eq!(key("p", true, false), Some(Ask::FewerPrompts));
    for (name, command) in KEYS.iter().filter(|(name, _)| !name.eq_ignore_ascii_case("p")) {
        let wanted = (*command != Ask::Leave).then_some(*command);
        assert_eq!(key(name, true, false), wanted, "{name}");
    }
}

#[test]
fn from_right_to_left_the_arrows_change_places() {
    assert_eq!(key("ArrowLeft", false, true), Some(Ask::Next));
    assert_eq!(key("ArrowRight", false, true), Some(Ask::Previous));
    assert_eq!(key("PageDown", false, true), Some(Ask::PageNext));
}

#[test]
fn every_key_has_a_button() {
    let mut names = BTreeSet::new();
    for asks in Ask::ALL {
        // Turning pages is moving, and each question has a button of its own.
        let has_other = matches!(asks, Ask::PageNext | Ask::PagePrevious | Ask::First | Ask::Last);
        assert_eq!(asks.tool().button.is_none(), has_other, "{asks:?}");
        names.extend(asks.tool().button.map(|(press, _)| press));
    }
    let expected = [
        "next",
        "previous",
        "evidence",
        "stressed",
        "prompts",
        "fewer",
        "code",
        "keys",
        "discussed",
        "timer",
        "full",
        "blank",
        "close",
        "reset",
        "leave",
    ];
    assert_eq!(names, BTreeSet::from(expected));
    for (name, command) in KEYS {
        assert!(Ask::ALL.contains(&command), "{name}");
    }
}

#[test]
fn a_key_is_written_as_it_is_pressed() {
    for asks in Ask::ALL {
        for (key, right_to_left) in asks.tool().keys.iter().flat_map(|key| [(key, false), (key, true)]) {
            let named = key.aria(right_to_left);
            let (is_shifted, plain) =
                named.strip_prefix("Shift+").map_or((false, named.as_str()), |plain| (true, plain));
            let pressed = Pressed { key: plain.to_owned(), is_shifted, ..Pressed::default() };
            // Escape leaves where nothing is open.
            let wanted = if asks == Ask::Leave { Ask::Escape } else { asks };
            assert_eq!(presenter_key(&pressed, right_to_left), Some(wanted), "{named}");
        }
    }
    assert_eq!([Key::On.written(false), Key::On.written(true)], ["→", "←"]);
    assert_eq!(
        [Key::Shifted('p').written(false), Key::Named("PageUp", "Page Up").written(false)],
        ["Shift + P", "Page Up"]
    );
}

#[test]
fn each_line_of_the_list_of_keys_is_there_once() {
    let lines: Vec<_> =
        Ask::ALL.into_iter().filter_map(|asks| asks.tool().line).map(|(_, does)| format!("{does:?}")).collect();
    assert_eq!(lines.len(), 14);
    assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "{lines:?}");
}

#[test]
fn without_questions_there_is_nothing_to_present() {
    assert_eq!(Presenter::new([], 0), None);
    assert_eq!(Presenter::new([1], 7).unwrap().current(), 0);
}

#[test]
fn one_moves_between_the_ends() {
    let mut shown = presenter();
    assert_eq!((shown.update(Ask::Previous), shown.current()), (Change::Nothing, 0));
    assert_eq!((shown.update(Ask::Next), shown.current()), (Change::Moved, 1));
    assert_eq!((shown.update(Ask::PageNext), shown.current()), (Change::Moved, 2));
    assert_eq!((shown.update(Ask::Next), shown.current()), (Change::Nothing, 2));
    assert_eq!((shown.update(Ask::PagePrevious), shown.current()), (Change::Moved, 1));
    assert_eq!((shown.update(Ask::Last), shown.current()), (Change::Moved, 2));
    assert_eq!((shown.update(Ask::First), shown.current()), (Change::Moved, 0));
    assert_eq!((shown.update(Ask::Go(1)), shown.current()), (Change::Moved, 1));
    assert_eq!((shown.update(Ask::Go(3)), shown.current()), (Change::Nothing, 1));
}

#[test]
fn one_panel_is_open_at_a_time_and_moving_closes_it() {
    let mut shown = presenter();
    assert_eq!(shown.update(Ask::Toggle(Panel::Evidence)), Change::Opened);
    assert_eq!(shown.update(Ask::Toggle(Panel::Stressed)), Change::Opened);
    assert_eq!(shown.panel(), Some(Panel::Stressed));
    assert_eq!(shown.update(Ask::Toggle(Panel::Stressed)), Change::Closed);
    assert_eq!(shown.panel(), None);
    shown.update(Ask::Toggle(Panel::Keys));
    assert_eq!(shown.update(Ask::Next), Change::Moved);
    assert_eq!(shown.panel(), None);
}

#[test]
fn prompts_come_one_by_one_and_go_one_by_one() {
    let mut shown = presenter();
    assert_eq!(shown.update(Ask::FewerPrompts), Change::Nothing);
    assert_eq!((shown.update(Ask::Toggle(Panel::Prompts)), shown.prompts()), (Change::Opened, (1, 4)));
    assert_eq!((shown.update(Ask::Toggle(Panel::Prompts)), shown.prompts()), (Change::Prompts, (2, 4)));
    // Closed and opened again, on another question meanwhile, they are as they were left.
    shown.update(Ask::Next);
    assert_eq!(shown.update(Ask::Toggle(Panel::Prompts)), Change::Nothing, "this question has none");
    shown.update(Ask::Previous);
    assert_eq!((shown.update(Ask::Toggle(Panel::Prompts)), shown.prompts()), (Change::Opened, (2, 4)));
    shown.update(Ask::Toggle(Panel::Prompts));
    assert_eq!((shown.update(Ask::Toggle(Panel::Prompts)), shown.prompts()), (Change::Prompts, (4, 4)));
    assert_eq!((shown.update(Ask::Toggle(Panel::Prompts)), shown.prompts()), (Change::Nothing, (4, 4)));
    for left in [3, 2, 1] {
        assert_eq!((shown.update(Ask::FewerPrompts), shown.prompts().0), (Change::Prompts, left));
    }
    assert_eq!((shown.update(Ask::FewerPrompts), shown.panel()), (Change::Closed, None));
}

#[test]
fn escape_closes_what_is_open_first() {
    let mut shown = presenter();
    shown.update(Ask::Toggle(Panel::Code));
    shown.update(Ask::Blank);
    assert_eq!(
        (shown.update(Ask::Escape), shown.is_blank(), shown.panel()),
        (Change::Blanked, false, Some(Panel::Code))
    );
    assert_eq!((shown.update(Ask::Escape), shown.panel()), (Change::Closed, None));
    assert_eq!(shown.update(Ask::Escape), Change::Left);
    shown.update(Ask::Toggle(Panel::Code));
    assert_eq!(shown.update(Ask::Leave), Change::Left, "leaving does not close first");
}

#[test]
fn marking_changes_nothing_that_is_shown() {
    let mut shown = presenter();
    assert_eq!((shown.update(Ask::Discussed), &shown), (Change::Marked, &presenter()));
}

#[test]
fn marks_are_each_question_s_own_and_last() {
    let mut marks = Discussed::default();
    marks.set("q1", true);
    marks.set("d'ailleurs, à deux", true);
    marks.set("q2", true);
    marks.set("q2", false);
    let read = Discussed::from_text(&marks.to_text());
    assert_eq!(read, marks);
    let of = |marks: &Discussed| ["q1", "d'ailleurs, à deux", "q2", "q", ""].map(|id| marks.contains(id));
    assert_eq!(of(&read), [true, true, false, false, false]);
    assert_eq!(of(&Discussed::from_former("q2  q1")), [true, false, true, false, false]);
    assert_eq!(Discussed::from_text(""), Discussed::default());
}

fn any_command() -> impl Strategy<Value = Ask> {
    prop_oneof![
        (0..KEYS.len()).prop_map(|at| KEYS[at].1),
        (0usize..5).prop_map(Ask::Go),
        Just(Ask::FewerPrompts),
        Just(Ask::ResetTimer),
    ]
}

proptest! {
    #[test]
    fn whatever_is_pressed_something_that_exists_is_shown(commands in prop::collection::vec(any_command(), 0..60)) {
        let mut shown = presenter();
        for command in commands {
            let before = shown.clone();
            let change = shown.update(command);
            prop_assert!(shown.current() < shown.count());
            let (visible, all) = shown.prompts();
            prop_assert!(visible <= all);
            if shown.panel() == Some(Panel::Prompts) {
                prop_assert!(visible > 0);
            }
            if before.is_blank() {
                let back = { let mut back = before.clone(); back.update(Ask::Blank); back };
                prop_assert_eq!((change, &shown), (Change::Blanked, &back), "only what was there comes back");
            }
            if change == Change::Nothing {
                prop_assert_eq!(&shown, &before);
            }
        }
    }

    #[test]
    fn time_that_was_halted_does_not_count(
        minutes in 1u32..=180, steps in prop::collection::vec((0i64..900_000, any::<bool>()), 0..30), start in 0i64..1 << 41,
    ) {
        let mut timer = Timer::new(minutes);
        let (mut now, mut ran) = (start, 0);
        for (step, toggles) in steps {
            if timer.is_running() {
                ran += step;
            }
            now += step;
            prop_assert_eq!(timer.left(now), i64::from(minutes) * 60_000 - ran);
            if toggles {
                timer.toggle(now);
            }
        }
        timer.reset();
        prop_assert_eq!((timer.left(now), timer.has_begun()), (i64::from(minutes) * 60_000, false));
    }

    #[test]
    fn asking_for_the_presenter_keeps_all_else(pairs in prop::collection::vec("[a-z]{1,4}=[a-z0-9%,-]{0,6}", 0..4)) {
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        prop_assert!(!is_presenting(&query));
        let asked = with_presenter(&query);
        prop_assert!(is_presenting(&asked));
        prop_assert_eq!(with_presenter(&asked), asked.clone());
        prop_assert_eq!(without_presenter(&asked), query);
    }
}

#[test]
fn the_timer_counts_down_and_then_up() {
    let mut timer = Timer::new(8);
    assert_eq!(timer.text(5), "08:00");
    assert!(!timer.is_running() && !timer.has_begun());
    timer.toggle(1_000);
    for (after, text, up) in [
        (0, "08:00", false),
        (1, "08:00", false),
        (1_000, "07:59", false),
        (28_000, "07:32", false),
        (479_001, "00:01", false),
        (480_000, "00:00", true),
        (480_999, "00:00", true),
        (481_000, "+00:01", true),
        (492_000, "+00:12", true),
    ] {
        assert_eq!((timer.text(1_000 + after).as_str(), timer.is_up(1_000 + after)), (text, up), "{after}");
    }
    assert_eq!(timer.text(0), "08:00", "a clock that was put back");
    assert_eq!(Timer::new(180).text(0), "180:00");
}

#[test]
fn a_timer_is_set_while_it_runs() {
    let mut timer = Timer::new(5);
    timer.toggle(0);
    timer.set(10);
    assert_eq!(timer.text(60_000), "09:00");
    for (asked, got) in [(0, 1), (1, 1), (180, 180), (9_999, 180)] {
        timer.set(asked);
        assert_eq!(timer.minutes(), got);
    }
}

#[test]
fn present_is_asked_for_with_a_value() {
    for query in ["", "?", "?present", "?present=", "?presenter=1", "?q=present"] {
        assert!(!is_presenting(query), "{query}");
    }
    for query in ["?present=1", "?q=a&present=1", "?present=yes&lane=event"] {
        assert!(is_presenting(query), "{query}");
    }
    assert_eq!(with_presenter(""), "?present=1");
    assert_eq!(without_presenter("?q=a&present=1&lane=b"), "?q=a&lane=b");
    assert_eq!(without_presenter("?present"), "");
}

#[test]
fn some_addresses_lead_nowhere_from_elsewhere() {
    for here in [
        "http://localhost/",
        "http://localhost:8080/fr/#q",
        "http://127.0.0.1:3000/",
        "http://127.1.2.3/",
        "http://[::1]:8080/",
        "http://a.localhost/",
        "file:///tmp/fr.html#q",
        "about:blank",
    ] {
        assert!(is_of_this_device(here), "{here}");
    }
    for far in [
        "https://example.org/",
        "https://localhost.example.org/",
        "https://127.example.org/",
        "http://192.168.1.7:8080/",
        "http://[fe80::1]/",
        "https://example.org/?at=http://localhost/",
    ] {
        assert!(!is_of_this_device(far), "{far}");
    }
}
