//! Ids as other tools make them, in a file of `?timeline=`: either all that is named so works, or the file is refused.

use e2e::{Extra, Outcome, Site, Tab, WIDE, tests};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::finding::count;
use super::others::calm;
use super::others_wrong::refuses;

tests![
    a_file_with_ids_of_the_page_is_refused_and_all_of_them_named,
    an_id_of_an_entry_and_a_question_is_refused,
    whatever_an_id_holds_its_link_arrives,
    whatever_a_question_or_a_source_is_called_its_link_arrives,
    whatever_a_lane_or_region_is_called_it_filters,
];

const FILE: &str = include_str!("../../fixtures/ids-of-other-tools.json");
const NAME: &str = "own/ids.json";

/// The file with one thing in it changed.
fn site(change: impl FnOnce(&mut Value)) -> Outcome<Site> {
    let mut file = serde_json::from_str(FILE)?;
    change(&mut file);
    Ok(Site::with_files(vec![Extra::file(NAME, file.to_string())])?)
}

/// The same without the ids that are the page's own, and with some that are stranger still.
fn strange() -> Outcome<Site> {
    site(|file| {
        for (old, new) in [("decade", "a%20b"), ("search", "<b>&amp;"), ("cluster", "tab\there")] {
            for entry in file["entries"].as_array_mut().into_iter().flatten().filter(|entry| entry["id"] == old) {
                entry["id"] = json!(new);
            }
        }
    })
}

async fn open(tab: &Tab, site: &Site, rest: &str) -> Outcome {
    tab.open(site, &format!("en/?timeline=../{NAME}{rest}")).await
}

async fn a_file_with_ids_of_the_page_is_refused_and_all_of_them_named(tab: &Tab) -> Outcome {
    let as_it_is = site(|_| {})?;
    refuses(tab, &as_it_is, &format!("../{NAME}"), &["decade", "search"]).await?;
    let message: String = tab.get("document.body.innerText").await?;
    assert!(!message.contains("l'accord"), "an id that is none of the page's is named");
    let more = site(|file| {
        file["entries"][0]["id"] = json!("_words");
        file["entries"][1]["id"] = json!("source-1");
        file["conversation"]["questions"][2]["id"] = json!("conversation");
    })?;
    let all = ["_words", "source-1", "decade", "search", "conversation"];
    refuses(tab, &more, &format!("../{NAME}"), &all).await
}

async fn an_id_of_an_entry_and_a_question_is_refused(tab: &Tab) -> Outcome {
    let site = site(|file| {
        file["entries"].as_array_mut().into_iter().for_each(|entries| entries.retain(|entry| entry["id"] != "decade"));
        file["entries"].as_array_mut().into_iter().for_each(|entries| entries.retain(|entry| entry["id"] != "search"));
        file["conversation"]["questions"][2]["id"] = json!("art.4");
    })?;
    refuses(tab, &site, &format!("../{NAME}"), &["art.4"]).await
}

/// The article of an entry or a question: its heading has focus, in view and under nothing.
async fn is_read(tab: &Tab, id: &str, how: &str) -> Outcome {
    tab.call::<Value>("id => { probe.wanted = id; }", json!([id])).await?;
    let reached = tab.until("document.activeElement.closest('article')?.id === probe.wanted").await;
    let focus: String = tab.get("probe.name(document.activeElement)").await?;
    assert!(reached.is_ok(), "{id:?}, {how}: focus is on {focus}");
    tab.settle().await?;
    let (is_heading, uncovered): (bool, bool) =
        tab.get("(part => [part.matches('h3, h4'), probe.uncovered(part)])(document.activeElement)").await?;
    assert!(is_heading && uncovered, "{id:?}, {how}: focus is on {focus}, in view: {uncovered}");
    Ok(())
}

async fn whatever_an_id_holds_its_link_arrives(tab: &Tab) -> Outcome {
    let site = strange()?;
    tab.size(WIDE).await?;
    open(tab, &site, "").await?;
    calm(tab, "ids").await?;
    let ids: Vec<String> = tab.get("probe.all('article[data-lane]').map(article => article.id)").await?;
    assert_eq!(ids.len(), 11);
    assert_eq!(count(tab).await?, 11);
    for id in &ids {
        tab.run("scrollTo(0, 0)").await?;
        // What stands too near to others for a link of its own is told apart closer.
        for _ in 0..12 {
            let found: bool = tab
                .call(
                    "id => {
                        probe.all('[data-here]').forEach(link => link.removeAttribute('data-here'));
                        const link = probe.all('a[data-entry]').find(link => link.dataset.entry === id);
                        link?.setAttribute('data-here', '');
                        return !!link;
                    }",
                    json!([id]),
                )
                .await?;
            if found {
                break;
            }
            tab.run("probe.one('[data-zoom=in]').click()").await?;
            tab.settle().await?;
        }
        tab.focus("[data-here]").await?;
        tab.press(Key::Enter).await?;
        is_read(tab, id, "by its link").await?;
        let current: Vec<Option<String>> =
            tab.get("probe.all('[data-frieze] [aria-current]').map(link => link.dataset.entry)").await?;
        assert_eq!(current, [Some(id.clone())]);
        assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "{id:?}: a problem");
        // Back, and once more though the address names it already.
        tab.press(Key::Escape).await?;
        tab.until("document.activeElement.matches('[data-here]')").await?;
        tab.press(Key::Enter).await?;
        is_read(tab, id, "a second time").await?;
        tab.reload().await?;
        is_read(tab, id, "by its address").await?;
        tab.run("probe.one('[data-zoom=all]').click()").await?;
        tab.settle().await?;
    }
    calm(tab, "ids").await
}

async fn whatever_a_question_or_a_source_is_called_its_link_arrives(tab: &Tab) -> Outcome {
    let site = site(|file| {
        file["entries"].as_array_mut().into_iter().for_each(|entries| {
            entries.retain(|entry| entry["id"] != "decade" && entry["id"] != "search");
        });
        file["conversation"]["questions"][0]["id"] = json!("what first?");
    })?;
    open(tab, &site, "").await?;
    let questions: Vec<String> = tab.get("probe.all('[data-question]').map(article => article.id)").await?;
    assert_eq!(questions, ["what first?", "l'avenir", "q.3"]);
    for id in &questions {
        tab.call::<Value>(
            "id => probe.all('article[data-lane] a').find(link => decodeURIComponent(link.hash) === '#' + id).click()",
            json!([id]),
        )
        .await?;
        is_read(tab, id, "by a link").await?;
        // What it is called for those who do not see it.
        let name: (String, String) = tab
            .call(
                "id => (question => [question.querySelector('h3').innerText, question.getAttribute('aria-labelledby').split(' ')
                    .map(part => document.getElementById(part)?.innerText).join()])(document.getElementById(id))",
                json!([id]),
            )
            .await?;
        assert_eq!(name.0, name.1, "{id:?}");
    }
    tab.run("probe.one('article[data-lane] a[href^=\"#source-\"]').click()").await?;
    tab.until_is("document.activeElement.id", "source-Bulletin 3/2016".to_owned()).await?;
    assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "its address is known");
    tab.reload().await?;
    tab.settle().await?;
    assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "its address is known at the start");
    Ok(())
}

async fn whatever_a_lane_or_region_is_called_it_filters(tab: &Tab) -> Outcome {
    const LANE: &str = "l'œuvre, etc. & \"co\"]";
    const REGIONS: [&str; 3] = ["here, there", "here", "%2C"];
    let site = site(|file| {
        file["entries"].as_array_mut().into_iter().for_each(|entries| {
            entries.retain(|entry| entry["id"] != "decade" && entry["id"] != "search");
        });
        file["site"]["lanes"][0]["id"] = json!(LANE);
        file["site"]["regions"] = json!(REGIONS.map(|region| json!({ "id": region, "name": region })));
        for (at, entry) in file["entries"].as_array_mut().into_iter().flatten().enumerate() {
            entry["regions"] = json!([REGIONS[at % 3]]);
            if entry["lane"] == "work" {
                entry["lane"] = json!(LANE);
            }
        }
    })?;
    open(tab, &site, "").await?;
    let pressed = "probe.all('[data-lane-filter][aria-pressed=true], [data-region-filter][aria-pressed=true]')
        .map(filter => filter.dataset.laneFilter ?? filter.dataset.regionFilter)";
    let all = count(tab).await?;
    let mut last = all;
    for (at, wanted) in [
        ("lane", 0, vec![LANE]),
        ("region", 0, vec![LANE, REGIONS[0]]),
        ("region", 2, vec![LANE, REGIONS[0], REGIONS[2]]),
    ]
    .into_iter()
    .map(|(kind, at, wanted)| (format!("probe.all('[data-{kind}-filter]')[{at}]"), wanted))
    {
        tab.run(&format!("{at}.click()")).await?;
        tab.settle().await?;
        assert_eq!(tab.get::<Vec<String>>(pressed).await?, wanted);
        let found = count(tab).await?;
        assert!(found > 0 && found < all && found != last, "{wanted:?}: {found} of {all}");
        last = found;
        tab.reload().await?;
        assert_eq!(tab.get::<Vec<String>>(pressed).await?, wanted, "loaded anew");
        assert_eq!(count(tab).await?, found);
        assert!(!tab.get::<bool>("!!probe.one('[data-problem]')").await?, "{wanted:?}: a problem");
    }
    Ok(())
}
