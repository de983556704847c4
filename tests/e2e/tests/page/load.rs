//! The page comes, comes alive, and stays what it was.

use e2e::{NARROW, Outcome, Site, Tab, WIDE, Wasm, tests};
use serde_json::json;

tests![
    part;
    the_page_becomes_ready_without_a_complaint_or_a_foreign_request,
    it_works_below_any_path,
    hydration_leaves_the_text_as_it_was,
    nothing_shifts_while_it_loads: but(Firefox, "it does not count layout shifts") but(WebKit, "it does not count layout shifts"),
];

async fn the_page_becomes_ready_without_a_complaint_or_a_foreign_request(tab: &Tab) -> Outcome {
    for page in ["", "fr/", "en/"] {
        let site = Site::open()?;
        tab.open(&site, page).await?;
        let log = tab.log().await?;
        assert!(log.iter().all(|(level, _)| level != "SEVERE" && level != "WARNING"), "{page}: {log:#?}");
        let foreign: Vec<String> = tab
            .call(
                "origin => performance.getEntries().map(entry => entry.name)
                    .filter(name => /^[a-z]+:/.test(name) && !name.startsWith(origin + '/'))",
                json!([site.origin()]),
            )
            .await?;
        assert!(foreign.is_empty(), "{page}: {foreign:#?}");
        let requests = site.requests();
        assert!(requests.iter().all(|request| request.status == 200), "{page}: {requests:#?}");
        let wasm = requests.iter().filter(|request| request.path.ends_with(".wasm")).count();
        assert_eq!(wasm, 1, "{page}: {requests:#?}");
    }
    Ok(())
}

async fn it_works_below_any_path(tab: &Tab) -> Outcome {
    for page in ["", "en/"] {
        let site = Site::with("/some/where/", Wasm::Served)?;
        tab.open(&site, page).await?;
        let requests = site.requests();
        assert!(requests.iter().all(|request| request.status == 200), "{page}: {requests:#?}");
        let other = if page == "en/" { "fr" } else { "en" };
        tab.click(&format!("[data-lang-link='{other}']")).await?;
        tab.until_is("document.documentElement.lang", other.to_owned()).await?;
        tab.ready().await?;
        let path: String = tab.get("location.pathname").await?;
        assert_eq!(path, format!("/some/where/{other}/"));
    }
    Ok(())
}

/// A window in which the frieze is in view from the start.
const TALL: (u32, u32) = (1280, 1600);
/// Parts of the page, and how many there are at least.
const TEXT: (&str, u32) = ("article, header, .overture, .method, article li", 300);
const MARKS: (&str, u32) = ("[data-frieze] [role=group], a[data-entry], [data-cluster]", 30);

async fn hydration_leaves_the_text_as_it_was(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // Marks that are in view at the start stay, too; rows that nobody sees yet may follow the real width.
    for (page, size, parts) in [("fr/", WIDE, TEXT), ("en/", NARROW, TEXT), ("fr/", TALL, MARKS), ("en/", TALL, MARKS)]
    {
        tab.size(size).await?;
        tab.open(&site, page).await?;
        tab.settle().await?;
        let changed: Vec<String> = tab
            .call(
                "async (selector, least) => {
                    const before = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
                    // Of the pictures in the file one stays.
                    const { id } = probe.one('[data-frieze]');
                    probe.all('[data-frieze]', before).filter(frieze => frieze.id !== id).forEach(frieze => frieze.remove());
                    const parts = root => probe.all(selector, root);
                    const [old, now] = [parts(before), parts(document)];
                    if (old.length !== now.length || old.length < least) return [`${old.length} parts became ${now.length}`];
                    return old.map((part, at) => [part.textContent, now[at].textContent])
                        .filter(([was, is]) => was !== is).map(([was, is]) => `${was} … became … ${is}`);
                }",
                json!(parts),
            )
            .await?;
        assert!(changed.is_empty(), "{page}: {changed:#?}");
        let text: String = tab.get("probe.one('#mieux-created').innerText").await?;
        assert!(text.contains("MIEUX"), "{text}");
    }
    Ok(())
}

async fn nothing_shifts_while_it_loads(tab: &Tab) -> Outcome {
    for size in [WIDE, NARROW, TALL] {
        let site = Site::open()?;
        tab.size(size).await?;
        tab.open(&site, "fr/").await?;
        tab.settle().await?;
        let (sum, shifts): (f64, Vec<String>) = tab.get("[probe.shifts.sum, probe.shifts.list]").await?;
        assert!(sum <= 0.01, "{size:?}: {sum} in {shifts:#?}");
    }
    Ok(())
}
