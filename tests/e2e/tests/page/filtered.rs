//! What filters do to the frieze: they give room, and a period moves the window.

use e2e::{Outcome, Site, Tab, WIDE, tests};

tests![
    lanes_without_entries_give_their_rows_away,
    a_period_moves_the_window_and_gives_it_back,
    the_overview_shows_what_is_left,
];

/// The heights of lanes, and of their names beside them, in px.
const HEIGHTS: &str = "['[data-marks] > *', '[data-lane-name]'].map(part =>
    probe.all(part).map(lane => Math.round(lane.getBoundingClientRect().height)))";
/// How many names are seen on the frieze, and how many of its entries are in groups.
const NAMED: &str = "probe.all('[data-frieze] a[data-entry]:not([data-bare])').filter(probe.visible).length";

async fn lanes_without_entries_give_their_rows_away(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size(WIDE).await?;
    tab.open(&site, "en/").await?;
    let [before, names]: [Vec<u32>; 2] = tab.get(HEIGHTS).await?;
    assert_eq!(before, names);
    let few: usize = tab.get(NAMED).await?;
    tab.run("probe.all('[data-lane-filter]')[3].click()").await?;
    tab.settle().await?;
    tab.settle().await?;
    let [after, names]: [Vec<u32>; 2] = tab.get(HEIGHTS).await?;
    assert_eq!(after, names, "names stand beside their lanes");
    assert_eq!(before.iter().sum::<u32>(), after.iter().sum::<u32>(), "the frieze stays as high as it is");
    assert!(after[..3].iter().all(|height| *height <= 25), "{after:?}");
    assert!(after[3] > 2 * before[3], "{before:?}, then {after:?}");
    assert!(tab.get::<usize>("probe.all('[data-marks] [data-cluster]').length").await? <= 1, "there is room for all");
    tab.run("probe.one('[data-clear]').click()").await?;
    tab.settle().await?;
    tab.settle().await?;
    assert_eq!(tab.get::<[Vec<u32>; 2]>(HEIGHTS).await?[0], before);
    assert!(tab.get::<usize>(NAMED).await? >= few);
    Ok(())
}

async fn a_period_moves_the_window_and_gives_it_back(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size(WIDE).await?;
    tab.open(&site, "en/").await?;
    let window = "(({ from, to }) => [from, to])(probe.one('[data-frieze]').dataset)";
    let whole: [String; 2] = tab.get(window).await?;
    tab.open(&site, "en/?from=2015&to=2016").await?;
    tab.settle().await?;
    let [from, to]: [String; 2] = tab.get(window).await?;
    assert!(from.starts_with("2015-01-01") && to.starts_with("2016-12-31"), "{from} to {to}");
    tab.run("probe.one('[data-clear]').click()").await?;
    tab.settle().await?;
    assert_eq!(tab.get::<[String; 2]>(window).await?, whole);
    tab.back().await?;
    tab.until("location.search.includes('from=2015')").await?;
    tab.settle().await?;
    assert_eq!(tab.get::<[String; 2]>(window).await?, [from, to], "undone");
    Ok(())
}

async fn the_overview_shows_what_is_left(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "en/").await?;
    // Where the bars of what is left begin, part by part and lane by lane, and how much is seen of all.
    let seen = "[(probe.one('.found path').getAttribute('d') ?? '').split('M').slice(1).map(bar => bar.split('h')[0].split(' ').map(Number)),
        Number(getComputedStyle(probe.one('.strip-shape')).opacity)]";
    let (bars, all): (Vec<(u32, u32)>, f64) = tab.get(seen).await?;
    assert!(bars.is_empty() && all > 0.99, "without a filter: {bars:?}, {all}");
    tab.run("probe.all('[data-lane-filter]')[3].click()").await?;
    tab.settle().await?;
    let (events, all): (Vec<(u32, u32)>, f64) = tab.get(seen).await?;
    assert!(events.len() > 3 && events.iter().all(|(_, lane)| lane / 10 == 3), "{events:?}");
    assert!(all < 0.6, "what is left stands out: {all}");
    tab.run("probe.one('[data-clear]').click()").await?;
    // A period is a part of the strip.
    tab.open(&site, "en/?from=2017&to=2017").await?;
    let (year, _): (Vec<(u32, u32)>, f64) = tab.get(seen).await?;
    // What began before goes on into it.
    let begin = year.iter().filter(|(_, lane)| lane / 10 == 3).map(|(at, _)| *at).min().unwrap_or_default();
    assert!((130..150).contains(&begin), "the events of 2017 of 2006 to 2020, in 180 parts, begin at {begin}");
    Ok(())
}
