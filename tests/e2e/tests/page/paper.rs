//! On paper, and without motion.

use e2e::{Outcome, Site, Tab, tests};
use serde_json::json;

use super::pdf::{bare, pages, print};

tests![
    on_paper_every_title_and_question_is_there_and_no_tool: but(WebKit, "its driver does not print"),
    on_paper_the_list_of_sources_has_every_address: but(WebKit, "its driver emulates no medium"),
    on_paper_a_filter_is_named: but(WebKit, "its driver emulates no medium"),
    without_motion_nothing_moves: but(WebKit, "its driver emulates no medium"),
    without_motion_the_frieze_is_closer_at_once: but(WebKit, "its driver emulates no medium"),
];

/// Tools, and what only works on a screen.
const SCREEN_ONLY: [&str; 13] = [
    "[data-theme-set]",
    "[data-print]",
    "[data-lang-link]",
    "[data-download]",
    "[data-lane-filter]",
    "[data-region-filter]",
    "[data-disputed-filter]",
    "[data-clear]",
    "[data-zoom]",
    "[data-overview]",
    "[data-frieze]",
    "[data-copy]",
    "[data-locate]",
];

async fn on_paper_every_title_and_question_is_there_and_no_tool(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    // As it is left in use: a dark theme, the keys and more filters open.
    tab.click("[data-theme-set='dark']").await?;
    tab.click(".more > summary").await?;
    let titles: Vec<String> =
        tab.get("probe.all('article h4[id], article[data-question] h3[id]').map(title => title.textContent)").await?;
    let questions: usize = tab.get("probe.all('article[data-question] h3[id]').length").await?;
    assert!(titles.len() > 60 && questions == 3, "{} titles, {questions} questions", titles.len());
    let text = bare(&pages(print(tab).await?, &[])?.concat());
    let missing: Vec<_> = titles.iter().filter(|title| !text.contains(&bare(title))).collect();
    assert!(missing.is_empty(), "{} are not on paper: {missing:#?}", missing.len());
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let hidden: Vec<String> =
        tab.get("probe.all('article[data-lane], article[data-question], article h4').filter(part => !probe.visible(part)).map(probe.name)").await?;
    assert!(hidden.is_empty(), "{hidden:#?}");
    let shown: Vec<String> =
        tab.call("tools => tools.filter(tool => probe.all(tool).some(probe.visible))", json!([SCREEN_ONLY])).await?;
    assert!(shown.is_empty(), "on paper: {shown:?}");
    let (paper, sticks): (String, usize) = tab
        .get(
            "[getComputedStyle(document.documentElement).backgroundColor,
                probe.all('body *').filter(part => probe.visible(part)
                    && ['sticky', 'fixed'].includes(getComputedStyle(part).position)).length]",
        )
        .await?;
    assert_eq!(paper, "rgb(255, 255, 255)", "paper is white");
    assert_eq!(sticks, 0, "something sticks");
    let addresses: (usize, usize) = tab
        .get(
            "(shown => [shown.length, probe.all('article[data-lane] [data-source]').length])
                (probe.all('article[data-lane] ol > li').filter(source =>
                    /href|https?:/.test(getComputedStyle(source.querySelector('a'), '::after').content)
                        && getComputedStyle(source).display === 'list-item'
                        && probe.visible(source.querySelector('.says p'))))",
        )
        .await?;
    assert!(addresses.0 > 150, "{} sources", addresses.0);
    assert_eq!(addresses.0, addresses.1, "numbered sources with a printed address and what they say, of all");
    Ok(())
}

async fn on_paper_the_list_of_sources_has_every_address(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open_bare(&site, "fr/sources/").await?;
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let (addresses, all, tools): (usize, usize, usize) = tab
        .get(
            "[probe.all('li[id] > p > a').filter(link => /href|https?:/.test(getComputedStyle(link, '::after').content)).length,
                probe.all('li[id]').filter(probe.visible).length, probe.all('header *').filter(probe.visible).length]",
        )
        .await?;
    assert!(all > 100 && tools == 0, "{all} sources, {tools} tools");
    assert_eq!(addresses, all, "sources with a printed address, of all");
    Ok(())
}

async fn on_paper_a_filter_is_named(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/?q=maroc&lane=partnership&from=2009").await?;
    tab.media("print", &[]).await?;
    tab.settle().await?;
    let text: String =
        tab.get("probe.one('#decade').innerText.split(probe.one('#decade article').innerText)[0]").await?;
    let values: String =
        tab.get("probe.all('#decade input').filter(probe.visible).map(field => field.value).join(' ')").await?;
    let lane: String = tab.get("probe.one(\"[data-lane-filter='partnership']\").textContent.trim()").await?;
    let said = format!("{text} {values}");
    for word in ["maroc", lane.as_str(), "2009"] {
        assert!(said.contains(word), "“{word}” is not said: {said}");
    }
    Ok(())
}

async fn without_motion_nothing_moves(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let moving = "probe.all('html, body, a, button, summary, input, [data-overview] *, [role=tooltip], [popover]').filter(part => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(part);
        return [transitionDuration, animationDuration].some(times => times.split(',').some(time => parseFloat(time) > 0))
            || scrollBehavior === 'smooth';
    }).map(probe.name)";
    tab.media("", &[("prefers-reduced-motion", "no-preference")]).await?;
    tab.open(&site, "fr/").await?;
    let some: Vec<String> = tab.get(moving).await?;
    assert!(!some.is_empty(), "nothing would move in any case");
    tab.media("", &[("prefers-reduced-motion", "reduce")]).await?;
    tab.settle().await?;
    let left: Vec<String> = tab.get(moving).await?;
    assert!(left.is_empty(), "{left:#?}");
    Ok(())
}

async fn without_motion_the_frieze_is_closer_at_once(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // Of everything in the frieze, what its style moves for longer than a millisecond, and what is under way.
    let moving = "probe.all('.frieze, .frieze *').flatMap(part => ['', '::before', '::after'].filter(pseudo => {
            const { transitionDuration, transitionDelay, animationDuration, animationName } = getComputedStyle(part, pseudo || null);
            const longest = times => Math.max(...times.split(',').map(time => parseFloat(time) * (time.endsWith('ms') ? 1 : 1000)));
            return longest(transitionDuration) + longest(transitionDelay) > 1
                || (animationName !== 'none' && longest(animationDuration) > 1);
        }).map(pseudo => probe.name(part) + pseudo))
        .concat(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().duration > 1)
            .map(({ effect }) => `under way: ${probe.name(effect.target)}`))";
    for (motion, still) in [("no-preference", false), ("reduce", true)] {
        tab.media("", &[("prefers-reduced-motion", motion)]).await?;
        tab.open(&site, "fr/").await?;
        for act in ["[data-zoom='in']", "[data-zoom='in']", "[data-zoom='out']"] {
            tab.click(act).await?;
            let found: Vec<String> = tab.get(moving).await?;
            assert_eq!(found.is_empty(), still, "{motion}, after {act}: {found:#?}");
            tab.settle().await?;
            let found: Vec<String> = tab.get(moving).await?;
            assert_eq!(found.is_empty(), still, "{motion}, once drawn: {found:#?}");
        }
    }
    Ok(())
}
