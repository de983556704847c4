//! The keyboard beside the frieze's arrows: back from an article, tips, overview and clusters. Names begin
//! with the id of a row of `docs/keyboard.md`, where there is one.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;
use thirtyfour::Key;

use super::choosing::is_read;
use super::frieze_keys::{at_the_frieze, focused, window};

tests![
    article_escape_returns_to_the_mark,
    tip_escape_dismisses_the_title_and_leaves_focus,
    overview_arrows_move_the_ends_of_the_window,
    cluster_enter_opens_a_cluster,
    a_list_of_a_cluster_leads_to_its_articles,
];

async fn article_escape_returns_to_the_mark(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, (1280, 1000), NARROW] {
        tab.size(size).await?;
        for (at, id) in ["mieux-phase-two", "valletta-summit", "event-2017-three-questions"].iter().enumerate() {
            // On a phone the frieze is folded each time.
            if at == 0 || size == NARROW {
                tab.open(&site, &format!("fr/#{id}")).await?;
            } else {
                tab.run(&format!("location.hash = '{id}'")).await?;
            }
            is_read(tab, id).await?;
            tab.press(Key::Escape).await?;
            tab.until("document.activeElement.closest('[data-frieze]')").await?;
            tab.settle().await?;
            let seen: bool = tab.get("probe.uncovered(document.activeElement)").await?;
            assert!(seen, "{size:?}: the mark of {id} has focus and is not in view");
            let (entry, own): (Option<String>, bool) = tab
                .call(
                    "id => [document.activeElement.dataset.entry, !!document.querySelector(`a[data-entry='${id}']`)]",
                    json!([id]),
                )
                .await?;
            // An entry inside a cluster is found there.
            assert_eq!(entry.as_deref(), own.then_some(*id), "{size:?}");
        }
        // From a link inside an article, too.
        tab.focus("#mieux-created a[href]").await?;
        tab.press(Key::Escape).await?;
        tab.until_is("document.activeElement.dataset.entry", Some("mieux-created".to_owned())).await?;
    }
    Ok(())
}

async fn tip_escape_dismisses_the_title_and_leaves_focus(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    tab.focus("a[data-entry='mieux-phase-two']").await?;
    let stop = focused(tab).await?;
    let tip = "probe.one('[role=tooltip]')";
    tab.until(&format!("probe.visible({tip})")).await?;
    let (text, title): (String, String) = tab
        .get(&format!("[{tip}.innerText, probe.one('#_title-' + document.activeElement.dataset.entry).innerText]"))
        .await?;
    assert!(text.contains(&title), "{text} for {title}");
    tab.press(Key::Escape).await?;
    tab.until(&format!("!probe.visible({tip})")).await?;
    assert_eq!(focused(tab).await?.2, stop.2);
    assert_eq!(tab.get::<String>("location.hash").await?, "");
    // The pointer shows it, and Escape dismisses it wherever focus is (WCAG 1.4.13).
    tab.run("document.activeElement.blur()").await?;
    let place: (f64, f64) = tab
        .get(
            "(box => [box.left + 8, box.top + 12])(probe.one('a[data-entry=mieux-phase-two]').getBoundingClientRect())",
        )
        .await?;
    tab.mouse("mouseMoved", place, json!({})).await?;
    tab.until(&format!("probe.visible({tip})")).await?;
    tab.press(Key::Escape).await?;
    tab.until(&format!("!probe.visible({tip})")).await
}

async fn overview_arrows_move_the_ends_of_the_window(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        let whole = window(tab).await?;
        tab.focus("[data-overview] [data-thumb='from']").await?;
        tab.press_often(Key::Right, 3).await?;
        tab.settle().await?;
        let later = window(tab).await?;
        assert!(later.0 > whole.0 && later.1 == whole.1, "{whole:?}, then {later:?}");
        tab.press(Key::Tab).await?;
        tab.press_often(Key::Left, 2).await?;
        tab.settle().await?;
        let narrower = window(tab).await?;
        assert!(narrower.0 == later.0 && narrower.1 < later.1, "{later:?}, then {narrower:?}");
        let now: Vec<i32> =
            tab.get("probe.all('[data-overview] [role=slider]').map(thumb => +thumb.ariaValueNow)").await?;
        assert!(matches!(now[..], [from, to] if from > 0 && to < 1000 && from < to), "{now:?}");
        let texts: usize = tab.get("probe.all('[data-overview] [aria-valuetext]').length").await?;
        assert_eq!(texts, 2);
        tab.press(Key::End).await?;
        tab.settle().await?;
        assert_eq!(window(tab).await?.1, whole.1);
        tab.press_with(Key::Shift, Key::Tab, 1).await?;
        tab.press(Key::Home).await?;
        tab.settle().await?;
        assert_eq!(window(tab).await?, whole, "{size:?}");
    }
    Ok(())
}

async fn cluster_enter_opens_a_cluster(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    at_the_frieze(tab, &site).await?;
    let before = window(tab).await?;
    tab.focus("[data-cluster]").await?;
    let count: usize = tab.get("+document.activeElement.dataset.cluster").await?;
    let lane = focused(tab).await?.0;
    assert!(count >= 2);
    tab.press(Key::Enter).await?;
    tab.until(
        "probe.one('[data-panel=cluster]').matches(':popover-open') || probe.one('[data-frieze]').dataset.from !== ''",
    )
    .await?;
    tab.settle().await?;
    if tab.get("probe.one('[data-panel=cluster]').matches(':popover-open')").await? {
        assert_eq!(tab.get::<usize>("probe.all('[data-panel=cluster] li a').length").await?, count);
    } else {
        assert_ne!(window(tab).await?, before, "it opens by zooming");
        assert_eq!(focused(tab).await?.0, lane, "focus stays in the lane");
    }
    Ok(())
}

async fn a_list_of_a_cluster_leads_to_its_articles(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // The questions of one day share their date.
    at_the_frieze(tab, &site).await?;
    let open = "probe.one('[data-panel=cluster]').matches(':popover-open')";
    for _ in 0..12 {
        tab.run(
            "const of = [...probe.all('[data-cluster]')].sort((a, b) => b.dataset.cluster - a.dataset.cluster)
                .find(cluster => cluster.closest('[role=group]') === probe.all('[data-frieze] [role=group]').pop());
            of?.focus();",
        )
        .await?;
        if tab.get("document.activeElement.matches('[data-cluster]')").await? {
            tab.press(Key::Enter).await?;
            tab.settle().await?;
        }
        if tab.get(open).await? {
            break;
        }
    }
    assert!(tab.get::<bool>(open).await?, "no cluster opens as a list");
    let (count, heading): (usize, String) = tab
        .get("[probe.all('[data-panel=cluster] li a').length, probe.one('[data-panel=cluster] h2').innerText]")
        .await?;
    assert!(count >= 2 && heading.contains(&count.to_string()), "{count} in “{heading}”");
    assert!(
        tab.get::<bool>("document.activeElement.matches('[data-panel=cluster] a')").await?,
        "focus goes into the list"
    );
    tab.press(Key::Escape).await?;
    tab.until(&format!("!{open}")).await?;
    tab.until("document.activeElement.matches('[data-cluster]')").await?;
    tab.press(Key::Enter).await?;
    tab.until(open).await?;
    tab.until("document.activeElement.matches('[data-panel=cluster] a')").await?;
    let id: String = tab.get("document.activeElement.hash.slice(1)").await?;
    tab.press(Key::Enter).await?;
    is_read(tab, &id).await?;
    assert!(!tab.get::<bool>(open).await?, "the list stays open");
    Ok(())
}
