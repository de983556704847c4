//! Where notes are kept, and what is said where they cannot be.

use e2e::{Engine, Extra, Outcome, Site, Tab, tests};
use serde_json::{Value, json};

use super::{FIELDS, damage, hold, keeps, keeps_text, kept, made, open, paste, reload, saved, write};

tests![
    part;
    where_storage_is_denied_that_is_said_at_once: but(WebKit, "its small browser has no setting that denies storage"),
    where_storage_is_full_that_is_said_at_once: but(Firefox, "its quota cannot be made small while it runs") but(WebKit, "its quota cannot be made small"),
    what_waited_to_be_kept_is_one_note_still,
    in_a_private_window_that_is_said,
    what_a_newer_page_kept_is_left_alone,
    what_cannot_be_read_stays_and_can_be_saved,
    two_sites_of_one_host_keep_their_own,
    where_the_tools_do_not_come_that_is_said,
];

pub const PROBLEM: &str = "probe.one(\"[data-problem='store']\")?.textContent ?? ''";

/// The notes live in the page, the page says so, and the file holds them.
async fn lives_in_memory(tab: &Tab, said: &str) -> Outcome {
    tab.until(&format!("({PROBLEM}).includes({})", json!(said))).await?;
    let line: String = tab.get("probe.one('[data-kept]').textContent").await?;
    assert!(line.contains("until this page is closed"), "{line}");
    let notes = saved(tab).await?;
    let texts: Vec<_> = notes.iter().flat_map(|note| note.heads()).map(|head| head.text.as_str()).collect();
    assert!(matches!(texts.as_slice(), [only] if only.starts_with("kept here")), "{} notes", texts.len());
    assert!(
        tab.get::<bool>("!!probe.one(\"[data-problem='store'] [data-export='json']\")").await?,
        "the file is offered"
    );
    Ok(())
}

/// Does something in a browser of its own, which ends with it.
async fn in_another(tab: &Tab, flags: &[&str], settings: Value, act: impl AsyncFnOnce(&Tab) -> Outcome) -> Outcome {
    let another = tab.another(flags, settings).await?;
    let outcome = act(&another).await;
    another.quit().await?;
    outcome
}

/// The same where the browser's own setting says that sites may store nothing.
pub async fn where_denied(tab: &Tab, act: impl AsyncFnOnce(&Tab) -> Outcome) -> Outcome {
    let setting = match tab.engine() {
        Engine::Firefox => json!({ "network.cookie.cookieBehavior": 2 }),
        _ => json!({ "profile.default_content_setting_values.cookies": 2 }),
    };
    in_another(tab, &[], setting, act).await
}

async fn where_storage_is_denied_that_is_said_at_once(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    where_denied(tab, async |strict| {
        open(strict, &site, "en/").await?;
        // Before anything was written.
        strict.until(&format!("({PROBLEM}).includes('does not allow')")).await?;
        write(strict, FIELDS, "kept here").await?;
        lives_in_memory(strict, "does not allow").await
    })
    .await
}

async fn where_storage_is_full_that_is_said_at_once(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "en/").await?;
    let quota = json!({ "origin": site.origin(), "quotaSize": 1000 });
    tab.devtools("Storage.overrideQuotaForOrigin", quota).await?;
    // The browser looks for room only for what is large.
    paste(tab, FIELDS, &"kept here ".repeat(100_000)).await?;
    let checked = lives_in_memory(tab, "no more room").await;
    tab.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": site.origin() })).await?;
    checked?;
    // There is room again: what waited is kept with what is written next.
    paste(tab, FIELDS, "kept here!").await?;
    keeps(tab, 1).await?;
    tab.until("!probe.one('[data-problem]')").await?;
    keeps_text(tab, "kept here!").await?;
    reload(tab).await?;
    hold(tab, &["kept here!"]).await
}

async fn what_waited_to_be_kept_is_one_note_still(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "kept").await?;
    keeps(tab, 1).await?;
    // A browser looks for room now and then only, so that cannot be had when it is wanted: here it refuses.
    tab.run(
        "window.put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = () => { throw new DOMException('', 'UnknownError'); };",
    )
    .await?;
    write(tab, FIELDS, " here").await?;
    // Saved while it waits: from now on it is history.
    lives_in_memory(tab, "does not allow").await?;
    tab.run("IDBObjectStore.prototype.put = window.put").await?;
    write(tab, FIELDS, "!").await?;
    tab.until("!probe.one('[data-problem]')").await?;
    keeps_text(tab, "kept here!").await?;
    reload(tab).await?;
    hold(tab, &["kept here!"]).await
}

async fn in_a_private_window_that_is_said(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let (flags, settings): (&[&str], _) = match tab.engine() {
        Engine::Chromium => (&["--incognito"], json!({})),
        Engine::Firefox => (&[], json!({ "browser.privatebrowsing.autostart": true })),
        Engine::WebKit => (&["--private"], json!({})),
    };
    in_another(tab, flags, settings, async |private| {
        open(private, &site, "en/").await?;
        private.until("probe.one('[data-kept]').textContent.includes('may clear them')").await?;
        let line: String = private.get("probe.one('[data-room-state]').textContent").await?;
        assert!(line.contains("a private window forgets them when it is closed"), "{line}");
        write(private, FIELDS, "x").await?;
        keeps(private, 1).await?;
        reload(private).await?;
        hold(private, &["x"]).await
    })
    .await
}

async fn what_a_newer_page_kept_is_left_alone(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/").await?;
    made(tab, 2, "database.createObjectStore('records').put('a newer form', 'key');").await?;
    open(tab, &site, "en/").await?;
    tab.until(&format!("({PROBLEM}).includes('newer version')")).await?;
    write(tab, FIELDS, "kept here").await?;
    lives_in_memory(tab, "newer version").await?;
    assert_eq!(kept(tab).await?, [("key".to_owned(), "a newer form".to_owned())]);
    Ok(())
}

async fn what_cannot_be_read_stays_and_can_be_saved(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "good").await?;
    keeps(tab, 1).await?;
    let good = kept(tab).await?[0].1.clone();
    for (number, broken) in ["", "{", "42", "{\"version\":9}", &good[..good.len() - 2], &good].into_iter().enumerate() {
        let record = if broken == "42" { json!(42) } else { json!(broken) };
        damage(tab, &format!("store.put({record}, 'q1-real-partnership/broken{number}');")).await?;
    }
    reload(tab).await?;
    hold(tab, &["good"]).await?;
    let said: String = tab.get("probe.one(\"[data-problem='unreadable']\").textContent").await?;
    assert!(said.contains("cannot be read: 6"), "{said}");
    let (name, content) = tab.saved(tab.click("[data-save-unreadable]")).await?;
    let content = String::from_utf8_lossy(&content).into_owned();
    assert!(name.ends_with(".txt") && content.contains("broken4") && content.contains(&good), "{name}: {content}");
    // Writing goes on, and leaves them as they are.
    write(tab, FIELDS, "!").await?;
    keeps_text(tab, "good!").await?;
    reload(tab).await?;
    hold(tab, &["good!"]).await?;
    keeps(tab, 7).await
}

async fn two_sites_of_one_host_keep_their_own(tab: &Tab) -> Outcome {
    let site = Site::with("/one/", e2e::Wasm::Served)?;
    open(tab, &site, "fr/").await?;
    write(tab, FIELDS, "of one").await?;
    tab.until("probe.one('[data-synthesis] li')").await?;
    let names: Vec<String> = tab.get("(await indexedDB.databases()).map(database => database.name)").await?;
    assert_eq!(names, ["frise-notes /one/"]);
    Ok(())
}

async fn where_the_tools_do_not_come_that_is_said(tab: &Tab) -> Outcome {
    let files = std::fs::read_dir(e2e::settings::dist())?.flatten();
    let names: Vec<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    let missing = names.iter().filter(|name| name.starts_with("room"));
    let site = Site::with_files(missing.map(|name| Extra::file(name, "gone").with_status(404)).collect())?;
    tab.open(&site, "en/").await?;
    assert!(!tab.get::<bool>("probe.visible(probe.one('.room-failed'))").await?);
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    tab.until("probe.visible(probe.one('.room-failed'))").await?;
    let line: String = tab.get("probe.one('.room-failed').innerText").await?;
    assert!(line.contains("could not be loaded"), "{line}");
    // Nothing looks as if it could be written in, and the rest of the page works.
    assert_eq!(tab.get::<usize>("probe.all('.needs-room').filter(probe.visible).length").await?, 0);
    tab.click("[data-lane-filter='event']").await?;
    tab.until("location.search").await
}
