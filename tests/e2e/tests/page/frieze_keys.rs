//! The frieze by keyboard alone. Names begin with the id of a row of `docs/keyboard.md`, where there is one.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;
use thirtyfour::Key;

use super::choosing::is_read;

tests![
    part;
    frieze_previous_next_moves_along_the_lane,
    frieze_lanes_moves_between_lanes,
    frieze_home_end_moves_to_the_ends_of_the_lane,
    frieze_enter_opens_the_article,
    frieze_zoom_keeps_the_focused_entry_where_it_is,
    frieze_help_opens_the_list_of_keys_and_escape_returns,
    keys_act_only_inside_the_frieze,
    keys_with_ctrl_are_the_browsers_own,
];

/// What has focus on the frieze: its lane by number, its place from the left, and its entry or name.
pub type Focused = (i32, f64, String);

/// What has focus, which is on the frieze and under nothing.
pub async fn focused(tab: &Tab) -> Outcome<Focused> {
    tab.settle().await?;
    let (lane, left, name, covered): (i32, f64, String, Option<String>) = tab
        .get(
            "(stop => [
                probe.all('[data-frieze] [role=group]').indexOf(stop.closest('[role=group]')),
                stop.getBoundingClientRect().left + probe.one('[data-frieze-scroller]').scrollLeft,
                stop.dataset.entry ?? stop.getAttribute('aria-label') ?? probe.name(stop),
                probe.uncovered(stop) ? null : probe.name(probe.hit(stop))])(document.activeElement)",
        )
        .await?;
    assert!(lane >= 0, "focus has left the frieze: it is on {name}");
    assert!(covered.is_none(), "{name} has focus under {}", covered.unwrap_or_default());
    Ok((lane, left, name))
}

/// Opens the page with focus on the frieze's one Tab stop, reached by Tab from the tools above it.
pub async fn at_the_frieze(tab: &Tab, site: &Site) -> Outcome {
    tab.size(WIDE).await?;
    tab.open(site, "fr/").await?;
    tab.focus(".more > summary").await?;
    tab.press(Key::Tab).await?;
    tab.until("document.activeElement.closest('[data-frieze]')").await
}

/// The window's ends, as dates.
pub async fn window(tab: &Tab) -> Outcome<(String, String)> {
    tab.get("(({ from, to }) => [from, to])(probe.one('[data-frieze]').dataset)").await
}

async fn frieze_previous_next_moves_along_the_lane(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    let start = focused(tab).await?;
    let mut way = vec![start.clone()];
    for _ in 0..4 {
        tab.press(Key::Right).await?;
        let next = focused(tab).await?;
        let last = &way[way.len() - 1];
        assert!(next.0 == start.0 && next.1 >= last.1 && next.2 != last.2, "{last:?}, then {next:?}");
        way.push(next);
    }
    for before in way.iter().rev().skip(1) {
        tab.press(Key::Left).await?;
        assert_eq!(&focused(tab).await?.2, &before.2);
    }
    let stops: usize = tab.get("probe.all('[data-frieze] [tabindex=\"0\"]').length").await?;
    assert_eq!(stops, 1, "Tab stops");
    Ok(())
}

async fn frieze_lanes_moves_between_lanes(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    let lanes: i32 = tab.get("probe.all('[data-frieze] [role=group]').length").await?;
    tab.press_often(Key::Up, 8).await?;
    assert_eq!(focused(tab).await?.0, 0);
    for lane in 1..lanes {
        tab.press(Key::Down).await?;
        assert_eq!(focused(tab).await?.0, lane);
    }
    tab.press(Key::Down).await?;
    assert_eq!(focused(tab).await?.0, lanes - 1, "there is no lane below");
    tab.press(Key::Up).await?;
    assert_eq!(focused(tab).await?.0, lanes - 2);
    // A lane that the filters leave empty is passed over.
    tab.open(&site, "fr/?lane=programme,event").await?;
    tab.focus("[data-frieze] [tabindex='0']").await?;
    tab.press_often(Key::Up, 4).await?;
    let top = focused(tab).await?.0;
    tab.press(Key::Down).await?;
    let bottom = focused(tab).await?.0;
    assert_eq!((top, bottom), (0, lanes - 1));
    Ok(())
}

async fn frieze_home_end_moves_to_the_ends_of_the_lane(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    tab.press(Key::Down).await?;
    // At some zoom, so that the ends are out of view.
    tab.press_often('+', 3).await?;
    let lane = focused(tab).await?.0;
    let ends = "(places => [Math.min(...places), Math.max(...places)])
        (probe.all('a, button', document.activeElement.closest('[role=group]'))
            .map(stop => stop.getBoundingClientRect().left + probe.one('[data-frieze-scroller]').scrollLeft))";
    tab.press(Key::End).await?;
    let last = focused(tab).await?;
    tab.press(Key::Right).await?;
    assert_eq!(focused(tab).await?.2, last.2, "nothing comes after the last");
    tab.press(Key::Home).await?;
    let first = focused(tab).await?;
    tab.press(Key::Left).await?;
    assert_eq!(focused(tab).await?.2, first.2, "nothing comes before the first");
    let (left, right): (f64, f64) = tab.get(ends).await?;
    assert!(
        (first.1 - left).abs() < 30.0 && right - last.1 < 400.0 && last.1 > first.1,
        "{left} {first:?} {last:?} {right}"
    );
    assert_eq!((first.0, last.0), (lane, lane));
    Ok(())
}

async fn frieze_enter_opens_the_article(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        at_the_frieze(tab, &site).await?;
        tab.size(size).await?;
        if size == NARROW {
            tab.open(&site, "fr/").await?;
            tab.focus("[data-fold]").await?;
            tab.press(Key::Enter).await?;
            tab.until("probe.visible(probe.one('[data-frieze]'))").await?;
        }
        for id in ["mieux-created", "mieux-phase-two"] {
            tab.focus(&format!("a[data-entry='{id}']")).await?;
            tab.press(Key::Enter).await?;
            is_read(tab, id).await?;
            assert_eq!(tab.get::<String>("location.hash").await?, format!("#{id}"));
        }
    }
    Ok(())
}

async fn frieze_zoom_keeps_the_focused_entry_where_it_is(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    let whole = window(tab).await?;
    let mut moved = Vec::new();
    for id in ["mieux-phase-two", "mieux-created", "european-conversation-2017"] {
        // The mark stands at the entry's start, or ends there where its label comes before it.
        let place = "(mark => mark.left)(document.activeElement.querySelector('.mark').getBoundingClientRect())";
        tab.press('0').await?;
        tab.settle().await?;
        // An entry inside a cluster has no mark of its own until one is closer.
        if tab.call("id => !document.querySelector(`a[data-entry='${id}']`)", json!([id])).await? {
            tab.click("[data-zoom='in']").await?;
            tab.click("[data-zoom='in']").await?;
        }
        tab.focus(&format!("a[data-entry='{id}']")).await?;
        let mut before = (window(tab).await?, tab.get::<f64>(place).await?);
        for (key, times) in [('+', 1), ('+', 1), ('+', 2), ('-', 1)] {
            tab.press_often(key, times).await?;
            tab.until("document.activeElement.dataset.entry").await?;
            tab.settle().await?;
            assert_eq!(focused(tab).await?.2, id, "{key} keeps focus");
            let now = (window(tab).await?, tab.get::<f64>(place).await?);
            assert_ne!(now.0, before.0, "{key} changes the window");
            if (now.1 - before.1).abs() > 2.0 {
                moved.push(format!("{id} moved from {:.1} to {:.1} at {key}", before.1, now.1));
            }
            before = now;
        }
    }
    tab.press('0').await?;
    tab.settle().await?;
    assert_eq!(window(tab).await?, whole);
    assert!(moved.is_empty(), "{moved:#?}");
    Ok(())
}

/// Whether focus is in the list of keys.
const INSIDE: &str = "!!document.activeElement.closest('[data-panel=help]')";

async fn frieze_help_opens_the_list_of_keys_and_escape_returns(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    let stop = focused(tab).await?;
    tab.press('?').await?;
    tab.until("probe.one('[data-panel=help]').matches(':popover-open')").await?;
    assert!(tab.get::<usize>("probe.all('[data-panel=help] kbd').length").await? >= 7);
    // Focus is at the panel's beginning, and Tab leads on inside it.
    tab.until(INSIDE).await?;
    tab.press(Key::Tab).await?;
    assert!(tab.get::<bool>(&format!("{INSIDE} && document.activeElement.matches('button')")).await?, "the way out");
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-panel=help]').matches(':popover-open')").await?;
    assert_eq!(focused(tab).await?.2, stop.2);
    tab.focus("#decade [popovertarget='_keys']").await?;
    tab.press(Key::Enter).await?;
    tab.until("probe.one('[data-panel=help]').matches(':popover-open')").await?;
    tab.until(INSIDE).await?;
    tab.press(Key::Escape).await?;
    tab.until("!probe.one('[data-panel=help]').matches(':popover-open')").await?;
    tab.until("document.activeElement.matches(\"#decade [popovertarget='_keys']\")").await
}

async fn keys_act_only_inside_the_frieze(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let before = window(tab).await?;
    for outside in ["#mieux-created a[href]", "[data-search]", "[data-theme-set='auto']"] {
        tab.focus(outside).await?;
        for key in ['+', '?', '0', '-'] {
            tab.press(key).await?;
        }
        tab.settle().await?;
        assert_eq!(window(tab).await?, before, "from {outside}");
        assert!(!tab.get::<bool>("probe.one('[data-panel=help]').matches(':popover-open')").await?, "from {outside}");
    }
    assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, "+?0-");
    Ok(())
}

async fn keys_with_ctrl_are_the_browsers_own(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    let before = window(tab).await?;
    tab.run(
        "probe.taken = []; addEventListener('keydown', event => event.defaultPrevented && probe.taken.push(event.key))",
    )
    .await?;
    for key in ['+', '-', '0'] {
        tab.press_with(Key::Control, key, 1).await?;
    }
    tab.settle().await?;
    assert_eq!(window(tab).await?, before);
    let taken: Vec<String> = tab.get("probe.taken").await?;
    assert!(taken.is_empty(), "{taken:?}");
    Ok(())
}
