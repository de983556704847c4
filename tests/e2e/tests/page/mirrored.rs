//! From right to left: the French page with the direction of a made-up locale, `ar-XB`.

use e2e::axe::{self, Extent};
use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;
use thirtyfour::Key;

use super::accessible::{calm, dress};
use super::frieze_keys::{focused, window};
use super::marks::{stray_marks, whole_range};
use super::zooming::{bare_place, drag};

tests![
    time_runs_from_right_to_left,
    every_mark_stands_on_its_date_too,
    arrows_change_places,
    a_drag_to_the_right_leads_to_later_dates,
    the_wheel_keeps_what_is_under_the_pointer: but(WebKit, "its driver turns the wheel without the keys that are held"),
    the_overview_runs_from_right_to_left_too,
    nothing_scrolls_sideways_or_overlaps,
    no_rule_is_broken_from_right_to_left,
];

/// A date, and how far from the left of the window it stands.
type Standing = (String, f64);

fn mirror(page: String) -> String {
    page.replacen("lang=\"fr\" dir=\"ltr\"", "lang=\"ar-XB\" dir=\"rtl\"", 1)
}

/// Opens the mirrored page, with its frieze unfolded.
async fn open(tab: &Tab, size: (u32, u32)) -> Outcome<Site> {
    let site = Site::rewritten(mirror)?;
    tab.size(size).await?;
    tab.open(&site, "fr/").await?;
    let root: (String, String) =
        tab.get("[document.documentElement.lang, getComputedStyle(document.body).direction]").await?;
    assert_eq!(root, ("ar-XB".to_owned(), "rtl".to_owned()));
    tab.unfold(size).await?;
    tab.settle().await?;
    Ok(site)
}

async fn time_runs_from_right_to_left(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW] {
        let _site = open(tab, size).await?;
        for closer in 0..3 {
            if closer > 0 {
                tab.click("[data-zoom='in']").await?;
                tab.settle().await?;
            }
            // Marks with their dates, and ticks, in the order of time: each further to the left.
            let (marks, ticks): (Vec<Standing>, Vec<Standing>) = tab
                .get(
                    "[probe.all('a[data-entry]').map(link => [
                            document.getElementById(link.dataset.entry).querySelector('time').dateTime,
                            (box => box.left + box.width / 2)(link.querySelector('.mark').getBoundingClientRect()),
                            link.parentElement.dataset.form])
                        .filter(([, , form]) => !/flipped|barred/.test(form)).map(([date, at]) => [date, at]),
                    probe.all('.tick').map(tick => [tick.textContent, tick.getBoundingClientRect().right])]",
                )
                .await?;
            let mut sorted = marks.clone();
            sorted.sort_by(|a, b| a.0.cmp(&b.0));
            assert!(sorted.len() > 4, "{size:?}: {sorted:?}");
            for pair in sorted.windows(2).filter(|pair| pair[0].0[..4] < pair[1].0[..4]) {
                assert!(pair[0].1 > pair[1].1, "{size:?}: {pair:?}");
            }
            assert!(ticks.len() > 1, "{size:?}: {ticks:?}");
            assert!(ticks.windows(2).all(|pair| pair[0].1 > pair[1].1), "{size:?}: {ticks:?}");
        }
    }
    let _site = open(tab, WIDE).await?;
    let (gutter, scroller): (f64, f64) = tab
        .get("[probe.one('.gutter').getBoundingClientRect().left, probe.one('[data-frieze-scroller]').getBoundingClientRect().right]")
        .await?;
    assert!(gutter >= scroller - 1.0, "the lanes' names are at the right: from {gutter}, the frieze to {scroller}");
    Ok(())
}

async fn every_mark_stands_on_its_date_too(tab: &Tab) -> Outcome {
    let range = whole_range(tab, &Site::open()?).await?;
    let mut wrong = Vec::new();
    for size in [NARROW, (820, 1180), WIDE, (1920, 1080)] {
        let _site = open(tab, size).await?;
        wrong.extend(stray_marks(tab, range, &format!("{size:?}")).await?);
    }
    assert!(wrong.is_empty(), "{} stray marks:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// Where what has focus begins on the axis, from its start at the right, in pixels.
async fn begin(tab: &Tab) -> Outcome<f64> {
    tab.get(
        "(stop => probe.one('.axis').getBoundingClientRect().right
            - (stop.querySelector('.mark') ?? stop).getBoundingClientRect().right)(document.activeElement)",
    )
    .await
}

async fn arrows_change_places(tab: &Tab) -> Outcome {
    let _site = open(tab, WIDE).await?;
    tab.focus("[data-frieze] [tabindex='0']").await?;
    tab.press(Key::Home).await?;
    let mut way = vec![(focused(tab).await?.2, begin(tab).await?)];
    for _ in 0..4 {
        tab.press(Key::Left).await?;
        let next = (focused(tab).await?.2, begin(tab).await?);
        let last = &way[way.len() - 1];
        // A label that comes before its mark stands a little to its other side.
        assert!(next.0 != last.0 && next.1 > last.1 - 20.0, "{last:?}, then {next:?}");
        way.push(next);
    }
    assert!(way[4].1 > way[0].1 + 60.0, "to the left: {way:?}");
    for before in way.iter().rev().skip(1) {
        tab.press(Key::Right).await?;
        assert_eq!(focused(tab).await?.2, before.0);
    }
    Ok(())
}

async fn a_drag_to_the_right_leads_to_later_dates(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW] {
        let _site = open(tab, size).await?;
        for _ in 0..3 {
            tab.click("[data-zoom='in']").await?;
        }
        let place = bare_place(tab, 0.5).await?;
        for by in [110.0, -90.0] {
            let before = window(tab).await?;
            let (start, length) = on_axis(tab, place.0).await?;
            drag(tab, place, by).await?;
            let after = window(tab).await?;
            let (later, earlier) = (after.0 > before.0 && after.1 > before.1, after.0 < before.0 && after.1 < before.1);
            assert!(if by > 0.0 { later } else { earlier }, "{size:?}, by {by}: {before:?}, then {after:?}");
            let moved = (on_axis(tab, place.0).await?.0 - start) * length;
            assert!((moved - by).abs() <= 3.0, "{size:?}: a drag by {by} panned by {moved:.1}");
        }
    }
    Ok(())
}

/// Where a place in the window is on the axis, from its start at the right; and how long the axis is, in pixels.
async fn on_axis(tab: &Tab, x: f64) -> Outcome<(f64, f64)> {
    tab.settle().await?;
    tab.call(
        "x => (({ right, width }) => [(right - x) / width, width])(probe.one('.axis').getBoundingClientRect())",
        json!([x]),
    )
    .await
}

async fn the_wheel_keeps_what_is_under_the_pointer(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW] {
        let _site = open(tab, size).await?;
        for along in [0.25, 0.8] {
            tab.run("probe.one('[data-zoom=all]').click()").await?;
            let place = bare_place(tab, along).await?;
            let (under, mut last) = on_axis(tab, place.0).await?;
            for delta in [-100, -60, -100, 60] {
                tab.mouse("mouseWheel", place, json!({ "deltaX": 0, "deltaY": delta, "modifiers": 2 })).await?;
                tab.until(&format!("Math.abs(probe.one('.axis').getBoundingClientRect().width - {last}) > 1")).await?;
                let (now, length) = on_axis(tab, place.0).await?;
                let moved = (now - under) * length;
                assert!(moved.abs() <= 2.0, "{size:?}: what is under the pointer at {along} moved by {moved:.1} px");
                last = length;
            }
        }
    }
    Ok(())
}

async fn the_overview_runs_from_right_to_left_too(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW] {
        let _site = open(tab, size).await?;
        tab.run(
            "probe.one('[data-zoom=all]').click(); probe.one('[data-overview]').scrollIntoView({ block: 'center' })",
        )
        .await?;
        tab.settle().await?;
        let thumbs: Vec<(String, f64, f64)> = tab
            .get(
                "probe.all('[data-thumb]').map(thumb => [thumb.dataset.thumb, thumb.getBoundingClientRect()])
                    .map(([name, box]) => [name, box.left + box.width / 2, box.top + box.height / 2])",
            )
            .await?;
        let (from, to) = (&thumbs[0], &thumbs[1]);
        assert!(from.0 == "from" && to.0 == "to" && from.1 > to.1, "{size:?}: {thumbs:?}");
        let whole = window(tab).await?;
        drag(tab, (from.1, from.2), -f64::from(size.0) / 4.0).await?;
        let later = window(tab).await?;
        assert!(later.0 > whole.0 && later.1 == whole.1, "{size:?}: {whole:?}, then {later:?}");
        for (key, is_later) in [(Key::Left, true), (Key::Right, false), (Key::Up, true)] {
            let before = window(tab).await?;
            tab.focus("[data-thumb='from']").await?;
            tab.press(key.clone()).await?;
            let after = window(tab).await?;
            assert_eq!(
                (after.0 > before.0, &after.1),
                (is_later, &before.1),
                "{size:?}, {key:?}: {before:?}, then {after:?}"
            );
        }
    }
    Ok(())
}

async fn nothing_scrolls_sideways_or_overlaps(tab: &Tab) -> Outcome {
    let mut wrong = Vec::new();
    for size in [WIDE, NARROW] {
        let _site = open(tab, size).await?;
        for step in 0..5 {
            tab.settle().await?;
            let (crowded, beyond, inner, outer): (Vec<String>, Vec<String>, f64, f64) = tab
                .get(
                    "(root => [probe.crowded(), probe.all('body *').filter(part => probe.visible(part)
                            && !part.closest('[data-frieze-scroller], .visually-hidden, .skip')
                            && (part.getBoundingClientRect().right > root.clientWidth + 0.5
                                || part.getBoundingClientRect().left < -0.5)).slice(0, 6).map(probe.name),
                        root.scrollWidth, root.clientWidth])(document.documentElement)",
                )
                .await?;
            if !crowded.is_empty() || !beyond.is_empty() || inner > outer {
                wrong
                    .push(format!("{size:?}, {step} closer: {inner} of {outer} px, {crowded:#?}, beyond: {beyond:#?}"));
            }
            tab.click("[data-zoom='in']").await?;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn no_rule_is_broken_from_right_to_left(tab: &Tab) -> Outcome {
    calm(tab, "light").await?;
    for size in [WIDE, NARROW] {
        let _site = open(tab, size).await?;
        dress(tab, "light").await?;
        let found = axe::violations(tab, Extent::Near).await?;
        assert!(found.is_empty(), "{size:?}:\n{}", found.join("\n"));
    }
    Ok(())
}
