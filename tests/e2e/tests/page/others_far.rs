//! Another file with many entries, closer and further along than what is drawn at once.

use e2e::{Extra, Outcome, Site, Tab, tests};
use serde_json::json;
use thirtyfour::Key;

use super::others::calm;
use super::others_large::{closer_to_a_mark, date, open};

tests![
    arrows_walk_on_beyond_what_is_drawn,
    panning_leaves_focus_where_it_is,
    far_closer_marks_and_window_agree,
    a_list_says_how_many_entries_of_one_day_it_leaves_out,
];

async fn arrows_walk_on_beyond_what_is_drawn(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let mark = closer_to_a_mark(tab).await?;
    tab.focus(&format!("a[data-entry='{mark}']")).await?;
    tab.press_often('+', 8).await?;
    tab.settle().await?;
    let drawn: Vec<String> = tab.get("probe.all('[data-stop]').map(stop => stop.id)").await?;
    for (key, times) in [(Key::Right, 28), (Key::Left, 44)] {
        let mut seen = Vec::new();
        for _ in 0..times / 4 {
            for _ in 0..4 {
                let before: String = tab.get("document.activeElement.id").await?;
                tab.press(key.clone()).await?;
                tab.until(&format!("document.activeElement.matches('[data-stop]:not([id={before:?}])')")).await?;
            }
            let (id, uncovered): (String, bool) =
                tab.get("[document.activeElement.id, probe.uncovered(document.activeElement)]").await?;
            assert!(uncovered, "{id} has focus and is not in view");
            seen.push(id);
        }
        let beyond = seen.iter().filter(|id| !drawn.contains(id)).count();
        assert!(beyond > 2, "{key:?}: of {seen:?} only {beyond} were not drawn at first");
        let stops: usize = tab.get("probe.all('[data-frieze] [tabindex=\"0\"]').length").await?;
        assert_eq!(stops, 1, "Tab stops");
    }
    calm(tab, "walking").await
}

async fn panning_leaves_focus_where_it_is(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let mark = closer_to_a_mark(tab).await?;
    tab.focus(&format!("a[data-entry='{mark}']")).await?;
    for by in [120, -120, 150, 150, -100] {
        tab.run(&format!("probe.one('[data-frieze-scroller]').scrollLeft += {by}")).await?;
        tab.settle().await?;
        let focus: String = tab.get("probe.name(document.activeElement)").await?;
        let there: bool = tab.call("id => document.activeElement.dataset.entry === id", json!([mark])).await?;
        assert!(there, "panned by {by}, {mark} is in view and focus on {focus}");
    }
    calm(tab, "panning").await
}

async fn far_closer_marks_and_window_agree(tab: &Tab) -> Outcome {
    let _site = open(tab, "").await?;
    let mark = closer_to_a_mark(tab).await?;
    let entry: usize = mark.trim_start_matches("entry-").parse()?;
    let mut windows = Vec::new();
    for steps in [0, 8, 7, 5] {
        tab.focus(&format!("a[data-entry='{mark}']")).await?;
        tab.press_often('+', steps).await?;
        tab.settle().await?;
        for by in [0, 180, -230] {
            tab.run(&format!("probe.one('[data-frieze-scroller]').scrollLeft += {by}")).await?;
            tab.settle().await?;
            // Where the mark is, and where the window's dates say that it should be.
            let (at, wanted, room, window): (f64, f64, f64, String) = tab
                .call(
                    "(id, date) => {
                        const { left, width } = probe.one('[data-frieze-scroller]').getBoundingClientRect();
                        const mark = probe.one(`a[data-entry='${id}'] .mark`).getBoundingClientRect();
                        const { from, to } = probe.one('[data-frieze]').dataset;
                        const time = text => Date.parse(text.includes('T') ? `${text}Z` : text);
                        // The last day, minute or second of the window is inside it.
                        const unit = { 10: 86_400_000, 16: 60_000 }[to.length] ?? 1_000;
                        const pixel = width / (time(to) + unit - time(from));
                        return [mark.left + mark.width / 2 - left, (Date.parse(date) - time(from)) * pixel, unit * pixel,
                            `${from} to ${to}`];
                    }",
                    json!([mark, date(entry)]),
                )
                .await?;
            assert!(
                (at - wanted).abs() <= 3.0 + room,
                "{window}: {mark} of {} is at {at:.1}, not {wanted:.1}",
                date(entry)
            );
            windows.push(window);
        }
    }
    let all = windows.len();
    windows.sort();
    windows.dedup();
    assert_eq!(windows.len(), all, "each step and each pan is another window: {windows:#?}");
    calm(tab, "far closer").await
}

async fn a_list_says_how_many_entries_of_one_day_it_leaves_out(tab: &Tab) -> Outcome {
    let mut bundle: serde_json::Value = serde_json::from_str(include_str!("../../fixtures/single.json"))?;
    let one = bundle["entries"][0].clone();
    let entries = (0..250).map(|at| {
        let mut entry = one.clone();
        entry["id"] = json!(format!("same-{at}"));
        entry
    });
    bundle["entries"] = entries.collect();
    let site = Site::with_files(vec![Extra::file("own/same.json", bundle.to_string())])?;
    tab.open(&site, "fr/?timeline=../own/same.json").await?;
    let count: usize = tab.get("Number(probe.one('[data-cluster]').dataset.cluster)").await?;
    tab.click("[data-cluster]").await?;
    tab.until("probe.one('[data-panel=cluster]').matches(':popover-open')").await?;
    let (title, links, last): (String, usize, String) = tab
        .get(
            "[probe.one('#_cluster-title').textContent, probe.all('[data-panel=cluster] li a').length,
                probe.all('[data-panel=cluster] li').pop().textContent]",
        )
        .await?;
    assert!(count > 200 && title.contains(&count.to_string()), "{title}, of {count}");
    assert!(links < count && last.contains(&(count - links).to_string()), "{links} links, then {last}");
    calm(tab, "a list").await
}
