//! When things break: the text stays, with one calm line that says what does not work.

use e2e::{Extra, Outcome, Site, Tab, settings, tests};
use serde_json::json;

use super::presenter::present;
use super::room::{self, FIELDS};
use super::without::fails_calmly;

tests![
    a_browser_without_webassembly_shows_the_text_and_the_line,
    a_policy_that_forbids_webassembly_shows_the_text_and_the_line,
    a_program_that_comes_in_part_shows_the_text_and_the_line,
    a_program_that_does_not_fit_shows_the_text_and_the_line,
    glue_that_does_not_come_or_is_wrong_shows_the_text_and_the_line,
    a_loader_that_does_not_come_or_is_wrong_shows_the_text_and_the_line,
    a_page_without_its_looks_still_reads_and_works,
    a_panic_shows_the_line_and_leaves_the_notes,
    a_panic_of_the_tools_leaves_what_was_written,
    a_panic_while_presenting_gives_the_page_back,
];

fn program() -> String {
    settings::built("frise-", "_bg.wasm")
}

fn glue() -> String {
    settings::built("frise-", ".js")
}

async fn a_browser_without_webassembly_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    let old = |page: String| page.replacen("<script", "<script src=\"../old.js\"></script><script", 1);
    fails_calmly(tab, || Site::amended(old, vec![Extra::file("old.js", "delete window.WebAssembly;")])).await
}

async fn a_policy_that_forbids_webassembly_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    fails_calmly(tab, || Site::unguarded(|page| page.replacen(" 'wasm-unsafe-eval'", "", 1))).await
}

async fn a_program_that_comes_in_part_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    let whole = std::fs::read(settings::dist().join(program()))?;
    let part = || Extra::file(&program(), &whole[..whole.len() / 2]);
    fails_calmly(tab, || Site::with_files(vec![part()])).await?;
    // The connection ends before the host has sent what it said.
    fails_calmly(tab, || Site::with_files(vec![part().claiming(whole.len())])).await
}

async fn a_program_that_does_not_fit_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    // Good WebAssembly without anything in it.
    fails_calmly(tab, || Site::with_files(vec![Extra::file(&program(), *b"\0asm\x01\0\0\0")])).await?;
    // With a section that no browser knows yet.
    fails_calmly(tab, || Site::with_files(vec![Extra::file(&program(), *b"\0asm\x01\0\0\0\x7f\x01\0")])).await
}

async fn glue_that_does_not_come_or_is_wrong_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    for extra in [
        Extra::file(&glue(), "").with_status(404),
        Extra::file(&glue(), "export default ("),
        Extra::file(&glue(), "throw 1;"),
    ] {
        fails_calmly(tab, || Site::with_files(vec![extra.clone()])).await?;
    }
    Ok(())
}

async fn a_loader_that_does_not_come_or_is_wrong_shows_the_text_and_the_line(tab: &Tab) -> Outcome {
    let loader = settings::built("loader-", ".js");
    fails_calmly(tab, || Site::with_files(vec![Extra::file(&loader, "").with_status(404)])).await?;
    // As an old browser reads it, which knows no `import()`.
    let loose = |page: String| {
        let (before, after) = page.split_once("<script integrity=").unwrap_or_default();
        format!("{before}<script {}", after.split_once(' ').unwrap_or_default().1)
    };
    let source = std::fs::read_to_string(settings::dist().join(&loader))?;
    let old = source.replacen("import(", "import (.", 1);
    assert_ne!(old, source);
    fails_calmly(tab, || Site::amended(loose, vec![Extra::file(&loader, old.as_str())])).await
}

async fn a_page_without_its_looks_still_reads_and_works(tab: &Tab) -> Outcome {
    let sheet = settings::built("style-", ".css");
    let site = Site::with_files(vec![Extra::file(&sheet, "").with_status(404)])?;
    tab.open(&site, "fr/").await?;
    let articles: usize = tab.get("probe.all('article[data-lane]').filter(probe.visible).length").await?;
    assert!(articles > 60, "{articles}");
    tab.type_into("[data-search]", "maroc").await?;
    tab.until("location.search === '?q=maroc'").await
}

/// Breaks the program that is the next to ask for an element, as nothing should: the document makes none, once.
const BREAK: &str = "const whole = [];
    for (const maker of [Document, Node, Element, DocumentFragment]) {
        for (const name of ['createElement', 'createElementNS', 'createTextNode', 'createComment', 'cloneNode', 'importNode']) {
            if (!Object.hasOwn(maker.prototype, name)) continue;
            const make = maker.prototype[name];
            whole.push(() => { maker.prototype[name] = make; });
            maker.prototype[name] = () => { whole.forEach(mend => mend()); throw new Error('broken by a test'); };
        }
    }
    window.failures = [];
    addEventListener('error', event => failures.push(String(event.error)));
    addEventListener('unhandledrejection', event => failures.push(String(event.reason)));";

async fn a_panic_shows_the_line_and_leaves_the_notes(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    room::open(tab, &site, "fr/").await?;
    room::write(tab, FIELDS, "written before").await?;
    room::keeps_text(tab, "written before").await?;
    // The tools have all their elements.
    tab.until("probe.one('[data-synthesis] li')").await?;
    assert!(!tab.get::<bool>("probe.visible(probe.one('[data-failed]'))").await?);
    tab.run(BREAK).await?;
    // Finer marks have to be made.
    for _ in 0..6 {
        tab.run("probe.one(\"[data-zoom='in']\").click()").await?;
        tab.settle().await?;
    }
    tab.until("failures.some(failure => failure.includes('RuntimeError'))").await?;
    tab.until("probe.visible(probe.one('[data-failed]'))").await?;
    // Said once, however often it breaks.
    tab.run(
        "window.said = 0; new MutationObserver(() => said += 1).observe(probe.one('[data-failed]'), { childList: true })",
    )
    .await?;
    tab.run("probe.one(\"[data-zoom='in']\").click(); await new Promise(done => setTimeout(done, 300))").await?;
    assert!(tab.get::<u32>("said").await? <= 1);
    let (articles, tools): (usize, usize) = tab
        .get("[probe.all('article[data-lane]').filter(probe.visible).length, probe.all('[data-zoom]').filter(probe.visible).length]")
        .await?;
    assert!(articles > 60 && tools == 0, "{articles} articles, {tools} tools");
    // The notes are another program's, which goes on.
    room::write(tab, FIELDS, ", and after").await?;
    room::keeps_text(tab, "written before, and after").await?;
    tab.log().await?;
    room::reload(tab).await?;
    room::hold(tab, &["written before, and after"]).await
}

async fn a_panic_of_the_tools_leaves_what_was_written(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    room::open(tab, &site, "en/").await?;
    room::write(tab, FIELDS, "kept before").await?;
    room::keeps_text(tab, "kept before").await?;
    tab.until("probe.one('[data-synthesis] li')").await?;
    room::write(tab, FIELDS, ", and this").await?;
    tab.run(BREAK).await?;
    tab.click("[data-note-add]").await?;
    tab.until("document.documentElement.dataset.room === 'stopped'").await?;
    let (text, is_fixed, said): (String, bool, String) = tab
        .call(
            "selector => (field => [field.value, field.readOnly, field.closest('.notes').querySelector('[data-kept]').innerText])
                (document.querySelector(selector))",
            json!([FIELDS]),
        )
        .await?;
    assert!(text.starts_with("kept before") && is_fixed, "{text}");
    assert!(said.contains("reload the page"), "{said}");
    assert!(tab.get::<bool>("probe.visible(probe.one('.room-failed'))").await?);
    let enabled: Vec<String> =
        tab.get("probe.all('.needs-room :enabled, #_room :enabled').filter(probe.visible).map(probe.name)").await?;
    assert!(
        enabled.len() >= 3 && enabled.iter().all(|name| name.contains("-note") || name.contains("-label")),
        "{enabled:#?}"
    );
    // The page's own program goes on.
    assert!(!tab.get::<bool>("probe.visible(probe.one('[data-failed]'))").await?);
    tab.type_into("[data-search]", "maroc").await?;
    tab.until("location.search.includes('maroc')").await?;
    tab.log().await?;
    room::reload(tab).await?;
    let kept: Vec<String> = tab.get("probe.all('textarea[data-note]').map(field => field.value)").await?;
    assert!(kept[0].starts_with("kept before"), "{kept:?}");
    Ok(())
}

async fn a_panic_while_presenting_gives_the_page_back(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    present(tab, &site, "fr/", 0).await?;
    tab.run(BREAK).await?;
    room::paste(tab, FIELDS, "written elsewhere").await?;
    tab.until("document.documentElement.dataset.room === 'stopped'").await?;
    let left: usize = tab.get("probe.all('[data-presenter-view], [inert], [data-presenting]').length").await?;
    assert_eq!(left, 0);
    // Keys and clicks are the page's again, and the title; nothing is said twice.
    tab.run(
        "window.said = 0; new MutationObserver(() => said += 1).observe(probe.one('[data-live]'), { childList: true })",
    )
    .await?;
    tab.type_into("[data-search]", "depst").await?;
    assert_eq!(tab.get::<String>("probe.one('[data-search]').value").await?, "depst");
    room::paste(tab, FIELDS, "and more").await?;
    tab.run("probe.one('[data-presenter]').click()").await?;
    tab.settle().await?;
    assert_eq!(tab.get::<usize>("probe.all('[data-presenter-view]').length").await?, 0);
    let title: String = tab.get("document.title").await?;
    assert!(title.starts_with("Dix ans"), "{title}");
    assert!(tab.get::<u32>("said").await? <= 1, "what the search says");
    tab.log().await.map(|_| ())
}
