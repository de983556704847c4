//! Another file with more entries than the page holds at once.

use std::fmt::Write;

use e2e::{Extra, Outcome, Site, Tab, tests};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::choosing::is_read;
use super::others::calm;

tests![
    a_large_file_shows_some_articles_at_a_time,
    a_deep_link_shows_an_entry_that_is_far_away,
    finding_narrows_a_large_file,
    a_mark_leads_to_an_article_of_another_page_and_escape_returns,
    on_paper_a_large_file_says_what_is_printed: but(WebKit, "its driver emulates no medium"),
    a_large_file_stays_small_in_the_page,
];

const ENTRIES: usize = 2_000;
const LANES: [(&str, &str, &str); 3] =
    [("works", "blue", "circle"), ("letters", "plum", "diamond"), ("journeys", "green", "square")];
const ARTICLES: &str = "probe.all('article[data-lane]').map(article => article.id)";
const PLACE: &str = "probe.one('[data-page-of]').textContent";

/// Twenty entries a year for a hundred years, in three lanes by turns.
pub fn date(entry: usize) -> String {
    format!("{}-{:02}-{:02}", 1900 + entry / 20, entry % 20 * 12 / 20 + 1, entry % 20 + 1)
}

fn id(entry: usize) -> String {
    format!("entry-{entry:04}")
}

fn bundle() -> String {
    let mut entries = String::new();
    for entry in 0..ENTRIES {
        let what = if entry % 50 == 7 { "Lighthouse" } else { "Harbour" };
        let lane = LANES[entry % LANES.len()].0;
        let comma = if entry > 0 { "," } else { "" };
        let (id, date) = (id(entry), date(entry));
        // Writing to a text does not fail.
        let _ = write!(
            entries,
            r#"{comma}{{"id":"{id}","date":"{date}","lane":"{lane}","weight":1,"title":"{what} {entry}","summary":"Made up."}}"#
        );
    }
    let lanes: Vec<_> = LANES
        .iter()
        .map(|(id, hue, shape)| json!({ "id": id, "hue": hue, "shape": shape, "name": id, "short": id, "description": id }))
        .collect();
    let site = json!({
        "title": "Two thousand", "kicker": "Made up", "lede": "None of it happened.", "notice": "To try the page.",
        "languages": [{ "tag": "en", "name": "English", "dir": "ltr" }], "lanes": lanes,
    });
    format!(r#"{{"version":1,"lang":"en","site":{site},"entries":[{entries}],"sources":[]}}"#)
}

pub async fn open(tab: &Tab, fragment: &str) -> Outcome<Site> {
    let site = Site::with_files(vec![Extra::file("own/large.json", bundle())])?;
    tab.open(&site, &format!("en/?timeline=../own/large.json{fragment}")).await?;
    tab.settle().await?;
    Ok(site)
}

/// The ids of the articles that are on the page are those of a stretch of entries.
async fn holds(tab: &Tab, entries: std::ops::Range<usize>, place: &str) -> Outcome {
    tab.until_is(PLACE, place.to_owned()).await?;
    assert_eq!(tab.get::<Vec<String>>(ARTICLES).await?, entries.map(id).collect::<Vec<_>>(), "{place}");
    Ok(())
}

async fn a_large_file_shows_some_articles_at_a_time(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let totals: (u32, u32) = tab
        .get("[Number(probe.one('[data-frieze]').dataset.total), Number(probe.one('[data-count]').dataset.count)]")
        .await?;
    assert_eq!(totals, (2_000, 2_000));
    holds(tab, 0..50, "1–50 of 2000").await?;
    let focus = "document.activeElement.id";
    tab.click("[data-page='later']").await?;
    tab.until_is(focus, format!("_title-{}", id(50))).await?;
    holds(tab, 50..100, "51–100 of 2000").await?;
    is_read(tab, &id(50)).await?;
    tab.click(".pages:last-child [data-page='later']").await?;
    tab.until_is(focus, format!("_title-{}", id(100))).await?;
    // By keyboard: what is focused is brought into view.
    tab.focus("[data-page='earlier']").await?;
    tab.press(Key::Enter).await?;
    tab.until_is(focus, format!("_title-{}", id(50))).await?;
    tab.focus("[data-page='earlier']").await?;
    tab.press(Key::Enter).await?;
    is_read(tab, &id(0)).await?;
    holds(tab, 0..50, "1–50 of 2000").await?;
    // There is nothing before the first.
    let idle: Option<String> = tab.get("probe.one('[data-page=earlier]').getAttribute('aria-disabled')").await?;
    assert_eq!(idle.as_deref(), Some("true"));
    tab.run("probe.one('[data-page=earlier]').click()").await?;
    tab.settle().await?;
    holds(tab, 0..50, "1–50 of 2000").await?;
    calm(tab, "pages").await
}

async fn a_deep_link_shows_an_entry_that_is_far_away(tab: &Tab) -> Outcome {
    let site = open(tab, "#entry-1500").await?;
    is_read(tab, &id(1500)).await?;
    let (count, last): (usize, bool) =
        tab.get(&format!("(ids => [ids.length, ids.includes('entry-1500')])({ARTICLES})")).await?;
    assert!(count <= 50 && last, "{count} articles");
    tab.run("location.hash = 'entry-0003'").await?;
    is_read(tab, &id(3)).await?;
    // The last one of all, after a filter that leaves it.
    tab.open(&site, "en/?timeline=../own/large.json&lane=letters#entry-1999").await?;
    is_read(tab, &id(1999)).await?;
    calm(tab, "deep links").await
}

async fn finding_narrows_a_large_file(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let count = "Number(probe.one('[data-count]').dataset.count)";
    tab.type_into("[data-search]", "lighthouse").await?;
    tab.until_is(count, 40).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<usize>(&format!("{ARTICLES}.length")).await?, 40);
    assert_eq!(tab.get::<String>(PLACE).await?, "1–40 of 40");
    tab.type_into("[data-search]", " 1007").await?;
    tab.until_is(count, 1).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<Vec<String>>(ARTICLES).await?, ["entry-1007"]);
    tab.type_into("[data-search]", "xyzzy").await?;
    tab.until("probe.one('[data-none]')").await?;
    assert!(tab.get::<Vec<String>>(ARTICLES).await?.is_empty());
    tab.run("probe.one('[data-none] [data-clear]').click()").await?;
    holds(tab, 0..50, "1–50 of 2000").await?;
    calm(tab, "finding").await
}

/// Closer and closer, until some entry in view has a mark of its own: its id.
pub async fn closer_to_a_mark(tab: &Tab) -> Outcome<String> {
    for _ in 0..16 {
        tab.click("[data-zoom='in']").await?;
        tab.settle().await?;
        let mark: Option<String> = tab
            .get(
                "(({ left, right }) => probe.all('a[data-entry]').filter(probe.uncovered).find(link =>
                    (box => box.left > left + 200 && box.right < right - 200)(link.getBoundingClientRect()))
                    ?.dataset.entry)(probe.one('[data-frieze-scroller]').getBoundingClientRect())",
            )
            .await?;
        if let Some(mark) = mark {
            return Ok(mark);
        }
    }
    Err(e2e::Failure::new("no mark of its own however close"))
}

async fn a_mark_leads_to_an_article_of_another_page_and_escape_returns(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let mark = closer_to_a_mark(tab).await?;
    assert!(!tab.get::<Vec<String>>(ARTICLES).await?.contains(&mark), "{mark} is on the page already");
    tab.click(&format!("a[data-entry='{mark}']")).await?;
    is_read(tab, &mark).await?;
    assert_eq!(tab.get::<String>("location.hash").await?, format!("#{mark}"));
    assert!(tab.get::<usize>(&format!("{ARTICLES}.length")).await? <= 50);
    tab.press(Key::Escape).await?;
    // The first may only hide a title that is shown.
    if !tab.get::<bool>("!!document.activeElement.closest('[data-frieze]')").await? {
        tab.press(Key::Escape).await?;
    }
    tab.until_is("document.activeElement.dataset.entry", Some(mark)).await?;
    assert!(tab.get::<bool>("probe.uncovered(document.activeElement)").await?, "the mark is not in view");
    calm(tab, "there and back").await
}

async fn on_paper_a_large_file_says_what_is_printed(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let line = "probe.all('.page-printed').filter(probe.visible).map(line => line.textContent)";
    assert!(tab.get::<Vec<String>>(line).await?.is_empty(), "on a screen");
    tab.click("[data-page='later']").await?;
    tab.until_is(PLACE, "51–100 of 2000".to_owned()).await?;
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let said: Vec<String> = tab.get(line).await?;
    assert!(matches!(&said[..], [line] if line.contains("51–100") && line.contains("2000")), "{said:?}");
    let (articles, tools): (usize, usize) = tab
        .get("[probe.all('article').filter(probe.visible).length, probe.all('[data-page]').filter(probe.visible).length]")
        .await?;
    assert_eq!((articles, tools), (50, 0));
    Ok(())
}

async fn a_large_file_stays_small_in_the_page(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let mut most = Vec::new();
    for step in 0..4 {
        for part in [0.1, 0.5, 0.9] {
            tab.call::<Value>(
                "part => { const scroller = probe.one('[data-frieze-scroller]');
                    scroller.scrollLeft = part * (scroller.scrollWidth - scroller.clientWidth); }",
                json!([part]),
            )
            .await?;
            tab.settle().await?;
            let (nodes, marks): (usize, usize) =
                tab.get("[probe.all('*').length, probe.all('[data-stop]').length]").await?;
            assert!(marks > 10, "{marks} marks {step} steps closer at {part}");
            most.push((nodes, step, part));
        }
        tab.click("[data-zoom='in']").await?;
    }
    assert!(most.iter().all(|(nodes, ..)| *nodes <= 3_000), "elements, steps closer, place: {most:?}");
    calm(tab, "panning").await
}
