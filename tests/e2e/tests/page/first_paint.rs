//! The first paint: what is far below is laid out right after it, and nobody notices.

use e2e::{Engine, Extra, Outcome, Site, Tab, WIDE, tests};
use serde_json::json;

use super::pdf::{bare, pages, print};

tests![
    part;
    only_a_first_visit_from_the_top_lays_out_the_rest_later,
    what_is_led_to_meanwhile_stays_where_it_is: but(WebKit, KEEPS_NOTHING),
    all_is_found_and_printed_meanwhile: but(WebKit, KEEPS_NOTHING),
];

const KEEPS_NOTHING: &str = "it keeps nothing in its place, so all is laid out at once";
/// The event after which the rest is laid out comes once a test has dispatched it.
const HOLD: &str = "addEventListener('load', event => event.isTrusted && event.stopImmediatePropagation());";
const IS_PARTIAL: &str = "document.documentElement.hasAttribute('data-partial')";
const LAID_OUT: &str = "!document.documentElement.hasAttribute('data-partial')";

/// A site whose pages are ready before they are laid out.
fn held() -> std::io::Result<Site> {
    let first = |page: String| page.replacen("<meta", "<script src=/hold.js></script><meta", 1);
    Site::amended(first, vec![Extra::file("hold.js", HOLD)])
}

/// Opens its page, and waits until it is alive.
async fn open_partial(tab: &Tab, site: &Site, path: &str) -> Outcome {
    tab.open_bare(site, path).await?;
    tab.until("document.documentElement.hasAttribute('data-ready')").await?;
    assert!(tab.get::<bool>(IS_PARTIAL).await?, "all of {path} is laid out");
    Ok(())
}

async fn lay_out(tab: &Tab) -> Outcome {
    tab.run("dispatchEvent(new Event('load'))").await?;
    tab.until(LAID_OUT).await?;
    tab.settle().await
}

async fn only_a_first_visit_from_the_top_lays_out_the_rest_later(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    let at_first = "probe.partialAtFirst";
    tab.open(&site, "fr/").await?;
    assert_eq!(tab.get::<bool>(at_first).await?, tab.engine() != Engine::WebKit);
    let left: (usize, usize) = tab
        .get(
            "[probe.all('main *').filter(part => getComputedStyle(part).contentVisibility === 'auto').length,
                probe.all('[data-laid]').length]",
        )
        .await?;
    assert_eq!(left, (0, 0), "parts that are not laid out, and traces of that");
    let last = "mieux-plus-launch";
    tab.run(&format!("probe.one('article#{last}').scrollIntoView()")).await?;
    tab.settle().await?;
    let scrolled: f64 = tab.get("scrollY").await?;
    tab.reload().await?;
    assert!(!tab.get::<bool>(at_first).await?, "after a reload");
    tab.until(&format!("Math.abs(scrollY - {scrolled}) < 3")).await?;
    tab.open(&site, &format!("fr/#{last}")).await?;
    assert!(!tab.get::<bool>(at_first).await?, "where an address leads further down");
    Ok(())
}

async fn what_is_led_to_meanwhile_stays_where_it_is(tab: &Tab) -> Outcome {
    let top = |id: &str| format!("document.getElementById('{id}').getBoundingClientRect().top");
    for size in [WIDE, (768, 1024)] {
        tab.size(size).await?;
        for id in ["rabat-process-founded", "mieux-created", "mieux-plus-launch", "q3-future"] {
            let site = held()?;
            open_partial(tab, &site, "en/").await?;
            tab.run(&format!("location.hash = '{id}'")).await?;
            tab.until_is("document.activeElement.id", format!("_title-{id}")).await?;
            tab.settle().await?;
            let before: f64 = tab.get(&top(id)).await?;
            lay_out(tab).await?;
            let after: f64 = tab.get(&top(id)).await?;
            assert!((after - before).abs() < 3.0, "{size:?}: {id} has moved from {before} to {after}");
            // Its mark, or the cluster that holds it.
            let current: Vec<String> =
                tab.get("probe.all('[data-frieze] [aria-current]').map(mark => mark.dataset.entry ?? '')").await?;
            let is_current = |mark: &String| mark.is_empty() || mark == id;
            assert!(id.starts_with('q') || current.len() == 1 && current.iter().all(is_current), "{id}: {current:?}");
            // Where it is led to once all is laid out.
            tab.run("location.hash = 'decade'").await?;
            tab.run(&format!("location.hash = '{id}'")).await?;
            tab.until_is("document.activeElement.id", format!("_title-{id}")).await?;
            tab.settle().await?;
            let usual: f64 = tab.get(&top(id)).await?;
            assert!((usual - before).abs() < 3.0, "{size:?}: {id} is at {before}, and later at {usual}");
        }
    }
    Ok(())
}

async fn all_is_found_and_printed_meanwhile(tab: &Tab) -> Outcome {
    let site = held()?;
    open_partial(tab, &site, "en/").await?;
    let headings: Vec<String> = tab.get("probe.all('.year h4, .question h3').map(title => title.textContent)").await?;
    assert!(headings.len() > 60, "{}", headings.len());
    let text = bare(&pages(print(tab).await?, &[])?.concat());
    let missing: Vec<_> = headings.iter().filter(|title| !text.contains(&bare(title))).collect();
    assert!(missing.is_empty(), "not on paper: {missing:#?}");
    assert!(tab.get::<bool>(IS_PARTIAL).await?, "printing has laid out all");
    let words = headings.last().map(String::as_str).unwrap_or_default();
    let found: bool = tab.call("words => find(words)", json!([words])).await?;
    assert!(found, "“{words}” is not found in the page");
    tab.settle().await?;
    let top = "getSelection().getRangeAt(0).getBoundingClientRect().top";
    let (at, height): (f64, f64) = tab.get(&format!("[{top}, innerHeight]")).await?;
    assert!(at > 0.0 && at < height, "what was found is at {at} of {height}");
    lay_out(tab).await?;
    let after: f64 = tab.get(top).await?;
    assert!((after - at).abs() < 3.0, "what was found has moved from {at} to {after}");
    Ok(())
}
