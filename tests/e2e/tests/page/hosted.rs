//! From nginx, with the configuration of docs/hosting.md.

use std::time::Duration;

use e2e::nginx::Nginx;
use e2e::{Outcome, Tab, settings, tests};

use super::room;

tests![from_nginx_the_page_comes_alive_and_keeps_itself, below_a_path_of_nginx_too];

/// A version is some megabytes, and the machine may be slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// Every page with its tools and another timeline; then without network.
async fn works(tab: &Tab, host: Nginx) -> Outcome {
    for page in ["fr/", "en"] {
        tab.visit(&host.url(page)).await?;
        tab.ready().await?;
        tab.until_within(PATIENCE, "document.documentElement.dataset.offline === 'ready'").await?;
        tab.run("probe.one('#conversation').scrollIntoView()").await?;
        room::ready(tab).await?;
    }
    tab.visit(&host.url("en/?timeline=../bundle/fr.json")).await?;
    tab.ready().await?;
    tab.until("probe.one('[data-frieze]').dataset.timeline?.includes('bundle/fr.json')").await?;
    let refused: Vec<String> = tab.get("probe.refused").await?;
    assert!(refused.is_empty(), "{refused:#?}");
    let log = tab.log().await?;
    assert!(log.iter().all(|(level, _)| level != "SEVERE" && level != "WARNING"), "{log:#?}");
    let requests = host.requests()?;
    let wrong: Vec<_> = requests.iter().filter(|(status, _)| *status != 200 && *status != 304).collect();
    assert!(requests.len() > 15 && wrong.is_empty(), "{requests:#?}");
    let address = host.url("fr/");
    drop(host);
    tab.visit(&address).await?;
    tab.ready().await?;
    // Another site may be given the same port.
    tab.run(
        "for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
         for (const name of await caches.keys()) await caches.delete(name);",
    )
    .await
}

async fn from_nginx_the_page_comes_alive_and_keeps_itself(tab: &Tab) -> Outcome {
    works(tab, Nginx::at_the_root(&settings::dist())?).await
}

async fn below_a_path_of_nginx_too(tab: &Tab) -> Outcome {
    works(tab, Nginx::below_a_path(&settings::dist())?).await
}
