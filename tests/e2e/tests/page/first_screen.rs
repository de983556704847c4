//! What a stranger sees without scrolling: what the page is about, its questions, the tools, and the decade.

use e2e::{Outcome, Site, Tab, tests};
use serde_json::json;

tests![the_first_screen_has_title_questions_tools_and_decade];

/// Of some parts, by selector, those of which something is below the window, hidden or covered.
const OUT_OF_SIGHT: &str = "parts => parts.flatMap(part => (found => found.length ? found : [null])(probe.all(part))
    .filter(element => !element || !probe.visible(element) || element.getBoundingClientRect().bottom > innerHeight)
    .map(element => `${part}: ${element ? probe.name(element) : 'none'}`))";

const TITLE: &str = "h1";
const QUESTIONS: &str = "main > section:first-child li a";
const FIRST_QUESTION: &str = "main > section:first-child li:first-child a";
const SEARCH: &str = "[data-search]";
const LANES: &str = "[data-lane-filter]";
const ZOOM: &str = "[data-zoom]";
const KEYS: &str = "#decade [popovertarget='_keys']";
const STRIP: &str = "[data-strip]";

async fn the_first_screen_has_title_questions_tools_and_decade(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for page in ["fr/", "en/"] {
        tab.open(&site, page).await?;
        for size in [
            (1280, 768),
            (1280, 800),
            (1366, 768),
            (1440, 900),
            (1920, 1080),
            (1024, 768),
            (768, 1024),
            (390, 844),
            (320, 640),
        ] {
            tab.zoomed_size(size, 1.0).await?;
            tab.settle().await?;
            let parts = match size.0 {
                1280.. => &[TITLE, QUESTIONS, SEARCH, LANES, ZOOM, KEYS][..],
                768.. => &[TITLE, QUESTIONS, SEARCH],
                390.. => &[TITLE, QUESTIONS, SEARCH, LANES, STRIP],
                _ => &[TITLE, FIRST_QUESTION],
            };
            let out: Vec<String> = tab.call(OUT_OF_SIGHT, json!([parts])).await?;
            wrong.extend(out.iter().map(|part| format!("{page} at {size:?}: {part} is not in the first screen")));
            let [frieze, axis]: [f64; 2] = tab
                .get(
                    "(frieze => [(innerHeight - frieze.top) / frieze.height,
                        innerHeight - probe.one('[data-frieze]').getBoundingClientRect().top])
                        (probe.one('[data-overview]').closest('.frieze').getBoundingClientRect())",
                )
                .await?;
            if size.0 >= 1280 && frieze < 0.7 {
                wrong.push(format!("{page} at {size:?}: {frieze:.2} of the frieze is in the first screen"));
            }
            if (768..1280).contains(&size.0) && axis < 22.0 {
                wrong.push(format!("{page} at {size:?}: the axis begins below the first screen"));
            }
            if size.0 == 390 {
                let [lines, rows]: [f64; 2] = tab
                    .get(
                        "[(lede => lede.getBoundingClientRect().height / parseFloat(getComputedStyle(lede).lineHeight))
                            (probe.all('.lede').find(probe.visible)),
                        new Set(probe.all('header a').filter(probe.visible).map(link =>
                            Math.round(link.getBoundingClientRect().top / 8))).size]",
                    )
                    .await?;
                if lines > 4.1 || rows > 1.0 {
                    wrong.push(format!("{page} at {size:?}: a lede of {lines:.1} lines, navigation in {rows} rows"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
