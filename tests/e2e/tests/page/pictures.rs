//! The file has a picture of the frieze for each width; the one that shows is the one that stays.

use std::collections::BTreeSet;

use e2e::{Outcome, Site, Tab, Wasm, tests};

tests![part; what_is_seen_first_is_what_stays, showing_all_brings_hardly_a_new_name];

/// Those that many people have; between them a picture is stretched up to the next.
const SIZES: [(u32, u32); 6] = [(768, 1024), (1024, 768), (1280, 800), (1366, 768), (1440, 900), (1920, 1080)];
/// The entries whose names are seen on the frieze.
const NAMES: &str =
    "probe.all('[data-frieze] a[data-entry]:not([data-bare])').filter(probe.visible).map(link => link.dataset.entry)";

async fn what_is_seen_first_is_what_stays(tab: &Tab) -> Outcome {
    for size in SIZES {
        tab.size(size).await?;
        let site = Site::with("/", Wasm::Held)?;
        tab.open_bare(&site, "en/").await?;
        assert_eq!(tab.get::<usize>("probe.all('[data-frieze]').filter(probe.visible).length").await?, 1, "{size:?}");
        let first: BTreeSet<String> = tab.get(NAMES).await?;
        site.release();
        tab.ready().await?;
        tab.settle().await?;
        assert_eq!(tab.get::<usize>("probe.all('[data-frieze]').length").await?, 1, "{size:?}");
        let names: BTreeSet<String> = tab.get(NAMES).await?;
        assert!(first.len() > 10, "{size:?}: {first:?}");
        assert!(names.is_superset(&first), "{size:?}: gone: {:?}", first.difference(&names).collect::<Vec<_>>());
        // Names that the window would cut are hidden once the program knows its edges; none comes but by that.
        assert!(names.len() <= first.len() + 1, "{size:?}: new: {:?}", names.difference(&first).collect::<Vec<_>>());
    }
    Ok(())
}

async fn showing_all_brings_hardly_a_new_name(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for size in SIZES {
        tab.size(size).await?;
        tab.open(&site, "en/").await?;
        let first: BTreeSet<String> = tab.get(NAMES).await?;
        for button in ["in", "all"] {
            tab.run(&format!("probe.one('[data-zoom={button}]').click()")).await?;
            tab.settle().await?;
        }
        let all: BTreeSet<String> = tab.get(NAMES).await?;
        let new: Vec<_> = all.difference(&first).collect();
        if new.len() * 10 > all.len() {
            wrong.push(format!("{size:?}: {} of {} names are new: {new:?}", new.len(), all.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
