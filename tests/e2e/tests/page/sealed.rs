//! The page's own policy, on a host that sends none.

use e2e::{Outcome, Scratch, Site, Tab, tests};

use super::presenter::QUESTIONS;
use super::room::{self, FIELDS};

tests![
    in_every_language_a_walk_breaks_no_rule,
    another_timeline_breaks_no_rule,
    a_script_in_the_page_does_not_run,
    files_that_were_changed_on_the_way_are_refused,
];

async fn breaks_none(tab: &Tab, what: &str) -> Outcome {
    tab.settle().await?;
    let refused: Vec<String> = tab.get("probe.refused").await?;
    assert!(refused.is_empty(), "{what}: {refused:#?}");
    let log = tab.log().await?;
    assert!(log.iter().all(|(level, _)| level != "SEVERE"), "{what}: {log:#?}");
    Ok(())
}

async fn in_every_language_a_walk_breaks_no_rule(tab: &Tab) -> Outcome {
    let scratch = Scratch::new()?;
    for page in ["fr/", "en/"] {
        let site = Site::unguarded(|page| page)?;
        room::open(tab, &site, page).await?;
        let policy: String = tab.get("probe.one('meta[http-equiv]').content").await?;
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("'unsafe-eval'"), "{policy}");
        let is_first: bool = tab
            .get(
                "probe.all('head > *').findIndex(part => part.matches('[http-equiv]')) === 1
                && document.head.children[0].matches('[charset]')",
            )
            .await?;
        assert!(is_first, "something comes before the policy");
        tab.click("[data-theme-set='dark']").await?;
        tab.click("[data-zoom='in']").await?;
        tab.type_into("[data-search]", "ma").await?;
        tab.until("location.search === '?q=ma'").await?;
        tab.click("[data-clear]").await?;
        breaks_none(tab, page).await?;
        // Notes, their files, the handout, paper.
        room::write(tab, FIELDS, "a note").await?;
        room::keeps(tab, 1).await?;
        for format in ["json", "md", "csv"] {
            let export = format!("#_room .room-tools [data-export='{format}']");
            let (name, content) = tab.saved(tab.click(&export)).await?;
            assert!(!content.is_empty(), "{name}");
            if format == "json" {
                tab.choose("[data-import]", &[scratch.file(&name, content)?]).await?;
                tab.until("probe.one('[data-incoming]').textContent").await?;
            }
        }
        let (name, _) = tab.saved(tab.click("[data-download]")).await?;
        assert!(name.ends_with(".json"), "{name}");
        tab.run("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))").await?;
        breaks_none(tab, &format!("{page}, the tools")).await?;
        // The presenter with its code.
        tab.click(&format!("#{} [data-presenter]", QUESTIONS[0])).await?;
        tab.until("probe.one('[data-presenter-view] h2')").await?;
        for key in ['e', 's', 'p', 't', 'q', '?', 'b', 'b'] {
            tab.press(key).await?;
            tab.settle().await?;
        }
        breaks_none(tab, &format!("{page}, presenting")).await?;
    }
    Ok(())
}

async fn another_timeline_breaks_no_rule(tab: &Tab) -> Outcome {
    let site = Site::unguarded(|page| page)?;
    tab.open(&site, "en/?timeline=../bundle/fr.json").await?;
    tab.until("probe.one('[data-frieze]').dataset.timeline?.includes('bundle/fr.json')").await?;
    tab.click("[data-zoom='in']").await?;
    breaks_none(tab, "another timeline").await
}

async fn a_script_in_the_page_does_not_run(tab: &Tab) -> Outcome {
    let site = Site::unguarded(|page| {
        let page = page.replacen("<body>", "<body><script>document.title = 'taken'</script>", 1);
        page.replacen("<header", "<header onclick=\"document.title = 'taken'\"", 1)
    })?;
    tab.open(&site, "fr/").await?;
    tab.run("probe.one('header').click(); setTimeout(\"document.title = 'taken'\")").await?;
    tab.settle().await?;
    assert_ne!(tab.get::<String>("document.title").await?, "taken");
    let refused: Vec<String> = tab.get("probe.refused").await?;
    assert!(refused.iter().filter(|refused| refused.starts_with("script-src")).count() >= 2, "{refused:#?}");
    tab.log().await.map(|_| ())
}

async fn files_that_were_changed_on_the_way_are_refused(tab: &Tab) -> Outcome {
    let loose: usize = {
        let site = Site::unguarded(|page| page)?;
        tab.open(&site, "fr/").await?;
        tab.get(
            "probe.all('script[src], link[rel=stylesheet]').filter(part => !/^sha256-/.test(part.integrity)).length",
        )
        .await?
    };
    assert_eq!(loose, 0, "scripts and style sheets of the page without a digest");
    let site = Site::unguarded(|page| page.replace("integrity=\"sha256-", "integrity=\"sha256-AAAA"))?;
    tab.open_bare(&site, "fr/").await?;
    tab.until("document.readyState === 'complete'").await?;
    let sheets: usize = tab.get("[...document.styleSheets].filter(sheet => sheet.cssRules.length).length").await?;
    assert_eq!(sheets, 0, "a style sheet that is not what the page names");
    Ok(())
}
