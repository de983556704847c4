//! Without network: after one visit all of the page works, and a new version comes whole or not at all.

use std::fs;
use std::path::Path;
use std::time::Duration;

use e2e::{Engine, Failure, Outcome, Scratch, Site, Tab, settings, tests};
use serde_json::json;

use super::finding::count;
use super::pdf::{bare, pages, print};
use super::presenter::{QUESTIONS, present};
use super::room::{self, FIELDS};

tests![
    part;
    after_one_visit_all_of_it_works_without_network,
    the_tools_come_without_network_in_the_first_visit_too,
    a_new_version_shows_at_the_next_load: but(WebKit, MAY_NOT_BEGIN),
    an_open_page_keeps_the_files_of_its_version: but(WebKit, MAY_NOT_BEGIN),
    an_update_that_fails_leaves_the_version_before: but(WebKit, MAY_NOT_BEGIN),
    an_update_that_failed_is_tried_again: but(WebKit, MAY_NOT_BEGIN),
    another_timeline_is_never_kept_and_without_network_the_page_shows_its_own,
    a_host_without_the_script_is_rid_of_it,
];

/// In WebKit, of updates.
const MAY_NOT_BEGIN: &str =
    "not settled: a worker that comes while its page is left may never begin, one run in twenty-six";
const READY: &str = "document.documentElement.dataset.offline === 'ready'";
/// A version is some megabytes, and the machine may be slow.
const PATIENCE: Duration = Duration::from_secs(60);
const LINE: &str = "probe.all('.offline').filter(probe.visible).map(line => line.textContent).join()";
/// Paths of all that is kept.
const KEPT: &str = "(await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys())
    .map(request => new URL(request.url).pathname)))).flat()";

async fn after_one_visit_all_of_it_works_without_network(tab: &Tab) -> Outcome {
    match works_without_network(tab).await {
        // Seen once in some fifty runs, on a busy machine, and not found out: a page that did not become ready. What it
        // waited for is in the failure.
        Err(failure) if tab.engine() == Engine::WebKit => {
            eprintln!("once more, since {failure:?}");
            works_without_network(tab).await
        }
        outcome => outcome,
    }
}

async fn works_without_network(tab: &Tab) -> Outcome {
    let site = Site::offline(settings::dist(), "/")?;
    tab.open(&site, "fr/").await?;
    // Asked at once: it may be ready by now.
    let is_early = format!("probe.one('.offline').hasAttribute('role') && !({READY})");
    assert!(!tab.get::<bool>(&is_early).await?, "it is said before it is true");
    tab.until(READY).await?;
    tab.until("probe.one('.offline').getAttribute('role') === 'status'").await?;
    let line: String = tab.get(LINE).await?;
    assert!(line.contains("hors connexion"), "{line}");
    let requests = site.requests();
    let script = requests.iter().position(|request| request.path == "/offline.js").unwrap_or_default();
    let is_program = |path: &str| path.starts_with("/frise-") && path.ends_with(".wasm");
    let program = requests.iter().position(|request| is_program(&request.path)).unwrap_or(usize::MAX);
    assert!(program < script, "the page comes first: {requests:#?}");
    let own = requests.iter().rposition(|request| request.path == "/fr/").unwrap_or_default();
    let other = requests.iter().position(|request| request.path == "/en/").unwrap_or_default();
    assert!(own < other, "its language is kept first: {requests:#?}");
    assert!(requests.iter().all(|request| request.status == 200), "{requests:#?}");

    site.cut();
    tab.reload().await?;
    tab.until(READY).await?;
    assert_eq!(tab.get::<String>("probe.one('.offline').getAttribute('role') ?? ''").await?, "", "said once");
    let all = count(tab).await?;
    tab.type_into("[data-search]", "maroc").await?;
    tab.until("location.search === '?q=maroc'").await?;
    let found = count(tab).await?;
    assert!(found > 0 && found < all, "{found} of {all}");
    tab.reload().await?;
    assert_eq!(count(tab).await?, found, "an address with a query");
    tab.click("[data-lang-link='en']").await?;
    tab.until_is("document.documentElement.lang", "en".to_owned()).await?;
    tab.ready().await?;
    tab.until(READY).await?;
    let line: String = tab.get(LINE).await?;
    assert!(line.contains("Ready to use offline"), "{line}");

    // The list of sources, in both languages.
    tab.click("#sources h3 a").await?;
    tab.until("probe.all('li[id^=source-]').length > 100").await?;
    tab.click("[data-lang-link='fr']").await?;
    tab.until_is("location.pathname", "/fr/sources/".to_owned()).await?;
    tab.until("probe.all('li[id^=source-]').length > 100").await?;

    room::open(tab, &site, "en/").await?;
    room::write(tab, FIELDS, "noted without network").await?;
    room::keeps_text(tab, "noted without network").await?;
    room::reload(tab).await?;
    room::hold(tab, &["noted without network"]).await?;
    // WebKit's driver does not print.
    if tab.engine() != Engine::WebKit {
        let text = bare(&pages(print(tab).await?, &[])?.concat());
        assert!(
            text.contains(&bare("noted without network")),
            "the note is on paper: {}",
            text.find("noted").map_or("", |at| &text[at.saturating_sub(60)..]).chars().take(200).collect::<String>()
        );
        assert!(!text.contains(&bare(&line)), "the line is not");
    }
    present(tab, &site, "fr/", 1).await?;
    tab.open(&site, &format!("?present=1#{}", QUESTIONS[2])).await?;
    tab.until("probe.one('[data-presenter-view] h2')").await?;
    // Where a host would lead on.
    tab.open(&site, "en?q=moldova").await?;
    assert_eq!(tab.get::<String>("location.pathname + location.search").await?, "/en/?q=moldova");
    tab.open(&site, "fr/index.html").await?;
    tab.forget(&site).await
}

async fn the_tools_come_without_network_in_the_first_visit_too(tab: &Tab) -> Outcome {
    let site = Site::offline(settings::dist(), "/some/where/")?;
    tab.open(&site, "en/").await?;
    tab.until(READY).await?;
    tab.until("navigator.serviceWorker.controller").await?;
    site.cut();
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    room::ready(tab).await?;
    tab.forget(&site).await
}

/// A copy of the pages that a test may change.
fn copied() -> Outcome<Scratch> {
    let scratch = Scratch::new()?;
    copy(&settings::dist(), scratch.path())?;
    Ok(scratch)
}

/// A site whose pages a test may change, visited once.
async fn visited(tab: &Tab, prefix: &str) -> Outcome<(Scratch, Site)> {
    let folder = copied()?;
    let site = Site::offline(folder.path().to_owned(), prefix)?;
    tab.open(&site, "fr/").await?;
    tab.until(READY).await?;
    Ok((folder, site))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, to) = (entry?.path(), to.to_owned());
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &to)?;
        } else if path.extension().is_none_or(|kind| kind != "br" && kind != "gz") {
            fs::copy(&path, to)?;
        }
    }
    Ok(())
}

/// Publishes another version in the folder: another title on every page.
fn publish(folder: &Path, version: &str) -> Outcome {
    for page in ["index.html", "fr/index.html", "en/index.html"] {
        change(&folder.join(page), |text| text.replace("</title>", &format!(" {version}</title>")))?;
    }
    change(&folder.join("offline.js"), |script| script.replacen("VERSION=`", &format!("VERSION=`{version}"), 1))
}

fn change(file: &Path, how: impl Fn(String) -> String) -> Outcome {
    let old = fs::read_to_string(file)?;
    let new = how(old.clone());
    if old == new {
        return Err(Failure::new(format!("{} is as it was", file.display())));
    }
    Ok(fs::write(file, new)?)
}

async fn title(tab: &Tab) -> Outcome<String> {
    tab.get("document.title").await
}

/// Waits until a version is whole and the browser's own.
async fn taken(tab: &Tab, version: &str) -> Outcome {
    let find = format!("(await caches.keys()).find(name => name.includes(' {version}'))");
    tab.until_within(
        PATIENCE,
        &format!("await (cacheName => cacheName && caches.match('/some/where/whole', {{ cacheName }}))({find})"),
    )
    .await?;
    tab.until_within(
        PATIENCE,
        "(worker => !worker.installing && !worker.waiting && worker.active.state === 'activated')
            (await navigator.serviceWorker.getRegistration())",
    )
    .await
}

async fn a_new_version_shows_at_the_next_load(tab: &Tab) -> Outcome {
    let (folder, site) = visited(tab, "/some/where/").await?;
    for version in ["two", "three", "four"] {
        publish(folder.path(), version)?;
        // While it comes the page stays what it is: the version before, all of it.
        tab.reload().await?;
        assert!(!title(tab).await?.contains(version));
        taken(tab, version).await?;
        assert!(!title(tab).await?.contains(version), "not in the middle");
        tab.reload().await?;
        assert!(title(tab).await?.ends_with(version), "{}", title(tab).await?);
        let caches: usize = tab.get("(await caches.keys()).length").await?;
        assert_eq!(caches, 2, "this version, and the one before for pages that are open");
    }
    site.cut();
    tab.open(&site, "en/").await?;
    assert!(title(tab).await?.ends_with("four"), "{}", title(tab).await?);
    tab.forget(&site).await
}

async fn an_open_page_keeps_the_files_of_its_version(tab: &Tab) -> Outcome {
    let (folder, site) = visited(tab, "/some/where/").await?;
    publish(folder.path(), "two")?;
    // The tools' files are others, under other names; those of before are gone.
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.path())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("room") {
            let new = name.replacen('-', "-0", 1);
            let new = new.split_once('.').map(|(stem, kind)| format!("{}.{kind}", cut_one(stem))).unwrap_or_default();
            fs::rename(folder.path().join(&name), folder.path().join(&new))?;
            names.push((name, new));
        }
    }
    assert_eq!(names.len(), 3, "{names:?}");
    for file in ["index.html", "fr/index.html", "en/index.html", "offline.js"] {
        change(&folder.path().join(file), |text| {
            names.iter().fold(text, |text, (old, new)| text.replace(old.as_str(), new))
        })?;
    }
    tab.run("(await navigator.serviceWorker.getRegistration()).update()").await?;
    taken(tab, "two").await?;
    site.cut();
    tab.run("probe.one('#conversation').scrollIntoView()").await?;
    room::ready(tab).await?;
    assert!(!title(tab).await?.contains("two"));
    tab.forget(&site).await
}

/// Without its last sign.
fn cut_one(text: &str) -> &str {
    text.split_at(text.len().saturating_sub(1)).0
}

async fn an_update_that_fails_leaves_the_version_before(tab: &Tab) -> Outcome {
    let (folder, site) = visited(tab, "/some/where/").await?;
    publish(folder.path(), "two")?;
    let (page, away) = (folder.path().join("en/index.html"), folder.path().join("en/away.html"));
    fs::rename(&page, &away)?;
    for _ in 0..2 {
        let before = site.requests().len();
        tab.reload().await?;
        while !site.requests()[before..].iter().any(|request| request.status == 404) {
            tab.settle().await?;
        }
        tab.until("!(await navigator.serviceWorker.getRegistration()).installing").await?;
        assert!(!title(tab).await?.contains("two"));
        tab.until(READY).await?;
    }
    tab.open(&site, "en/").await?;
    assert!(!title(tab).await?.contains("two"), "the page that is missing is the one before");

    site.cut();
    for page in ["fr/", "en/"] {
        tab.open(&site, page).await?;
        assert!(!title(tab).await?.contains("two"), "{page}");
    }
    tab.forget(&site).await
}

async fn an_update_that_failed_is_tried_again(tab: &Tab) -> Outcome {
    let (folder, site) = visited(tab, "/some/where/").await?;
    publish(folder.path(), "two")?;
    // An upload that has come to the script before it came to this page.
    let page = folder.path().join("en/index.html");
    let whole = fs::read_to_string(&page)?;
    fs::write(&page, whole.replace("loader-", "loader-0"))?;
    tab.reload().await?;
    // It has been looked at, and the worker that looked is gone.
    let asked = || site.requests().iter().filter(|request| request.path.ends_with("/en/")).count();
    let start = std::time::Instant::now();
    while asked() < 2 && start.elapsed() < PATIENCE {
        tab.settle().await?;
    }
    assert_eq!(asked(), 2, "once for each version");
    tab.until_within(PATIENCE, "!(await navigator.serviceWorker.getRegistration()).installing").await?;
    tab.reload().await?;
    assert!(!title(tab).await?.contains("two"));
    tab.until_within(PATIENCE, "!(await navigator.serviceWorker.getRegistration()).installing").await?;

    fs::write(&page, whole)?;
    tab.reload().await?;
    taken(tab, "two").await?;
    // A browser may answer one load more from the worker before.
    for _ in 0..10 {
        tab.reload().await?;
        if title(tab).await?.ends_with("two") {
            break;
        }
    }
    site.cut();
    for page in ["fr/", "en/"] {
        tab.open(&site, page).await?;
        assert!(title(tab).await?.ends_with("two"), "{page}: {}", title(tab).await?);
    }
    tab.forget(&site).await
}

async fn another_timeline_is_never_kept_and_without_network_the_page_shows_its_own(tab: &Tab) -> Outcome {
    let folder = copied()?;
    fs::write(folder.path().join("minute.json"), include_str!("../../fixtures/minute.json"))?;
    let site = Site::offline(folder.path().to_owned(), "/")?;
    tab.open(&site, "fr/").await?;
    tab.until(READY).await?;
    let kept: Vec<String> = tab.get(KEPT).await?;
    assert!(!kept.iter().any(|path| path.starts_with("/other")), "its program is kept once it was used: {kept:#?}");
    tab.open(&site, "fr/?timeline=../minute.json").await?;
    tab.until("probe.one('[data-frieze]').dataset.timeline?.includes('minute')").await?;
    let kept: Vec<String> = tab.get(KEPT).await?;
    assert!(!kept.iter().any(|path| path.contains("minute")), "{kept:#?}");
    assert_eq!(kept.iter().filter(|path| path.starts_with("/other")).count(), 2, "{kept:#?}");
    site.cut();
    tab.reload().await?;
    tab.until("probe.one('[data-problem]')").await?;
    let articles: usize = tab.get("probe.all('article[data-lane]').length").await?;
    assert!(articles > 60, "{articles}");
    tab.forget(&site).await
}

async fn a_host_without_the_script_is_rid_of_it(tab: &Tab) -> Outcome {
    let (folder, site) = visited(tab, "/").await?;
    publish(folder.path(), "two")?;
    fs::remove_file(folder.path().join("offline.js"))?;
    tab.reload().await?;
    tab.until("!(await navigator.serviceWorker.getRegistrations()).length && !(await caches.keys()).length").await?;
    tab.reload().await?;
    assert!(title(tab).await?.ends_with("two"), "{}", title(tab).await?);
    let is_shown: bool = tab.call("() => probe.visible(probe.one('.offline'))", json!([])).await?;
    assert!(!is_shown, "it is not ready any more, and does not say so");
    tab.forget(&site).await
}
