//! The conversation's tools: notes, where they are kept, their files, what comes together.

mod files;
mod kept;
mod looks;
mod notes;
mod odd_ids;
mod refused;
mod reloads;
mod taken;

use e2e::runner::Test;
use e2e::{Failure, Outcome, Site, Tab};
use frise::notes::{Note, NoteKey, Notes, Revision};
use serde_json::json;

pub const TESTS: &[&[Test]] = &[
    files::TESTS,
    kept::TESTS,
    looks::TESTS,
    notes::TESTS,
    odd_ids::TESTS,
    refused::TESTS,
    reloads::TESTS,
    taken::TESTS,
];

/// The questions of the page.
pub const QUESTIONS: [&str; 3] = ["q1-real-partnership", "q2-role-of-capacity-development", "q3-future"];
/// The fields under the first question.
pub const FIELDS: &str = "[data-question='q1-real-partnership'] textarea[data-note]";
/// What they hold.
const TEXTS: &str =
    "probe.all(\"[data-question='q1-real-partnership'] textarea[data-note]\").map(field => field.value)";

/// Opens a page at the first question, and waits for the tools.
pub async fn open(tab: &Tab, site: &Site, page: &str) -> Outcome {
    tab.open(site, &format!("{page}#{}", QUESTIONS[0])).await?;
    ready(tab).await
}

/// Waits for the tools.
pub async fn ready(tab: &Tab) -> Outcome {
    tab.until("document.documentElement.dataset.room === 'ready'").await
}

/// Loads the page again, and waits for the tools.
pub async fn reload(tab: &Tab) -> Outcome {
    tab.reload().await?;
    ready(tab).await
}

/// Waits until the fields of the first question hold this, in their order.
pub async fn hold(tab: &Tab, texts: &[&str]) -> Outcome {
    tab.until_is(TEXTS, texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()).await
}

/// Every note that is kept on the device.
pub async fn kept(tab: &Tab) -> Outcome<Vec<(String, String)>> {
    tab.get(
        "await new Promise((done, failed) => {
            const folder = new URL(probe.one('#app').dataset.root || '.', location).pathname;
            const request = indexedDB.open(`frise-notes ${folder}`);
            request.onerror = () => failed(request.error);
            request.onsuccess = () => {
                const database = request.result, found = [];
                const cursor = database.transaction('records').objectStore('records').openCursor();
                cursor.onsuccess = () => {
                    if (cursor.result) {
                        found.push([String(cursor.result.key), String(cursor.result.value)]);
                        cursor.result.continue();
                    } else {
                        database.close();
                        done(found);
                    }
                };
            };
        })",
    )
    .await
}

/// Does something to the database, as `database` and, in a transaction, `store`.
pub async fn damage(tab: &Tab, statements: &str) -> Outcome {
    tab.run(&format!(
        "await new Promise((done, failed) => {{
            const request = indexedDB.open('frise-notes /');
            request.onsuccess = () => {{
                const database = request.result, transaction = database.transaction('records', 'readwrite');
                const store = transaction.objectStore('records');
                {statements}
                transaction.oncomplete = () => {{ database.close(); done(); }};
                transaction.onabort = () => failed(transaction.error);
            }};
        }})"
    ))
    .await
}

/// Makes the database anew, of a version, before the tools are there.
pub async fn made(tab: &Tab, version: u32, statements: &str) -> Outcome {
    tab.run(&format!(
        "await new Promise((done, failed) => {{
            const request = indexedDB.open('frise-notes /', {version});
            request.onupgradeneeded = () => {{ const database = request.result; {statements} }};
            request.onsuccess = () => {{ request.result.close(); done(); }};
            request.onerror = () => failed(request.error);
        }})"
    ))
    .await
}

/// Waits until so many notes are kept, and nothing waits to be.
pub async fn keeps(tab: &Tab, count: usize) -> Outcome {
    let start = std::time::Instant::now();
    loop {
        let found = kept(tab).await?.len();
        if found == count {
            return Ok(());
        }
        assert!(start.elapsed().as_secs() < 10, "{found} notes are kept, not {count}");
        tab.settle().await?;
    }
}

/// Waits until a text (of a note, a label) is kept: what has just been typed is still on its way.
pub async fn keeps_text(tab: &Tab, text: &str) -> Outcome {
    let start = std::time::Instant::now();
    let wanted = json!(text).to_string();
    while !kept(tab).await?.iter().any(|(_, record)| record.contains(&wanted)) {
        assert!(start.elapsed().as_secs() < 10, "{wanted} is never kept: {:?}", kept(tab).await?);
    }
    Ok(())
}

/// Writes into a field as a person does.
pub async fn write(tab: &Tab, selector: &str, text: &str) -> Outcome {
    tab.type_into(selector, text).await
}

/// A note of one revision.
pub fn note(question: &str, id: &str, label: &str, text: &str) -> Note {
    let key = NoteKey { question: question.to_owned(), id: id.to_owned() };
    let mut note = Note::new(key.clone());
    note.add(Revision::new(&key, vec![], "2017-09-21T10:00:00.000Z".to_owned(), label.to_owned(), text.to_owned()));
    note
}

/// A file of notes.
pub fn file(notes: &[Note]) -> String {
    frise::notes::write(notes.iter(), "2017-09-21T12:00:00.000Z")
}

/// Saves all notes as JSON and reads them as the page does.
pub async fn saved(tab: &Tab) -> Outcome<Notes> {
    let (_, bytes) = tab.saved(tab.click("#_room .room-tools [data-export='json']")).await?;
    frise::notes::read(&bytes).map_err(|error| Failure::new(format!("what the page saves cannot be read: {error}")))
}

/// Opens files and waits for what would come in.
pub async fn look_at(tab: &Tab, files: &[std::path::PathBuf]) -> Outcome {
    tab.choose("[data-import]", files).await?;
    tab.until(&format!("probe.all('.incoming li').length === {}", files.len())).await
}

/// Merges what was looked at.
pub async fn merge(tab: &Tab) -> Outcome {
    tab.click("[data-merge]").await?;
    tab.until("!probe.one('[data-merge]')").await
}

/// Types a value into a field at once, as pasting does.
pub async fn paste(tab: &Tab, selector: &str, text: &str) -> Outcome {
    tab.call::<serde_json::Value>(
        "(selector, text) => {
            const field = document.querySelector(selector);
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }",
        json!([selector, text]),
    )
    .await
    .map(|_| ())
}
