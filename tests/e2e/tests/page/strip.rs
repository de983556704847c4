//! The strip, while it is all of the frieze that is in sight.

use e2e::{NARROW, Outcome, Site, Tab, tests};
use serde_json::json;
use thirtyfour::Key;

use super::choosing::is_read;

tests![
    it_leads_to_the_text_of_a_time_and_says_where_one_is,
    its_button_leads_there_by_keyboard,
    unfolded_while_reading_it_lies_over_the_text,
];

/// So low that the strip alone stays at the top.
const LOW: (u32, u32) = (1280, 800);
/// The article that is read, in the year that the strip names, with the year its date begins with.
const READ: &str = "(article => [article.id, article.querySelector('time').dateTime.slice(0, 4), probe.one('[data-reading]').textContent])
    (document.activeElement.closest('article'))";

async fn it_leads_to_the_text_of_a_time_and_says_where_one_is(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [LOW, NARROW] {
        tab.size(size).await?;
        tab.open(&site, "en/").await?;
        tab.run("probe.one('#sources').scrollIntoView()").await?;
        tab.run("probe.all('article[data-lane]').at(-1).scrollIntoView()").await?;
        tab.settle().await?;
        let mut years = Vec::new();
        for along in [0.2, 0.6] {
            let place: (f64, f64) = tab
                .call(
                    "along => (strip => [strip.left + strip.width * along, strip.top + strip.height / 2])
                        (probe.one('[data-strip]').getBoundingClientRect())",
                    json!([along]),
                )
                .await?;
            tab.mouse("mousePressed", place, json!({ "button": "left", "clickCount": 1 })).await?;
            tab.mouse("mouseReleased", place, json!({ "button": "left", "clickCount": 1 })).await?;
            tab.until("document.activeElement.closest('article')").await?;
            tab.settle().await?;
            let (id, year, said): (String, String, String) = tab.get(READ).await?;
            is_read(tab, &id).await?;
            assert_eq!(year, said, "{size:?}: {id}");
            assert_eq!(tab.get::<String>("location.hash").await?, "", "{size:?}: the address is left alone");
            years.push(year);
            tab.run("document.activeElement.blur()").await?;
        }
        assert!(
            years[0] < years[1] && years[0].as_str() >= "2008" && years[1].as_str() >= "2014",
            "{size:?}: {years:?}"
        );
    }
    Ok(())
}

async fn its_button_leads_there_by_keyboard(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    for size in [LOW, NARROW] {
        tab.size(size).await?;
        tab.open(&site, "en/").await?;
        tab.run("probe.one('#sources').scrollIntoView()").await?;
        tab.settle().await?;
        let button = "probe.one('[data-read-from]')";
        let bottom: f64 = tab.get(&format!("{button}.getBoundingClientRect().bottom")).await?;
        assert!(bottom <= 0.0, "{size:?}: in sight without focus, {bottom}");
        tab.run("probe.one('[data-thumb=from]').focus()").await?;
        for _ in 0..3 {
            tab.press(Key::Right).await?;
        }
        tab.press(Key::Tab).await?;
        tab.press(Key::Tab).await?;
        tab.settle().await?;
        let (name, year): (String, String) = tab
            .get("[document.activeElement.textContent, probe.one('[data-frieze]').dataset.from.slice(0, 4)]")
            .await?;
        assert_eq!(name, format!("Read from {year}"), "{size:?}");
        assert!(year.as_str() > "2008", "{size:?}: {year}");
        assert!(tab.get::<bool>(&format!("probe.uncovered({button})")).await?, "{size:?}: out of sight");
        tab.press(Key::Enter).await?;
        tab.until("document.activeElement.closest('article')").await?;
        tab.settle().await?;
        let (id, read, _): (String, String, String) = tab.get(READ).await?;
        is_read(tab, &id).await?;
        assert!(read >= year, "{size:?}: {read} is read, not {year}");
    }
    Ok(())
}

async fn unfolded_while_reading_it_lies_over_the_text(tab: &Tab) -> Outcome {
    let site = Site::open()?;
    tab.size(NARROW).await?;
    tab.open(&site, "en/").await?;
    tab.run("probe.all('article[data-lane]')[30].scrollIntoView()").await?;
    tab.settle().await?;
    let top = "probe.all('article[data-lane]')[31].getBoundingClientRect().top";
    let before: f64 = tab.get(top).await?;
    tab.run("probe.one('[data-fold]').click()").await?;
    tab.until("probe.visible(probe.one('[data-frieze]'))").await?;
    tab.settle().await?;
    let frieze: f64 = tab.get("probe.one('[data-frieze]').getBoundingClientRect().top").await?;
    assert!((0.0..60.0).contains(&frieze), "it begins at {frieze}");
    let after: f64 = tab.get(top).await?;
    assert!((after - before).abs() < 2.0, "the text moved by {}", after - before);
    let id: String = tab.get("probe.all('a[data-entry]').find(probe.uncovered).dataset.entry").await?;
    tab.click(&format!("a[data-entry='{id}']")).await?;
    is_read(tab, &id).await?;
    assert!(!tab.get::<bool>("probe.visible(probe.one('[data-frieze]'))").await?, "it goes once something is chosen");
    Ok(())
}
