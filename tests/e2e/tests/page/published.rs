//! The pages of `content/`, as they are published: the one test in a browser that opens them. All others are written
//! for the fixture site; this one knows nothing of what the content says, nor in how many languages.

use e2e::axe::{self, Extent};
use e2e::{Failure, Outcome, Site, Tab, settings, tests};

use super::accessible::calm;

tests![every_page_that_is_published_comes_alive_and_breaks_no_rule];

/// What is wrong with a page that has come alive, in words.
const WRONG: &str = "(total => [
        total > 0 && total === probe.all('article[data-lane]').length || `of ${total} entries not each has its article`,
        probe.one('a[data-entry], [data-cluster]') || 'nothing stands on the frieze',
        ...probe.refused.map(what => `refused: ${what}`),
    ].filter(said => typeof said === 'string'))(Number(probe.one('[data-frieze]').dataset.total))";

/// The same of a list of sources, which no program runs for.
const WRONG_LIST: &str = "[
        probe.all('li[id^=source-]').length > 0 || 'it lists no source',
        probe.all('li[id^=source-]').every(source => source.querySelector('a[href^=http]')) || 'a source has no address',
        ...probe.refused.map(what => `refused: ${what}`),
    ].filter(said => typeof said === 'string')";

async fn every_page_that_is_published_comes_alive_and_breaks_no_rule(tab: &Tab) -> Outcome {
    let mut wrong = Vec::new();
    for page in settings::pages(&settings::published())? {
        let site = Site::published()?;
        let said = looked_at(tab, &site, &page).await.unwrap_or_else(|error| vec![format!("{error:?}")]);
        wrong.extend(said.into_iter().map(|said| format!("/{page}: {said}")));
    }
    let list = wrong.join("\n");
    assert!(wrong.is_empty(), "a change of content/ that the check lets pass, and the page does not bear:\n{list}");
    Ok(())
}

async fn looked_at(tab: &Tab, site: &Site, page: &str) -> Outcome<Vec<String>> {
    calm(tab, "light").await?;
    let is_list = page.ends_with("/sources/");
    let opened = if is_list { tab.open_bare(site, page).await } else { tab.open(site, page).await };
    opened.map_err(|error| Failure::new(format!("it does not come alive: {error:?}")))?;
    // The first page is that of the default language once more.
    let mut wrong = if page.is_empty() { Vec::new() } else { axe::violations(tab, Extent::Whole).await? };
    // The conversation's tools come near the questions.
    if tab.get::<bool>("!!probe.one('[data-question]')").await? {
        tab.run("probe.one('#conversation').scrollIntoView()").await?;
        let came = super::room::ready(tab).await;
        wrong.extend(came.err().map(|error| format!("the conversation's tools do not come: {error:?}")));
    }
    wrong.extend(tab.get::<Vec<String>>(if is_list { WRONG_LIST } else { WRONG }).await?);
    let log = tab.log().await?.into_iter().filter(|(level, _)| level == "SEVERE" || level == "WARNING");
    wrong.extend(log.map(|(_, said)| format!("in the console: {said}")));
    let lost = site.requests().into_iter().filter(|request| request.status != 200);
    wrong.extend(lost.map(|request| format!("{} was answered with {}", request.path, request.status)));
    Ok(wrong)
}
