//! Zoom and pan by buttons, wheel and mouse.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

tests![
    buttons_zoom_in_out_and_to_the_whole,
    the_wheel_with_ctrl_zooms_about_the_pointer: but(WebKit, "its driver turns the wheel without the keys that are held"),
    a_plain_wheel_scrolls_the_page_and_does_not_zoom,
    a_plain_wheel_says_once_how_to_zoom: but(Firefox, "its driver's wheel comes with scrolling before it"),
    a_drag_pans_and_is_no_click,
    a_double_click_zooms: but(Firefox, "not settled: two clicks of its driver zoom nothing"),
    the_overview_is_dragged_and_clicked: but(Firefox, "not settled: a second drag of its driver moves nothing"),
    zoom_and_pan_leave_address_and_history_alone: but(WebKit, "its driver turns the wheel without the keys that are held"),
];

type Window = (String, String);

async fn window(tab: &Tab) -> Outcome<Window> {
    tab.settle().await?;
    tab.get("(({ from, to }) => [from, to])(probe.one('[data-frieze]').dataset)").await
}

/// A place on the frieze that is neither link nor button, so far along its width, in the window.
pub async fn bare_place(tab: &Tab, along: f64) -> Outcome<(f64, f64)> {
    tab.run("probe.one('[data-frieze]').scrollIntoView({ block: 'center' })").await?;
    tab.settle().await?;
    let place: Option<(f64, f64)> = tab
        .call(
            "along => {
                const { left, top, width, height } = probe.one('[data-frieze-scroller]').getBoundingClientRect();
                const x = Math.round(left + width * along);
                for (let y = Math.max(top, 0) + 3; y < Math.min(top + height, innerHeight); y += 4) {
                    const hit = document.elementFromPoint(x, y);
                    if (hit?.closest('[data-frieze-scroller]') && !hit.closest('a, button')) return [x, y];
                }
                return null;
            }",
            json!([along]),
        )
        .await?;
    place.ok_or_else(|| e2e::Failure::new(format!("no bare place on the frieze at {along} of its width")))
}

/// Where a place in the window is on the axis: 0 its start, 1 its end; and how long the axis is, in pixels.
async fn on_axis(tab: &Tab, x: f64) -> Outcome<(f64, f64)> {
    tab.settle().await?;
    tab.call(
        "x => {
            const boxes = probe.all('[data-frieze-scroller] > *').map(part => part.getBoundingClientRect());
            const { left, width } = boxes.sort((a, b) => b.width - a.width)[0];
            return [(x - left) / width, width];
        }",
        json!([x]),
    )
    .await
}

async fn buttons_zoom_in_out_and_to_the_whole(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.open_unfolded(&site, "fr/", size).await?;
        let enabled = "['out', 'in', 'all'].map(name => !probe.one(`[data-zoom=${name}]`).disabled)";
        if size == NARROW {
            // A window too narrow for the whole begins with what it can show.
            tab.click("[data-zoom='all']").await?;
        }
        let whole = window(tab).await?;
        assert_eq!(tab.get::<[bool; 3]>(enabled).await?, [false, true, false], "{size:?}: nothing to zoom out of");
        tab.click("[data-zoom='in']").await?;
        let closer = window(tab).await?;
        assert!(closer.0 >= whole.0 && closer.1 <= whole.1 && closer != whole, "{whole:?}, then {closer:?}");
        assert_eq!(tab.get::<[bool; 3]>(enabled).await?, [true, true, true]);
        tab.click("[data-zoom='in']").await?;
        let closest = window(tab).await?;
        assert!(closest.0 > closer.0 && closest.1 < closer.1, "{closer:?}, then {closest:?}");
        tab.click("[data-zoom='out']").await?;
        assert_eq!(window(tab).await?, closer);
        tab.click("[data-zoom='in']").await?;
        tab.click("[data-zoom='all']").await?;
        assert_eq!(window(tab).await?, whole);
        // From the whole range down to hours.
        for _ in 0..40 {
            tab.run("probe.one('[data-zoom=in]').click()").await?;
        }
        let deepest = window(tab).await?;
        assert!(deepest.0.contains('T') && deepest.0[..4] == deepest.1[..4], "{deepest:?}");
        assert_eq!(tab.get::<[bool; 3]>(enabled).await?, [true, false, true], "{size:?}: nothing is deeper");
    }
    Ok(())
}

async fn the_wheel_with_ctrl_zooms_about_the_pointer(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    for along in [0.25, 0.5, 0.8] {
        tab.run("probe.one('[data-zoom=all]').click()").await?;
        let place = bare_place(tab, along).await?;
        let top: f64 = tab.get("scrollY").await?;
        let mut last = window(tab).await?;
        let under = on_axis(tab, place.0).await?.0;
        for delta in [-100, -60, -100, 60] {
            tab.mouse("mouseWheel", place, json!({ "deltaX": 0, "deltaY": delta, "modifiers": 2 })).await?;
            tab.until(&format!(
                "(({{ from, to }}) => from + to)(probe.one('[data-frieze]').dataset) !== '{}{}'",
                last.0, last.1
            ))
            .await?;
            last = window(tab).await?;
            let (now, length) = on_axis(tab, place.0).await?;
            let moved = (now - under) * length;
            assert!(moved.abs() <= 2.0, "what is under the pointer at {along} moved by {moved:.1} px, wheel {delta}");
        }
        let (now, ratio): (f64, f64) = tab.get("[scrollY, visualViewport.scale]").await?;
        assert_eq!((now, ratio), (top, 1.0), "neither page nor browser does anything");
    }
    Ok(())
}

async fn a_plain_wheel_scrolls_the_page_and_does_not_zoom(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    tab.click("[data-zoom='in']").await?;
    let place = bare_place(tab, 0.5).await?;
    let before = window(tab).await?;
    let (top, start): (f64, f64) = tab.get("[scrollY, probe.one('[data-frieze-scroller]').scrollLeft]").await?;
    tab.mouse("mouseWheel", place, json!({ "deltaX": 0, "deltaY": 240 })).await?;
    tab.until(&format!("scrollY >= {top} + 200")).await?;
    assert_eq!(window(tab).await?, before);
    assert_eq!(tab.get::<f64>("probe.one('[data-frieze-scroller]').scrollLeft").await?, start);
    Ok(())
}

/// Presses the mouse, moves it by so many pixels in steps, releases it.
pub async fn drag(tab: &Tab, (x, y): (f64, f64), by: f64) -> Outcome {
    tab.mouse("mouseMoved", (x, y), json!({})).await?;
    tab.mouse("mousePressed", (x, y), json!({ "button": "left", "buttons": 1, "clickCount": 1 })).await?;
    for step in 1..=8 {
        let at = (x + by * f64::from(step) / 8.0, y);
        tab.mouse("mouseMoved", at, json!({ "button": "left", "buttons": 1 })).await?;
    }
    tab.mouse("mouseReleased", (x + by, y), json!({ "button": "left", "buttons": 0, "clickCount": 1 })).await?;
    tab.settle().await
}

async fn a_plain_wheel_says_once_how_to_zoom(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let is_said = "probe.visible(probe.one('[data-wheel-hint]'))";
    let wheel = || json!({ "deltaX": 0, "deltaY": 20 });
    tab.open(&site, "en/").await?;
    // Not to who is scrolling past.
    let place = bare_place(tab, 0.6).await?;
    tab.run("scrollBy(0, -8); await probe.frames(1)").await?;
    tab.mouse("mouseWheel", place, wheel()).await?;
    tab.settle().await?;
    assert!(!tab.get::<bool>(is_said).await?);
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    let place = bare_place(tab, 0.6).await?;
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    tab.mouse("mouseWheel", place, wheel()).await?;
    tab.until(is_said).await?;
    tab.until(&format!("!{is_said}")).await?;
    for _ in 0..2 {
        tokio::time::sleep(std::time::Duration::from_millis(900)).await;
        let place = bare_place(tab, 0.6).await?;
        tab.mouse("mouseWheel", place, wheel()).await?;
        tab.settle().await?;
        assert!(!tab.get::<bool>(is_said).await?, "said again");
        tab.reload().await?;
    }
    Ok(())
}

async fn a_drag_pans_and_is_no_click(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    tab.click("[data-zoom='in']").await?;
    tab.click("[data-zoom='in']").await?;
    let start = "probe.one('[data-frieze-scroller]').scrollLeft";
    // From a bare place, and from a link.
    let bare = bare_place(tab, 0.5).await?;
    let link: Option<(f64, f64)> = tab
        .get(
            "(box => {
                const inside = probe.all('a[data-entry]').map(link => link.getBoundingClientRect())
                    .find(({ left, right }) => left > box.left + 150 && right < box.right - 150);
                return inside && [inside.left + 10, inside.top + 12];
            })(probe.one('[data-frieze-scroller]').getBoundingClientRect())",
        )
        .await?;
    for place in [Some(bare), link] {
        let place = place.ok_or_else(|| e2e::Failure::new("no link in the middle of the frieze"))?;
        for by in [-120.0, 120.0] {
            let (before, from) = (tab.get::<f64>(start).await?, window(tab).await?);
            drag(tab, place, by).await?;
            let moved = tab.get::<f64>(start).await? - before;
            assert!((moved + by).abs() <= 3.0, "a drag by {by} scrolled by {moved}");
            assert_ne!(window(tab).await?, from);
            assert_eq!(tab.get::<String>("location.hash").await?, "", "a drag is no click");
        }
    }
    // The click after it is one.
    tab.run("scrollTo(0, 0)").await?;
    tab.click("a[data-entry='mieux-phase-two']").await?;
    super::choosing::is_read(tab, "mieux-phase-two").await
}

async fn a_double_click_zooms(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let place = bare_place(tab, 0.4).await?;
    let before = window(tab).await?;
    let under = on_axis(tab, place.0).await?.0;
    for count in 1..=2 {
        for (kind, buttons) in [("mousePressed", 1), ("mouseReleased", 0)] {
            tab.mouse(kind, place, json!({ "button": "left", "buttons": buttons, "clickCount": count })).await?;
        }
    }
    tab.settle().await?;
    let after = window(tab).await?;
    assert!(after.0 >= before.0 && after.1 <= before.1 && after != before, "{before:?}, then {after:?}");
    let (now, length) = on_axis(tab, place.0).await?;
    assert!(((now - under) * length).abs() <= 2.0, "it moved by {} px", (now - under) * length);
    Ok(())
}

async fn the_overview_is_dragged_and_clicked(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        tab.run("probe.one('[data-overview]').scrollIntoView({ block: 'center' })").await?;
        let whole = window(tab).await?;
        let middle = "(box => [box.left + box.width / 2, box.top + box.height / 2])";
        let from = format!("{middle}(probe.one(\"[data-thumb='from']\").getBoundingClientRect())");
        let by = f64::from(size.0) / 4.0;
        drag(tab, tab.get(&from).await?, by).await?;
        let later = window(tab).await?;
        assert!(later.0 > whole.0 && later.1 == whole.1, "{size:?}: {whole:?}, then {later:?}");
        // The window itself, from its middle.
        let centre: (f64, f64) = tab
            .get(
                "(([one, two]) => [(one.right + two.left) / 2, one.top + one.height / 2])
                    (probe.all('[data-overview] [role=slider]').map(thumb => thumb.getBoundingClientRect()))",
            )
            .await?;
        drag(tab, centre, -by / 2.0).await?;
        tab.settle().await?;
        let earlier = window(tab).await?;
        assert!(
            earlier.0 < later.0 && earlier.1 < later.1 && earlier.0 > whole.0,
            "{size:?}: {later:?}, then {earlier:?}"
        );
        // A click beside the window brings it there.
        let start: (f64, f64) = tab
            .get("(box => [box.left + 8, box.top + box.height / 2])(probe.one('.strip').getBoundingClientRect())")
            .await?;
        drag(tab, start, 0.0).await?;
        let there = window(tab).await?;
        assert!(there.0 < earlier.0 && there.1 < earlier.1, "{size:?}: {earlier:?}, then {there:?}");
    }
    Ok(())
}

async fn zoom_and_pan_leave_address_and_history_alone(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let before: (String, u32) = tab.get("[location.href, history.length]").await?;
    tab.click("[data-zoom='in']").await?;
    tab.click("[data-zoom='in']").await?;
    let place = bare_place(tab, 0.5).await?;
    drag(tab, place, -150.0).await?;
    tab.mouse("mouseWheel", place, json!({ "deltaX": 0, "deltaY": -100, "modifiers": 2 })).await?;
    tab.settle().await?;
    assert_eq!(tab.get::<(String, u32)>("[location.href, history.length]").await?, before);
    assert_eq!(tab.get::<String>("probe.one('[data-live]').textContent.trim()").await?, "", "it announces nothing");
    Ok(())
}
