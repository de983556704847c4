//! Fingers that begin on what is redrawn under them.

use e2e::{Failure, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

use super::touch::{on_axis, open, slide};

tests![
    a_tap_on_a_bare_mark_says_what_it_is_and_the_next_one_follows_it: but(Firefox, "its driver's fingers tap nothing") but(WebKit, "its driver makes a mouse of a finger"),
    a_pinch_that_begins_on_a_cluster_goes_on: but(Firefox, "its driver's fingers neither scroll nor pinch") but(WebKit, "its driver makes a mouse of a finger"),
];

async fn a_tap_on_a_bare_mark_says_what_it_is_and_the_next_one_follows_it(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW] {
        let site = Site::open()?;
        open(tab, &site, size, 0).await?;
        for (kind, taps) in [("[data-bare]", 2), (":not([data-bare])", 1)] {
            let found: Option<(String, f64, f64)> = tab
                .call(
                    "kind => probe.all('a[data-entry]' + kind).filter(link => probe.uncovered(link))
                        .map(link => [link.dataset.entry, link.querySelector('[data-mark]').getBoundingClientRect()])
                        .map(([id, mark]) => [id, mark.left + mark.width / 2, mark.top + mark.height / 2])[0] ?? null",
                    json!([kind]),
                )
                .await?;
            let (id, x, y) = found.ok_or_else(|| Failure::new(format!("{size:?}: no mark {kind}")))?;
            for tap in 1..=taps {
                assert_eq!(tab.get::<String>("location.hash").await?, "", "{size:?}, {kind}, before tap {tap}");
                tab.touch("touchStart", &[(x, y)]).await?;
                tab.touch("touchEnd", &[]).await?;
                if tap < taps {
                    tab.until("!probe.one('[data-tip]').hidden").await?;
                }
            }
            tab.until_is("location.hash", format!("#{id}")).await?;
            tab.back().await?;
            tab.until_is("location.hash", String::new()).await?;
            tab.run("probe.one('[data-frieze]').scrollIntoView({ block: 'center' })").await?;
            tab.settle().await?;
        }
    }
    Ok(())
}

async fn a_pinch_that_begins_on_a_cluster_goes_on(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW] {
        let site = Site::open()?;
        open(tab, &site, size, 0).await?;
        // The largest one in view comes apart first.
        let cluster: Option<(f64, f64)> = tab
            .get(
                "(box => probe.all('[data-cluster]').filter(probe.uncovered)
                    .sort((a, b) => b.dataset.cluster - a.dataset.cluster).map(part => part.getBoundingClientRect())
                    .filter(({ left, right }) => left > box.left + 40 && right < box.right - 160)
                    .map(part => [part.left + part.width / 2, part.top + part.height / 2])[0] ?? null)
                    (probe.one('[data-frieze-scroller]').getBoundingClientRect())",
            )
            .await?;
        let (x, y) = cluster.ok_or_else(|| Failure::new(format!("{size:?}: no cluster in view")))?;
        let (_, before) = on_axis(tab, x).await?;
        let at = |apart: f64| [(x, y), (x + apart, y)];
        slide(tab, &at(40.0), &at(140.0)).await?;
        let (_, length) = on_axis(tab, x).await?;
        let factor = length / before;
        assert!((factor / 3.5 - 1.0).abs() < 0.05, "{size:?}: 3.50 times, not {factor:.2}");
    }
    Ok(())
}
