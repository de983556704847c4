//! Fingers on the frieze: one pans, two zoom, and the page still scrolls.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

use super::frieze_keys::window;

tests![
    one_finger_pans_the_frieze: but(Firefox, "its driver's fingers neither scroll nor pinch") but(WebKit, "its driver makes a mouse of a finger"),
    two_fingers_zoom_about_the_point_between_them: but(Firefox, "its driver's fingers neither scroll nor pinch") but(WebKit, "its driver makes a mouse of a finger"),
    a_finger_up_or_down_scrolls_the_page: but(Firefox, "its driver's fingers neither scroll nor pinch") but(WebKit, "its driver makes a mouse of a finger"),
    a_finger_moves_the_thumbs_of_the_overview: but(WebKit, "its driver makes a mouse of a finger"),
];

type Place = (f64, f64);

const STEPS: u32 = 10;
const START: &str = "probe.one('[data-frieze-scroller]').scrollLeft";

/// Opens the page with the frieze in the middle of a window that has a touch screen, so many steps closer.
pub async fn open(tab: &Tab, site: &Site, size: (u32, u32), closer: u32) -> Outcome {
    tab.renew().await?;
    tab.size(size).await?;
    tab.touch_screen(true).await?;
    tab.open(site, "fr/").await?;
    if size == NARROW {
        tab.run("probe.one('[data-fold]').click()").await?;
    }
    for _ in 0..closer {
        tab.run("probe.one('[data-zoom=in]').click()").await?;
    }
    tab.run("probe.one('[data-frieze]').scrollIntoView({ block: 'center' })").await?;
    tab.settle().await
}

/// Puts fingers down, moves each in a straight line to where it ends, and lifts them.
pub async fn slide(tab: &Tab, from: &[Place], to: &[Place]) -> Outcome {
    tab.touch("touchStart", from).await?;
    for step in 1..=STEPS {
        let part = f64::from(step) / f64::from(STEPS);
        let between = |(a, b): (&Place, &Place)| (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part);
        tab.touch("touchMove", &from.iter().zip(to).map(between).collect::<Vec<_>>()).await?;
    }
    tab.touch("touchEnd", &[]).await?;
    tab.settle().await
}

/// The middle of the frieze, in the window.
async fn middle(tab: &Tab) -> Outcome<Place> {
    tab.get(
        "(box => [box.left + box.width / 2, box.top + box.height / 2])
            (probe.one('[data-frieze-scroller]').getBoundingClientRect())",
    )
    .await
}

/// How far down the window there is neither mark nor tip at any of these places along the frieze.
async fn bare(tab: &Tab, places: &[f64]) -> Outcome<f64> {
    let found: Option<f64> = tab
        .call(
            "places => {
                const { top, bottom } = probe.one('[data-frieze-scroller]').getBoundingClientRect();
                const isBare = part => part?.closest('[data-frieze-scroller]') && !part.closest('a, button, .tip');
                for (let y = Math.min(bottom, innerHeight) - 4; y > Math.max(top, 0); y -= 4)
                    if (places.every(x => isBare(document.elementFromPoint(x, y)))) return y;
                return null;
            }",
            json!([places]),
        )
        .await?;
    found.ok_or_else(|| e2e::Failure::new(format!("something is drawn wherever fingers could begin: {places:?}")))
}

/// Where a place in the window is on the axis, 0 its start and 1 its end; and how long the axis is, in pixels.
pub async fn on_axis(tab: &Tab, x: f64) -> Outcome<(f64, f64)> {
    tab.call(
        "x => (({ left, width }) => [(x - left) / width, width])(probe.one('.axis').getBoundingClientRect())",
        json!([x]),
    )
    .await
}

async fn one_finger_pans_the_frieze(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [NARROW, WIDE] {
        open(tab, &site, size, 3).await?;
        let (x, y) = middle(tab).await?;
        for by in [-130.0, 100.0] {
            let before = (tab.get::<f64>(START).await?, window(tab).await?, tab.get::<f64>("scrollY").await?);
            slide(tab, &[(x, y)], &[(x + by, y)]).await?;
            let direction = if by < 0.0 { ">" } else { "<" };
            tab.until(&format!("{START} {direction} {} - {by} * 0.5", before.0)).await?;
            tab.settle().await?;
            let (from, to) = window(tab).await?;
            let later = from > before.1.0 && to > before.1.1;
            let earlier = from < before.1.0 && to < before.1.1;
            assert!(if by < 0.0 { later } else { earlier }, "{size:?}, {by}: {:?}, then {from} to {to}", before.1);
            assert_eq!(tab.get::<f64>("scrollY").await?, before.2, "{size:?}: the page stays");
            assert_eq!(tab.get::<String>("location.hash").await?, "", "{size:?}: a pan is no tap");
        }
    }
    Ok(())
}

async fn two_fingers_zoom_about_the_point_between_them(tab: &Tab) -> Outcome {
    pinch(tab, NARROW).await?;
    pinch(tab, WIDE).await
}

async fn pinch(tab: &Tab, size: (u32, u32)) -> Outcome {
    let site = Site::open()?;
    open(tab, &site, size, 2).await?;
    let x = middle(tab).await?.0;
    let (under, length) = on_axis(tab, x).await?;
    let mut last = length;
    // Apart is closer, together is further away.
    for (from, to) in [(80.0, 200.0), (220.0, 140.0)] {
        let before = window(tab).await?;
        // What a finger begins on may be redrawn: here it begins on nothing.
        let y = bare(tab, &[x - from / 2.0, x + from / 2.0]).await?;
        let pair = |apart: f64| [(x - apart / 2.0, y), (x + apart / 2.0, y)];
        slide(tab, &pair(from), &pair(to)).await?;
        assert_ne!(window(tab).await?, before, "{size:?}: from {from} to {to} px apart");
        let (now, length) = on_axis(tab, x).await?;
        let moved = (now - under) * length;
        assert!(moved.abs() <= 3.0, "{size:?}: what is between the fingers moved by {moved:.1} px");
        let (factor, wanted) = (length / last, to / from);
        assert!((factor / wanted - 1.0).abs() < 0.05, "{size:?}: {wanted:.2} times, not {factor:.2}");
        last = length;
    }
    let scale: f64 = tab.get("visualViewport.scale").await?;
    assert_eq!(scale, 1.0, "{size:?}: the page itself is not zoomed");
    assert_eq!(tab.get::<String>("location.hash").await?, "", "{size:?}: a pinch is no tap");
    Ok(())
}

async fn a_finger_up_or_down_scrolls_the_page(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [NARROW, WIDE] {
        open(tab, &site, size, 2).await?;
        let (x, y) = middle(tab).await?;
        let before = (tab.get::<f64>("scrollY").await?, tab.get::<f64>(START).await?, window(tab).await?);
        slide(tab, &[(x, y)], &[(x, y - 160.0)]).await?;
        tab.until(&format!("scrollY > {} + 80", before.0)).await?;
        tab.settle().await?;
        let after = (tab.get::<f64>(START).await?, window(tab).await?);
        assert_eq!(after, (before.1, before.2), "{size:?}: the frieze stays");
        assert_eq!(tab.get::<String>("location.hash").await?, "", "{size:?}: it is no tap");
    }
    Ok(())
}

async fn a_finger_moves_the_thumbs_of_the_overview(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [NARROW, WIDE] {
        open(tab, &site, size, 0).await?;
        tab.run(
            "probe.one('[data-zoom=all]').click(); probe.one('[data-overview]').scrollIntoView({ block: 'center' })",
        )
        .await?;
        for (thumb, part) in [("from", 0.25), ("to", -0.25)] {
            let place: Place = tab
                .call(
                    "thumb => (box => [box.left + box.width / 2, box.top + box.height / 2])
                        (document.querySelector(`[data-thumb='${thumb}']`).getBoundingClientRect())",
                    json!([thumb]),
                )
                .await?;
            let before = window(tab).await?;
            let top: f64 = tab.get("scrollY").await?;
            slide(tab, &[place], &[(place.0 + part * f64::from(size.0), place.1)]).await?;
            let after = window(tab).await?;
            let moved = (after.0 > before.0, after.1 < before.1);
            assert_eq!(moved, (thumb == "from", thumb == "to"), "{size:?}, {thumb}: {before:?}, then {after:?}");
            assert_eq!(tab.get::<f64>("scrollY").await?, top, "{size:?}: the page stays");
        }
    }
    Ok(())
}
