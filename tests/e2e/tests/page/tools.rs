//! Languages, theme, and links to copy.

use e2e::{Outcome, Site, Tab, tests};

tests![
    part;
    a_language_link_carries_query_and_fragment,
    a_theme_is_set_and_there_before_the_first_paint,
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
