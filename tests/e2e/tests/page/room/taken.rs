//! What browsers do to a page that is open: they close its connection to the store, refuse another one, or take away all
//! that is kept.

use e2e::{Extra, Outcome, Site, Tab, tests};

use super::{FIELDS, hold, keeps, keeps_text, open, reload, write};

tests![
    a_connection_that_was_closed_is_made_anew,
    where_there_is_none_for_a_while_that_is_said_until_the_page_is_seen_again,
    what_was_taken_away_under_the_page_is_kept_again,
];

/// `cutStorage()` does what WebKit does to a page in the background.
const CUT: &str = include_str!("../../../fixtures/cut-storage.js");
/// What is said of keeping under the first question, and whether something is not kept yet.
const SAID: &str = "(line => [line.textContent, 'unkept' in line.dataset])(probe.one('[data-kept]'))";

fn site() -> std::io::Result<Site> {
    let first = |page: String| page.replacen("<script", "<script src=\"../cut-storage.js\"></script><script", 1);
    Site::amended(first, vec![Extra::file("cut-storage.js", CUT)])
}

async fn is_said_to_be_kept(tab: &Tab) -> Outcome {
    tab.until("!('unkept' in probe.one('[data-kept]').dataset)").await?;
    let (line, _): (String, bool) = tab.get(SAID).await?;
    assert!(line.contains("kept on this device"), "{line}");
    assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?);
    Ok(())
}

async fn a_connection_that_was_closed_is_made_anew(tab: &Tab) -> Outcome {
    for says in [true, false] {
        let site = site()?;
        open(tab, &site, "en/").await?;
        write(tab, FIELDS, "the first half").await?;
        keeps_text(tab, "the first half").await?;
        tab.run(&format!("cutStorage({says})")).await?;
        is_said_to_be_kept(tab).await?;
        write(tab, FIELDS, ", the second half").await?;
        keeps_text(tab, "the first half, the second half").await?;
        is_said_to_be_kept(tab).await?;
        // In the middle of a word, as fast as it comes.
        tab.run(&format!("cutStorage({says})")).await?;
        for letter in "abc".chars() {
            tab.press(letter).await?;
            tab.run(&format!("cutStorage({says})")).await?;
        }
        keeps_text(tab, "the first half, the second halfabc").await?;
        reload(tab).await?;
        hold(tab, &["the first half, the second halfabc"]).await?;
        keeps(tab, 1).await?;
        is_said_to_be_kept(tab).await?;
    }
    Ok(())
}

async fn where_there_is_none_for_a_while_that_is_said_until_the_page_is_seen_again(tab: &Tab) -> Outcome {
    let site = site()?;
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "kept").await?;
    keeps_text(tab, "kept").await?;
    tab.run(
        "window.connect = IDBFactory.prototype.open;
         IDBFactory.prototype.open = () => { throw new DOMException('', 'UnknownError'); };
         cutStorage();",
    )
    .await?;
    tab.settle().await?;
    // All that was written is kept.
    is_said_to_be_kept(tab).await?;
    write(tab, FIELDS, " and not").await?;
    tab.until("probe.one('[data-kept]').textContent.includes('until this page is closed')").await?;
    assert!(tab.get::<(String, bool)>(SAID).await?.1);
    assert!(
        tab.get::<bool>("!!probe.one(\"[data-problem='store'] [data-export='json']\")").await?,
        "the file is offered"
    );
    tab.run("IDBFactory.prototype.open = window.connect").await?;
    tab.run("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))").await?;
    keeps_text(tab, "kept and not").await?;
    is_said_to_be_kept(tab).await?;
    reload(tab).await?;
    hold(tab, &["kept and not"]).await
}

async fn what_was_taken_away_under_the_page_is_kept_again(tab: &Tab) -> Outcome {
    let site = site()?;
    open(tab, &site, "en/").await?;
    write(tab, FIELDS, "here").await?;
    keeps_text(tab, "here").await?;
    tab.run(
        "await new Promise((done, failed) => {
            const request = indexedDB.deleteDatabase('frise-notes /');
            request.onsuccess = done;
            request.onerror = () => failed(request.error);
        })",
    )
    .await?;
    hold(tab, &["here"]).await?;
    keeps_text(tab, "here").await?;
    is_said_to_be_kept(tab).await?;
    reload(tab).await?;
    hold(tab, &["here"]).await
}
