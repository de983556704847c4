//! What sources say, where they are cited; and the list of all sources, a page of its own.

use e2e::axe::{self, Extent};
use e2e::{Extra, NARROW, Outcome, Site, Tab, WIDE, Wasm, tests};
use serde_json::json;
use thirtyfour::Key;

use super::accessible::calm;
use super::choosing::is_read;

tests![
    part;
    what_a_source_says_opens_under_its_citation,
    an_address_of_a_source_leads_to_the_list,
    the_list_keeps_its_place_in_the_other_language_and_leads_back,
    without_script_sources_open_and_the_list_is_a_link_away: but(WebKit, "its driver keeps no script from running"),
    the_list_wears_the_readers_theme_and_asks_for_no_program,
    the_list_breaks_no_rule_at_any_width,
    where_the_list_is_on_the_page_an_unknown_source_is_named,
];

/// An entry with several sources.
const ENTRY: &str = "mieux-created";
/// What its first source says.
const SAYS: &str = "probe.one('#mieux-created .says')";
/// A source's place in the list, far down.
const SOURCE: &str = "probe.all('li[id^=source-]')[70].id";

/// Opens the list in a language.
async fn open_list(tab: &Tab, site: &Site, path: &str) -> Outcome {
    tab.open_bare(site, path).await?;
    tab.until("document.readyState === 'complete'").await
}

async fn what_a_source_says_opens_under_its_citation(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW, (320, 640)] {
        tab.size(size).await?;
        tab.open(&site, &format!("fr/#{ENTRY}")).await?;
        is_read(tab, ENTRY).await?;
        let text = format!("{SAYS}.querySelector('p')");
        assert!(!tab.get::<bool>(&format!("probe.visible({text})")).await?, "{size:?}: it is open");
        tab.run(&format!("{SAYS}.querySelector('summary').focus()")).await?;
        tab.press(Key::Enter).await?;
        tab.until(&format!("probe.visible({text})")).await?;
        tab.settle().await?;
        // Under its citation, in its own language, in view, and nothing has moved to another page or place.
        let (below, lang, uncovered): (bool, String, bool) = tab
            .get(&format!(
                "(([says, text]) => [text.getBoundingClientRect().top >= says.parentElement.querySelector('[data-source]')
                    .getBoundingClientRect().bottom, text.lang, probe.uncovered(text)])([{SAYS}, {text}])"
            ))
            .await?;
        assert!(below && uncovered, "{size:?}: below {below}, in view {uncovered}");
        assert_eq!(lang, "en");
        assert_eq!(tab.get::<String>("location.hash").await?, format!("#{ENTRY}"));
        // The next stop inside is the way to what else rests on the source.
        tab.press(Key::Tab).await?;
        let href: String = tab.get("document.activeElement.getAttribute('href') ?? ''").await?;
        assert!(href.starts_with("../fr/sources/#source-"), "{size:?}: {href}");
        tab.run(&format!("{SAYS}.querySelector('summary').focus()")).await?;
        tab.press(Key::Enter).await?;
        tab.until(&format!("!probe.visible({text})")).await?;
    }
    Ok(())
}

async fn an_address_of_a_source_leads_to_the_list(tab: &Tab) -> Outcome {
    let site = Site::with("/some/where/", Wasm::Served)?;
    open_list(tab, &site, "en/sources/").await?;
    let source: String = tab.get(SOURCE).await?;
    for size in [WIDE, NARROW] {
        tab.size(size).await?;
        for (page, lang) in [("", "fr"), ("fr/", "fr"), ("en/?q=moldova", "en")] {
            tab.open_bare(&site, &format!("{page}#{source}")).await?;
            arrives(tab, lang, &source).await?;
            // It has taken the place of the address that named it.
            tab.back().await?;
            tab.until_is("location.href", "about:blank".to_owned()).await?;
        }
        tab.open(&site, &format!("en/#{ENTRY}")).await?;
        tab.run(&format!("location.hash = '{source}'")).await?;
        arrives(tab, "en", &source).await?;
    }
    Ok(())
}

/// The list has come, and the source is in view with focus on it.
async fn arrives(tab: &Tab, lang: &str, source: &str) -> Outcome {
    tab.until_is("location.pathname + location.hash", format!("/some/where/{lang}/sources/#{source}")).await?;
    tab.until_is("document.activeElement.id", source.to_owned()).await?;
    tab.settle().await?;
    let link = "document.activeElement.querySelector('a')";
    assert!(tab.get::<bool>(&format!("probe.uncovered({link})")).await?, "{lang}: {source} is not in view");
    Ok(())
}

async fn the_list_keeps_its_place_in_the_other_language_and_leads_back(tab: &Tab) -> Outcome {
    let site = Site::with("/some/where/", Wasm::Served)?;
    open_list(tab, &site, "fr/sources/").await?;
    let source: String = tab.get(SOURCE).await?;
    tab.run(&format!("location.hash = '{source}'")).await?;
    for lang in ["en", "fr"] {
        tab.click(&format!("[data-lang-link='{lang}']")).await?;
        arrives(tab, lang, &source).await?;
    }
    // Whoever comes with the place in the address keeps it too.
    open_list(tab, &site, &format!("fr/sources/#{source}")).await?;
    tab.click("[data-lang-link='en']").await?;
    arrives(tab, "en", &source).await?;
    let entry: String =
        tab.get("decodeURIComponent(document.activeElement.querySelector('ul a').hash).slice(1)").await?;
    tab.run("document.activeElement.querySelector('ul a').click()").await?;
    tab.until_is("location.pathname", "/some/where/en/".to_owned()).await?;
    tab.ready().await?;
    is_read(tab, &entry).await?;
    // And there again, from the table of contents.
    tab.run("probe.all('.masthead nav a').find(link => link.pathname.endsWith('/sources/')).click()").await?;
    tab.until_is("location.pathname", "/some/where/en/sources/".to_owned()).await?;
    // The address is there before the text is.
    tab.until("probe.one(\"main a[href='../']\")").await?;
    tab.click("main a[href='../']").await?;
    tab.until_is("location.pathname", "/some/where/en/".to_owned()).await
}

async fn without_script_sources_open_and_the_list_is_a_link_away(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.scripts(false).await?;
    tab.open_bare(&site, &format!("fr/#{ENTRY}")).await?;
    let text =
        "() => document.querySelector('#mieux-created .says p').checkVisibility({ contentVisibilityAuto: true })";
    assert!(!tab.call::<bool>(text, json!([])).await?, "it is open");
    tab.click("#mieux-created .says > summary").await?;
    assert!(tab.call::<bool>(text, json!([])).await?, "it is closed");
    tab.click("#sources h3 a").await?;
    let (path, sources): (String, usize) =
        tab.call("() => [location.pathname, document.querySelectorAll('li[id^=source-]').length]", json!([])).await?;
    assert!(path == "/fr/sources/" && sources > 100, "{sources} sources on {path}");
    Ok(())
}

async fn the_list_wears_the_readers_theme_and_asks_for_no_program(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let light: String = tab.get("getComputedStyle(document.documentElement).backgroundColor").await?;
    tab.click("[data-theme-set='dark']").await?;
    let before = site.requests().len();
    open_list(tab, &site, "fr/sources/").await?;
    assert_eq!(tab.get::<String>("document.documentElement.dataset.theme ?? ''").await?, "dark");
    assert_ne!(tab.get::<String>("getComputedStyle(document.documentElement).backgroundColor").await?, light);
    let asked: Vec<_> = site.requests().split_off(before);
    let wrong: Vec<_> = asked
        .iter()
        .filter(|request| request.status != 200 || request.path.ends_with(".wasm") || request.path.contains("/frise-"))
        .collect();
    assert!(!asked.is_empty() && wrong.is_empty(), "{wrong:#?}");
    assert_eq!(tab.get::<Vec<String>>("probe.refused").await?, Vec::<String>::new());
    let log = tab.log().await?;
    assert!(log.iter().all(|(level, _)| level != "SEVERE" && level != "WARNING"), "{log:#?}");
    Ok(())
}

async fn the_list_breaks_no_rule_at_any_width(tab: &Tab) -> Outcome {
    let mut wrong = Vec::new();
    let mirrored = Site::rewritten(|page| page.replacen("dir=\"ltr\"", "dir=\"rtl\"", 1))?;
    for (site, dir) in [(&Site::open()?, "ltr"), (&mirrored, "rtl")] {
        for (size, ratio, scheme) in
            [((320, 640), 1.0, "dark"), (NARROW, 1.0, "light"), (WIDE, 1.0, "dark"), ((320, 256), 4.0, "light")]
        {
            tab.zoomed_size(size, ratio).await?;
            calm(tab, scheme).await?;
            open_list(tab, site, "fr/sources/").await?;
            let view = format!("{dir} at {size:?}, {scheme}");
            let found = axe::violations(tab, Extent::Whole).await?;
            wrong.extend(found.into_iter().map(|found| format!("{view}: {found}")));
            let (inner, outer, targets): (f64, f64, Vec<String>) = tab
                .get(
                    "(root => [root.scrollWidth, root.clientWidth, [...probe.small('body'), ...probe.overlaps('body')]])
                        (document.documentElement)",
                )
                .await?;
            if inner > outer || !targets.is_empty() {
                wrong.push(format!("{view}: {inner} px of {outer}; {targets:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn where_the_list_is_on_the_page_an_unknown_source_is_named(tab: &Tab) -> Outcome {
    let file = include_str!("../../fixtures/minute.json");
    let site = Site::with_files(vec![Extra::file("minute.json", file)])?;
    tab.open(&site, "en/?timeline=../minute.json#source-never-was").await?;
    let problem: String = tab.get("probe.one('[data-problem]').innerText").await?;
    assert!(problem.contains("source-never-was"), "{problem}");
    assert_eq!(tab.get::<String>("location.pathname").await?, "/en/");
    Ok(())
}
