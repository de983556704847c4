//! Without script, without WebAssembly, and before it runs.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, Wasm, tests};
use serde_json::json;

tests![
    part;
    without_script_the_page_reads_and_its_links_lead_somewhere: but(WebKit, "its driver cannot keep scripts from running"),
    without_the_wasm_the_text_stays_and_one_line_says_so,
    a_broken_wasm_is_no_worse,
    until_the_script_runs_tools_stand_disabled_in_their_place,
    what_is_typed_before_the_script_runs_is_kept_and_filters,
    without_script_the_search_form_keeps_what_was_typed_in_the_address,
];

/// For pages in which no script runs: the driver's own do, the probe is not there.
const VISIBLE: &str =
    "selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility()).length";

/// Whatever needs the script.
const TOOLS: [&str; 15] = [
    "[data-search]",
    "[data-theme-set]",
    "[data-print]",
    "[data-lane-filter]",
    "[data-region-filter]",
    "[data-disputed-filter]",
    "[data-period]",
    "[data-clear]",
    "[data-zoom]",
    "[data-fold]",
    "[data-copy]",
    "[data-note]",
    "[data-presenter]",
    "[role=slider]",
    "[data-cluster]:enabled",
];

async fn visible(tab: &Tab, selector: &str) -> Outcome<usize> {
    tab.call(VISIBLE, json!([selector])).await
}

/// All the text is there, and no tool that would do nothing.
pub async fn is_text_alone(tab: &Tab, what: &str) -> Outcome {
    let articles = visible(tab, "article[data-lane]").await?;
    assert!(articles > 60, "{what}: {articles} articles");
    assert_eq!(visible(tab, "article[data-question]").await?, 3, "{what}");
    let mut idle = Vec::new();
    for tool in TOOLS {
        if visible(tab, tool).await? > 0 {
            idle.push(tool);
        }
    }
    assert!(idle.is_empty(), "{what}: in view, and they do nothing: {idle:?}");
    assert!(visible(tab, "[data-overview]").await? == 1, "{what}: no overview");
    Ok(())
}

async fn without_script_the_page_reads_and_its_links_lead_somewhere(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.scripts(false).await?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        tab.open_bare(&site, "fr/").await?;
        assert!(!site.requests().iter().any(|request| request.path.ends_with(".wasm")), "a script has run");
        is_text_alone(tab, &format!("{size:?}")).await?;
        assert_eq!(visible(tab, "[data-failed]").await?, 1, "no line says so");
        let links = visible(tab, "a[data-entry]").await?;
        if size == NARROW {
            assert_eq!((links, visible(tab, "[data-frieze]").await?), (0, 0), "only the overview is shown");
            continue;
        }
        assert!(links > 20, "{links} links on the frieze");
        assert_eq!(visible(tab, "[data-frieze] [tabindex]:is(a, button)").await?, 0, "links are plain links");
        // The picture for this width: the others are not shown.
        tab.click("#_frieze-2 a[data-entry='mieux-phase-two']").await?;
        let found: (String, f64, f64, bool) = tab
            .call(
                "() => {
                    const heading = document.querySelector('#_title-mieux-phase-two');
                    const { left, top, height } = heading.getBoundingClientRect();
                    const sticky = document.querySelector('.frieze').getBoundingClientRect().bottom;
                    const hit = document.elementFromPoint(left + 4, top + height / 2);
                    return [location.hash, top, sticky, heading.contains(hit)];
                }",
                json!([]),
            )
            .await?;
        assert_eq!(found.0, "#mieux-phase-two");
        assert!(
            found.3 && found.1 >= found.2,
            "the heading is covered: it begins at {}, what sticks ends at {}",
            found.1,
            found.2
        );
    }
    Ok(())
}

/// On such a site the text is there and one line that says what does not work.
pub async fn fails_calmly(tab: &Tab, open: impl Fn() -> std::io::Result<Site>) -> Outcome {
    for (page, size) in [("fr/", WIDE), ("en/", NARROW)] {
        let site = open()?;
        tab.size(size).await?;
        tab.open_bare(&site, page).await?;
        tab.until("probe.visible(probe.one('[data-failed]'))").await?;
        tab.settle().await?;
        is_text_alone(tab, page).await?;
        let (lines, ready): (usize, bool) =
            tab.get("[probe.all('[data-failed]').length, document.documentElement.hasAttribute('data-ready')]").await?;
        assert_eq!((lines, ready), (1, false));
        let line: String = tab.get("probe.one('[data-failed]').innerText.trim()").await?;
        assert!(line.len() > 20 && !line.to_lowercase().contains("wasm"), "{line}");
    }
    Ok(())
}

async fn without_the_wasm_the_text_stays_and_one_line_says_so(tab: &Tab) -> Outcome {
    fails_calmly(tab, || Site::with("/", Wasm::Missing)).await
}

async fn a_broken_wasm_is_no_worse(tab: &Tab) -> Outcome {
    fails_calmly(tab, || Site::with("/", Wasm::Broken)).await
}

async fn until_the_script_runs_tools_stand_disabled_in_their_place(tab: &Tab) -> Outcome {
    let site = Site::with("/", Wasm::Held)?;
    tab.open_bare(&site, "fr/").await?;
    let boxes = "probe.all('.masthead *, .tools *').filter(probe.visible)
        .map(part => (box => [part.localName, box.x, box.y, box.width, box.height].join())(part.getBoundingClientRect()))";
    let before: Vec<String> = tab.get(boxes).await?;
    let enabled: Vec<String> = tab
        .get("probe.all('button, [data-period]').filter(probe.visible).filter(tool => !tool.disabled).map(probe.name)")
        .await?;
    assert!(enabled.is_empty(), "they do nothing yet: {enabled:#?}");
    assert!(tab.get::<usize>("probe.all('button:disabled').filter(probe.visible).length").await? > 80);
    site.release();
    tab.ready().await?;
    tab.settle().await?;
    assert_eq!(tab.get::<Vec<String>>(boxes).await?, before, "something has moved");
    // Those of the conversation wait for a reader to come near.
    let disabled: Vec<String> =
        tab.get("probe.all('button:disabled:not(.needs-room *)').filter(probe.visible).map(probe.name)").await?;
    assert!(disabled.iter().all(|tool| tool.contains("data-zoom")), "they stay disabled: {disabled:#?}");
    Ok(())
}

async fn what_is_typed_before_the_script_runs_is_kept_and_filters(tab: &Tab) -> Outcome {
    for (page, typed) in [("fr/", "sénégal"), ("en/?q=moldova", "ova")] {
        let site = Site::with("/", Wasm::Held)?;
        tab.open_bare(&site, page).await?;
        tab.type_into("[data-search]", typed).await?;
        let all: u32 = tab.get("+probe.one('[data-count]').dataset.count").await?;
        site.release();
        tab.ready().await?;
        assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, typed, "{page}");
        let count = super::finding::count(tab).await?;
        assert!(count < all, "{page}: {count} of {all} with “{typed}”");
        assert_eq!(tab.get::<String>("new URL(location).searchParams.get('q')").await?, typed, "{page}");
        assert!(tab.get::<bool>("document.activeElement.matches('[data-search]')").await?, "{page}: focus stays");
    }
    Ok(())
}

async fn without_script_the_search_form_keeps_what_was_typed_in_the_address(tab: &Tab) -> Outcome {
    let site = Site::with("/", Wasm::Held)?;
    tab.open_bare(&site, "fr/").await?;
    tab.type_into("[data-search]", "maroc").await?;
    tab.press(thirtyfour::Key::Enter).await?;
    tab.until("location.search === '?q=maroc'").await?;
    site.release();
    tab.ready().await?;
    tab.until_is("probe.one('[data-search]').value", "maroc".to_owned()).await?;
    let count = super::finding::count(tab).await?;
    assert!(count < 60, "{count} with “maroc”");
    Ok(())
}
