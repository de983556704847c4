//! A store that is damaged, in every way that is known, over several loads of the page: it is whole each time, says what
//! is wrong, keeps what can be kept and touches nothing of the rest.

use e2e::{Outcome, Scratch, Site, Tab, tests};
use serde_json::json;

use super::kept::{PROBLEM, where_denied};
use super::{
    FIELDS, QUESTIONS, damage, file, hold, keeps_text, look_at, made, merge, note, open, paste, reload, saved, write,
};

tests![
    truncated_records_stay_through_every_load,
    records_of_another_type_stay_through_every_load: but(Firefox, "not settled: the script that puts such records there does not end"),
    a_database_of_another_form_stays_through_every_load,
    a_newer_database_stays_through_every_load,
    where_there_is_no_room_nothing_kept_is_lost_in_any_load: but(Firefox, "its quota cannot be made small while it runs") but(WebKit, "its quota cannot be made small"),
    where_storage_is_denied_the_page_is_whole_in_every_load: but(WebKit, "its small browser has no setting that denies storage"),
    an_unreadable_record_is_put_aside_when_its_note_comes_from_a_file,
];

/// The first finds what is wrong, the second what the first has made of it; a third shows that it stays so.
const LOADS: usize = 3;

/// All records as they are: key, type, content.
const RECORDS: &str = "await new Promise((done, failed) => {
    const request = indexedDB.open('frise-notes /');
    request.onerror = () => failed(request.error);
    request.onsuccess = () => {
        const database = request.result, found = [];
        const stores = [...database.objectStoreNames];
        const finish = async () => {
            const version = database.version;
            database.close();
            const text = async value => value instanceof Blob ? await value.text()
                : value instanceof ArrayBuffer ? [...new Uint8Array(value)].join() : JSON.stringify(value) ?? '';
            const rows = found.map(async ([store, key, value]) =>
                [store, JSON.stringify(key), Object.prototype.toString.call(value), await text(value)].join(' '));
            done([`${version} ${stores}`, ...await Promise.all(rows)]);
        };
        if (!stores.length) return finish();
        const transaction = database.transaction(stores);
        transaction.oncomplete = finish;
        for (const store of stores) {
            transaction.objectStore(store).openCursor().onsuccess = ({ target: { result } }) => {
                if (!result) return;
                found.push([store, result.key, result.value]);
                result.continue();
            };
        }
    };
})";

async fn records(tab: &Tab) -> Outcome<Vec<String>> {
    tab.get(RECORDS).await
}

/// The page with all that a reader needs, whatever became of the store.
async fn whole(tab: &Tab, load: usize) -> Outcome {
    let (articles, questions, fields, is_shown): (usize, usize, usize, bool) = tab
        .get(
            "[probe.all('article[data-lane]').length, probe.all('article[data-question]').length,
            probe.all('textarea[data-note]').filter(field => !field.disabled && probe.visible(field)).length,
            ['h1', '#conversation h2', '.room-tools', '[data-kept]'].every(part => probe.visible(probe.one(part)))]",
        )
        .await?;
    assert!(articles > 60 && questions == 3 && fields >= 3, "load {load}: {articles} {questions} {fields}");
    assert!(is_shown, "load {load}: something does not show");
    assert!(
        !tab.get::<bool>("probe.visible(probe.one('.room-failed'))").await?,
        "load {load}: the tools say they failed"
    );
    Ok(())
}

/// Says before anything is written that notes live in the page, and offers the file.
async fn said_at_once(tab: &Tab, said: &str, load: usize) -> Outcome {
    let is_said = tab.until(&format!("({PROBLEM}).includes({})", json!(said))).await;
    assert!(is_said.is_ok(), "load {load}: “{said}” is not said");
    let line: String = tab.get("probe.one('[data-kept]').textContent").await?;
    assert!(line.contains("until this page is closed"), "load {load}: {line}");
    Ok(())
}

/// The texts of what is saved as a file.
async fn texts(tab: &Tab) -> Outcome<Vec<String>> {
    let notes = saved(tab).await?;
    Ok(notes.iter().flat_map(|note| note.heads()).map(|head| head.text.clone()).collect())
}

/// Several loads of a page that has records that it cannot read: so many, which stay as they are, beside a note that
/// is written on each time.
async fn goes_on_beside(tab: &Tab, unreadable: usize, part: &str) -> Outcome {
    let is_ours = |record: &String| record.contains("good");
    let before: Vec<_> = records(tab).await?.into_iter().filter(|record| !is_ours(record)).collect();
    let mut text = "good".to_owned();
    for load in 1..=LOADS {
        reload(tab).await?;
        whole(tab, load).await?;
        hold(tab, &[&text]).await?;
        let said: String = tab.get("probe.one(\"[data-problem='unreadable']\")?.textContent ?? ''").await?;
        assert!(said.contains(&format!("cannot be read: {unreadable}")), "load {load}: {said}");
        assert_eq!(tab.get::<String>(PROBLEM).await?, "", "load {load}");
        if load == 1 || load == LOADS {
            let (_, content) = tab.saved(tab.click("[data-save-unreadable]")).await?;
            let content = String::from_utf8_lossy(&content).into_owned();
            assert!(content.contains(part), "load {load}: {content}");
            assert_eq!(texts(tab).await?, [text.as_str()], "load {load}");
        }
        write(tab, FIELDS, "!").await?;
        text.push('!');
        keeps_text(tab, &text).await?;
        let now: Vec<_> = records(tab).await?.into_iter().filter(|record| !is_ours(record)).collect();
        assert_eq!(now, before, "load {load}: what cannot be read is not as it was");
    }
    Ok(())
}

async fn truncated_records_stay_through_every_load(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "good").await?;
    keeps_text(tab, "good").await?;
    let other = frise::notes::to_record(&note(QUESTIONS[0], "other", "Table 1", "half of it is lost"));
    // At every tenth, and at the ends.
    let ends: Vec<_> = (0..other.len()).filter(|end| end % 10 == 0 || end + 1 == other.len()).collect();
    for end in &ends {
        let put = format!("store.put({}, '{}/cut{end:04}')", json!(other.get(..*end)), QUESTIONS[0]);
        damage(tab, &put).await?;
    }
    goes_on_beside(tab, ends.len(), "half of it is l").await
}

async fn records_of_another_type_stay_through_every_load(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "good").await?;
    keeps_text(tab, "good").await?;
    damage(
        tab,
        "const wrong = [42, NaN, true, null, undefined, new Date(0), [1, 'two'], { text: 'an object' },
             new Blob(['a blob']), new Uint8Array([1, 2, 3]).buffer, '42', '[]', '\"text\"', '{\"version\":9}'];
         wrong.forEach((value, at) => store.put(value, `q1-real-partnership/wrong${at}`));
         // Keys of another type, or of no form.
         for (const key of [7, [1, 'x'], new Date(0), new Uint8Array([1]), '', '/', 'no-slash']) store.put('text', key);",
    )
    .await?;
    goes_on_beside(tab, 14 + 7, "{\"version\":9}").await
}

async fn a_database_of_another_form_stays_through_every_load(tab: &Tab) -> Outcome {
    let note = frise::notes::to_record(&note(QUESTIONS[0], "n", "Table 1", "still here"));
    let with_a_note = format!("database.createObjectStore('records').put({}, '{}/n');", json!(note), QUESTIONS[0]);
    for (form, of_it, text) in [
        ("", "1 ", ""),
        ("database.createObjectStore('other').put('x', 'y');", "1 other", ""),
        ("database.createObjectStore('records', { keyPath: 'id' }).put({ id: 'x' });", "1 records", ""),
        (with_a_note.as_str(), "1 records", "still here"),
    ] {
        let site = Site::open()?;
        tab.open(&site, "en/").await?;
        made(tab, 1, form).await?;
        let before = records(tab).await?;
        assert_eq!(before[0], of_it);
        open(tab, &site, "en/").await?;
        in_memory(tab, LOADS, "damaged", text, &before).await?;
    }
    Ok(())
}

/// So many loads of a page that can keep nothing: it shows a text that is there, and leaves the records as they are.
async fn in_memory(tab: &Tab, loads: usize, said: &str, text: &str, before: &[String]) -> Outcome {
    for load in 1..=loads {
        reload(tab).await?;
        whole(tab, load).await?;
        said_at_once(tab, said, load).await?;
        hold(tab, &[text]).await?;
        write(tab, FIELDS, "kept here").await?;
        tab.until("probe.one(\"[data-problem='store'] [data-export='json']\")").await?;
        if load == 1 || load == loads {
            assert_eq!(texts(tab).await?, [format!("{text}kept here")], "load {load}");
        }
        if !before.is_empty() {
            assert_eq!(records(tab).await?, before, "load {load}");
        }
    }
    Ok(())
}

async fn a_newer_database_stays_through_every_load(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/").await?;
    made(
        tab,
        2,
        "database.createObjectStore('records').put('a newer form', 'key');
         database.createObjectStore('another').put({ of: 'it' }, 1);",
    )
    .await?;
    let before = records(tab).await?;
    assert_eq!(before.len(), 3, "{before:?}");
    open(tab, &site, "en/").await?;
    in_memory(tab, LOADS, "newer version", "", &before).await
}

async fn where_storage_is_denied_the_page_is_whole_in_every_load(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    where_denied(tab, async |strict| {
        open(strict, &site, "en/").await?;
        in_memory(strict, LOADS, "does not allow", "", &[]).await
    })
    .await
}

async fn where_there_is_no_room_nothing_kept_is_lost_in_any_load(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "en/").await?;
    // Told by another tab: a load forgets what its own was told, and for half a minute the browser then goes by the room
    // that it found at its first look.
    tab.beside().await?;
    tab.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": site.origin(), "quotaSize": 100_000 })).await?;
    tab.turn(0).await?;
    full(tab).await?;
    tab.turn(1).await?;
    tab.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": site.origin() })).await?;
    tab.close().await?;
    reload(tab).await?;
    assert_eq!(tab.get::<String>(PROBLEM).await?, "", "there is room again");
    Ok(())
}

async fn full(tab: &Tab) -> Outcome {
    let large = |load: usize| format!("load {load} {}", "x".repeat(1_000_000));
    // More than there is room for: what comes after it is refused.
    paste(tab, FIELDS, &large(0)).await?;
    keeps_text(tab, &large(0)).await?;
    paste(tab, FIELDS, "kept").await?;
    keeps_text(tab, "kept").await?;
    let before = records(tab).await?;
    for load in 1..=LOADS {
        reload(tab).await?;
        whole(tab, load).await?;
        hold(tab, &["kept"]).await?;
        paste(tab, FIELDS, &large(load)).await?;
        said_at_once(tab, "no more room", load).await?;
        if load == 1 || load == LOADS {
            assert!(texts(tab).await? == [large(load)], "load {load}: the file holds what is not kept");
        }
        assert_eq!(records(tab).await?, before, "load {load}: what was kept is not as it was");
    }
    Ok(())
}

async fn an_unreadable_record_is_put_aside_when_its_note_comes_from_a_file(tab: &Tab) -> Outcome {
    for (unreadable, said) in [("'{\"half of a newer'", "half of a newer"), ("42", "")] {
        put_aside(tab, unreadable, said).await?;
    }
    Ok(())
}

async fn put_aside(tab: &Tab, unreadable: &str, saved: &str) -> Outcome {
    let (site, scratch) = (Site::open()?, Scratch::new()?);
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "other").await?;
    keeps_text(tab, "other").await?;
    let note = note(QUESTIONS[0], "n", "Table 1", "from the file");
    let put = format!("store.put({unreadable}, '{}/n')", QUESTIONS[0]);
    damage(tab, &put).await?;
    reload(tab).await?;
    look_at(tab, &[scratch.file("a.json", file(&[note]))?]).await?;
    merge(tab).await?;
    keeps_text(tab, "from the file").await?;
    for load in 1..=2 {
        reload(tab).await?;
        let texts = format!("probe.all(\"{FIELDS}\").map(field => field.value).sort()");
        tab.until_is(&texts, vec!["from the file".to_owned(), "other".to_owned()]).await?;
        let said: String = tab.get("probe.one(\"[data-problem='unreadable']\")?.textContent ?? ''").await?;
        assert!(said.contains("cannot be read: 1"), "load {load}: {said}");
        let (_, content) = tab.saved(tab.click("[data-save-unreadable]")).await?;
        assert!(String::from_utf8_lossy(&content).contains(saved), "load {load}");
    }
    Ok(())
}
