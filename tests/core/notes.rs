//! Notes: sets of revisions that come together in any order, as often as one likes, and lose nothing.

use std::collections::BTreeSet;

use frise::notes::{Arrivals, Change, Note, NoteKey, Notes, Revision};
use proptest::prelude::*;
use proptest::sample::Index;

pub fn key(question: &str, id: &str) -> NoteKey {
    NoteKey { question: question.to_owned(), id: id.to_owned() }
}

/// A moment of the day of the event.
pub fn at(second: usize) -> String {
    format!("2017-09-21T10:{:02}:{:02}.000Z", second / 60 % 60, second % 60)
}

/// What a hand does: where it writes, over how much of what it sees, what; then perhaps it saves a file.
#[derive(Clone, Debug)]
struct Act {
    device: usize,
    note: usize,
    over: Index,
    text: String,
    saves: bool,
    gives: Option<usize>,
}

fn act() -> impl Strategy<Value = Act> {
    let gives = prop_oneof![3 => Just(None), 1 => (0usize..3).prop_map(Some)];
    let text = prop_oneof!["[ab]{0,2}", any::<String>()];
    (0usize..3, 0usize..3, any::<Index>(), text, any::<bool>(), gives)
        .prop_map(|(device, note, over, text, saves, gives)| Act { device, note, over, text, saves, gives })
}

/// Writes as the page does: over the versions that are shown, or one of them, or beside them.
fn write(notes: &mut Notes, key: &NoteKey, over: Index, second: usize, text: &str) -> Option<Change> {
    let note = notes.entry(key);
    let mut heads: Vec<_> = note.heads().iter().map(|head| head.hash).collect();
    if !heads.is_empty() && over.index(3) > 0 {
        heads = vec![heads[over.index(heads.len())]];
    }
    let change = note.rewriting(&heads, &at(second), "Table 1", text)?;
    note.apply(change.clone());
    Some(change)
}

fn seal(notes: &mut Notes) {
    let keys: Vec<_> = notes.iter().map(|note| note.key.clone()).collect();
    for key in keys {
        notes.entry(&key).seal();
    }
}

/// Three devices after some acts, with files between them.
fn devices() -> impl Strategy<Value = [Notes; 3]> {
    prop::collection::vec(act(), 0..24).prop_map(|acts| {
        let mut devices: [Notes; 3] = Default::default();
        for (second, act) in acts.into_iter().enumerate() {
            let key = key(["q1", "q1", "q2"][act.note], ["n1", "n2", "n1"][act.note]);
            write(&mut devices[act.device], &key, act.over, second, &act.text);
            if act.saves || act.gives.is_some() {
                seal(&mut devices[act.device]);
            }
            if let Some(other) = act.gives {
                let given = devices[act.device].clone();
                devices[other].merge(given);
            }
        }
        devices
    })
}

fn merged<'a>(parts: impl IntoIterator<Item = &'a Notes>) -> Notes {
    let mut all = Notes::default();
    for part in parts {
        all.merge(part.clone());
    }
    all
}

/// Every revision with the note it is of, without what only concerns one device.
fn revisions(notes: &Notes) -> BTreeSet<(NoteKey, String, String)> {
    let all = notes.iter().flat_map(|note| note.revisions().iter().map(move |revision| (note, revision)));
    all.map(|(note, revision)| (note.key.clone(), revision.hash.to_string(), revision.text.clone())).collect()
}

proptest! {
    #[test]
    fn merging_does_not_depend_on_order_or_number([a, b, c] in devices()) {
        let all = merged([&a, &b, &c]);
        for order in [[&a, &c, &b], [&b, &a, &c], [&b, &c, &a], [&c, &a, &b], [&c, &b, &a]] {
            prop_assert_eq!(&merged(order), &all);
            prop_assert_eq!(&merged(order.into_iter().chain(order)), &all, "twice");
        }
        // Associative: what two made together comes to the third.
        prop_assert_eq!(&merged([&merged([&a, &b]), &c]), &all);
        prop_assert_eq!(&merged([&a, &merged([&b, &c])]), &all);
        prop_assert_eq!(&merged([&all, &all]), &all);
    }

    #[test]
    fn merging_loses_nothing_and_makes_nothing_up(devices in devices()) {
        let all = merged(&devices);
        let expected: BTreeSet<_> = devices.iter().flat_map(revisions).collect();
        prop_assert_eq!(revisions(&all), expected);
    }

    #[test]
    fn shown_is_what_nobody_replaces(devices in devices()) {
        for note in merged(&devices).iter() {
            let replaced: Vec<_> = note.revisions().iter().flat_map(|revision| &revision.replaces).collect();
            let expected: BTreeSet<_> =
                note.revisions().iter().map(|revision| revision.hash).filter(|hash| !replaced.contains(&hash)).collect();
            let heads: Vec<_> = note.heads().iter().map(|head| (head.at.clone(), head.hash)).collect();
            prop_assert_eq!(heads.iter().map(|(_, hash)| *hash).collect::<BTreeSet<_>>(), expected);
            prop_assert!(heads.is_sorted(), "oldest first: {heads:?}");
            prop_assert!(!heads.is_empty() || note.revisions().is_empty());
            prop_assert!(note.revisions().is_sorted_by_key(|revision| revision.hash));
        }
    }

    #[test]
    fn what_would_come_in_is_what_comes_in([a, b, _] in devices(), deleted in any::<Index>()) {
        let gone: BTreeSet<_> = b.iter().nth(deleted.index(4)).map(|note| note.key.clone()).into_iter().collect();
        let Arrivals { new, changed, apart, known, deleted } = a.arrivals(&b, &gone);
        prop_assert_eq!((new + changed + known + deleted, deleted), (b.len(), gone.len()));
        let mut taken = b.clone();
        taken.retain(|note| !gone.contains(&note.key));
        let mut after = a.clone();
        after.merge(taken.clone());
        prop_assert_eq!(after.len(), a.len() + new);
        let differ = |note: &&Note| a.get(&note.key).is_some_and(|known| known.revisions().len() < note.revisions().len());
        prop_assert_eq!(after.iter().filter(differ).count(), changed);
        prop_assert!(apart <= changed);
        let Arrivals { new, changed, known, .. } = after.arrivals(&taken, &gone);
        prop_assert_eq!((new, changed, known), (0, 0, taken.len()), "everything is known then");
    }

    #[test]
    fn whatever_is_written_is_shown_and_nothing_saved_is_lost(acts in prop::collection::vec(act(), 0..24)) {
        let (mut notes, one) = (Notes::default(), key("q1", "n1"));
        let mut saved: BTreeSet<_> = BTreeSet::new();
        for (second, act) in acts.into_iter().enumerate() {
            let before = notes.clone();
            match write(&mut notes, &one, act.over, second, &act.text) {
                Some(Change { added, .. }) => {
                    let note = notes.get(&one).unwrap();
                    prop_assert!(note.heads().iter().any(|head| head.hash == added.hash), "{note:?}");
                    prop_assert_eq!(note.revision(added.hash).map(|added| &added.text), Some(&act.text));
                }
                None => prop_assert_eq!(&notes, &before),
            }
            if act.saves {
                seal(&mut notes);
                saved.extend(revisions(&notes));
            }
            prop_assert!(saved.is_subset(&revisions(&notes)));
        }
    }

    #[test]
    fn two_tabs_over_the_same_version_are_both_kept(sealed in any::<bool>(), texts in ("a.*", "b.*", "c.*")) {
        let mut notes = Notes::default();
        let one = key("q1", "n1");
        let first = notes.entry(&one).rewriting(&[], &at(0), "", &texts.0).unwrap();
        notes.entry(&one).apply(first.clone());
        if sealed {
            seal(&mut notes);
        }
        // Both saw the same; what the first one wrote is there when the second one's comes.
        let seen = notes.get(&one).unwrap().clone();
        let changes = [&texts.1, &texts.2].map(|text| seen.rewriting(&[first.added.hash], &at(1), "", text).unwrap());
        let mut orders = [seen.clone(), seen];
        for (note, [a, b]) in orders.iter_mut().zip([[0, 1], [1, 0]]) {
            note.apply(changes[a].clone());
            note.apply(changes[b].clone());
            let mut shown: Vec<_> = note.heads().iter().map(|head| head.text.clone()).collect();
            shown.sort();
            prop_assert_eq!(shown, [texts.1.clone(), texts.2.clone()]);
            prop_assert_eq!(note.revision(first.added.hash).is_some(), sealed, "a version that left stays as history");
        }
        prop_assert_eq!(&orders[0], &orders[1]);
    }
}

fn note(texts: &[&str]) -> Note {
    let mut note = Note::new(key("q1", "n1"));
    for (second, text) in texts.iter().enumerate() {
        let heads: Vec<_> = note.heads().iter().map(|head| head.hash).collect();
        let change = note.rewriting(&heads, &at(second), "", text).unwrap();
        note.apply(change);
    }
    note
}

#[test]
fn a_draft_is_amended_in_place() {
    let note = note(&["a", "ab", "abc"]);
    let [only] = note.revisions() else { panic!("{note:?}") };
    assert!(only.is_draft && only.replaces.is_empty() && only.text == "abc", "{only:?}");
}

#[test]
fn what_has_left_the_device_becomes_history() {
    let mut note = note(&["a"]);
    assert!(note.seal() && !note.seal(), "once");
    let first = note.heads()[0].hash;
    for text in ["b", "bc"] {
        let change = note.rewriting(&[note.heads()[0].hash], &at(5), "", text).unwrap();
        note.apply(change);
    }
    assert_eq!(note.revisions().len(), 2);
    let heads = note.heads();
    let [head] = heads[..] else { panic!("{note:?}") };
    assert_eq!((head.text.as_str(), &head.replaces[..], head.is_draft), ("bc", &[first][..], true));
    assert_eq!(note.begun(), at(0));
}

#[test]
fn the_same_content_is_no_change() {
    let mut note = note(&["a"]);
    let head = note.heads()[0].hash;
    assert_eq!(note.rewriting(&[head], &at(9), "", "a"), None);
    // Asked for twice by the same hand.
    assert_eq!(note.rewriting(&[head, head], &at(9), "", "a"), None);
    assert!(note.rewriting(&[head], &at(9), "Table 2", "a").is_some(), "another table says it");
    note.seal();
    assert_eq!(note.rewriting(&[head], &at(9), "", "a"), None);
}

#[test]
fn a_synthesis_replaces_every_version_it_was_written_over() {
    let mut note = note(&["a"]);
    let beside = note.rewriting(&[], &at(1), "Table 2", "b").unwrap();
    note.apply(beside);
    note.seal();
    let heads: Vec<_> = note.heads().iter().map(|head| head.hash).collect();
    assert_eq!(heads.len(), 2);
    let synthesis = note.rewriting(&heads, &at(2), "", "a and b").unwrap();
    note.apply(synthesis);
    assert_eq!(note.heads().iter().map(|head| head.text.as_str()).collect::<Vec<_>>(), ["a and b"]);
    assert_eq!(note.revisions().len(), 3);
}

#[test]
fn a_draft_that_another_tab_saved_is_not_taken_away() {
    let mut stored = note(&["a"]);
    let seen = stored.clone();
    let draft = seen.heads()[0].hash;
    // The other tab saves a file; this one does not know, and writes on.
    stored.seal();
    stored.apply(seen.rewriting(&[draft], &at(1), "", "ab").unwrap());
    assert_eq!(stored.heads().iter().map(|head| head.text.as_str()).collect::<Vec<_>>(), ["a", "ab"]);
}

#[test]
fn a_version_that_comes_back_from_a_file_is_a_draft_no_more() {
    let mut here = note(&["a"]);
    let mut file = here.clone();
    file.seal();
    assert!(!here.unite(file), "nothing is new");
    assert!(here.revisions().iter().all(|revision| !revision.is_draft));
}

#[test]
fn a_blank_note_is_one_that_nobody_could_miss() {
    assert!(Note::new(key("q1", "n1")).is_blank());
    let mut blank = note(&["a", ""]);
    assert!(blank.is_blank());
    blank.seal();
    assert!(!blank.is_blank(), "elsewhere it may say something");
    assert!(!note(&["a"]).is_blank());
}

#[test]
fn a_hash_is_of_all_there_is() {
    let hash = |question: &str, id: &str, replaces: &[_], at: &str, label: &str, text: &str| {
        let key = key(question, id);
        Revision::new(&key, replaces.to_vec(), at.to_owned(), label.to_owned(), text.to_owned()).hash
    };
    let base = hash("q", "n", &[], "t", "l", "x");
    // For ever: files written with it are out there.
    assert_eq!(base.to_string(), "1b13b7bf2bd423aad428b019bcdf20ad");
    let others = [
        hash("qn", "", &[], "t", "l", "x"),
        hash("n", "q", &[], "t", "l", "x"),
        hash("q", "n", &[base], "t", "l", "x"),
        hash("q", "n", &[], "tl", "", "x"),
        hash("q", "n", &[], "t", "lx", ""),
        hash("q", "n", &[], "t", "l", "x\0"),
        hash("q", "n", &[], "t", "l", &format!("x{base}")),
    ];
    let all: BTreeSet<_> = others.iter().chain([&base]).collect();
    assert_eq!(all.len(), others.len() + 1);
    let [a, b, ..] = others;
    assert_eq!(hash("q", "n", &[a, b, a], "", "", ""), hash("q", "n", &[b, a], "", "", ""), "order means nothing");
}

#[test]
fn notes_of_a_question_stand_in_the_order_they_were_begun() {
    let mut notes = Notes::default();
    for (id, second, question) in [("z", 1, "q1"), ("a", 2, "q1"), ("m", 0, "q2"), ("b", 1, "q1")] {
        let note = notes.entry(&key(question, id));
        let change = note.rewriting(&[], &at(second), "", "x").unwrap();
        note.apply(change);
    }
    let ids: Vec<_> = notes.of_question("q1").into_iter().map(|note| note.key.id.as_str()).collect();
    assert_eq!(ids, ["b", "z", "a"]);
    assert_eq!(notes.remove(&key("q1", "z")).map(|note| note.key.id), Some("z".to_owned()));
    assert_eq!((notes.len(), notes.is_empty()), (3, false));
}
