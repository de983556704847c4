//! Tab through the whole page, there and back.

use e2e::{Engine, NARROW, Outcome, Site, Tab, WIDE, tests};
use thirtyfour::Key;

tests![
    tab_sees_every_stop_uncovered_in_a_low_window: but(WebKit, "its driver takes minutes over so many keys"),
    tab_sees_every_stop_uncovered_where_the_whole_frieze_sticks: but(WebKit, "its driver takes minutes over so many keys"),
    tab_sees_every_stop_uncovered_on_a_phone: but(WebKit, "its driver takes minutes over so many keys"),
    tab_sees_the_unfolded_frieze_uncovered_on_a_phone: but(WebKit, "its driver takes minutes over so many keys"),
];

async fn tab_sees_every_stop_uncovered_in_a_low_window(tab: &Tab) -> Outcome {
    walk(tab, WIDE, "", "").await
}

async fn tab_sees_every_stop_uncovered_where_the_whole_frieze_sticks(tab: &Tab) -> Outcome {
    walk(tab, (1280, 1000), FEWER, "").await
}

async fn tab_sees_every_stop_uncovered_on_a_phone(tab: &Tab) -> Outcome {
    walk(tab, NARROW, FEWER, "").await
}

async fn tab_sees_the_unfolded_frieze_uncovered_on_a_phone(tab: &Tab) -> Outcome {
    walk(tab, NARROW, FEWER, UNFOLDED).await
}

/// Fewer articles: after the first walk those of one lane are enough.
const FEWER: &str = "?lane=event";
/// Unfolds the frieze.
const UNFOLDED: &str = "[data-fold]";

/// Tab forwards from the first stop to the last, and backwards. The page itself watches: at every further
/// Tab, and once at the end, it looks where focus is and what one would hit there.
async fn walk(tab: &Tab, size: (u32, u32), query: &str, unfold: &str) -> Outcome {
    let site = Site::open()?;
    tab.size(size).await?;
    tab.open(&site, &format!("fr/{query}")).await?;
    // The conversation's tools come once a reader is near: their stops are expected too.
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    tab.until("document.documentElement.dataset.room === 'ready'").await?;
    tab.run("scrollTo(0, 0)").await?;
    if !unfold.is_empty() {
        tab.click(unfold).await?;
        tab.run("document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges()").await?;
    }
    let inside: usize = tab.get("probe.stops().filter(stop => stop.closest('[data-frieze]')).length").await?;
    let is_folded: bool = tab.get("!probe.visible(probe.one('[data-frieze]'))").await?;
    assert_eq!(inside, usize::from(!is_folded), "Tab stops inside the frieze");
    tab.run("probe.expected = probe.stops(); probe.expected[0].focus(); probe.watch()").await?;
    let all: usize = tab.get("probe.expected.length").await?;
    assert!(all > 200, "{all} stops");
    // The rest is as it is with the frieze folded.
    let stops = if unfold.is_empty() { all } else { 60 };
    tab.run(&format!("probe.expected.length = {stops}")).await?;
    if tab.engine() == Engine::Firefox {
        // It scrolls to what is out of view altogether: of a link a line, or a part of one, may be all that is in view.
        tab.run("probe.walk.isInPartEnough = true").await?;
    }
    for backwards in [false, true] {
        tab.run("probe.walk.places = []; probe.walk.covered = []; probe.walk.lost = 0").await?;
        let mut left = stops - 1;
        while left > 0 {
            let batch = left.min(150);
            match backwards {
                false => tab.press_often(Key::Tab, batch).await?,
                true => tab.press_with(Key::Shift, Key::Tab, batch).await?,
            }
            left -= batch;
        }
        tab.settle().await?;
        tab.run("probe.look()").await?;
        let (lost, covered): (usize, Vec<String>) = tab.get("[probe.walk.lost, probe.walk.covered]").await?;
        assert_eq!(lost, 0, "focus was lost so many times");
        let order: Option<String> = tab
            .call(
                "backwards => {
                    const wanted = backwards ? [...probe.expected].reverse() : probe.expected;
                    const at = wanted.findIndex((stop, at) => stop !== probe.walk.places[at]);
                    return at < 0 ? null : `${at}: ${probe.name(wanted[at])} expected, ${probe.name(probe.walk.places[at])} found`;
                }",
                serde_json::json!([backwards]),
            )
            .await?;
        assert_eq!(order, None, "{size:?}, backwards: {backwards}");
        assert!(
            covered.is_empty(),
            "{size:?}, backwards: {backwards}, {} covered: {:#?}",
            covered.len(),
            &covered[..covered.len().min(12)]
        );
    }
    Ok(())
}
