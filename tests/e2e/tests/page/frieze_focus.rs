//! Focus on the frieze while marks and clusters come and go under it.

use e2e::{Failure, NARROW, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

use super::frieze_keys::focused;
use super::others::calm;

tests![focus_goes_with_an_entry_into_a_cluster_and_out_again];

const IN_FRIEZE: &str = "document.activeElement.closest('[data-frieze]')";

async fn is_drawn(tab: &Tab, id: &str) -> Outcome<bool> {
    tab.call("id => !!document.querySelector(`a[data-entry='${id}']`)", json!([id])).await
}

/// Presses a key until an entry has a mark of its own, or has none. Focus stays in the frieze.
async fn zoom_until(tab: &Tab, key: char, id: &str, drawn: bool) -> Outcome {
    for _ in 0..12 {
        tab.press(key).await?;
        tab.settle().await?;
        let focus: String = tab.get("probe.name(document.activeElement)").await?;
        assert!(tab.get::<bool>(&format!("!!{IN_FRIEZE}")).await?, "after {key}, with {id}, focus is on {focus}");
        calm(tab, id).await?;
        if is_drawn(tab, id).await? == drawn {
            return Ok(());
        }
    }
    Err(Failure::new(format!("{id}: a mark of its own is never {drawn} by {key}")))
}

async fn focus_goes_with_an_entry_into_a_cluster_and_out_again(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [WIDE, NARROW] {
        tab.open_unfolded(&site, "fr/", size).await?;
        tab.click("[data-zoom='in']").await?;
        tab.click("[data-zoom='all']").await?;
        tab.settle().await?;
        let hidden: Vec<String> = tab
            .get(
                "probe.all('article[data-lane]').map(article => article.id)
                    .filter(id => !document.querySelector(`a[data-entry='${id}']`))",
            )
            .await?;
        assert!(hidden.len() > 6, "{size:?}: in clusters are {hidden:?}");
        // Some of them, of all lanes and years.
        let mut walked = 0;
        for id in hidden.iter().step_by(hidden.len() / 4) {
            tab.click("[data-zoom='all']").await.ok();
            tab.settle().await?;
            for _ in 0..12 {
                if is_drawn(tab, id).await? {
                    break;
                }
                tab.run("probe.one('[data-zoom=in]').click()").await?;
                tab.call::<serde_json::Value>(
                    "id => document.querySelector(`#${id} [data-locate]`).click()",
                    json!([id]),
                )
                .await?;
                tab.until(&format!("!!{IN_FRIEZE}")).await?;
                tab.settle().await?;
            }
            // Those of one day may never come apart.
            if !is_drawn(tab, id).await? {
                continue;
            }
            walked += 1;
            tab.run("probe.one('[data-frieze]').scrollIntoView({ block: 'center' })").await?;
            tab.focus(&format!("a[data-entry='{id}']")).await?;
            zoom_until(tab, '-', id, false).await?;
            let (is_cluster, count): (bool, usize) = tab
                .get("[document.activeElement.matches('[data-cluster]'), Number(document.activeElement.dataset.cluster)]")
                .await?;
            assert!(is_cluster && count > 1, "{size:?}: with {id}, focus is on {}", focused(tab).await?.2);
            zoom_until(tab, '+', id, true).await?;
            focused(tab).await?;
        }
        assert!(walked > 1, "{size:?}: {walked} of {hidden:?}");
    }
    Ok(())
}
