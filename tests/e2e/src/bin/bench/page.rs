//! One page, opened once in a browser of its own, and what it comes to.

use std::time::Duration;

use e2e::{Engine, Failure, Outcome, Site, Tab, settings};
use serde_json::json;

use crate::figures::{Figures, part};
use crate::hands;
use crate::tools::{Entries, Tool};

/// Wide enough for a drag of 720 pixels from its middle.
const WINDOW: (u32, u32) = (1600, 1000);
/// What takes longer to show does not show.
const PATIENCE: Duration = Duration::from_secs(100);
/// What one page may take in all.
const MOST: Duration = Duration::from_secs(180);
/// What comes after the page shows, a late shift for one, has come by then.
const CALM: Duration = Duration::from_secs(1);
/// How long the page is watched doing nothing.
const IDLE: Duration = Duration::from_secs(2);

/// Opens the page and measures what can be measured under these circumstances.
pub async fn measure(tool: Tool, entries: Entries, is_slow: bool) -> Figures {
    let tab = match Tab::start(Engine::Chromium, &[], json!({})).await {
        Ok(tab) => tab,
        Err(error) => return Figures::none(format!("{error:?}")),
    };
    let mut figures = Figures::default();
    match tokio::time::timeout(MOST, watch(&tab, tool, entries, is_slow, &mut figures)).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => figures.give_up(format!("{error:?}")),
        Err(_) => figures.give_up(format!("not done within {MOST:?}")),
    }
    // A browser that hangs is ended with the driver.
    let _ = tab.quit().await;
    figures
}

async fn watch(tab: &Tab, tool: Tool, entries: Entries, is_slow: bool, figures: &mut Figures) -> Outcome {
    let site = Site::compressed(settings::bench().join("site"))?;
    let expect = format!("\nbench.expect(\"{}\", {});", tool.hook(), entries.count());
    let source = format!("{}{expect}", include_str!("watch.js"));
    tab.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    tab.devtools("Performance.enable", json!({})).await?;
    tab.size(WINDOW).await?;
    tab.patience(PATIENCE).await?;
    if is_slow {
        slow_down(tab).await?;
    }
    // Whether it shows is what is asked next: a page that loads too long is no news before.
    let _ = tab.open_bare(&site, &tool.address(entries)).await;
    let patience = if tool == Tool::Frise { PATIENCE / 4 } else { PATIENCE };
    if tab.until_within(patience, "bench.shown() !== null").await.is_err() {
        let has: String = tab.get("bench.tool.has?.() ?? 'it does not say why'").await?;
        return Err(Failure::new(format!("not shown within {patience:?}: {has}")));
    }
    let sent: usize = site.requests().iter().map(|request| request.sent).sum();
    figures.set("bytes", Ok(sent as f64));
    figures.set("shown", Ok(tab.get("bench.shown()").await?));
    figures.set("readable", Ok(tab.get("bench.readable()").await?));
    tokio::time::sleep(CALM).await;
    figures.set("paint", tab.get::<Option<f64>>("bench.paint()").await?.ok_or("never painted".to_owned()));
    figures.set("shift", Ok(tab.get("bench.shift()").await?));
    figures.set("nodes", Ok(tab.get("bench.nodes()").await?));
    if is_slow {
        return Ok(());
    }
    tab.run("bench.tool.surface().scrollIntoView({ block: 'center' }); bench.record();").await?;
    tokio::time::sleep(IDLE).await;
    let idle: Vec<f64> = tab.get("bench.recorded()").await?;
    figures.set("idle95", part(idle, 0.95).ok_or("no frames".to_owned()));
    hands::pan(tab, figures).await?;
    // A pan of so many entries takes the peers all the time there is.
    if tool == Tool::Frise || entries != Entries::Ten {
        hands::zoom(tab, tool, figures).await?;
    }
    // Whoever makes them only where they are looked at has them by now.
    let nodes: f64 = tab.get("bench.nodes()").await?;
    figures.set("nodes", figures.get("nodes").map(|before| before.max(nodes)));
    Ok(())
}

/// 1.6 Mbit/s, 150 ms, a processor four times as slow.
async fn slow_down(tab: &Tab) -> Outcome {
    let line = json!({
        "offline": false, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
    });
    tab.devtools("Network.enable", json!({})).await?;
    tab.devtools("Network.emulateNetworkConditions", line).await?;
    tab.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await.map(|_| ())
}
