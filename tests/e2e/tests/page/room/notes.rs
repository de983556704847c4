//! Writing, keeping, deleting; two pages open at once.

use e2e::{Outcome, Site, Tab, tests};
use thirtyfour::Key;

use super::{FIELDS, QUESTIONS, file, hold, keeps, keeps_text, kept, look_at, merge, note, open, ready, reload, write};

tests![
    part;
    a_note_is_there_after_a_reload_and_in_the_other_language,
    a_note_is_kept_as_one_types,
    a_note_more_begins_with_the_same_label,
    an_emptied_note_is_gone,
    a_deleted_note_can_be_brought_back,
    a_note_that_is_back_is_not_said_to_be_gone,
    a_button_for_more_notes_makes_way,
    a_deleted_note_stays_away,
    everything_deleted_while_it_is_written_stays_away,
    everything_is_deleted_once_that_was_asked,
    two_pages_see_what_the_other_writes,
    two_pages_that_write_one_note_lose_nothing: but(WebKit, "two windows of its small browser do not take turns being in front: one takes over what the other writes"),
    one_of_two_versions_can_stand_for_both,
    before_the_tools_run_the_fields_wait_in_their_place,
];

const LABEL: &str = "[data-question='q1-real-partnership'] [data-label]";
const ADD: &str = "[data-question='q1-real-partnership'] [data-note-add]";

async fn a_note_is_there_after_a_reload_and_in_the_other_language(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "Qui fixe l’objectif ?").await?;
    write(tab, LABEL, "Table 3").await?;
    keeps_text(tab, "Table 3").await?;
    reload(tab).await?;
    hold(tab, &["Qui fixe l’objectif ?"]).await?;
    tab.click("[data-lang-link='en']").await?;
    tab.until_is("document.documentElement.lang", "en".to_owned()).await?;
    ready(tab).await?;
    hold(tab, &["Qui fixe l’objectif ?"]).await?;
    assert_eq!(tab.get::<String>(&format!("probe.one(\"{LABEL}\").value")).await?, "Table 3");
    Ok(())
}

async fn a_note_is_kept_as_one_types(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    tab.focus(FIELDS).await?;
    for (typed, so_far) in [('a', "a"), ('b', "ab"), ('c', "abc")] {
        tab.press(typed).await?;
        // Focus has not left the field, and nobody has asked.
        keeps_text(tab, so_far).await?;
    }
    // One draft, not one for every letter.
    let kept = kept(tab).await?;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].1.matches("\"hash\"").count(), 1, "{kept:?}");
    Ok(())
}

async fn a_note_more_begins_with_the_same_label(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "a").await?;
    write(tab, LABEL, "Table 3").await?;
    tab.click(ADD).await?;
    assert!(tab.get::<bool>("document.activeElement.matches('textarea[data-note]')").await?, "the new field has focus");
    assert_eq!(
        tab.get::<String>("document.activeElement.closest('.note-field').querySelector('input').value").await?,
        "Table 3"
    );
    tab.press('b').await?;
    hold(tab, &["a", "b"]).await?;
    // A blank field is enough.
    tab.click(ADD).await?;
    tab.click(ADD).await?;
    hold(tab, &["a", "b", ""]).await?;
    keeps(tab, 2).await?;
    tab.until_is("probe.one('[data-count-notes]').dataset.countNotes", "2".to_owned()).await
}

async fn an_emptied_note_is_gone(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "ab").await?;
    keeps(tab, 1).await?;
    tab.press_often(Key::Backspace, 2).await?;
    keeps(tab, 0).await?;
    hold(tab, &[""]).await?;
    tab.press('c').await?;
    keeps(tab, 1).await?;
    hold(tab, &["c"]).await
}

async fn two(tab: &Tab, site: &Site) -> Outcome {
    open(tab, site, "fr/").await?;
    write(tab, FIELDS, "first").await?;
    tab.click(ADD).await?;
    for typed in "second".chars() {
        tab.press(typed).await?;
    }
    hold(tab, &["first", "second"]).await?;
    keeps(tab, 2).await
}

async fn a_deleted_note_can_be_brought_back(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    two(tab, &site).await?;
    tab.click("[data-note-delete]").await?;
    hold(tab, &["second"]).await?;
    keeps(tab, 1).await?;
    assert!(tab.get::<bool>("document.activeElement.matches('[data-note-undo]')").await?, "focus is on the way back");
    tab.press(Key::Enter).await?;
    hold(tab, &["first", "second"]).await?;
    assert!(tab.get::<bool>("document.activeElement.value === 'first'").await?, "focus is in the note");
    keeps(tab, 2).await?;
    reload(tab).await?;
    hold(tab, &["first", "second"]).await
}

async fn a_note_that_is_back_is_not_said_to_be_gone(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    two(tab, &site).await?;
    for _ in 0..2 {
        tab.click("[data-note-delete]").await?;
    }
    tab.until("probe.all('[data-note-undo]').length === 2").await?;
    tab.focus("[data-note-undo]").await?;
    tab.press(Key::Enter).await?;
    tab.until("document.activeElement.matches('[data-note]')").await?;
    tab.until_is("probe.all('[data-note-undo]').length", 1).await?;
    tab.click("[data-note-undo]").await?;
    hold(tab, &["first", "second"]).await?;
    tab.until_is("probe.all('[data-note-undo]').length", 0).await
}

async fn a_button_for_more_notes_makes_way(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, e2e::Scratch::new()?);
    let notes: Vec<_> = (0..50).map(|at| note(QUESTIONS[0], &format!("n{at}"), "", "x")).collect();
    open(tab, &site, "en/").await?;
    look_at(tab, &[scratch.file("many.json", file(&notes))?]).await?;
    merge(tab).await?;
    let fields = format!("probe.all(\"{FIELDS}\").length");
    for (number, more) in [(20, 1), (40, 1), (50, 0)] {
        tab.until_is(&fields, number).await?;
        tab.until_is("probe.all('[data-note-more]').length", more).await?;
        if more > 0 {
            // As a person at the keyboard does.
            tab.focus("[data-note-more]").await?;
            tab.press(Key::Enter).await?;
        }
    }
    assert!(tab.get::<bool>("!!document.activeElement.closest('[data-note-list]')").await?, "focus is lost");
    Ok(())
}

async fn a_deleted_note_stays_away(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    two(tab, &site).await?;
    tab.click("[data-note-delete]").await?;
    keeps(tab, 1).await?;
    reload(tab).await?;
    hold(tab, &["second"]).await
}

async fn everything_is_deleted_once_that_was_asked(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    two(tab, &site).await?;
    tab.click("[data-delete-all]").await?;
    tab.until("probe.one('#_delete-all').open").await?;
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('#_delete-all').open").await?;
    hold(tab, &["first", "second"]).await?;
    tab.click("[data-delete-all]").await?;
    tab.click("[data-delete-no]").await?;
    keeps(tab, 2).await?;
    tab.click("[data-delete-all]").await?;
    let (name, _) = tab.saved(tab.click("[data-delete-save]")).await?;
    assert!(name.ends_with(".json"), "{name}");
    tab.click("[data-delete-yes]").await?;
    hold(tab, &[""]).await?;
    keeps(tab, 0).await?;
    reload(tab).await?;
    hold(tab, &[""]).await
}

async fn everything_deleted_while_it_is_written_stays_away(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, e2e::Scratch::new()?);
    // More than are written at once.
    let notes: Vec<_> = (0..300).map(|at| note(QUESTIONS[at % 3], &format!("n{at}"), "", "x")).collect();
    open(tab, &site, "en/").await?;
    look_at(tab, &[scratch.file("many.json", file(&notes))?]).await?;
    tab.run(
        "const put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (...all) {
            IDBObjectStore.prototype.put = put;
            queueMicrotask(() => {
                probe.one('[data-delete-all]').click();
                probe.one('[data-delete-yes]').click();
                window.isDeleted = true;
            });
            return put.apply(this, all);
         };",
    )
    .await?;
    tab.click("[data-merge]").await?;
    tab.until("window.isDeleted").await?;
    keeps(tab, 0).await?;
    // What is written from now on is all there is.
    write(tab, FIELDS, "new").await?;
    keeps_text(tab, "new").await?;
    tab.until_is("probe.one('[data-count-notes]').dataset.countNotes", "1".to_owned()).await?;
    tab.click(ADD).await?;
    hold(tab, &["new", ""]).await?;
    keeps(tab, 1).await?;
    reload(tab).await?;
    hold(tab, &["new"]).await
}

async fn two_pages_see_what_the_other_writes(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "first").await?;
    keeps(tab, 1).await?;
    tab.beside().await?;
    open(tab, &site, "en/").await?;
    hold(tab, &["first"]).await?;
    tab.click(ADD).await?;
    tab.press('b').await?;
    keeps(tab, 2).await?;
    tab.turn(0).await?;
    // The field with focus stays as it is, the other comes.
    hold(tab, &["first", "b"]).await?;
    tab.turn(1).await?;
    tab.close().await
}

async fn two_pages_that_write_one_note_lose_nothing(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "x").await?;
    keeps(tab, 1).await?;
    tab.beside().await?;
    open(tab, &site, "fr/").await?;
    hold(tab, &["x"]).await?;
    write(tab, FIELDS, "b").await?;
    keeps(tab, 1).await?;
    tab.turn(0).await?;
    // Its field has had focus all the time: it still shows what was written here.
    tab.press('a').await?;
    keeps_text(tab, "xa").await?;
    for number in [0, 1] {
        tab.turn(number).await?;
        tab.focus("#_room-title").await?;
        reload(tab).await?;
        let mut texts: Vec<String> = tab.get(&format!("probe.all(\"{FIELDS}\").map(field => field.value)")).await?;
        texts.sort();
        assert_eq!(texts, ["xa", "xb"], "in page {number}");
        assert_eq!(tab.get::<usize>("probe.all('.note-apart').length").await?, 2);
    }
    tab.close().await
}

async fn one_of_two_versions_can_stand_for_both(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    two_pages_that_write_one_note(tab, &site).await?;
    tab.click("[data-note-keep]").await?;
    tab.until("!probe.one('.note-apart')").await?;
    let chosen: Vec<String> =
        tab.get(&format!("probe.all(\"{FIELDS}\").map(field => field.value).filter(text => text)")).await?;
    assert_eq!(chosen.len(), 1);
    // The two, and the one that replaces both.
    let start = std::time::Instant::now();
    while kept(tab).await?.iter().map(|(_, record)| record.matches("\"hash\"").count()).sum::<usize>() < 3 {
        assert!(start.elapsed().as_secs() < 10, "{:?}", kept(tab).await?);
    }
    keeps(tab, 1).await?;
    reload(tab).await?;
    hold(tab, &[chosen[0].as_str()]).await
}

/// Leaves the page with two versions of one note.
async fn two_pages_that_write_one_note(tab: &Tab, site: &Site) -> Outcome {
    open(tab, site, "fr/").await?;
    let scratch = e2e::Scratch::new()?;
    let key = frise::notes::NoteKey { question: super::QUESTIONS[0].to_owned(), id: "a".to_owned() };
    let mut note = frise::notes::Note::new(key.clone());
    for text in ["one", "two"] {
        let at = "2017-09-21T10:00:00.000Z".to_owned();
        note.add(frise::notes::Revision::new(&key, vec![], at, String::new(), text.to_owned()));
    }
    super::look_at(tab, &[scratch.file("a.json", super::file(&[note]))?]).await?;
    super::merge(tab).await?;
    tab.until("probe.all('.note-apart').length === 2").await
}

async fn before_the_tools_run_the_fields_wait_in_their_place(tab: &Tab) -> Outcome {
    let site = Site::with("/", e2e::Wasm::Held)?;
    tab.open_bare(&site, "fr/#conversation").await?;
    tab.until("probe.all('textarea[data-note]').length === 3").await?;
    assert_eq!(tab.get::<usize>("probe.all('.needs-room :enabled').length").await?, 0);
    // From one question to the next: what is read there does not move when the tools come.
    const HEIGHTS: &str = "(tops => tops.slice(1).map((top, at) => top - tops[at]))
        (probe.all('article[data-question]').map(question => question.getBoundingClientRect().top))";
    let before: Vec<f64> = tab.get(HEIGHTS).await?;
    site.release();
    ready(tab).await?;
    tab.settle().await?;
    let after: Vec<f64> = tab.get(HEIGHTS).await?;
    assert!(before.len() == 2 && before.iter().zip(&after).all(|(a, b)| (a - b).abs() < 1.0), "{before:?} {after:?}");
    assert!(tab.get::<bool>("!probe.one('[data-note], [data-note-add], [data-presenter]').disabled").await?);
    Ok(())
}
