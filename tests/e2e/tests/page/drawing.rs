//! What the frieze shows, at every width and zoom.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};

tests![no_marks_or_labels_overlap_at_any_zoom, the_frieze_shows_its_lanes_at_every_width,];

async fn no_marks_or_labels_overlap_at_any_zoom(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let mut wrong = Vec::new();
    for (size, page) in [(WIDE, "fr/"), ((1700, 1000), "en/"), ((800, 900), "fr/"), (NARROW, "en/")] {
        tab.open_unfolded(&site, page, size).await?;
        for step in 0..12 {
            tab.settle().await?;
            let (marks, crowded): (usize, Vec<String>) =
                tab.get("[probe.all('a[data-entry], [data-cluster]').length, probe.crowded()]").await?;
            assert!(marks > 10, "{marks} marks");
            if !crowded.is_empty() {
                let some = crowded.iter().take(3).cloned().collect::<Vec<_>>().join("\n    ");
                wrong.push(format!("{} on {page} at {size:?}, {step} steps closer:\n    {some}", crowded.len()));
            }
            tab.run("probe.one('[data-zoom=in]').click()").await?;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn the_frieze_shows_its_lanes_at_every_width(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [(320, 640), NARROW, (768, 1024), WIDE, (1280, 1000)] {
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        if tab.get("probe.visible(probe.one('[data-fold]'))").await? {
            assert!(!tab.get::<bool>("probe.visible(probe.one('[data-frieze]'))").await?, "{size:?}: it begins folded");
            tab.click("[data-fold]").await?;
            tab.until("probe.visible(probe.one('[data-frieze]'))").await?;
        }
        tab.run("probe.one('[data-frieze]').scrollIntoView()").await?;
        tab.settle().await?;
        let (width, height, inner): (f64, f64, f64) = tab
            .get(
                "(box => [box.width, box.height, probe.one('[data-frieze-scroller]').scrollHeight])
                    (probe.one('[data-frieze-scroller]').getBoundingClientRect())",
            )
            .await?;
        assert!(width > f64::from(size.0) * 0.6, "{size:?}: the frieze is {width} px wide");
        assert!(height <= 24.0 * 16.0 && inner <= height + 1.0, "{size:?}: {inner} px of rows in {height} px");
        let uncovered: usize =
            tab.get("probe.all('a[data-entry], [data-cluster]').filter(probe.uncovered).length").await?;
        assert!(uncovered >= 12, "{size:?}: {uncovered} marks can be clicked");
    }
    Ok(())
}
