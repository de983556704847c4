//! Languages, theme, and links to copy.

use e2e::{Outcome, Site, Tab, tests};

tests![
    part;
    a_language_link_carries_query_and_fragment,
    a_language_link_keeps_the_place,
    a_theme_is_set_and_there_before_the_first_paint,
    a_copied_link_is_seen_and_heard_each_time,
    a_link_that_cannot_be_copied_is_shown,
    a_link_is_copied: but(WebKit, "it lets no page read what was copied without a hand that pastes"),
];

async fn a_language_link_carries_query_and_fragment(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    tab.click("[data-lane-filter='programme']").await?;
    tab.until("location.search").await?;
    let found: u32 = super::finding::count(tab).await?;
    tab.click("[data-entry='mieux-phase-two']").await?;
    super::choosing::is_read(tab, "mieux-phase-two").await?;
    tab.click("[data-lang-link='en']").await?;
    tab.until_is("document.documentElement.lang", "en".to_owned()).await?;
    tab.ready().await?;
    assert_eq!(tab.get::<String>("location.search + location.hash").await?, "?lane=programme#mieux-phase-two");
    super::choosing::is_read(tab, "mieux-phase-two").await?;
    assert_eq!(super::finding::count(tab).await?, found);
    let pressed: String = tab.get("probe.one(\"[data-lane-filter='programme']\").getAttribute('aria-pressed')").await?;
    assert_eq!(pressed, "true");
    Ok(())
}

async fn a_language_link_keeps_the_place(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let link = "probe.one(\"[data-lang-link='en']\").hash";
    assert_eq!(tab.get::<String>(link).await?, "", "nothing is read yet");
    tab.run("probe.one('article#mieux-phase-two').scrollIntoView()").await?;
    tab.until_is(link, "#mieux-phase-two".to_owned()).await?;
    assert_eq!(tab.get::<String>("location.hash").await?, "", "the address is left alone");
    tab.run("probe.one(\"[data-lang-link='en']\").click()").await?;
    tab.until_is("document.documentElement.lang", "en".to_owned()).await?;
    tab.ready().await?;
    super::choosing::is_read(tab, "mieux-phase-two").await
}

async fn a_theme_is_set_and_there_before_the_first_paint(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.open(&site, "fr/").await?;
    let theme = "document.documentElement.dataset.theme ?? 'auto'";
    let pressed = "probe.all('[data-theme-set][aria-pressed=true]').map(button => button.dataset.themeSet).join()";
    let paper = "getComputedStyle(document.documentElement).backgroundColor";
    let light: String = tab.get(paper).await?;
    assert_eq!(tab.get::<(String, String)>(&format!("[{theme}, {pressed}]")).await?, ("auto".into(), "auto".into()));
    for chosen in ["dark", "light", "auto"] {
        tab.click(&format!("[data-theme-set='{chosen}']")).await?;
        tab.until_is(theme, chosen.to_owned()).await?;
        assert_eq!(tab.get::<String>(pressed).await?, chosen);
        assert_eq!(tab.get::<String>(paper).await? == light, chosen != "dark", "{chosen}");
        tab.reload().await?;
        let first: Option<String> = tab.get("probe.themeAtFirst").await?;
        assert_eq!(first.as_deref().unwrap_or("auto"), chosen, "before the page is drawn");
        assert_eq!(tab.get::<String>(theme).await?, chosen);
        tab.until_is(pressed, chosen.to_owned()).await?;
    }
    Ok(())
}

/// What stands beside the button of an article that copies its link, if it can be seen.
const BESIDE: &str = "(said => probe.visible(said) && said.closest('article').id + ': ' + said.innerText)
    (probe.all('[data-copied]').find(probe.visible) ?? document.head)";

/// Opens the page with a clipboard of our own, and notes down what the live region says. An empty text is silence.
async fn listen(tab: &Tab, site: &Site, clipboard: &str) -> Outcome {
    tab.open(site, "fr/").await?;
    tab.run(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }});
        const live = probe.one('[data-live]');
        probe.heard = [];
        new MutationObserver(() => probe.heard.push(live.textContent))
            .observe(live, {{ childList: true, characterData: true, subtree: true }});"
    ))
    .await
}

async fn a_copied_link_is_seen_and_heard_each_time(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    listen(tab, &site, "{ writeText: async text => { probe.copied = text } }").await?;
    let said = "Lien copié";
    // The same one twice, then another.
    for (times, id) in ["mieux-created", "mieux-created", "mieux-phase-two"].iter().enumerate() {
        tab.run("probe.copied = ''").await?;
        tab.click(&format!("#{id} [data-copy]")).await?;
        tab.until_is("probe.copied", site.url(&format!("fr/#{id}"))).await?;
        tab.until_is(BESIDE, format!("{id}: {said}")).await?;
        assert_eq!(tab.get::<u32>("probe.all('[data-copied]').length").await?, 1);
        tab.until_is("probe.heard.filter(said => said).length", times + 1).await?;
        let heard: Vec<String> = tab.get("probe.heard").await?;
        assert_eq!(heard.last().map(String::as_str), Some(said), "{heard:?}");
        assert!(heard.windows(2).all(|pair| pair[0] != pair[1]), "twice the same is not heard: {heard:?}");
        assert!(tab.get::<bool>(&format!("document.activeElement.matches('#{id} [data-copy]')")).await?, "focus");
    }
    // It does not stay for ever.
    tab.until("!probe.all('[data-copied]').some(probe.visible)").await
}

async fn a_link_that_cannot_be_copied_is_shown(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    // As over plain HTTP, and as where the reader has said no.
    for clipboard in ["undefined", "{ writeText: () => Promise.reject(new Error('no')) }"] {
        listen(tab, &site, clipboard).await?;
        let link = site.url("fr/#mieux-created");
        for times in 1..=2 {
            tab.click("#mieux-created [data-copy]").await?;
            tab.until(&format!("String({BESIDE}).startsWith('mieux-created: ') && {BESIDE}.includes('{link}')"))
                .await?;
            tab.until_is("probe.heard.filter(said => said.includes('#mieux-created')).length", times).await?;
        }
    }
    Ok(())
}

async fn a_link_is_copied(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.allow_reading_the_clipboard(&site).await?;
    tab.open(&site, "fr/?lane=event").await?;
    tab.click("#european-conversation-2017 [data-copy]").await?;
    tab.until("probe.one('[data-live]').textContent").await?;
    let copied: String = tab.get("await navigator.clipboard.readText()").await?;
    assert_eq!(copied, site.url("fr/#european-conversation-2017"));
    Ok(())
}
