//! One walk through the page: every part answers. `cargo xtask test quick` runs this one in place of all others.

use e2e::{Outcome, Site, Tab, tests};
use serde_json::json;
use thirtyfour::Key;

use super::{finding, room};

tests![every_part_of_the_page_answers];

async fn every_part_of_the_page_answers(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let all = finding::count(tab).await?;
    assert!(all > 0, "there are no entries");
    // The last entry's title finds it.
    let title: String = tab.get("probe.all('article[data-lane] :is(h3, h4)').at(-1).textContent.trim()").await?;
    tab.type_into("[data-search]", &title).await?;
    tab.until(&format!("Number(probe.one('[data-count]').dataset.count) < {all}")).await?;
    assert!(finding::count(tab).await? > 0, "“{title}” finds nothing");
    tab.click("[data-clear]").await?;
    tab.until_is("Number(probe.one('[data-count]').dataset.count)", all).await?;
    // A closer look, and from a mark to its article.
    let window = "(({ from, to }) => [from, to])(probe.one('[data-frieze]').dataset)";
    let before: [String; 2] = tab.get(window).await?;
    tab.click("[data-zoom='in']").await?;
    tab.until(&format!("JSON.stringify({window}) !== '{}'", json!(before))).await?;
    tab.click("[data-zoom='all']").await?;
    tab.until_is(window, before).await?;
    let entry: String = tab.get("probe.one('a[data-entry]').dataset.entry").await?;
    tab.click("a[data-entry]").await?;
    tab.until_is("decodeURIComponent(location.hash)", format!("#{entry}")).await?;
    // The tools: a note is kept, the presenter opens and gives the page back.
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    room::ready(tab).await?;
    room::write(tab, "textarea[data-note]", "ici").await?;
    room::keeps_text(tab, "ici").await?;
    tab.click("[data-question] [data-presenter]").await?;
    tab.until("probe.one('[data-presenter-view] h2')?.textContent").await?;
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-presenter-view]')").await?;
    let log = tab.log().await?;
    assert!(log.iter().all(|(level, _)| level != "SEVERE"), "{log:#?}");
    Ok(())
}
