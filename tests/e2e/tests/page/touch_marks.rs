//! Fingers that begin on what is redrawn under them.

use e2e::{Failure, NARROW, Outcome, Site, Tab, WIDE, tests};

use super::touch::{on_axis, open, slide};

tests![
    a_pinch_that_begins_on_a_cluster_goes_on: but(Firefox, "its driver's fingers neither scroll nor pinch") but(WebKit, "its driver makes a mouse of a finger"),
];

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
