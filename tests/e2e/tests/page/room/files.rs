//! Files of notes: saved, looked at, merged.

use std::time::Duration;

use e2e::{Failure, Outcome, Scratch, Site, Tab, tests};
use frise::notes::Notes;

use super::{FIELDS, QUESTIONS, file, hold, keeps, look_at, merge, note, open, paste, saved, write};

tests![
    three_tables_come_together_in_any_order,
    nothing_comes_in_before_it_was_looked_at,
    a_deleted_note_comes_back_only_if_that_is_wished,
    what_was_saved_becomes_history_when_it_is_written_on,
    one_question_can_be_saved_alone,
    text_and_table_are_saved_for_reading_elsewhere,
    hostile_notes_are_text_and_come_back_as_they_were,
    five_thousand_notes_come_in_and_the_page_stays_small,
];

async fn three_tables_come_together_in_any_order(tab: &Tab) -> Outcome {
    let scratch = Scratch::new()?;
    let mut files = Vec::new();
    for table in ["1", "2", "3"] {
        // Another origin each: another profile.
        let site = Site::open()?;
        open(tab, &site, "fr/").await?;
        for question in QUESTIONS {
            let field = format!("[data-question='{question}'] textarea");
            write(tab, &field, &format!("note of table {table} on {question}")).await?;
            write(tab, &format!("[data-question='{question}'] [data-label]"), &format!("Table {table}")).await?;
        }
        keeps(tab, 3).await?;
        let (name, content) = tab.saved(tab.click("#_room .room-tools [data-export='json']")).await?;
        assert!(name.starts_with(&format!("notes-Table-{table}-20")) && name.ends_with(".json"), "{name}");
        files.push(scratch.file(&name, content)?);
    }
    let mut results: Vec<Notes> = Vec::new();
    for order in [[0, 1, 2], [2, 0, 1]] {
        let site = Site::open()?;
        open(tab, &site, "fr/").await?;
        for at in order.into_iter().chain(order) {
            look_at(tab, &[files[at].clone()]).await?;
            if tab.get::<bool>("!!probe.one('[data-merge]')").await? {
                merge(tab).await?;
            }
        }
        // All at once, once more.
        look_at(tab, &files).await?;
        assert!(!tab.get::<bool>("!!probe.one('[data-merge]')").await?, "all of it is there already");
        keeps(tab, 9).await?;
        results.push(saved(tab).await?);
    }
    assert_eq!(results[0].len(), 9);
    assert!(results[0] == results[1], "another order, another result");
    tab.until("probe.all('.synthesis-counts tbody tr').length === 3").await?;
    let sums: Vec<String> = tab.get("probe.all('.synthesis-counts tfoot td').map(cell => cell.textContent)").await?;
    assert_eq!(sums, ["3", "3", "3", "9"]);
    Ok(())
}

async fn nothing_comes_in_before_it_was_looked_at(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    open(tab, &site, "en/").await?;
    let one =
        scratch.file("one.json", file(&[note(QUESTIONS[0], "a", "Table 1", "x"), note(QUESTIONS[1], "b", "", "y")]))?;
    look_at(tab, std::slice::from_ref(&one)).await?;
    assert_eq!(tab.get::<String>("probe.one('.incoming li').textContent").await?, "one.json new: 2");
    keeps(tab, 0).await?;
    tab.click("[data-merge-cancel]").await?;
    hold(tab, &[""]).await?;
    look_at(tab, &[one.clone(), one]).await?;
    let said: Vec<String> = tab.get("probe.all('.incoming li').map(row => row.textContent)").await?;
    assert_eq!(said, ["one.json new: 2", "one.json here already: 2"]);
    merge(tab).await?;
    keeps(tab, 2).await?;
    hold(tab, &["x"]).await
}

async fn a_deleted_note_comes_back_only_if_that_is_wished(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "gone").await?;
    keeps(tab, 1).await?;
    let (name, content) = tab.saved(tab.click("#_room .room-tools [data-export='json']")).await?;
    let mine = scratch.file(&name, content)?;
    tab.click("[data-note-delete]").await?;
    keeps(tab, 0).await?;
    super::reload(tab).await?;
    look_at(tab, std::slice::from_ref(&mine)).await?;
    let said: String = tab.get("probe.one('.incoming li').textContent").await?;
    assert!(said.ends_with("deleted on this device: 1"), "{said}");
    merge(tab).await?;
    keeps(tab, 0).await?;
    look_at(tab, &[mine]).await?;
    tab.click("[data-merge-deleted]").await?;
    merge(tab).await?;
    keeps(tab, 1).await?;
    hold(tab, &["gone"]).await
}

async fn what_was_saved_becomes_history_when_it_is_written_on(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "a").await?;
    keeps(tab, 1).await?;
    let first = saved(tab).await?;
    write(tab, FIELDS, "b").await?;
    let second = saved(tab).await?;
    let (Some(before), Some(after)) = (first.iter().next(), second.iter().next()) else {
        return Err(Failure::new("a file without notes"));
    };
    assert_eq!((before.revisions().len(), after.revisions().len()), (1, 2));
    assert_eq!(after.heads().iter().map(|head| head.text.as_str()).collect::<Vec<_>>(), ["ab"]);
    assert_eq!(after.heads()[0].replaces, [before.heads()[0].hash]);
    Ok(())
}

async fn one_question_can_be_saved_alone(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "fr/").await?;
    for question in QUESTIONS {
        write(tab, &format!("[data-question='{question}'] textarea"), question).await?;
    }
    keeps(tab, 3).await?;
    tab.click(&format!("[data-question='{}'] [data-export-of]", QUESTIONS[1])).await?;
    assert_eq!(tab.get::<String>("document.activeElement.value").await?, QUESTIONS[1]);
    let notes = saved(tab).await?;
    assert_eq!(notes.iter().map(|note| note.key.question.as_str()).collect::<Vec<_>>(), [QUESTIONS[1]]);
    Ok(())
}

/// What somebody may write to break a page, a spreadsheet or a reader.
fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "<script>document.title = 'broken'</script><img src=x onerror=\"document.title = 'broken'\">",
        "\u{202e}txet sdrawkcab\u{2066} \u{200f}",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "a\u{0}b\u{0}",
        "one\r\ntwo\rthree\n",
        "👩‍👩‍👧‍👦 e\u{301}\u{327} \u{feff}\u{fffd}",
        "\n\n  begins with lines, ends with spaces  ",
        "</textarea></div>{{ x }} ${y} `z`",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push(("0123456789".repeat(50) + "\n").repeat(2_100));
    texts
}

async fn hostile_notes_are_text_and_come_back_as_they_were(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    let texts = hostile();
    let notes: Vec<_> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| note(QUESTIONS[0], &format!("n{at}"), text.get(..20).unwrap_or(text), text))
        .collect();
    open(tab, &site, "fr/").await?;
    look_at(tab, &[scratch.file("hostile.json", file(&notes))?]).await?;
    merge(tab).await?;
    keeps(tab, texts.len()).await?;
    super::reload(tab).await?;
    let back = saved(tab).await?;
    for (note, text) in notes.iter().zip(&texts) {
        let head = back.get(&note.key).map(|note| note.heads()[0].text.clone());
        assert!(
            head.as_ref() == Some(text),
            "{:?} came back as {:?}",
            text.get(..60),
            head.as_ref().and_then(|head| head.get(..60))
        );
    }
    // Pasted here: as the browser's field holds it, which knows one line end only.
    for text in &texts[..texts.len() - 1] {
        paste(tab, FIELDS, text).await?;
        let shown: String = tab.get(&format!("probe.one(\"{FIELDS}\").value")).await?;
        let first = format!("[...probe.all(\"{FIELDS}\")][0].closest('[data-note-id]').dataset.noteId");
        let id: String = tab.get(&first).await?;
        tab.until("probe.one('[data-synthesis] li')").await?;
        let all = saved(tab).await?;
        let now =
            all.iter().find(|note| note.key.id == id).map(|note| note.heads().iter().any(|head| head.text == shown));
        assert_eq!(now, Some(true), "{:?}", text.get(..60));
    }
    let made: usize = tab
        .get("probe.all('[data-note-list] script, [data-note-list] img, [data-synthesis] :is(script, img, a)').length")
        .await?;
    assert_eq!(made, 0, "elements came of texts");
    assert!(!tab.get::<String>("document.title").await?.contains("broken"));
    let isolated: bool = tab
        .get("probe.all('.synthesis-text').every(text => text.dir === 'auto' && getComputedStyle(text).unicodeBidi.startsWith('isolate'))")
        .await?;
    assert!(isolated, "directions leak out of notes");
    Ok(())
}

async fn five_thousand_notes_come_in_and_the_page_stays_small(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    let notes: Vec<_> = (0..5_000)
        .map(|at| {
            note(
                QUESTIONS[at % 3],
                &format!("n{at}"),
                &format!("Table {}", at % 12),
                &format!("What was said, number {at}."),
            )
        })
        .collect();
    open(tab, &site, "fr/").await?;
    look_at(tab, &[scratch.file("large.json", file(&notes))?]).await?;
    merge(tab).await?;
    keeps(tab, 5_000).await?;
    tab.until("probe.one('.synthesis-counts tfoot td:last-child')?.textContent === '5000'").await?;
    let (fields, listed): (usize, usize) =
        tab.get("[probe.all('textarea[data-note]').length, probe.all('.synthesis-notes li').length]").await?;
    assert!(fields <= 3 * 21 && listed <= 100, "{fields} fields, {listed} in the synthesis");
    tab.click("[data-note-more]").await?;
    assert_eq!(tab.get::<usize>("probe.all('textarea[data-note]').length").await?, fields + 20);
    // Notes above it are laid out once it is scrolled to, and it moves: a driver on a busy machine would miss it.
    tab.run("probe.one('[data-synthesis-whole]').scrollIntoView({ block: 'center' })").await?;
    tab.settle().await?;
    tab.click("[data-synthesis-whole]").await?;
    // WebKit takes its time over so long a list.
    tab.until_within(Duration::from_secs(60), "probe.all('.synthesis-notes li').length === 5000").await
}

async fn text_and_table_are_saved_for_reading_elsewhere(tab: &Tab) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    open(tab, &site, "fr/").await?;
    let notes = [
        note(QUESTIONS[0], "a", "Table 10", "=HYPERLINK(\"http://example.org\",\"x\")"),
        note(QUESTIONS[0], "b", "Table 2", "<b>gras</b> *oui*"),
        note(QUESTIONS[2], "c", "", "sans nom"),
    ];
    look_at(tab, &[scratch.file("a.json", file(&notes))?]).await?;
    merge(tab).await?;
    let (name, text) = tab.saved(tab.click("#_room .room-tools [data-export='md']")).await?;
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(name.ends_with(".md") && text.contains("Que peut"), "{name}: {text}");
    assert!(!text.contains("<b>") && text.find("Table 2") < text.find("Table 10"), "{text}");
    let (name, table) = tab.saved(tab.click("#_room .room-tools [data-export='csv']")).await?;
    let table = String::from_utf8_lossy(&table).into_owned();
    assert!(name.ends_with(".csv") && table.starts_with('\u{feff}') && table.contains("\";\""), "{name}: {table}");
    assert!(table.contains("\"'=HYPERLINK(\"\"http"), "a formula is text: {table}");
    Ok(())
}
