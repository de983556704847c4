//! What a sample is held to.

use frise::content::{Timeline, WireEntry};

use super::*;

#[test]
fn the_same_number_gives_the_same_bytes() {
    let bytes = |n| serde_json::to_vec(&bundle(n)).unwrap_or_default();
    assert!(bytes(300).len() > 10_000);
    assert_eq!(bytes(300), bytes(300));
}

#[test]
fn a_sample_is_a_timeline_of_so_many_entries() {
    for n in [1, 69, 3_000] {
        let entries = Timeline::new(bundle(n)).map(|timeline| timeline.entries.len());
        assert_eq!(entries.map_err(|error| error.to_string()), Ok(n));
    }
}

#[test]
fn what_is_written_is_read_back() {
    let json = serde_json::to_string(&bundle(50)).unwrap_or_default();
    let read = Bundle::from_json(&json).map(|read| serde_json::to_string(&read).unwrap_or_default());
    assert_eq!(read.map_err(|error| error.to_string()), Ok(json));
}

#[test]
fn shares_are_as_promised() {
    const N: usize = 20_000;
    let entries = bundle(N).entries;
    let share = |is: &dyn Fn(&WireEntry) -> bool| entries.iter().filter(|entry| is(entry)).count() * 1_000 / N;
    assert!((280..320).contains(&share(&|entry| entry.date.contains('/'))));
    assert!((40..60).contains(&share(&|entry| entry.parent.is_some())));
    assert!((680..720).contains(&share(&|entry| entry.weight == 1)));
    for (lane, ..) in LANES {
        assert!((230..270).contains(&share(&|entry| entry.lane == lane)));
    }
    assert_eq!(share(&|entry| ("1920".."2020").contains(&entry.date.as_str())), 1_000);
    assert_eq!(share(&|entry| (3..=7).contains(&entry.title.as_str().split(' ').count())), 1_000);
}
