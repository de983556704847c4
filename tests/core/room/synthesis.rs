//! All notes together.

use frise::room::model::{Of, Order, Synthesis};

use super::{note, notes};

fn questions() -> Vec<String> {
    ["q1", "q2"].map(str::to_owned).to_vec()
}

fn all() -> frise::notes::Notes {
    notes([
        note("q1", "a", "Table 10", "ten", 1),
        note("q1", "b", "table 2 ", "two", 2),
        note("q1", "c", "Table 2", "two again", 3),
        note("q2", "d", "", "nobody", 4),
        note("gone", "e", "Table 2", "elsewhere", 5),
        note("q2", "f", "Table 2", "  ", 6),
    ])
}

fn table(name: &str) -> Of {
    Of::Table(Some(name).filter(|name| !name.is_empty()).map(str::to_owned))
}

#[test]
fn tables_are_counted_by_question() {
    let synthesis = Synthesis::new(&all(), &questions(), Order::Table, 100).unwrap();
    let counted: Vec<_> =
        synthesis.tables.iter().map(|(name, numbers)| (name.as_deref(), numbers.as_slice())).collect();
    assert_eq!(counted, [(Some("Table 2"), &[2, 0, 1][..]), (Some("Table 10"), &[1, 0, 0]), (None, &[0, 1, 0])]);
    assert_eq!((synthesis.sums, synthesis.has_others, synthesis.all), (vec![3, 1, 1], true, None));
    assert_eq!(Synthesis::new(&notes([]), &questions(), Order::Table, 100), None);
}

#[test]
fn notes_stand_in_the_order_that_is_wished_for() {
    let headings = |order| {
        let synthesis = Synthesis::new(&all(), &questions(), order, 100).unwrap();
        let mut found = Vec::new();
        for group in synthesis.groups {
            found.push((group.of, 0));
            found.extend(group.parts.into_iter().filter_map(|part| Some((part.of?, part.notes.len()))));
        }
        found
    };
    let question = Of::Question;
    assert_eq!(
        headings(Order::Table),
        [
            (question(0), 0),
            (table("table 2"), 1),
            (table("Table 2"), 1),
            (table("Table 10"), 1),
            (question(1), 0),
            (table(""), 1),
            (question(2), 0),
            (table("Table 2"), 1),
        ]
    );
    assert_eq!(headings(Order::Time), [(question(0), 0), (question(1), 0), (question(2), 0)]);
    let by_table = headings(Order::Room);
    assert_eq!(by_table.last(), Some(&(question(1), 1)), "without a name last");
    for order in Order::ALL {
        assert_eq!(Order::named(order.name()), order);
    }
}

#[test]
fn a_heading_says_a_table_or_the_note_does() {
    let labels = |order| {
        let synthesis = Synthesis::new(&all(), &questions(), order, 100).unwrap();
        let parts = synthesis.groups.into_iter().flat_map(|group| group.parts);
        parts.flat_map(|part| part.notes).filter(|said| said.label.is_some()).count()
    };
    assert_eq!([Order::Table, Order::Time, Order::Room].map(labels), [0, 4, 0]);
}

#[test]
fn a_long_list_says_how_many_there_are() {
    let synthesis = Synthesis::new(&all(), &questions(), Order::Time, 2).unwrap();
    assert_eq!(synthesis.all, Some(5));
    let listed: usize = synthesis.groups.iter().flat_map(|group| &group.parts).map(|part| part.notes.len()).sum();
    assert_eq!((listed, synthesis.sums.iter().sum::<usize>()), (2, 5), "all are counted");
}
